"""Entering a change of units: asked for, looked at, carried out, undone."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from quyen.accounts.models import User
from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.organisation import actions
from quyen.organisation.actions.preview import preview
from quyen.organisation.enums import SuccessionKind
from quyen.organisation.forms.wish import KINDS, Ask, ask_of
from quyen.organisation.queries import successions as queries


def _enters(request: HttpRequest) -> User:
    """Who looks after no unit has nothing to enter here."""
    user = person(request)
    if not queries.may_enter(user):
        raise Http404
    return user


@login_required
def listed(request: HttpRequest) -> HttpResponse:
    number = request.GET.get("trang", "")
    page = int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 1
    found = queries.succession_list(person(request), page)
    return render(request, "organisation/successions.html", {"page": found})


@login_required
def entered(request: HttpRequest) -> HttpResponse:
    """The form: every button comes back here with all that was given, until it is looked at."""
    user = _enters(request)
    ask = ask_of(request.GET)
    errors: list[str] = []
    if "xem" in request.GET:
        errors = ask.errors() or _refused(ask)
        if not errors:
            there = f"{reverse('organisation:preview')}?{ask.query}"
            return HttpResponseClientRedirect(there) if request.htmx else redirect(there)  # type: ignore[attr-defined]
    return render(request, "organisation/enter.html", _form(user, ask, request.GET, errors))


def _refused(ask: Ask) -> list[str]:
    try:
        actions.arrange(ask.wish())
    except QuyenError as error:
        return [str(error)]
    return []


def _form(user: User, ask: Ask, given: dict[str, str], errors: list[str]) -> dict[str, object]:
    day = ask.day or timezone.localdate()
    words = "" if "them" in given else given.get("tim", "")[:100]  # what was looked for has been found
    words_target = "" if {"them_phan", "chon_den"} & set(given) else given.get("tim_den", "")[:100]
    named = {*ask.units, *(piece.target for piece in ask.pieces if piece.target)}
    chosen = queries.chosen(user, day, named | ({ask.target} if ask.target else set()))
    is_split = ask.kind == SuccessionKind.SPLIT
    source = ask.units[0] if ask.units and is_split else None
    return {
        "ask": ask,
        "errors": errors,
        "kinds": [(kind.value, kind.label) for kind in KINDS],
        "units": [chosen[unit] for unit in ask.units if unit in chosen],
        "target": chosen.get(ask.target or 0),
        "pieces": [(at, piece, chosen.get(piece.target or 0)) for at, piece in enumerate(ask.pieces)],
        "source": chosen.get(source or 0),
        "goes_on": any(piece.target == source for piece in ask.pieces),
        "below": _below(ask, day, source),
        "found": () if ask.units and not words else queries.choices(user, day, words),
        "found_target": _found_target(user, ask, day, words_target),
        "words": words,
        "words_target": words_target,
        "needs_target": ask.kind in (SuccessionKind.MOVE, SuccessionKind.ABOLISH),
    }


def _found_target(user: User, ask: Ask, day: date, words: str) -> tuple[queries.Choice, ...]:
    """Without words those that the person looks after are offered, as long as nothing is chosen."""
    if ask.kind in (SuccessionKind.MERGE, SuccessionKind.RENAME) or (ask.pieces and not words):
        return ()
    return queries.choices(user, day, words)


def _below(ask: Ask, day: date, source: int | None) -> list[tuple[int, str, int | None]]:
    """The units under the one that is split, with the part each goes to."""
    if source is None or len(ask.pieces) < 2:
        return []
    return [(pk, name, ask.below.get(pk)) for pk, name in queries.units_below(day, source)]


@login_required
def previewed(request: HttpRequest) -> HttpResponse:
    """GET: what would change. POST: carried out, if it still comes out as it was seen."""
    user = _enters(request)
    ask = ask_of(request.POST if request.method == "POST" else request.GET)
    back = f"{reverse('organisation:enter')}?{ask.query}"
    if ask.errors():
        return redirect(f"{back}&xem=1")
    try:
        seen = preview(actor=user, wish=ask.wish())
        if request.method == "POST":
            if request.POST.get("sign") == seen.sign:
                return _carry_out(request, user, ask)
            messages.warning(
                request,
                _("Từ lúc xem trước, đơn vị đã có thay đổi khác. Chưa làm gì; hãy xem lại rồi thực hiện."),
            )
    except QuyenError as error:
        messages.error(request, error.told)
        return redirect(back)
    context = {"seen": seen, "ahead": seen.ahead, "look": seen.ahead.look, "ask": ask, "back": back}
    return render(request, "organisation/preview.html", context)


def _carry_out(request: HttpRequest, user: User, ask: Ask) -> HttpResponse:
    try:
        made = actions.carry_out(actor=user, wish=ask.wish())
    except PermissionDenied:
        messages.error(request, _("Chưa thay đổi gì: bạn chưa phải quản trị viên của mọi đơn vị liên quan."))
        return redirect(f"{reverse('organisation:preview')}?{ask.query}")
    messages.success(
        request, _("Đã thực hiện. Số liệu vẫn ở nguyên đơn vị đã báo; có thể hoàn tác tại trang này.")
    )
    return redirect("organisation:succession", made.pk)


@login_required
def shown(request: HttpRequest, succession_id: int) -> HttpResponse:
    found = get_object_or_404(queries.named_successions().select_related("entered_by"), pk=succession_id)
    page = queries.succession_page(person(request), found)
    return render(request, "organisation/succession.html", {"page": page, "look": page.look})


@login_required
@require_POST
def undone(request: HttpRequest, succession_id: int) -> HttpResponse:
    found = get_object_or_404(queries.named_successions(), pk=succession_id)
    try:
        actions.undo_succession(actor=person(request), succession=found)
    except PermissionDenied:
        messages.error(request, _("Chưa hoàn tác: bạn chưa phải quản trị viên của mọi đơn vị liên quan."))
        return redirect("organisation:succession", succession_id)
    except QuyenError as error:
        messages.error(request, error.told)
        return redirect("organisation:succession", succession_id)
    messages.success(request, _("Đã hoàn tác; mọi đơn vị trở lại như trước."))
    return redirect("organisation:successions")
