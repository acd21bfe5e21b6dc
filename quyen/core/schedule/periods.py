"""Periods of a schedule. All are half-open, [start, until), and each has the last day on which its report is in time.

Period number k begins k rhythms after the anchor, always counted from the anchor itself: what starts on 31 January
and comes back monthly begins on 28 (29) February, 31 March, 30 April; the 31st is never lost.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import NamedTuple

from quyen.core.errors import QuyenError
from quyen.core.text.rhythm import DATED, MONTHS, Period, Rhythm, shifted

FIRST, LAST = date(1900, 1, 1), date(2999, 1, 1)  # nothing is planned before or from there on
MOST_EVERY = 100  # rhythms in one period
MOST_MONTHS, MOST_DAYS = 120, 3660  # between the end of a period and its due day; of a reminder too


class BadSchedule(QuyenError):
    """A schedule that no calendar can follow."""

    advice = "Hãy sửa lịch rồi ghi lại. Lịch cũ và các kỳ đã báo cáo vẫn giữ nguyên."


class Due(NamedTuple):
    """Where the due day lies, counted from the day after a period's last: first the months, then the days.

    (0, -1) is the last day itself; (0, 5) is six days later; (-1, -2) for a calendar year is 29 November."""

    months: int = 0
    days: int = -1


ON_LAST_DAY = Due()


@dataclass(frozen=True, slots=True, order=True)
class DuePeriod(Period):
    """One period of a schedule, to be reported by `due`, that day included. `cut`: shorter than its rhythm, as the
    schedule ended or changed within it."""

    due: date
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Schedule:
    """`anchor` is the first day of the first period; a period is `every` rhythms long. `until`: the day from which
    on nothing is asked any more; a period that reaches over it is cut there. `lead_days`: how long before the due
    day the first reminder goes out, None for no reminder ahead. Raises BadSchedule."""

    anchor: date
    rhythm: Rhythm
    every: int = 1
    until: date | None = None
    due: Due = ON_LAST_DAY
    lead_days: int | None = None

    def __post_init__(self) -> None:
        for wrong, message in self._faults():
            if wrong:
                raise BadSchedule(message)

    def _faults(self) -> Iterator[tuple[bool, str]]:
        yield self.rhythm not in DATED, "Nhịp này không có ngày nào gọi được tên."
        yield not FIRST <= self.anchor < LAST, "Ngày bắt đầu của lịch phải từ năm 1900 đến năm 2998."
        yield not 1 <= self.every <= MOST_EVERY, f"Số nhịp của một kỳ phải từ 1 đến {MOST_EVERY}."
        yield self.until is not None and self.until <= self.anchor, "Lịch kết thúc trước khi bắt đầu."
        far = abs(self.due.months) > MOST_MONTHS or abs(self.due.days) > MOST_DAYS
        yield far, "Hạn báo cáo cách kỳ báo cáo quá xa."
        bad_lead = self.lead_days is not None and not 0 <= self.lead_days <= MOST_DAYS
        yield bad_lead, f"Số ngày nhắc trước phải từ 0 đến {MOST_DAYS}."

    @property
    def end(self) -> date:
        """The day from which on there are no periods."""
        return LAST if self.until is None else min(self.until, LAST)

    def boundary(self, turn: int) -> date:
        """The first day of period number `turn`; negative ones lie before the anchor."""
        turns = turn * self.every
        if self.rhythm is Rhythm.WEEKLY:
            return self.anchor + timedelta(weeks=turns)
        return shifted(self.anchor, turns * MONTHS[self.rhythm])

    def turn_of(self, day: date) -> int:
        """The number of the period that a day lies in, the end of the schedule disregarded."""
        if self.rhythm is Rhythm.WEEKLY:
            return (day - self.anchor).days // (7 * self.every)
        months = (day.year - self.anchor.year) * 12 + day.month - self.anchor.month
        turn = months // (MONTHS[self.rhythm] * self.every)
        return turn if self.boundary(turn) <= day else turn - 1

    def period(self, turn: int, start: date | None = None) -> DuePeriod:
        """Period number `turn`, cut at the schedule's end; `start` cuts its beginning off."""
        first, until = self.boundary(turn), self.boundary(turn + 1)
        begin, end = max(first, start or first), min(until, self.end)
        return DuePeriod(begin, end, self.due_day(begin, end), cut=(begin, end) != (first, until))

    def due_day(self, start: date, until: date) -> date:
        """When a period is due; never before its own first day."""
        return max(start, shifted(until, self.due.months) + timedelta(days=self.due.days))


def periods(schedule: Schedule) -> Iterator[DuePeriod]:
    """Every period in order, without gap or overlap; without end where the schedule has none (up to the year 2999)."""
    for turn in count():
        if schedule.boundary(turn) >= schedule.end:
            return
        yield schedule.period(turn)


def periods_from(schedule: Schedule, start: date) -> Iterator[DuePeriod]:
    """Those from a day on, on the schedule's own grid, also before its anchor; the first is cut where the day lies
    within it."""
    for turn in count(schedule.turn_of(start)):
        if max(start, schedule.boundary(turn)) >= schedule.end:
            return
        yield schedule.period(turn, start)


def period_of(schedule: Schedule, day: date) -> DuePeriod | None:
    """The period that a day belongs to; None before the first and after the last."""
    return schedule.period(schedule.turn_of(day)) if schedule.anchor <= day < schedule.end else None


def next_due(schedule: Schedule, after: date) -> DuePeriod | None:
    """The first period that is due later than `after`; None where all are over."""
    turn = _first_due(schedule, after + timedelta(days=1))
    return schedule.period(turn) if schedule.boundary(turn) < schedule.end else None


def due_between(schedule: Schedule, since: date, until: date) -> tuple[DuePeriod, ...]:
    """The periods that are due on a day in [since, until), in order."""
    found: list[DuePeriod] = []
    for turn in count(_first_due(schedule, since)):
        if schedule.boundary(turn) >= schedule.end or (period := schedule.period(turn)).due >= until:
            return tuple(found)
        found.append(period)
    raise AssertionError("count() does not end")


def _first_due(schedule: Schedule, since: date) -> int:
    """The number of the first period due on or after a day; the number after the last where there is none.

    Due days never go back from one period to the next, so that halving finds it."""
    after_last = schedule.turn_of(schedule.end - timedelta(days=1)) + 1
    return bisect_left(range(after_last), since, key=lambda turn: schedule.period(turn).due)
