"""Work that comes back: which day is waited for, and what was said about it."""

from __future__ import annotations

from datetime import date

import pytest

from quyen.plans.enums import WorkState
from quyen.plans.queries.work.rounds import Rhythm, Round, round_of

QUARTERLY = Rhythm(date(2026, 3, 15), "quarterly", 2026, date(2026, 1, 10))
D = date


@pytest.mark.parametrize(
    ("state", "reported", "today", "due", "now"),
    [
        ("not_started", None, D(2026, 2, 1), D(2026, 3, 15), "not_started"),
        ("done", D(2026, 3, 10), D(2026, 3, 12), D(2026, 3, 15), "done"),
        ("done", D(2026, 3, 10), D(2026, 3, 20), D(2026, 6, 15), "not_started"),  # a new round
        ("under_way", D(2026, 3, 10), D(2026, 3, 20), D(2026, 3, 15), "under_way"),  # the old one is late
        ("not_started", None, D(2026, 3, 20), D(2026, 3, 15), "not_started"),
        ("under_way", D(2026, 3, 18), D(2026, 3, 20), D(2026, 6, 15), "under_way"),
        ("done", D(2026, 6, 1), D(2026, 6, 20), D(2026, 9, 15), "not_started"),
        (
            "done",
            D(2026, 12, 1),
            D(2027, 2, 1),
            D(2026, 12, 15),
            "done",
        ),  # no round after the plan's last year
    ],
)
def test_what_is_waited_for(state, reported, today, due, now) -> None:
    assert round_of(QUARTERLY, state, reported, today) == Round(due, now)


def test_work_that_does_not_come_back_keeps_what_was_said() -> None:
    once = Rhythm(date(2026, 3, 15), "", None, date(2026, 1, 1))
    assert round_of(once, WorkState.DONE, date(2026, 2, 1), date(2027, 1, 1)) == Round(
        date(2026, 3, 15), "done"
    )
    always = Rhythm(None, "always", None, date(2026, 1, 1))
    assert round_of(always, WorkState.UNDER_WAY, date(2026, 2, 1), date(2026, 5, 1)) == Round(
        None, "under_way"
    )


def test_a_round_before_the_giving_is_not_late() -> None:
    late = Rhythm(date(2026, 3, 15), "quarterly", 2026, date(2026, 5, 2))
    assert round_of(late, WorkState.NOT_STARTED, None, date(2026, 5, 10)).due_on == date(2026, 6, 15)
