"""Which kind of file it is, by its first bytes; and which endings of a name go with a kind."""

from __future__ import annotations

import re

from quyen.core.media.record import CAPTIONS, DRAWING, PAPER, PICTURE, SOUND, TEXT, VIDEO, Problem

OOXML = "application/vnd.openxmlformats-officedocument."
#: media type -> kind, endings of names, what a person calls it
TYPES: dict[str, tuple[str, tuple[str, ...], str]] = {
    "image/png": (PICTURE, ("png",), "ảnh PNG"),
    "image/jpeg": (PICTURE, ("jpg", "jpeg", "jpe", "jfif"), "ảnh JPEG"),
    "image/gif": (PICTURE, ("gif",), "ảnh GIF"),
    "image/webp": (PICTURE, ("webp",), "ảnh WebP"),
    "image/avif": (PICTURE, ("avif",), "ảnh AVIF"),
    "image/svg+xml": (DRAWING, ("svg",), "hình vẽ SVG"),
    "video/mp4": (VIDEO, ("mp4", "m4v"), "video MP4"),
    "video/quicktime": (VIDEO, ("mov", "qt"), "video QuickTime"),
    "video/webm": (VIDEO, ("webm",), "video WebM"),
    "audio/mpeg": (SOUND, ("mp3",), "âm thanh MP3"),
    "audio/mp4": (SOUND, ("m4a", "mp4"), "âm thanh M4A"),
    "audio/ogg": (SOUND, ("ogg", "oga", "opus"), "âm thanh Ogg"),
    "audio/wav": (SOUND, ("wav",), "âm thanh WAV"),
    "audio/flac": (SOUND, ("flac",), "âm thanh FLAC"),
    "application/pdf": (PAPER, ("pdf",), "tài liệu PDF"),
    OOXML + "wordprocessingml.document": (PAPER, ("docx",), "tài liệu Word"),
    OOXML + "spreadsheetml.sheet": (PAPER, ("xlsx",), "bảng tính Excel"),
    OOXML + "presentationml.presentation": (PAPER, ("pptx",), "trang trình chiếu PowerPoint"),
    "application/vnd.oasis.opendocument.text": (PAPER, ("odt",), "tài liệu OpenDocument"),
    "application/vnd.oasis.opendocument.presentation": (PAPER, ("odp",), "trang trình chiếu OpenDocument"),
    "application/vnd.oasis.opendocument.spreadsheet": (PAPER, ("ods",), "bảng tính OpenDocument"),
    "application/epub+zip": (PAPER, ("epub",), "sách EPUB"),
    "text/vtt": (CAPTIONS, ("vtt",), "phụ đề WebVTT"),
    "application/x-subrip": (CAPTIONS, ("srt", "vtt"), "phụ đề SRT"),  # SRT in a .vtt is told, and converted
    "text/html": (TEXT, ("html", "htm"), "trang HTML"),
    "text/plain": (TEXT, ("txt", "md"), "văn bản thuần"),
}
#: known by their bytes, never taken: what they are, and what to send instead
TURNED_AWAY: tuple[tuple[bytes, str, str], ...] = (
    (b"MZ", "chương trình Windows", "Thư viện không nhận chương trình."),
    (b"\x7fELF", "chương trình Linux", "Thư viện không nhận chương trình."),
    (b"#!", "tệp lệnh", "Thư viện không nhận chương trình."),
    (b"\xd0\xcf\x11\xe0", "tệp Office đời cũ (.doc, .xls, .ppt) hoặc có mật khẩu",
     "Hãy bỏ mật khẩu, hoặc mở bằng Word, Excel, PowerPoint rồi lưu thành .docx, .xlsx, .pptx hay PDF."),
    (b"{\\rtf", "tệp RTF", "Hãy lưu thành .docx hoặc PDF."),
    (b"II*\0", "ảnh TIFF", "Hãy lưu ảnh thành JPEG hoặc PNG."),
    (b"MM\0*", "ảnh TIFF", "Hãy lưu ảnh thành JPEG hoặc PNG."),
    (b"BM", "ảnh BMP", "Hãy lưu ảnh thành JPEG hoặc PNG."),
    (b"8BPS", "tệp Photoshop", "Hãy xuất ảnh thành JPEG hoặc PNG."),
    (b"%!PS", "tệp PostScript hoặc Illustrator", "Hãy xuất thành SVG hoặc PDF."),
    (b"Rar!", "tệp nén RAR", "Hãy nén lại thành .zip, hoặc gửi từng tệp."),
    (b"7z\xbc\xaf", "tệp nén 7z", "Hãy nén lại thành .zip, hoặc gửi từng tệp."),
    (b"\x1f\x8b", "tệp nén gzip", "Hãy nén lại thành .zip, hoặc gửi từng tệp."),
    (b"FWS", "tệp Flash", "Trình duyệt không còn mở Flash; hãy xuất thành MP4."),
    (b"CWS", "tệp Flash", "Trình duyệt không còn mở Flash; hãy xuất thành MP4."),
    (b"\0\0\1\xba", "video MPEG đời cũ", "Hãy xuất video thành MP4 (H.264)."),
    (b"0&\xb2u", "video WMV", "Hãy xuất video thành MP4 (H.264)."),
    (b"FLV", "video Flash", "Hãy xuất video thành MP4 (H.264)."),
)  # fmt: skip
TAKEN = (
    "Thư viện nhận: ảnh JPEG, PNG, WebP, GIF; hình vẽ SVG; video MP4, WebM; âm thanh MP3, M4A, OGG, WAV; "
    "PDF, Word, PowerPoint, Excel, OpenDocument, EPUB; phụ đề VTT, SRT; văn bản TXT, HTML; tệp .zip gồm các tệp đó."
)
#: endings that make a system run a file; never in a name, not even before another ending
_RUNS = (
    "exe com scr bat cmd msi ps1 vbs vbe js jse mjs wsf hta jar apk app sh bash php phtml phar php5 asp aspx jsp cgi "
    "pl py rb dll lnk reg swf xhtml shtml xht svgz"
)
RUNS = frozenset(_RUNS.split())
_FTYP_PICTURES = (b"avif", b"avis")
_HEIC = (b"heic", b"heix", b"mif1", b"msf1", b"hevc")
_MP3 = re.compile(rb"ID3[\x02-\x04]|\xff[\xe2\xe3\xf2\xf3\xfa\xfb]")


def binary_type(head: bytes) -> str:
    """The media type of bytes that are no text, "zip" for any zip, "" for all else."""
    for sign, media_type in (
        (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF87a", "image/gif"),
        (b"GIF89a", "image/gif"), (b"OggS", "audio/ogg"), (b"fLaC", "audio/flac"), (b"PK\3\4", "zip"),
        (b"PK\5\6", "zip"), (b"\x1a\x45\xdf\xa3", "video/webm"), (b"%PDF-", "application/pdf"),
    ):  # fmt: skip
        if head.startswith(sign):
            return media_type
    return _of_riff(head) or _of_ftyp(head) or ("audio/mpeg" if _MP3.match(head) else _late_pdf(head))


def _of_riff(head: bytes) -> str:
    if not head.startswith(b"RIFF"):
        return ""
    return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(head[8:12], "")


def _of_ftyp(head: bytes) -> str:
    """ISO base media files; whether there is a picture track is seen later."""
    if head[4:8] not in (b"ftyp", b"moov", b"wide"):
        return ""
    brand = head[8:12] if head[4:8] == b"ftyp" else b"qt  "
    if brand in _FTYP_PICTURES:
        return "image/avif"
    return "" if brand in _HEIC else "video/quicktime" if brand == b"qt  " else "video/mp4"


def _late_pdf(head: bytes) -> str:
    """Readers of PDF pass over what stands before the sign; here that is a reason to look closer, and to refuse."""
    return "application/pdf" if b"%PDF-" in head[:1024] and not head.lstrip().startswith(b"<") else ""


def turned_away(head: bytes) -> Problem | None:
    """Why a known kind is not taken; None where the bytes are none of them."""
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC:
        return Problem(
            "unknown-kind",
            "Đây là ảnh HEIC của iPhone, nhiều máy không mở được.",
            "Hãy chuyển thành JPEG: Cài đặt → Máy ảnh → Định dạng → Tương thích nhất, hoặc xuất ảnh ra JPEG.",
        )
    for sign, name, advice in TURNED_AWAY:
        if head.startswith(sign):
            return Problem("unknown-kind", f"Đây là {name}.", advice)
    return None


def name_problem(name: str, media_type: str) -> Problem | None:
    """Whether a name's endings go with what the bytes are. A name without an ending says nothing wrong."""
    inner = [part.lower() for part in name.split(".")[1:]]
    running = next((ending for ending in inner if ending in RUNS), "")
    kind = TYPES[media_type][2]
    if running:
        return Problem(
            "double-ending",
            f"Tên tệp có đuôi .{running} của chương trình, tuy nội dung là {kind}.",
            f"Hãy đặt lại tên, chỉ để một đuôi .{TYPES[media_type][1][0]}, rồi gửi lại.",
        )
    last = inner[-1] if inner else ""
    known = {ending for _, endings, _ in TYPES.values() for ending in endings}
    if last and last not in TYPES[media_type][1] and (last in known or 2 <= len(last) <= 4):
        return Problem(
            "wrong-ending",
            f"Tên tệp có đuôi .{last} nhưng nội dung là {kind}.",
            f"Hãy xem lại có phải gửi nhầm tệp không; nếu đúng tệp, đổi đuôi thành .{TYPES[media_type][1][0]}.",
        )
    return None
