"""People and their roles in units."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.accounts.queries import person
from quyen.organisation import actions, queries
from quyen.organisation.forms import PersonForm, RoleForm, UnitForm
from quyen.organisation.models import Membership


@login_required
def people(request: HttpRequest) -> HttpResponse:
    units = queries.people_page(person(request))
    return render(
        request,
        "organisation/people.html",
        {"units": units, "role_form": RoleForm(), "governs": any(u.governed for u in units)},
    )


@login_required
def edit_unit(request: HttpRequest, unit_id: int) -> HttpResponse:
    unit = get_object_or_404(queries.governed_units(person(request)), pk=unit_id)
    form = UnitForm(request.POST or None, instance=unit)
    if request.method == "POST" and form.is_valid():
        actions.change_unit(actor=person(request), unit=unit, **form.cleaned_data)
        messages.success(request, _("Đã lưu đơn vị."))
        return redirect("organisation:people")
    return render(request, "organisation/form.html", {"form": form, "title": _("Sửa đơn vị"), "unit": unit})


@login_required
def add_person(request: HttpRequest, unit_id: int) -> HttpResponse:
    unit = get_object_or_404(queries.governed_units(person(request)), pk=unit_id)
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user, is_new = actions.add_person(actor=person(request), unit=unit, **form.cleaned_data)
        if is_new:
            return render(
                request,
                "organisation/welcome.html",
                {"person": user, "unit": unit, "link": _first_link(request, user)},
            )
        messages.success(request, _("Đã giao vai trò cho %(name)s.") % {"name": user.full_name})
        return redirect("organisation:people")
    return render(request, "organisation/form.html", {"form": form, "title": _("Thêm người"), "unit": unit})


@login_required
def change_role(request: HttpRequest, membership_id: int) -> HttpResponse:
    membership = get_object_or_404(
        queries.governed_memberships(person(request)).select_related("user", "unit"), pk=membership_id
    )
    form = RoleForm(request.POST or None, initial={"role": membership.role})
    if request.method == "POST" and form.is_valid():
        _apply_role(request, membership, form)
        return redirect("organisation:people")
    context = {"form": form, "title": membership.user.full_name, "unit": membership.unit}
    return render(request, "organisation/form.html", context)


def _apply_role(request: HttpRequest, membership: Membership, form: RoleForm) -> None:
    role, actor = form.cleaned_data["role"], person(request)
    try:
        if role is None:
            actions.revoke_role(actor=actor, membership=membership)
        else:
            actions.grant_role(actor=actor, user=membership.user, unit=membership.unit, role=role)
    except PermissionDenied:
        messages.error(request, _("Không đổi: đơn vị phải còn ít nhất một quản trị viên."))
    else:
        messages.success(request, _("Đã lưu vai trò."))


def _first_link(request: HttpRequest, user: User) -> str:
    """A one-time address at which the new person sets a password; offices often have no mail server."""
    args = [user_pk_to_url_str(user), default_token_generator.make_token(user)]
    return request.build_absolute_uri(reverse("account_reset_password_from_key", args=args))
