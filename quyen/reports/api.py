"""Reports for other systems: what is asked, what a report is to hold, the report itself, what became of it."""

from __future__ import annotations

import hashlib
import json
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Router, Schema
from ninja.params.functions import Header, Path, Query
from pydantic import ConfigDict

from quyen.accounts.queries import person
from quyen.core.text.saying import plain
from quyen.reports import actions, queries
from quyen.reports.enums import Via
from quyen.reports.models import Edition, Submission

router = Router(tags=["reports"])
PAGE = 200
NEEDED = ("unit__parent", "cycle__regime__unit")  # what the content of a report is worked out from
Row = Annotated[int, Path(..., ge=1, le=2**63 - 1)]
Seen = Annotated[int, Field(ge=0, le=2**31 - 1, description="Phiên bản đã thấy; 0: chưa có gì")]
Number = Annotated[Decimal, Field(ge=0, max_digits=20, decimal_places=4)]


# --- what is asked ----------------------------------------------------------------------------------


class RoundOut(Schema):
    """One report that a unit owes. `report` is its number in all other addresses; [start, end) what it is about."""

    report: int
    unit: int
    unit_code: str
    unit_name: str
    title: str
    start: date
    end: date
    due_on: date
    state: str
    late: bool


class RoundsOut(Schema):
    rounds: list[RoundOut]
    page: int
    more: bool


@router.get("/rounds", response=RoundsOut, summary="Báo cáo đang được yêu cầu")
def rounds(
    request: HttpRequest,
    unit: int = Query(0, ge=0, le=2**63 - 1),
    page: int = Query(1, ge=1, le=10_000),
) -> RoundsOut:
    """Open rounds of the key's unit and the units below it; two hundred a page, the nearest due day first."""
    rows = queries.editable_submissions(person(request)).filter(cycle__closed_at=None, is_expected=True)
    if unit:
        rows = rows.filter(unit=unit)
    first = (page - 1) * PAGE
    ordered = rows.select_related("cycle", "unit").order_by("cycle__due_on", "pk")
    found = list(ordered[first : first + PAGE + 1])
    return RoundsOut(rounds=[_round(one) for one in found[:PAGE]], page=page, more=len(found) > PAGE)


def _round(one: Submission) -> RoundOut:
    cycle, unit = one.cycle, one.unit
    return RoundOut(
        report=one.pk, unit=unit.pk, unit_code=unit.code, unit_name=unit.name, title=cycle.title,
        start=cycle.period_start, end=cycle.period_end, due_on=cycle.due_on, state=one.state, late=one.is_late,
    )  # fmt: skip


class WorkCellOut(Schema):
    place: str
    assignment: int
    text: str
    part: str
    due_on: date | None
    state: str
    note: str
    seen: int


class FigureCellOut(Schema):
    place: str
    code: str
    name: str
    definition: str
    measured_in: str
    needs_denominator: bool
    start: date
    end: date
    numerator: str | None
    denominator: str | None
    applicable: bool
    note: str
    seen: int


class TextCellOut(Schema):
    """`text` None: the section is filled from the facts as long as nobody writes in it."""

    place: str
    key: str
    title: str
    guide: str
    text: str | None
    seen: int


class FormOut(Schema):
    report: RoundOut
    works: list[WorkCellOut]
    figures: list[FigureCellOut]
    texts: list[TextCellOut]


@router.get("/reports/{report}/form", response=FormOut, summary="Báo cáo cần có gì, và đang có gì")
def form(request: HttpRequest, report: Row) -> FormOut:
    """Every cell with the version that stands: give it back as `seen`."""
    one = _owned(request, report, *NEEDED)
    found = queries.form_of(one)
    works = [WorkCellOut(**vars(cell), place=cell.place) for cell in found.works]
    texts = [
        TextCellOut(
            place=cell.place, key=cell.section.key, title=cell.section.title, guide=cell.section.guide,
            text=cell.text, seen=cell.seen,
        )
        for cell in found.texts
    ]  # fmt: skip
    return FormOut(report=_round(one), works=works, figures=list(map(_figure, found.figures)), texts=texts)


def _figure(cell: queries.FigureCell) -> FigureCellOut:
    one = cell.indicator
    return FigureCellOut(
        place=cell.place, code=one.code, name=one.name, definition=one.definition, measured_in=one.measured_in,
        needs_denominator=one.is_share, start=cell.period.start, end=cell.period.until, numerator=plain(cell.numerator),
        denominator=plain(cell.denominator), applicable=cell.applicable, note=cell.note, seen=cell.seen,
    )  # fmt: skip


# --- the report -------------------------------------------------------------------------------------


class Given(Schema):
    model_config = ConfigDict(extra="forbid")


class FigureIn(Given):
    """`start`: any day of the period, left out for the round's own. `reason`: needed where a value stands."""

    code: str = Field(max_length=20)
    start: date | None = None
    numerator: Number | None = None
    denominator: Number | None = None
    applicable: bool = True
    note: str = Field("", max_length=5000)
    link: str = Field("", max_length=500, pattern=r"^(https?://[^\s<>\"]+)?$")
    reason: str = Field("", max_length=300)
    seen: Seen = 0


class WorkIn(Given):
    assignment: int = Field(ge=1, le=2**63 - 1)
    state: Literal["not_started", "under_way", "done", "cannot"]
    note: str = Field("", max_length=5000)
    seen: Seen = 0


class TextIn(Given):
    key: str = Field(max_length=40)
    text: str = Field(max_length=200_000)
    seen: Seen = 0


class HeadIn(Given):
    """What the unit says of the document; what is left out stays."""

    number: str | None = Field(None, max_length=40)
    symbol: str | None = Field(None, max_length=80)
    place: str | None = Field(None, max_length=80)
    day: date | None = None
    subject: str | None = Field(None, max_length=500)
    signer: str | None = Field(None, max_length=120)


class ReportIn(Given):
    """All or nothing. `send` false writes the draft and leaves it with the unit."""

    figures: list[FigureIn] = Field(default=[], max_length=2000)
    works: list[WorkIn] = Field(default=[], max_length=2000)
    texts: list[TextIn] = Field(default=[], max_length=60)
    head: HeadIn | None = None
    send: bool = True


class AnswerOut(Schema):
    """`edition`: the SHA-256 of what was fixed; `received_at` None where nothing was sent yet."""

    report: int
    state: str
    edition: str | None
    received_at: datetime | None
    late: bool


KEY = r"^[A-Za-z0-9._:-]{8,120}$"


@router.post("/reports/{report}", response=AnswerOut, summary="Gửi báo cáo")
def receive(
    request: HttpRequest,
    report: Row,
    body: ReportIn,
    key: str = Header(..., alias="Idempotency-Key", pattern=KEY),
) -> dict[str, Any]:
    """Taken whole or refused whole, cell by cell. The same key with the same content is answered as the first time,
    however often and at whatever instant; the same key with another content is refused (409)."""
    given = given_of(body)
    asked = json.dumps([report, body.model_dump(mode="json")], sort_keys=True, ensure_ascii=False)
    sha256 = hashlib.sha256(asked.encode()).hexdigest()
    user = person(request)
    try:
        return actions.receive_once(
            actor=user, report=report, key=key, asked_sha256=sha256, given=given, via=Via.API
        )
    except PermissionDenied:
        get_object_or_404(queries.readable_submissions(user), pk=report)
        raise


def given_of(body: ReportIn) -> actions.GivenReport:
    head = body.head.model_dump(mode="json", exclude_none=True) if body.head else {}
    return actions.GivenReport(
        figures=tuple(actions.GivenFigure(**one.model_dump()) for one in body.figures),
        works=tuple(actions.GivenWork(**one.model_dump()) for one in body.works),
        texts=tuple(actions.GivenText(**one.model_dump()) for one in body.texts),
        head=head,
        send=body.send,
    )


# --- what became of it ------------------------------------------------------------------------------


class StepOut(Schema):
    at: datetime
    deed: str
    by: str
    reason: str
    edition: str | None


class EditionOut(Schema):
    sha256: str
    made_at: datetime


class ReportOut(Schema):
    """`reason`: why it was returned, as long as it is."""

    report: RoundOut
    answer: AnswerOut
    reason: str
    steps: list[StepOut]
    editions: list[EditionOut]


@router.get("/reports/{report}", response=ReportOut, summary="Báo cáo đã đến đâu")
def report(request: HttpRequest, report: Row) -> ReportOut:
    one = get_object_or_404(queries.readable_submissions(person(request)).select_related(*NEEDED), pk=report)
    steps = [
        StepOut(
            at=step.created_at, deed=step.deed, by=step.by_name, reason=step.reason,
            edition=step.edition.sha256 if step.edition else None,
        )
        for step in one.steps.select_related("edition").defer("edition__content").order_by("pk")
    ]  # fmt: skip
    held = one.editions.order_by("pk").values_list("sha256", "created_at")
    editions = [EditionOut(sha256=sha256, made_at=at) for sha256, at in held]
    answer = AnswerOut(**actions.answer_of(one))
    return ReportOut(report=_round(one), answer=answer, reason=one.reason, steps=steps, editions=editions)


@router.get("/editions/{sha256}", response=dict[str, Any], summary="Một bản đã chốt, nguyên văn")
def edition(
    request: HttpRequest,
    sha256: Annotated[str, Path(..., pattern="^[0-9a-f]{64}$")],
    report: int = Query(..., ge=1, le=2**63 - 1),
) -> dict[str, Any]:
    rows: Any = queries.readable_editions(person(request))
    found: Edition = get_object_or_404(rows, submission=report, sha256=sha256)
    content: dict[str, Any] = found.content
    return content


def _owned(request: HttpRequest, report: int, *needed: str) -> Submission:
    """A report that the key's unit may write. Errors: Http404; PermissionDenied where it may only be read."""
    user = person(request)
    found = queries.editable_submission(user, report, *needed)
    if found is None:
        get_object_or_404(queries.readable_submissions(user), pk=report)
        raise PermissionDenied
    return found
