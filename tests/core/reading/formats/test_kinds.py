"""The content says what a file is; the name only helps where the content cannot."""

import pytest

from quyen.core.errors import DamagedFile, ProtectedFile, QuyenError, TooLarge, UnknownKind
from quyen.core.reading.formats import Limits, kind_of, open_document
from tests.core.reading.formats.builders import docx, p, zipped
from tests.core.reading.formats.pdfs import Sheet, pdf

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
PAGE = "<html><body><p>Chữ</p></body></html>"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (docx(p("x")), "a.txt", "docx"),
        (pdf(Sheet()), "a.docx", "pdf"),
        (b"\n\n" + pdf(Sheet()), "", "pdf"),
        (PAGE.encode(), "a.doc", "html"),
        (PAGE.encode("utf-16"), "a.doc", "html"),
        ("<p>một<p>hai<p>ba".encode(), "", "html"),
        ("a < b và c > d".encode(), "a.txt", "txt"),
        ("# Đề mục".encode(), "a.md", "md"),
        ("Chữ thường".encode(), "a.docx", "txt"),
        ("Chữ".encode("utf-16-le"), "", "txt"),
        (b"{\\rtf1 x}", "a.doc", "rtf"),
        (OLE + "WordDocument".encode("utf-16-le"), "a", "doc"),
        (b"\x89PNG\r\n\x1a\n....", "a.pdf", "image"),
        (b"\xff\xd8\xff\xe0", "a", "image"),
        (b"II*\0....", "a", "image"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "a", "odt"),
        (zipped({"a.txt": "x"}), "a.docx", "zip"),
    ],
)
def test_kind_by_content(data, name, kind):
    assert kind_of(data, name) == kind


@pytest.mark.parametrize(
    ("data", "name", "error"),
    [
        (b"", "a.txt", DamagedFile),
        (bytes(range(256)) * 20, "a.docx", DamagedFile),
        (bytes(range(256)) * 20, "a.bin", UnknownKind),
        (zipped({"xl/workbook.xml": "<x/>", "[Content_Types].xml": "<x/>"}), "a.docx", UnknownKind),
        (OLE + "Workbook".encode("utf-16-le"), "a.doc", UnknownKind),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", ProtectedFile),
    ],
)
def test_what_is_no_document(data, name, error):
    with pytest.raises(error) as refused:
        open_document(data, name)
    assert str(refused.value)
    assert refused.value.advice


def test_too_many_bytes():
    with pytest.raises(TooLarge):
        open_document(b"x" * 101, "a.txt", Limits(bytes=100))


def test_a_readers_stumble_is_a_damaged_file(monkeypatch):
    def stumble(*_):
        raise IndexError("inside")

    monkeypatch.setattr("quyen.core.reading.formats.docx.read_docx", stumble)
    with pytest.raises(QuyenError) as refused:
        open_document(docx(p("x")))
    assert isinstance(refused.value, DamagedFile)
    assert isinstance(refused.value.__cause__, IndexError)
