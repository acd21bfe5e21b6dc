"""Files of every kind made in code, good ones and hostile ones; the core's tests and the library's share them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from PIL import Image, ImageDraw

LINES = (
    "Mọi người đều có quyền tự do ngôn luận, được tìm kiếm, nhận và truyền đạt thông tin bằng mọi phương tiện. "
    * 5
)


def picture(
    form: str = "PNG",
    size: tuple[int, int] = (400, 300),
    shade: int = 90,
    turned: bool = False,
    **how: object,
) -> bytes:
    """A drawing with light and dark parts, so that it has a likeness of its own."""
    made = Image.new("RGB", size, (shade, 120, 160))
    pen = ImageDraw.Draw(made)
    wide, high = size
    pen.rectangle((wide // 8, high // 4, wide // 2, high // 2), fill=(250, 250, 250))
    pen.ellipse((wide // 2, high // 3, wide - 5, high - 5), fill=(20, 20, 40))
    pen.polygon([(0, high), (wide // 3, high // 2), (wide // 2, high)], fill=(230, 90, 20 + shade))
    if turned:
        made = made.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    out = io.BytesIO()
    made.save(out, form, **how)
    return out.getvalue()


def photograph() -> bytes:
    """A JPEG of a phone held upright, with the place where it was taken."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Máy ảnh thử"
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 1.0, 42.0), 3: "E", 4: (105.0, 51.0, 14.0)})
    return picture("JPEG", (800, 450), exif=exif)


def bomb() -> bytes:
    """A PNG of a few hundred bytes that says it is 60,000 by 60,000."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 60_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def archive(members: dict[str, bytes], *, link: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
        if link:
            entry = zipfile.ZipInfo(link)
            entry.external_attr = 0o120777 << 16
            made.writestr(entry, "/etc/passwd")
    return out.getvalue()


def pdf(extra: str = "", words: str = "Quyen con nguoi", *, packed: bytes = b"") -> bytes:
    """One page; `extra` goes into its catalogue, `packed` into an object stream (object 6)."""
    content = f"BT /F1 24 Tf 72 90 Td ({words}) Tj ET".encode()
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {extra} >>".encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = bytearray(b"%PDF-1.5\n"), []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    if packed:
        return bytes(out) + _packed(packed, places, len(out))
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % at for at in places)
    out += b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def _packed(content: bytes, places: list[int], at: int) -> bytes:
    """Object 7 within the compressed object stream 6, and the compressed table that leads to it."""
    inside = zlib.compress(b"7 0 " + content)
    stream = (
        b"6 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\n"
        % (
            len(inside),
            inside,
        )
    )
    start = at + len(stream)
    rows = [(0, 0, 65535), *((1, place, 0) for place in places), (1, at, 0), (2, 6, 0), (1, start, 0)]
    table = zlib.compress(b"".join(struct.pack(">BIH", *row) for row in rows))
    return (
        stream
        + b"8 0 obj\n<< /Type /XRef /Size 9 /W [1 4 2] /Root 1 0 R /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\n"
        % (len(table), table)
        + b"startxref\n%d\n%%%%EOF\n" % start
    )


def office(kind: str = "word/document.xml", more: dict[str, bytes] | None = None) -> bytes:
    body = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:t>{LINES}</w:t></w:document>'
    return archive({"[Content_Types].xml": b"<Types/>", kind: body.encode(), **(more or {})})


def svg(inside: str = "", attributes: str = 'width="200" height="50"') -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {attributes}>'
        f'<rect width="90" height="40" fill="#b3294e"/>{inside}</svg>'
    ).encode()


def _box(name: bytes, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return struct.pack(">I4s", 8 + len(content), name) + content


def film(
    seconds: float = 95.0, size: tuple[int, int] = (1280, 720), *, codec: bytes = b"avc1", place: bool = False
) -> bytes:
    """The boxes of an MP4 with one picture track; its pictures are not there."""
    head = _box(b"mvhd", struct.pack(">IIIII", 0, 0, 0, 1000, round(seconds * 1000)), b"\0" * 80)
    track = _box(b"tkhd", b"\0" * 76, struct.pack(">II", size[0] << 16, size[1] << 16))
    kind = _box(b"hdlr", b"\0" * 8, b"vide", b"\0" * 13)
    coded = _box(b"stsd", struct.pack(">II", 0, 1), _box(codec, b"\0" * 78))
    media = _box(b"mdia", kind, _box(b"minf", _box(b"stbl", coded)))
    where = _box(b"udta", _box(b"\xa9xyz", b"\0\x12\x15\xc7+21.0285+105.8542/")) if place else b""
    return (
        _box(b"ftyp", b"isom\0\0\2\0isomavc1")
        + _box(b"moov", head, _box(b"trak", track, media), where)
        + _box(b"mdat", b"\0" * 64)
    )


def film_head(length: int, seconds: float = 3600.0) -> bytes:
    """What stands before `length` bytes of pictures: an MP4 of any size, made without holding it."""
    whole = film(seconds)
    return whole[:-72] + struct.pack(">I4sQ", 1, b"mdat", 16 + length)


def webm(seconds: float = 12.5) -> bytes:
    def element(sign: bytes, content: bytes) -> bytes:
        return sign + struct.pack(">I", 0x10000000 | len(content)) + content

    head = element(b"\x1a\x45\xdf\xa3", element(b"\x42\x82", b"webm"))
    info = element(
        b"\x15\x49\xa9\x66",
        element(b"\x2a\xd7\xb1", b"\x0f\x42\x40") + element(b"\x44\x89", struct.pack(">d", seconds * 1000)),
    )
    track = element(b"\xae", element(b"\xe0", element(b"\xb0", b"\x02\x80") + element(b"\xba", b"\x01\x68")))
    return head + element(b"\x18\x53\x80\x67", info + element(b"\x16\x54\xae\x6b", track))


def sound(seconds: float = 2.0) -> bytes:
    """A WAV of silence."""
    count = round(seconds * 8000)
    return (
        b"RIFF"
        + struct.pack("<I", 36 + count)
        + b"WAVEfmt "
        + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 8000, 1, 8)
        + b"data"
        + struct.pack("<I", count)
        + b"\x80" * count
    )


CAPTIONS = """WEBVTT

1
00:00:01.000 --> 00:00:04.000
<v Người dẫn>Quyền được thông tin

2
00:00:04.500 --> 00:00:08.000
là quyền của <b>mọi người</b>.
"""
