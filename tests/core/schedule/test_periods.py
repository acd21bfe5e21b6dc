"""Periods: month-ends that do not drift, ends, due days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import islice, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyen.core.schedule import (
    BadSchedule,
    Due,
    DuePeriod,
    Rhythm,
    Schedule,
    due_between,
    next_due,
    period_of,
    periods,
    today,
)
from quyen.core.text.rhythm import DATED

DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    anchor = draw(DAYS)
    length = draw(st.none() | st.integers(1, 4000))
    return Schedule(
        anchor,
        draw(st.sampled_from(DATED)),
        every=draw(st.integers(1, 5)),
        until=None if length is None else anchor + timedelta(days=length),
        due=Due(draw(st.integers(-3, 3)), draw(st.integers(-60, 60))),
    )


def starts(schedule: Schedule, number: int) -> list[date]:
    return [period.start for period in islice(periods(schedule), number)]


def test_the_last_of_a_month_does_not_drift() -> None:
    assert starts(Schedule(date(2026, 1, 31), Rhythm.MONTHLY), 5) == [
        date(2026, 1, 31),
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
        date(2026, 5, 31),
    ]
    assert starts(Schedule(date(2028, 1, 31), Rhythm.MONTHLY), 2)[1] == date(2028, 2, 29)
    assert starts(Schedule(date(2024, 2, 29), Rhythm.YEARLY), 5)[-1] == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("rhythm", "every", "second"),
    [
        (Rhythm.WEEKLY, 1, date(2026, 1, 8)),
        (Rhythm.WEEKLY, 2, date(2026, 1, 15)),
        (Rhythm.MONTHLY, 1, date(2026, 2, 1)),
        (Rhythm.MONTHLY, 2, date(2026, 3, 1)),
        (Rhythm.QUARTERLY, 1, date(2026, 4, 1)),
        (Rhythm.HALF_YEARLY, 1, date(2026, 7, 1)),
        (Rhythm.YEARLY, 1, date(2027, 1, 1)),
        (Rhythm.YEARLY, 2, date(2028, 1, 1)),
    ],
)
def test_every_rhythm(rhythm: Rhythm, every: int, second: date) -> None:
    assert starts(Schedule(date(2026, 1, 1), rhythm, every), 2)[1] == second


def test_the_period_over_the_end_is_cut_there() -> None:
    schedule = Schedule(date(2026, 1, 1), Rhythm.QUARTERLY, until=date(2026, 5, 1), due=Due(0, 9))
    assert list(periods(schedule)) == [
        DuePeriod(date(2026, 1, 1), date(2026, 4, 1), date(2026, 4, 10)),
        DuePeriod(date(2026, 4, 1), date(2026, 5, 1), date(2026, 5, 10), cut=True),
    ]
    assert list(periods(schedule))[1].last_day == date(2026, 4, 30)


def test_next_due_is_later_than_the_day_asked() -> None:
    schedule = Schedule(date(2026, 1, 1), Rhythm.MONTHLY, until=date(2026, 3, 1), due=Due(0, 4))
    first, second = periods(schedule)
    assert next_due(schedule, date(2020, 1, 1)) == first
    assert next_due(schedule, date(2026, 2, 4)) == first
    assert next_due(schedule, date(2026, 2, 5)) == second
    assert next_due(schedule, date(2026, 3, 5)) is None


def test_due_between_is_half_open() -> None:
    schedule = Schedule(date(2026, 1, 1), Rhythm.MONTHLY, due=Due(0, 4))
    found = due_between(schedule, date(2026, 2, 5), date(2026, 4, 5))
    assert [one.due for one in found] == [date(2026, 2, 5), date(2026, 3, 5)]
    assert due_between(schedule, date(2026, 2, 6), date(2026, 2, 6)) == ()


def test_no_period_is_due_before_it_begins() -> None:
    schedule = Schedule(date(2026, 1, 1), Rhythm.WEEKLY, due=Due(-1, 0))
    assert next(periods(schedule)).due == date(2026, 1, 1)


@pytest.mark.parametrize(
    "asked",
    [
        {"anchor": date(1800, 1, 1)},
        {"every": 0},
        {"rhythm": Rhythm.ALWAYS},
        {"until": date(2026, 1, 1)},
        {"due": Due(0, 9999)},
        {"lead_days": -1},
    ],
)
def test_what_no_calendar_can_follow_is_refused(asked: dict) -> None:
    with pytest.raises(BadSchedule) as refused:
        Schedule(**{"anchor": date(2026, 1, 1), "rhythm": Rhythm.MONTHLY, **asked})
    assert str(refused.value).endswith(".")
    assert "giữ nguyên" in refused.value.advice


def test_an_endless_schedule_ends_with_the_calendar() -> None:
    schedule = Schedule(date(2990, 1, 31), Rhythm.YEARLY, every=5)
    assert [one.start.year for one in periods(schedule)] == [2990, 2995]
    assert next_due(schedule, date(2999, 6, 1)) is None


def test_the_day_is_that_of_viet_nam() -> None:
    assert today(datetime(2026, 3, 1, 16, 30, tzinfo=UTC)) == date(2026, 3, 1)  # 23:30 in Hà Nội
    assert today(datetime(2026, 3, 1, 17, 0, tzinfo=UTC)) == date(2026, 3, 2)
    assert today(datetime(2026, 3, 1, 23, 30, tzinfo=timezone(timedelta(hours=7)))) == date(2026, 3, 1)
    assert abs(today() - datetime.now(UTC).date()) <= timedelta(days=1)
    with pytest.raises(ValueError, match="time zone"):
        today(datetime(2026, 3, 1))


@settings(max_examples=25, deadline=None)
@given(schedules())
def test_periods_tile_the_time_and_due_days_never_go_back(schedule: Schedule) -> None:
    found = list(islice(periods(schedule), 40))
    assert found[0].start == schedule.anchor
    for one, two in pairwise(found):
        assert one.until == two.start
        assert one.due <= two.due
    assert all(one.start < one.until <= schedule.end and one.due >= one.start for one in found)
    assert not any(one.cut for one in found[:-1])
    if schedule.until and len(found) < 40:
        assert found[-1].until == schedule.until


@settings(max_examples=25, deadline=None)
@given(schedules(), st.integers(-400, 4000))
def test_asking_is_the_same_as_looking_through_all(schedule: Schedule, days: int) -> None:
    day = schedule.anchor + timedelta(days=days)
    found = [one for one in islice(periods(schedule), 700) if one.start <= day + timedelta(days=400)]
    assert next_due(schedule, day) == next((one for one in found if one.due > day), None)
    assert period_of(schedule, day) == next((one for one in found if one.start <= day < one.until), None)
    until = day + timedelta(days=90)
    assert due_between(schedule, day, until) == tuple(one for one in found if day <= one.due < until)
