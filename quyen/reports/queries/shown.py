"""The content of a report as a screen shows it: sections with their state, words parted from figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from quyen.reports.enums import Sort
from quyen.reports.models import Passage
from quyen.reports.queries.content import Content, runs_of
from quyen.reports.queries.words import key_of

FILLED, WRITTEN, MISSING, EMPTY, HEADING = "filled", "written", "missing", "empty", "heading"
NOTHING = "–"
MOST_ROWS = 100  # of an annex on the screen
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True)
class Piece:
    """A stretch of words, or a figure by its `key`. `sign`: "missing" where nobody gave it, "unknown" where there is no
    such figure. `before`: what it was in the edition compared with."""

    words: str
    key: str = ""
    sign: str = ""
    before: str = ""


Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Table:
    """`more`: rows that the screen leaves to the files."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Piece, ...], ...]
    more: int = 0


@dataclass(frozen=True)
class ShownSection:
    """`text` is what a person edits: paragraphs with figures by their keys. `missing`: figures that are not there."""

    key: str
    level: int
    number: str
    title: str
    sort: str
    guide: str
    by_hand: bool
    text: str
    lines: tuple[Line, ...]
    table: Table | None
    missing: int
    is_changed: bool
    revision: int
    by: str
    at: datetime | None

    @property
    def is_written(self) -> bool:
        return self.sort != Sort.HEADING

    @property
    def fills_itself(self) -> bool:
        """Whether facts can fill it."""
        return self.sort not in (Sort.HEADING, Sort.TEXT)

    @property
    def state(self) -> str:
        if not self.is_written:
            return HEADING
        if self.missing:
            return MISSING
        if not self.lines and self.table is None:
            return EMPTY
        return WRITTEN if self.by_hand else FILLED


@dataclass(frozen=True)
class Was:
    """What an edition compared with said: figures by key, and which sections read otherwise now."""

    figures: Mapping[str, str]
    sections: frozenset[str]


UNCHANGED = Was({}, frozenset())


def shown_sections(
    content: Content, guides: Mapping[str, str], passages: Mapping[str, Passage], was: Was = UNCHANGED
) -> tuple[ShownSection, ...]:
    """`passages`: what people wrote, by section, where the content is that of now."""
    said = {key: figure["words"] for key, figure in content["figures"].items()}
    return tuple(_shown(one, said, guides, passages.get(one["key"]), was) for one in content["sections"])


def _shown(
    one: Mapping[str, Any],
    said: Mapping[str, str],
    guides: Mapping[str, str],
    passage: Passage | None,
    was: Was,
) -> ShownSection:
    held = one["table"]
    lines = tuple(_pieces(runs, said, was) for runs in one["paragraphs"])
    table = _table(held, said, was) if held else None
    cells = [*lines, *(table.rows if table else ())]
    return ShownSection(
        key=one["key"], level=one["level"], number=one["number"], title=one["title"], sort=one["sort"],
        guide=guides.get(one["key"], ""), by_hand=one["by_hand"], text=text_of(one["paragraphs"]), lines=lines,
        table=table, missing=len({piece.key for row in cells for piece in row if piece.sign}),
        is_changed=one["key"] in was.sections, revision=passage.revision if passage else 0,
        by=passage.by_name if passage else "", at=passage.changed_at if passage else None,
    )  # fmt: skip


def text_of(paragraphs: Sequence[Sequence[Any]]) -> str:
    """Runs as a person edits them: one line a paragraph, figures by their keys."""
    return "\n".join(
        "".join(run if isinstance(run, str) else key_of(run["figure"]) for run in runs) for runs in paragraphs
    )


def _pieces(cells: Sequence[Any], said: Mapping[str, str], was: Was) -> Line:
    return tuple(_piece(cell, said, was) for cell in cells)


def _piece(cell: Any, said: Mapping[str, str], was: Was) -> Piece:
    if isinstance(cell, str):
        return Piece(cell)
    key = cell["figure"]
    if key not in said:
        return Piece(key_of(key), key, "unknown")
    words = said[key]
    # a level or an earlier period that is not there is no gap in this report
    gap = words == NOTHING and "." not in key
    before = was.figures.get(key, words)
    return Piece(words, key, "missing" if gap else "", before if before != words else "")


def _table(held: Mapping[str, Any], said: Mapping[str, str], was: Was) -> Table:
    return Table(tuple(held["columns"]), tuple(_pieces(row, said, was) for row in held["rows"]))


def shown_lines(text: str, figures: Mapping[str, Any]) -> tuple[Line, ...]:
    """A text with figures by their keys, as it will be read."""
    said = {key: figure.words for key, figure in figures.items()}
    return tuple(_pieces(runs_of(line), said, UNCHANGED) for line in text.split("\n") if line.strip())


def annex_tables(content: Content) -> Iterator[tuple[str, str, str, Table]]:
    """Key, number (Roman; empty where there is one only), title and table of each annex."""
    held = content["annexes"]
    for place, one in enumerate(held):
        rows = tuple(tuple(Piece(cell) for cell in row) for row in one["rows"][:MOST_ROWS])
        number = ROMAN[place] if len(held) > 1 and place < len(ROMAN) else ""
        yield (
            one["key"],
            number,
            one["title"],
            Table(tuple(one["columns"]), rows, len(one["rows"]) - len(rows)),
        )
