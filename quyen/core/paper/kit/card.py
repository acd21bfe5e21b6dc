"""The picture that stands above a post: 1200 by 630, as the large channels cut it."""

from __future__ import annotations

import io
import re
from xml.sax.saxutils import escape

from PIL import Image, ImageOps

from quyen.core.paper.kit.faces import Faces
from quyen.core.paper.kit.told import Told, labels_of
from quyen.core.paper.measure import wrapped

WIDE, HIGH = 1200, 630
BAND, INK, PAPER, LOTUS = 96, "#1c2126", "#fbfaf7", "#9b2247"
_EDGE = 56


def card_jpeg(told: Told, faces: Faces) -> bytes:
    """The product's picture with a band that names who issues it; without a picture its title in large letters."""
    ground = _picture(told.picture) if told.picture else Image.new("RGB", (WIDE, HIGH), PAPER)
    with Image.open(io.BytesIO(_drawn(told, faces))) as words:
        drawn = words.convert("RGBA")
    ground.paste(drawn, (0, 0), drawn)
    out = io.BytesIO()
    ground.save(out, "JPEG", quality=88, optimize=True, progressive=True)
    return out.getvalue()


def _picture(content: bytes) -> Image.Image:
    """The middle of the picture, filling the room above the band."""
    with Image.open(io.BytesIO(content)) as opened:
        cut = ImageOps.fit(
            opened.convert("RGB"), (WIDE, HIGH - BAND), Image.Resampling.LANCZOS, centering=(0.5, 0.4)
        )
    ground = Image.new("RGB", (WIDE, HIGH), PAPER)
    ground.paste(cut, (0, 0))
    return ground


def _drawn(told: Told, faces: Faces) -> bytes:
    import resvg_py

    fonts = faces.for_words(told.title + told.units + labels_of(told.language).issued_by)
    made: bytes = resvg_py.svg_to_bytes(
        svg_string=_svg(told), skip_system_fonts=True, font_files=[str(font) for font in fonts],
        font_family="Be Vietnam Pro", sans_serif_family="Be Vietnam Pro", languages=["vi"],
    )  # fmt: skip
    return made


def _svg(told: Told) -> str:
    labels = labels_of(told.language)
    said = f"{labels.issued_by}: {told.units}" + (f" · {labels.draft}" if told.draft else "")
    lines = [f'<rect y="{HIGH - BAND}" width="{WIDE}" height="{BAND}" fill="{LOTUS}"/>']
    lines += _words(wrapped(said, 30, WIDE - 2 * _EDGE, most=2), HIGH - BAND, 30, "#fff", room=BAND)
    if not told.picture:
        lines.append(f'<rect width="16" height="{HIGH - BAND}" fill="{LOTUS}"/>')
        title = wrapped(told.title, 64, WIDE - 2 * _EDGE, most=4)
        lines += _words(title, 0, 64, INK, room=HIGH - BAND, bold=True)
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{HIGH}">{"".join(lines)}</svg>'


def _words(
    lines: list[str], top: float, size: float, ink: str, *, room: float, bold: bool = False
) -> list[str]:
    """Lines in the middle of a room."""
    step = size * 1.3
    size = min(size, room / len(lines) / 1.3)
    step = size * 1.3
    first = top + (room - step * len(lines)) / 2 + size
    weight = ' font-weight="600"' if bold else ""
    return [
        f'<text x="{_EDGE}" y="{first + step * place:g}" font-size="{size:g}"{weight} fill="{ink}" xml:space="preserve">'
        f"{_faced(line, bold=bold)}</text>"
        for place, line in enumerate(lines)
    ]


def _faced(line: str, *, bold: bool) -> str:
    """Each script in its own face: the drawer looks for a missing letter once a line, not once a word."""
    latin = "Be Vietnam Pro SemiBold, Be Vietnam Pro" if bold else "Be Vietnam Pro"
    pieces = re.findall("[\u1780-\u17ff\u200b]+|[^\u1780-\u17ff\u200b]+", line)
    faces = ["Noto Sans Khmer" if "\u1780" <= piece[0] <= "\u17ff" else latin for piece in pieces]
    return "".join(
        f'<tspan font-family="{face}">{escape(piece)}</tspan>'
        for face, piece in zip(faces, pieces, strict=True)
    )
