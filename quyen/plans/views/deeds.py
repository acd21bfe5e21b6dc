"""What is done with one assignment beside reporting: evidence, questions, shares. Each ends on its page."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.plans.actions.work import evidence as showing
from quyen.plans.actions.work.questions import answer, ask
from quyen.plans.actions.work.sharing import break_down, withdraw_share
from quyen.plans.forms.work import EvidenceForm, QuestionForm, ShareForm
from quyen.plans.models import Assignment, Evidence, EvidenceLink, Question
from quyen.plans.queries.work.access import evidence_for, readable_assignments, shareable_assignments
from quyen.plans.queries.work.page import evidence_of
from quyen.plans.views.work import own_assignment
from quyen.shared.views import wholes


@login_required
@require_POST
def add_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """A file, an address, an item of another app, or evidence that is there. JSON for the script that keeps
    photographs until the line is back: `rows` or `error`."""
    found = own_assignment(request, pk)
    form = EvidenceForm(request.POST, request.FILES)
    problem = "" if form.is_valid() else " ".join(str(e) for errors in form.errors.values() for e in errors)
    if not problem:
        try:
            _add(request, found, form)
        except QuyenError as error:
            problem = f"{error} {error.advice.removeprefix('Tệp vẫn được giữ nguyên.').strip()}".strip()
    if request.accepts("text/html"):
        if problem:
            messages.error(request, problem)
        else:
            messages.success(request, _("Đã thêm minh chứng."))
        return _back(request, pk)
    if problem:
        return JsonResponse({"error": problem}, status=422)
    return JsonResponse({"rows": _rows(request, found)}, status=201)


def _add(request: HttpRequest, found: Assignment, form: EvidenceForm) -> None:
    """Errors: those of the actions."""
    given, actor = form.cleaned_data, person(request)
    file: UploadedFile | None = given["tep"]  # type: ignore[type-arg]
    if file is not None:
        showing.add_file(
            actor=actor, assignment=found, name=file.name or "", data=file.read(), about=form.about()
        )
    elif given["link"]:
        showing.add_link(actor=actor, assignment=found, link=given["link"], about=form.about())
    elif given["da_co"]:
        row = get_object_or_404(Evidence, pk=given["da_co"], unit=found.unit_id)
        showing.tie_evidence(actor=actor, evidence=row, assignment=found)
    else:
        sort, subject = form.item()
        showing.add_item(actor=actor, assignment=found, sort=sort, subject_id=subject, about=form.about())


def _rows(request: HttpRequest, found: Assignment) -> str:
    links = found.evidence_links.select_related("evidence__file").order_by("-id")
    context = {"evidence": evidence_of(links), "pk": found.pk, "may_edit": True}
    return render_to_string("plans/work/evidence_rows.html", context, request)


@login_required
@require_POST
def drop_evidence(request: HttpRequest, pk: int, link_id: int) -> HttpResponse:
    found = own_assignment(request, pk)
    link = get_object_or_404(EvidenceLink.objects.select_related("assignment"), pk=link_id, assignment=found)
    _do(
        request,
        lambda: showing.untie_evidence(actor=person(request), link=link),
        _("Đã bỏ minh chứng khỏi việc này."),
    )
    return _back(request, pk)


@login_required
@require_GET
def evidence_file(request: HttpRequest, evidence_id: int) -> HttpResponseBase:
    """The file of a piece of evidence, byte for byte, always to save and never shown as a page of this site."""
    row = evidence_for(person(request), evidence_id)
    if row is None or row.file is None:
        raise Http404
    try:
        content = row.file.content.open("rb")
    except FileNotFoundError as error:
        raise Http404(_("Không còn thấy tệp gốc trong kho; hãy báo người quản trị.")) from error
    return FileResponse(
        content, as_attachment=True, filename=row.file.name, content_type="application/octet-stream"
    )


@login_required
@require_POST
def ask_question(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(readable_assignments(person(request)), pk=pk)
    form = QuestionForm(request.POST)
    if form.is_valid():
        text = form.cleaned_data["text"]
        _do(request, lambda: ask(actor=person(request), assignment=found, text=text), _("Đã gửi câu hỏi."))
    else:
        messages.error(request, _("Chưa gửi: hãy viết câu hỏi rồi bấm lại."))
    return _back(request, pk)


@login_required
@require_POST
def answer_question(request: HttpRequest, pk: int, question_id: int) -> HttpResponse:
    found = get_object_or_404(readable_assignments(person(request)), pk=pk)
    row = get_object_or_404(Question.objects.select_related("assignment"), pk=question_id, assignment=found)
    form = QuestionForm(request.POST)
    if form.is_valid():
        text = form.cleaned_data["text"]
        _do(request, lambda: answer(actor=person(request), question=row, text=text), _("Đã gửi câu trả lời."))
    else:
        messages.error(request, _("Chưa gửi: hãy viết câu trả lời rồi bấm lại."))
    return _back(request, pk)


@login_required
@require_POST
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """Breaks the assignment down for the units ticked."""
    found = get_object_or_404(shareable_assignments(person(request)), pk=pk)
    form = ShareForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Chưa giao: ngày hạn ghi chưa đúng, ví dụ 30/11/2026."))
        return _back(request, pk)
    try:
        number = break_down(
            actor=person(request), assignment=found, share=form.share(wholes(request.POST.getlist("don-vi")))
        )
    except QuyenError as error:
        messages.error(request, error.told)
    else:
        said = ngettext("Đã giao cho %(n)s đơn vị.", "Đã giao cho %(n)s đơn vị.", number) % {"n": number}
        messages.success(request, said)
    return _back(request, pk)


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes a share back; ends on the page of the whole."""
    found = get_object_or_404(readable_assignments(person(request)), pk=pk)
    _do(request, lambda: withdraw_share(actor=person(request), assignment=found), _("Đã rút phần việc."))
    return redirect("plans:work-one", found.parent_id or pk)


def _do(request: HttpRequest, deed: Callable[[], object], said: str) -> None:
    try:
        deed()
    except QuyenError as error:
        messages.error(request, error.told)
    else:
        messages.success(request, said)


def _back(request: HttpRequest, pk: int) -> HttpResponse:
    """To where the person came from on this site, else to the assignment's page."""
    back = request.POST.get("ve", "")
    if url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
        return redirect(back)
    return redirect("plans:work-one", pk)
