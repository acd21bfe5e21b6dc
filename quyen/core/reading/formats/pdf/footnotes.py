"""Footnotes: the lines at the foot of a page, and their raised numbers in the text, which are left out."""

from __future__ import annotations

import re
from statistics import median

from quyen.core.reading.formats.pdf.chars import PageText, Piece
from quyen.core.reading.formats.pdf.rulings import Rule

BEGIN = re.compile(r"[(\[]?(\d{1,2})[)\]]?[.)]?\s*(?=[^\W\d_“\"(])")
_MEASURE = re.compile(r"(?:^|[^\w])(?:[kcd]?m|ha)\Z")


def mark_feet(lines: list[list[Piece]], rules: list[Rule], width: float) -> set[str]:
    """Marks the pieces that are footnotes (`foot`); gives the numbers that these begin with."""
    start = _below_rule(lines, rules, width)
    if start is None:
        start = _small_lines(lines)
    if start is None:
        return set()
    numbers = set()
    for line in lines[start:]:
        found = BEGIN.match(" ".join(piece.text for piece in line))
        if found:
            numbers.add(found[1])
        for piece in line:
            piece.foot = True
    return numbers


def drop_marks(pieces: list[Piece], numbers: set[str], page: PageText) -> list[Piece]:
    """The pieces without the raised numbers that lead to a footnote; "m2" keeps its figure."""
    if not numbers:
        return pieces
    pattern = re.compile(
        rf"(?<![\d\s])(?:{'|'.join(sorted(numbers, key=len, reverse=True))})(?!\d)|\A\d{{1,2}}\Z"
    )
    usual = median(piece.size for piece in pieces) if pieces else 0.0
    kept = []
    for piece in pieces:
        if piece.text in numbers and piece.size < 0.8 * usual and not piece.foot:
            continue
        if not piece.foot:
            _drop_inside(piece, pattern, page)
        kept.append(piece)
    return kept


def _drop_inside(piece: Piece, pattern: re.Pattern[str], page: PageText) -> None:
    for found in reversed(list(pattern.finditer(piece.text))):
        before = piece.text[: found.start()]
        if before and not _MEASURE.search(before) and page.is_raised(piece.start + found.start(), piece):
            # the letters after it keep their place: blanks stand in for the number until it is stripped
            piece.text = before + "\u200b" * len(found[0]) + piece.text[found.end() :]


def _below_rule(lines: list[list[Piece]], rules: list[Rule], width: float) -> int | None:
    """The first line under a short level rule, where it begins with a number."""
    for rule in sorted(rules, key=lambda rule: -rule.at):
        if not 40 < rule.end - rule.start < 0.45 * width:
            continue
        at = next((at for at, line in enumerate(lines) if line[0].y > rule.at), None)
        if (
            at
            and BEGIN.match(" ".join(piece.text for piece in lines[at]))
            and abs(lines[at][0].left - rule.start) < 40
        ):
            return at
    return None


def _small_lines(lines: list[list[Piece]]) -> int | None:
    """The first numbered one of the small lines that end a page."""
    if len(lines) < 4:
        return None
    usual = median(line[-1].size for line in lines[: max(len(lines) // 2, 4)])
    first = len(lines)
    while first > 0 and lines[first - 1][-1].size <= 0.9 * usual:
        first -= 1
    return next((at for at in range(first, len(lines)) if BEGIN.match(lines[at][0].text)), None)
