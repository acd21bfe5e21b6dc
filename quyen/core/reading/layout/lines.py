"""Third stage: lines that were broken at a fixed width become paragraphs again.

Only where the whole document shows a fixed width: nearly no line is longer, many lines end close to it, many
begin with a small letter. A real paragraph of a .docx is then never touched.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from quyen.core.reading.layout.clean import RawBlock, reworded
from quyen.core.reading.layout.indents import close_page_breaks, goes_on, is_indented
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


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a document is broken: `width` of its lines, whether blank lines part its paragraphs, and whether
    the first lines of paragraphs stand further in."""

    width: int
    parted: bool
    indented: bool = False


def join_lines(blocks: list[RawBlock]) -> list[RawBlock]:
    """Paragraphs instead of broken lines, blank lines dropped; lines in table cells are joined too."""
    wrap = _find_wrap(blocks)
    width = wrap.width if wrap else 0
    for block in blocks:
        if isinstance(block, RawTable):
            _join_cells(block, width)
    if not wrap:
        return [block for block in blocks if isinstance(block, RawTable) or block.text]
    if wrap.indented:
        blocks = close_page_breaks(blocks, width)
    out: list[RawBlock] = []
    run: list[RawParagraph] = []
    for block in blocks:
        if isinstance(block, RawParagraph):
            run.append(block)
        else:
            out += _join_run(run, wrap)
            out.append(block)
            run = []
    out += _join_run(run, wrap)
    return _rejoin_broken(out)


def _begins_small(text: str) -> bool:
    """Whether the first letter is a small one (or a capital with a mark, which no small line begins with)."""
    first = text[:1]
    if first in _OPENERS:
        first = text.lstrip(_OPENERS)[:1]
    return "a" <= first <= "z" or "à" <= first <= "ỹ"


def _stops(text: str) -> bool:
    """Whether the text ends with a stop, and perhaps quotes or brackets after it."""
    last = text[-1:]
    if last in _CLOSERS:
        last = text.rstrip(_CLOSERS)[-1:]
    return last in _STOPS


def _find_wrap(blocks: list[RawBlock]) -> Wrap | None:
    lines = [block for block in blocks if isinstance(block, RawParagraph)]
    texts = [line.text for line in lines if line.text]
    if len(texts) < 8:
        return None
    sizes = sorted(map(len, texts))
    blank = len(lines) - len(sizes)
    marked = sum([line.line for line in lines]) * 2 > len(lines)
    indented = marked and is_indented(texts)
    # the widest lines of an indented text may be those of a table on a page turned round
    for share in (0.97, 0.85, 0.7) if indented else (0.97,):
        width = sizes[int(len(sizes) * share)]
        if 30 <= width <= 140 and _is_broken_at(width, sizes, texts, least=0.1 if marked else 0.25):
            parted = not indented and (blank * 5 > len(sizes) or _parts_by_blanks(lines))
            return Wrap(width, parted, indented)
    parted = blank * 8 > len(sizes)
    enough = 3 if marked else 8
    return Wrap(_USUAL_WIDTH, parted=True) if parted and _breaks_sentences(blocks, enough) else None


def _is_broken_at(width: int, sizes: list[int], texts: list[str], least: float) -> bool:
    """Whether enough lines end close to the width, and enough begin with a small letter."""
    near = len(sizes) - bisect_left(sizes, 0.85 * width)
    if near < 0.2 * len(sizes):
        return False
    small = 0
    for text in texts:
        if _begins_small(text):
            small += 1
            if small >= least * len(sizes):
                return True
    return False


def _parts_by_blanks(lines: list[RawParagraph]) -> bool:
    """Whether most numbered or dashed lines follow a blank line: then blank lines part all paragraphs."""
    marked = parted = 0
    for before, line in pairwise(lines):
        if _MARKER.match(line.text):
            marked += 1
            parted += not before.text
    return marked > 4 and parted * 10 > marked * 7


def _breaks_sentences(blocks: list[RawBlock], enough: int) -> bool:
    """Whether lines that no blank line parts often go on in mid-sentence, whatever their length: a format
    reader has joined some of them, or there are few."""
    pairs = going_on = 0
    before = ""
    for line in _all_lines(blocks):
        if before and line and not _MARKER.match(line):
            pairs += 1
            going_on += _begins_small(line) and not _stops(before)
        before = line
    return going_on >= enough and going_on * 4 >= pairs


def _all_lines(blocks: list[RawBlock]) -> Iterator[str]:
    """The lines of paragraphs and cells, "" for a blank line and at the edge of a cell."""
    for block in blocks:
        if isinstance(block, RawParagraph):
            yield block.text.strip()
        else:
            for cell in block.cells:
                yield from cell.text.split("\n")
                yield ""


def _join_run(lines: list[RawParagraph], wrap: Wrap) -> list[RawParagraph]:
    """The paragraphs of a run of lines; a blank line ends one."""
    if not lines:
        return []
    flat = not wrap.indented and not any([line.heading or line.centred for line in lines])
    out: list[RawParagraph] = []
    texts: list[str] = []  # of the paragraph that is open
    head = before = lines[0]  # its first line, and the line above
    end = ""  # the last sign of the line above; "" where nothing is open
    unclosed = parted = False  # an emphasis mark is open, so what follows belongs to it; a blank line before
    for line in lines:
        text = line.text
        # most lines go on in mid-sentence: no stop above, and a small letter that opens no list
        if (flat and end not in _MAY_STOP and _SMALL_LINE.match(text)) or (
            end and text and _belongs(head, before, line, wrap, unclosed)
        ):
            texts.append(text)
        else:
            if end:
                out.append(_joined(head, texts, alone=parted and not text))
            texts, head, unclosed, parted = [text], line, False, not end
        if "**" in text:
            unclosed ^= text.count("**") % 2 == 1
        before = line
        end = text[-1:]
    if end:
        out.append(_joined(head, texts, alone=parted))
    return out


def _joined(head: RawParagraph, texts: list[str], *, alone: bool) -> RawParagraph:
    """The paragraph that begins with the line `head`; one line between two blank ones stays as it is."""
    if len(texts) == 1 and (alone or texts[0] == texts[0].strip()):
        return head
    return reworded(head, " ".join(map(str.strip, texts)))


def _belongs(
    head: RawParagraph, before: RawParagraph, line: RawParagraph, wrap: Wrap, unclosed: bool
) -> bool:
    """Whether `line` goes on with the sentence of `before`; `head` is the paragraph's first line."""
    if line.heading or before.heading or line.centred != before.centred:
        return False
    stopped = _stops(before.text)
    if wrap.indented and (not _MARKER.match(line.text) or line.text[0] == "("):
        told = goes_on(head.text, before.text, line.text, wrap.width, stopped=stopped)
        if told is not None:
            return told
    return _continues(before.text, line.text, wrap, unclosed, before is head, stopped)


def _continues(above: str, text: str, wrap: Wrap, unclosed: bool, first: bool, stopped: bool) -> bool:
    """The same from the words alone; `first`: the line above is the paragraph's first one."""
    if _MARKER.match(text):
        if not stopped and _SMALL_LINE.match(text):
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
    return not before.isupper() or _HANGS.search(before) is not None


# --- cells ---------------------------------------------------------------------------------------


def _join_cells(table: RawTable, width: int) -> RawTable:
    for cell in table.cells:
        if "\n" in cell.text:
            cell.text = join_cell(cell.text, width)
    return table


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
    if _stops(before) or _MARKER.match(line):
        return False
    if _begins_small(line) or _HANGS.search(before) or line[0] in "(&/":
        return line[0] != "(" or len(before) > 12
    if width and len(before) + len(line.split(" ", 1)[0]) >= 0.9 * width:
        return True
    # the export breaks the first line of a cell early, then at the full width
    return bool(width) and first and 20 <= len(before) <= 34 and len(line) > 40 and not before.isupper()


# --- a sentence broken by a blank line ------------------------------------------------------------


def _rejoin_broken(blocks: list[RawBlock]) -> list[RawBlock]:
    """Paragraphs that a stray blank line cut: the rest begins small, or with a dash that was in the sentence."""
    out: list[RawBlock] = []
    for at, block in enumerate(blocks):
        before = out[-1] if out else None
        if isinstance(block, RawParagraph) and isinstance(before, RawParagraph) and _goes_on(before, block):
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            if not _is_dash(block) or not (following is not None and _is_dash(following)):
                out[-1] = reworded(before, f"{before.text} {block.text}")
                continue
        out.append(block)
    return out


def _goes_on(before: RawParagraph, block: RawParagraph) -> bool:
    if before.heading or block.heading or _stops(before.text):
        return False
    if _is_dash(block):
        words = block.text.lstrip("* -")
        return (
            len(before.text) > 150
            and not _is_dash(before)
            and " ".join(words.lower().split()[:2]) not in VERBS
        )
    if len(before.text) <= 40 or not _begins_small(block.text) or _MARKER.match(block.text):
        return False
    return block.text.lstrip(_OPENERS)[:1].islower()


def _is_dash(block: RawBlock) -> bool:
    return isinstance(block, RawParagraph) and block.text.lstrip("* ")[:2] == "- "
