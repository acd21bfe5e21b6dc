"""The list of estimates: those of the person's units, and those that were sent to plans that the person holds."""

from __future__ import annotations

from dataclasses import dataclass, field

from quyen.accounts.models import User
from quyen.budget.enums import EstimateState
from quyen.budget.models import Estimate
from quyen.budget.queries.access import assembled_plans, readable_estimates
from quyen.budget.queries.sums import SourceSums, Sums, added, by_source
from quyen.budget.queries.totals import totals_of
from quyen.core.arithmetic import paged
from quyen.plans.models import Plan
from quyen.plans.queries.lists import has_words, line_of

PAGE = 50


@dataclass(frozen=True)
class ListAsked:
    words: str = ""
    year: int | None = None
    state: str = ""

    @property
    def is_set(self) -> bool:
        return bool(self.words or self.year or self.state)


@dataclass(frozen=True)
class ListLine:
    """`is_counted`: it is in the sums (a version being worked on beside an approved one is not)."""

    estimate: Estimate
    plan_label: str
    sums: Sums
    is_counted: bool


@dataclass(frozen=True)
class Gathering:
    """A plan and year whose estimates come together where the person holds a role. `waiting`: sent and not looked at."""

    plan: int
    label: str
    year: int
    sent: int
    waiting: int


@dataclass(frozen=True)
class EstimateList:
    lines: tuple[ListLine, ...]
    sums: Sums
    sources: tuple[SourceSums, ...]
    found: int
    total: int
    page: int
    pages: int
    years: tuple[int, ...]
    gatherings: tuple[Gathering, ...]
    asked: ListAsked = field(default_factory=ListAsked)


def estimate_list(user: User, asked: ListAsked, page: int = 1) -> EstimateList:
    """Four queries however many estimates."""
    rows = readable_estimates(user).current().select_related("unit", "plan__source")
    estimates = list(rows.order_by("-year", "plan_id", "unit__name", "-version"))
    found = [one for one in estimates if _fits(one, asked)]
    counted = set(
        Estimate.objects.filter(pk__in=[one.pk for one in found]).counted().values_list("pk", flat=True)
    )
    totals = totals_of([one.pk for one in found])
    lines = [
        ListLine(one, line_of(one.plan).label, added(totals.get(one.pk, {}).values()), one.pk in counted)
        for one in found
    ]
    page, pages, cut = paged(len(lines), page, PAGE)
    in_sums = [line for line in lines if line.is_counted]
    return EstimateList(
        lines=tuple(lines[cut]),
        sums=added(line.sums for line in in_sums),
        sources=by_source(pair for line in in_sums for pair in totals.get(line.estimate.pk, {}).items()),
        found=len(found),
        total=len(estimates),
        page=page,
        pages=pages,
        years=tuple(sorted({one.year for one in estimates}, reverse=True)),
        gatherings=_gatherings(user, estimates),
        asked=asked,
    )


def _fits(one: Estimate, asked: ListAsked) -> bool:
    if asked.year and one.year != asked.year:
        return False
    if asked.state and one.state != asked.state:
        return False
    return has_words(asked.words, (one.unit.name, one.plan.title, one.plan.reference, one.plan.issuer))


def _gatherings(user: User, estimates: list[Estimate]) -> tuple[Gathering, ...]:
    """One query."""
    held = set(
        assembled_plans(user).filter(pk__in={one.plan_id for one in estimates}).values_list("pk", flat=True)
    )
    groups: dict[tuple[int, int], list[Estimate]] = {}
    for one in estimates:
        if one.plan_id in held:
            groups.setdefault((one.year, one.plan_id), []).append(one)
    return tuple(_gathering(many[0].plan, year, many) for (year, _plan), many in groups.items())


def _gathering(plan: Plan, year: int, many: list[Estimate]) -> Gathering:
    written = (EstimateState.DRAFT, EstimateState.RETURNED)
    return Gathering(
        plan.pk, line_of(plan).label, year,
        sent=len({one.unit_id for one in many if one.state not in written}),
        waiting=sum(one.state == EstimateState.SUBMITTED for one in many),
    )  # fmt: skip
