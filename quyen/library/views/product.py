"""One product: its page, its steps, its translations and revisions. Each deed ends on a page."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from quyen.accounts.models import User
from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.library import actions
from quyen.library.enums import Deed, Language
from quyen.library.forms.steps import CommentForm, LanguageForm, LinkForm, StepForm
from quyen.library.models import Product
from quyen.library.queries.access import readable_products
from quyen.library.queries.desk import checkers
from quyen.library.queries.page import NEXT, edition_page, product_page

LINK_SHOWN = "library_review_link"  # the one time that a link is shown, kept in the session until then


@login_required
def product(request: HttpRequest, pk: int) -> HttpResponse:
    page = product_page(person(request), pk)
    if page is None:
        raise Http404
    taken = {one.language for one in page.versions}
    context = {
        "page": page, "product": page.product, "people": checkers(page.product) if page.sides.writes else [],
        "languages": [(one.value, one.label) for one in Language if one not in taken],
        "link_shown": _shown_once(request, pk), "link_form": LinkForm(), "comment_form": CommentForm(),
        "way": [state for state in NEXT if state != "retire"],
    }  # fmt: skip
    return render(request, "library/product.html", context)


def _shown_once(request: HttpRequest, pk: int) -> str:
    held = request.session.pop(LINK_SHOWN, None)
    return held[1] if held and held[0] == pk else ""


@login_required
@require_POST
def step(request: HttpRequest, pk: int) -> HttpResponse:
    """The next step, or one back."""
    found = readable(request, pk)
    people: dict[int, User] = {one.pk: one for one in checkers(found)}
    form = StepForm(request.POST, people=people)
    if not form.is_valid():
        messages.error(
            request, _("Chưa làm gì: hãy chọn người trong danh sách và ghi ngày hạn như 30/11/2026.")
        )
        return redirect("library:product", pk)
    return _do(request, found, lambda: _step(person(request), found, form))


def _step(actor: User, found: Product, form: StepForm) -> Product:
    given, turn = form.cleaned_data, form.turn()
    revision, reason = given["revision"], given["reason"]
    same = {"actor": actor, "product": found, "revision": revision}
    deeds: dict[str, Callable[[], Product]] = {
        Deed.HAND_IN: lambda: actions.hand_in(**same, turn=turn),
        Deed.ASK_CHECK: lambda: actions.ask_check(**same, turn=turn),
        Deed.PASS_CHECK: lambda: actions.pass_check(**same, turn=turn, note=reason),
        Deed.APPROVE: lambda: actions.approve(**same, turn=turn),
        Deed.PUBLISH: lambda: actions.publish_product(**same),
        Deed.SEND_BACK: lambda: actions.send_back(**same, reason=reason, turn=turn),
        Deed.TAKE_BACK: lambda: actions.take_back(**same),
        Deed.RETIRE: lambda: actions.retire_product(**same, reason=reason),
        Deed.REVISE: lambda: actions.revise_product(actor=actor, product=found, reason=reason),
        Deed.BEGIN: lambda: actions.set_turn(**same, turn=turn),
    }  # fmt: skip
    return deeds.get(given["buoc"], lambda: found)()


@login_required
@require_POST
def translate(request: HttpRequest, pk: int) -> HttpResponse:
    found, form = readable(request, pk), LanguageForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Hãy chọn ngôn ngữ của bản dịch."))
        return redirect("library:product", pk)
    try:
        made = actions.start_translation(
            actor=person(request), source=found, language=form.cleaned_data["language"]
        )
    except QuyenError as error:
        messages.error(request, error.told)
        return redirect("library:product", pk)
    return redirect("library:write", made.pk)


@login_required
@require_POST
def follow(request: HttpRequest, pk: int) -> HttpResponse:
    found = readable(request, pk)
    words = _("Đã ghi nhận: bản dịch theo kịp bản gốc.")
    return _do(request, found, lambda: actions.follow_source(actor=person(request), product=found), words)


@login_required
@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    found = readable(request, pk)
    words = _("Đã nhận: bản dịch này có người đọc lại.")
    return _do(
        request, found, lambda: actions.accept_machine_words(actor=person(request), product=found), words
    )


@login_required
@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    found = readable(request, pk)
    try:
        actions.drop_product(actor=person(request), product=found)
    except QuyenError as error:
        messages.error(request, error.told)
        return redirect("library:product", pk)
    messages.success(request, _("Đã xóa bản nháp “%(title)s”.") % {"title": found.title})
    return redirect("library:product", found.revises_id) if found.revises_id else redirect("library:list")


@login_required
def edition(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    page = edition_page(person(request), pk, number)
    if page is None:
        raise Http404
    return render(request, "library/edition.html", {"page": page})


def readable(request: HttpRequest, pk: int) -> Product:
    rows = readable_products(person(request)).select_related("unit", "translation_of", "revises")
    return get_object_or_404(rows, pk=pk)


def _do(request: HttpRequest, found: Product, act: Callable[[], Product], words: str = "") -> HttpResponse:
    """Does it and says so, or says why not; ends on the product, whatever its number is now."""
    try:
        made = act()
    except QuyenError as error:
        messages.error(request, error.told)
        return redirect("library:product", found.pk)
    messages.success(
        request, words or _("Đã xong: sản phẩm %(state)s.") % {"state": made.get_state_display()}
    )
    return redirect(
        "library:write" if made.revises_id and made.pk != found.pk else "library:product", made.pk
    )
