"""The ruled lines of a page, taken from its drawn paths, and the table grids they make."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise, repeat
from typing import Any

import pypdfium2.raw as pdfium

from quyen.core.reading.formats.pdf import calls

_MOST_OBJECTS = 50_000
_MOST_LINES = 3_000
_THIN = 3.0  # points: a box not thicker than this is a line
_SHORT = 6.0  # points: shorter lines are marks, not rules
_NEAR = 3.0  # points: lines as near as this are one, ends as near as this touch
_NO_TEXT = re.compile(b"[^%c]" % pdfium.FPDF_PAGEOBJ_TEXT, re.DOTALL)

Turn = Callable[[float, float, float, float], tuple[float, float, float, float]]


@dataclass(slots=True)
class Rule:
    """A straight line: `at` its x (upright) or y (level), from `start` to `end`."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Drawn:
    """What is drawn on a page beside its text."""

    level: list[Rule] = field(default_factory=list)
    upright: list[Rule] = field(default_factory=list)
    pictures: int = 0

    def add(self, left: float, top: float, right: float, foot: float) -> None:
        """A box that is thin one way is a line the other way."""
        wide, high = right - left, foot - top
        if high <= _THIN and wide >= _SHORT and len(self.level) < _MOST_LINES:
            self.level.append(Rule((top + foot) / 2, left, right))
        elif wide <= _THIN and high >= _SHORT and len(self.upright) < _MOST_LINES:
            self.upright.append(Rule((left + right) / 2, top, foot))


def drawn_on(page: Any, turn: Turn) -> Drawn:
    """All lines and pictures of a page; forms are opened three deep."""
    return _Collector(turn).collect(page)


class _Collector:
    def __init__(self, turn: Turn) -> None:
        self._turn = turn
        self._found = Drawn()
        self._box = calls.Numbers("f", 1, 4)
        self._at = list(self._box.room())
        self._left = _MOST_OBJECTS

    def collect(self, page: Any) -> Drawn:
        handle = calls.address(page)
        count = min(calls.count_objects(handle), self._left)
        self._objects(list(map(calls.object_at, repeat(handle), range(count))), None, 0)
        return self._found

    def _objects(self, drawn: list[int], frame: Any, depth: int) -> None:
        kinds = bytes(map(calls.object_kind, drawn))
        for found in _NO_TEXT.finditer(kinds):
            self._object(drawn[found.start()], kinds[found.start()], frame, depth)

    def _object(self, drawn: int, kind: int, frame: Any, depth: int) -> None:
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(drawn, frame)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self._found.pictures += 1
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < 3:
            count = min(calls.count_in_form(drawn), self._left)
            self._left -= count
            inside = list(map(calls.object_in_form, repeat(drawn), range(count)))
            self._objects(inside, _matrix(drawn, frame), depth + 1)

    def _path(self, path: int, frame: Any) -> None:
        if not calls.object_bounds(path, *self._at):
            return
        left, bottom, right, top = self._box.flat
        if right - left <= _THIN or top - bottom <= _THIN:
            self._found.add(*self._turn(*_moved(frame, left, bottom, right, top)))
        elif _is_stroked(path):
            matrix = _matrix(path, frame)
            for box in _segments(path):
                self._found.add(*self._turn(*_moved(matrix, *box)))


def _is_stroked(path: int) -> bool:
    modes = calls.Numbers("i", 1, 2)  # fill, stroke
    calls.draw_mode(path, *modes.room())
    return bool(modes.flat[1]) or calls.count_segments(path) > 8  # many thin boxes filled at once


def _segments(path: int) -> Iterator[tuple[float, float, float, float]]:
    """The straight segments of a path as boxes, in the path's own space."""
    point = calls.Numbers("f", 1, 2)
    x_at, y_at = point.room()
    first = last = (0.0, 0.0)
    for number in range(min(calls.count_segments(path), _MOST_LINES)):
        segment = calls.segment_at(path, number)
        calls.segment_point(segment, x_at, y_at)
        kind, here = calls.segment_kind(segment), (point.flat[0], point.flat[1])
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield _box_of(last, here)
        last = here
        if calls.segment_closes(segment):
            yield _box_of(last, first)


def _box_of(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float, float, float]:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def _matrix(drawn: int, outer: Any) -> tuple[float, ...]:
    """The matrix of an object, after it that of the form it lies in."""
    found = calls.Numbers("f", 6, 1)
    calls.object_matrix(drawn, found.room()[0])
    a, b, c, d, e, f = found.flat
    if outer is None:
        return a, b, c, d, e, f
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc,
        a * ob + b * od,
        c * oa + d * oc,
        c * ob + d * od,
        e * oa + f * oc + oe,
        e * ob + f * od + of,
    )


def _moved(
    matrix: Any, left: float, bottom: float, right: float, top: float
) -> tuple[float, float, float, float]:
    if matrix is None:
        return left, bottom, right, top
    a, b, c, d, e, f = matrix
    one = (a * left + c * bottom + e, b * left + d * bottom + f)
    two = (a * right + c * top + e, b * right + d * top + f)
    return _box_of(one, two)


@dataclass(slots=True)
class Grid:
    """A ruled table: the places of its rules, and which cell each field of the grid belongs to."""

    xs: list[float]
    ys: list[float]
    owner: list[list[int]] = field(default_factory=list)  # [row][column] -> number of the cell
    cells: list[tuple[int, int, int, int]] = field(default_factory=list)  # row, column, row span, column span

    def holds(self, x: float, y: float) -> bool:
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]


def grids(drawn: Drawn) -> list[Grid]:
    """The tables of a page, top down: rules that touch, with at least two columns and two cells."""
    if len(drawn.level) < 2 or not drawn.upright:
        return []
    level, upright = _merged(drawn.level), _merged(drawn.upright)
    found = [grid for group in _groups(level, upright) if (grid := _grid(*group)) is not None]
    return sorted(found, key=lambda grid: grid.ys[0])


def _merged(rules: list[Rule]) -> list[Rule]:
    """Rules that lie on one another, or go on from one another, as one."""
    out: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.at), rule.start)):
        last = out[-1] if out else None
        if last is not None and abs(last.at - rule.at) <= 1.0 and rule.start <= last.end + 1.0:
            last.end = max(last.end, rule.end)
        else:
            out.append(Rule(rule.at, rule.start, rule.end))
    return out


def _groups(level: list[Rule], upright: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Rules that touch one another, directly or through others."""
    root = list(range(len(level) + len(upright)))

    def find(at: int) -> int:
        while root[at] != at:
            root[at] = root[root[at]]
            at = root[at]
        return at

    ordered = sorted(range(len(level)), key=lambda at: level[at].at)
    for number, rule in enumerate(upright, start=len(level)):
        for at in ordered:
            other = level[at]
            if other.at < rule.start - _NEAR:
                continue
            if other.at > rule.end + _NEAR:
                break
            if other.start - _NEAR <= rule.at <= other.end + _NEAR:
                root[find(at)] = find(number)
    members: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for at in range(len(root)):
        lists = members.setdefault(find(at), ([], []))
        if at < len(level):
            lists[0].append(level[at])
        else:
            lists[1].append(upright[at - len(level)])
    yield from members.values()


def _grid(level: list[Rule], upright: list[Rule]) -> Grid | None:
    if not level or not upright:
        return None
    xs = _places([rule.at for rule in upright], [end for rule in level for end in (rule.start, rule.end)])
    ys = _places([rule.at for rule in level], [end for rule in upright for end in (rule.start, rule.end)])
    if len(xs) < 3 or len(ys) < 2:
        return None
    grid = Grid(xs, ys)
    _fill(grid, _walls(upright, xs, ys), _walls(level, ys, xs))
    return grid if len(grid.cells) > 1 else None


def _places(values: list[float], ends: list[float]) -> list[float]:
    """Distinct places of rules, with the outer ends of those that cross them."""
    out: list[float] = []
    for value in sorted([*values, min(ends), max(ends)]):
        if not out or value - out[-1] > _NEAR:
            out.append(value)
    return out


def _walls(rules: list[Rule], across: list[float], along: list[float]) -> set[tuple[int, int]]:
    """(number of the place, number of the field along it) for every stretch that is drawn."""
    found = set()
    middles = [(a + b) / 2 for a, b in pairwise(along)]
    for rule in rules:
        place = min(range(len(across)), key=lambda at: abs(across[at] - rule.at))
        found |= {
            (place, at) for at, middle in enumerate(middles) if rule.start - 1 <= middle <= rule.end + 1
        }
    return found


def _fill(grid: Grid, upright: set[tuple[int, int]], level: set[tuple[int, int]]) -> None:
    """Fields without a wall between them become one cell, left to right and then down."""
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    grid.owner = [[-1] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if grid.owner[row][column] >= 0:
                continue
            wide = 1
            while (
                column + wide < columns
                and (column + wide, row) not in upright
                and grid.owner[row][column + wide] < 0
            ):
                wide += 1
            high = 1
            while row + high < rows and not any(
                (row + high, at) in level or grid.owner[row + high][at] >= 0
                for at in range(column, column + wide)
            ):
                high += 1
            for r in range(row, row + high):
                grid.owner[r][column : column + wide] = [len(grid.cells)] * wide
            grid.cells.append((row, column, high, wide))
