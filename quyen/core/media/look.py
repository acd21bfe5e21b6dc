"""The door of the room: what a file is, from its bytes, and whether it can be taken."""

from __future__ import annotations

import mmap
import re
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from quyen.core.media.kinds import TAKEN, TYPES, binary_type, name_problem, turned_away
from quyen.core.media.record import CAPTIONS, DEFAULT, PAPER, PICTURE, TEXT, Found, Limits, Problem

_SVG = re.compile(  # each part ends at the first place where it can: nothing to try twice
    rb"(?:\s|<\?xml[^>]*>|<!--(?:(?!-->).)*-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>)*<(?:\w+:)?svg[\s>]",
    re.S | re.I,
)
_HTML = re.compile(
    r"\s*<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|h[1-6]|article|section|ul|ol)\b", re.I
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_HEAD = 8192
_ZIP_TAIL = 22 + 65_535  # where the directory's end of a zip stands
EMPTY = Problem("empty", "Tệp rỗng, không có nội dung nào.", "Hãy xem lại tệp trên máy rồi gửi lại.")
UNKNOWN = Problem("unknown-kind", "Không nhận ra đây là loại tệp gì.", TAKEN)
ARCHIVE = Problem(
    "archive", "Đây là tệp nén gồm nhiều tệp.", "Hãy thả tệp .zip vào ô tải lên để từng tệp được xem riêng."
)


def look(source: Path | IO[bytes], name: str = "", limits: Limits = DEFAULT) -> Found:
    """What the bytes are, whatever the name says; what speaks against them is in `problems`. Never raises for content.

    A file on disk is mapped, not read: of a video of any length only the headers are touched.
    """
    with _mapped(source) as data:
        if not len(data):
            return Found("", "", problems=(EMPTY,))
        found = _seen(data, name, limits)
    if not found.media_type or found.refusal:
        return found
    problem = name_problem(name, found.media_type)
    return replace(found, problems=(problem, *found.problems)) if problem else found


@contextmanager
def _mapped(source: Path | IO[bytes]) -> Iterator[Any]:
    if not isinstance(source, Path):
        yield source.read()
        return
    with source.open("rb") as file:
        if not source.stat().st_size:
            yield b""
            return
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            yield data


def _seen(data: Any, name: str, limits: Limits) -> Found:
    head = bytes(data[:_HEAD])
    media_type = binary_type(head)
    if media_type == "zip":
        return _zip(data, limits)
    if not media_type:
        problem = turned_away(head)
        return Found("", "", problems=(problem,)) if problem else _text(data, head, name, limits)
    kind = TYPES[media_type][0]
    if _is_also_a_zip(data):
        problem = Problem("polyglot", f"Tệp vừa là {TYPES[media_type][2]} vừa là tệp nén: có tệp khác giấu bên trong.",
                          "Hãy mở tệp, lưu thành tệp mới rồi gửi tệp đó.")  # fmt: skip
        return Found(kind, media_type, problems=(problem,))
    if kind == PICTURE:
        from quyen.core.media.pictures import look_at_picture

        return look_at_picture(data, media_type, limits)
    if kind == PAPER:
        from quyen.core.media.papers import look_at_pdf

        return look_at_pdf(data, limits)
    from quyen.core.media.recordings import look_at_recording

    return look_at_recording(data, media_type)


def _is_also_a_zip(data: Any) -> bool:
    """Whether a zip's directory ends at the end of the bytes: unpackers begin there, whatever stands before."""
    tail = bytes(data[max(0, len(data) - _ZIP_TAIL) :])
    at = tail.rfind(b"PK\5\6")
    while at >= 0:
        if at + 22 <= len(tail):
            (directory,) = struct.unpack("<I", tail[at + 12 : at + 16])
            (comment,) = struct.unpack("<H", tail[at + 20 : at + 22])
            if at + 22 + comment <= len(tail) and directory <= len(data):
                return True
        at = tail.rfind(b"PK\5\6", 0, at)
    return False


def _zip(data: Any, limits: Limits) -> Found:
    from quyen.core.media.offices import look_at_office, office_type

    content = bytes(data)
    media_type = office_type(content)
    if media_type == "zip":
        return Found("", "", problems=(ARCHIVE,))
    if media_type not in TYPES or TYPES[media_type][0] != PAPER:
        return Found("", "", problems=(UNKNOWN,))
    return look_at_office(content, media_type, limits)


def _text(data: Any, head: bytes, name: str, limits: Limits) -> Found:
    if len(data) > limits.text:
        return Found("", "", problems=(UNKNOWN,))
    content = bytes(data)
    if _SVG.match(head.removeprefix(b"\xef\xbb\xbf")):
        from quyen.core.media.drawing import look_at_drawing

        return look_at_drawing(content, limits)
    from quyen.core.text.encodings import decode

    text = decode(content)[0]
    if len(_CONTROL.findall(text[:_HEAD])) > 2:
        return Found("", "", problems=(UNKNOWN,))
    return _words(content, text, name, limits)


def _words(content: bytes, text: str, name: str, limits: Limits) -> Found:
    from quyen.core.media.captions import looks_like_captions, read_captions
    from quyen.core.media.likeness import text_sketch

    ending = name.rpartition(".")[2].lower()
    if ending in ("vtt", "srt") or looks_like_captions(text):
        read = read_captions(content, name, limits)
        media_type = "text/vtt" if read.form == "vtt" else "application/x-subrip"
        return Found(
            CAPTIONS,
            media_type,
            seconds=read.seconds or None,
            problems=read.problems,
            sketch=text_sketch(read.words),
        )
    if _HTML.match(text) or ending in ("html", "htm"):
        from quyen.core.media.pasted import plain_words

        return _page(text, text_sketch(plain_words(text)))
    return Found(TEXT, "text/plain", sketch=text_sketch(text))


def _page(text: str, sketch: tuple[int, ...]) -> Found:
    from quyen.core.media.pasted import clean_pasted

    try:
        removed = clean_pasted(text).removed
    except ValueError as error:
        return Found(
            TEXT, "text/html", problems=(Problem("too-large", str(error), "Hãy tách thành nhiều phần."),)
        )
    said = ", ".join(f"{name} ({count})" for name, count in removed.items())
    problems = (
        (Problem("made-safe", f"Đã bỏ khỏi trang: {said}.", "Ảnh cần gửi riêng từng tệp.", False),)
        if said
        else ()
    )
    return Found(TEXT, "text/html", problems=problems, sketch=sketch)
