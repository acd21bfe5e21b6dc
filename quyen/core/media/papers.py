"""PDF: it may be read and printed; it may not run, fetch, send or carry others."""

from __future__ import annotations

import io
import re
from typing import Any

from quyen.core.media.likeness import text_sketch
from quyen.core.media.record import DEFAULT, PAPER, Found, Limits, Problem

PDF = "application/pdf"
ANEW = "Hãy mở tệp, chọn In → Lưu thành PDF, rồi gửi tệp mới."
#: names of a PDF that make a reader run, open, send or carry something
_DEEDS = {
    b"JavaScript": "mã JavaScript", b"Launch": "lệnh mở chương trình", b"SubmitForm": "lệnh gửi dữ liệu đi",
    b"ImportData": "lệnh lấy dữ liệu từ ngoài", b"RichMedia": "nội dung đa phương tiện nhúng", b"XFA": "biểu mẫu XFA",
    b"EmbeddedFile": "tệp đính kèm bên trong", b"GoToE": "lệnh mở tệp đính kèm",
    b"AA": "lệnh tự chạy theo trang hoặc ô", b"OpenAction": "lệnh tự mở địa chỉ khác khi đọc",
}  # fmt: skip
_BY_THEMSELVES = (b"AA", b"OpenAction")  # what they do is looked at: most only turn to a page
_DEED = re.compile(rb"/(" + b"|".join(set(_DEEDS) - set(_BY_THEMSELVES)) + rb")(?![A-Za-z])")
_MORE_ACTIONS = re.compile(rb"/AA\s*(?:<<|\d+\s+\d+\s+R)")
_OPENING = re.compile(rb"/OpenAction\s*(?:<<(.*?)>>|(\d+)\s+\d+\s+R)", re.S)
_TURNS = re.compile(rb"/S\s*/(?:GoTo|Named)(?![A-Za-z])")
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
        anew = _written_anew(paper)
        deeds = sorted(_deeds(data) | _deeds(anew) | _by_themselves(anew))
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


def _by_themselves(content: bytes) -> set[bytes]:
    """What is done without a reader's hand (ISO 32000-1, 12.6.2 and 12.6.3): turning to a page is fine, going to an address
    tells others who reads. `content`: objects that nothing packs."""
    found = {b"AA"} if _MORE_ACTIONS.search(content) else set()
    for inside, number in _OPENING.findall(content):
        done = inside or _object(content, number)
        if b"/S" in done and (b"/Next" in done or not _TURNS.search(done)):
            found.add(b"OpenAction")
    return found


def _object(content: bytes, number: bytes) -> bytes:
    found = re.search(rb"(?<!\d)" + number + rb"\s+\d+\s+obj(.*?)endobj", content, re.S) if number else None
    return found[1] if found else b""


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
