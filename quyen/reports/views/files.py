"""A report as Word, PDF and Excel, and how it stands to Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.core.paper import figures
from quyen.core.paper.official import docx, pdf
from quyen.reports.actions.export import record_report_export
from quyen.reports.enums import Deed
from quyen.reports.queries.content import Content
from quyen.reports.queries.official import official_of, public_of, sheet_figures
from quyen.reports.queries.reading import Reading, reading_of
from quyen.shared.views import answer_file, whole

FINAL = (Deed.APPROVE, Deed.SUBMIT, Deed.ACCEPT)


@dataclass(frozen=True)
class Asked:
    """What goes into a file: an edition, or the words of now as a draft."""

    reading: Reading
    content: Content
    draft: bool
    public: bool

    @property
    def name(self) -> str:
        parts = ("DỰ THẢO" if self.draft else "", self.content["head"]["subject"], self.reading.submission.unit.name,
                 "công khai" if self.public else "")  # fmt: skip
        return " ".join(part for part in parts if part)


@login_required
def report_docx(request: HttpRequest, pk: int) -> HttpResponse:
    return _file(request, pk, "docx", lambda one: docx(official_of(one.content, draft=one.draft)))


@login_required
def report_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    return _file(request, pk, "pdf", lambda one: pdf(official_of(one.content, draft=one.draft)))


@login_required
def report_xlsx(request: HttpRequest, pk: int) -> HttpResponse:
    return _file(request, pk, "xlsx", _workbook)


def _workbook(one: Asked) -> bytes:
    held, edition = one.reading.submission, one.reading.edition
    day = timezone.localdate(edition.created_at) if edition else timezone.localdate()
    measured = held.cycle.measured
    period = f"{measured.start:%d/%m/%Y} – {measured.last_day:%d/%m/%Y}"
    rows = sheet_figures(one.content, unit=held.unit.name, period=period, day=day)
    return figures(rows, title=one.content["head"]["subject"], note="DỰ THẢO" if one.draft else "")


def _file(request: HttpRequest, pk: int, kind: str, made: Callable[[Asked], bytes]) -> HttpResponse:
    one = _asked(request, pk)
    try:
        content = made(one)
    except QuyenError as error:
        messages.error(request, error.told)
        return redirect("reports:report", pk)
    answer = answer_file(content, one.name, kind)
    record_report_export(actor=person(request), submission=one.reading.submission, name=f"{one.name}.{kind}")
    return answer


def _asked(request: HttpRequest, pk: int) -> Asked:
    """`ban`: an edition; `cong-khai`: what everybody may read, of an edition that is no draft any more. Errors: Http404."""
    reading = reading_of(person(request), pk, edition=whole(request.GET.get("ban")))
    edition = reading.edition
    draft = edition is None or not edition.steps.filter(deed__in=FINAL).exists()
    public = "cong-khai" in request.GET
    if public and draft:
        raise Http404
    return Asked(reading, public_of(reading.content) if public else reading.content, draft, public)
