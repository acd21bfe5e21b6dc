"""What a person has to write, what comes in to them, and what is past."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from quyen.accounts.models import User
from quyen.core.arithmetic import paged
from quyen.organisation.enums import Role
from quyen.organisation.queries import held_by, units_held
from quyen.reports.enums import SENT
from quyen.reports.models import Cycle, Regime, Submission
from quyen.reports.queries.access import collected_cycles, editable_regimes
from quyen.reports.queries.rounds import RoundCounts, counts_of

PAGE = 20
SOON = 14  # days


@dataclass(frozen=True)
class ReportLine:
    """One report of a unit in which the person holds a role. `days` until it is due."""

    pk: int
    title: str
    unit: str
    asked_by: str
    due_on: date
    days: int
    state: str
    state_said: str
    reason: str
    sent_on: date | None
    late: int

    @property
    def days_over(self) -> int:
        return -self.days

    @property
    def is_soon(self) -> bool:
        return 0 <= self.days <= SOON


@dataclass(frozen=True)
class IncomingLine:
    """One round that a unit of the person's asks for, or an office under it."""

    cycle: Cycle
    counts: RoundCounts
    days: int

    @property
    def days_over(self) -> int:
        return -self.days


@dataclass(frozen=True)
class ReportList:
    """`mine`: to be written, what is due first standing first. `past` is paged. `may_found`: units for which the
    person may found a regime."""

    mine: tuple[ReportLine, ...]
    incoming: tuple[IncomingLine, ...]
    past: tuple[ReportLine, ...]
    past_rounds: tuple[IncomingLine, ...]
    regimes: tuple[Regime, ...]
    may_found: bool
    page: int
    pages: int

    @property
    def late(self) -> int:
        return sum(line.days < 0 for line in self.mine)

    @property
    def soon(self) -> int:
        return sum(line.is_soon for line in self.mine)

    @property
    def waiting(self) -> int:
        return sum(line.counts.waiting for line in self.incoming)


def report_list(user: User, page: int = 1) -> ReportList:
    """Nine queries however many reports, rounds and units. Only of units in which the person holds a role; a
    coordinator takes in the rounds of offices under these, too. What else stands under them is reached through its round."""
    units = units_held(user)
    today = timezone.localdate()
    ours = Submission.objects.filter(unit__in=units).filter(Q(is_expected=True) | Q(changed_at__isnull=False))
    over = Q(state__in=SENT) | Q(cycle__closed_at__isnull=False)
    past = ours.filter(over).order_by("-cycle__due_on", "-pk")
    page, pages, cut = paged(past.count(), page, PAGE)
    asked = Cycle.objects.filter(Q(regime__unit__in=units) | Q(pk__in=collected_cycles(user).values("pk")))
    cycles = list(asked.select_related("regime__unit").order_by("due_on", "pk"))
    counts = counts_of(cycles)
    rounds = [IncomingLine(one, counts[one.pk], (one.due_on - today).days) for one in cycles]
    return ReportList(
        mine=tuple(_lines(ours.exclude(over).order_by("cycle__due_on", "pk"), today)),
        incoming=tuple(one for one in rounds if one.cycle.is_open),
        past=tuple(_lines(past[cut], today)),
        past_rounds=tuple(one for one in reversed(rounds) if not one.cycle.is_open),
        regimes=tuple(
            editable_regimes(user)
            .filter(unit__in=units)
            .select_related("unit", "plan")
            .order_by("unit__name", "title")
        ),
        may_found=any(one.role >= Role.COORDINATOR for one in held_by(user)),
        page=page,
        pages=pages,
    )


def _lines(rows: QuerySet[Submission], today: date) -> Iterable[ReportLine]:
    for row in rows.select_related("unit", "cycle__regime__unit"):
        due = row.cycle.due_on
        yield ReportLine(
            pk=row.pk, title=row.cycle.title, unit=row.unit.name, asked_by=row.cycle.regime.unit.name, due_on=due,
            days=(due - today).days, state=row.state, state_said=row.get_state_display(), reason=row.reason,
            sent_on=row.first_sent_on, late=max(0, ((row.first_sent_on or due) - due).days),
        )  # fmt: skip
