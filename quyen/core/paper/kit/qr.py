"""A QR of an address, as SVG and as PNG: black on white, with the quiet edge that readers need."""

from __future__ import annotations

import io
from xml.sax.saxutils import escape, quoteattr

import qrcode
from PIL import Image

EDGE = 4  # modules of white around it (ISO/IEC 18004)


def qr_svg(address: str) -> bytes:
    """Its name says the address, for those who do not see it."""
    rows = _matrix(address)
    side = len(rows) + 2 * EDGE
    dark = "".join(
        f"M{column + EDGE} {row + EDGE}h1v1h-1z"
        for row, line in enumerate(rows)
        for column, is_dark in enumerate(line)
        if is_dark
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label={quoteattr("QR: " + address)} '
        f'viewBox="0 0 {side} {side}" width="{side * 8}" height="{side * 8}" shape-rendering="crispEdges">'
        f'<title>{escape(address)}</title><rect width="{side}" height="{side}" fill="#fff"/>'
        f'<path d="{dark}" fill="#000"/></svg>'
    ).encode()


def qr_png(address: str, pixels: int = 1000) -> bytes:
    """At least that many pixels wide, whole pixels a module."""
    rows = _matrix(address)
    side = len(rows) + 2 * EDGE
    small = Image.new("1", (side, side), 1)
    for row, line in enumerate(rows):
        for column, is_dark in enumerate(line):
            if is_dark:
                small.putpixel((column + EDGE, row + EDGE), 0)
    scale = -(-pixels // side)
    out = io.BytesIO()
    small.resize((side * scale, side * scale), Image.Resampling.NEAREST).save(out, "PNG", optimize=True)
    return out.getvalue()


def _matrix(address: str) -> list[list[bool]]:
    """Correction M: a poster in the rain loses some. Without edge."""
    made = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    made.add_data(address)
    made.make(fit=True)
    rows: list[list[bool]] = made.get_matrix()
    return rows
