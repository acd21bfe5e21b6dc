"""Invitations: sent by an administrator, taken up by whoever holds the link."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from quyen.accounts.models import User
from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.organisation.actions.invitations import (
    KEPT_DAYS,
    Offered,
    accept_as_new,
    accept_signed_in,
    invite,
    mark_opened,
    send_again,
    withdraw_invitation,
)
from quyen.organisation.forms.people import AcceptForm, InviteForm
from quyen.organisation.models import Invitation, Unit
from quyen.organisation.queries import governed_units
from quyen.organisation.queries.invitations import Offer, offer_of
from quyen.organisation.queries.people import governed_invitations
from quyen.organisation.queries.unit_finder import UnitFinder

BACKEND = settings.AUTHENTICATION_BACKENDS[0]
OFFERED = 300  # units offered while typing; more would weigh the page down
GONE = 410


@login_required
def invite_person(request: HttpRequest) -> HttpResponse:
    """`?don_vi=` fills the unit in."""
    finder = UnitFinder(person(request))
    if not finder.governed:
        raise Http404
    asked = request.GET.get("don_vi", "")
    unit = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 18 else 0
    first = {"since": timezone.localdate(), "unit": finder.word(unit) if unit in finder.governed else ""}
    form = InviteForm(finder, request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        answer = _invited(request, form)
        if answer is not None:
            return answer
    names = [finder.word(one) for one in finder.governed] if len(finder.governed) <= OFFERED else []
    return render(
        request, "organisation/invite.html", {"form": form, "names": sorted(names), "days": KEPT_DAYS}
    )


def _invited(request: HttpRequest, form: InviteForm) -> HttpResponse | None:
    """None where the form has to be mended."""
    actor = person(request)
    unit = get_object_or_404(governed_units(actor), pk=form.cleaned_data["unit"])
    try:
        done = invite(actor=actor, unit=unit, wanted=form.wanted(), address=address_of(request))
    except QuyenError as error:
        form.add_error(None, error.told)
        return None
    return _told(request, done)


def _told(request: HttpRequest, done: Offered) -> HttpResponse:
    """Back to the list; on an installation without a mail server the link is shown, this once."""
    if done.membership is not None:
        said = _("Đã giao vai trò cho %(name)s, người đã ở trong các đơn vị của bạn.")
        messages.success(request, said % {"name": done.membership.user.full_name})
        return redirect("organisation:person", done.membership.user_id)
    assert done.invitation is not None
    if not settings.HAS_MAIL_SERVER:
        context = {"invitation": done.invitation, "link": done.link, "days": KEPT_DAYS}
        return render(request, "organisation/invited.html", context)
    messages.success(request, _("Thư mời đang được gửi tới %(email)s.") % {"email": done.invitation.email})
    return redirect(f"{reverse('organisation:people')}?xem=loi-moi")


def address_of(request: HttpRequest) -> Callable[[str], str]:
    """The whole address of a secret's page."""
    return lambda secret: request.build_absolute_uri(reverse("organisation:accept", args=[secret]))


@login_required
@require_POST
def again(request: HttpRequest, invitation_id: int) -> HttpResponse:
    found = _waiting(request, invitation_id)
    try:
        link = send_again(actor=person(request), invitation=found, address=address_of(request))
    except QuyenError as error:
        messages.error(request, error.told)
        return redirect(f"{reverse('organisation:people')}?xem=loi-moi")
    return _told(request, Offered(invitation=found, link=link))


@login_required
@require_POST
def withdraw(request: HttpRequest, invitation_id: int) -> HttpResponse:
    found = _waiting(request, invitation_id)
    try:
        withdraw_invitation(actor=person(request), invitation=found)
    except QuyenError as error:
        messages.error(request, error.told)
    else:
        messages.success(request, _("Đã rút lời mời; đường dẫn trong thư không dùng được nữa."))
    return redirect(f"{reverse('organisation:people')}?xem=loi-moi")


def _waiting(request: HttpRequest, invitation_id: int) -> Invitation:
    return get_object_or_404(governed_invitations(person(request)), pk=invitation_id)


@never_cache
def accept(request: HttpRequest, secret: str) -> HttpResponse:
    """What the one-time link opens: a first password, a button for who is signed in already, or why it is over."""
    offer = offer_of(secret)
    if offer is None or not offer.stands:
        context = {"offer": offer, "state": offer.state.value if offer else ""}
        return render(request, "organisation/accept/over.html", context, status=GONE if offer else 404)
    mark_opened(actor=None, invitation=offer.invitation)
    if isinstance(request.user, User):
        return _accept_as(request, request.user, offer)
    if offer.has_account:
        return render(request, "organisation/accept/sign_in.html", {"offer": offer})
    form = AcceptForm(
        offer.invitation, request.POST or None, initial={"full_name": offer.invitation.full_name}
    )
    if request.method == "POST" and form.is_valid():
        answer = _accept_new(request, offer, form)
        if answer is not None:
            return answer
    return render(request, "organisation/accept/new.html", {"offer": offer, "form": form})


def _accept_as(request: HttpRequest, user: User, offer: Offer) -> HttpResponse:
    if user.email.lower() != offer.invitation.email.lower():
        return render(request, "organisation/accept/other.html", {"offer": offer})
    if request.method == "POST":
        try:
            accept_signed_in(actor=user, invitation=offer.invitation)
        except (QuyenError, PermissionDenied) as error:
            messages.error(request, str(error) or _("Lời mời này không còn hiệu lực."))
            return redirect(request.path)
        return _welcome(request, offer)
    return render(request, "organisation/accept/known.html", {"offer": offer})


def _accept_new(request: HttpRequest, offer: Offer, form: AcceptForm) -> HttpResponse | None:
    given = form.cleaned_data
    try:
        user = accept_as_new(
            actor=None, invitation=offer.invitation, full_name=given["full_name"], password=given["password"]
        )
    except (QuyenError, PermissionDenied) as error:
        form.add_error(None, str(error) or _("Lời mời này không còn hiệu lực."))
        return None
    login(request, user, backend=BACKEND)
    return _welcome(request, offer)


def _welcome(request: HttpRequest, offer: Offer) -> HttpResponse:
    unit: Unit = offer.invitation.unit
    if offer.invitation.valid_from > timezone.localdate():
        said = _("Đã nhận. Vai trò của bạn tại %(unit)s bắt đầu từ ngày %(day)s.")
    else:
        said = _("Đã nhận. Bạn có vai trò tại %(unit)s từ bây giờ.")
    messages.success(request, said % {"unit": unit.name, "day": f"{offer.invitation.valid_from:%d/%m/%Y}"})
    return redirect("today")
