"""One question asked of many parts: size, bold, italics, capitals, the middle. And how the answers are said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quyen.core.form.lines import Line
from quyen.core.form.report import Deviation, Severity
from quyen.core.text.saying import say_number

_NEAR = 0.01  # points


class Wanted(NamedTuple):
    """What the Annex asks of a part; None where it says nothing. Sizes in points, both ends included."""

    rule: str
    part: str
    clause: str
    sizes: tuple[float, float]
    bold: bool | None = None
    italic: bool | None = None
    upper: bool | None = None
    centred: bool = False

    def deviation(self, what: str, expected: str, found: str, line: Line, *, must: bool = True) -> Deviation:
        severity = Severity.MUST if must else Severity.SHOULD
        return Deviation(f"{self.rule}.{what}", self.part, expected, found, self.clause, severity, line.place)

    def absent(self, *, must: bool) -> Deviation:
        severity = Severity.MUST if must else Severity.SHOULD
        return Deviation(f"{self.rule}.absent", self.part, "phải có", "không thấy", self.clause, severity)


def undressed(wanted: Wanted, lines: Sequence[Line]) -> Iterator[Deviation]:
    """Where the look of a part's lines is another than the Annex asks; one of a kind a line."""
    for line in lines:
        if not line.worded:
            continue
        yield from _size(wanted, line)
        yield from _weight(wanted, line)
        yield from _case(wanted, line)
        if wanted.centred and not line.paragraph.is_centred and not line.paragraph.is_tabbed:
            yield wanted.deviation("centred", "canh giữa", "không canh giữa", line)


def _size(wanted: Wanted, line: Line) -> Iterator[Deviation]:
    low, high = wanted.sizes
    wrong = {
        size
        for piece in line.worded
        if (size := piece.look.size) is not None and not low - _NEAR <= size <= high + _NEAR
    }
    if wrong:
        yield wanted.deviation("size", f"cỡ chữ {said_sizes(wanted.sizes)}", f"cỡ chữ {said(wrong)}", line)


def _weight(wanted: Wanted, line: Line) -> Iterator[Deviation]:
    for name, yes, no in (("bold", "đậm", "không đậm"), ("italic", "nghiêng", "đứng")):
        asked = getattr(wanted, name)
        if asked is True and not line.is_all(name):
            yield wanted.deviation(name, f"kiểu chữ {yes}", f"kiểu chữ {no}", line)
        elif asked is False and line.is_all(name):
            yield wanted.deviation(name, f"kiểu chữ {no}", f"kiểu chữ {yes}", line)


def _case(wanted: Wanted, line: Line) -> Iterator[Deviation]:
    if wanted.upper is True and not line.is_upper:
        yield wanted.deviation("case", "chữ in hoa", "chữ in thường", line)
    elif wanted.upper is False and line.is_upper and len(line.text) > 3:
        yield wanted.deviation("case", "chữ in thường", "chữ in hoa", line)


def said_sizes(sizes: tuple[float, float]) -> str:
    low, high = (say_number(size) for size in sizes)
    return low if low == high else f"từ {low} đến {high}"


def said(figures: set[float]) -> str:
    return ", ".join(say_number(figure) for figure in sorted(figures))
