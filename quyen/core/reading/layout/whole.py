"""The blocks of a document and, side by side, their words.

Many questions of the layout ("is there a table of pipes, a mark of emphasis?") are answered "no" for a whole document,
so they are asked of all lines as one text before any line is looked at.
"""

from __future__ import annotations

from itertools import compress
from typing import NamedTuple, cast

from quyen.core.types import RawParagraph, RawTable

RawBlock = RawParagraph | RawTable


class Drawn(NamedTuple):
    """A table that stands in the lines from `start` up to `end`."""

    start: int
    end: int
    table: RawTable | None


class Lines:
    """`texts` holds the words of each block, "" for a table and for a blank line; no text holds a newline.

    What counts are these words: a stage that changes them changes them here, the paragraphs keep what they came with.
    `tables` holds the places of the tables. What is not in `whole` is in no line: it holds them all, as they came.
    """

    __slots__ = ("blocks", "tables", "texts", "whole")

    def __init__(self, blocks: list[RawBlock], texts: list[str], tables: list[int], whole: str) -> None:
        self.blocks = blocks
        self.texts = texts
        self.tables = tables
        self.whole = whole

    def table(self, at: int) -> RawTable:
        """The table at one of the places of `tables`."""
        return cast(RawTable, self.blocks[at])

    def with_tables(self, drawn: list[Drawn]) -> Lines:
        """The same with these tables in place of their lines."""
        if not drawn:
            return self
        blocks: list[RawBlock] = []
        texts: list[str] = []
        tables: list[int] = []
        done = 0
        old = iter([*self.tables, len(self.texts)])
        at = next(old)
        for start, end, table in [*drawn, Drawn(len(self.texts), len(self.texts), None)]:
            while at < start:  # a table that was there and stays
                if at >= done:
                    tables.append(at - done + len(texts))
                at = next(old)
            blocks += self.blocks[done:start]
            texts += self.texts[done:start]
            if table is not None:
                tables.append(len(texts))
                blocks.append(table)
                texts.append("")
            done = end
        return Lines(blocks, texts, tables, self.whole)

    def without(self, dropped: set[int]) -> Lines:
        """The same without some blocks."""
        if not dropped:
            return self
        blocks = [block for at, block in enumerate(self.blocks) if at not in dropped]
        texts = [text for at, text in enumerate(self.texts) if at not in dropped]
        return Lines(blocks, texts, places_of_tables(blocks, texts) if self.tables else [], self.whole)

    def filled(self) -> Lines:
        """The same without the blank lines."""
        if self.tables:
            return self.without(
                {at for at, text in enumerate(self.texts) if not text}.difference(self.tables)
            )
        return Lines(list(compress(self.blocks, self.texts)), list(filter(None, self.texts)), [], self.whole)


def places_of_tables(blocks: list[RawBlock], texts: list[str]) -> list[int]:
    """Where tables stand; they have no words here."""
    return [at for at, text in enumerate(texts) if not text and isinstance(blocks[at], RawTable)]
