"""Tables of a page: their grid with spans, and which of them only lay out the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from quyen.core.errors import TooLarge
from quyen.core.types import RawCell, RawTable

_SECTIONS = {"thead", "tbody", "tfoot"}
_MOST_SPAN = 1000
_MOST_COLUMNS = 2000


def is_layout(table: etree._Element) -> bool:
    """A table that holds other tables, has one cell, or has one cell with nearly all words in many blocks."""
    if next((inner for inner in table.iter("table") if inner is not table), None) is not None:
        return True
    cells = [cell for row in _rows(table) for cell in _cells(row)]
    if len(cells) < 2:
        return True
    if len(cells) > 12:
        return False
    sizes = [sum(map(len, cell.itertext())) for cell in cells]
    largest = max(range(len(cells)), key=sizes.__getitem__)
    blocks = sum(1 for _ in cells[largest].iter("p", "div", "li", "h1", "h2", "h3"))
    return sizes[largest] > 0.8 * sum(sizes) and blocks > 5


def read_table(table: etree._Element, most: int, text_of: Callable[[etree._Element], str]) -> RawTable:
    """The grid of a table; `most` is how many cells are still allowed."""
    cells: list[RawCell] = []
    taken: dict[int, int] = {}  # column -> first row that is free again
    rows = columns = 0
    for row in _rows(table):
        column = 0
        for element in _cells(row):
            while taken.get(column, 0) > rows:
                column += 1
            down, across = _span(element, "rowspan"), _span(element, "colspan")
            cells.append(RawCell(text_of(element), rows, column, down, across))
            if len(cells) > most or column + across > _MOST_COLUMNS:
                raise TooLarge("Bảng có quá nhiều ô hoặc quá nhiều cột.")
            for at in range(column, column + across):
                taken[at] = rows + down
            column += across
        columns = max(columns, column)
        rows += 1
    for cell in cells:
        cell.row_span = min(cell.row_span, rows - cell.row)
    return RawTable(cells, rows, columns)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for element in table:
        if element.tag == "tr":
            yield element
        elif element.tag in _SECTIONS:
            yield from (row for row in element if row.tag == "tr")


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return (cell for cell in row if cell.tag in ("td", "th"))


def _span(element: etree._Element, name: str) -> int:
    """A span of 1..1000; 0 means to the end of the table."""
    text = (element.get(name) or "1").strip()
    if not text.isdecimal() or len(text) > 6:
        return 1
    return min(int(text) or _MOST_SPAN, _MOST_SPAN)
