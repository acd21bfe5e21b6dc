"""One estimate with its lines, sums, what does not add up, and what the reader may do with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from quyen.accounts.models import AuditEntry, User
from quyen.accounts.queries import history
from quyen.budget.enums import EstimateState
from quyen.budget.models import Estimate, EstimateLine, content_hash
from quyen.budget.queries.access import Sides, readable_estimates, sides_of
from quyen.budget.queries.checks import Fault, line_faults, stated_fault
from quyen.budget.queries.offers import offered_tasks
from quyen.budget.queries.sums import SourceSums, Sums, added, by_source
from quyen.core.text.saying import plain
from quyen.plans.queries.lists import line_of


@dataclass(frozen=True)
class LineRow:
    """`number`: from 1, as it is said in faults."""

    line: EstimateLine
    number: int
    sums: Sums
    faults: tuple[Fault, ...]

    @property
    def key(self) -> str:
        return str(self.line.pk)

    @property
    def quantity(self) -> str:
        """As it is typed: "1,5"."""
        return (plain(self.line.quantity) or "").replace(".", ",")

    @property
    def proposed(self) -> int:
        """What the plan's unit proposes for approval: all that was asked for where it says nothing else."""
        return self.line.planned_vnd if self.line.approved_vnd is None else self.line.approved_vnd


@dataclass(frozen=True)
class Content:
    """The lines of one estimate and what they come to."""

    rows: tuple[LineRow, ...]
    sums: Sums
    proposed: int
    sources: tuple[SourceSums, ...]
    faults: tuple[Fault, ...]

    @property
    def blocking(self) -> tuple[Fault, ...]:
        return tuple(one for one in self.faults if one.blocks)


@dataclass(frozen=True)
class Step:
    """One step of the estimate's way, from its trail."""

    at: datetime
    who: str
    state: str
    said: str

    @property
    def word(self) -> str:
        return str(EstimateState(self.state).label)


@dataclass(frozen=True)
class EstimatePage:
    """`tasks`: those that a new line may name, by number and words. `is_intact`: what was approved is what stands."""

    estimate: Estimate
    plan_label: str
    content: Content
    sides: Sides
    tasks: tuple[tuple[int, str], ...]
    steps: tuple[Step, ...]
    versions: tuple[Estimate, ...]
    is_intact: bool

    @property
    def may_write(self) -> bool:
        return self.sides.writes and self.estimate.is_written

    @property
    def may_send(self) -> bool:
        return self.may_write and bool(self.content.rows) and not self.content.blocking

    @property
    def may_take_back(self) -> bool:
        return self.sides.writes and self.estimate.state == EstimateState.SUBMITTED

    @property
    def may_assemble(self) -> bool:
        return self.sides.assembles and self.estimate.state == EstimateState.SUBMITTED

    @property
    def may_return(self) -> bool:
        sent = (EstimateState.SUBMITTED, EstimateState.ASSEMBLED)
        return self.sides.assembles and self.estimate.state in sent

    @property
    def may_appraise(self) -> bool:
        return self.sides.assembles and self.estimate.state == EstimateState.ASSEMBLED

    @property
    def stands(self) -> bool:
        return self.estimate.state == EstimateState.APPROVED and self.estimate.replaced_at is None

    @property
    def may_spend(self) -> bool:
        return self.sides.writes and self.stands

    @property
    def may_revise(self) -> bool:
        return self.may_spend and not any(one.state != EstimateState.APPROVED for one in self.versions)

    @property
    def shows_approved(self) -> bool:
        return self.estimate.state in (EstimateState.ASSEMBLED, EstimateState.APPROVED)


def estimate_page(user: User, estimate: Estimate) -> EstimatePage:
    """Seven queries however many lines; `estimate` with its plan, the plan's source, and its unit."""
    content = content_of(estimate)
    tasks = offered_tasks(estimate.unit_id, estimate.plan).values_list("pk", "text", "no")
    same = readable_estimates(user).filter(unit=estimate.unit_id, plan=estimate.plan_id, year=estimate.year)
    return EstimatePage(
        estimate=estimate,
        plan_label=line_of(estimate.plan).label,
        content=content,
        sides=sides_of(user, estimate),
        tasks=tuple((pk, f"{no}. {text}" if no else text) for pk, text, no in tasks),
        steps=_steps(history(estimate)),
        versions=tuple(same.order_by("-version")),
        is_intact=estimate.state != EstimateState.APPROVED
        or estimate.content_hash == content_hash(row.line for row in content.rows),
    )


def content_of(estimate: Estimate) -> Content:
    """One query."""
    return content_from(estimate, list(EstimateLine.objects.filter(estimate=estimate).with_spent()))


def content_from(estimate: Estimate, lines: list[Any]) -> Content:
    """`lines`: EstimateLine with the column of `with_spent`, in their order."""
    is_approved = estimate.state == EstimateState.APPROVED
    rows = tuple(
        LineRow(
            line=line,
            number=number,
            sums=Sums(line.planned_vnd, (line.approved_vnd or 0) if is_approved else 0, line.spent),
            faults=line_faults(number, line, line.spent, is_approved=is_approved),
        )
        for number, line in enumerate(lines, 1)
    )
    total = added(row.sums for row in rows)
    stated = stated_fault(estimate.stated_vnd, total.planned)
    faults = [fault for row in rows for fault in row.faults] + ([stated] if stated else [])
    return Content(
        rows=rows,
        sums=total,
        proposed=sum(row.proposed for row in rows),
        sources=by_source((row.line.source, row.sums) for row in rows),
        faults=tuple(faults),
    )


def _steps(trail: QuerySet[AuditEntry]) -> tuple[Step, ...]:
    """Changes of state only, newest first."""
    steps = []
    for one in trail.filter(after__has_key="state"):
        after = one.after or {}
        words = " · ".join(str(after[name]) for name in ("reason", "basis") if after.get(name))
        steps.append(Step(one.at, one.actor_name, after["state"], words))
    return tuple(steps)
