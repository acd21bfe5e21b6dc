"""LibreOffice and Tesseract themselves, where they are installed; too slow to stand among the core's tests."""

import io
import shutil
import subprocess

import pypdfium2
import pytest

from quyen.core.errors import TookTooLong
from quyen.core.reading.formats import Limits, open_document
from tests.core.reading.formats.builders import docx, p, tbl, tr
from tests.core.reading.formats.pdfs import Sheet, pdf
from tests.core.reading.formats.test_programs import RTF, png

office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")


def test_slow_program_is_stopped(monkeypatch, tmp_path):
    slow = tmp_path / "soffice"
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setattr("shutil.which", lambda name: str(slow))
    with pytest.raises(TookTooLong):
        open_document(RTF, limits=Limits(seconds=1))
    with pytest.raises(TookTooLong):
        open_document(png(5, 5), limits=Limits(seconds=1))


@office
@pytest.mark.slow
def test_rtf_is_read_through_libreoffice():
    found = open_document(RTF, "a.rtf")
    assert (found.kind, [block.text for block in found.blocks if block.text]) == ("rtf", ["Kế hoạch", "Hai"])


@tesseract
@pytest.mark.slow
def test_empty_picture_is_read_as_nothing_with_a_note():
    rows = (b"\0" + b"\xff" * 300) * 300
    found = open_document(png(300, 300, rows), "a.png")
    assert not [block for block in found.blocks if block.text]
    assert "OCR" in found.notes[0]


@tesseract
@pytest.mark.slow
def test_scanned_page_between_others_is_read_in_its_place():
    words = pypdfium2.PdfDocument(pdf(Sheet().say(60, 700, "BAO CAO NAM 2024", 30)))
    scan = pypdfium2.PdfDocument.new()
    image = pypdfium2.PdfImage.new(scan)
    image.set_bitmap(words[0].render(scale=2))
    image.set_matrix(pypdfium2.PdfMatrix().scale(595, 842))
    sheet = scan.new_page(595, 842)
    sheet.insert_obj(image)
    sheet.gen_content()
    joined = pypdfium2.PdfDocument.new()
    joined.import_pages(pypdfium2.PdfDocument(pdf(Sheet().say(60, 700, "Trang một có chữ."))))
    joined.import_pages(scan)
    joined.import_pages(pypdfium2.PdfDocument(pdf(Sheet().say(60, 700, "Trang ba có chữ."))))
    out = io.BytesIO()
    joined.save(out)
    found = open_document(out.getvalue(), "a.pdf")
    assert [block.page for block in found.blocks if block.text] == [1, 2, 3]
    assert "2024" in found.blocks[1].text
    assert "OCR" in found.notes[0]


@office
@pytest.mark.slow
def test_old_word_file_with_a_table_is_read_through_libreoffice(tmp_path):
    made = tmp_path / "a.docx"
    made.write_bytes(docx(p("Kế hoạch") + tbl(tr("TT", "Việc"), tr("1", "Tập huấn")) + p("")))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "doc", "--outdir", str(tmp_path), str(made)],
        check=True,
        capture_output=True,
        timeout=100,
    )
    found = open_document((tmp_path / "a.doc").read_bytes(), "a.doc")
    assert found.kind == "doc"
    assert found.blocks[0].text == "Kế hoạch"
    assert [cell.text for cell in found.blocks[1].cells] == ["TT", "Việc", "1", "Tập huấn"]
