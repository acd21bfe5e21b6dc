"""The page of one assignment: what is asked and where it stands, how far it is, what shows it, what is asked about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.shortcuts import get_object_or_404
from django.utils import timezone

from quyen.accounts.models import User
from quyen.core.schedule import Period
from quyen.organisation.models import Unit
from quyen.plans.enums import EvidenceKind, WorkState
from quyen.plans.models import Assignment, Evidence, EvidenceLink, Progress, Question
from quyen.plans.queries.page import Passage, passage_of
from quyen.plans.queries.places import Places
from quyen.plans.queries.work.access import Sides, readable_assignments, sides_of
from quyen.plans.queries.work.evidence_kinds import EvidenceItem, EvidenceSort, evidence_sort, evidence_sorts
from quyen.plans.queries.work.lines import WorkLine, line_of, place_in, work_lines
from quyen.plans.queries.work.periods import PeriodLine, asked_round, period_lines

KNOWN = 50  # pieces of evidence offered to be tied here too
ONE_SITTING = timedelta(minutes=30)  # what one person saves in it is one step of the history


@dataclass(frozen=True)
class ReportStep:
    """One step of the history: what a person had said at the end of one sitting, of one period where it names one."""

    who: str
    at: datetime
    day: date
    state: str
    note: str
    period: Period | None = None

    @property
    def state_said(self) -> str:
        return str(WorkState(self.state).label)


@dataclass(frozen=True)
class EvidenceView:
    """`link` for a link or an item; a file is fetched by `pk`. `link_pk` is the tie to this assignment."""

    pk: int
    link_pk: int
    kind: str
    title: str
    day: date
    shows: str
    link: str
    size: int
    word: str

    @property
    def is_file(self) -> bool:
        return self.kind == EvidenceKind.FILE


@dataclass(frozen=True)
class QuestionView:
    pk: int
    text: str
    asked_by: str
    asked_at: datetime
    from_unit: bool
    answer: str
    answered_by: str
    answered_at: datetime | None
    may_answer: bool


@dataclass(frozen=True)
class AssignmentPage:
    """`line` as in lists, of the period asked for; `last` the latest report of that period, for the form; `periods` of
    work that comes back; `after` the next open one of the unit."""

    line: WorkLine
    assignment: Assignment
    passage: Passage | None
    giver: str
    whole: str  # the task's own words where this is a share of it
    serves: tuple[str, ...]
    history: tuple[ReportStep, ...]
    periods: tuple[PeriodLine, ...]
    evidence: tuple[EvidenceView, ...]
    questions: tuple[QuestionView, ...]
    shares: tuple[WorkLine, ...]
    below: tuple[tuple[int, str], ...]
    known: tuple[tuple[int, str], ...]  # evidence that the unit entered elsewhere, newest first
    sides: Sides
    after: int | None
    closed: int
    total: int

    @property
    def note(self) -> str:
        """What the form begins with: what was last said of this round."""
        last = self.last
        return last.note if last and last.state == self.line.state else ""

    @property
    def last(self) -> ReportStep | None:
        """The latest of this period; reports that name none may be about any."""
        here = self.line.period.start if self.line.period else None
        fitting = (
            step for step in self.history if here is None or step.period is None or step.period.start == here
        )
        return next(fitting, None)

    @property
    def missed(self) -> int:
        """Periods that are over and of which nothing was said, the one before us left out."""
        return sum(one.is_missed and not one.is_here for one in self.periods)

    @property
    def left(self) -> int:
        return self.total - self.closed

    @property
    def steps(self) -> tuple[str, ...]:
        """One sign an assignment of the unit, for the bar at the top: done, here, open."""
        here = not self.line.is_closed
        return ("done",) * self.closed + ("here",) * here + ("open",) * (self.left - here)


def assignment_page(user: User, pk: int, period: date | None = None) -> AssignmentPage:
    """Fifteen queries at most, however much was reported. `period`: the first day of the one asked for, else the one
    waited for. Errors: Http404 where the person may not read it, and the one waited for where it has no such period."""
    rows = readable_assignments(user).with_work().with_said().prefetch_related("timetables")
    found = rows.select_related("task__plan__unit", "task__plan__reading", "unit", "parent__unit", "given_by")
    row = get_object_or_404(found, pk=pk)
    sides = sides_of(user, row)
    today = timezone.localdate()
    line = line_of(row, today, asked_round(row, period))
    of_unit = work_lines(Assignment.objects.given().filter(unit_id=row.unit_id))
    after, closed = place_in(of_unit, row.pk)
    plan = row.task.plan
    return AssignmentPage(
        line=line,
        assignment=row,
        passage=passage_of(row.task, Places(plan.reading.record, plan.reading_id)),
        giver=row.parent.unit.name if row.parent else plan.unit.name,
        whole=row.task.text if row.text else "",
        serves=tuple(row.task.servings.order_by("item__kind", "pk").values_list("item__text", flat=True)),
        history=tuple(steps_of(row.reports.order_by("-id"))),
        periods=period_lines(row, line.period, today),
        evidence=evidence_of(row.evidence_links.select_related("evidence__file").order_by("-id")),
        questions=tuple(_questions(user, row, sides)),
        shares=tuple(work_lines(Assignment.objects.given().filter(parent=row))),
        below=_below(row) if sides.shares else (),
        known=_known(row) if sides.reports else (),
        sides=sides,
        after=after,
        closed=closed,
        total=len(of_unit),
    )


def steps_of(reports: Iterable[Progress]) -> Iterable[ReportStep]:
    """Newest first; what one person saved while typing is one step, as it stood in the end."""
    last: ReportStep | None = None
    for row in reports:
        step = ReportStep(row.by_name, row.created_at, row.day, row.state, row.note, _period(row))
        same = last is not None and (step.who, step.period) == (last.who, last.period)
        if last is None or not same or last.at - step.at > ONE_SITTING:
            yield step
        last = step


def _period(row: Progress) -> Period | None:
    if row.period_start is None or row.period_until is None:
        return None
    return Period(row.period_start, row.period_until)


def evidence_of(links: Iterable[EvidenceLink]) -> tuple[EvidenceView, ...]:
    """One query for the kind of item of each app above, where there are any."""
    rows = list(links)
    items = _items([link.evidence for link in rows])
    return tuple(_evidence(link, items) for link in rows)


def _items(rows: Sequence[Evidence]) -> dict[tuple[str, int], EvidenceItem]:
    wanted: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        if row.subject_id is not None:
            wanted[row.sort].append(row.subject_id)
    return {
        (name, item.pk): item
        for name, pks in wanted.items()
        if (sort := evidence_sort(name))
        for item in sort.found(pks)
    }


def _evidence(link: EvidenceLink, items: dict[tuple[str, int], EvidenceItem]) -> EvidenceView:
    row = link.evidence
    item = items.get((row.sort, row.subject_id or 0))
    sort = evidence_sort(row.sort)
    return EvidenceView(
        pk=row.pk,
        link_pk=link.pk,
        kind=row.kind,
        title=item.title if item else row.title,
        day=row.day,
        shows=row.shows,
        link=item.link if item else row.link,
        size=row.file.size if row.file else 0,
        word=str(sort.word if sort else EvidenceKind(row.kind).label),
    )


def _questions(user: User, row: Assignment, sides: Sides) -> Iterable[QuestionView]:
    for one in Question.objects.filter(assignment=row).select_related("asked_by", "answered_by"):
        answers = sides.gives if one.from_unit else sides.reports
        yield QuestionView(
            pk=one.pk, text=one.text, asked_by=str(one.asked_by or ""), asked_at=one.created_at,
            from_unit=one.from_unit, answer=one.answer, answered_by=str(one.answered_by or ""),
            answered_at=one.answered_at, may_answer=answers and not one.answer and one.asked_by_id != user.pk,
        )  # fmt: skip


def _below(row: Assignment) -> tuple[tuple[int, str], ...]:
    """The units that a share may go to."""
    units = Unit.objects.below(row.unit_id).active().exclude(pk=row.unit_id)
    return tuple(units.order_by("kind", "name").values_list("pk", "name"))


def _known(row: Assignment) -> tuple[tuple[int, str], ...]:
    rows = Evidence.objects.filter(unit_id=row.unit_id).exclude(links__assignment=row)
    return tuple(rows.order_by("-id").values_list("pk", "title")[:KNOWN])


def offered_items(user: User) -> tuple[tuple[EvidenceSort, Sequence[EvidenceItem]], ...]:
    """What the apps above offer as evidence to this person: one query a kind."""
    return tuple((sort, sort.offered(user)) for sort in evidence_sorts())
