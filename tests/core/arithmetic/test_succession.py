"""Units that merge, split and are renamed over ten years: totals are the same on every map."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyen.core.arithmetic import Correspondence, EndlessPassages, Passage, UnevenShares

DAY = date(2025, 7, 1)
BEFORE, AFTER = date(2024, 12, 31), date(2025, 12, 31)
HCM, BINH_DUONG, VUNG_TAU = 79, 74, 77


def merger(day: date, chief: int, *others: int) -> list[Passage]:
    """The chief carries its name on and takes the others in."""
    none = Fraction(0)
    return [Passage(day, chief, chief), *(Passage(day, one, chief, back=none) for one in others)]


def split(day: date, source: int, parts: dict[int, Fraction]) -> list[Passage]:
    return [Passage(day, source, target, share) for target, share in parts.items()]


def totals(map_: Correspondence, figures: list[tuple[int, date, int]], shown: date) -> dict[int, Fraction]:
    found: dict[int, Fraction] = {}
    for unit, day, value in figures:
        for at, share in map_.on_map(unit, given=day, shown=shown).items():
            found[at] = found.get(at, Fraction(0)) + value * share
    return found


def test_ten_twenty_and_thirty_merged_are_sixty() -> None:
    map_ = Correspondence(merger(DAY, HCM, BINH_DUONG, VUNG_TAU))
    figures = [(HCM, BEFORE, 10), (BINH_DUONG, BEFORE, 20), (VUNG_TAU, BEFORE, 30)]
    assert totals(map_, figures, AFTER) == {HCM: 60}
    assert totals(map_, figures, BEFORE) == {HCM: 10, BINH_DUONG: 20, VUNG_TAU: 30}


def test_the_day_itself_belongs_to_the_new_map() -> None:
    map_ = Correspondence(merger(DAY, HCM, VUNG_TAU))
    assert map_.on_map(VUNG_TAU, given=BEFORE, shown=DAY) == {HCM: 1}
    assert map_.on_map(VUNG_TAU, given=BEFORE, shown=DAY - timedelta(days=1)) == {VUNG_TAU: 1}


def test_a_later_figure_stands_once_on_the_old_map() -> None:
    map_ = Correspondence(merger(DAY, HCM, BINH_DUONG, VUNG_TAU))
    assert totals(map_, [(HCM, AFTER, 90)], BEFORE) == {HCM: 90}


def test_a_split_by_shares_and_a_merger_after_it() -> None:
    later = DAY + timedelta(days=400)
    passages = split(DAY, 1, {2: Fraction(1, 3), 3: Fraction(2, 3)}) + merger(later, 9, 3)
    map_ = Correspondence(passages)
    assert totals(map_, [(1, BEFORE, 10)], AFTER) == {2: Fraction(10, 3), 3: Fraction(20, 3)}
    assert totals(map_, [(1, BEFORE, 10)], later) == {2: Fraction(10, 3), 9: Fraction(20, 3)}


def test_what_comes_to_a_unit_that_ends_the_same_day_goes_on() -> None:
    none = Fraction(0)
    handed_on = [Passage(DAY, 1, 2, back=none), *split(DAY, 2, {3: Fraction(1, 4), 4: Fraction(3, 4)})]
    shared = [Passage(DAY, 5, 6, back=none), *split(DAY, 6, {6: Fraction(1, 2), 7: Fraction(1, 2)})]
    map_ = Correspondence(handed_on + shared)
    assert map_.on_map(1, given=BEFORE, shown=AFTER) == {3: Fraction(1, 4), 4: Fraction(3, 4)}
    assert map_.on_map(5, given=BEFORE, shown=AFTER) == {6: 1}  # what goes on keeps what comes to it
    with pytest.raises(EndlessPassages, match="lẫn nhau"):
        Correspondence([Passage(DAY, 1, 2, back=none), Passage(DAY, 2, 1, back=none)])


def test_parts_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(UnevenShares, match="90%") as refused:
        Correspondence(split(DAY, 1, {2: Fraction(1, 2), 3: Fraction(4, 10)}))
    assert refused.value.advice
    with pytest.raises(UnevenShares):
        Correspondence([Passage(DAY, 1, 3), Passage(DAY, 2, 3)])  # backwards it would count twice


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[list[Passage]], list[int]]:
    """Random mergers, splits and moves over ten years, each of units that live on that day; and all units."""
    alive = set(range(1, draw(st.integers(2, 8)) + 1))
    every = set(alive)
    day, events = date(2020, 1, 1), []
    for _ in range(draw(st.integers(0, 8))):
        day += timedelta(days=draw(st.integers(1, 500)))
        fresh = max(every) + 1
        kind = draw(st.sampled_from(["merge", "found", "split"]))
        chosen = draw(st.lists(st.sampled_from(sorted(alive)), min_size=1, max_size=3, unique=True))
        if kind == "merge":
            events.append(merger(day, *chosen))
            alive -= set(chosen[1:])
        elif kind == "found":  # several become a new unit
            events.append([Passage(day, one, fresh, back=Fraction(one == chosen[0])) for one in chosen])
            alive = alive - set(chosen) | {fresh}
        else:
            part = Fraction(draw(st.integers(0, 10)), 10)
            events.append(split(day, chosen[0], {chosen[0]: 1 - part, fresh: part}))
            alive.add(fresh)
        every |= alive
    return events, sorted(every)


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(histories(), st.data())
def test_totals_are_the_same_on_every_map(history, data) -> None:
    events, units = history
    map_ = Correspondence(one for event in events for one in event)
    days = st.dates(date(2019, 1, 1), date(2032, 1, 1))
    figures = data.draw(st.lists(st.tuples(st.sampled_from(units), days, st.integers(0, 10**9)), max_size=20))
    total = sum(value for _unit, _day, value in figures)
    for shown in data.draw(st.lists(days, min_size=1, max_size=3)):
        assert sum(totals(map_, figures, shown).values()) == total


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(histories(), st.data())
def test_an_event_undone_and_done_again_changes_nothing(history, data) -> None:
    events, units = history
    if not events:
        return
    gone = data.draw(st.integers(0, len(events) - 1))
    kept = [event for n, event in enumerate(events) if n != gone]
    days = data.draw(
        st.tuples(st.dates(date(2019, 1, 1), date(2032, 1, 1)), st.dates(date(2019, 1, 1), date(2032, 1, 1)))
    )

    def read(all_events: list[list[Passage]]) -> list[dict[int, Fraction]]:
        map_ = Correspondence(one for event in all_events for one in event)
        return [dict(map_.on_map(unit, given=days[0], shown=days[1])) for unit in units]

    assert read([*kept, events[gone]]) == read(events)
    assert all(sum(shares.values()) == 1 for shares in read(kept))
