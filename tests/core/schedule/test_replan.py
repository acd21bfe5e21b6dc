"""Schedules that change: what was reported stays, the rest follows without gap or overlap."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyen.core.schedule import DuePeriod, Rhythm, Schedule, UnknownReport, periods, replan
from tests.core.schedule.test_periods import schedules

YEAR = Schedule(date(2026, 1, 1), Rhythm.QUARTERLY, until=date(2027, 1, 1))
QUARTERS = tuple(periods(YEAR))
FAR = date(2030, 1, 1)


def starts(found: tuple[DuePeriod, ...]) -> list[date]:
    return [one.start for one in found]


def test_extended() -> None:
    longer = Schedule(YEAR.anchor, Rhythm.QUARTERLY, until=date(2027, 7, 1))
    result = replan(QUARTERS, {QUARTERS[0].start}, longer, FAR)
    assert result.kept == QUARTERS
    assert result.dropped == ()
    assert starts(result.added) == [date(2027, 1, 1), date(2027, 4, 1)]


def test_shortened_within_a_period() -> None:
    shorter = Schedule(YEAR.anchor, Rhythm.QUARTERLY, until=date(2026, 8, 15))
    result = replan(QUARTERS, {QUARTERS[0].start}, shorter, FAR)
    assert result.kept == QUARTERS[:2]
    assert result.dropped == QUARTERS[2:]
    assert result.added == (DuePeriod(date(2026, 7, 1), date(2026, 8, 15), date(2026, 8, 14), cut=True),)


def test_shortened_before_the_last_report_keeps_it() -> None:
    shorter = Schedule(YEAR.anchor, Rhythm.QUARTERLY, until=date(2026, 2, 1))
    result = replan(QUARTERS, {QUARTERS[1].start}, shorter, FAR)
    assert (result.kept, result.added) == (QUARTERS[:2], ())


def test_another_rhythm_begins_where_the_last_report_ends() -> None:
    monthly = Schedule(date(2026, 1, 15), Rhythm.MONTHLY, until=date(2026, 7, 15))
    result = replan(QUARTERS, {QUARTERS[0].start}, monthly, FAR)
    assert result.kept == QUARTERS[:1]
    assert starts(result.added) == [date(2026, 4, day) for day in (1, 15)] + [
        date(2026, month, 15) for month in (5, 6)
    ]
    assert result.added[0].cut


def test_an_anchor_moved_on_leaves_no_hole() -> None:
    later = Schedule(date(2026, 6, 1), Rhythm.QUARTERLY, until=date(2026, 12, 1))
    result = replan(QUARTERS, {QUARTERS[0].start}, later, FAR)
    assert starts(result.added) == [date(2026, 4, 1), date(2026, 6, 1), date(2026, 9, 1)]
    free = replan(QUARTERS, set(), later, FAR)
    assert (free.kept, starts(free.added)) == ((), [date(2026, 6, 1), date(2026, 9, 1)])


def test_missed_periods_before_the_last_report_stay() -> None:
    yearly = Schedule(YEAR.anchor, Rhythm.YEARLY)
    assert replan(QUARTERS, {QUARTERS[2].start}, yearly, FAR).kept == QUARTERS[:3]


def test_an_unknown_report_changes_nothing() -> None:
    with pytest.raises(UnknownReport, match="05/05/2026") as refused:
        replan(QUARTERS, {date(2026, 5, 5)}, YEAR, FAR)
    assert "Chưa có gì thay đổi" in refused.value.advice


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(schedules(), schedules(), st.data())
def test_reported_stays_and_the_rest_follows_without_hole(
    old: Schedule, new: Schedule, data: st.DataObject
) -> None:
    planned = list(islice(periods(old), data.draw(st.integers(0, 12))))
    reported = data.draw(st.sets(st.sampled_from(starts(tuple(planned))))) if planned else set()
    through = max(new.anchor, old.anchor) + timedelta(days=data.draw(st.integers(0, 800)))
    result = replan(planned, reported, new, through)
    assert {one for one in planned if one.start in reported} <= set(result.kept)
    assert sorted((*result.kept, *result.dropped)) == planned
    assert not set(result.added) & set(planned)
    assert all(one.until == two.start for one, two in pairwise(result.periods))
    again = replan(result.periods, reported, new, through)
    assert (again.dropped, again.added) == ((), ())
    if result.periods and not reported:
        assert result.periods[0].start == new.anchor
