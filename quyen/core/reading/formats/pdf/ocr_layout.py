"""Tesseract's words with their boxes as pages of lines, so that a scan is put together as a PDF is."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from quyen.core.reading.formats.pdf.chars import Piece
from quyen.core.reading.formats.pdf.pages import Page, placed
from quyen.core.reading.formats.pdf.tables import in_lines

_PAGE, _WORD = "1", "5"  # levels of the table that Tesseract writes
_HOLE = 1.1  # letter heights between two words that stand in two columns


@dataclass(slots=True)
class _Word:
    text: str
    left: float
    top: float
    right: float
    foot: float


def ocr_pages(table: str, dpi: float, first: int = 1) -> list[Page]:
    """The pages of Tesseract's "tsv": its columns are level, page, block, paragraph, line, word, left, top,
    width, height, confidence, text, in pixels. `first` is the number of the first page."""
    pages: list[Page] = []
    lines: dict[tuple[str, ...], list[_Word]] = {}
    for row in table.splitlines()[1:]:
        fields = row.split("\t")
        if len(fields) < 11:
            continue
        left, top, wide, high = (float(field) * 72 / dpi for field in fields[6:10])
        if fields[0] == _PAGE:
            _finish(pages, lines)
            pages.append(Page(first + len(pages), 0.0, wide))
        elif fields[0] == _WORD and len(fields) > 11 and fields[11].strip():
            word = _Word(fields[11].strip(), left, top, left + wide, top + high)
            lines.setdefault(tuple(fields[1:5]), []).append(word)
    _finish(pages, lines)
    return pages


def _finish(pages: list[Page], lines: dict[tuple[str, ...], list[_Word]]) -> None:
    """Puts the lines collected so far on the last page."""
    if pages:
        sizes = [_size(words) for words in lines.values()]
        usual = median(sizes) if sizes else 0.0
        pieces = [piece for words in lines.values() for piece in _pieces(words, usual)]
        pages[-1].letters = sum(len(piece.text) for piece in pieces)
        items = sorted(placed(in_lines(pieces), pages[-1].number), key=lambda item: item[0])
        pages[-1].items = [item for _, item in items]
    lines.clear()


def _size(words: list[_Word]) -> float:
    return median(word.foot - word.top for word in words) / 1.05


def _pieces(words: list[_Word], usual: float) -> list[Piece]:
    """The words of one line, cut where a hole is too wide for a blank. How high a line stands depends on its
    letters: it is taken for the usual size of the page where it is near that."""
    own = _size(words)
    size = usual if 0.6 < own / max(usual, 0.1) < 1.5 else own
    foot = median(word.foot for word in words) - 0.15 * size
    groups: list[list[_Word]] = []
    for word in sorted(words, key=lambda word: word.left):
        if groups and word.left - groups[-1][-1].right < _HOLE * size:
            groups[-1].append(word)
        else:
            groups.append([word])
    return [
        Piece(
            " ".join(word.text for word in group), group[0].left, group[-1].right, foot, size, False, False, 0
        )
        for group in groups
    ]
