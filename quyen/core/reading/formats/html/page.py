"""The elements of a page in reading order, as paragraphs and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from quyen.core.errors import TooLarge
from quyen.core.reading.formats.html.markers import marker
from quyen.core.reading.formats.html.tables import is_layout, read_table
from quyen.core.reading.formats.limits import Limits
from quyen.core.reading.formats.signs import clean
from quyen.core.types import RawParagraph, RawTable

_WORD = re.compile(r"\w+")
_DROPPED = set(
    _WORD.findall(
        "script style noscript template nav head iframe object embed svg canvas audio video select option button "
        "input textarea del s strike map"
    )
)
_BLOCKS = set(
    _WORD.findall(
        "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form "
        "h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table ul tr td th tbody"
    )
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD, _ITALIC = {"b", "strong", "th", *_HEADINGS}, {"i", "em", "cite"}
_BREAK = "\x0b"
_SPACES = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(f" ?{_BREAK} ?")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_CENTRE_STYLE = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_FOOTNOTE_MARK = re.compile(r"#_?(?:ftn|edn|fn|footnote)", re.IGNORECASE)
_FOOTNOTE = re.compile(r"_?(?:ftn|edn|fn|footnote)[:\d-]*\d", re.IGNORECASE)

Block = RawParagraph | RawTable


@dataclass(frozen=True, slots=True)
class _Around:
    """What the elements around a text say about it."""

    bold: bool = False
    italic: bool = False
    centred: bool = False
    heading: int | None = None
    pre: bool = False
    footnote: bool = False


def main_part(root: etree._Element) -> etree._Element:
    """`main` or `article` where it holds at least half of the words of the page, else the whole page."""
    whole = _size(root)
    for name in ("main", "article"):
        found = max(root.iter(name), key=_size, default=None)
        if found is not None and _size(found) * 2 >= whole:
            return found
    return root


def _size(element: etree._Element) -> int:
    """Characters of an element, scripts and the like left out."""
    total, skipped = 0, None
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if event == "end":
            skipped = None if inner is skipped else skipped
        elif skipped is None and inner.tag in _DROPPED:
            skipped = inner
        elif skipped is None:
            total += len((inner.text or "").strip())
    return total


class PageReader:
    """Collects the words of inline elements until a block ends, then hands on a paragraph."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._blocks: list[Block] = []
        self._pieces: list[str] = []
        self._bold = self._italic = True
        self._prefix = ""
        self._cells = limits.cells

    def read(self, part: etree._Element) -> list[Block]:
        """All blocks of a part of the page."""
        self._visit(part, _Around())
        self._flush(_Around())
        return self._blocks

    def _visit(self, element: etree._Element, around: _Around) -> None:
        tag = element.tag
        if not isinstance(tag, str) or _is_hidden(element, tag):
            return
        if tag == "br":
            self._pieces.append(_BREAK)
        elif tag == "table" and not is_layout(element):
            self._flush(around)
            self._table(element)
        elif tag in _BLOCKS:
            self._block(element, tag, around)
        elif not (tag == "sup" and _is_mark(element)):
            self._inside(element, _within(element, tag, around))

    def _block(self, element: etree._Element, tag: str, around: _Around) -> None:
        self._flush(around)
        if tag == "li":
            self._prefix = marker(element)
        inner = _within(element, tag, around)
        before = len(self._blocks)
        self._inside(element, inner)
        self._flush(inner)
        if tag == "p" and len(self._blocks) == before:
            self._add(RawParagraph(""))

    def _inside(self, element: etree._Element, around: _Around) -> None:
        self._say(element.text, around)
        for child in element:
            self._visit(child, around)
            self._say(child.tail, around)

    def _say(self, text: str | None, around: _Around) -> None:
        if not text:
            return
        if around.pre:
            text = text.replace("\r\n", "\n").replace("\n", _BREAK)
        if not text.isspace():
            self._bold = self._bold and around.bold
            self._italic = self._italic and around.italic
        self._pieces.append(text)

    def _flush(self, around: _Around) -> None:
        raw = "".join(self._pieces)
        text = raw if around.pre else _AROUND_BREAK.sub(_BREAK, _SPACES.sub(" ", raw)).strip(" " + _BREAK)
        text = clean(text.replace(_BREAK, "\n"))
        if text.strip():
            made = RawParagraph(self._prefix + text.strip("\n").rstrip())
            made.bold, made.italic, made.centred = self._bold, self._italic, around.centred
            made.heading, made.footnote = around.heading, around.footnote
            self._add(made)
            self._prefix = ""
        self._pieces = []
        self._bold = self._italic = True

    def _table(self, element: etree._Element) -> None:
        table = read_table(element, self._cells, self._cell_text)
        self._cells -= len(table.cells)
        if table.cells:
            self._blocks.append(table)

    def _cell_text(self, cell: etree._Element) -> str:
        inner = PageReader(replace(self._limits, cells=self._cells))
        lines: list[str] = []
        for block in inner.read_children(cell):
            texts = [block.text] if isinstance(block, RawParagraph) else [part.text for part in block.cells]
            lines += [text for text in texts if text.strip()]
        return "\n".join(lines)

    def read_children(self, element: etree._Element) -> list[Block]:
        """The blocks inside one cell."""
        self._inside(element, _Around())
        self._flush(_Around())
        return self._blocks

    def _add(self, paragraph: RawParagraph) -> None:
        if len(self._blocks) >= self._limits.blocks:
            raise TooLarge("Trang có quá nhiều đoạn.")
        self._blocks.append(paragraph)


def _within(element: etree._Element, tag: str, around: _Around) -> _Around:
    """What holds inside an element, given what holds around it."""
    style = element.get("style") or ""
    centred = around.centred
    if tag in _BLOCKS:
        align = (element.get("align") or "").lower()
        centred = tag == "center" or align == "center" or bool(_CENTRE_STYLE.search(style))
        centred = centred or (around.centred and not align and "text-align" not in style)
    return _Around(
        bold=around.bold or tag in _BOLD or bool(_BOLD_STYLE.search(style)),
        italic=around.italic or tag in _ITALIC,
        centred=centred,
        heading=_HEADINGS.get(tag, around.heading),
        pre=around.pre or tag == "pre",
        footnote=around.footnote or (tag == "div" and bool(_FOOTNOTE.fullmatch(element.get("id") or ""))),
    )


def _is_hidden(element: etree._Element, tag: str) -> bool:
    return tag in _DROPPED or "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style") or ""))


def _is_mark(element: etree._Element) -> bool:
    """A raised number that only leads to a footnote."""
    return any(_FOOTNOTE_MARK.match(link.get("href") or "") for link in element.iter("a"))
