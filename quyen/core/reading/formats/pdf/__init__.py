"""PDF files with a text layer, through PDFium; pages without one through OCR where it is installed.

Guarantees: nothing in the file is run or fetched; pages are read in order, ruled tables cell by cell; printed
page numbers are left out; a page that holds only a picture is read by OCR or named in a note.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from quyen.core.errors import DamagedFile, ProgramMissing, ProtectedFile, TookTooLong, TooLarge
from quyen.core.reading.formats.limits import DEFAULT, Limits
from quyen.core.reading.formats.pdf.pages import Page, read_page
from quyen.core.reading.formats.pdf.paragraphs import Block, ParagraphMaker
from quyen.core.types import RawDocument, RawTable

_FEW = 12  # letters: a page with fewer beside a picture is a scan


def read_pdf(data: bytes, limits: Limits = DEFAULT) -> RawDocument:
    """The blocks of a PDF. Raises DamagedFile, ProtectedFile or TooLarge."""
    with _opened(data) as document:
        count = len(document)
        if count > limits.pages:
            raise TooLarge(f"Tệp có {count} trang, hơn {limits.pages} trang được phép.")
        pages = _pages(document, count, limits)
        scans = [page.number for page in pages if page.letters < _FEW and page.pictures]
        blocks, notes = ParagraphMaker(pages).make(pages), _empty_notes(pages, scans)
        if scans:
            blocks = _with_scans(document, scans, blocks, notes, limits)
    return RawDocument("pdf", blocks, notes, count)


@contextmanager
def _opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise ProtectedFile("Tệp PDF được đặt mật khẩu.") from error
        raise DamagedFile("Tệp PDF bị hỏng hoặc tải chưa xong.") from error
    try:
        yield document
    finally:
        document.close()


def _pages(document: pdfium.PdfDocument, count: int, limits: Limits) -> list[Page]:
    found: list[Page] = []
    cells = blocks = 0
    with closing(_handles(document, count)) as handles:  # before the document itself is closed
        for number, handle in enumerate(handles, start=1):
            page = _page(handle, number)
            found.append(page)
            cells += sum([len(item.cells) for item in page.items if isinstance(item, RawTable)])
            blocks += len(page.items)
            if cells > limits.cells or blocks > limits.blocks:
                raise TooLarge("Tệp có quá nhiều ô hoặc quá nhiều dòng.")
    return found


def _handles(document: pdfium.PdfDocument, count: int) -> Generator[Any, None, None]:
    """The pages one after the other. A page is closed only when the next one is open: PDFium forgets a font
    that no open page uses, and would read it again for every page."""
    before: Any = None
    try:
        for at in range(count):
            handle = raw.FPDF_LoadPage(document.raw, at)
            if before:
                raw.FPDF_ClosePage(before)
            before = handle
            yield handle
    finally:
        if before:
            raw.FPDF_ClosePage(before)


def _page(handle: Any, number: int) -> Page:
    """One page; one that PDFium cannot load is an empty page."""
    if not handle:
        return Page(number)
    try:
        return read_page(handle, number)
    except ValueError:
        return Page(number)


def _empty_notes(pages: list[Page], scans: list[int]) -> list[str]:
    empty = [page.number for page in pages if not page.letters and page.number not in scans]
    return [f"Trang {_listed(empty)} không có chữ nào."] if empty else []


def _listed(numbers: list[int]) -> str:
    """ "1, 2, 5" with the rest left out when there are many."""
    shown = ", ".join(map(str, numbers[:8]))
    return shown if len(numbers) <= 8 else f"{shown} và {len(numbers) - 8} trang khác"


def _with_scans(
    document: pdfium.PdfDocument, scans: list[int], blocks: list[Block], notes: list[str], limits: Limits
) -> list[Block]:
    """The blocks with those of the scanned pages put in; what OCR could not do is a note.

    Raises ProgramMissing only where the whole file is scanned and the program is missing.
    """
    from quyen.core.reading.formats.pdf.ocr import read_pages

    read: dict[int, list[Block]] = {}
    try:
        read = read_pages(document, scans, limits)
        notes.append(
            f"Chữ của trang {_listed(scans)} được nhận dạng từ ảnh (OCR); cần đối chiếu với bản gốc."
        )
    except ProgramMissing as missing:
        if not any(isinstance(block, RawTable) or block.text for block in blocks):
            raise
        notes.append(f"Trang {_listed(scans)} là ảnh chụp, chưa đọc được chữ. {missing.advice}")
    except TookTooLong as slow:
        notes.append(f"Trang {_listed(scans)} là ảnh chụp; {slow}")
    out = [block for block in blocks if block.page not in read]
    out += [block for found in read.values() for block in found]
    return sorted(out, key=lambda block: block.page or 0)
