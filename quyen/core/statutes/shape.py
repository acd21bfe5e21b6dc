"""What a text of law is made of, whatever file it came in."""

from __future__ import annotations

from quyen.core.errors import FileRefused
from quyen.core.types import value

HOLDERS = ("part", "chapter", "section")
Piece = tuple[str, str, int, int, int]  # path, printed sign, start, end, level


class NoArticles(FileRefused):
    """The file can be opened, but no article is found in it."""

    advice = "Hãy kiểm tra rằng mỗi điều bắt đầu bằng “Điều 1.” hoặc “Article 1” ở đầu dòng. Chưa lưu gì."


@value
class Paragraph:
    """One paragraph of an article. `tail`: the clause or point that it belongs to ("2", "3.b"; empty for the article
    itself); `sign` as printed ("2.", "(a)"), empty where it bears none; `level` 0 to 3."""

    text: str
    tail: str = ""
    sign: str = ""
    level: int = 0


@value
class Unit:
    """A part, chapter or section (without paragraphs), the preamble, or an article. `path` is its place in any text of
    this instrument: "part-III", "preamble", "19"."""

    kind: str
    number: str
    path: str
    heading: str = ""
    paragraphs: tuple[Paragraph, ...] = ()


@value
class Statute:
    """In reading order. `language`: a BCP 47 tag, empty where the file does not say and it cannot be told."""

    units: tuple[Unit, ...]
    title: str = ""
    language: str = ""
    code: str = ""
    notes: tuple[str, ...] = ()

    @property
    def articles(self) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.units if unit.kind == "article")


def passage(unit: Unit) -> tuple[str, list[Piece]]:
    """The whole text of an article, paragraphs parted by a newline, and where each paragraph stands in it."""
    lines: list[str] = []
    pieces: list[Piece] = []
    start = 0
    for one in unit.paragraphs:
        line = f"{one.sign} {one.text}".strip()
        path = f"{unit.path}.{one.tail}" if one.tail else unit.path
        pieces.append((path, one.sign, start, start + len(line), one.level))
        lines.append(line)
        start += len(line) + 1
    return "\n".join(lines), pieces
