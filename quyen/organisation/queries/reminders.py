"""What people are to be told of today: the duties that are open, the steps reached, and who hears of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection

from quyen.accounts.enums import Digests
from quyen.accounts.models import ReminderStep, Told, User
from quyen.core.schedule import Reminder, ladder, reminder
from quyen.organisation.enums import Role
from quyen.organisation.models import Membership, Unit
from quyen.organisation.signals import DueItem, due_asked

OLD = timedelta(days=14)  # a step that should have come earlier than that is passed over without a word
FRESH = timedelta(days=10)  # a step not told within it (nobody had a role, no letters wanted) is told no more
AHEAD = timedelta(days=61)  # no lead time is longer
LATEST = timedelta(days=7)  # the last step of the ladder
ROUND_LOCK = 0x7175_7965_6E02  # a number of our own among the advisory locks of the database


@dataclass(frozen=True)
class Line:
    """One duty in a letter. `is_given`: the reader's unit gave it and another unit owes it."""

    item: DueItem
    unit_name: str
    days: int  # until the due day; below 0 where it is over
    is_given: bool
    is_escalated: bool

    @property
    def days_over(self) -> int:
        return -self.days

    @property
    def is_late(self) -> bool:
        return self.days < 0


@dataclass(frozen=True)
class Digest:
    """What one person is told on one day; `through` is the last step that it tells."""

    person: User
    day: date
    lines: tuple[Line, ...]
    through: int

    @property
    def late(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.is_late and not line.is_given)

    @property
    def due(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if not line.is_late and not line.is_given)

    @property
    def given(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.is_given)


def due_items(day: date) -> tuple[DueItem, ...]:
    """All that is open and near enough to a day to be reminded of, from every app that stands above."""
    window = {"since": day - OLD - LATEST, "until": day + AHEAD}
    answers: Any = due_asked.send(sender=None, **window)
    return tuple(item for _who, found in answers for item in found)


def new_steps(items: Sequence[DueItem], day: date) -> list[ReminderStep]:
    """The step that each duty has reached and that was never noted: one query. Not saved."""
    sent: dict[str, set[Reminder]] = defaultdict(set)
    known = ReminderStep.objects.filter(duty__in=[item.duty for item in items])
    for duty, kind in known.values_list("duty", "kind"):
        sent[duty].add(Reminder(kind))
    found = []
    for item in items:
        step = reminder(item.due, day, sent[item.duty], ladder(item.lead_days))
        if step is not None:
            its_day = item.due + timedelta(days=step.days)
            is_told = item.due >= day or (its_day >= item.known_since and its_day >= day - OLD)
            found.append(ReminderStep(duty=item.duty, kind=step.kind, day=day, is_told=is_told))
    return found


def digests(items: Sequence[DueItem], day: date) -> Iterator[Digest]:
    """A letter for everyone who is to be told something today: editors and above of the units concerned, or those whom a
    duty names. Four queries."""
    by_duty = {item.duty: item for item in items}
    steps = _steps(by_duty, day)
    concerned = [by_duty[duty] for duty in steps]
    names = dict(Unit.objects.filter(pk__in={item.unit for item in concerned}).values_list("pk", "name"))
    members = (
        Membership.objects.valid()
        .of_people()
        .filter(
            unit__in={unit for item in concerned for unit in (item.unit, item.giver)}, role__gte=Role.EDITOR
        )
    )
    told = {one.person_id: one for one in Told.objects.all()}
    roles: dict[User, dict[int, Membership]] = defaultdict(dict)
    for row in members.select_related("user").order_by("user_id"):
        roles[row.user][row.unit_id] = row
    for person, held in roles.items():
        mark = told.get(person.pk)
        if _is_time(person, mark, day):
            fresh = {duty: _after(mark, rows) for duty, rows in steps.items()}
            lines = tuple(_lines(concerned, fresh, held, names, day))
            if lines:
                yield Digest(person, day, lines, max(row.pk for rows in steps.values() for row in rows))


def _steps(by_duty: Mapping[str, DueItem], day: date) -> dict[str, list[ReminderStep]]:
    found: dict[str, list[ReminderStep]] = defaultdict(list)
    rows = ReminderStep.objects.filter(duty__in=list(by_duty), is_told=True, day__gt=day - FRESH)
    for row in rows.order_by("pk"):
        found[row.duty].append(row)
    return found


def _is_time(person: User, mark: Told | None, day: date) -> bool:
    """One letter a day, or a week; a machine that stood still on Monday writes when it wakes."""
    if person.digests == Digests.NEVER:
        return False
    if mark is None:
        return True
    if person.digests == Digests.WEEKLY:
        return mark.day.isocalendar()[:2] < day.isocalendar()[:2]
    return mark.day < day


def _after(mark: Told | None, rows: Iterable[ReminderStep]) -> list[ReminderStep]:
    return [row for row in rows if mark is None or row.pk > mark.through]


def _lines(
    items: Iterable[DueItem], steps: Mapping[str, list[ReminderStep]], roles: Mapping[int, Membership],
    names: Mapping[int, str], day: date,
) -> Iterator[Line]:  # fmt: skip
    """What a person with these roles, by unit, is told, the most urgent first."""
    for item in sorted(items, key=lambda item: (item.due, item.title)):
        escalated = any(row.kind == Reminder.ESCALATED for row in steps[item.duty])
        own = item.unit in roles
        mine = roles.get(item.unit) if own else roles.get(item.giver) if escalated else None
        if mine is None or (own and not _is_theirs(item, mine, escalated)):
            continue
        if any(row.day >= mine.valid_from for row in steps[item.duty]):
            is_told_above = escalated and item.giver != item.unit
            yield Line(item, names[item.unit], (item.due - day).days, not own, is_told_above)


def _is_theirs(item: DueItem, held: Membership, escalated: bool) -> bool:
    """Whether a duty of the unit is the business of somebody with that role in it."""
    if item.person is None:
        return held.role >= item.role
    return held.user_id == item.person or (escalated and held.role >= Role.COORDINATOR)


@contextmanager
def the_round() -> Iterator[bool]:
    """Holds the round of reminders; False where another process makes it. Ends with the connection."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_lock(%s)", [ROUND_LOCK])
        held = bool(cursor.fetchone()[0])
    try:
        yield held
    finally:
        if held and connection.connection is not None and not connection.connection.closed:
            with connection.cursor() as cursor:
                cursor.execute("select pg_advisory_unlock(%s)", [ROUND_LOCK])
