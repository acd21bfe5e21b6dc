"""An ending printed in two columns becomes a table of two cells: recipients left, signature right.

Two ways of printing are known: the columns stand apart by runs of blanks or a tab, as in text that keeps the
page's layout; or one bar parts them in the list's last line, as in text made from a table whose cells hold several
lines. Nghị định 30/2020/NĐ-CP, Phụ lục I, part II, points 7 to 9, has both side by side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quyen.core.reading.layout.whole import Drawn, Lines
from quyen.core.text.folding import CAPITALS
from quyen.core.types import RawCell, RawTable

_LABEL = re.compile(r"[\s*_]*+n[ơo]i\s++nh[ậâa]n\b", re.I)
_BEGINS = frozenset("Nn*_ \t")
_GAP = re.compile(r"(?<=\S)(?: {3,}| *\t[ \t]*)(?=\S)")
_STORED = re.compile(r"[\s\-–—+•*]*+lưu\b", re.I)
_NAME = re.compile(
    rf"[\s*]*+(?:[^\W\d_]{{1,4}}\.\s?){{0,3}}[{CAPITALS}][^\W\d_]*+(?:\s[{CAPITALS}][^\W\d_]*+){{1,5}}[\s*]*+\Z"
)
_SIGNED = re.compile(r"\W*+(?:đã\s++ký|ký|chữ\s++ký)", re.I)
_ANNEX = re.compile(r"(?:PHỤ LỤC|BIỂU|MẪU|KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|DANH MỤC|ĐỀ CƯƠNG|QUY (?:CHẾ|ĐỊNH))\b")
_LONGEST = 60  # lines
_MOST_BLANK = 12  # lines in a row: room for signature and seal
_OFFICE = 6  # letters that tell an office in capitals
_INDENT = 20  # blanks before a line that stands in the right column alone
_HIGHEST = 4  # lines in which the signature's first line stands beside the list's
_ABOVE = 3  # lines of the signature over the words "Nơi nhận"


@dataclass(slots=True)
class _Sides:
    left: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)
    end: int = 0  # the first block after the ending
    stored: bool = False  # the list's last entry was seen
    named: bool = False  # the signer's name was seen

    @property
    def complete(self) -> bool:
        return self.stored and self.named

    def add(self, left: str, right: str) -> None:
        if left:
            self.left.append(left)
            self.stored = self.stored or _STORED.match(left) is not None
        if right:
            self.right.append(right)
            self.named = self.named or (len(self.right) > 1 and _is_name(right))


def part_endings(lines: Lines) -> Lines:
    """The lines with endings in two columns as tables. Linear: each is at most `_LONGEST` lines."""
    drawn: list[Drawn] = []
    done = 0
    barred = "|" in lines.whole
    for at in [at for at, text in enumerate(lines.texts) if text and text[0] in _BEGINS and _is_label(text)]:
        if at < done:
            continue
        sides = _by_blanks(lines, at) or (_by_bar(lines, at) if barred else None)
        if sides:
            first = _raised(lines.texts, done, at, sides)
            drawn.append(Drawn(first, sides.end, _as_table(sides, lines.blocks[at].page)))
            done = sides.end
    return lines.with_tables(drawn)


def _is_label(text: str) -> bool:
    return ("hận" in text or "HẬN" in text or "han" in text) and _LABEL.match(text) is not None


def _is_name(text: str) -> bool:
    return not text.isupper() and _NAME.match(text) is not None


def _is_office(text: str) -> bool:
    """Capitals as in "KT. CHỦ TỊCH"."""
    return len(text) > 4 and text.isupper()


# --- apart by blanks -----------------------------------------------------------------------------


def _by_blanks(lines: Lines, at: int) -> _Sides | None:
    sides = _Sides(end=at)
    blank = 0
    for here, text in enumerate(lines.texts[at : at + _LONGEST], start=at):
        if here - at == _HIGHEST and not sides.right:
            break
        if not text:
            if isinstance(lines.blocks[here], RawTable):
                break
            blank += 1
            if blank > _MOST_BLANK or sides.complete:
                break
            continue
        left, right = _halves(text)
        if _ends_before(sides, left, right, blank):
            break
        blank = 0
        sides.add(left, right)
        sides.end = here + 1
    return sides if sides.right and sides.left and _is_office(sides.right[0]) else None


def _halves(text: str) -> tuple[str, str]:
    """What stands in the left and in the right column of a line."""
    bare = text.strip()
    if len(text) - len(text.lstrip()) >= _INDENT:
        return "", bare
    gap = _GAP.search(text) if "   " in text or "\t" in text else None
    if gap:
        return text[: gap.start()].strip(), text[gap.end() :].strip()
    return ("", bare) if text[:1] == "\t" else (bare, "")


def _ends_before(sides: _Sides, left: str, right: str, blank: int) -> bool:
    """Whether this line is no part of the ending any more."""
    if left and sides.stored and (blank or not left[0].islower()):
        return True  # the list is over
    if left and blank and not sides.stored and not right:
        return left[0] not in "-–+•*"
    return bool(right) and (sides.complete or (sides.stored and _ANNEX.match(right) is not None))


# --- a bar in the last line ----------------------------------------------------------------------


def _by_bar(lines: Lines, at: int) -> _Sides | None:
    """`- Lưu: VT. | BỘ TRƯỞNG`, the name below or in the same line."""
    sides = _Sides(end=at)
    for here, line in enumerate(lines.texts[at : at + _LONGEST], start=at):
        text = line.strip(" |")
        if not text or sides.stored:
            return None
        left, bar, right = text.partition("|")
        sides.add(left.strip(), "")
        if bar:
            right = right.strip()
            if not _is_office(right[:_OFFICE]):
                return None
            sides.add("", right)
            sides.named = not right.isupper()
            sides.end = here + 1
            return _with_name(lines, sides)
    return None


def _with_name(lines: Lines, sides: _Sides) -> _Sides:
    """The lines of the right cell that follow, up to the name."""
    blank = 0
    start = sides.end
    for here, line in enumerate(lines.texts[start : start + _LONGEST], start=start):
        if isinstance(lines.blocks[here], RawTable) or blank > _MOST_BLANK or sides.named:
            break
        text = line.strip(" |")
        if not text:
            blank += 1
            continue
        if not (_is_name(text) or _SIGNED.match(text) or (_is_office(text) and not blank)):
            break
        blank = 0
        sides.add("", text)
        sides.end = here + 1
    return sides


def _raised(texts: list[str], done: int, at: int, sides: _Sides) -> int:
    """Where the ending begins: the signature's first lines may stand alone above the words "Nơi nhận"."""
    first = at
    while first > max(done, at - _ABOVE):
        line = texts[first - 1]
        if not line.startswith(" " * _INDENT) or not _is_office(line.strip()):
            break
        first -= 1
        sides.right.insert(0, line.strip())
    return first


def _as_table(sides: _Sides, page: int | None) -> RawTable:
    cells = [RawCell("\n".join(sides.left), 0, 0), RawCell("\n".join(sides.right), 0, 1)]
    return RawTable(cells, rows=1, columns=2, page=page, ruled=False)
