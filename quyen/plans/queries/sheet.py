"""The source drawn as a page: the record's blocks as HTML, with a mark wherever something was read.

Every letter of a block stands in the page exactly as in the record's text, so that a place on the page can be
counted back to a place in the text (review.js does so for a selection).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from quyen.core.text.folding import fold

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage to underline. `key` names the row it belongs to ("i12" an item, "f3" a finding)."""

    key: str
    start: int
    end: int

    @property
    def is_doubt(self) -> bool:
        return self.key.startswith("f")


@dataclass(frozen=True, slots=True)
class SheetParagraph:
    html: SafeString
    start: int
    style: str  # CSS classes
    page: int | None  # set where a new page begins before this block
    is_table = False


@dataclass(frozen=True, slots=True)
class SheetCell:
    html: SafeString
    start: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class SheetTable:
    rows: tuple[tuple[SheetCell, ...], ...]
    style: str  # "ruled", "letterhead" (two centred columns) or "unruled"
    page: int | None
    is_table = True


SheetBlock = SheetParagraph | SheetTable


def sheet_of(record: Json, marks: Sequence[Mark]) -> list[SheetBlock]:
    """Blocks in reading order. Work grows with text and marks, not with their product."""
    ink = _Ink(record["text"], marks)
    page: int | None = None
    drawn: list[SheetBlock] = []
    for block in record.get("blocks") or []:
        new_page = block.get("page") if block.get("page") != page and page is not None else None
        page = block.get("page") or page
        if block["kind"] == "table":
            drawn.append(_table(ink, block, new_page))
        elif block["at"][1] > block["at"][0]:
            drawn.append(SheetParagraph(ink.draw(*block["at"]), block["at"][0], _style(block), new_page))
    return drawn


def _style(block: Json) -> str:
    names = [name for name in ("bold", "italic", "centred") if block.get(name)]
    names += ["heading"] if block.get("heading") else []
    return " ".join([*names, "footnote"] if block["kind"] == "footnote" else names)


def _table(ink: _Ink, block: Json, page: int | None) -> SheetTable:
    rows: list[list[SheetCell]] = [[] for _ in range(block["rows"])]
    for cell in sorted(block["cells"], key=lambda c: (c["row"], c["column"])):
        if cell["row"] < len(rows):
            rows[cell["row"]].append(
                SheetCell(ink.draw(*cell["at"]), cell["at"][0], cell["row_span"], cell["column_span"])
            )
    return SheetTable(
        tuple(tuple(row) for row in rows), _table_style(ink.text[slice(*block["at"])], block), page
    )


def _table_style(text: str, block: Json) -> str:
    """The head of a letter and its foot are tables in many files, but never drawn with lines (Nghị định 30)."""
    folded = fold(text)
    if "cong hoa xa hoi chu nghia" in folded:
        return "letterhead"
    return "ruled" if block.get("ruled", True) and not folded.lstrip().startswith("noi nhan") else "unruled"


class _Ink:
    """Cuts a text wherever a mark begins or ends; between two cuts the same marks hold."""

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self.text = text
        sound = [m for m in marks if 0 <= m.start < m.end <= len(text)]
        self.cuts = sorted({m.start for m in sound} | {m.end for m in sound})
        self.held: list[tuple[Mark, ...]] = []
        self.named: set[str] = set()  # a mark's first piece carries its id; several pieces, one id
        self._sweep(sound)

    def _sweep(self, marks: list[Mark]) -> None:
        begins, at = sorted(marks, key=lambda m: (m.start, -m.end)), 0
        active: list[Mark] = []
        for cut in self.cuts:
            active = [m for m in active if m.end > cut]
            while at < len(begins) and begins[at].start == cut:
                active.append(begins[at])
                at += 1
            self.held.append(tuple(active))

    def draw(self, start: int, end: int) -> SafeString:
        """The letters from start to end, escaped, marks around them. Safe: nothing but `escape` output and
        tags of our own goes in."""
        pieces: list[str] = []
        index, here = bisect_left(self.cuts, start), start
        while here < end:
            until = min(self.cuts[index], end) if index < len(self.cuts) else end
            pieces.append(self._piece(here, until, self.held[index - 1] if index else ()))
            here, index = until, index + 1
        return mark_safe("".join(pieces))  # noqa: S308

    def _piece(self, start: int, end: int, marks: tuple[Mark, ...]) -> str:
        if start >= end:
            return ""
        words = escape(self.text[start:end])
        if not marks or not words.strip():
            return words
        fresh = [m.key for m in marks if m.key not in self.named]
        self.named.update(fresh)
        anchors = "".join(f'<span id="at-{key}"></span>' for key in fresh[1:])
        name = f' id="at-{fresh[0]}"' if fresh else ""
        # the innermost comes last and is the one that a click means
        keys = " ".join(m.key for m in reversed(marks))
        doubt = ' class="doubt"' if any(m.is_doubt for m in marks) else ""
        return f'{anchors}<mark{name}{doubt} data-of="{keys}">{words}</mark>'
