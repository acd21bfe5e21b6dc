"""Video and sound: how long, how large, how coded, read from the headers alone; no frame is decoded."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from typing import Any

from quyen.core.media.record import SOUND, VIDEO, Found, Problem

BROKEN = Problem("damaged", "Tệp bị hỏng hoặc tải chưa xong.", "Hãy mở thử trên máy, xuất lại rồi gửi lại.")
HIDDEN = Problem(
    "polyglot",
    "Trong tệp có giấu mã của trang web hoặc tệp khác.",
    "Hãy xuất lại từ chương trình dựng rồi gửi lại.",
)
TRAILING = Problem(
    "trailing",
    "Sau phần video hoặc âm thanh còn dữ liệu khác giấu vào.",
    "Hãy xuất lại từ chương trình dựng rồi gửi lại.",
)
NO_LENGTH = Problem("no-length", "Tệp không ghi thời lượng.", "Hãy xuất lại để người xem tua được.", False)
HEVC = Problem("codec", "Video dùng mã HEVC (H.265), nhiều điện thoại và trình duyệt không xem được.",
               "Nên xuất lại bằng H.264 trước khi đăng.", False)  # fmt: skip
MOV = Problem(
    "codec",
    "Video QuickTime (.mov) không phải trình duyệt nào cũng mở.",
    "Nên xuất thành MP4 (H.264) trước khi đăng.",
    False,
)
MKV = Problem(
    "unknown-kind",
    "Đây là video Matroska (.mkv), trình duyệt không mở được.",
    "Hãy xuất thành MP4 (H.264) hoặc WebM.",
)
PLACE = Problem(
    "place",
    "Trong video có ghi toạ độ nơi quay.",
    "Nếu không muốn lộ, hãy tắt ghi vị trí hoặc xuất lại video rồi gửi bản mới.",
    False,
)
_ACTIVE = re.compile(rb"<script|<html|<\?php|<!doctype html|<iframe|<svg[\s>]", re.IGNORECASE)
_EDGE = 1 << 16
_TINY = {"audio/mpeg": ".mp3", "audio/ogg": ".ogg", "audio/wav": ".wav", "audio/flac": ".flac"}
_NESTED = (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"udta", b"mvex")
_MOOV_MOST = 64 << 20  # bytes of one header


def look_at_recording(data: bytes, media_type: str) -> Found:
    """`data` is read like bytes; of a large file only its headers are touched."""
    if _ACTIVE.search(data[:_EDGE]) or _ACTIVE.search(data[max(0, len(data) - _EDGE) :]):
        return Found(SOUND if media_type in _TINY else VIDEO, media_type, problems=(HIDDEN,))
    if media_type in _TINY:
        return _sound(data, media_type)
    try:
        return _webm(data) if media_type == "video/webm" else _mp4(data, media_type)
    except (struct.error, IndexError, ValueError):
        return Found(VIDEO, media_type, problems=(BROKEN,))


# --- ISO base media: MP4, M4A, QuickTime ------------------------------------------------------------


def _boxes(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Name, beginning and end of what each box holds. ValueError where one reaches beyond its place."""
    while at + 8 <= end:
        size, name = struct.unpack(">I4s", data[at : at + 8])
        inside = at + 8
        if size == 1:
            (size,) = struct.unpack(">Q", data[at + 8 : at + 16])
            inside += 8
        elif size == 0:
            size = end - at
        if size < inside - at or at + size > end:
            raise ValueError
        yield name, inside, at + size
        at += size
    if at != end and bytes(data[at:end]).strip(b"\0"):
        raise ValueError


def _mp4(data: bytes, media_type: str) -> Found:
    known = {b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"uuid", b"moof", b"mfra", b"sidx", b"styp", b"meta",
             b"pnot", b"udta", b"emsg", b"prft", b"ssix", b"pdin", b"bloc", b"beam"}  # fmt: skip
    header: tuple[int, int] | None = None
    for name, start, end in _boxes(data, 0, len(data)):
        if name not in known:
            return Found(VIDEO, media_type, problems=(TRAILING,))
        if name == b"moov":
            header = (start, end)
    if header is None or header[1] - header[0] > _MOOV_MOST:
        return Found(VIDEO, media_type, problems=(BROKEN,))
    seen: dict[str, Any] = {}
    _walk(data, *header, seen, 0)
    return _described(seen, media_type)


def _described(seen: dict[str, Any], media_type: str) -> Found:
    if "vide" not in seen:
        return Found(
            SOUND,
            "audio/mp4",
            seconds=seen.get("seconds"),
            problems=() if seen.get("seconds") else (NO_LENGTH,),
        )
    problems = []
    if not seen.get("seconds"):
        problems.append(NO_LENGTH)
    if seen.get("codec") in (b"hvc1", b"hev1"):
        problems.append(HEVC)
    if media_type == "video/quicktime":
        problems.append(MOV)
    if seen.get("place"):
        problems.append(PLACE)
    size = seen.get("size", (None, None))
    return Found(
        VIDEO, media_type, size[0] or None, size[1] or None, seen.get("seconds"), problems=tuple(problems)
    )


def _walk(data: bytes, start: int, end: int, seen: dict[str, Any], depth: int) -> None:
    if depth > 8:
        raise ValueError
    for name, at, stop in _boxes(data, start, end):
        if name in _NESTED:
            _walk(data, at, stop, seen, depth + 1)
        elif name in (b"mvhd", b"mehd"):
            _duration(data, at, name, seen)
        elif name == b"tkhd" and stop - at >= 84:
            width, height = struct.unpack(">II", data[stop - 8 : stop])
            if width and height:
                seen["size"] = (width >> 16, height >> 16)
        elif name == b"hdlr" and stop - at >= 12:
            seen[bytes(data[at + 8 : at + 12]).decode("latin-1")] = True
        elif name == b"stsd" and stop - at >= 16:
            codec = bytes(data[at + 12 : at + 16])
            seen["codec"] = codec if codec in (b"hvc1", b"hev1") else seen.get("codec", codec)
        elif name in (b"\xa9xyz", b"loci"):
            seen["place"] = True


def _duration(data: bytes, at: int, name: bytes, seen: dict[str, Any]) -> None:
    """`mvhd` in its own time scale; `mehd` (a film in pieces) in that of the `mvhd` before it."""
    wide = data[at] == 1
    if name == b"mehd":
        (length,) = struct.unpack(">Q" if wide else ">I", data[at + 4 : at + (12 if wide else 8)])
    elif wide:
        scale, length = struct.unpack(">IQ", data[at + 20 : at + 32])
        seen["scale"] = scale
    else:
        scale, length = struct.unpack(">II", data[at + 12 : at + 20])
        seen["scale"] = scale
    if length and seen.get("scale") and length < 1 << 62:
        seen["seconds"] = round(length / seen["scale"], 3)


# --- WebM -----------------------------------------------------------------------------------------------

_SEGMENT, _INFO, _TRACKS, _ENTRY, _PICTURE, _CLUSTER = (
    0x18538067,
    0x1549A966,
    0x1654AE6B,
    0xAE,
    0xE0,
    0x1F43B675,
)
_SCALE, _LENGTH, _WIDE, _HIGH, _DOCTYPE, _HEAD = 0x2AD7B1, 0x4489, 0xB0, 0xBA, 0x4282, 0x1A45DFA3


def _elements(data: bytes, at: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Id, beginning and end of each element; one of unknown length reaches to the end of its place."""
    while at < end:
        id_, at, _ = _number(data, at, keep=True)
        size, at, unknown = _number(data, at, keep=False)
        stop = end if unknown else at + size
        if stop > end:
            raise ValueError
        yield id_, at, stop
        at = stop


def _number(data: bytes, at: int, *, keep: bool) -> tuple[int, int, bool]:
    """A number of EBML's own length: its value, what follows, and whether all its bits say "unknown"."""
    first = data[at]
    length = 9 - first.bit_length()
    if length > 8:
        raise ValueError
    value = int.from_bytes(data[at : at + length], "big")
    bare = value & (1 << 7 * length) - 1
    return (value if keep else bare), at + length, bare == (1 << 7 * length) - 1


def _webm(data: bytes) -> Found:
    seen: dict[int, Any] = {}
    for id_, at, stop in _elements(data, 0, len(data)):
        if id_ == _HEAD:
            _take(data, at, stop, seen)
        elif id_ == _SEGMENT:
            _segment(data, at, stop, seen)
        elif id_ != 0xEC:  # void
            return Found(VIDEO, "video/webm", problems=(TRAILING,))
    if bytes(seen.get(_DOCTYPE, b"")).rstrip(b"\0") != b"webm":
        return Found(VIDEO, "video/webm", problems=(MKV,))
    scale, length = seen.get(_SCALE, 1_000_000), seen.get(_LENGTH)
    seconds = round(length * scale / 1e9, 3) if length and length > 0 else None
    problems = () if seconds else (NO_LENGTH,)
    kind = VIDEO if _WIDE in seen else SOUND
    return Found(kind, "video/webm", seen.get(_WIDE), seen.get(_HIGH), seconds, problems=problems)


def _segment(data: bytes, start: int, end: int, seen: dict[int, Any]) -> None:
    """Up to the first pictures; what comes behind them is only counted by its length."""
    for id_, at, stop in _elements(data, start, end):
        if id_ in (_INFO, _TRACKS):
            _take(data, at, stop, seen)
        elif id_ == _CLUSTER and _LENGTH in seen:
            return


def _take(data: bytes, start: int, end: int, seen: dict[int, Any]) -> None:
    for id_, at, stop in _elements(data, start, end):
        if id_ in (_ENTRY, _PICTURE):
            _take(data, at, stop, seen)
        elif id_ in (_SCALE, _WIDE, _HIGH):
            seen[id_] = int.from_bytes(data[at:stop], "big")
        elif id_ == _LENGTH:
            seen[id_] = struct.unpack(">d" if stop - at == 8 else ">f", data[at:stop])[0]
        elif id_ == _DOCTYPE:
            seen[id_] = bytes(data[at:stop])


# --- sound ----------------------------------------------------------------------------------------------


def _sound(data: bytes, media_type: str) -> Found:
    from tinytag import TinyTag, TinyTagException

    try:
        tag = TinyTag.get("sound" + _TINY[media_type], file_obj=io.BytesIO(data), tags=False)
    except (
        TinyTagException,
        ValueError,
        struct.error,
        IndexError,
        EOFError,
        KeyError,
        TypeError,
        OverflowError,
    ):
        return Found(SOUND, media_type, problems=(BROKEN,))
    if not tag.samplerate:
        return Found(SOUND, media_type, problems=(BROKEN,))
    seconds = round(tag.duration, 3) if tag.duration else None
    return Found(SOUND, media_type, seconds=seconds, problems=() if seconds else (NO_LENGTH,))
