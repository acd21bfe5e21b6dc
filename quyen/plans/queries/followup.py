"""How a recommendation is followed up: its tasks with what is done and shown, its indicators, what was said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Prefetch, Q

from quyen.accounts.models import User
from quyen.indicators.models import Indicator
from quyen.organisation.enums import Role
from quyen.organisation.queries import unit_ids
from quyen.plans.enums import COUNTED, PlanState, WorkState
from quyen.plans.models import (
    Assignment,
    Evidence,
    EvidenceLink,
    FollowUp,
    Progress,
    RecommendationIndicator,
    RecommendationTask,
    Task,
)
from quyen.plans.queries.review import readable_plans
from quyen.plans.queries.work.access import readable_evidence
from quyen.rights.enums import TieState
from quyen.rights.models import Recommendation
from quyen.rights.queries.desk import keeps_rights

MEASURE = "rights.recommendations"
FOUND = 40  # tasks offered at once


@dataclass(frozen=True)
class ActionLine:
    """A task that carries it out. `evidence`: what its assignments are shown by."""

    tie: RecommendationTask
    task: Task
    units: tuple[str, ...]
    done: int
    given: int
    evidence: tuple[Evidence, ...]
    may_untie: bool

    @property
    def is_shown(self) -> bool:
        """Done by some unit, and shown by something: what the programme's target counts."""
        return self.done > 0 and bool(self.evidence)


@dataclass(frozen=True)
class FollowUpPanel:
    """`elsewhere`: tasks of plans that the person may not read. `history`: newest first."""

    recommendation: Recommendation
    lines: tuple[ActionLine, ...]
    elsewhere: int
    indicators: tuple[RecommendationIndicator, ...]
    measured: Indicator | None
    history: tuple[FollowUp, ...]
    may_tie: bool
    may_say: bool

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return tuple({one.pk: one for line in self.lines for one in line.evidence}.values())

    @property
    def shown(self) -> int:
        return sum(line.is_shown for line in self.lines)


def follow_up_panel(user: User, recommendation: Recommendation) -> FollowUpPanel:
    """Ten queries at most. What was split keeps what is tied to the whole."""
    ties = [
        tie
        for tie in RecommendationTask.objects.filter(recommendation__in=family(recommendation))
        .exclude(state=TieState.REFUSED)
        .select_related("task__plan__unit", "made_by")
    ]
    keeps = keeps_rights(user)
    read = set(
        readable_plans(user).filter(pk__in=[tie.task.plan_id for tie in ties]).values_list("pk", flat=True)
    )
    mine = set(unit_ids(user, Role.EDITOR).filter(pk__in=[tie.task.plan.unit_id for tie in ties]))
    shown = [tie for tie in ties if tie.task.plan_id in read]
    work = _work(shown)
    lines = tuple(
        _line(tie, work.get(tie.task_id, []), keeps or tie.task.plan.unit_id in mine) for tie in shown
    )
    indicators = RecommendationIndicator.objects.filter(recommendation__in=family(recommendation))
    return FollowUpPanel(
        recommendation, lines, len(ties) - len(shown),
        tuple(indicators.exclude(state=TieState.REFUSED).select_related("indicator")),
        Indicator.objects.filter(measure=MEASURE).first() if recommendation.in_programme else None,
        _history(user, recommendation),
        keeps or unit_ids(user, Role.EDITOR).exists(), keeps_rights(user, Role.COORDINATOR),
    )  # fmt: skip


def _history(user: User, recommendation: Recommendation) -> tuple[FollowUp, ...]:
    """What was said is for all who signed in; the evidence beside it for those who read the work that it shows. Two
    queries; `shown_by` counts all of it."""
    readable = Evidence.objects.filter(readable_evidence(user)).distinct()
    found = recommendation.follow_ups.annotate(shown_by=Count("evidence"))
    rows = found.order_by("-pk")  # grouped, they have no order
    return tuple(rows.prefetch_related(Prefetch("evidence", queryset=readable)))


def family(recommendation: Recommendation) -> list[int]:
    """The recommendation, the whole that it was split from, and its parts: what is tied to one is of all."""
    whole = recommendation.part_of_id or recommendation.pk
    rows = Recommendation.objects.filter(Q(part_of=recommendation.pk) | Q(pk__in=[recommendation.pk, whole]))
    return list(rows.values_list("pk", flat=True))


Work = tuple[Assignment, str, tuple[Evidence, ...]]


def _work(ties: Iterable[RecommendationTask]) -> dict[int, list[Work]]:
    """By task: its given assignments, the state of each, what it is shown by. Two queries."""
    rows = list(
        Assignment.objects.given()
        .filter(task__in=[tie.task_id for tie in ties])
        .select_related("unit")
        .with_work()
    )
    links = EvidenceLink.objects.filter(assignment__in=rows).select_related("evidence")
    shown: dict[int | None, list[Evidence]] = {}
    for link in links:
        shown.setdefault(link.assignment_id, []).append(link.evidence)
    found: dict[int, list[Work]] = {}
    for row in rows:
        found.setdefault(row.task_id, []).append((row, row.work, tuple(shown.get(row.pk, ()))))  # type: ignore[attr-defined]
    return found


def _line(tie: RecommendationTask, work: list[Work], may_untie: bool) -> ActionLine:
    evidence = {one.pk: one for _row, _state, shown in work for one in shown}
    done = sum(state == WorkState.DONE for _row, state, _shown in work)
    units = tuple(str(row.unit) for row, _state, _shown in work)
    return ActionLine(tie, tie.task, units, done, len(work), tuple(evidence.values()), may_untie)


# --- what may be tied ----------------------------------------------------------------------------


def tieable_tasks(user: User) -> Any:
    """Tasks of confirmed plans: those in the person's own reach as an editor; for those who keep the recommendations, all
    that they may read."""
    rows = Task.objects.filter(state__in=COUNTED, plan__state=PlanState.CONFIRMED).select_related(
        "plan__unit"
    )
    if keeps_rights(user):
        return rows.filter(plan__in=readable_plans(user))
    return rows.filter(plan__unit__in=unit_ids(user, Role.EDITOR))


def tasks_to_tie(user: User, recommendation: Recommendation, words: str) -> list[Task]:
    """The first that hold the words, without those tied already: one query."""
    rows = tieable_tasks(user).exclude(
        recommendation_ties__in=RecommendationTask.objects.filter(recommendation=recommendation).exclude(
            state=TieState.REFUSED
        )
    )
    for word in words.split()[:8]:
        rows = rows.filter(text__icontains=word)
    return list(rows.order_by("-plan__issued_on", "position")[:FOUND])


# --- what the target counts ----------------------------------------------------------------------


@dataclass(frozen=True)
class Shown:
    """One of the programme's recommendations, carried out by a unit in a task of a plan's unit, with evidence."""

    recommendation: Recommendation
    units: tuple[int, ...]


def shown_recommendations(until: date) -> list[Shown]:
    """Each with a completed, evidenced activity before the day: four queries. An activity is an assignment in force of a
    task tied to the recommendation by a person; it is complete where the latest report of before the day, of any of its
    periods, says so; evidence of a later day does not count."""
    rows = {row.pk: row for row in Recommendation.objects.filter(in_programme=True, part_of=None)}
    ties = RecommendationTask.objects.filter(
        Q(recommendation__in=rows) | Q(recommendation__part_of__in=rows), state=TieState.CONFIRMED
    ).values_list("recommendation__part_of", "recommendation", "task")
    by_task: dict[int, set[int]] = {}
    for whole, one, task in ties:
        by_task.setdefault(task, set()).add(whole or one)
    latest = Progress.objects.filter(
        assignment__in=Assignment.objects.given().filter(task__in=by_task), day__lt=until
    ).order_by("assignment_id", "period_start", "-id")
    latest = latest.distinct("assignment_id", "period_start")
    complete = {row.assignment_id for row in latest if row.state == WorkState.DONE}
    shown = Assignment.objects.filter(pk__in=complete, evidence_links__evidence__day__lt=until).values_list(
        "task", "unit", "task__plan__unit"
    )
    units: dict[int, set[int]] = {}
    for task, unit, plan_unit in shown.distinct():
        for pk in by_task[task]:
            units.setdefault(pk, set()).update((unit, plan_unit))
    return [Shown(rows[pk], tuple(sorted(found))) for pk, found in sorted(units.items())]
