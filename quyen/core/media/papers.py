"""Papers: PDF, the office's files and e-books. They may be read and printed; they may not run, fetch or carry others."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Any

from lxml import etree

from quyen.core.media.kinds import OOXML
from quyen.core.media.likeness import text_sketch
from quyen.core.media.record import DEFAULT, MIB, PAPER, Found, Limits, Problem

__all__ = ["look_at_office", "look_at_pdf", "office_type"]
PDF = "application/pdf"
ANEW = "Hãy mở tệp, chọn In → Lưu thành PDF, rồi gửi tệp mới."
SAVED_ANEW = "Hãy mở tệp, lưu thành tệp mới không có macro (.docx, .xlsx, .pptx) hoặc PDF rồi gửi lại."
#: names of a PDF that make a reader run, open, send or carry something
_DEEDS = {
    b"JavaScript": "mã JavaScript", b"Launch": "lệnh mở chương trình", b"SubmitForm": "lệnh gửi dữ liệu đi",
    b"ImportData": "lệnh lấy dữ liệu từ ngoài", b"RichMedia": "nội dung đa phương tiện nhúng", b"XFA": "biểu mẫu XFA",
    b"EmbeddedFile": "tệp đính kèm bên trong", b"GoToE": "lệnh mở tệp đính kèm",
}  # fmt: skip
_DEED = re.compile(rb"/(" + b"|".join(_DEEDS) + rb")(?![A-Za-z])")
_CODED = re.compile(rb"#([0-9A-Fa-f]{2})")
_SAMPLED = 40  # pages whose words are compared with other texts
_REMOVE_SECURITY = 3  # FPDF_REMOVE_SECURITY of pdfium's fpdf_save.h


def look_at_pdf(data: bytes, limits: Limits = DEFAULT) -> Found:
    """A PDF is judged by its own bytes and by all its objects as Chromium's reader (pdfium) writes them anew: there
    nothing is packed, coded or hidden behind an older version of the same object."""
    if problem := _pdf_frame(data):
        return Found(PAPER, PDF, problems=(problem,))
    import pypdfium2

    try:
        paper = pypdfium2.PdfDocument(bytes(data))
    except pypdfium2.PdfiumError as error:
        return Found(PAPER, PDF, problems=(_unopened(str(error)),))
    try:
        pages = len(paper)
        if pages > limits.pages:
            problem = Problem(
                "too-large", f"Tài liệu có hơn {limits.pages} trang.", "Hãy tách thành nhiều tệp."
            )
            return Found(PAPER, PDF, pages=pages, problems=(problem,))
        deeds = sorted(_deeds(data) | _deeds(_written_anew(paper)))
        if deeds:
            said = ", ".join(_DEEDS[deed] for deed in deeds)
            problem = Problem("active-pdf", f"Trong tệp PDF có {said}.", ANEW)
            return Found(PAPER, PDF, pages=pages, problems=(problem,))
        width, height = (round(side * 96 / 72) for side in paper.get_page_size(0)) if pages else (0, 0)
        return Found(PAPER, PDF, width, height, pages=pages, sketch=text_sketch(_pdf_words(paper)))
    except pypdfium2.PdfiumError:
        return Found(PAPER, PDF, problems=(_unopened(""),))
    finally:
        paper.close()


def _pdf_frame(data: bytes) -> Problem | None:
    head, tail = bytes(data[:1024]), bytes(data[max(0, len(data) - 2048) :])
    if not head.lstrip(b"\xef\xbb\xbf\r\n\t \0").startswith(b"%PDF-"):
        return Problem("polyglot", "Trước phần PDF còn nội dung khác giấu vào.", ANEW)
    last = tail.rfind(b"%%EOF")
    if last < 0:
        return Problem(
            "damaged", "Tệp PDF bị hỏng hoặc tải chưa xong.", "Hãy mở lại tệp trên máy và gửi lại."
        )
    if tail[last + 5 :].strip(b"\0\r\n\t \x1a"):
        return Problem("trailing", "Sau phần PDF còn dữ liệu khác giấu vào.", ANEW)
    return None


def _unopened(words: str) -> Problem:
    if "password" in words.lower():
        return Problem("protected", "Tệp PDF có mật khẩu.", "Hãy bỏ mật khẩu rồi gửi lại.")
    return Problem("damaged", "Tệp PDF bị hỏng, không mở được.", "Hãy mở lại tệp trên máy và gửi lại.")


def _deeds(content: bytes) -> set[bytes]:
    plain = _CODED.sub(lambda found: bytes([int(found[1], 16)]), content)
    return set(_DEED.findall(plain))


def _written_anew(paper: Any) -> bytes:
    """All objects, unpacked and without a password's coding."""
    out = io.BytesIO()
    paper.save(out, flags=_REMOVE_SECURITY)
    return out.getvalue()


def _pdf_words(paper: Any) -> str:
    words = []
    for number in range(min(len(paper), _SAMPLED)):
        page = paper[number]
        words.append(page.get_textpage().get_text_bounded())
        page.close()
    return " ".join(words)


# --- files of the office, and e-books ----------------------------------------------------------------

_OOXML = {"word/document.xml": OOXML + "wordprocessingml.document", "xl/workbook.xml": OOXML + "spreadsheetml.sheet",
          "ppt/presentation.xml": OOXML + "presentationml.presentation"}  # fmt: skip
_MACRO = re.compile(
    r"vbaproject\.bin|vbadata\.xml|/activex/|/macrosheets/|^basic/|^scripts/|/oleobject\d*\.bin", re.I
)
_FETCHES = re.compile(rb"<Relationship\b[^>]*>")
_SCRIPT = re.compile(rb"<script|\son[a-z]{3,20}\s*=|javascript:|<iframe|<object|<embed|<form", re.IGNORECASE)
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    ValueError,
    RuntimeError,
    KeyError,
)


def office_type(data: bytes) -> str:
    """The media type of a zip that is an office file or an e-book, "zip" for any other."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            mime = (
                archive.read("mimetype")[:80].decode("ascii", "ignore").strip() if "mimetype" in names else ""
            )
    except _BROKEN:
        return "zip"
    if mime:
        return mime
    return next((media_type for part, media_type in _OOXML.items() if part in names), "zip")


def look_at_office(data: bytes, media_type: str, limits: Limits = DEFAULT) -> Found:
    """Macros, programs and pictures of other programs inside, and what is fetched when it is opened, are refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            problem = _members(archive, limits) or _inside(archive, media_type)
            words = "" if problem else _office_words(archive, media_type)
    except _BROKEN:
        problem, words = (
            Problem("damaged", "Tệp bị hỏng hoặc tải chưa xong.", "Hãy mở lại tệp trên máy và gửi lại."),
            "",
        )
    problem = problem or _around_zip(data)
    return Found(PAPER, media_type, problems=(problem,) if problem else (), sketch=text_sketch(words))


def _around_zip(data: bytes) -> Problem | None:
    if bytes(data[:4]) != b"PK\3\4":
        return Problem("polyglot", "Trước phần nội dung còn dữ liệu khác giấu vào.", SAVED_ANEW)
    return None


def _members(archive: zipfile.ZipFile, limits: Limits) -> Problem | None:
    members = archive.infolist()
    if len(members) > limits.members or sum(one.file_size for one in members) > limits.unpacked:
        return Problem(
            "bomb",
            f"Tệp bung ra hơn {limits.unpacked // MIB} MB.",
            "Hãy giảm số và cỡ ảnh trong tệp, hoặc tách tệp.",
        )
    for one in members:
        if one.flag_bits & 1:
            return Problem("protected", "Tệp có mật khẩu.", "Hãy bỏ mật khẩu rồi gửi lại.")
        if one.file_size > MIB and one.file_size > limits.ratio * max(one.compress_size, 1):
            return Problem("bomb", "Tệp bung ra lớn bất thường.", SAVED_ANEW)
        if _MACRO.search(one.filename):
            return Problem("macro", "Trong tệp có macro hoặc đối tượng của chương trình khác.", SAVED_ANEW)
    return None


def _inside(archive: zipfile.ZipFile, media_type: str) -> Problem | None:
    for one in archive.infolist():
        lower = one.filename.lower()
        if lower.endswith(".rels") and any(_fetches(part) for part in _FETCHES.findall(archive.read(one))):
            return Problem("external", "Khi mở, tệp tự tải nội dung từ nơi khác.", SAVED_ANEW)
        if lower == "[content_types].xml" and b"macroEnabled" in archive.read(one):
            return Problem("macro", "Tệp được lưu ở dạng có macro.", SAVED_ANEW)
        is_page = media_type == "application/epub+zip" and lower.endswith((".xhtml", ".html", ".htm", ".svg"))
        if is_page and _SCRIPT.search(archive.read(one)):
            return Problem(
                "active-book", "Trong sách có mã chạy.", "Hãy xuất lại sách EPUB không có mã, hoặc gửi PDF."
            )
    return None


def _fetches(relationship: bytes) -> bool:
    """A link that a reader follows by their own hand is fine; a template, a frame or a picture from elsewhere is not."""
    return b'TargetMode="External"' in relationship and b"/hyperlink" not in relationship


def _office_words(archive: zipfile.ZipFile, media_type: str) -> str:
    part = {"wordprocessingml.document": "word/document.xml"}.get(
        media_type.removeprefix(OOXML), "content.xml"
    )
    if part not in archive.namelist():
        return ""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(archive.read(part), parser)
    except etree.XMLSyntaxError:
        return ""
    return " ".join(str(piece) for piece in root.itertext() if piece.strip())
