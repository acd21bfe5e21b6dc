"""RawDocument -> lines of the report, without what only belongs to the page.

Left out: the symbol at the head (A/HRC/26/16), "page 15", printed page numbers, the job number at the foot (GE.14-...),
its bar code, footnotes. Soft hyphens are taken out. A row of a table is one line; a last cell that holds
nothing but States is put in brackets, as if printed at the end of the item.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from quyen.core.recommendations.names import are_known
from quyen.core.types import RawCell, RawDocument, RawParagraph, RawTable

_FURNITURE = re.compile(
    r"A/(?:HRC|CONF|\d)[\w/.\-()]*\*?(?:\s+page\s+\d+)?|(?:page\s+)\d+|\d{1,3}\s+(?:GE\.|A/HRC/).*"
    r"|(?:GE\.\s?\d\d-?\s?\d+).*|\*?\d{7}\*|\(E\)[\s\d]*|[-–—\s]*\d{1,3}\s*[-–—]?|please recycle.*"
    r"|\[?(?:english|french|spanish)(?: ?(?:only|/ ?\w+))*\]?|A/HRC/\S+\s+\d{1,3}",
    re.I,
)
_NOTE = re.compile(
    r"\*{1,4}\s+\S|[a-z]\s{2,}See |\d{1,2}\s+(?:the (?:original |full )?recommendations?\b.*\bread|see |ibid|as (?:read|made))",
    re.I,
)
_LABEL = re.compile(r"\d{1,3}\s?\.|\(?[a-z]{1,3}\)")
_DROPPED = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
_SPACES = re.compile(r"[^\S\n]+")
_RULE = re.compile(r"[_\-–—=]{5,}")


def lines_of(raw: RawDocument) -> list[str]:
    """The lines in reading order; "" where the page leaves a gap. Lists no line of a footnote."""
    kept: list[str] = []
    in_note, at_page = False, None
    for page, line in _all_lines(raw):
        furniture = bool(_FURNITURE.fullmatch(line))
        new_page = page != at_page
        at_page = page
        if in_note and (new_page or furniture or not line or _LABEL.match(line)):
            in_note = False
        in_note = in_note or bool(_NOTE.match(line))
        if not in_note and not furniture and not _RULE.fullmatch(line):
            kept.append(line)
    return kept


def _all_lines(raw: RawDocument) -> Iterator[tuple[int | None, str]]:
    for block in raw.blocks:
        if isinstance(block, RawTable):
            for line in _rows(block):
                yield block.page, line
        elif not block.footnote:
            yield from _paragraph(block)


def _paragraph(block: RawParagraph) -> Iterator[tuple[int | None, str]]:
    for line in re.split(r"[\n\f\v\u2028]", block.text):
        yield block.page, clean(line)


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


def clean(text: str) -> str:
    """One line of plain words: NFC, single spaces. A soft hyphen at its end stays, for the next line to join."""
    text = unicodedata.normalize("NFC", text).translate(_DROPPED)
    text = re.sub("\u00ad(?!\\s*$)", "", text)
    return _SPACES.sub(" ", text.replace("\n", " ")).strip()


def joined(lines: str) -> str:
    """Broken lines as one: "well-" and "being" keep their hyphen, a soft one goes, all else gets a space."""
    text = re.sub("\u00ad\\s*", "", lines)
    text = re.sub(r"(?<=[^\W\d_]-)\n+(?=[^\W\d_])|(?<=\w/)\n+(?=\w)", "", text)
    return re.sub(r"\s+", " ", text).strip()
