"""Pictures of pages through Tesseract, when it is installed."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

from quyen.core.errors import DamagedFile, ProgramMissing, TookTooLong, TooLarge
from quyen.core.reading.formats.limits import DEFAULT, MIB, Limits
from quyen.core.reading.formats.pdf.ocr_layout import ocr_pages
from quyen.core.reading.formats.pdf.paragraphs import Block, ParagraphMaker
from quyen.core.types import RawDocument

if TYPE_CHECKING:
    import pypdfium2

_DPI = 300
_PACKAGES = "tesseract-ocr tesseract-ocr-vie"
_NOTE = "Chữ được nhận dạng từ ảnh (OCR); cần đối chiếu với bản gốc."


def read_image(data: bytes, limits: Limits = DEFAULT) -> RawDocument:
    """The blocks of a picture, or of each page of a many-page TIFF.

    Raises ProgramMissing, TookTooLong, TooLarge, or DamagedFile where the picture cannot be decoded.
    """
    _check_size(data, limits)
    pages = ocr_pages(_recognised(data, limits), _DPI)
    blocks = ParagraphMaker(pages).make(pages)
    return RawDocument("image", blocks, [_NOTE], max(len(pages), 1))


def read_pages(
    document: pypdfium2.PdfDocument, numbers: list[int], limits: Limits = DEFAULT
) -> dict[int, list[Block]]:
    """The blocks of scanned pages of an open PDF, by page number. Raises as `read_image` does."""
    _program()
    pages = []
    for number in numbers:
        picture, dpi = _rendered(document, number, limits)
        pages += ocr_pages(_recognised(picture, limits), dpi, number)[:1]
    found: dict[int, list[Block]] = {number: [] for number in numbers}
    for block in ParagraphMaker(pages).make(pages):
        found[block.page or numbers[0]].append(block)
    return found


def _rendered(document: pypdfium2.PdfDocument, number: int, limits: Limits) -> tuple[bytes, float]:
    """A page as a grey PNM picture at 300 dpi, less where that would be over the limit of pixels; its dpi."""
    page = document[number - 1]
    try:
        width, height = page.get_size()
        scale = min(_DPI / 72, (limits.pixels / max(width * height, 1.0)) ** 0.5)
        bitmap: Any = page.render(scale=scale, grayscale=True)
        rows = bytes(bitmap.buffer)
        if bitmap.stride != bitmap.width:
            rows = b"".join(rows[at * bitmap.stride :][: bitmap.width] for at in range(bitmap.height))
        picture = b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + rows[: bitmap.width * bitmap.height]
        bitmap.close()
        return picture, scale * 72
    finally:
        page.close()


def _check_size(data: bytes, limits: Limits) -> None:
    """Refuses a picture by the size its head declares, before anybody unpacks it."""
    size = _declared_size(data)
    if size and size[0] * size[1] > limits.pixels:
        raise TooLarge(f"Ảnh có {size[0]} x {size[1]} điểm, quá lớn.")


def _declared_size(data: bytes) -> tuple[int, int] | None:
    if data.startswith(b"\x89PNG"):
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    if data.startswith(b"GIF8"):
        return int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    if data.startswith(b"\xff\xd8"):
        return _jpeg_size(data)
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    stream = io.BytesIO(data[2:MIB])
    while head := stream.read(4):
        if len(head) < 4 or head[0] != 0xFF:
            return None
        length = int.from_bytes(head[2:], "big")
        body = stream.read(length - 2) if length > 2 else b""
        if 0xC0 <= head[1] <= 0xCF and head[1] not in (0xC4, 0xC8, 0xCC) and len(body) >= 5:
            return int.from_bytes(body[3:5], "big"), int.from_bytes(body[1:3], "big")
    return None


def _program() -> str:
    """Where Tesseract is. Raises ProgramMissing where it or its Vietnamese is not there."""
    found = shutil.which("tesseract")
    if found is None:
        raise ProgramMissing("Máy chủ chưa có chương trình nhận dạng chữ trong ảnh.", package=_PACKAGES)
    return found


def _recognised(picture: bytes, limits: Limits) -> str:
    command = [_program(), "stdin", "stdout", "-l", "vie", "--psm", "4", "--dpi", str(_DPI), "tsv"]
    environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command; the picture goes through stdin
            command, input=picture, capture_output=True, timeout=limits.seconds, env=environment, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise TookTooLong(f"nhận dạng chữ quá {limits.seconds} giây một trang.") from error
    if done.returncode == 0:
        return done.stdout.decode("utf-8", "replace")
    if b"vie" in done.stderr and b"load" in done.stderr.lower():
        raise ProgramMissing("Chương trình nhận dạng chữ chưa có tiếng Việt.", package=_PACKAGES)
    raise DamagedFile("Ảnh bị hỏng, không nhận dạng được chữ.")
