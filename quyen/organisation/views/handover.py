"""A person's open work handed to another: looked at first, then done."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.organisation.actions.handover import HandOver, hand_over_work
from quyen.organisation.forms.people import HandOverForm
from quyen.organisation.queries.handover import hand_over_page
from quyen.organisation.queries.people import governed_people


@login_required
def hand_over(request: HttpRequest, user_id: int) -> HttpResponse:
    """GET: what lies open, and with a successor and a day what would become of it. POST: done, if it still comes out so."""
    actor = person(request)
    leaver = get_object_or_404(governed_people(actor), pk=user_id)
    given = request.POST or request.GET
    form = HandOverForm(
        actor, leaver, given if "email" in given else None, initial={"day": timezone.localdate()}
    )
    successor, day = form.chosen()
    if request.method == "POST" and successor is not None and _done(request, leaver, successor):
        return redirect("organisation:person", leaver.pk)
    page = hand_over_page(actor, leaver, successor, day)
    context = {
        "page": page,
        "form": form,
        "given": given.get("email", ""),
        "is_today": day <= timezone.localdate(),
    }
    return render(request, "organisation/handover.html", context)


def _done(request: HttpRequest, leaver: User, successor: User) -> bool:
    form = HandOverForm(person(request), leaver, request.POST)
    _successor, day = form.chosen()
    wish = HandOver(leaver, successor, day)
    try:
        hand_over_work(actor=person(request), wish=wish, sign=request.POST.get("sign", ""))
    except QuyenError as error:
        messages.error(request, error.told)
        return False
    except PermissionDenied:
        raise Http404 from None
    said = _("Đã bàn giao cho %(name)s từ ngày %(day)s.")
    messages.success(request, said % {"name": successor.full_name, "day": f"{day:%d/%m/%Y}"})
    return True
