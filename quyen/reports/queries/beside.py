"""Small things that a report asks about its surroundings, together in one statement: each alone costs more to ask than to
answer, and a report that is sent asks while its row is locked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db import connection

from quyen.plans.enums import PlanState
from quyen.reports.models import Submission


@dataclass(frozen=True)
class Beside:
    """`plans`: the plan of the regime and the plans below it; None, for all plans, where it names none. `estimated`: those
    of them with an estimate in the year; `is_fed`: rounds below feed the report; `issued`: the unit's documents of the
    period, in their order; `grades`: how many values at or under the unit stand on what, by indicator."""

    plans: Collection[int] | None
    estimated: Collection[int]
    is_fed: bool
    issued: tuple[int, ...]
    grades: dict[int, dict[str, int]]


_BESIDE = """
    WITH RECURSIVE below AS (
        SELECT id FROM plans_plan WHERE id = %(plan)s
        UNION SELECT p.id FROM plans_plan p JOIN below b ON p.parent_id = b.id
    )
    SELECT (SELECT array_agg(id) FROM below),
        (SELECT array_agg(DISTINCT plan_id) FROM budget_estimate
         WHERE year = %(year)s AND (%(plan)s::bigint IS NULL OR plan_id IN (SELECT id FROM below))),
        EXISTS (SELECT FROM reports_cycle WHERE feeds_id = %(cycle)s),
        (SELECT array_agg(id ORDER BY issued_on, id) FROM plans_plan
         WHERE issuer_unit_id = %(unit)s AND state = %(confirmed)s AND issued_on >= %(first)s AND issued_on < %(until)s),
        (SELECT json_agg(g) FROM (
            SELECT o.indicator_id, o.grade, count(*) AS number
            FROM indicators_observation o JOIN organisation_unit u ON u.id = o.unit_id
            WHERE u.above @> ARRAY[%(unit)s]::bigint[] AND o.replaced_at IS NULL AND o.part = ''
                AND o.period_start >= %(start)s AND o.period_end <= %(end)s
            GROUP BY 1, 2) AS g)
"""


def beside(submission: Submission) -> Beside:
    """One query. `submission` with its cycle and regime."""
    cycle, measured = submission.cycle, submission.cycle.measured
    asked = {
        "plan": cycle.regime.plan_id, "year": measured.start.year, "cycle": cycle.pk, "unit": submission.unit_id,
        "confirmed": str(PlanState.CONFIRMED), "first": cycle.period_start, "until": cycle.period_end,
        "start": measured.start, "end": measured.until,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_BESIDE, asked)
        plans, estimated, is_fed, issued, graded = cursor.fetchone()
    grades: dict[int, dict[str, int]] = {}
    for row in graded or ():
        grades.setdefault(row["indicator_id"], {})[row["grade"]] = row["number"]
    named = None if cycle.regime.plan_id is None else frozenset(plans or ())
    return Beside(named, frozenset(estimated or ()), is_fed, tuple(issued or ()), grades)
