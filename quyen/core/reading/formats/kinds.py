"""What a file is, by its content first and its name second."""

from __future__ import annotations

import io
import re
import zipfile

from quyen.core.errors import DamagedFile, ProtectedFile, UnknownKind

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"BM", b"GIF8")
_RTF = re.compile(rb"\s*+\{\\rtf")
_WEBP = re.compile(rb"RIFF....WEBP", re.DOTALL)
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|h[1-6])\b[^<>]{0,500}>", re.IGNORECASE
)
_MAIL = re.compile(r"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:mime-version|content-type):", re.IGNORECASE)
_WORD_XML = re.compile(r"<\?mso-application|<w:wordDocument|<office:document\b")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_CONTROL_BYTES = bytes([*range(9), *range(0x0E, 0x1B), *range(0x1C, 0x20)])
_HEAD = 8192
_SUFFIXES = {"md": "md", "markdown": "md", "htm": "html", "html": "html", "mht": "mht", "mhtml": "mht"}
_BY_SUFFIX = {
    "docx": "Word",
    "docm": "Word",
    "pdf": "PDF",
    "doc": "Word",
    "odt": "OpenDocument",
    "zip": "zip",
}


def kind_of(data: bytes, name: str = "") -> str:
    """One of docx, pdf, html, mht, txt, md, doc, odt, rtf, image, zip.

    Raises UnknownKind for other content, ProtectedFile for an encrypted Word file, DamagedFile for an empty
    file or one whose name promises a container that its bytes are not.
    """
    suffix = name.rpartition(".")[2].lower()
    if not data:
        raise DamagedFile("Tệp rỗng, không có nội dung nào.")
    return _binary(data) or _text(data, suffix)


def plain_text(data: bytes, name: str = "") -> tuple[str, str] | None:
    """ "txt" or "md" and the words of a text in clean UTF-8 that surely is nothing else; None for all other files.

    What is decoded here need not be decoded again, neither to tell the kind nor to read the text.
    """
    start = _start(data)
    kind = _SUFFIXES.get(name.rpartition(".")[2].lower(), "txt")
    if (
        not start
        or kind not in ("txt", "md")
        or b"<" in start
        or b"\xef\xbf\xbd" in start
        or len(start.translate(None, _CONTROL_BYTES)) != len(start)
        or b"multipart/" in start.lower()
        or _binary(data)
    ):
        return None
    try:
        text = str(data, "utf-8")
    except UnicodeDecodeError:
        return None
    from quyen.core.text.encodings import nfc, repaired

    return kind, repaired(nfc(text.removeprefix("\ufeff")))[0]


def _binary(data: bytes) -> str | None:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip(data)
    if data.startswith(_OLE):
        return _compound(data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if _RTF.match(data):
        return "rtf"
    if data.startswith(_PICTURES) or _WEBP.match(data):
        return "image"
    return None


def _zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            mime = archive.read("mimetype")[:60] if "mimetype" in names else b""
    except Exception as error:
        raise DamagedFile("Tệp nén bị hỏng hoặc tải chưa xong.") from error
    if mime.startswith(b"application/vnd.oasis.opendocument.text"):
        return "odt"
    if mime.startswith(b"application/vnd.oasis") or any(n.startswith(("xl/", "ppt/")) for n in names):
        raise UnknownKind("Đây là bảng tính hoặc trang trình chiếu, không phải văn bản.")
    if any(re.fullmatch(r"word/document\d*\.xml", member) for member in names):
        return "docx"
    if "[Content_Types].xml" in names:
        raise DamagedFile("Tệp Word thiếu phần nội dung chính.")
    return "zip"


def _compound(data: bytes) -> str:
    """The old Microsoft container: names of its streams are UTF-16 in its directory."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise ProtectedFile("Tệp Word được đặt mật khẩu.")
    if "WordDocument".encode("utf-16-le") in data:
        return "doc"
    raise UnknownKind("Tệp Office đời cũ này không phải văn bản Word.")


def _text(data: bytes, suffix: str) -> str:
    from quyen.core.text.encodings import decode

    start = _start(data)
    head = decode(start)[0].lstrip()
    if _WORD_XML.search(head[:2000]):
        return "doc"
    if _MAIL.match(head) and "multipart/" in head.lower():
        return "mht"
    if not _is_all_text(start, head) and len(_CONTROL.findall(head)) > max(2, len(head) // 50):
        raise _not_text(suffix)
    if re.match(r"<!doctype\s+html|<html|<\?xml[^>]*>\s*<(?:!doctype\s+)?html", head, re.IGNORECASE):
        return "html"
    known = _SUFFIXES.get(suffix)
    if known == "html" or (known == "mht" and _HTML.search(head)):
        return "html" if _HTML.search(head) or known == "html" else "txt"
    if known != "md" and re.match(r"<[a-z!][^<>]*>", head, re.IGNORECASE) and len(_HTML.findall(head)) > 2:
        return "html"
    return "md" if known == "md" else "txt"


def _start(data: bytes) -> bytes:
    """The first bytes, not cut within a letter of UTF-8: what is no clean UTF-8 is weighed in many encodings."""
    end = min(len(data), _HEAD)
    while _HEAD - 4 < end < len(data) and data[end] & 0xC0 == 0x80:
        end -= 1
    return data[:end]


def _is_all_text(data: bytes, head: str) -> bool:
    """Whether there is no control sign, in whatever encoding; asked of the bytes, which takes a tenth of the time."""
    return "\ufffd" not in head and len(data.translate(None, _CONTROL_BYTES)) == len(data)


def _not_text(suffix: str) -> UnknownKind | DamagedFile:
    if suffix in _BY_SUFFIX:
        return DamagedFile(f"Tên tệp là .{suffix} nhưng nội dung không phải tệp {_BY_SUFFIX[suffix]}.")
    return UnknownKind("Không nhận ra đây là loại tệp gì.")
