"""Third stage: lines that were broken at a fixed width become paragraphs again.

Only where the whole document shows a fixed width: nearly no line is longer, many lines end close to it, many
begin with a small letter. A real paragraph of a .docx is then never touched.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from quyen.core.reading.layout.indents import close_page_breaks, goes_on, is_indented
from quyen.core.reading.layout.whole import Lines, RawBlock
from quyen.core.text.unit_words import VERBS
from quyen.core.types import RawParagraph, RawTable

_MARKER = re.compile(
    r"[\s*]*+(?:[-–—•+·●▪✓][\s*]++(?!\d)|\(?[a-zđ]{1,2}\d?[.)][\s*]|\(\d{1,2}\)\s|\d{1,2}(?:\.\d{1,2})*[.)/][\s*]"
    r"|\d{1,2}(?:\.\d{1,2})+[\s*]|[IVXLC]{1,6}[.)][\s*]|[A-HĐ][.)][\s*]|(?:Điều|Chương|Mục|Phần|PHẦN|CHƯƠNG|MỤC)\s++[\dIVX]"
    r"|PHỤ\s++LỤC|Nơi\s++nhận|Căn\s++cứ\s)"
)
_USUAL_WIDTH = 80  # of a text whose own width cannot be seen any more
_SHORT_FIRST = 40  # some exports break the first line of a paragraph early
_ONLY_LABEL = re.compile(r"[\s*]*+(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,6}|[a-zđ])[.)][\s*]*+\Z")
_STOPS = frozenset(".;:!?…")
_CLOSERS = "'\"”’)]* \t\n"  # may follow a full stop
_MAY_STOP = _STOPS | frozenset(_CLOSERS) | {""}  # what a line ends with that may end a sentence
_CONTINUES = re.compile(r"[\s*'\"“(\[]*+[a-zà-ỹđ0-9%,;.)]")
_SMALL_LINE = re.compile(r"[a-zà-ďđ-ỹ](?![a-zđ]?\d?[.)][\s*])")  # and surely no marker
_OPENERS = "*'\"“( \t\n"  # may stand before the first letter
_HANGS = re.compile(
    r"(?:,|\b(?:và|của|các|với|về|cho|theo|từ|tại|hoặc|do|để|là|số|ngày|tháng|năm|trong|trên|-|–))[\s*]*+\Z",
    re.I,
)
_AFTER_WORDS = "* \t\n"
_LONGEST_HANGING = 5  # letters of the words of `_HANGS`


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a document is broken: `width` of its lines, whether blank lines part its paragraphs, and whether
    the first lines of paragraphs stand further in."""

    width: int
    parted: bool
    indented: bool = False


def join_lines(lines: Lines) -> Lines:
    """Paragraphs instead of broken lines, blank lines dropped; lines in table cells are joined too."""
    tables = lines.tables
    wrap = _find_wrap(lines, tables)
    _join_cells(lines, tables, wrap.width if wrap else 0)
    if not wrap:
        return lines.filled()
    if wrap.indented:
        lines = close_page_breaks(lines, wrap.width)
        tables = lines.tables
    joined = Lines([], [], [], lines.whole)
    start = 0
    for end in tables:
        _join_run(lines, start, end, wrap, joined)
        joined.tables.append(len(joined.texts))
        joined.blocks.append(lines.blocks[end])
        joined.texts.append("")
        start = end + 1
    _join_run(lines, start, len(lines.texts), wrap, joined)
    return _rejoin_broken(joined)


def _is_small(line: str) -> bool:
    """Whether a line surely goes on in mid-sentence: it begins with a small letter and with no sign of a list."""
    first = line[0]
    if "a" <= first <= "z" or ("à" <= first <= "ỹ" and first != "Đ"):
        begin = line[:4]
        return ("." not in begin and ")" not in begin) or _SMALL_LINE.match(line) is not None
    return False


def _begins_small(text: str) -> bool:
    """Whether the first letter is a small one (or a capital with a mark, which no small line begins with)."""
    first = text[0] if text else ""
    if first in _OPENERS:
        first = text.lstrip(_OPENERS)[:1]
    return "a" <= first <= "z" or "à" <= first <= "ỹ"


def _stops(text: str) -> bool:
    """Whether the text ends with a stop, and perhaps quotes or brackets after it."""
    last = text[-1] if text else ""
    if last in _CLOSERS:
        last = text.rstrip(_CLOSERS)[-1:]
    return last in _STOPS


def _find_wrap(lines: Lines, tables: list[int]) -> Wrap | None:
    sizes = sorted(map(len, filter(None, lines.texts)))
    if len(sizes) < 8:
        return None
    count = len(lines.texts) - len(tables)
    blank = count - len(sizes)
    marked = sum([isinstance(block, RawParagraph) and block.line for block in lines.blocks]) * 2 > count
    indented = marked and is_indented(lines, len(sizes))
    # the widest lines of an indented text may be those of a table on a page turned round
    for share in (0.97, 0.85, 0.7) if indented else (0.97,):
        width = sizes[int(len(sizes) * share)]
        if 30 <= width <= 140 and _is_broken_at(width, sizes, lines.texts, least=0.1 if marked else 0.25):
            parted = not indented and (blank * 5 > len(sizes) or _parts_by_blanks(lines))
            return Wrap(width, parted, indented)
    parted = blank * 8 > len(sizes)
    enough = 3 if marked else 8
    return Wrap(_USUAL_WIDTH, parted=True) if parted and _breaks_sentences(lines, enough) else None


def _is_broken_at(width: int, sizes: list[int], texts: list[str], least: float) -> bool:
    """Whether enough lines end close to the width, and enough begin with a small letter."""
    near = len(sizes) - bisect_left(sizes, 0.85 * width)
    if near < 0.2 * len(sizes):
        return False
    small = 0
    for text in texts:
        if text and _begins_small(text):
            small += 1
            if small >= least * len(sizes):
                return True
    return False


def _parts_by_blanks(lines: Lines) -> bool:
    """Whether most numbered or dashed lines follow a blank line: then blank lines part all paragraphs."""
    marked = parted = 0
    before: str | None = None
    for text, block in zip(lines.texts, lines.blocks, strict=True):
        if isinstance(block, RawTable):
            continue
        if before is not None and _MARKER.match(text):
            marked += 1
            parted += not before
        before = text
    return marked > 4 and parted * 10 > marked * 7


def _breaks_sentences(lines: Lines, enough: int) -> bool:
    """Whether lines that no blank line parts often go on in mid-sentence, whatever their length: a format
    reader has joined some of them, or there are few."""
    pairs = going_on = 0
    before = ""
    for line in _all_lines(lines):
        if before and line and not _MARKER.match(line):
            pairs += 1
            going_on += _begins_small(line) and not _stops(before)
        before = line
    return going_on >= enough and going_on * 4 >= pairs


def _all_lines(lines: Lines) -> Iterator[str]:
    """The lines of paragraphs and cells, "" for a blank line and at the edge of a cell."""
    for block, text in zip(lines.blocks, lines.texts, strict=True):
        if isinstance(block, RawTable):
            for cell in block.cells:
                yield from cell.text.split("\n")
                yield ""
        else:
            yield text.strip()


def _join_run(lines: Lines, start: int, end: int, wrap: Wrap, out: Lines) -> None:
    """Adds the paragraphs of a run of lines; a blank line ends one."""
    blocks = cast("list[RawParagraph]", lines.blocks)
    flat = not wrap.indented and not any([line.heading or line.centred for line in blocks[start:end]])
    emphasis = "**" in lines.whole
    opened: list[str] = []  # lines of the paragraph that is open
    head = start  # the first of them
    last = ""  # the last sign of the line above; "" where nothing is open
    unclosed = parted = False  # an emphasis mark is open, so what follows belongs to it; a blank line before
    for at, text in enumerate(lines.texts[start:end], start=start):
        # most lines go on in mid-sentence: no stop above, and a small letter that opens no list
        if (flat and text and last not in _MAY_STOP and _is_small(text)) or (
            last
            and text
            and (flat or _of_one_kind(blocks[at - 1], blocks[at]))
            and _belongs(opened, text, wrap, unclosed)
        ):
            opened.append(text)
        else:
            if last:
                out.blocks.append(blocks[head])
                out.texts.append(_joined(opened, alone=parted and not text))
            opened, head, unclosed, parted = [text], at, False, not last
        if emphasis and "**" in text:
            unclosed ^= text.count("**") % 2 == 1
        last = text[-1] if text else ""
    if last:
        out.blocks.append(blocks[head])
        out.texts.append(_joined(opened, alone=parted))


def _joined(texts: list[str], *, alone: bool) -> str:
    """The words of a paragraph; one line between two blank ones stays as it is."""
    if len(texts) == 1:
        return texts[0] if alone else texts[0].strip()
    return " ".join(map(str.strip, texts))


def _of_one_kind(before: RawParagraph, line: RawParagraph) -> bool:
    return not line.heading and not before.heading and line.centred == before.centred


def _belongs(opened: list[str], text: str, wrap: Wrap, unclosed: bool) -> bool:
    """Whether a line goes on with the sentence of the paragraph whose lines are `opened`."""
    above = opened[-1]
    stopped = _stops(above)
    if wrap.indented and (not _MARKER.match(text) or text[0] == "("):
        told = goes_on(opened[0], above, text, wrap.width, stopped=stopped)
        if told is not None:
            return told
    return _continues(above, text, wrap, unclosed, len(opened) == 1, stopped)


def _continues(above: str, text: str, wrap: Wrap, unclosed: bool, first: bool, stopped: bool) -> bool:
    """The same from the words alone; `first`: the line above is the paragraph's first one."""
    if _MARKER.match(text):
        if not stopped and _is_small(text):
            return True
        return not stopped and (unclosed or (wrap.parted and len(above) >= 0.75 * wrap.width))
    if unclosed or (not stopped and _CONTINUES.match(text)) or _ONLY_LABEL.match(above):
        return True
    if wrap.parted:
        return _opens_short(above, text, first) or _same_block(above, text, wrap.width, stopped)
    first_word = text.strip().split(" ", 1)[0]
    return len(above.strip()) + len(first_word) >= 0.93 * wrap.width


def _opens_short(before: str, line: str, first: bool) -> bool:
    """Whether `before` is the short first line of a numbered or dashed paragraph."""
    return first and len(before) <= _SHORT_FIRST and not line.isupper() and _MARKER.match(before) is not None


def _same_block(before: str, line: str, width: int, stopped: bool) -> bool:
    """Two lines that no blank line parts, the second with a capital: one paragraph unless they are short."""
    if before.isupper() != line.isupper():
        return False
    if before.isupper() and len(before) >= 35 and not stopped:
        return True
    if stopped:
        return len(before) >= 0.6 * width or _begins_small(line)
    return not before.isupper() or _hangs(before)


def _hangs(text: str) -> bool:
    """Whether the text ends with a comma or a word that asks for another; nothing before its end can tell."""
    return _HANGS.search(text, max(0, len(text.rstrip(_AFTER_WORDS)) - _LONGEST_HANGING)) is not None


# --- cells ---------------------------------------------------------------------------------------


def _join_cells(lines: Lines, tables: list[int], width: int) -> None:
    for at in tables:
        for cell in lines.table(at).cells:
            if "\n" in cell.text:
                cell.text = join_cell(cell.text, width)


def join_cell(text: str, width: int) -> str:
    """The paragraphs of one cell, parted by newlines."""
    lines = [bare for line in text.split("\n") if (bare := line.strip())]
    if not lines:
        return ""
    out = lines[:1]
    last = lines[0]
    for at, line in enumerate(lines[1:], start=1):
        if _cell_goes_on(out[-1], last, line, width, at == 1):
            out[-1] += " " + line
        else:
            out.append(line)
        last = line
    return "\n".join(out)


def _cell_goes_on(whole: str, before: str, line: str, width: int, first: bool) -> bool:
    if "*" in whole and (whole.count("**") % 2 == 1 or (whole.count("*") % 2 == 1 and "**" not in whole)):
        return True
    if _stops(before):
        return False
    if _is_small(line):
        return True
    if _MARKER.match(line):
        return False
    if _begins_small(line) or _hangs(before) or line[0] in "(&/":
        return line[0] != "(" or len(before) > 12
    if width and len(before) + len(line.split(" ", 1)[0]) >= 0.9 * width:
        return True
    # the export breaks the first line of a cell early, then at the full width
    return bool(width) and first and 20 <= len(before) <= 34 and len(line) > 40 and not before.isupper()


# --- a sentence broken by a blank line ------------------------------------------------------------


def _rejoin_broken(lines: Lines) -> Lines:
    """Paragraphs that a stray blank line cut: the rest begins small, or with a dash that was in the sentence."""
    blocks, texts = lines.blocks, lines.texts
    dropped: set[int] = set()
    head = 0  # the paragraph or table above
    before = texts[0] if texts else ""
    for at in range(1, len(texts)):
        text = texts[at]
        # most paragraphs end with a stop
        if (
            before
            and before[-1] not in _STOPS
            and _goes_on(before, text)
            and _may_join(blocks, texts, head, at)
        ):
            texts[head] = f"{before} {text}"
            dropped.add(at)
        else:
            head = at
        before = texts[head]
    return lines.without(dropped)


def _may_join(blocks: list[RawBlock], texts: list[str], head: int, at: int) -> bool:
    """Whether neither is a heading, nor the second one entry of a list."""
    if any([isinstance(block, RawTable) or block.heading for block in (blocks[head], blocks[at])]):
        return False
    return not _is_dash(texts[at]) or at + 1 == len(texts) or not _is_dash(texts[at + 1])


def _goes_on(before: str, text: str) -> bool:
    if _stops(before):
        return False
    if _is_dash(text):
        words = text.lstrip("* -")
        return len(before) > 150 and not _is_dash(before) and " ".join(words.lower().split()[:2]) not in VERBS
    if len(before) <= 40 or not _begins_small(text) or _MARKER.match(text):
        return False
    return text.lstrip(_OPENERS)[:1].islower()


def _is_dash(text: str) -> bool:
    return text.lstrip("* ")[:2] == "- "
