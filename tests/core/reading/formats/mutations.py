"""Damaged, hostile and random files of every kind, the same for the same number."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

from tests.core.reading.formats.broken_plans import broken_plan
from tests.core.reading.formats.builders import (
    NUMBERING,
    docx,
    field,
    numbered,
    p,
    r,
    tbl,
    tc,
    tr,
    zipped,
)
from tests.core.reading.formats.pdfs import Sheet, pdf

_TEXT = "Ủy ban nhân dân tỉnh giao Sở Tư pháp chủ trì, phối hợp thực hiện 100% kế hoạch năm 2024; - a) 1. |"
WORDS = [*_TEXT.split(), ""]
NASTY = [
    b"", b"\0", b"\xff" * 9, b"<", b"&#0;", b"&x;", b"]]>", b"-1", b"99999999999999999999", b"\xef\xbf\xbe", b"\xed\xa0\x80",
    b"<w:tbl><w:tr><w:tc>", b"</w:p>", b"<w:p><w:p>", b" w:val=\"99999999\"", b"<table><tr><td rowspan=99999 colspan=99999>",
    b"<ol start=9999999999><li>", b"1e400", b"BT ET Q Q Q", b"<< /Kids [2 0 R] >>", b"obj", b"\r\n\r\n",
]  # fmt: skip
_KINDS = {
    "docx": 26,
    "pdf": 26,
    "html": 14,
    "mht": 8,
    "txt": 26,
    "md": 2,
    "zip": 8,
    "odt": 3,
    "rtf": 2,
    "doc": 2,
    "png": 1,
}


def case(number: int, canary: str = "/etc/hostname") -> tuple[str, bytes]:
    """The file of a number: (name, bytes). `canary` is a path that hostile files try to have read."""
    chance = random.Random(number)
    kind = chance.choices(list(_KINDS), list(_KINDS.values()))[0]
    data = _MAKERS[kind](chance, canary)
    harm = chance.random()
    if kind in ("docx", "odt", "zip") and harm < 0.55:
        data = harmed_members(data, chance, canary)
    elif harm < 0.85:
        data = harmed(data, chance)
    elif harm < 0.9:
        data = chance.randbytes(chance.randrange(4000))
    name = f"{number}.{kind if chance.random() < 0.8 else chance.choice(list(_KINDS))}"
    return name, data


def harmed(data: bytes, chance: random.Random) -> bytes:
    """Bytes flipped, cut out, doubled, swapped or put in, one to twelve times."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(out) + 1)
        end = min(len(out), at + chance.choice([1, 2, 8, 60, 900]))
        what = chance.randrange(5)
        if what == 0 and at < len(out):
            out[at] = chance.randrange(256)
        elif what == 1:
            del out[at:end]
        elif what == 2:
            out[at:at] = out[at:end] * chance.choice([1, 3, 40])
        elif what == 3:
            out[at:at] = chance.choice(NASTY)
        else:
            other = chance.randrange(len(out) + 1)
            out[at:end] = out[other : other + end - at]
    return bytes(out[:400_000])


def harmed_members(data: bytes, chance: random.Random, canary: str) -> bytes:
    """The container stays whole, one or two of its members are damaged, lost or made hostile."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for name in chance.sample(list(members), min(len(members), chance.randint(1, 2))):
        what = chance.random()
        if what < 0.15:
            del members[name]
        elif what < 0.3:
            entity = f'<!DOCTYPE x [<!ENTITY x SYSTEM "file://{canary}"><!ENTITY y "{"z" * 99}">]>'
            members[name] = entity.encode() + members[name].replace(b"</w:t>", b"&x;&y;</w:t>")
        elif what < 0.4:
            members[name] = (
                members[name]
                .decode("utf-8", "replace")
                .encode(chance.choice(["utf-16", "utf-32", "cp1258"]), "replace")
            )
        else:
            members[name] = harmed(members[name], chance)
    return zipped(members)


def _words(chance: random.Random, most: int = 30) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(0, most)))


def _block(chance: random.Random, depth: int = 0) -> str:
    what = chance.randrange(9)
    if what == 0 and depth < 4:
        spans = [
            "",
            '<w:vMerge w:val="restart"/>',
            "<w:vMerge/>",
            '<w:gridSpan w:val="3"/>',
            '<w:gridSpan w:val="-4"/>',
            "<w:hMerge/>",
        ]
        rows = [
            tr(
                *[
                    tc(_block(chance, depth + 1), properties=chance.choice(spans))
                    for _ in range(chance.randint(0, 4))
                ]
            )
            for _ in range(chance.randint(0, 4))
        ]
        return tbl(*rows)
    if what == 1:
        return numbered(_words(chance), chance.randint(0, 6), chance.choice([0, 1, 2, 8, 9, -1, 77, None]))
    if what == 2:
        return p(f"<w:ins>{r(_words(chance))}</w:ins>", "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>")
    if what == 3:
        return p(
            r("a"),
            field("PAGE", _words(chance, 3)),
            chance.choice(["", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>']),
        )
    if what == 4 and depth < 4:
        inner = _block(chance, depth + 1)
        return p(f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>")
    if what == 5:
        return chance.choice(
            ['<w:altChunk r:id="c"/>', "<w:sdt><w:sdtContent/></w:sdt>", "<mc:AlternateContent/>"]
        )
    style = f'<w:pStyle w:val="{chance.choice("ABCS")}"/><w:ind w:left="-99999"/><w:jc w:val="center"/>'
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>' if what == 6 else ""
    return p(
        r(_words(chance), chance.choice(["", "<w:b/>", '<w:rFonts w:ascii=".VnTime"/>'])),
        note,
        properties=style,
    )


def _docx(chance: random.Random, _: str) -> bytes:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn w:val="{b}"/><w:rPr><w:b/></w:rPr></w:style>'
        for a, b in ("AB", "BC", "CA", "SS")
    )
    notes = f'<w:footnote w:id="1">{_block(chance)}</w:footnote>'
    body = "".join(_block(chance) for _ in range(chance.randint(0, 12)))
    extra = {"word/chunk.html": "<html><p>chèn", "word/vbaProject.bin": "x"}
    rows = (("c", "aFChunk", "chunk.html"),)
    return docx(body, styles=styles, numbering=NUMBERING, footnotes=notes, extra=extra, rows=rows)


def _pdf(chance: random.Random, _: str) -> bytes:
    sheets = []
    for _ in range(chance.randint(0, 3)):
        sheet = Sheet(rotate=chance.choice([0, 0, 90, 45, -90]), picture=chance.random() < 0.1)
        for _ in range(chance.randint(0, 30)):
            sheet.say(
                chance.uniform(-50, 650),
                chance.uniform(-50, 900),
                _words(chance, 8),
                chance.choice([0, 1, 12, 12, 900, -5]),
            )
        if chance.random() < 0.6:
            xs = sorted(chance.uniform(0, 600) for _ in range(chance.randint(2, 9)))
            ys = sorted((chance.uniform(0, 800) for _ in range(chance.randint(2, 9))), reverse=True)
            sheet.grid(xs, ys)
        sheets.append(sheet)
    return pdf(*sheets)


def _html(chance: random.Random, canary: str) -> bytes:
    tags = [
        "p",
        "div",
        "table",
        "tr",
        "td",
        "ul",
        "li",
        "b",
        "h1",
        "br",
        "pre",
        "script",
        "sup",
        "main",
        "td rowspan=0 colspan=-3",
    ]
    out = [
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{canary}">]><html><meta charset={chance.choice(["utf-8", "utf-7", "", "zlib"])}>'
    ]
    for _ in range(chance.randint(0, 60)):
        tag = chance.choice(tags)
        out.append(
            f"<{tag}>{_words(chance, 6)}&x;" + (f"</{tag.split()[0]}>" if chance.random() < 0.5 else "")
        )
    return "".join(out * chance.choice([1, 1, 1, 30])).encode(
        chance.choice(["utf-8", "utf-16", "cp1258"]), "replace"
    )


def _mht(chance: random.Random, canary: str) -> bytes:
    marks = chance.choice(["x", "x", "=_y", ""])
    inner = _html(chance, canary)[:3000].decode("utf-8", "replace")
    coding = chance.choice(["8bit", "quoted-printable", "base64", "x-uuencode", ""])
    part = f"--{marks}\nContent-Type: text/html; charset={chance.choice(['utf-8', 'x', ''])}\nContent-Transfer-Encoding: {coding}\n\n{inner}\n"
    head = f"MIME-Version: 1.0\nContent-Type: multipart/{chance.choice(['related', 'mixed', ''])}; boundary={marks}\n\n"
    return (head + part * chance.randint(0, 3) + f"--{marks}--\n").encode("utf-8", "replace")


def _txt(chance: random.Random, _: str) -> bytes:
    if chance.random() < 0.7:
        return broken_plan(chance).encode()
    text = "\n".join(_words(chance) for _ in range(chance.randint(0, 40)))
    return text.encode(chance.choice(["utf-8", "utf-16", "utf-32", "cp1258", "latin-1", "utf-7"]), "replace")


def _zip(chance: random.Random, canary: str) -> bytes:
    names = ["a.txt", "../b.txt", "/c", "d/e.docx", "ế.md", "x" * 300, "f.zip", "con:", "g.docx"]
    members: dict[str, str | bytes] = {
        name: _docx(chance, canary) if "docx" in name else _txt(chance, canary)
        for name in chance.sample(names, 4)
    }
    if chance.random() < 0.4:
        members["in.zip"] = zipped({"x.zip": zipped({"y.zip": zipped({"z": "1"})})})
    if chance.random() < 0.2:
        members["bomb.txt"] = b"\0" * 6_000_000
    return zipped(members)


def _odt(chance: random.Random, _: str) -> bytes:
    return zipped(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": f"<a>{_words(chance)}</a>"}
    )


def _rtf(chance: random.Random, _: str) -> bytes:
    return ("{\\rtf1 " + "{" * chance.choice([0, 3, 900]) + _words(chance) + "}").encode("cp1258", "replace")


def _doc(chance: random.Random, _: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + chance.randbytes(900) + "WordDocument".encode("utf-16-le")


def _png(chance: random.Random, _: str) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + chance.randbytes(60)


_MAKERS: dict[str, Callable[[random.Random, str], bytes]] = {
    "docx": _docx, "pdf": _pdf, "html": _html, "mht": _mht, "txt": _txt, "md": _txt, "zip": _zip, "odt": _odt,
    "rtf": _rtf, "doc": _doc, "png": _png,
}  # fmt: skip
