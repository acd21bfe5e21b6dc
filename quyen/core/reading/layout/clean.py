"""First stage: one line a paragraph, one normal form, no invisible signs, no page furniture."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise, repeat
from operator import attrgetter

from quyen.core.types import RawCell, RawParagraph, RawTable

RawBlock = RawParagraph | RawTable

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
_RULE = re.compile(r"[\s\-–—_=~.·•]*+\Z")
_PAGE_NUMBER = re.compile(
    r"[\s\-–—]*+(?:trang\s++|page\s++)?(\d{1,4})(?:\s*+/\s*+\d{1,4})?[\s\-–—.]*+\Z", re.I
)
_PAGE = attrgetter("page")
_AFTER_NUMBER = "-–—. \t"


def plain_text(text: str) -> str:
    """NFC, ordinary blanks, no invisible signs; line breaks become "\n", tabs stay."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if not _UNCLEAN.search(text):
        return text
    text = _BREAKS.sub("\n", text)
    return _BLANKS.sub(" ", _INVISIBLE.sub("", text))


def clean(blocks: Iterable[RawBlock], *, composed: bool = False) -> list[RawBlock]:
    """The blocks with clean text; a paragraph with line breaks inside becomes several lines.

    The only white space left is blanks, tabs and, in cells, newlines; a blank or ruled line is "".
    `composed`: all text is known to be NFC.
    """
    out = list(blocks)
    texts = [block.text if type(block) is RawParagraph else "" for block in out]
    composed, pure = _purity(" ".join(texts), composed)
    if not pure or not all(map(isinstance, out, repeat(RawParagraph))):
        out = _cleaned(out, composed, pure)
        texts = [block.text if type(block) is RawParagraph else "" for block in out]
    for at, text in enumerate(texts):
        if text[:1] in _RULE_SIGNS and _is_rule(text):
            line = out[at]
            if isinstance(line, RawParagraph):
                out[at] = reworded(line, "")
                texts[at] = ""
    return _without_furniture(out, texts)


def _purity(whole: str, composed: bool) -> tuple[bool, bool]:
    """Whether all paragraphs are in NFC, and whether `plain_text` would change none of them.

    Asked once for all, as most files hold nothing unclean. All unclean signs are among those that Python calls
    not printable; a tab is too, but it is clean.
    """
    composed = composed or unicodedata.is_normalized("NFC", whole)
    if "\t" in whole:
        whole = whole.replace("\t", " ")
    return composed, composed and (whole.isprintable() or not _UNCLEAN.search(whole))


def _cleaned(blocks: list[RawBlock], composed: bool, pure: bool) -> list[RawBlock]:
    out: list[RawBlock] = []
    for block in blocks:
        if isinstance(block, RawTable):
            out.append(_clean_table(block))
            continue
        text = block.text
        if not (pure or (composed and text.isprintable())):
            text = plain_text(text)
            if "\n" in text:
                out += [replace(block, text=part, line=True) for part in text.split("\n")]
                continue
        out.append(block if text is block.text else reworded(block, text))
    return out


def _clean_table(table: RawTable) -> RawTable:
    cells = [
        RawCell(plain_text(cell.text), cell.row, cell.column, cell.row_span, cell.column_span)
        for cell in table.cells
    ]
    return RawTable(cells, table.rows, table.columns, table.page, table.ruled)


def reworded(block: RawParagraph, text: str) -> RawParagraph:
    """The paragraph with other words; five times as fast as `dataclasses.replace`, which every line would pay."""
    return RawParagraph(
        text,
        block.page,
        block.line,
        block.bold,
        block.italic,
        block.centred,
        block.heading,
        block.footnote,
    )


def _is_rule(text: str) -> bool:
    """Whether a line is blank or drawn (-----, ____); a lone pipe is a cell's edge, not a rule."""
    return text.isspace() or (len(text) < 200 and _RULE.match(text) is not None)


def _without_furniture(blocks: list[RawBlock], texts: list[str]) -> list[RawBlock]:
    """Drops page numbers that count up through the document and lines repeated at the edge of pages."""
    dropped = _counting_numbers(blocks, texts) | _repeated_edges(blocks)
    return [block for at, block in enumerate(blocks) if at not in dropped] if dropped else blocks


def _counting_numbers(blocks: list[RawBlock], texts: list[str]) -> set[int]:
    """Lone numbers that stand between blank lines or pages and run 1, 2, 3 or 2, 3, 4."""
    found = [
        (at, int(number[1]))
        for at, text in enumerate(texts)
        if text
        and len(text) < 24
        and (text[-1].isdecimal() or text[-1] in _AFTER_NUMBER)
        and (number := _PAGE_NUMBER.match(text))
        and _stands_alone(blocks, at)
    ]
    if len(found) < 2 or found[0][1] > 3:
        return set()
    rising = all(a[1] < b[1] <= a[1] + 2 for a, b in pairwise(found))
    return {at for at, _ in found} if rising else set()


def _stands_alone(blocks: list[RawBlock], at: int) -> bool:
    return _is_gap(blocks, at, at - 1) or _is_gap(blocks, at, at + 1)


def _is_gap(blocks: list[RawBlock], at: int, near: int) -> bool:
    """Whether there is a blank line, a page edge or the end of the document at `near`."""
    if not 0 <= near < len(blocks):
        return True
    here, other = blocks[at], blocks[near]
    if here.page is not None and other.page != here.page:
        return True
    return isinstance(other, RawParagraph) and not other.text


def _repeated_edges(blocks: list[RawBlock]) -> set[int]:
    """Places of running heads and feet: the same words first (or last) on half of three pages or more."""
    if len(set(map(_PAGE, blocks))) < 3:
        return set()
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for at, block in enumerate(blocks):
        if block.page is not None and not (isinstance(block, RawParagraph) and not block.text):
            first.setdefault(block.page, at)
            last[block.page] = at
    need = max(3, len(first) // 2)
    return _repeated(blocks, list(first.values()), need) | _repeated(blocks, list(last.values()), need)


def _repeated(blocks: list[RawBlock], places: list[int], need: int) -> set[int]:
    if len(places) < need:
        return set()
    words = {at: _edge_words(blocks[at]) for at in places}
    count = Counter(words.values())
    return {at for at, word in words.items() if word and count[word] >= need}


def _edge_words(block: RawBlock) -> str:
    """The line without its figures (they count pages); "" for what is no running head."""
    if isinstance(block, RawTable) or len(block.text) > 120:
        return ""
    words = re.sub(r"[\d\W_]+", " ", block.text).strip()
    return words if len(words) > 4 else ""
