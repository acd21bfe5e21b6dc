"""People and their roles in units."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.organisation import actions, queries
from quyen.organisation.enums import PeopleLens
from quyen.organisation.forms import RoleForm, UnitForm
from quyen.organisation.forms.people import PeopleForm
from quyen.organisation.models import Membership
from quyen.organisation.queries.people import governed_people, person_page


@login_required
def people(request: HttpRequest) -> HttpResponse:
    """Everybody in the units that the person reaches, by words, unit and lens, a page at a time."""
    form = PeopleForm(request.GET)
    page = queries.people_page(person(request), form.asked(), form.page())
    context = {"page": page, "form": form, "lenses": [(lens, page.counts[lens.value]) for lens in PeopleLens]}
    return render(request, "organisation/people.html", context)


@login_required
def one(request: HttpRequest, user_id: int) -> HttpResponse:
    """One person's roles: for those who look after a unit of theirs, and for themselves."""
    user = person(request)
    found = user if user.pk == user_id else get_object_or_404(governed_people(user), pk=user_id)
    page = person_page(user, found)
    return render(request, "organisation/person.html", {"page": page, "today": timezone.localdate()})


@login_required
def edit_unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    unit = get_object_or_404(queries.governed_units(person(request)), pk=unit_id)
    form = UnitForm(request.POST or None, instance=unit)
    if request.method == "POST" and form.is_valid():
        actions.change_unit(actor=person(request), unit=unit, **form.cleaned_data)
        messages.success(request, _("Đã lưu đơn vị."))
        return redirect("organisation:unit", unit.pk)
    return render(request, "organisation/form.html", {"form": form, "title": _("Sửa đơn vị"), "unit": unit})


@login_required
def change_role(request: HttpRequest, membership_id: int) -> HttpResponse:
    """Another role, other days, or none, from a day on."""
    membership = get_object_or_404(
        queries.governed_memberships(person(request)).select_related("user", "unit"), pk=membership_id
    )
    first = {
        "role": membership.role,
        "since": max(membership.valid_from, timezone.localdate()),
        "last_day": membership.last_day,
    }
    form = RoleForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid() and _apply_role(request, membership, form):
        return redirect("organisation:person", membership.user_id)
    context = {"form": form, "membership": membership, "unit": membership.unit}
    return render(request, "organisation/role.html", context)


def _apply_role(request: HttpRequest, membership: Membership, form: RoleForm) -> bool:
    given, actor = form.cleaned_data, person(request)
    try:
        if given["role"] is None:
            actions.revoke_role(actor=actor, membership=membership, day=given["since"])
        else:
            actions.grant_role(
                actor=actor, user=membership.user, unit=membership.unit, role=given["role"],
                since=given["since"], until=form.until,
            )  # fmt: skip
    except QuyenError as error:
        form.add_error(None, error.told)
        return False
    except PermissionDenied:
        raise Http404 from None
    messages.success(request, _("Đã lưu vai trò."))
    return True
