"""An official document as it is printed: every word in its final shape, long heads broken into lines.

Word and PDF are both drawn from this, so that they say the same and break the head at the same places. Where the
Decree fixes a look, it wins over the one that was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from quyen.core.paper.measure import balanced, width, wrapped
from quyen.core.paper.official.columns import CELL, column_widths
from quyen.core.paper.official.described import Annex, Block, Cell, Grid, Heading, Listed, Official, Run, Text
from quyen.core.paper.page import BODY, HEAD, MM, PADDING, TEXT_WIDTH, TEXT_WIDTH_ACROSS
from quyen.core.paper.wording import (
    END,
    base_lines,
    day_said,
    figure,
    item_lines,
    number_and_symbol,
    one_line,
    place_and_day,
    recipient_lines,
    seen,
)

TO = "Kính gửi:"
TO_COLON = 49.4  # points of "Kính gửi" upright in 14 point: the dashes of a list stand under the colon
_TALL = 30  # lines of a cell that are let over a page's end; a page across holds forty
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`level` 0 is text, 1 to 3 a heading."""

    level: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Words of a ruled table; `shares` of its width in millimetres. `tall`: places of rows that may be cut, for
    they might not fit on one page."""

    titles: tuple[str, ...]
    shares: tuple[float, ...]
    aligns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: frozenset[int]
    tall: frozenset[int]
    caption: str
    unit: str


Printed = Paragraph | Table


@dataclass(frozen=True, slots=True)
class PrintedAnnex:
    """`name` is "Phụ lục I"; title and reference in lines; `rule`: the length of the line below, in points."""

    name: str
    title: tuple[str, ...]
    reference: tuple[str, ...]
    rule: float
    landscape: bool
    blocks: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class PrintedOfficial:
    """Lines as printed; `issuer_rule` and `subject_rule` are lengths in points."""

    title: str
    day: date | None
    draft: bool
    superior: tuple[str, ...]
    issuer: tuple[str, ...]
    issuer_rule: float
    number: str
    place_and_day: str
    kind: str
    subject: tuple[str, ...]
    subject_rule: float
    addressees: tuple[str, ...]
    bases: tuple[str, ...]
    blocks: tuple[Printed, ...]
    recipients: tuple[str, ...]
    authority: tuple[str, ...]
    signer: str
    annexes: tuple[PrintedAnnex, ...]


def printed(official: Official) -> PrintedOfficial:
    """All words of a document, in their final shape."""
    head_room = (HEAD[0] - PADDING) * MM
    issuer = _lines(official.issuer.upper(), 12, head_room)
    subject = _lines(one_line(official.subject).rstrip(" .;:,"), BODY, 0.94 * TEXT_WIDTH * MM)
    return PrintedOfficial(
        title=f"{one_line(official.kind)}: {one_line(official.subject)}",
        day=official.day,
        draft=official.draft,
        superior=_lines(official.superior.upper(), 12, head_room),
        issuer=issuer,
        issuer_rule=_rule(issuer, 12),
        number=number_and_symbol(official.number, official.symbol),
        place_and_day=place_and_day(one_line(official.place), official.day),
        kind=one_line(official.kind).upper(),
        subject=subject,
        subject_rule=_rule(subject, BODY),
        addressees=_addressees(official.addressees),
        bases=tuple(base_lines([one_line(base) for base in official.bases])),
        blocks=_closed(_blocks(official.blocks, TEXT_WIDTH)),
        recipients=tuple(recipient_lines(official.recipients)),
        authority=tuple(_worded(line.upper() for line in official.authority)),
        signer=one_line(official.signer),
        annexes=tuple(_annex(annex, official) for annex in official.annexes),
    )


def printed_blocks(blocks: Sequence[Block], wide: float = TEXT_WIDTH) -> tuple[Printed, ...]:
    """Blocks alone, in a column `wide` millimetres."""
    return tuple(_blocks(blocks, wide))


def _annex(annex: Annex, official: Official) -> PrintedAnnex:
    wide = TEXT_WIDTH_ACROSS if annex.landscape else TEXT_WIDTH
    reference = tuple(_reference(annex, official, 0.94 * wide * MM))
    return PrintedAnnex(
        name=f"Phụ lục {one_line(annex.number)}".strip(),
        title=_lines(annex.title.upper(), BODY, 0.94 * wide * MM),
        reference=reference,
        rule=_rule(reference, 13),
        landscape=annex.landscape,
        blocks=_closed(_blocks(annex.blocks, wide)),
    )


def _reference(annex: Annex, official: Official, room: float) -> list[str]:
    """ "(Kèm theo Báo cáo số 125/BC-UBND ngày 30 tháng 11 năm 2025 của ...)" (III.1.c), by whom on a second line where
    one is not enough; gaps for what is written by hand are kept."""
    given = one_line(annex.reference).strip("()")
    if given:
        return balanced(f"({given})", 13, room, "serif")
    number = number_and_symbol(official.number, official.symbol).removeprefix("Số: ")
    what = f"(Kèm theo {one_line(official.kind)} số {number} {day_said(official.day)}"
    whose = f"của {one_line(official.issuer)})"
    whole = f"{what} {whose}"
    return [whole] if width(whole, 13, "serif") <= room else [what, *balanced(whose, 13, room, "serif")]


def _lines(words: str, size: float, room: float) -> tuple[str, ...]:
    words = one_line(words)
    return tuple(balanced(words, size, room, "serif")) if words else ()


def _rule(lines: Sequence[str], size: float) -> float:
    """A third to a half of the longest line (II.2.b, II.5.b)."""
    return 0.4 * max((width(line, size, "serif") for line in lines), default=0.0)


def _worded(lines: Iterable[str]) -> list[str]:
    return [words for line in lines if (words := one_line(line))]


def _addressees(given: Sequence[str]) -> tuple[str, ...]:
    """One stands behind "Kính gửi:" as it is; more of them are a list (II.9.d)."""
    said = _worded(given)
    return tuple(item_lines(said)) if len(said) > 1 else tuple(one.rstrip(" ;.") + "." for one in said)


def addressees_left(lines: Sequence[str]) -> float:
    """Where "Kính gửi:" with a list below it begins, in points from the margin, so that the whole stands in the
    middle, or near the margin where it is wide."""
    longest = max((width(line, BODY, "serif") for line in lines), default=0.0)
    return max(0.0, min(TEXT_WIDTH * MM * 0.25, (TEXT_WIDTH * MM - TO_COLON - longest) / 2))


# --- blocks -------------------------------------------------------------------------------------


def _blocks(blocks: Sequence[Block], wide: float) -> Iterator[Printed]:
    for block in blocks:
        if isinstance(block, Heading):
            yield _heading(block)
        elif isinstance(block, Text):
            runs = _runs(block.runs)
            if any(run.text.strip() for run in runs):
                yield Paragraph(0, runs)
        elif isinstance(block, Listed):
            for line in item_lines(_worded(block.items)):
                yield Paragraph(0, (Run(line),))
        else:
            yield _table(block, wide)


def _heading(block: Heading) -> Paragraph:
    """ "I. TÌNH HÌNH" in capitals and bold, "1. Kết quả" bold, "a) Về chỉ tiêu" upright (V.6.b)."""
    words = one_line(block.text)
    number = one_line(block.number).rstrip(".)")
    sign = ")" if block.level == 3 else "."
    words = words.upper() if block.level == 1 else words
    return Paragraph(
        block.level, (Run(f"{number}{sign} {words}" if number else words, bold=block.level < 3),)
    )


def _runs(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Without line ends; a paragraph is upright (II.6.e), so italics of the whole of it are let go, but for a remark
    in brackets."""
    said = [replace(run, text=_SPACES.sub(" ", seen(run.text))) for run in runs]
    said = [run for run in said if run.text]
    if said and all(run.italic for run in said if run.text.strip()) and not _starts_bracket(said):
        said = [replace(run, italic=False) for run in said]
    if said:
        said[0] = replace(said[0], text=said[0].text.lstrip())
        said[-1] = replace(said[-1], text=said[-1].text.rstrip())
    return tuple(said)


def _starts_bracket(runs: Sequence[Run]) -> bool:
    return "".join(run.text for run in runs).lstrip().startswith(("(", "["))


def _closed(blocks: Iterable[Printed]) -> tuple[Printed, ...]:
    """The blocks of a document or an annex, whose last words are followed by "./." (Phụ lục III)."""
    made = list(blocks)
    last = made[-1] if made else None
    if isinstance(last, Paragraph) and last.level == 0:
        run = last.runs[-1]
        ended = replace(run, text=run.text.rstrip(" ;./") + END)
        made[-1] = Paragraph(0, (*last.runs[:-1], ended))
    else:
        made.append(Paragraph(0, (Run(END),)))
    return tuple(made)


def _table(grid: Grid, wide: float) -> Table:
    titles = tuple(one_line(column.title) for column in grid.columns)
    asked = [max(column.share, 0.01) for column in grid.columns]
    aligns = tuple(column.align for column in grid.columns)
    rows = tuple(tuple(map(_cell, row)) for row in grid.rows) or (_nothing(asked),)
    shares = column_widths(titles, rows, asked, aligns, wide)
    unit = one_line(grid.unit)
    return Table(
        titles=titles,
        shares=shares,
        aligns=aligns,
        rows=rows,
        totals=frozenset(grid.totals),
        tall=frozenset(place for place, row in enumerate(rows) if _is_tall(row, shares)),
        caption=one_line(grid.caption),
        unit=f"Đơn vị tính: {unit}" if unit else "",
    )


def _nothing(shares: Sequence[float]) -> tuple[str, ...]:
    """The one row of a table without rows, said where there is most room."""
    widest = shares.index(max(shares))
    return tuple("Không có số liệu" if place == widest else "" for place in range(len(shares)))


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    return (
        one_line(value)
        if isinstance(value, str)
        else figure(Decimal(value) if isinstance(value, bool) else value)
    )


def _is_tall(row: Sequence[str], shares: Sequence[float]) -> bool:
    for words, share in zip(row, shares, strict=True):
        room = max((share - PADDING) * MM, CELL)
        if len(words) * CELL > _TALL * room and len(wrapped(words, CELL, room, "serif")) > _TALL:
            return True
    return False
