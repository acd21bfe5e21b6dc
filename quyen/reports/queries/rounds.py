"""A round for who takes it in: a line a unit, and how complete and how timely it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from quyen.accounts.models import User
from quyen.core.arithmetic import paged
from quyen.indicators.models import Observation
from quyen.organisation.enums import Role
from quyen.organisation.queries import role_in, unit_ids
from quyen.plans.models import Progress
from quyen.reports.enums import SENT, State
from quyen.reports.models import Cycle, Submission
from quyen.reports.queries.access import readable_cycles

PAGE = 50
NOT_SENT, LATE, WAITING, ACCEPTED, RETURNED = "chua-gui", "cham", "cho-nhan", "da-nhan", "tra-lai"


@dataclass(frozen=True)
class RoundCounts:
    """Of the units that must report: how many sent, sent in time, were accepted, wait to be taken in, are late (sent
    late, or not sent though the day is over), were given back, did not send."""

    expected: int = 0
    received: int = 0
    on_time: int = 0
    accepted: int = 0
    waiting: int = 0
    late: int = 0
    returned: int = 0

    @property
    def not_sent(self) -> int:
        return self.expected - self.received

    @property
    def is_complete(self) -> bool:
        """Nothing is waited for any more: every report was accepted."""
        return 0 < self.expected == self.accepted

    def percent(self, number: int) -> int:
        """Rounded down, so that 100 means all."""
        return number * 100 // self.expected if self.expected else 0

    @property
    def rows(self) -> tuple[tuple[str, int, int], ...]:
        """Name, number, per cent: the bars, and the table behind them."""
        return tuple(
            (name, number, self.percent(number))
            for name, number in (
                ("received", self.received),
                ("on_time", self.on_time),
                ("accepted", self.accepted),
            )
        )


@dataclass(frozen=True)
class RoundFilter:
    words: str = ""
    state: str = ""

    @property
    def is_set(self) -> bool:
        return bool(self.words or self.state)


@dataclass(frozen=True)
class RoundLine:
    """One unit's report. `late`: days late, of what was sent, or until today of what was not; 0 in time. `has_changed`:
    facts of the unit or of units below it are newer than what was sent. `can_open`: there is something to read."""

    pk: int
    unit: str
    kind: str
    state: str
    state_said: str
    sent_on: date | None
    sent_at: datetime | None
    late: int
    has_changed: bool
    reason: str
    via: str
    can_open: bool


@dataclass(frozen=True)
class RoundPage:
    cycle: Cycle
    counts: RoundCounts
    lines: tuple[RoundLine, ...]
    found: int
    page: int
    pages: int
    asked: RoundFilter
    governs: bool


def round_page(user: User, pk: int, asked: RoundFilter, page: int = 1) -> RoundPage:
    """Eight queries however many units. Errors: Http404, also for those who only report in it."""
    cycle, role = round_of(user, pk)
    rows = _asked(cycle, asked)
    found = rows.count()
    page, pages, cut = paged(found, page, PAGE)
    keys = list(rows.values_list("pk", flat=True)[cut])
    return RoundPage(
        cycle=cycle, counts=counts_of([cycle])[cycle.pk], lines=lines_of(user, cycle, keys), found=found, page=page,
        pages=pages, asked=asked, governs=role >= Role.COORDINATOR,
    )  # fmt: skip


def round_of(user: User, pk: int) -> tuple[Cycle, Role]:
    """A round that a unit of the person's asks for, with the person's role there. Errors: Http404."""
    rows = readable_cycles(user).select_related("regime__unit", "feeds").distinct()
    cycle = get_object_or_404(rows, pk=pk)
    role = role_in(user, cycle.regime.unit_id)
    if role is None:
        raise Http404
    return cycle, role


def all_lines(user: User, cycle: Cycle, asked: RoundFilter) -> tuple[RoundLine, ...]:
    """Every line that the filter finds, for a file."""
    return lines_of(user, cycle, list(_asked(cycle, asked).values_list("pk", flat=True)))


def counts_of(cycles: Sequence[Cycle]) -> dict[int, RoundCounts]:
    """One query for all rounds."""
    today = timezone.localdate()
    sent, late = Q(first_sent_on__isnull=False), Q(first_sent_on__gt=F("cycle__due_on"))
    missed = Q(first_sent_on=None, cycle__due_on__lt=today)
    rows = (
        Submission.objects.expected()
        .filter(cycle__in=cycles)
        .order_by()
        .values_list("cycle_id")
        .annotate(
            Count("pk"),
            received=Count("pk", filter=sent),
            on_time=Count("pk", filter=sent & ~late),
            accepted=Count("pk", filter=Q(state=State.ACCEPTED)),
            waiting=Count("pk", filter=Q(state=State.SUBMITTED)),
            late=Count("pk", filter=late | missed),
            returned=Count("pk", filter=Q(state=State.RETURNED)),
        )
    )
    found = {row[0]: RoundCounts(*row[1:]) for row in rows}
    return {cycle.pk: found.get(cycle.pk, RoundCounts()) for cycle in cycles}


def _asked(cycle: Cycle, asked: RoundFilter) -> QuerySet[Submission]:
    """In the order in which a person goes through them: by kind, then by name."""
    rows = Submission.objects.filter(cycle=cycle).filter(Q(is_expected=True) | Q(changed_at__isnull=False))
    for word in asked.words.split():
        rows = rows.filter(unit__name__unaccent__icontains=word)
    if asked.state:
        rows = rows.filter(_STATES[asked.state](cycle.due_on, timezone.localdate()))
    return rows.order_by("unit__kind", "unit__name", "pk")


def _late(due_on: date, today: date) -> Q:
    late = Q(first_sent_on__gt=due_on)
    return late | Q(first_sent_on=None) if today > due_on else late


_STATES: dict[str, Callable[[date, date], Q]] = {
    NOT_SENT: lambda due_on, today: Q(first_sent_on=None),
    LATE: _late,
    WAITING: lambda due_on, today: Q(state=State.SUBMITTED),
    RETURNED: lambda due_on, today: Q(state=State.RETURNED),
    ACCEPTED: lambda due_on, today: Q(state=State.ACCEPTED),
}


def lines_of(user: User, cycle: Cycle, keys: Sequence[int]) -> tuple[RoundLine, ...]:
    """Two queries: facts are looked for only behind the lines that are shown."""
    newer = {"created_at__gt": OuterRef("sent_at")}
    rows = (
        Submission.objects.filter(pk__in=keys)
        .select_related("unit")
        .annotate(
            values_came=Exists(
                Observation.objects.filter(unit__above__contains=[OuterRef("unit_id")], **newer)
            ),
            work_came=Exists(
                Progress.objects.filter(assignment__unit__above__contains=[OuterRef("unit_id")], **newer)
            ),
        )
    )
    by_key = {row.pk: row for row in rows}
    units = {row.unit_id for row in by_key.values()}
    open_units = set(unit_ids(user).filter(pk__in=units))
    today = timezone.localdate()
    return tuple(_line(by_key[key], cycle, open_units, today) for key in keys if key in by_key)


def _line(row: Submission, cycle: Cycle, open_units: set[int], today: date) -> RoundLine:
    until = row.first_sent_on or today
    sent = row.state in SENT
    return RoundLine(
        pk=row.pk, unit=row.unit.name, kind=row.unit.get_kind_display(), state=row.state,
        state_said=row.get_state_display(), sent_on=row.first_sent_on, sent_at=row.sent_at,
        late=max(0, (until - cycle.due_on).days), has_changed=sent and (row.values_came or row.work_came),  # type: ignore[attr-defined]
        reason=row.reason, via=row.get_via_display() if row.first_sent_on else "",
        can_open=row.first_sent_on is not None or row.unit_id in open_units,
    )  # fmt: skip
