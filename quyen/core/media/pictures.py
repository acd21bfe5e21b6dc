"""Pictures: where they end by their own structure, what they hide, how large they are once decoded."""

from __future__ import annotations

import io
import re
import struct
import warnings
from collections.abc import Iterator

from PIL import Image, ImageStat

from quyen.core.media.likeness import picture_likeness
from quyen.core.media.record import DEFAULT, PICTURE, Found, Limits, Problem

FORMATS = {
    "image/png": "PNG", "image/jpeg": "JPEG", "image/gif": "GIF", "image/webp": "WEBP", "image/avif": "AVIF",
}  # fmt: skip
AGAIN = "Hãy mở ảnh bằng chương trình xem ảnh, lưu thành tệp mới rồi gửi tệp đó."
_ACTIVE = re.compile(rb"<script|<html|<\?php|<!doctype html|<iframe|<svg[\s>]|javascript:", re.IGNORECASE)
_ANIMATED = Problem(
    "animated",
    "Ảnh động: bản đăng lên chỉ có hình đầu tiên.",
    "Muốn có chuyển động, hãy gửi video MP4.",
    False,
)
Image.MAX_IMAGE_PIXELS = None  # our own limit is asked first, and says what to do


def look_at_picture(data: bytes, media_type: str, limits: Limits = DEFAULT) -> Found:
    """`data` is anything that is read like bytes. Nothing is decoded before its size is known to be within limits."""
    found = Found(PICTURE, media_type)
    problem = _structure(data, media_type)
    if problem:
        return Found(PICTURE, media_type, problems=(problem,))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = _opened(data, media_type, limits)
    except (
        OSError,
        RuntimeError,
        SyntaxError,
        ValueError,
        EOFError,
        struct.error,
        IndexError,
        TypeError,
        Image.DecompressionBombError,
    ):
        problem = Problem(
            "damaged", "Ảnh bị hỏng hoặc tải chưa xong, không mở được.", "Hãy mở lại ảnh trên máy và gửi lại."
        )
        return Found(PICTURE, media_type, problems=(problem,))
    return found


def _opened(data: bytes, media_type: str, limits: Limits) -> Found:
    with Image.open(io.BytesIO(data), formats=[FORMATS[media_type]]) as picture:
        width, height = picture.size
        if width * height > limits.pixels or max(width, height) > limits.side:
            return Found(PICTURE, media_type, width, height, problems=(_too_many(width, height, limits),))
        turned = picture.getexif().get(0x0112) in (5, 6, 7, 8)  # a phone held upright
        animated = bool(getattr(picture, "is_animated", False))
        picture.draft("L", (640, 640))
        small = picture.convert("RGBA").convert("L") if picture.mode == "P" else picture.convert("L")
        flat = ImageStat.Stat(small).stddev[0] < 2
        likeness = None if flat else picture_likeness(small)
    width, height = (height, width) if turned else (width, height)
    problems = (_ANIMATED,) if animated else ()
    return Found(PICTURE, media_type, width, height, problems=problems, likeness=likeness)


def _too_many(width: int, height: int, limits: Limits) -> Problem:
    return Problem(
        "bomb",
        f"Ảnh rộng {width} × {height} điểm, quá mức nhận ({limits.pixels // 1_000_000} triệu điểm, mỗi cạnh {limits.side}).",
        "Hãy thu nhỏ ảnh; để in khổ A3, 5.000 × 3.500 điểm là đủ.",
    )


def _structure(data: bytes, media_type: str) -> Problem | None:
    """What follows the end of a picture, and pages or programs in its comments: nothing that a picture needs."""
    if _ACTIVE.search(data):
        return Problem("polyglot", "Trong ảnh có giấu mã của trang web hoặc chương trình.", AGAIN)
    end = _ENDS[media_type](data)
    if end is None:
        return Problem("damaged", "Ảnh bị hỏng hoặc tải chưa xong.", "Hãy mở lại ảnh trên máy và gửi lại.")
    if bytes(data[end : end + 4096]).strip(b"\0\r\n ") or len(data) - end > 4096:
        return Problem(
            "trailing",
            "Sau ảnh còn dữ liệu khác (tệp khác giấu vào, hoặc đoạn phim kèm ảnh của điện thoại).",
            AGAIN,
        )
    return None


def _png_end(data: bytes) -> int | None:
    at = 8
    while at + 12 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        name = bytes(data[at + 4 : at + 8])
        at += 12 + length
        if name == b"IEND":
            return at if at <= len(data) else None
    return None


def _jpeg_end(data: bytes) -> int | None:
    """The end of the picture; of all of them where the phone's index (MPF) says that there are more."""
    end = _one_jpeg(data, 0)
    several = b"MPF\0" in bytes(data[: 256 * 1024])
    while several and end is not None and bytes(data[end : end + 3]) == b"\xff\xd8\xff":
        end = _one_jpeg(data, end)
    return end


def _one_jpeg(data: bytes, at: int) -> int | None:
    at += 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xD9:
            return at + 2
        if marker == 0x01 or 0xD0 <= marker <= 0xD7:
            at += 2
            continue
        at += 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])
        if marker == 0xDA:
            at = _after_scan(data, at)
    return at + 2 if bytes(data[at : at + 2]) == b"\xff\xd9" else None


def _after_scan(data: bytes, at: int) -> int:
    """The next marker behind the coded lines: FF00 is a coded FF, FFD0 to FFD7 restart within them."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        if data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7:
            at += 2
        else:
            return at


def _gif_end(data: bytes) -> int | None:
    at = 13 + (3 << ((data[10] & 7) + 1) if len(data) > 13 and data[10] & 0x80 else 0)
    while at < len(data):
        if data[at] == 0x3B:
            return at + 1
        if data[at] == 0x21:
            at += 2
        elif data[at] == 0x2C and at + 10 < len(data):
            at += 11 + (3 << ((data[at + 9] & 7) + 1) if data[at + 9] & 0x80 else 0)
        else:
            return None
        at = _after_blocks(data, at)
    return None


def _after_blocks(data: bytes, at: int) -> int:
    while at < len(data) and data[at]:
        at += 1 + data[at]
    return at + 1


def _riff_end(data: bytes) -> int | None:
    (length,) = struct.unpack("<I", data[4:8])
    end = 8 + length + (length & 1)
    return min(end, len(data)) if 8 + length <= len(data) else None


def _boxes_end(data: bytes) -> int | None:
    at = 0
    for at in _box_ends(data):
        if at > len(data):
            return None
    return at or None


def _box_ends(data: bytes) -> Iterator[int]:
    at = 0
    while at + 8 <= len(data):
        size, name = struct.unpack(">I4s", data[at : at + 8])
        if not name.isalnum() or size < 8:
            return
        at += size
        yield at


_ENDS = {
    "image/png": _png_end, "image/jpeg": _jpeg_end, "image/gif": _gif_end, "image/webp": _riff_end,
    "image/avif": _boxes_end,
}  # fmt: skip
