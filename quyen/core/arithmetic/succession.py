"""Where a unit's figure stands on the map of another day.

A figure stays for ever with the unit that gave it. Units merge, split and move; what is shown "as it was then" or
"on today's map" is read through passages: from a day on, so much of one unit is carried on by another. Shares are
fractions, so that parts add up to the whole exactly; a merger of 10, 20 and 30 is 60 on every map.

- Forward (a figure of 2024 on the map of 2026): a source's shares at one day add up to 1; what it keeps itself is a
  passage to itself.
- Backward (a figure of 2026 on the map of 2024): a target's figure goes back to its sources by their `back` shares,
  which add up to 1 too. No source can be told the true part of a figure given after the merger, so by default all of
  it stands at the source that carries the name on (the chief source): counted once, and never invented.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from quyen.core.errors import QuyenError

ONE = Fraction(1)
Shares = Mapping[int, Fraction]


class Passage(NamedTuple):
    """From `day` on, `share` of what `source` was is carried on by `target`; `back` is the part of the target's
    figures that is shown at the source on a map before that day."""

    day: date
    source: int
    target: int
    share: Fraction = ONE
    back: Fraction = ONE


class UnevenShares(QuyenError):
    """The shares of one unit at one day do not add up to one: figures would be lost or counted twice."""

    advice = "Hãy sửa các phần cho đủ 100% rồi ghi lại. Chưa có gì thay đổi."

    def __init__(self, unit: int, day: date, total: Fraction, name: str = "") -> None:
        who = f"“{name}”" if name else f"đơn vị {unit}"
        super().__init__(
            f"Các phần của {who} tại ngày {day:%d/%m/%Y} cộng lại là {float(total):.0%}, không phải 100%."
        )
        self.unit, self.day, self.total = unit, day, total


class EndlessPassages(QuyenError):
    """Units that carry each other on from one day, so that none of them is left to hold their figures."""

    advice = "Hãy chọn một đơn vị còn hoạt động từ ngày đó để tiếp nhận, rồi ghi lại. Chưa có gì thay đổi."

    def __init__(self, units: Iterable[int], day: date, names: Iterable[str] = ()) -> None:
        who = ", ".join(f"“{name}”" for name in names) or "các đơn vị"
        super().__init__(f"Từ ngày {day:%d/%m/%Y}, {who} kế tục lẫn nhau; không đơn vị nào còn lại.")
        self.units, self.day = tuple(units), day


class Correspondence:
    """All passages, ready to be asked. Errors: UnevenShares, EndlessPassages."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        ordered = sorted(passages)
        self._days = [(day, list(group)) for day, group in groupby(ordered, key=lambda one: one.day)]
        self._forward = [(day, _by(group, forward=True)) for day, group in self._days]
        self._backward = [(day, _by(group, forward=False)) for day, group in reversed(self._days)]

    def on_map(self, unit: int, *, given: date, shown: date) -> Shares:
        """Whose figure it is on the map of `shown`, for a figure that `unit` gave for the day `given`.

        The shares add up to 1. A unit that no passage touches between the two days stands for itself.
        """
        steps = self._backward if shown < given else self._forward
        low, high = min(given, shown), max(given, shown)
        held: dict[int, Fraction] = {unit: ONE}
        for day, carried in steps:
            if low < day <= high and any(one in carried for one in held):
                held = _carry(held, carried)
        return held


def _by(group: list[Passage], *, forward: bool) -> dict[int, list[tuple[int, Fraction]]]:
    carried: dict[int, list[tuple[int, Fraction]]] = defaultdict(list)
    for one in group:
        if forward:
            carried[one.source].append((one.target, one.share))
        elif one.back:
            carried[one.target].append((one.source, one.back))
    for unit, shares in carried.items():
        total = sum((share for _unit, share in shares), Fraction(0))
        if total != ONE:
            raise UnevenShares(unit, group[0].day, total)
    return _to_the_end(dict(carried), group[0].day) if forward else dict(carried)


def _to_the_end(
    carried: dict[int, list[tuple[int, Fraction]]], day: date
) -> dict[int, list[tuple[int, Fraction]]]:
    """What comes to a unit that hands on all of its own the same day goes on to those who take it."""
    leaving = {unit for unit, shares in carried.items() if all(to != unit for to, _share in shares)}
    waiting: set[int] = set()
    for _round in range(len(leaving) + 1):
        waiting = {to for shares in carried.values() for to, _share in shares} & leaving
        if not waiting:
            return carried
        onward = {unit: carried[unit] for unit in waiting}
        carried = {unit: list(_carry(_held(shares), onward).items()) for unit, shares in carried.items()}
    raise EndlessPassages(sorted(waiting), day)


def _held(shares: list[tuple[int, Fraction]]) -> Shares:
    held: dict[int, Fraction] = defaultdict(Fraction)
    for unit, share in shares:
        held[unit] += share
    return held


def _carry(held: Shares, carried: Mapping[int, list[tuple[int, Fraction]]]) -> dict[int, Fraction]:
    after: dict[int, Fraction] = defaultdict(Fraction)
    for unit, part in held.items():
        for to, share in carried.get(unit, [(unit, ONE)]):
            after[to] += part * share
    return dict(after)
