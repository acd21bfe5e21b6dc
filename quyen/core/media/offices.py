"""Files of the office and e-books: they may be read and printed; they may not run, fetch or carry others."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from quyen.core.media.kinds import OOXML
from quyen.core.media.likeness import text_sketch
from quyen.core.media.record import DEFAULT, MIB, PAPER, Found, Limits, Problem

SAVED_ANEW = "Hãy mở tệp, lưu thành tệp mới không có macro (.docx, .xlsx, .pptx) hoặc PDF rồi gửi lại."

_OOXML = {"word/document.xml": OOXML + "wordprocessingml.document", "xl/workbook.xml": OOXML + "spreadsheetml.sheet",
          "ppt/presentation.xml": OOXML + "presentationml.presentation"}  # fmt: skip
_MACRO = re.compile(
    r"vbaproject\.bin|vbadata\.xml|/activex/|/macrosheets/|^basic/|^scripts/|/oleobject\d*\.bin", re.I
)
#: parts that say what is fetched or run
_TELLING = re.compile(
    r"\.rels$|^\[content_types\]\.xml$|^word/[^/]+\.xml$|^xl/externallinks/|^(content|styles)\.xml$"
)
_RUNS = {"ddeLink", "oleLink", "event-listener", "dde-source", "dde-connection-decl"}
_DDE = re.compile(r"DDE(?:AUTO)?(?=[\s\"\\]|$)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]+:|//|\.\./)", re.IGNORECASE)
_XLINK, _WORD = (
    "{http://www.w3.org/1999/xlink}",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
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
    is_book = media_type == "application/epub+zip"
    for one in archive.infolist():
        name = one.filename.lower()
        if is_book and name.endswith((".xhtml", ".html", ".htm", ".svg")):
            problem = _in_a_book(archive.read(one))
        elif not is_book and name.endswith((".xml", ".rels")):
            problem = _in_a_part(name, archive.read(one))
        else:
            continue
        if problem:
            return problem
    return None


def _in_a_book(content: bytes) -> Problem | None:
    if not _SCRIPT.search(content.replace(b"\0", b"")):  # a page may be written in UTF-16
        return None
    return Problem(
        "active-book", "Trong sách có mã chạy.", "Hãy xuất lại sách EPUB không có mã, hoặc gửi PDF."
    )


def _in_a_part(name: str, content: bytes) -> Problem | None:
    """One part of a file of the office, read as its program reads it: by its structure, in whatever letters and quotes."""
    if b"<!ENTITY" in content.replace(b"\0", b""):
        return Problem("entities", "Trong tệp có khai báo thực thể (ENTITY).", SAVED_ANEW)
    if not _TELLING.search(name):
        return None
    try:
        root = etree.fromstring(content, _PARSER)
    except (etree.XMLSyntaxError, ValueError):
        return Problem("damaged", "Tệp bị hỏng hoặc tải chưa xong.", "Hãy mở lại tệp trên máy và gửi lại.")
    elements = [one for one in root.iter() if isinstance(one.tag, str)]
    if any(_fetches(one) for one in elements):
        return Problem("external", "Khi mở, tệp tự tải nội dung từ nơi khác.", SAVED_ANEW)
    if name == "[content_types].xml" and any("macroenabled" in said.lower() for said in _said(elements)):
        return Problem("macro", "Tệp được lưu ở dạng có macro.", SAVED_ANEW)
    if any(etree.QName(one).localname in _RUNS for one in elements) or _DDE.search(_fields(elements)):
        return Problem("macro", "Trong tệp có lệnh gọi chương trình khác (DDE, macro).", SAVED_ANEW)
    return None


def _fetches(element: etree._Element) -> bool:
    """A link that a reader follows by their own hand is fine; a template, a frame or a picture from elsewhere is not
    (ECMA-376 part 2, 9.3.2.2; OpenDocument 1.2 part 1, 19.909)."""
    if etree.QName(element).localname == "Relationship":
        by_hand = str(element.get("Type", "")).endswith("/hyperlink")
        return str(element.get("TargetMode", "")).strip().lower() == "external" and not by_hand
    if element.get(f"{_XLINK}actuate") != "onLoad":
        return False
    return bool(_ELSEWHERE.match(str(element.get(f"{_XLINK}href", ""))))


def _said(elements: list[etree._Element]) -> Iterator[str]:
    return (str(value) for one in elements for value in one.attrib.values())


def _fields(elements: list[etree._Element]) -> str:
    """What Word's fields say, whose words may lie in pieces."""
    pieces = (
        one.text or "" if etree.QName(one).localname == "instrText" else str(one.get(f"{{{_WORD}}}instr", ""))
        for one in elements
        if etree.QName(one).localname in ("instrText", "fldSimple")
    )
    return "".join(pieces)


def _office_words(archive: zipfile.ZipFile, media_type: str) -> str:
    part = {"wordprocessingml.document": "word/document.xml"}.get(
        media_type.removeprefix(OOXML), "content.xml"
    )
    if part not in archive.namelist():
        return ""
    try:
        root = etree.fromstring(archive.read(part), _PARSER)
    except etree.XMLSyntaxError:
        return ""
    return " ".join(str(piece) for piece in root.itertext() if piece.strip())
