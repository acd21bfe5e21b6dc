"""A unit's whole report in one piece: figures, progress and words, from a sheet or from another system.

The rules, the same for every door:
- All or nothing: one fault or one clash, and nothing is written.
- Twice: the same request (its own key, or the same content) is answered as the first time and makes nothing new.
- Clash: a cell that somebody changed since the sender saw it is never overwritten; both versions are told, and the
  sender chooses. `seen` is the version the sender saw (0: none); a cell without one counts as never seen.
- Late: taken and marked late as long as the round is open; after it was closed, refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import recorded_together
from quyen.accounts.models import User
from quyen.core.arithmetic import period_at
from quyen.core.errors import QuyenError
from quyen.indicators.actions import Given as GivenValue
from quyen.indicators.actions import ValueAsked, ValueChanged, ValueRefused, values_held
from quyen.indicators.enums import Origin
from quyen.indicators.models import Indicator, Observation
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.organisation.queries import roles_remembered
from quyen.plans.actions.work.progress import ProgressGiven, ReportConflict, locked_assignments, progress_held
from quyen.plans.enums import WorkState
from quyen.plans.models import Assignment
from quyen.reports.actions.flow import send_held
from quyen.reports.actions.guard import ReportRefused, check_writable, held_report
from quyen.reports.actions.writing import Draft, PassageConflict, WordsGiven, words_held, write_held_head
from quyen.reports.enums import Via
from quyen.reports.models import Edition, Submission
from quyen.reports.queries import place_of, written_unit

Answer = dict[str, Any]


@dataclass(frozen=True)
class GivenFigure:
    """`start`: any day of the period, None for the round's own. `withdraws`: what was given is taken back."""

    code: str
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    applicable: bool = True
    note: str = ""
    link: str = ""
    reason: str = ""
    start: date | None = None
    seen: int = 0
    withdraws: bool = False


@dataclass(frozen=True)
class GivenWork:
    assignment: int
    state: str
    note: str = ""
    seen: int = 0


@dataclass(frozen=True)
class GivenText:
    key: str
    text: str
    seen: int = 0


@dataclass(frozen=True)
class GivenReport:
    figures: tuple[GivenFigure, ...] = ()
    works: tuple[GivenWork, ...] = ()
    texts: tuple[GivenText, ...] = ()
    head: dict[str, Any] = field(default_factory=dict)
    send: bool = True


@dataclass(frozen=True)
class Clash:
    """One cell changed by somebody else. `place`: "so:T1" ("so:T1@2026-04-01" where the sender named the period),
    "viec:12", "muc:kien-nghi"; `now`: what to give as `seen`."""

    place: str
    title: str
    mine: str
    theirs: str
    by: str
    now: int


@dataclass(frozen=True)
class Fault:
    """One cell that cannot be what was asked for."""

    place: str
    message: str


class NotTaken(ReportRefused):
    """Nothing was written. `faults` are to be mended, `clashes` to be chosen."""

    advice = "Chưa ghi gì. Hãy sửa các ô nêu trên, chọn bản nào ở các ô hai bên cùng sửa, rồi gửi lại."

    def __init__(self, faults: tuple[Fault, ...], clashes: tuple[Clash, ...]) -> None:
        said = _("Báo cáo có %(faults)s ô chưa đúng và %(clashes)s ô người khác vừa sửa.")
        super().__init__(said % {"faults": len(faults), "clashes": len(clashes)})
        self.faults, self.clashes = faults, clashes


class KeyReused(ReportRefused):
    """The same key with another content: the sender mixed something up."""

    advice = "Hãy dùng khóa mới cho nội dung mới. Lần gửi đầu vẫn giữ nguyên."

    def __init__(self) -> None:
        super().__init__(_("Khóa của lần gửi này đã dùng cho một nội dung khác."))


_CLAIMED = """
    INSERT INTO reports_receipt (created_at, unit_id, key, asked_sha256) VALUES (%s, %s, %s, %s)
    ON CONFLICT (unit_id, key) DO UPDATE SET key = EXCLUDED.key RETURNING id, asked_sha256, answer::text
"""
_ANSWERED = "UPDATE reports_receipt SET answer = %s::jsonb WHERE id = %s"


def receive_once(
    *, actor: User, report: int, key: str, asked_sha256: str, given: GivenReport, via: Via
) -> Answer:
    """`receive_report` once for a key of the report's unit, however often and at whatever instant it is asked; the others
    wait and get the same answer. What raised is not kept and may be tried again.

    Errors: PermissionDenied (or no such report), KeyReused, and those of `receive_report`."""
    unit_id = written_unit(actor, report)
    if unit_id is None:
        raise PermissionDenied
    with transaction.atomic():
        pk, asked, held = _claimed(unit_id, key, asked_sha256)
        if asked != asked_sha256:
            raise KeyReused
        if held is not None:
            return cast(Answer, json.loads(held))
        answer = _report(actor, report, given, via)
        _say(_ANSWERED, [json.dumps(answer), pk])
        return answer


def _claimed(unit_id: int, key: str, asked_sha256: str) -> tuple[int, str, str | None]:
    """Makes the row of a key, or locks it and waits for one who is at it already."""
    with connection.cursor() as cursor:
        cursor.execute(_CLAIMED, [timezone.now(), unit_id, key, asked_sha256])
        found: tuple[int, str, str | None] = cursor.fetchone()
        return found


def _say(statement: str, given: list[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)


@transaction.atomic
def receive_report(*, actor: User, submission: Submission, given: GivenReport, via: Via) -> Answer:
    """Takes a unit's report. Returns what the sender is told: report, state, edition, day and hour.

    Errors: PermissionDenied, CycleClosed, ReportRefused; NotTaken with every fault and clash there is.
    """
    require(actor, submission.unit_id, Role.EDITOR)
    return _report(actor, submission.pk, given, via)


def _report(actor: User, report: int, given: GivenReport, via: Via) -> Answer:
    """By a person who may write it. What raises leaves some of it written: the caller takes the transaction back."""
    with roles_remembered(), recorded_together():
        held = held_report(report, with_unit=bool(given.figures))
        if standing := _sent_already(held, given):
            return standing
        check_writable(held)
        return _received(actor, held, given, via)


def _received(actor: User, held: Submission, given: GivenReport, via: Via) -> Answer:
    draft = Draft(held)
    found = list(_taken(actor, draft, given))
    faults = tuple(one for one in found if isinstance(one, Fault))
    clashes = tuple(one for one in found if isinstance(one, Clash))
    if found:
        raise NotTaken(faults, clashes)
    if given.send and not held.cycle.regime.needs_approval:
        step = send_held(actor, held, via, draft)
        return answer_of(held, step.edition)
    draft.keep()
    return answer_of(held)


def answer_of(held: Submission, edition: Edition | None = None) -> Answer:
    """`edition`: the last one, where it is known already."""
    if edition is None:
        edition = held.editions.defer("content").order_by("-id").first()
    return {
        "report": held.pk, "state": held.state,
        "edition": edition.sha256 if edition else None,
        "received_at": held.sent_at.isoformat() if held.sent_at else None, "late": held.is_late,
    }  # fmt: skip


def _sent_already(held: Submission, given: GivenReport) -> Answer | None:
    """The answer of the first time, where the report is with the level above and this one says nothing new.

    Where it does say something new it goes on, and is refused as any change of a report that was sent.
    """
    if held.is_writable or not held.cycle.is_open or not held.sent_at:
        return None
    return answer_of(held) if _says_nothing_new(held, given) else None


def _says_nothing_new(held: Submission, given: GivenReport) -> bool:
    texts = dict(held.passages.values_list("key", "text"))
    if any(texts.get(one.key, "") != one.text.strip() for one in given.texts):
        return False
    if any(held.head.get(name) != value for name, value in given.head.items()):
        return False
    return all(_stands(held, one) for one in given.figures) and all(
        _reported(held, one) for one in given.works
    )


def _stands(held: Submission, one: GivenFigure) -> bool:
    row = _observation(held, one)
    if one.withdraws:
        return row is None
    return row is not None and (row.numerator, row.denominator, row.is_applicable) == (
        one.numerator, one.denominator, one.applicable,
    )  # fmt: skip


def _reported(held: Submission, one: GivenWork) -> bool:
    rows = Assignment.objects.given().with_work().filter(pk=one.assignment, unit=held.unit_id)
    row = rows.first()
    last = row.reports.order_by("-id").first() if row else None
    return last is not None and (last.state, last.note) == (one.state, one.note.strip())


# --- cells ------------------------------------------------------------------------------------------


Wrong = Fault | Clash
_BY_CODE = "SELECT * FROM indicators_indicator WHERE code = ANY(%s)"


def _taken(actor: User, draft: Draft, given: GivenReport) -> Iterator[Wrong]:
    """Checks every cell and writes them all; what is wrong with any is told at once, and the caller takes back the rest."""
    yield from _figures(actor, draft.held, given.figures)
    yield from _works(actor, draft.held, given.works)
    yield from _texts(actor, draft, given.texts)
    if given.head:
        try:
            write_held_head(actor, draft, given.head)
        except QuyenError as error:
            yield _fault("head", error)


def _fault(place: str, error: QuyenError) -> Fault:
    return Fault(place, error.told)


def _figures(actor: User, held: Submission, figures: Sequence[GivenFigure]) -> Iterator[Wrong]:
    codes = list({one.code for one in figures})
    known = {one.code: one for one in Indicator.objects.raw(_BY_CODE, [codes])} if codes else {}
    asked = [_value(held, one, known[one.code]) for one in figures if one.code in known]
    found = iter(values_held(actor, held.unit, asked) if asked else ())
    for one in figures:
        if one.code not in known:
            said = _("Không có chỉ số “%(code)s”.") % {"code": one.code[:20]}
            yield Fault(place_of(one.code, one.start), said)
        elif isinstance(error := next(found), ValueRefused):
            yield _wrong_figure(one, known[one.code], error)


def _value(held: Submission, one: GivenFigure, indicator: Indicator) -> ValueAsked:
    value = GivenValue(
        one.numerator, one.denominator, applicable=one.applicable, reason=one.reason, note=one.note, link=one.link,
        origin=Origin.IMPORT, seen=one.seen, withdraws=one.withdraws,
        keeps_evidence=True,  # no door of this kind brings a file, and none takes one away
    )  # fmt: skip
    return ValueAsked(indicator, period_at(one.start or held.cycle.measured.start, indicator.rhythm), value)


def _wrong_figure(one: GivenFigure, indicator: Indicator, error: ValueRefused) -> Wrong:
    place = place_of(one.code, one.start)
    if not isinstance(error, ValueChanged):
        return _fault(place, error)
    theirs, name = error.held, error.held.entered_by
    mine = _("rút số") if one.withdraws else _said(one.numerator, one.denominator)
    return Clash(
        place, indicator.name, mine, _said(theirs.numerator, theirs.denominator),
        str(name or ""), theirs.version,
    )  # fmt: skip


def _said(numerator: Decimal | None, denominator: Decimal | None) -> str:
    if numerator is None:
        return _("không áp dụng")
    whole = "" if denominator is None else f" / {denominator.normalize():f}"
    return f"{numerator.normalize():f}{whole}"


def _observation(held: Submission, one: GivenFigure) -> Observation | None:
    indicator = Indicator.objects.filter(code=one.code).first()
    if indicator is None:
        return None
    start = period_at(one.start or held.cycle.measured.start, indicator.rhythm).start
    rows = Observation.objects.current().filter(indicator=indicator, unit=held.unit_id, part="")
    return rows.filter(period_start=start).first()


def _works(actor: User, held: Submission, works: Sequence[GivenWork]) -> Iterator[Wrong]:
    rows = locked_assignments({one.assignment for one in works}, held.unit_id) if works else {}
    fits = [one for one in works if one.assignment in rows and one.state in WorkState.values]
    asked = [ProgressGiven(one.assignment, one.seen, WorkState(one.state), one.note) for one in fits]
    results = progress_held(actor, rows, asked) if asked else []
    if any(isinstance(one, ReportConflict) for one in results):
        prefetch_related_objects(list(rows.values()), "task")  # whose words are told
    found = iter(results)
    for one in works:
        place = f"viec:{one.assignment}"
        if one.assignment not in rows:
            yield Fault(place, _("Đơn vị không có việc mang số này."))
        elif one.state not in WorkState.values:
            said = _("Tiến độ “%(state)s” không có trong danh mục.")
            yield Fault(place, said % {"state": one.state[:20]})
        elif isinstance(error := next(found), QuyenError):
            yield _wrong_work(place, one, rows[one.assignment], error)


def _wrong_work(place: str, one: GivenWork, row: Assignment, error: QuyenError) -> Wrong:
    if not isinstance(error, ReportConflict):
        return _fault(place, error)
    last = error.latest
    theirs = f"{last.get_state_display()}. {last.note}".strip()
    mine = f"{WorkState(one.state).label}. {one.note}".strip()
    return Clash(place, row.words[:200], mine, theirs, last.by_name, error.revision)


def _texts(actor: User, draft: Draft, texts: Sequence[GivenText]) -> Iterator[Wrong]:
    asked = [WordsGiven(one.key, one.text, one.seen) for one in texts]
    for one, error in zip(texts, words_held(actor, draft, asked) if asked else (), strict=True):
        place = f"muc:{one.key}"
        if isinstance(error, PassageConflict):
            theirs = error.held
            said = (theirs.text, theirs.by_name, theirs.revision) if theirs else ("", "", 0)
            yield Clash(place, one.key, one.text, *said)
        elif isinstance(error, QuyenError):
            yield _fault(place, error)
