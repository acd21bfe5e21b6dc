"""Small PDF files made by hand: words at places, ruled lines, turned pages. All content is self-written.

One font with one byte a letter; a ToUnicode map says which Vietnamese letter each byte is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby

_WIDTH = 0.5  # of every letter, in font sizes
HOLE = "\0"  # as wide as a letter, and nothing drawn


@dataclass
class Sheet:
    """One page of A4; places in points from the lower left."""

    drawn: list[str] = field(default_factory=list)
    texts: list[tuple[float, float, float, str, bool, int]] = field(default_factory=list)
    rotate: int = 0
    picture: bool = False

    def say(
        self, x: float, y: float, text: str, size: float = 12, *, bold: bool = False, turn: int = 0
    ) -> Sheet:
        self.texts.append((x, y, size, text, bold, turn))
        return self

    def centre(
        self, y: float, text: str, size: float = 12, *, bold: bool = False, middle: float = 297
    ) -> Sheet:
        return self.say(middle - len(text) * size * _WIDTH / 2, y, text, size, bold=bold)

    def lines(self, x: float, y: float, *texts: str, size: float = 12, pitch: float = 16) -> Sheet:
        for at, text in enumerate(texts):
            self.say(x, y - at * pitch, text, size)
        return self

    def scatter(self, x: float, y: float, *texts: str, size: float = 12, pitch: float = 16) -> Sheet:
        """Lines whose marked letters come from another font, so that each line is drawn in two goes."""
        for row, text in enumerate(texts):
            marked = ["\u1ea0" <= char <= "\u1ef9" or char in "ƯưƠơ" for char in text]
            for own in (False, True):
                run = "".join(char if mark == own else HOLE for char, mark in zip(text, marked, strict=True))
                self.say(x, y - row * pitch, run, size)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        self.drawn.append(f"{x0} {y0} m {x1} {y1} l S")
        return self

    def grid(self, xs: list[float], ys: list[float]) -> Sheet:
        """All rules of a table without merged cells."""
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        return self


def pdf(*sheets: Sheet, font: str = "Times", encrypt: bool = False) -> bytes:
    """A PDF of those pages."""
    letters = sorted({char for sheet in sheets for text in sheet.texts for char in text[3]} - {HOLE} | {" "})
    codes = {char: ord(char) for char in letters if char.isascii()}
    # small letters first: PDFium takes a letter to be as wide as its picture where that is wider than it says
    free = [*range(224, 230), *range(231, 256), *range(192, 224), *range(161, 192), *range(128, 161)]
    codes |= dict(zip((char for char in letters if not char.isascii()), free, strict=False))
    assert len(codes) == len(letters)
    assert max(codes.values()) < 256
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects += [_font(font, "Roman", 5), _font(font, "Bold", 5), _stream(_to_unicode(codes))]
    pages = []
    for sheet in sheets:
        objects.append(_stream(_content(sheet, codes)))
        turned = f" /Rotate {sheet.rotate}" if sheet.rotate else ""
        resources = "<< /Font << /F1 3 0 R /F2 4 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]{turned} /Resources {resources} "
            f"/Contents {len(objects)} 0 R >>"
        )
        pages.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(pages)}] /Count {len(pages)} >>"
    return _file(objects, encrypt)


def _font(name: str, face: str, map_at: int) -> str:
    widths = " ".join([str(int(_WIDTH * 1000))] * 256)
    descriptor = (
        f"<< /Type /FontDescriptor /FontName /{name}-{face} /Flags 34 /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
        "/Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>"
    )
    return (
        f"<< /Type /Font /Subtype /Type1 /FontDescriptor {descriptor} /BaseFont /{name}-{face} /Encoding /WinAnsiEncoding /FirstChar 0 /LastChar 255 /Widths [{widths}] "
        f"/ToUnicode {map_at} 0 R >>"
    )


def _to_unicode(codes: dict[str, int]) -> str:
    rows = "\n".join(f"<{code:02X}> <{char.encode('utf-16-be').hex()}>" for char, code in codes.items())
    blocks = [rows.split("\n")[at : at + 90] for at in range(0, len(codes), 90)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n{body}\nendcmap end end"
    )


def _content(sheet: Sheet, codes: dict[str, int]) -> str:
    out = list(sheet.drawn)
    matrices = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}
    for x, y, size, text, bold, turn in sheet.texts:
        shown = "".join(_shown(list(run), hole, codes) for hole, run in groupby(text, HOLE.__eq__))
        out.append(f"BT /F{2 if bold else 1} {size} Tf {matrices[turn]} {x} {y} Tm [{shown}] TJ ET")
    if sheet.picture:
        out.append("q 400 0 0 400 90 200 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q")
    return "\n".join(out)


def _shown(run: list[str], hole: bool, codes: dict[str, int]) -> str:
    if hole:
        return str(-int(_WIDTH * 1000) * len(run))
    return "<" + "".join(f"{codes[char]:02x}" for char in run) + ">"


def _stream(content: str) -> str:
    return f"<< /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream"


def _file(objects: list[str], encrypt: bool) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, inner in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{inner}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    locked = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >> "
        if encrypt
        else ""
    )
    identity = "/ID [<41> <41>] "
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R {identity}{locked}>>"
    return out + f"trailer {trailer}\nstartxref\n{start}\n%%EOF".encode()
