"""Work that comes back: which day is waited for, and what was said about it."""

from __future__ import annotations

from datetime import date

import pytest

from quyen.core.schedule import Rhythm, next_due, usual
from quyen.plans.queries.work.comings import Comings, Stretch
from quyen.plans.queries.work.rounds import round_of, said_of

D = date


def quarterly(given: date) -> Comings:
    """15 March 2026 and each quarter of that year, as of the day it was given."""
    schedule = usual(D(2026, 3, 15), Rhythm.QUARTERLY, given_on=given, last_year=2026)
    first = next_due(schedule, given)
    assert first
    return Comings((Stretch(schedule, first.start),))


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
    """Reports that name no period are about the one due on their day or later."""
    comings = quarterly(D(2026, 1, 10))
    said = said_of(comings, [(None, reported, state)] if reported else [])
    found = round_of(comings, said, today)
    assert (found.due_on, found.state) == (due, now)


def test_a_report_that_names_its_period_counts_for_that_one_only() -> None:
    comings = quarterly(D(2026, 1, 10))
    late, now = D(2025, 12, 16), D(2026, 3, 16)
    rows = [(late, D(2026, 5, 2), "done"), (None, D(2026, 5, 1), "under_way")]
    assert said_of(comings, rows) == {late: "done", now: "under_way"}
    assert round_of(comings, {now: "done"}, D(2026, 3, 20)).period.start == now  # the next one has begun
    assert round_of(comings, {late: "done"}, D(2026, 3, 20)).state == "not_started"


def test_a_round_before_the_giving_is_not_late() -> None:
    assert round_of(quarterly(D(2026, 5, 2)), {}, D(2026, 5, 10)).due_on == D(2026, 6, 15)
