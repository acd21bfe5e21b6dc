"""Text files: lines as they stand; joining them is the work of the layout, the same for every format."""

from __future__ import annotations

import re

from quyen.core.text.encodings import decode
from quyen.core.types import RawDocument, RawParagraph, RawTable

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\Z")


def read_plain(data: bytes, kind: str) -> RawDocument:
    """One `RawParagraph(line=True)` for each line, "" for a blank one; a form feed starts a page.

    `kind` is "txt" or "md". Tables of pipes or tabs stay lines here: a .docx or .pdf that was made from
    such a file holds the same lines, so the layout finds the tables for all of them. Never raises.
    """
    return read_lines(decode(data)[0], kind)


def read_lines(text: str, kind: str) -> RawDocument:
    """The same for a text that is decoded already and NFC."""
    pages = text.split("\f") if "\f" in text else [text]
    blocks: list[RawParagraph | RawTable] = []
    for number, page in enumerate(pages, start=1):
        lines = _lines(page, number)
        if "#" in page:
            _read_headings(lines)
        blocks += lines
    return RawDocument(kind, blocks, pages=len(pages) if len(pages) > 1 else None, composed=True)


def _lines(page: str, number: int) -> list[RawParagraph]:
    """The lines of a page. A file has hundreds, so each is filled here, in half the time that `RawParagraph(...)` takes.
    Blank ones are one object: there is nothing in them to change."""
    blank = RawParagraph("", number, True)
    make = RawParagraph.__new__
    out: list[RawParagraph] = []
    for text in page.splitlines():
        line = blank
        if text:
            line = make(RawParagraph)
            line.text, line.page, line.line = text, number, True
            line.bold = line.italic = line.centred = line.footnote = False
            line.heading = None
        out.append(line)
    return out


def _read_headings(lines: list[RawParagraph]) -> None:
    """Turns `## Words` into a heading of the second level."""
    for line in lines:
        if line.text.startswith("#") and (found := _HEADING.match(line.text)):
            line.text, line.heading = found[2], len(found[1])
