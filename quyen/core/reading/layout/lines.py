"""Third stage: lines that were broken at a fixed width become paragraphs again.

Only where the whole document shows a fixed width: nearly no line is longer, many lines end close to it, many
begin with a small letter. A real paragraph of a .docx is then never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from quyen.core.reading.layout.clean import RawBlock, reworded
from quyen.core.text.unit_words import VERBS
from quyen.core.types import RawParagraph, RawTable

_MARKER = re.compile(
    r"[\s*]*+(?:[-–—•+·●▪✓][\s*]++(?!\d)|\(?[a-zđ]{1,2}\d?[.)][\s*]|\(\d{1,2}\)\s|\d{1,2}(?:\.\d{1,2})*+[.)/][\s*]"
    r"|\d{1,2}(?:\.\d{1,2})++[\s*]|[IVXLC]{1,6}[.)][\s*]|[A-HĐ][.)][\s*]|(?:Điều|Chương|Mục|Phần|PHẦN|CHƯƠNG|MỤC)\s++[\dIVX]"
    r"|PHỤ\s++LỤC|Nơi\s++nhận|Căn\s++cứ\s)"
)
_USUAL_WIDTH = 80  # of a text whose own width cannot be seen any more
_SHORT_FIRST = 40  # some exports break the first line of a paragraph early
_ONLY_LABEL = re.compile(r"[\s*]*+(?:\d{1,2}(?:\.\d{1,2})*+|[IVX]{1,6}|[a-zđ])[.)][\s*]*+\Z")
_STOPS = re.compile(r"[.;:!?…]['\"”’)\]*\s]*+\Z")
_CONTINUES = re.compile(r"[\s*'\"“(\[]*+[a-zà-ỹđ0-9%,;.)]")
_SMALL = re.compile(r"[\s*'\"“(]*+[a-zà-ỹđ]")
_HANGS = re.compile(
    r"(?:,|\b(?:và|của|các|với|về|cho|theo|từ|tại|hoặc|do|để|là|số|ngày|tháng|năm|trong|trên|-|–))[\s*]*+\Z",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a document is broken: `width` of its lines, and whether blank lines part its paragraphs."""

    width: int
    parted: bool


def join_lines(blocks: list[RawBlock]) -> list[RawBlock]:
    """Paragraphs instead of broken lines, blank lines dropped; lines in table cells are joined too."""
    wrap = _find_wrap(blocks)
    out: list[RawBlock] = []
    group: list[RawParagraph] = []
    for block in blocks:
        if isinstance(block, RawParagraph) and block.text.strip():
            group.append(block)
            continue
        out.extend(_join_group(group, wrap))
        group = []
        if isinstance(block, RawTable):
            out.append(_join_cells(block, wrap))
    out.extend(_join_group(group, wrap))
    return _rejoin_broken(out) if wrap else out


def _find_wrap(blocks: list[RawBlock]) -> Wrap | None:
    lines = [block for block in blocks if isinstance(block, RawParagraph)]
    sizes = sorted(len(line.text) for line in lines if line.text.strip())
    if len(sizes) < 8:
        return None
    width = sizes[int(len(sizes) * 0.97)]
    blank = len(lines) - len(sizes)
    near = sum(size >= 0.85 * width for size in sizes)
    small = sum(_SMALL.match(line.text) is not None for line in lines)
    marked = sum(line.line for line in lines) * 2 > len(lines)
    if 30 <= width <= 140 and near >= 0.2 * len(sizes) and small >= (0.1 if marked else 0.25) * len(sizes):
        return Wrap(width, parted=blank * 5 > len(sizes) or _parts_by_blanks(lines))
    parted = blank * 8 > len(sizes)
    enough = 3 if marked else 8
    return Wrap(_USUAL_WIDTH, parted=True) if parted and _breaks_sentences(blocks, enough) else None


def _parts_by_blanks(lines: list[RawParagraph]) -> bool:
    """Whether most numbered or dashed lines follow a blank line: then blank lines part all paragraphs."""
    marked = parted = 0
    for before, line in pairwise(lines):
        if _MARKER.match(line.text):
            marked += 1
            parted += not before.text.strip()
    return marked > 4 and parted * 10 > marked * 7


def _breaks_sentences(blocks: list[RawBlock], enough: int) -> bool:
    """Whether lines that no blank line parts often go on in mid-sentence, whatever their length: a format
    reader has joined some of them, or there are few."""
    pairs = going_on = 0
    before = ""
    for line in _all_lines(blocks):
        if before and line and not _MARKER.match(line):
            pairs += 1
            going_on += _SMALL.match(line) is not None and not _STOPS.search(before)
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


def _join_group(group: list[RawParagraph], wrap: Wrap | None) -> list[RawBlock]:
    """Paragraphs of lines that no blank line parts."""
    if not wrap or len(group) < 2:
        return list(group)
    out: list[RawBlock] = []
    texts = [group[0].text.strip()]
    head = group[0]
    for before, line in pairwise(group):
        opens = len(texts) == 1 and before is head and _MARKER.match(head.text) is not None
        if _belongs(before, line, wrap, _unclosed(texts), opens):
            texts.append(line.text.strip())
        else:
            out.append(_joined(head, texts))
            head, texts = line, [line.text.strip()]
    out.append(_joined(head, texts))
    return out


def _joined(head: RawParagraph, texts: list[str]) -> RawParagraph:
    text = " ".join(texts)
    return head if text == head.text else reworded(head, text)


def _belongs(before: RawParagraph, line: RawParagraph, wrap: Wrap, unclosed: bool, opens: bool) -> bool:
    """Whether `line` goes on with the sentence of `before`; `opens`: that is a numbered or dashed first line."""
    if line.heading or before.heading or line.centred != before.centred:
        return False
    stopped = _STOPS.search(before.text) is not None
    if _MARKER.match(line.text):
        return not stopped and (unclosed or (wrap.parted and len(before.text) >= 0.75 * wrap.width))
    if unclosed or _ONLY_LABEL.match(before.text) or (not stopped and _CONTINUES.match(line.text)):
        return True
    if wrap.parted:
        short_start = opens and len(before.text) <= _SHORT_FIRST and not line.text.isupper()
        return short_start or _same_block(before.text, line.text, wrap.width, stopped)
    first_word = line.text.strip().split(" ", 1)[0]
    return len(before.text.strip()) + len(first_word) >= 0.93 * wrap.width


def _same_block(before: str, line: str, width: int, stopped: bool) -> bool:
    """Two lines that no blank line parts, the second with a capital: one paragraph unless they are short."""
    if before.isupper() != line.isupper():
        return False
    if before.isupper() and len(before) >= 35 and not stopped:
        return True
    if stopped:
        return len(before) >= 0.6 * width or _SMALL.match(line) is not None
    return not before.isupper() or _HANGS.search(before) is not None


def _unclosed(texts: list[str]) -> bool:
    """Whether an emphasis mark was opened and not closed: what follows belongs to it."""
    return sum([text.count("**") for text in texts]) % 2 == 1


# --- cells ---------------------------------------------------------------------------------------


def _join_cells(table: RawTable, wrap: Wrap | None) -> RawTable:
    for cell in table.cells:
        if "\n" in cell.text:
            cell.text = join_cell(cell.text, wrap.width if wrap else 0)
    return table


def join_cell(text: str, width: int) -> str:
    """The paragraphs of one cell, parted by newlines."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    out: list[str] = lines[:1]
    last = out[0] if out else ""
    for at, line in enumerate(lines[1:], start=1):
        if _cell_goes_on(out[-1], last, line, width, at == 1):
            out[-1] += " " + line
        else:
            out.append(line)
        last = line
    return "\n".join(out)


def _cell_goes_on(whole: str, before: str, line: str, width: int, first: bool) -> bool:
    if whole.count("**") % 2 == 1 or (whole.count("*") % 2 == 1 and "**" not in whole):
        return True
    if _STOPS.search(before) or _MARKER.match(line):
        return False
    if _SMALL.match(line) or _HANGS.search(before) or line[0] in "(&/":
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
    if _STOPS.search(before.text) or before.heading or block.heading:
        return False
    if _is_dash(block):
        words = block.text.lstrip("* -")
        return (
            len(before.text) > 150
            and not _is_dash(before)
            and " ".join(words.lower().split()[:2]) not in VERBS
        )
    return _SMALL.match(block.text) is not None and not _MARKER.match(block.text) and len(before.text) > 40


def _is_dash(block: RawBlock) -> bool:
    return isinstance(block, RawParagraph) and block.text.lstrip("* ")[:2] == "- "
