"""RawDocument -> lines of the report, without what only belongs to the page.

Left out: the symbol at the head (A/HRC/26/16), "page 15", printed page numbers, the job number at the foot (GE.14-...),
its bar code, footnotes. Soft hyphens are taken out. A row of a table is one line; a last cell that holds
nothing but States is put in brackets, as if printed at the end of the item.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from quyen.core.recommendations.flowing import in_lines
from quyen.core.recommendations.names import are_known
from quyen.core.types import RawCell, RawDocument, RawParagraph, RawTable

_FURNITURE = re.compile(
    r"A/(?:HRC|CONF|\d)[\w/.\-()]*\*?(?:\s+page\s+\d+)?|(?:page\s+)\d+|\d{1,3}\s+(?:GE\.|A/HRC/).*"
    r"|(?:GE\.\s?\d\d-?\s?\d+).*|\*?\d{7}\*|\(E\)[\s\d]*|[-–—\s]*\d{1,3}\s*[-–—]?|please recycle.*"
    r"|\[?(?:english|french|spanish)(?: ?(?:only|/ ?\w+))*\]?|A/HRC/\S+\s+\d{1,3}",
    re.I,
)
_NOTE = re.compile(
    r"\*{1,4}\s+\S|[a-z]\s{2,}See |(?:\d{1,2}|\*+)?\s*conclusions and(?:/or)? recommendations (?:have|will) not be|\d{1,2}\s+(?:the (?:original |full )?recommendations?\b.*\bread|see |ibid|as (?:read|made))",
    re.I,
)
_STARS = 4  # more lines with a star than that are a list, not footnotes
_LABEL = re.compile(r"\d{1,3}\s?\.|\(?[a-z]{1,3}\)")
_DROPPED = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
_SPACES = re.compile(r"[^\S\n]+")
_DOTTED = re.compile(r"\s*\d{1,3}\.\d{1,3}\b")
_MARK = re.compile(
    r"(?<!article)(?<!paragraph)(?<!covid)(?:(?<=[a-z]{3})|(?<=\b[A-Z][a-z])|(?<=[a-z]{3},))\d{1,2}(?=[\s,;.)]|$)"
)
_BEHIND = re.compile(
    r"(?<=[^\W\d_]\))\d{1,2}(?=\s*(?:[;,.]|$))|(?<=\)[;.])\d{1,2}(?=\s*$|\s+\d{1,3}\.\s?[\dA-Z])"
)
_AT_EDGE = re.compile(
    r"(?<=[;.)])\s+(?:\d{1,3}\s+)?(?:A/HRC/|GE\.\s?\d\d).{0,60}$|^A/HRC/[\w/.]+\s+(?=\d{1,3}\.\s?\d)"
)
_STUCK = re.compile(
    r"(?<=[;.)])\s+(?=\d{1,3}\.\s+(?:The|All|These|Of|Any)\s)|(?<=[^\W\d_]\))(?=\d{1,3}\.[^\W\d])"
)
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?![\w-])")
_HALF = re.compile(r"\S{1,40}-\n+\S{1,40}")
_CUT = re.compile(r"(?<![\w-])([^\W\d_]+)-\n*([^\W\d_A-Z]+)(?![\w-])")
_SYMBOL = re.compile(r"A/HRC/(?:WG\.6/)?\d+/[\w/.]+")
_HEADS = 2  # so often the symbol stands alone
_RULE = re.compile(r"[_\-–—=]{5,}")

_Line = tuple[int | None, str]


def lines_of(raw: RawDocument) -> list[str]:
    """The lines in reading order; "" where the page leaves a gap. Holds no line of a footnote."""
    kept: list[str] = []
    in_note, at_page, label = False, None, 0
    read = _without_heads(list(_all_lines(raw)))
    starred = sum(line.startswith("* ") for _, line in read) > _STARS
    for page, line in read:
        furniture = bool(_FURNITURE.fullmatch(line))
        if in_note and (page != at_page or furniture or not line or _LABEL.match(line)):
            in_note = False
        at_page = page
        in_note = in_note or (bool(_NOTE.match(line)) and not (starred and line.startswith("* ")))
        label = _alone(line, kept, label)
        if label and line == str(label):
            kept.append(f"{label}.")
        elif not in_note and not furniture and not _RULE.fullmatch(line):
            kept.append(_BEHIND.sub("", _MARK.sub("", line)))
    return _whole_words(kept)


def _without_heads(read: list[_Line]) -> list[_Line]:
    """Without the report's symbol at the end or the beginning of a line: the head of a page that was read as part of the
    paragraph which goes on there. The symbol is known, for on other pages it stands alone."""
    alone = Counter(line for _, line in read if _SYMBOL.fullmatch(line))
    heads = [line for line, times in alone.items() if times >= _HEADS]
    if not heads:
        return read
    either = "|".join(map(re.escape, heads))
    at_edge = re.compile(rf"(?:(?<=.)\s+|(?<=[a-z]-))(?:{either})$|^(?:{either})\s+(?=.)")
    return [(page, at_edge.sub("", line)) for page, line in read]


def _alone(line: str, kept: list[str], label: int) -> int:
    """The last of the numbers that stand alone and count items: "1" after an announcement, then "2" ... Others are
    page numbers."""
    if line == "1" and next((one for one in reversed(kept) if one), "").endswith(":"):
        return 1
    return label + 1 if label and line == str(label + 1) else label


def _all_lines(raw: RawDocument) -> Iterator[_Line]:
    in_item = False  # small letters at the foot of a page that are items all the same
    for block in raw.blocks:
        if isinstance(block, RawTable):
            for line in _rows(block):
                yield block.page, line
            continue
        in_item = block.footnote and (in_item or bool(_DOTTED.match(block.text)))
        if in_item or not block.footnote:
            for line in _paragraph(block):
                yield block.page, line


def _paragraph(block: RawParagraph) -> Iterator[str]:
    for line in re.split(r"[\n\f\v\u2028]", in_lines(block.text)):
        plain = _ANSWER.sub("", clean(line))  # "A - 69.1": lists of UPR Info put the answer before the number
        yield from _STUCK.sub("\n", _AT_EDGE.sub("", plain)).split("\n")


def _whole_words(lines: list[str]) -> list[str]:
    """ "Con-vention", cut by the typesetter, is whole again where the report has "Convention" and no "vention"."""
    text = "\n".join(lines)
    known = {word.lower() for word in _WORD.findall(_HALF.sub(" ", text))}

    def mended(found: re.Match[str]) -> str:
        whole = found[1] + found[2]
        return whole if whole.lower() in known and found[2] not in known else found[0]

    return _CUT.sub(mended, text).split("\n")


def _rows(table: RawTable) -> Iterator[str]:
    cells = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    for _, row in groupby(cells, key=lambda cell: cell.row):
        yield _row(list(row))


def _row(cells: list[RawCell]) -> str:
    words = [clean(cell.text.replace("\n", " ")) for cell in cells]
    words = [word for word in words if word]
    if len(words) > 1 and "(" not in words[-2] and are_known(words[-1]):
        words[-1] = f"({words[-1]})"
    return " ".join(words)


_ANSWER = re.compile(r"^(?:A|R|P|S|N|NC)\s?[-–—]\s?(?=\d{1,3}\s?\.\s?\d)")


def clean(text: str) -> str:
    """One line of plain words: NFC, single spaces. A soft hyphen at its end stays, for the next line to join."""
    text = unicodedata.normalize("NFC", text).translate(_DROPPED)
    text = re.sub("\u00ad(?!\\s*$)", "", text)
    return _SPACES.sub(" ", text.replace("\n", " ")).strip()


def joined(lines: str) -> str:
    """Broken lines as one: "well-" and "being", "2005-" and "2009" keep their hyphen, a soft one goes, all else gets a space."""
    text = re.sub("\u00ad\\s*", "", lines)
    text = re.sub(r"(?<=[^\W\d_]-)\n+(?=[^\W\d_])|(?<=\d[-–])\n+(?=\d)|(?<=\w/)\n+(?=\w)", "", text)
    return re.sub(r"\s+", " ", text).strip()
