"""Reminders and the schedules that are prescribed."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyen.core.schedule import (
    BadSchedule,
    ProgrammeYear,
    Reminder,
    Rhythm,
    decree_09,
    ladder,
    periods,
    programme_year,
    reminder,
)

DUE = date(2026, 11, 29)
STEPS = ladder(7)


def at(days: int, *sent: Reminder) -> Reminder | None:
    step = reminder(DUE, DUE + timedelta(days=days), sent, STEPS)
    return step.kind if step else None


def test_each_step_on_its_day() -> None:
    assert at(-8) is None
    assert at(-7) is Reminder.AHEAD
    assert at(-6, Reminder.AHEAD) is None
    assert at(-1, Reminder.AHEAD) is Reminder.TOMORROW
    assert at(0, Reminder.AHEAD, Reminder.TOMORROW) is Reminder.TODAY
    assert at(1, Reminder.TODAY) is Reminder.LATE
    assert at(40, Reminder.LATE) is Reminder.ESCALATED
    assert at(400, Reminder.ESCALATED) is None


def test_after_a_stand_still_only_the_latest_goes_out() -> None:
    assert at(30) is Reminder.ESCALATED
    assert at(3) is Reminder.LATE
    assert at(3, Reminder.LATE) is None
    assert at(3, Reminder.ESCALATED) is None  # a later one is out already


def test_no_lead_time_no_reminder_ahead() -> None:
    assert [step.kind for step in ladder(None)] == [Reminder.TODAY, Reminder.LATE, Reminder.ESCALATED]
    assert [step.kind for step in ladder(1)][0:2] == [Reminder.AHEAD, Reminder.TODAY]
    with pytest.raises(ValueError, match="late"):
        ladder(7, late=9, escalated=3)


@settings(max_examples=25, deadline=None)
@given(st.integers(-30, 60), st.sets(st.sampled_from(Reminder)), st.integers(0, 30))
def test_sent_once_nothing_follows_on_that_day(days: int, sent: set[Reminder], lead: int) -> None:
    steps = ladder(lead)
    today = DUE + timedelta(days=days)
    step = reminder(DUE, today, sent, steps)
    if step:
        assert step.kind not in sent
        assert DUE + timedelta(days=step.days) <= today
        assert reminder(DUE, today, {*sent, step.kind}, steps) is None


@pytest.mark.parametrize(
    ("rhythm", "closes"),
    [
        (Rhythm.MONTHLY, [(1, 14), (2, 14), (3, 14)]),
        (Rhythm.QUARTERLY, [(3, 14), (6, 14), (9, 14), (12, 14)]),
        (Rhythm.HALF_YEARLY, [(6, 14), (12, 14)]),
        (Rhythm.YEARLY, [(12, 14)]),
    ],
)
def test_data_close_as_article_12_says(rhythm: Rhythm, closes: list[tuple[int, int]]) -> None:
    found = list(islice(periods(decree_09(rhythm, 2026, send_days=6)), len(closes)))
    assert found[0].start == date(2025, 12, 15)
    assert [(one.last_day.month, one.last_day.day) for one in found] == closes
    assert all(one.due == one.last_day + timedelta(days=6) for one in found)


def test_article_12_knows_no_week() -> None:
    with pytest.raises(BadSchedule, match="hằng tuần"):
        decree_09(Rhythm.WEEKLY, 2026, send_days=2)


@pytest.mark.parametrize(
    ("year", "first", "last"),
    [
        (ProgrammeYear.DECEMBER, date(2025, 12, 1), date(2026, 11, 30)),
        (ProgrammeYear.CALENDAR, date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_the_programme_reports_before_30_november(year: ProgrammeYear, first: date, last: date) -> None:
    found = list(periods(programme_year(2026, year, last_year=2028)))
    assert (found[0].start, found[0].last_day) == (first, last)
    assert [one.due for one in found] == [date(each, 11, 29) for each in (2026, 2027, 2028)]
    assert not any(one.cut for one in found)
