"""Bytes of a file -> its blocks, whatever the format. The one door of this room.

    kind_of        what the bytes are, by content first and name second
    open_document  one document -> RawDocument
    unpack         a zip -> its documents, one at a time
    Limits         what one file may ask of the machine

Each reader is in a file or folder of its own (docx, pdf with its OCR, html, mht, plain, office) and is imported when
first needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from quyen.core.errors import DamagedFile, QuyenError, TooLarge, UnknownKind
from quyen.core.reading.formats.archive import unpack
from quyen.core.reading.formats.kinds import kind_of, plain_text
from quyen.core.reading.formats.limits import DEFAULT, MIB, Limits
from quyen.core.reading.formats.plain import read_lines, read_plain
from quyen.core.text.encodings import convert, old_encoding, surely_vietnamese
from quyen.core.types import RawCell, RawDocument, RawParagraph

__all__ = ["DEFAULT", "Limits", "kind_of", "open_document", "unpack"]

_JUDGED = 400  # paragraphs and cells whose words tell the encoding


def open_document(data: bytes, name: str = "", limits: Limits = DEFAULT) -> RawDocument:
    """The blocks of one document, in reading order, with the readers' doubts as `notes`.

    Raises only the errors of `quyen.core.errors`: FileRefused and its kinds, ProgramMissing, TookTooLong. What
    a damaged file makes a reader stumble over is DamagedFile, with the stumble as its cause.
    """
    if len(data) > limits.bytes:
        raise TooLarge(f"Tệp lớn hơn {limits.bytes // MIB} MiB.")
    plain = plain_text(data, name)
    kind = plain[0] if plain else kind_of(data, name)
    reader = _READERS.get(kind)
    if reader is None:
        raise UnknownKind("Đây là tệp nén gồm nhiều tệp; hãy mở từng tệp trong đó.")
    try:
        document = read_lines(plain[1], kind) if plain else reader(data, kind, limits)
    except QuyenError:
        raise
    except (MemoryError, RecursionError) as error:
        raise TooLarge("Tệp lồng nhau quá sâu hoặc quá lớn so với bộ nhớ.") from error
    except Exception as error:
        raise DamagedFile("Nội dung tệp bị hỏng, không đọc được.") from error
    _convert_old_letters(document)
    return document if document.kind == kind else replace(document, kind=kind)


def _convert_old_letters(document: RawDocument) -> None:
    """A whole document in old font letters whose fonts no longer say so: judged by its words."""
    sample: list[str] = []
    for part in islice(_parts(document), _JUDGED):
        if surely_vietnamese(part.text):  # as the first lines of most files are
            return
        sample.append(part.text)
    if old := old_encoding(" ".join(sample)):
        for part in _parts(document):
            part.text = convert(part.text, old)
        document.notes.append("Tệp dùng phông chữ cũ (TCVN3 hoặc VNI); chữ đã được chuyển sang Unicode.")


def _parts(document: RawDocument) -> Iterator[RawParagraph | RawCell]:
    for block in document.blocks:
        if isinstance(block, RawParagraph):
            yield block
        else:
            yield from block.cells


def _docx(data: bytes, _: str, limits: Limits) -> RawDocument:
    from quyen.core.reading.formats.docx import read_docx

    return read_docx(data, limits)


def _pdf(data: bytes, _: str, limits: Limits) -> RawDocument:
    from quyen.core.reading.formats.pdf import read_pdf

    return read_pdf(data, limits)


def _html(data: bytes, kind: str, limits: Limits) -> RawDocument:
    from quyen.core.reading.formats.html import read_html, read_mht

    return read_mht(data, limits) if kind == "mht" else read_html(data, limits)


def _plain(data: bytes, kind: str, _: Limits) -> RawDocument:
    return read_plain(data, kind)


def _image(data: bytes, _: str, limits: Limits) -> RawDocument:
    from quyen.core.reading.formats.pdf.ocr import read_image

    return read_image(data, limits)


def _office(data: bytes, kind: str, limits: Limits) -> RawDocument:
    from quyen.core.reading.formats.office import read_office

    return read_office(data, kind, limits)


_READERS: dict[str, Callable[[bytes, str, Limits], RawDocument]] = {
    "docx": _docx,
    "pdf": _pdf,
    "html": _html,
    "mht": _html,
    "txt": _plain,
    "md": _plain,
    "image": _image,
    "doc": _office,
    "odt": _office,
    "rtf": _office,
}
