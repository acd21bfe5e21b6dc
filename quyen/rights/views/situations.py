"""The desk of situations: all pages, one page, its words, its editions."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from quyen.accounts.models import User
from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.organisation.enums import Role
from quyen.rights.actions.situation_words import SituationMet, Written
from quyen.rights.actions.situations import (
    Saving,
    open_situation,
    publish_edition,
    restore_edition,
    review_edition,
    save_text,
    withdraw_text,
)
from quyen.rights.enums import BlockKind
from quyen.rights.forms.situations import Blocks, NewSituationForm, ReviewForm, WithdrawForm, WordsForm
from quyen.rights.models import SituationEdition
from quyen.rights.models.situations import SOURCE_LANGUAGE
from quyen.rights.queries.desk import keeps_rights
from quyen.rights.queries.situation_blocks import faults_of
from quyen.rights.queries.situation_desk import (
    DeskPage,
    differences,
    edition_page,
    page_languages,
    preview_of,
    said,
    situation_desk,
    situation_list,
)
from quyen.shared.views import whole

LENSES = {  # as addresses say them: the mark, and what it is called
    "chua-co": ("missing", gettext_lazy("chưa có")),
    "nhap": ("draft", gettext_lazy("bản nháp")),
    "cho-dang": ("pending", gettext_lazy("sửa chờ đăng")),
    "ban-kem": ("offered", gettext_lazy("có bản kèm mới")),
    "luat-da-doi": ("replaced", gettext_lazy("dẫn luật đã đổi")),
    "loi-thoi": ("outdated", gettext_lazy("cũ hơn bản tiếng Việt")),
    "chua-duyet": ("unreviewed", gettext_lazy("chưa duyệt")),
    "may-nhap": ("machine", gettext_lazy("máy nháp")),
}
NAMES = {mark: name for mark, name in LENSES.values()}


def _at_desk(request: HttpRequest, at_least: Role = Role.VIEWER) -> User:
    user = person(request)
    if not keeps_rights(user, at_least):
        raise PermissionDenied
    return user


def _page(slug: str, language: str, *, drafts: bool = True) -> DeskPage:
    page = situation_desk(slug, language, drafts=drafts)
    if page is None:
        raise Http404
    return page


@login_required
@require_GET
def situations(request: HttpRequest) -> HttpResponse:
    """For every signed-in person; what the public does not see, only for those of the desk."""
    user = person(request)
    lens = request.GET.get("xem", "")
    page = situation_list(LENSES[lens][0] if lens in LENSES else "", drafts=keeps_rights(user, Role.VIEWER))
    lenses = [(word, name, page.counts.get(mark, 0)) for word, (mark, name) in LENSES.items()]
    context = {
        "page": page, "lenses": lenses, "lens": lens, "names": NAMES, "languages": page_languages(),
        "may_write": keeps_rights(user),
    }  # fmt: skip
    return render(request, "rights/situations.html", context)


@login_required
def situation_new(request: HttpRequest) -> HttpResponse:
    user = _at_desk(request, Role.EDITOR)
    form = NewSituationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = open_situation(actor=user, **form.cleaned_data)
            return redirect("rights:situation-edit", made.slug, SOURCE_LANGUAGE)
        except QuyenError as error:
            form.add_error(None, error.told)
    status = 422 if request.method == "POST" else 200
    return render(request, "rights/situation_new.html", {"form": form}, status=status)


@login_required
@require_GET
def situation(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    """For every signed-in person as the public sees it, for those of the desk as it will be."""
    user = person(request)
    return _shown(request, user, _page(slug, language, drafts=keeps_rights(user, Role.VIEWER)))


def _may_place(user: User, page: DeskPage) -> bool:
    return keeps_rights(user, Role.COORDINATOR if page.is_public else Role.EDITOR)


def _shown(request: HttpRequest, user: User, page: DeskPage, status: int = 200, **forms: Any) -> HttpResponse:
    number = page.newest.number if page.newest else 0
    context = {
        "page": page, "review": ReviewForm(number=number), "withdraw": WithdrawForm(),
        "may_read": keeps_rights(user, Role.VIEWER), "may_write": keeps_rights(user),
        "may_publish": keeps_rights(user, Role.COORDINATOR), "may_place": _may_place(user, page),
    }  # fmt: skip
    return render(request, "rights/situation.html", context | forms, status=status)


@login_required
def situation_edit(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    """The words block by block. A button of a block, and the preview, save nothing."""
    user, page = _at_desk(request, Role.EDITOR), _page(slug, language)
    if request.method != "POST":
        words, blocks = _as_kept(page)
        return _form(request, page, words, blocks)
    words = WordsForm(request.POST, language=language, initial={})
    blocks = Blocks.sent(request.POST)
    if blocks.changed(request.POST) or not words.is_valid():
        return _form(request, page, words, blocks)
    if "xem" in request.POST:
        return _form(request, page, words, blocks, **_preview(page, words.written(blocks)))
    return _saved(request, user, page, words, blocks)


def _as_kept(page: DeskPage) -> tuple[WordsForm, Blocks]:
    """What is there; for a translation that is not, the frame of the Vietnamese page with nothing in it."""
    newest, source = page.newest, page.source
    if newest is not None:
        initial = newest.words() | {"asked": "\n".join(newest.asked), "seen": newest.number}
        initial |= {"translated_by": newest.translated_by, "machine_drafted": newest.machine_drafted}
        initial["follows_now"] = not page.is_outdated
        return WordsForm(None, language=page.language, initial=initial), Blocks.kept(newest.body)
    frame = (
        [_without_words(block) for block in source.body]
        if source
        else [{"kind": BlockKind.HEADING, "text": ""}]
    )
    form = WordsForm(None, language=page.language, initial={"seen": 0, "follows_now": True})
    return form, Blocks.kept(frame)


def _without_words(block: dict[str, Any]) -> dict[str, Any]:
    return {name: "" if name in {"text", "answer", "hours"} else value for name, value in block.items()}


def _preview(page: DeskPage, given: Written) -> dict[str, Any]:
    if faults := faults_of(list(given.body)):
        return {"faults": faults}
    return {"preview": preview_of(page.situation, page.language, given.words())}


def _form(
    request: HttpRequest, page: DeskPage, words: WordsForm, blocks: Blocks, status: int = 200, **more: Any
) -> HttpResponse:
    source = (
        [said(block) for block in page.source.body]
        if page.source and page.language != SOURCE_LANGUAGE
        else []
    )
    context = {
        "page": page, "form": words, "rows": blocks.rows(source), "kinds": BlockKind.choices,
        "last": len(blocks.blocks) - 1, "may_place": _may_place(person(request), page),
    }  # fmt: skip
    return render(request, "rights/situation_edit.html", context | more, status=status)


def _saved(
    request: HttpRequest, user: User, page: DeskPage, words: WordsForm, blocks: Blocks
) -> HttpResponse:
    given, data = words.written(blocks), words.cleaned_data
    saving = Saving(seen=data["seen"] or 0, why=data["why"], follows_now=data.get("follows_now", False))
    try:
        edition = save_text(
            actor=user, situation=page.situation, language=page.language, given=given, saving=saving
        )
    except SituationMet as error:
        return _met(request, page, words, blocks, error)
    except QuyenError as error:
        return _form(request, page, words, blocks, status=422, told=error.told)
    if edition is None:
        messages.info(request, _("Không có gì đổi so với bản mới nhất."))
    else:
        messages.success(request, _("Đã lưu bản %(number)s.") % {"number": edition.number})
    return redirect("rights:situation", page.situation.slug, page.language)


def _met(
    request: HttpRequest, page: DeskPage, words: WordsForm, blocks: Blocks, error: SituationMet
) -> HttpResponse:
    """Somebody else saved: both versions are shown, and saving again is meant over theirs."""
    given, newest = words.written(blocks), page.newest
    data = cast(QueryDict, words.data).copy()
    data["seen"] = str(newest.number if newest else 0)
    again = WordsForm(data, language=page.language, initial={})
    found = list(differences(newest.words(), given.words())) if newest else []
    return _form(request, page, again, blocks, status=422, told=error.told, met=found)


@login_required
def situation_edition(request: HttpRequest, slug: str, language: str, number: int) -> HttpResponse:
    """One edition and what it changed; sent back, its words become the newest edition."""
    user = _at_desk(request)
    page = edition_page(slug, language, number)
    if page is None:
        raise Http404
    if request.method == "POST":
        if not keeps_rights(user):
            raise PermissionDenied
        try:
            made = restore_edition(actor=user, edition=page.edition, seen=whole(request.POST.get("seen")))
            told = (
                _("Đã lấy lại thành bản %(number)s.") % {"number": made.number}
                if made
                else _("Không có gì đổi.")
            )
            messages.success(request, told)
        except QuyenError as error:
            messages.error(request, error.told)
        return redirect("rights:situation", slug, language)
    context = {"page": page, "may_write": keeps_rights(user)}
    return render(request, "rights/situation_edition.html", context)


def _edition(slug: str, language: str, number: str | None) -> SituationEdition:
    rows = SituationEdition.objects.filter(text__situation__slug=slug, text__language=language)
    return get_object_or_404(rows, number=whole(number) or 0)


@login_required
@require_POST
def situation_review(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    user = _at_desk(request, Role.COORDINATOR)
    form = ReviewForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        edition = _edition(slug, language, str(data["number"]))
        try:
            review_edition(actor=user, edition=edition, reviewed_by=data["reviewed_by"], on=data["on"])
            messages.success(
                request, _("Đã ghi người duyệt của bản %(number)s.") % {"number": edition.number}
            )
            return redirect("rights:situation", slug, language)
        except QuyenError as error:
            form.add_error(None, error.told)
    return _shown(request, user, _page(slug, language), 422, review=form)


@login_required
@require_POST
def situation_publish(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    user = _at_desk(request, Role.COORDINATOR)
    try:
        publish_edition(actor=user, edition=_edition(slug, language, request.POST.get("number")))
        messages.success(request, _("Trang đã đăng."))
    except QuyenError as error:
        messages.error(request, error.told)
    return redirect("rights:situation", slug, language)


@login_required
@require_POST
def situation_withdraw(request: HttpRequest, slug: str, language: str) -> HttpResponse:
    user, page = _at_desk(request, Role.COORDINATOR), _page(slug, language)
    form = WithdrawForm(request.POST)
    if page.text is None:
        raise Http404
    if not form.is_valid():
        return _shown(request, user, page, 422, withdraw=form)
    try:
        withdraw_text(actor=user, text=page.text, why=form.cleaned_data["why"])
        messages.success(request, _("Trang đã gỡ; mọi bản còn nguyên ở đây."))
    except QuyenError as error:
        messages.error(request, error.told)
    return redirect("rights:situation", slug, language)
