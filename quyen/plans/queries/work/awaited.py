"""What is waited for, as columns of a query: the day, the state, the bucket. Exact on any day, whatever was worked out."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from django.db.models import Case, CharField, DateField, F, IntegerField, Q, Value, When

from quyen.plans.enums import CLOSED
from quyen.plans.models import Assignment, AssignmentQuerySet
from quyen.plans.models.awaited import FOREVER
from quyen.plans.queries.days import BUCKETS, LATE, LATER, NEXT, NO_DAY, SOON
from quyen.plans.queries.work.comings import comings_of
from quyen.plans.queries.work.rounds import Round, round_of, said_of

DONE = "da-xong"  # a bucket beside those of the board
ORDER = (*BUCKETS, DONE)


def unknown(rows: AssignmentQuerySet, today: date) -> list[Any]:
    """Those whose day must be worked out by the calendar, with all that this takes: one query, and two more where there are
    any (seldom: the hourly job keeps them known)."""
    pks = list(rows.filter(awaited__through__lt=today).order_by().values_list("pk", flat=True))
    if not pks:
        return []
    found = Assignment.objects.filter(pk__in=pks).with_work().with_said()
    return list(found.select_related("task__plan").prefetch_related("timetables"))


def waited_for(row: Any, today: date) -> Round:
    """`row`: an Assignment with the columns of `with_work` and `with_said`, its task, plan and timetables."""
    comings = comings_of(row)
    return round_of(comings, said_of(comings, row.said), today) if comings else Round(row.due_on, row.work)


def holds_through(row: Any, today: date) -> date:
    """The last day on which `waited_for` is what it is today. The round changes when the day of the one ahead is over."""
    comings = comings_of(row)
    ahead = comings.now(today) if comings else None
    return ahead.due if ahead else FOREVER


def with_awaited(rows: AssignmentQuerySet, today: date) -> Any:
    """Adds `waits_on`, `stands` and `bucket` (a place in ORDER); asks `unknown` at once."""
    rounds = {row.pk: waited_for(row, today) for row in unknown(rows, today)}
    days, states = (
        {pk: one.due_on for pk, one in rounds.items()},
        {pk: one.state for pk, one in rounds.items()},
    )
    return rows.annotate(
        waits_on=_chosen(days, "awaited__due_on", DateField()),
        stands=_chosen(states, "awaited__state", CharField()),
    ).annotate(bucket=_bucket(today))


def _chosen(worked_out: dict[int, Any], column: str, kind: Any) -> Any:
    """The column; for the rows worked out just now, what was found."""
    held: dict[Any, list[int]] = defaultdict(list)
    for pk, value in worked_out.items():
        held[value].append(pk)
    whens = [When(pk__in=pks, then=Value(value, output_field=kind)) for value, pks in held.items()]
    return Case(*whens, default=F(column), output_field=kind) if whens else F(column)


def _bucket(today: date) -> Case:
    """As `days.bucket_of`."""
    cases = (
        (Q(stands__in=CLOSED), DONE), (Q(waits_on=None), NO_DAY), (Q(waits_on__lt=today), LATE),
        (Q(waits_on__lte=today + SOON), NEXT),
    )  # fmt: skip
    return Case(
        *(When(which, then=Value(ORDER.index(bucket))) for which, bucket in cases),
        default=Value(ORDER.index(LATER)),
        output_field=IntegerField(),
    )


def in_order(rows: Any) -> Any:
    """Late and due first, what is closed last; `rows` of `with_awaited`."""
    return rows.order_by(
        "bucket", F("waits_on").asc(nulls_last=True), "task__plan_id", "task__position", "unit__name", "pk"
    )
