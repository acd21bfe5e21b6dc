"""What the screens of indicators show. Each page is one frozen object, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Func, Q, QuerySet

from quyen.accounts.models import AuditEntry, User
from quyen.core.arithmetic import Period, year
from quyen.indicators.enums import Direction, Rule
from quyen.indicators.models import Indicator, IndicatorTarget, Observation
from quyen.indicators.queries.maps import Leg, Map, standing
from quyen.indicators.queries.rollup import Total, of_all, of_periods, overall, whole
from quyen.indicators.queries.snapshot import one_snapshot
from quyen.organisation.enums import Role, UnitKind
from quyen.organisation.models import Membership, Unit
from quyen.organisation.queries import held_by, role_in, unit_ids

TREND_YEARS = 5


def named_indicators(user: User) -> QuerySet[Indicator]:
    """What is measured and how: the national ones for every signed-in person to read; a unit's own for the people
    above it, and of the units that give it."""
    held = (
        Membership.objects.valid().filter(user_id=user.pk).values(one=Func("unit__above", function="unnest"))
    )
    mine = Q(owner__in=unit_ids(user)) | Q(owner__in=held)
    return Indicator.objects.filter(Q(is_national=True) | mine)


def editable_indicators(user: User) -> QuerySet[Indicator]:
    """Those whose words and levels the person may change."""
    if user.is_superuser:
        return Indicator.objects.all()
    return Indicator.objects.filter(owner__in=unit_ids(user, Role.COORDINATOR))


def last_change(indicator: Indicator) -> AuditEntry | None:
    """Who changed it last, and when. One query."""
    subject = "indicators.Indicator"
    return AuditEntry.objects.filter(subject=subject, subject_id=indicator.pk).first()


def leading_units(user: User) -> QuerySet[Unit]:
    """Units that may lead an indicator which the person defines."""
    if user.is_superuser:
        return Unit.objects.all()
    return Unit.objects.filter(pk__in=unit_ids(user, Role.COORDINATOR))


def asked_under(under: int | None) -> QuerySet[Indicator]:
    """Indicators that are given at or under a unit; None: by the whole country."""
    rows = Indicator.objects.all()
    if under is None:
        return rows.filter(is_national=True)
    above = Unit.objects.filter(pk=under).order_by().values(one=Func("above", function="unnest"))
    return rows.filter(Q(is_national=True) | Q(owner__in=above))


def readable_observations(user: User) -> QuerySet[Observation]:
    return Observation.objects.filter(unit__in=unit_ids(user))


def shown_evidence(user: User) -> QuerySet[Observation]:
    """Values whose file the person may open: of their units, and of the national indicators that their body leads."""
    mine = unit_ids(user)
    led = Q(indicator__is_national=True, indicator__owner__in=mine)
    return (
        Observation.objects.filter(Q(unit__in=mine) | led).exclude(evidence=None).select_related("evidence")
    )


def may_open(user: User, indicator: Indicator, unit: Unit) -> bool:
    """The same for all values of a unit."""
    places = [unit.pk, indicator.owner_id] if indicator.is_national and indicator.owner_id else [unit.pk]
    return unit_ids(user).filter(pk__in=places).exists()


def reaches_all(user: User) -> bool:
    """Whether the person belongs to a body that leads a national indicator, and so sees the whole country."""
    return Indicator.objects.filter(is_national=True, owner__in=unit_ids(user)).exists()


@dataclass(frozen=True)
class Scope:
    """The units that are looked at: all at or under `unit`, or the whole country where it is None."""

    unit: Unit | None
    way: tuple[Unit, ...]  # those above it that the person may look at, from the top, and itself


def scope_of(user: User, asked: int | None) -> Scope | None:
    """The unit asked for, or where the person stands highest; None where it is not theirs to see. Three queries."""
    everywhere = reaches_all(user)
    if asked is None:
        if everywhere:
            return Scope(None, ())
        units = sorted((one.unit for one in held_by(user)), key=lambda unit: (len(unit.above), unit.pk))
        return Scope(units[0], (units[0],)) if units else None
    seen = Unit.objects.all() if everywhere else Unit.objects.filter(pk__in=unit_ids(user))
    unit = Unit.objects.filter(pk=asked).first()
    if unit is None:
        return None
    way = sorted(seen.filter(pk__in=unit.above), key=lambda one: len(one.above))
    return Scope(unit, tuple(way)) if unit in way else None


def scope_for(user: User, indicator: Indicator, asked: int | None) -> Scope | None:
    """The same for one indicator: a unit's own is looked at from its owner, or from a unit that gives it."""
    scope = scope_of(user, asked)
    if indicator.is_national or (scope and scope.unit and indicator.is_asked_of(scope.unit)):
        return scope
    found = scope_of(user, indicator.owner_id) if asked is None else None
    return found if found and found.unit and indicator.is_asked_of(found.unit) else None


@dataclass(frozen=True)
class Figure:
    """A total as it is shown. `percent`: how far to the target, 0 to 100; None where it cannot be said."""

    total: Total
    value: Decimal | None
    target: IndicatorTarget | None
    percent: int | None
    reached: bool | None


def figure(indicator: Indicator, total: Total, target: IndicatorTarget | None) -> Figure:
    value = indicator.value(total.numerator, total.denominator)
    if value is None or target is None:
        return Figure(total, value, target, None, None)
    if indicator.direction == Direction.DOWN:
        reached = value <= target.value
        percent = 100 if reached or not value else int(target.value * 100 / value)
    else:
        reached = value >= target.value
        percent = min(100, int(value * 100 / target.value)) if target.value else 100
    return Figure(total, value, target, percent, reached)


@dataclass(frozen=True)
class IndicatorLine:
    indicator: Indicator
    figure: Figure


@dataclass(frozen=True)
class IndicatorList:
    """All indicators for a year. `shown` None: each figure on the map of its own day."""

    lines: tuple[IndicatorLine, ...]
    scope: Scope
    year: int
    shown: date | None


@one_snapshot()
def indicator_list(scope: Scope, number: int, shown: date | None, today: date) -> IndicatorList:
    """As many queries for one indicator as for all."""
    under = scope.unit.pk if scope.unit else None
    indicators = list(asked_under(under).filter(since__lt=year(number).until))
    totals = whole(indicators, year(number), Map(shown), at=under, today=today)
    targets = targets_of(number)[number]
    lines = tuple(IndicatorLine(one, figure(one, totals[one.pk], targets.get(one.pk))) for one in indicators)
    return IndicatorList(lines, scope, number, shown)


_TARGETS = "SELECT * FROM indicators_indicatortarget WHERE year >= %s ORDER BY year DESC"


def targets_of(*years: int) -> dict[int, dict[int, IndicatorTarget]]:
    """For each year and indicator the level of the year, or the next that is set. One query."""
    found: dict[int, dict[int, IndicatorTarget]] = {one: {} for one in years}
    for target in IndicatorTarget.objects.raw(_TARGETS, [min(years)]):
        for one, held in found.items():
            if target.year >= one:
                held[target.indicator_id] = target
    return found


def totals_of(
    indicators: list[Indicator],
    found: dict[int, dict[int, Total]],
    period: Period,
    shown: date | None,
    under: int | None,
    legs: list[Leg] | None = None,
) -> dict[int, Total]:
    """Each indicator's groups together; an item that stands in two of them is counted once. `legs`: as for `whole`."""
    totals = {one.pk: overall(found[one.pk]) for one in indicators}
    once = [one for one in indicators if one.rule == Rule.DISTINCT and totals[one.pk].is_known]
    for pk, total in whole(once, period, Map(shown), at=under, legs=legs).items() if once else ():
        totals[pk] = Total(total.numerator, total.denominator, *_counts(totals[pk]))
    return totals


def _counts(total: Total) -> tuple[int, int, int, int, int, int]:
    return (
        total.given, total.zero, total.not_applicable, total.answered, total.expected, total.later,
    )  # fmt: skip


@dataclass(frozen=True)
class GroupLine:
    """One unit right under the scope, or the scope itself."""

    unit: Unit
    figure: Figure
    below: bool  # whether other units stand under it


@dataclass(frozen=True)
class TrendPoint:
    year: int
    value: Decimal | None


@dataclass(frozen=True)
class IndicatorPage:
    indicator: Indicator
    scope: Scope
    year: int
    shown: date | None
    figure: Figure
    lines: tuple[GroupLine, ...]
    trend: tuple[TrendPoint, ...]
    may_report: bool

    @property
    def provinces(self) -> tuple[GroupLine, ...]:
        return tuple(line for line in self.lines if line.unit.kind == UnitKind.PROVINCE)


@one_snapshot()
def indicator_page(
    user: User, indicator: Indicator, scope: Scope, number: int, shown: date | None, today: date
) -> IndicatorPage:
    under = scope.unit.pk if scope.unit else None
    found = of_all([indicator], year(number), Map(shown), under=under, today=today)
    groups = found[indicator.pk]
    units = Unit.objects.in_bulk(groups)
    parents = set(
        Unit.objects.filter(parent_id__in=groups).order_by().values_list("parent_id", flat=True).distinct()
    )
    target = targets_of(number)[number].get(indicator.pk)
    lines = [
        GroupLine(units[pk], figure(indicator, total, target), pk in parents and pk != under)
        for pk, total in groups.items()
        if pk in units
    ]
    lines.sort(key=lambda line: (line.unit.kind, line.unit.code, line.unit.name))
    total = figure(indicator, totals_of([indicator], found, year(number), shown, under)[indicator.pk], target)
    may = scope.unit is not None and (role_in(user, scope.unit.pk) or 0) >= Role.EDITOR
    trend = _trend(indicator, number, shown, under)
    return IndicatorPage(indicator, scope, number, shown, total, tuple(lines), trend, may)


def _trend(
    indicator: Indicator, number: int, shown: date | None, under: int | None
) -> tuple[TrendPoint, ...]:
    """The last years, the year itself last: one figure a year."""
    found = []
    for one in range(number - TREND_YEARS + 1, number + 1):
        total = whole([indicator], year(one), Map(shown), at=under)[indicator.pk]
        found.append(TrendPoint(one, indicator.value(total.numerator, total.denominator)))
    return tuple(found)


# as `asked_under`
_ASKED = """
    SELECT i.* FROM indicators_indicator i WHERE i.since < %(end)s AND (
        i.is_national
        OR i.owner_id IN (SELECT unnest(u.above) FROM organisation_unit u WHERE u.id = %(under)s))
    ORDER BY i.code
"""


def _asked_since(under: int | None, end: date) -> list[Indicator]:
    """Those of `asked_under` that began before a day; written out, for a report asks it while its row is locked."""
    if under is None:
        return list(asked_under(None).filter(since__lt=end))
    return list(Indicator.objects.raw(_ASKED, {"end": end, "under": under}))


@dataclass(frozen=True)
class SheetLine:
    """One indicator in a period: the whole, and each unit right under the scope (the scope itself under its number)."""

    indicator: Indicator
    figure: Figure
    groups: dict[int, Figure]


@one_snapshot()
def indicator_sheet(
    period: Period, shown: date | None, under: int | None, today: date
) -> tuple[SheetLine, ...]:
    """Every indicator of which the scope gave something or is to give it: as many queries as for one indicator."""
    return indicator_sheets((period,), shown, under, today)[0]


@one_snapshot()
def indicator_sheets(
    periods: Sequence[Period], shown: date | None, under: int | None, today: date
) -> list[tuple[SheetLine, ...]]:
    """The same for periods that are compared: what does not differ between them is asked once."""
    start, end = min(one.start for one in periods), max(one.until for one in periods)
    indicators = _asked_since(under, end)
    legs = standing(start, end, Map(shown))
    targets = targets_of(*(one.last_day.year for one in periods))
    asked = [([one for one in indicators if one.since < period.until], period) for period in periods]
    found = []
    every = of_periods(asked, legs, under=under, today=today)
    for (those, period), sums in zip(asked, every, strict=True):
        totals = totals_of(those, sums, period, shown, under, legs)
        found.append(tuple(_sheet_lines(those, sums, totals, targets[period.last_day.year])))
    return found


def _sheet_lines(
    indicators: list[Indicator],
    found: dict[int, dict[int, Total]],
    totals: dict[int, Total],
    targets: dict[int, IndicatorTarget],
) -> Iterator[SheetLine]:
    for one in indicators:
        total, target = totals[one.pk], targets.get(one.pk)
        if total.is_known or total.expected or total.later:
            groups = {key: figure(one, part, target) for key, part in found[one.pk].items()}
            yield SheetLine(one, figure(one, total, target), groups)
