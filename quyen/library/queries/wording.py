"""The body of a product: plain text with three marks, in and out.

"## " begins a heading, "- " a point of a list, an empty line a new paragraph. There is no other mark and no HTML, so that
nothing in a text can ever run, quotes and differences are found by letters, and a loudspeaker's script is the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from lxml import html
from lxml.etree import ParserError

HEADING, POINT, PARAGRAPH = "heading", "point", "paragraph"
_LOOKS_LIKE_HTML = re.compile(
    r"<(?:p|div|span|h[1-6]|ul|ol|li|table|br|html|body|!--|o:p|script|style)\b", re.I
)
_BREAKS = {"p", "div", "tr", "table", "ul", "ol", "blockquote", "section", "article", "body", "figure"}
_KEPT = "\n\t\u200b\u200c\u200d\u200e\u200f"  # Khmer parts its words by signs that nobody sees
_SILENT = {
    "script",
    "style",
    "head",
    "title",
    "template",
    "noscript",
    "iframe",
    "object",
    "svg",
    "math",
    "xml",
}


@dataclass(frozen=True)
class Part:
    """A heading, a point or a paragraph: `text` stands at `start` of the whole, letter for letter."""

    kind: str
    text: str
    start: int


def parts_of(text: str) -> tuple[Part, ...]:
    """In the order of the text; never an error, whatever the text."""
    return tuple(_parts(text))


def _parts(text: str) -> Iterator[Part]:
    held: list[tuple[int, str]] = []
    after = 0
    for line in text.split("\n"):
        start, after = after, after + len(line) + 1
        mark = re.match(r"\s*(#{2,3}|[-•+*])[ \t]+(?=\S)", line)
        if held and (mark or not line.strip()):
            yield _paragraph(held)
            held = []
        if mark:
            kind = HEADING if "#" in mark[1] else POINT
            yield Part(kind, line[mark.end() :].rstrip(), start + mark.end())
        elif line.strip():
            held.append((start, line))
    if held:
        yield _paragraph(held)


def _paragraph(lines: list[tuple[int, str]]) -> Part:
    start = lines[0][0]
    whole = "\n".join(line for _at, line in lines)
    lead = len(whole) - len(whole.lstrip())
    return Part(PARAGRAPH, whole.strip(), start + lead)


def grouped(parts: tuple[Part, ...]) -> tuple[tuple[str, tuple[Part, ...]], ...]:
    """Points that follow one another are one list."""
    found: list[tuple[str, tuple[Part, ...]]] = []
    for kind, some in groupby(parts, key=lambda part: part.kind):
        rows = tuple(some)
        found += [(kind, rows)] if kind == POINT else [(kind, (row,)) for row in rows]
    return tuple(found)


def cleaned(text: str) -> str:
    """As it is kept: NFC, one kind of line end, no signs that nobody sees; out of pasted HTML only its words, with
    headings and points under our marks."""
    if _LOOKS_LIKE_HTML.search(text):
        text = _words_of(text)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = "".join(sign for sign in text if sign in _KEPT or unicodedata.category(sign) not in ("Cc", "Cf"))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t\u00a0]+(?=\n|\Z)", "", text)).strip()


def _words_of(source: str) -> str:
    try:
        root = html.fragment_fromstring(source, create_parent="div")
    except (ParserError, ValueError):
        return re.sub(r"<[^<>]*>", " ", source)
    return re.sub(r"[ \t]*\n[ \t]*", "\n", "".join(_said(root)))


def _said(node: html.HtmlElement) -> Iterator[str]:
    """The words of one element and all in it, without recursion deeper than lxml's own limit of nesting."""
    name = node.tag.lower() if isinstance(node.tag, str) else ""
    if name and name.rpartition(":")[2] not in _SILENT:
        yield _opening(name)
        yield _flat(node.text)
        for child in node:
            yield from _said(child)
            yield _flat(child.tail)
        yield "\n\n" if name in _BREAKS or re.fullmatch(r"h[1-6]", name) else ""


def _opening(name: str) -> str:
    if re.fullmatch(r"h[1-6]", name):
        return "\n\n## "
    return {"li": "\n- ", "br": "\n", "td": " ", "th": " "}.get(name, "\n\n" if name in _BREAKS else "")


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
