"""First stage: one line a paragraph, one normal form, no invisible signs, no page furniture."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from quyen.core.reading.layout.whole import Lines, RawBlock, places_of_tables
from quyen.core.types import RawCell, RawParagraph, RawTable

# zero-width signs, soft hyphens, byte-order marks and control signs say nothing to a reader
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BREAKS = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_UNCLEAN = re.compile(
    f"[{_INVISIBLE.pattern[1:-1]}{_BLANKS.pattern[1:-1]}\n\r\x0b\x0c\x85\u2028\u2029]"
)  # what the three patterns above begin with, as one class
_RULE_SIGNS = frozenset("-–—_=~.·• \t")
_SHORT = 24  # letters; a longer line is no page number
_RULE = re.compile(r"[\s\-–—_=~.·•]*+\Z")
_PAGE_NUMBER = re.compile(
    r"[\s\-–—]*+(?:trang\s++|page\s++)?(\d{1,4})(?:\s*+/\s*+\d{1,4})?[\s\-–—.]*+\Z", re.I
)
_CENTRE = " " * 20


def plain_text(text: str) -> str:
    """NFC, ordinary blanks, no invisible signs; line breaks become "\n", tabs stay."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if not _UNCLEAN.search(text):
        return text
    text = _BREAKS.sub("\n", text)
    return _BLANKS.sub(" ", _INVISIBLE.sub("", text))


def clean(blocks: Iterable[RawBlock], *, composed: bool = False) -> Lines:
    """The blocks with clean text; a paragraph with line breaks inside becomes several lines.

    The only white space left is blanks, tabs and, in cells, newlines; a blank or ruled line is "".
    `composed`: all text is known to be NFC.
    """
    out = list(blocks)
    texts = [block.text if isinstance(block, RawParagraph) else "" for block in out]
    composed, pure = _purity(" ".join(texts), composed)
    tables = places_of_tables(out, texts)
    if tables or not pure:
        out, texts = _cleaned(out, composed, pure)
        tables = places_of_tables(out, texts)
    lines = Lines(out, texts, tables, "\n".join(texts))
    return _without_furniture(lines, _without_rules(texts))


def _purity(whole: str, composed: bool) -> tuple[bool, bool]:
    """Whether all paragraphs are in NFC, and whether `plain_text` would change none of them.

    Asked once for all, as most files hold nothing unclean. All unclean signs are among those that Python calls
    not printable; a tab is too, but it is clean.
    """
    composed = composed or unicodedata.is_normalized("NFC", whole)
    if "\t" in whole:
        whole = whole.replace("\t", " ")
    return composed, composed and (whole.isprintable() or not _UNCLEAN.search(whole))


def _cleaned(blocks: list[RawBlock], composed: bool, pure: bool) -> tuple[list[RawBlock], list[str]]:
    """The blocks and their words."""
    out: list[RawBlock] = []
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, RawTable):
            out.append(_clean_table(block))
            texts.append("")
            continue
        text = block.text
        if not (pure or (composed and text.isprintable())):
            text = plain_text(text)
            if "\n" in text:
                parts = text.split("\n")
                out += [block if block.line else replace(block, line=True)] * len(parts)
                texts += parts
                continue
        out.append(block)
        texts.append(text)
    return out, texts


def _clean_table(table: RawTable) -> RawTable:
    cells = [
        RawCell(plain_text(cell.text), cell.row, cell.column, cell.row_span, cell.column_span)
        for cell in table.cells
    ]
    return RawTable(cells, table.rows, table.columns, table.page, table.ruled)


def _without_rules(texts: list[str]) -> list[int]:
    """Blanks the lines that are blank or drawn (-----, ____), and gives the places of those that may be page numbers:
    short lines, or further in than they are long."""
    numbers: list[int] = []
    for at, text in enumerate(texts):
        if len(text) < _SHORT:
            if not text or not ((last := text[-1]) in _RULE_SIGNS or last.isdecimal()):
                continue
        elif text[0] not in _RULE_SIGNS:
            continue
        if text[0] in _RULE_SIGNS and _is_rule(text):
            texts[at] = ""
        elif (len(text) < _SHORT or len(text.lstrip()) < _SHORT) and _PAGE_NUMBER.match(text):
            numbers.append(at)
    return numbers


def _is_rule(text: str) -> bool:
    """Whether a line is blank or drawn; a lone pipe is a cell's edge, not a rule."""
    return text.isspace() or (len(text) < 200 and _RULE.match(text) is not None)


def _without_furniture(lines: Lines, numbers: list[int]) -> Lines:
    """Drops page numbers that count up through the document and lines repeated at the edge of pages."""
    return lines.without(_counting_numbers(lines, numbers) | _repeated_edges(lines))


def _counting_numbers(lines: Lines, numbers: list[int]) -> set[int]:
    """Lone numbers that stand between blank lines or pages and run 1, 2, 3 or 2, 3, 4."""
    found = [
        (at, int(number[1]), text)
        for at in numbers
        if (number := _PAGE_NUMBER.match(text := lines.texts[at])) and _stands_alone(lines, at)
    ]
    if len(found) == 1 and found[0][1] == 2 and found[0][2].startswith(_CENTRE):
        return {found[0][0]}  # of the second page and last
    if len(found) < 2 or found[0][1] > 3:
        return set()
    rising = all(a[1] < b[1] <= a[1] + 2 for a, b in pairwise(found))
    return {at for at, *_ in found} if rising else set()


def _stands_alone(lines: Lines, at: int) -> bool:
    return _is_gap(lines, at, at - 1) or _is_gap(lines, at, at + 1)


def _is_gap(lines: Lines, at: int, near: int) -> bool:
    """Whether there is a blank line, a page edge or the end of the document at `near`."""
    blocks = lines.blocks
    if not 0 <= near < len(blocks):
        return True
    here, other = blocks[at], blocks[near]
    if here.page is not None and other.page != here.page:
        return True
    return not lines.texts[near] and isinstance(other, RawParagraph)


def _repeated_edges(lines: Lines) -> set[int]:
    """Places of running heads and feet: the same words first (or last) on half of three pages or more."""
    if len({block.page for block in lines.blocks}) < 3:
        return set()
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for at, (block, text) in enumerate(zip(lines.blocks, lines.texts, strict=True)):
        if block.page is not None and (text or isinstance(block, RawTable)):
            first.setdefault(block.page, at)
            last[block.page] = at
    need = max(3, len(first) // 2)
    return _repeated(lines.texts, list(first.values()), need) | _repeated(
        lines.texts, list(last.values()), need
    )


def _repeated(texts: list[str], places: list[int], need: int) -> set[int]:
    if len(places) < need:
        return set()
    words = {at: _edge_words(texts[at]) for at in places}
    count = Counter(words.values())
    return {at for at, word in words.items() if word and count[word] >= need}


def _edge_words(text: str) -> str:
    """The line without its figures (they count pages); "" for what is no running head."""
    if len(text) > 120:
        return ""
    words = re.sub(r"[\d\W_]+", " ", text).strip()
    return words if len(words) > 4 else ""
