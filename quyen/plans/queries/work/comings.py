"""The days on which work comes back: its timetables read as one row of periods."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache

from django.utils import timezone

from quyen.core.schedule import DuePeriod, Rhythm, Schedule, next_due, period_of, usual
from quyen.core.text.rhythm import DATED
from quyen.plans.models import Assignment

KEPT = 4096  # what thousands of units were given alike is reckoned once


@dataclass(frozen=True)
class Stretch:
    """The periods of one schedule in [begins, ends); no end: as long as the schedule lasts."""

    schedule: Schedule
    begins: date
    ends: date | None = None

    @cached_property
    def first(self) -> int:
        return self.schedule.turn_of(self.begins)

    @cached_property
    def end(self) -> date:
        return min(self.ends or self.schedule.end, self.schedule.end)

    @cached_property
    def number(self) -> int:
        """How many periods there are."""
        if self.end <= self.begins:
            return 0
        return self.schedule.turn_of(self.end - timedelta(days=1)) - self.first + 1

    def at(self, place: int) -> DuePeriod:
        return self.schedule.period(self.first + place, self.begins)

    def place_due(self, day: date) -> int:
        """The place of the first period that is due on a day or later; their number where there is none."""
        return _place_due(self, day)


@lru_cache(maxsize=KEPT)
def _place_due(stretch: Stretch, day: date) -> int:
    return bisect_left(range(stretch.number), day, key=lambda place: stretch.at(place).due)


@dataclass(frozen=True)
class Comings:
    """All periods of an assignment, in order. `stretches` follow one another; each holds one period at least."""

    stretches: tuple[Stretch, ...]

    @property
    def schedule(self) -> Schedule:
        """The one in force."""
        return self.stretches[-1].schedule

    def now(self, day: date) -> DuePeriod | None:
        """The first that is due on a day or later; None where all are over."""
        found = [one.at(place) for one in self.stretches if (place := one.place_due(day)) < one.number]
        return min(found, key=lambda period: period.due, default=None)

    def before(self, day: date) -> DuePeriod | None:
        """The last that was due before a day."""
        found = [one.at(place - 1) for one in self.stretches if (place := one.place_due(day)) > 0]
        return max(found, key=lambda period: period.due, default=None)

    def every(self, through: date) -> Iterator[DuePeriod]:
        """Those that begin on or before a day."""
        for one in self.stretches:
            for place in range(one.number):
                if (period := one.at(place)).start > through:
                    return
                yield period

    def starting(self, start: date) -> DuePeriod | None:
        """The one with this first day."""
        for one in self.stretches:
            if one.begins <= start < one.end:
                period = one.at(one.schedule.turn_of(start) - one.first)
                return period if period.start == start else None
        return None


def comings_of(row: Assignment) -> Comings | None:
    """None for work that does not come back on days that can be named. Reads the row's timetables (one query where they
    were not fetched before), its task and its plan."""
    if row.recurs not in DATED:
        return None
    kept = [Stretch(one.schedule, one.begins, one.ends) for one in row.timetables.all()]
    stretches = tuple(sorted((one for one in kept if one.number), key=lambda one: one.begins))
    return Comings(stretches or (said_by_the_plan(row),))


def said_by_the_plan(row: Assignment) -> Stretch:
    """What the day and the rhythm of the assignment mean, from the first period that could be reported since it was
    given; the last one where all were over by then."""
    return _meant(row.due_on, Rhythm(row.recurs), given_on(row), row.task.plan.last_year)


@lru_cache(maxsize=KEPT)
def _meant(due_on: date | None, rhythm: Rhythm, given: date, last_year: int | None) -> Stretch:
    schedule = usual(due_on, rhythm, given_on=given, last_year=last_year)
    open_one = next_due(schedule, max(given, due_on or given) - timedelta(days=1))
    last = period_of(schedule, schedule.end - timedelta(days=1))
    begin = open_one or last
    return Stretch(schedule, begin.start if begin else schedule.anchor)


def given_on(row: Assignment) -> date:
    return timezone.localdate(row.given_at) if row.given_at else timezone.localdate()
