"""What a regime can be made from: the plan's own rule of reporting, the programme's year, Nghị định 09/2019/NĐ-CP."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.core.schedule import (
    BadSchedule,
    DuePeriod,
    ProgrammeYear,
    Rhythm,
    Schedule,
    decree_09,
    period_of,
    periods,
    programme_year,
)
from quyen.core.text.due import parse_due
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit
from quyen.organisation.queries import units_held
from quyen.plans.enums import COUNTED, ItemKind
from quyen.plans.models import Item, Plan
from quyen.plans.queries.review import readable_plans
from quyen.reports.models import Cycle, Regime

MOST_RULES = 30
AHEAD = 4  # periods shown beside the form


@dataclass(frozen=True)
class Preset:
    """Where a form of a regime begins. `note` says where the days come from, and what is still to be looked at."""

    pace: str
    anchor: date | None
    due_months: int
    due_days: int
    lead_days: int
    note: str
    title: str = ""
    plan: int | None = None
    rule: int | None = None
    until: date | None = None
    unit: int | None = None


PRESETS = ("de-an", "de-an-nam-lich", "nd09-thang", "nd09-quy", "nd09-6-thang", "nd09-nam")
_RHYTHMS = {
    "nd09-thang": Rhythm.MONTHLY, "nd09-quy": Rhythm.QUARTERLY, "nd09-6-thang": Rhythm.HALF_YEARLY,
    "nd09-nam": Rhythm.YEARLY,
}  # fmt: skip
_BY_RHYTHM: dict[str, str] = {one: name for name, one in _RHYTHMS.items() if one != Rhythm.YEARLY}


def preset_names() -> list[tuple[str, str]]:
    return [
        ("de-an", _("Năm của Đề án: 01/12 – 30/11, gửi trước 30/11")),
        ("de-an-nam-lich", _("Năm lịch, gửi trước 30/11")),
        ("nd09-thang", _("Tháng theo Nghị định 09/2019")),
        ("nd09-quy", _("Quý theo Nghị định 09/2019")),
        ("nd09-6-thang", _("Sáu tháng theo Nghị định 09/2019")),
        ("nd09-nam", _("Năm theo Nghị định 09/2019")),
    ]


def preset_of(name: str, year: int) -> Preset:
    """One of PRESETS, its first period that of a year."""
    if name in _RHYTHMS:
        note = _(
            "Điều 12 Nghị định 09/2019/NĐ-CP chốt số liệu ngày 14; hạn gửi do đơn vị quy định, hãy xem lại số ngày."
        )
        return _preset(decree_09(_RHYTHMS[name], year, send_days=3), note)
    which = ProgrammeYear.CALENDAR if name == "de-an-nam-lich" else ProgrammeYear.DECEMBER
    return _preset(programme_year(year, which), _("“Trước ngày 30/11”: ngày cuối còn đúng hạn là 29/11."))


def _preset(schedule: Schedule, note: str) -> Preset:
    return Preset(
        str(schedule.rhythm), schedule.anchor, schedule.due.months, schedule.due.days, schedule.lead_days or 7, note,
        until=schedule.until,
    )  # fmt: skip


def preset_of_rule(rule: Item, year: int) -> Preset:
    """From the clause of a plan: its last day and its rhythm; what it does not say is that of the programme's year."""
    due = parse_due(rule.text, year=year)
    base = preset_of(_BY_RHYTHM.get(due.recurs, "de-an"), year)
    plan = rule.plan
    days = (due.on - date(year, 12, 1)).days if due.on and base.pace == Rhythm.YEARLY else base.due_days
    last = plan.last_year
    return Preset(
        base.pace, date(year - 1, 12, 1) if base.pace == Rhythm.YEARLY else base.anchor, 0, days, base.lead_days,
        _("Theo kế hoạch: “%s”") % rule.text.strip()[:300],
        title=_("Kết quả thực hiện %s") % (plan.reference or plan.title),
        plan=plan.pk, rule=rule.pk,
        until=date(last, 12, 1) if last and last >= year else None,
    )  # fmt: skip


def preset_of_plan(user: User, plan_id: int, year: int) -> Preset | None:
    """From the plan's first clause on reporting, else the programme's year; for the unit that holds the plan. None
    where the person may not read it."""
    plan = readable_plans(user).filter(pk=plan_id).first()
    if plan is None:
        return None
    rules = Item.objects.filter(plan=plan, kind=ItemKind.REPORT_RULE, state__in=COUNTED)
    rule = rules.select_related("plan").order_by("position", "pk").first()
    if rule is not None:
        return replace(preset_of_rule(rule, year), unit=plan.unit_id)
    title = _("Kết quả thực hiện %s") % (plan.reference or plan.title)
    return replace(preset_of("de-an", year), title=title, plan=plan.pk, unit=plan.unit_id)


def known_rules(user: User) -> QuerySet[Item]:
    """Clauses on reporting of plans that the person reads; the newest plan first."""
    rows = Item.objects.filter(
        kind=ItemKind.REPORT_RULE, state__in=COUNTED, plan__in=readable_plans(user).values("pk")
    )
    return rows.select_related("plan").order_by("-plan__issued_on", "-pk")[:MOST_RULES]


def founding_units(user: User) -> QuerySet[Unit]:
    """Units for which the person founds regimes: where they coordinate."""
    return Unit.objects.active().filter(pk__in=units_held(user, Role.COORDINATOR)).order_by("name")


def plans_for(user: User, regime: Regime | None) -> QuerySet[Plan]:
    rows = readable_plans(user)
    kept = Plan.objects.filter(pk=regime.plan_id) if regime and regime.plan_id else Plan.objects.none()
    return Plan.objects.filter(Q(pk__in=rows.values("pk")) | Q(pk__in=kept.values("pk"))).order_by(
        "-issued_on", "-pk"
    )


def periods_ahead(regime: Regime, day: date) -> tuple[DuePeriod, ...]:
    """The next periods of a regime with their due days; none where it names none."""
    try:
        schedule = regime.schedule
    except BadSchedule:
        return ()
    if schedule is None:
        return ()
    return tuple(islice(_from(periods(schedule), day), AHEAD))


def _from(rows: Iterable[DuePeriod], day: date) -> Iterator[DuePeriod]:
    return (one for one in rows if one.due >= day or one.until > day)


def next_period(regime: Regime) -> DuePeriod | None:
    """The first period, from that of today on, for which no round was opened."""
    schedule, today = regime.schedule, timezone.localdate()
    if schedule is None:
        return None
    opened = set(regime.cycles.values_list("period_start", flat=True))
    period = period_of(schedule, today)
    while period is not None and period.start in opened:
        period = period_of(schedule, period.until)
    return period


def rounds_above(regime: Regime) -> QuerySet[Cycle]:
    """Rounds in which the regime's unit itself reports."""
    return (
        Cycle.objects.filter(submissions__unit=regime.unit_id, closed_at=None)
        .distinct()
        .order_by("-period_end")
    )
