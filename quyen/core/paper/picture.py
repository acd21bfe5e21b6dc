"""A coverage as a picture: SVG made of words and shapes, so that it can be printed, read aloud and put in a report.

A state is told by its word and by the shape of its box (filled, outlined, dashed), never by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from quyen.core.paper.measure import balanced, width, wrapped
from quyen.core.paper.signs import fit

# The light values of the design's tokens (quyen.css); a picture in a report is always on white paper.
PAPER, INK, MUTED, LINE, SOFT = "#fff", "#1c2126", "#56606a", "#dfdbd2", "#f3f0e9"
REGULAR = "'Be Vietnam Pro',system-ui,sans-serif"
BOLD = "'Be Vietnam Pro SemiBold','Be Vietnam Pro',system-ui,sans-serif"
SIZE, SMALL, STEP = 14.0, 12.0, 19.0
EDGE, FIRST, OTHER = 24.0, 380.0, 132.0
DEEPEST = 4  # lines of one row's text


@dataclass(frozen=True, slots=True)
class Look:
    """`word` stands in the box where a cell brings none of its own."""

    word: str
    meaning: str
    fill: str
    stroke: str
    ink: str
    dash: str = ""


LOOKS = {
    "covered": Look("có", "có, cùng giá trị", "#e4f2ea", "#e4f2ea", "#1f7a4d"),
    "differs": Look("khác", "có, khác giá trị", "#fbf0d9", "#8a5a00", "#8a5a00"),
    "missing": Look("không", "không thấy", PAPER, "#8b929a", MUTED, "4 3"),
    "proposed": Look("?", "máy đề xuất, chờ duyệt", "#e6eff8", "#0b5394", "#0b5394", "1 3"),
}


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """`state` one of LOOKS; `words` are shown instead of the state's own ("100%", "không nêu số")."""

    state: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """`group` heads the rows that follow one another with the same group ("Chỉ tiêu")."""

    group: str
    text: str
    cells: tuple[MatrixCell, ...]
    value: str = ""


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A parent's rows against the plans below it. Each row has as many cells as there are columns."""

    title: str
    parent: str
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...] = field(default=())
    note: str = ""


def coverage_svg(matrix: Matrix) -> str:
    """The picture as SVG text; its title and description say in words what it shows."""
    wide = 2 * EDGE + FIRST + OTHER * max(1, len(matrix.columns))
    parts = list(_Drawing(matrix, wide).parts())
    tall = float(parts.pop())
    name = quoteattr(f"{matrix.title}: {_described(matrix)}")
    return fit(
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label={name} '
        f'width="{wide:g}" height="{tall:g}" viewBox="0 0 {wide:g} {tall:g}">'
        f"<title>{escape(matrix.title)}</title><desc>{escape(_described(matrix))}</desc>"
        f'<rect width="{wide:g}" height="{tall:g}" fill="{PAPER}"/>{"".join(parts)}</svg>'
    )


def coverage_png(svg: str, fonts: Sequence[Path], *, zoom: float = 2.0) -> bytes:
    """The picture as PNG. `fonts` are .ttf or .otf files that carry Vietnamese; no other font is looked for.

    Raises FileNotFoundError where a font is missing, because the text would silently be left out."""
    import resvg_py

    for font in fonts:
        if not font.is_file():
            raise FileNotFoundError(font)
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=zoom,
        skip_system_fonts=True,
        font_files=[str(font) for font in fonts],
        font_family="Be Vietnam Pro",
        sans_serif_family="Be Vietnam Pro",
        languages=["vi"],
    )


def _described(matrix: Matrix) -> str:
    """ "12 nội dung của X. Kế hoạch A: có 5, khác 1, không 6. ..." """
    said = [f"{len(matrix.rows)} nội dung của {matrix.parent}."]
    for place, column in enumerate(matrix.columns):
        states = [row.cells[place].state for row in matrix.rows]
        counts = [f"{look.meaning} {states.count(state)}" for state, look in LOOKS.items() if state in states]
        said.append(f"{column.name}: {'; '.join(counts) or 'chưa đối chiếu'}.")
    return " ".join(said)


class _Drawing:
    """Draws from the top down; `y` is where the next part begins. The last part is the height of all."""

    def __init__(self, matrix: Matrix, wide: float) -> None:
        self.matrix, self.wide, self.y = matrix, wide, EDGE

    def parts(self) -> Iterator[str]:
        yield from self._head()
        for group, rows in groupby(self.matrix.rows, key=lambda row: row.group):
            yield from self._group(group)
            for row in rows:
                yield from self._row(row)
        yield from self._sums()
        yield from self._legend()
        yield f"{self.y + EDGE - STEP:g}"

    def _head(self) -> Iterator[str]:
        for line in wrapped(self.matrix.title, 20, self.wide - 2 * EDGE):
            yield _text(EDGE, self.y + 20, line, 20, bold=True)
            self.y += 28
        if self.matrix.note:
            for line in wrapped(self.matrix.note, SMALL, self.wide - 2 * EDGE):
                yield _text(EDGE, self.y + SMALL, line, SMALL, ink=MUTED)
                self.y += STEP
        self.y += 12
        names = [balanced(column.name, SMALL, OTHER - 12) for column in self.matrix.columns]
        notes = [
            wrapped(column.note, SMALL, OTHER - 12) if column.note else [] for column in self.matrix.columns
        ]
        deep = max([len(name) + len(note) for name, note in zip(names, notes, strict=True)] or [1])
        yield _text(
            EDGE + 8, self.y + SMALL, self.matrix.parent, SMALL, bold=True, ink=MUTED, room=FIRST - 16
        )
        for place, (name, note) in enumerate(zip(names, notes, strict=True)):
            for step, line in enumerate([*name, *note]):
                bold = step < len(name)
                ink = INK if bold else MUTED
                yield _text(
                    _middle(place), self.y + SMALL + 16 * step, line, SMALL, bold=bold, ink=ink, middle=True
                )
        self.y += 16 * deep + 8
        yield self._rule()

    def _group(self, group: str) -> Iterator[str]:
        if not group:
            return
        yield _box(EDGE, self.y, self.wide - 2 * EDGE, 28, SOFT)
        yield _text(EDGE + 8, self.y + 19, group, SMALL, bold=True, ink=MUTED)
        self.y += 28

    def _row(self, row: MatrixRow) -> Iterator[str]:
        lines = wrapped(row.text, SIZE, FIRST - 16, most=DEEPEST)
        tall = max(44.0, STEP * (len(lines) + bool(row.value)) + 14)
        yield f"<g><title>{escape(row.text)}</title>"
        for step, line in enumerate(lines):
            yield _text(EDGE + 8, self.y + 20 + STEP * step, line, SIZE)
        if row.value:
            yield _text(EDGE + 8, self.y + 20 + STEP * len(lines), row.value, SMALL, ink=MUTED)
        yield "</g>"
        for place, cell in enumerate(row.cells):
            yield from _cell(place, self.y, tall, cell, f"{self.matrix.columns[place].name}: {row.text}")
        self.y += tall
        yield self._rule()

    def _sums(self) -> Iterator[str]:
        if not self.matrix.rows:
            return
        yield _text(EDGE + 8, self.y + 24, "Đã theo (có)", SIZE, bold=True)
        for place in range(len(self.matrix.columns)):
            kept = sum(row.cells[place].state == "covered" for row in self.matrix.rows)
            share = kept / len(self.matrix.rows)
            middle, bar = _middle(place), OTHER - 40
            words = f"{kept}/{len(self.matrix.rows)}"
            yield _text(middle, self.y + 20, words, SIZE, bold=True, middle=True)
            yield _box(middle - bar / 2, self.y + 28, bar, 6, SOFT, round_by=3)
            if share:
                yield _box(middle - bar / 2, self.y + 28, bar * share, 6, "#1f7a4d", round_by=3)
        self.y += 44
        yield self._rule()

    def _legend(self) -> Iterator[str]:
        self.y += 16
        x = EDGE
        for look in LOOKS.values():
            box = width(look.word, SMALL) + 16
            whole = box + 8 + width(look.meaning, SMALL) + 24
            if x + whole > self.wide - EDGE and x > EDGE:
                x, self.y = EDGE, self.y + 30
            yield _box(x, self.y, box, 22, look.fill, look.stroke, look.dash)
            yield _text(x + box / 2, self.y + 15, look.word, SMALL, bold=True, ink=look.ink, middle=True)
            yield _text(x + box + 8, self.y + 15, look.meaning, SMALL, ink=MUTED)
            x += whole
        self.y += 22 + STEP

    def _rule(self) -> str:
        return f'<path d="M{EDGE:g} {self.y:g}H{self.wide - EDGE:g}" stroke="{LINE}" stroke-width="1" fill="none"/>'


def _middle(place: int) -> float:
    return EDGE + FIRST + OTHER * (place + 0.5)


def _cell(place: int, top: float, tall: float, cell: MatrixCell, about: str) -> Iterable[str]:
    look = LOOKS[cell.state]
    lines = balanced(cell.words or look.word, SMALL, OTHER - 36)[:2]
    wide = max(44.0, max(width(line, SMALL) for line in lines) + 20)
    high = 10 + 16.0 * len(lines)
    x, y = _middle(place) - wide / 2, top + (tall - high) / 2
    yield f"<g><title>{escape(about)} – {escape(look.meaning)}</title>"
    yield _box(x, y, wide, high, look.fill, look.stroke, look.dash)
    for step, line in enumerate(lines):
        yield _text(_middle(place), y + 17 + 16 * step, line, SMALL, bold=True, ink=look.ink, middle=True)
    yield "</g>"


def _box(
    x: float,
    y: float,
    wide: float,
    high: float,
    fill: str,
    stroke: str = "",
    dash: str = "",
    *,
    round_by: float = 4,
) -> str:
    edge = f' stroke="{stroke}"' if stroke else ""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" rx="{round_by:g}" '
        f'fill="{fill}"{edge}{dashed}/>'
    )


def _text(
    x: float,
    y: float,
    words: str,
    size: float,
    *,
    bold: bool = False,
    ink: str = INK,
    middle: bool = False,
    room: float | None = None,
) -> str:
    shown = wrapped(words, size, room, most=1)[0] if room else words
    family, weight = (BOLD, 600) if bold else (REGULAR, 400)
    anchor = ' text-anchor="middle"' if middle else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="{family}" font-size="{size:g}" font-weight="{weight}" '
        f'fill="{ink}"{anchor}>{escape(shown)}</text>'
    )
