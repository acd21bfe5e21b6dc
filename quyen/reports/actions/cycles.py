"""Regimes and their rounds: who must report is worked out from facts, and rows stand there from the first day."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.schedule import DuePeriod, Rhythm, due_between, period_of
from quyen.organisation.models import Unit
from quyen.plans.models import Assignment, Item, Plan
from quyen.plans.queries.parents import descendants
from quyen.reports.actions.guard import ReportRefused, governed
from quyen.reports.enums import ONCE, Chain
from quyen.reports.models import Cycle, Regime, Submission
from quyen.reports.queries import ANNEXES, YEARLY, annexes_of, as_data, sections_of

BATCH = 2000


@dataclass(frozen=True)
class RegimeWish:
    """What a regime is to say. Of the schedule: `anchor` the first day of the first period, the due day counted from
    the day after a period's last (core.schedule.Due)."""

    title: str
    pace: str = Rhythm.YEARLY
    chain: Chain = Chain.TERRITORIAL
    kinds: tuple[str, ...] = ()
    by_assignment: bool = True
    needs_approval: bool = False
    scope: Unit | None = None
    plan: Plan | None = None
    rule: Item | None = None
    anchor: date | None = None
    until: date | None = None
    due_months: int = 0
    due_days: int = -1
    lead_days: int = 30
    outline: list[dict[str, Any]] = field(default_factory=lambda: as_data(YEARLY))
    annexes: list[dict[str, Any]] = field(default_factory=lambda: as_data(ANNEXES))
    recipients: tuple[str, ...] = ()


def with_rule(wish: RegimeWish, rule: int | None) -> RegimeWish:
    """The same wish, made from a clause of its own plan; a clause of another plan is left out."""
    found = Item.objects.filter(pk=rule, plan=wish.plan).first() if rule and wish.plan else None
    return replace(wish, rule=found)


@transaction.atomic
def found_regime(*, actor: User | None, unit: Unit, wish: RegimeWish) -> Regime:
    """Errors: PermissionDenied, BadOutline, BadSchedule, ReportRefused."""
    regime = Regime(unit=unit)
    governed(actor, regime)
    _fill(regime, wish)
    regime.save()
    record(
        [entry(actor=actor, verb=Verb.CREATE, subject=regime, unit_id=unit.pk, after={"title": regime.title})]
    )
    return regime


@transaction.atomic
def change_regime(*, actor: User | None, regime: Regime, wish: RegimeWish) -> Regime:
    """Rounds that are open keep the outline they were opened with. Errors: as `found_regime`."""
    held = Regime.objects.select_for_update().get(pk=regime.pk)
    governed(actor, held)
    before = {"title": held.title, "pace": held.pace, "outline": held.outline}
    _fill(held, wish)
    held.save()
    after = {"title": held.title, "pace": held.pace, "outline": held.outline}
    record(
        [
            entry(
                actor=actor, verb=Verb.CORRECT, subject=held, unit_id=held.unit_id, before=before, after=after
            )
        ]
    )
    return held


def _fill(regime: Regime, wish: RegimeWish) -> None:
    sections_of(wish.outline)
    annexes_of(wish.annexes)
    for name in ("title", "pace", "chain", "by_assignment", "needs_approval", "scope", "plan", "rule", "anchor", "until",
                 "due_months", "due_days", "lead_days", "outline", "annexes"):  # fmt: skip
        setattr(regime, name, getattr(wish, name))
    regime.kinds, regime.recipients = list(wish.kinds), list(wish.recipients)
    if regime.pace != ONCE and regime.anchor is None:
        raise ReportRefused(_("Báo cáo định kỳ cần ngày bắt đầu của kỳ đầu tiên."))
    if not (regime.kinds or regime.by_assignment):
        raise ReportRefused(_("Chưa rõ đơn vị nào phải báo cáo."))
    _check_scope(regime)
    str(regime.schedule)  # raises where no calendar can follow it


def _check_scope(regime: Regime) -> None:
    """A unit asks those under it; under the unit above it only for a plan that it holds itself."""
    if regime.scope_id in (None, regime.unit_id):
        return
    holds = regime.plan is not None and regime.plan.unit_id == regime.unit_id
    if regime.scope_id not in regime.unit.above or not holds:
        raise ReportRefused(_("Chỉ cơ quan giữ kế hoạch mới thu báo cáo của các đơn vị dưới cấp trên mình."))


@dataclass(frozen=True)
class CycleWish:
    """One round asked for: [start, end) is what is reported on."""

    title: str
    start: date
    end: date
    due_on: date
    figures_on: date | None = None
    feeds: Cycle | None = None


@transaction.atomic
def open_cycle(*, actor: User | None, regime: Regime, wish: CycleWish) -> Cycle:
    """Opens a round, with a row for every unit that must report. The same period again is the round that stands.

    Errors: PermissionDenied; ReportRefused where the days make no sense.
    """
    governed(actor, regime)
    held = Regime.objects.select_for_update().get(pk=regime.pk)
    known = Cycle.objects.filter(regime=held, period_start=wish.start).first()
    if known is not None:
        return known
    if wish.end <= wish.start:
        raise ReportRefused(_("Kỳ báo cáo kết thúc trước khi bắt đầu."))
    if wish.due_on < wish.start:
        raise ReportRefused(_("Hạn gửi nằm trước kỳ báo cáo."))
    cycle = Cycle.objects.create(
        regime=held, title=wish.title.strip() or held.title, period_start=wish.start, period_end=wish.end,
        due_on=wish.due_on, figures_on=wish.figures_on, feeds=wish.feeds, outline=held.outline, annexes=held.annexes,
    )  # fmt: skip
    record(
        [
            entry(
                actor=actor,
                verb=Verb.CREATE,
                subject=cycle,
                unit_id=held.unit_id,
                after={"title": cycle.title},
            )
        ]
    )
    _expect(cycle)
    return cycle


def open_round_of(*, actor: User | None, regime: Regime, day: date) -> Cycle | None:
    """Opens the regime's round of a day by its schedule; None where its schedule names none."""
    schedule = regime.schedule
    period = period_of(schedule, day) if schedule else None
    return _open_period(actor, regime, period) if period else None


def _open_period(actor: User | None, regime: Regime, period: DuePeriod) -> Cycle:
    wish = CycleWish(titled(regime, period), period.start, period.until, period.due)
    return open_cycle(actor=actor, regime=regime, wish=wish)


def titled(regime: Regime, period: DuePeriod) -> str:
    """ "Báo cáo ... năm 2025", "... quý III năm 2025": the regime's title with the calendar period it is about."""
    middle = period.start + (period.until - period.start) / 2
    words = {
        Rhythm.MONTHLY: f"tháng {middle.month} năm {middle.year}",
        Rhythm.QUARTERLY: f"quý {['I', 'II', 'III', 'IV'][(middle.month - 1) // 3]} năm {middle.year}",
        Rhythm.HALF_YEARLY: f"6 tháng {'đầu' if middle.month <= 6 else 'cuối'} năm {middle.year}",
        Rhythm.YEARLY: f"năm {middle.year}",
    }
    return f"{regime.title} {words[Rhythm(regime.pace)]}"


def open_due_rounds(*, day: date) -> int:
    """Opens every round whose reminders begin by a day and whose due day is not over; for the nightly job. Often that
    is the period that ended before the day, and is due after it."""
    opened = 0
    for regime in Regime.objects.exclude(pace=ONCE).select_related("unit"):
        if schedule := regime.schedule:
            held = set(regime.cycles.values_list("period_start", flat=True))
            coming = due_between(schedule, day, day + timedelta(days=regime.lead_days + 1))
            for period in (one for one in coming if one.start not in held):
                opened += bool(_open_period(None, regime, period))
    return opened


def refresh_open_rounds() -> tuple[int, int]:
    """Brings all open rounds in step with the facts of today; how many reports came, how many are wanted no more."""
    came = gone = 0
    for cycle in Cycle.objects.filter(closed_at=None).select_related("regime").order_by("pk"):
        new, over = refresh_expected(actor=None, cycle=cycle)
        came, gone = came + new, gone + over
    return came, gone


@transaction.atomic
def refresh_expected(*, actor: User | None, cycle: Cycle) -> tuple[int, int]:
    """Brings the rows in step with the facts of today; returns how many units came and how many are expected no more.

    A unit that wrote something stays, whatever became of it. Errors: PermissionDenied.
    """
    governed(actor, cycle.regime)
    return _expect(Cycle.objects.select_for_update().select_related("regime").get(pk=cycle.pk))


def _expect(cycle: Cycle) -> tuple[int, int]:
    wanted = set(expected_units(cycle))
    held = dict(Submission.objects.filter(cycle=cycle).values_list("unit_id", "is_expected"))
    new = [Submission(cycle=cycle, unit_id=unit) for unit in sorted(wanted - held.keys())]
    Submission.objects.bulk_create(new, batch_size=BATCH)
    back = [unit for unit in wanted & held.keys() if not held[unit]]
    gone = [unit for unit in held.keys() - wanted if held[unit]]
    Submission.objects.filter(cycle=cycle, unit__in=back).update(is_expected=True)
    untouched = Submission.objects.filter(cycle=cycle, unit__in=gone, changed_at=None)
    return len(new) + len(back), untouched.update(is_expected=False)


def expected_units(cycle: Cycle) -> set[int]:
    """Units in force that must report: of the regime's kinds under its unit, and those that hold work of its plan."""
    regime = cycle.regime
    below = Unit.objects.active().filter(above__contains=[regime.scope_unit_id])
    below = below.exclude(pk__in=(regime.unit_id, regime.scope_unit_id))
    found = set(below.filter(kind__in=regime.kinds).values_list("pk", flat=True)) if regime.kinds else set()
    if regime.by_assignment and regime.plan_id is not None:
        plans = descendants(regime.plan_id, Plan.objects.values_list("pk", "parent_id"))
        given = Assignment.objects.given().filter(task__plan__in=plans)
        units = Unit.objects.active().filter(pk__in=given.order_by().values("unit"))
        found |= set(units.exclude(pk=regime.unit_id).values_list("pk", flat=True))
    return found


@transaction.atomic
def close_cycle(*, actor: User | None, cycle: Cycle) -> None:
    """Nothing more is taken in; what is there stays. Errors: PermissionDenied."""
    _set_closed(actor, cycle, True)


@transaction.atomic
def reopen_cycle(*, actor: User | None, cycle: Cycle) -> None:
    """Errors: PermissionDenied."""
    _set_closed(actor, cycle, False)


def _set_closed(actor: User | None, cycle: Cycle, closed: bool) -> None:
    governed(actor, cycle.regime)
    held = Cycle.objects.select_for_update().get(Q(pk=cycle.pk))
    if held.is_open is not closed:
        return
    held.closed_at = timezone.now() if closed else None
    held.save(update_fields=["closed_at"])
    verb = Verb.CONFIRM if closed else Verb.REOPEN
    unit_id = cycle.regime.unit_id
    record([entry(actor=actor, verb=verb, subject=held, unit_id=unit_id, after={"closed": closed})])
