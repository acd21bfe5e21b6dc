"""One trial of one file: read it by the door that takes it, as far as its record, and say how it went."""

from __future__ import annotations

import unicodedata

from quyen.core.errors import DamagedFile, FileRefused, QuyenError
from quyen.core.reading import read_document, to_record
from quyen.core.reading.formats import Limits, kind_of, open_document, unpack
from quyen.core.reading.layout import lay_out
from quyen.core.types import RawDocument, RawParagraph, RawTable

LIMITS = Limits(unpacked=32 << 20, seconds=20)


def trial(name: str, data: bytes, secret: str) -> str:
    """ "read", or the name of the error; "stumble: ..." where a reader tripped and the door caught it.

    Raises AssertionError for a document that is not well formed, or that tells what a hostile file asked for.
    """
    try:
        if kind_of(data, name) == "zip":
            return _archive(data, name, secret)
        document = open_document(data, name, LIMITS)
        check(document, secret)
    except QuyenError as error:
        assert str(error)
        return _named(error)
    to_record(read_document(lay_out(document)))  # no error at all may come from here
    return "read"


def _archive(data: bytes, name: str, secret: str) -> str:
    for inner, content in unpack(data, name, LIMITS):
        assert ".." not in inner.split("/") or isinstance(content, FileRefused)
        if isinstance(content, bytes):
            trial(inner, content, secret)
    return "read"


def _named(error: QuyenError) -> str:
    cause = error.__cause__
    if isinstance(error, DamagedFile) and "không đọc được" in str(error) and cause is not None:
        return f"stumble: {cause!r:.90}"
    return type(error).__name__


def check(document: RawDocument, secret: str) -> None:
    """A document is well formed: composed text, cells inside their table, nothing of the secret file."""
    for block in document.blocks:
        if isinstance(block, RawTable):
            assert all(cell.row >= 0 and cell.row + cell.row_span <= block.rows for cell in block.cells)
            assert all(cell.row_span > 0 < cell.column_span and cell.column >= 0 for cell in block.cells)
            texts = [cell.text for cell in block.cells]
        else:
            assert isinstance(block, RawParagraph)
            texts = [block.text]
        for text in texts:
            assert unicodedata.is_normalized("NFC", text)
            assert not secret or secret not in text
