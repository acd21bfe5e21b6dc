"""An official document as PDF, read back with another program: every word, row, page, size and letter."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from quyen.core.errors import TypesettingFailed
from quyen.core.paper import Figure, figures
from quyen.core.paper.letters import printable
from quyen.core.paper.official import (
    Annex,
    Grid,
    GridColumn,
    Heading,
    Listed,
    Run,
    Text,
    all_forms,
    docx,
    pdf,
    portable,
    text,
)
from tests.core.paper.samples import report

MM = 25.4 / 72
REPORT = report(200)

pytestmark = pytest.mark.slow  # each sets a document in type, in a process of its own


@pytest.fixture(scope="module")
def content() -> bytes:
    return pdf(REPORT)


@pytest.fixture(scope="module")
def made(content) -> Iterator[pdfium.PdfDocument]:
    document = pdfium.PdfDocument(content)
    yield document
    document.close()


def lines(page: pdfium.PdfPage) -> list[str]:
    return page.get_textpage().get_text_bounded().split("\r\n")


def words(document: pdfium.PdfDocument) -> str:
    return " ".join(" ".join(line for page in document for line in lines(page)).split())


def place(page: pdfium.PdfPage, said: str) -> tuple[float, float, float]:
    """Left, right and top of words, in millimetres from the page's left and upper edge."""
    letters = page.get_textpage()
    first, count = letters.search(said).get_next()
    boxes = [letters.get_charbox(one) for one in range(first, first + count)]
    return (
        min(box[0] for box in boxes) * MM,
        max(box[2] for box in boxes) * MM,
        (page.get_height() - max(box[3] for box in boxes)) * MM,
    )


def test_words_stand_in_the_order_in_which_they_are_read(made) -> None:
    said = words(made)
    order = (
        "ỦY BAN NHÂN DÂN TỈNH BÌNH MINH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Số: 125/BC-UBND", "Bình Minh, ngày 30 tháng 11 năm 2025", "BÁO CÁO", REPORT.subject, "Kính gửi:",
        "- Văn phòng Ban Chỉ đạo về Nhân quyền.", "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "1. Ban hành văn bản",
        "a) Về các chỉ tiêu", "Đơn vị tính: %", "IV. PHƯƠNG HƯỚNG, KIẾN NGHỊ", "dân tộc thiểu số./.", "Nơi nhận:",
        "- Lưu: VT, KGVX.", "TM. ỦY BAN NHÂN DÂN", "Trần Thị Thu Hà", "Phụ lục I",
        "(Kèm theo Báo cáo số 125/BC-UBND ngày 30 tháng 11 năm 2025", "Phụ lục II", "1.850.000.000", "Phụ lục III",
    )  # fmt: skip
    at = 0
    for one in order:
        assert one in said[at:], one
        at = said.index(one, at) + len(one)


def test_every_row_is_there_once_under_a_head_on_every_page(made) -> None:
    across = [page for page in made if page.get_width() > page.get_height()]
    said = [lines(page) for page in across]
    assert all(any(line.startswith("TT Đơn vị Hoạt động") for line in page) for page in said)
    rows = REPORT.annexes[2].blocks[0].rows
    found = " ".join(" ".join(page) for page in said)
    for row in rows[:-1]:
        assert found.count(f" {row[1]} ") + found.count(f" {row[1]}\n") == 1, row
    assert found.count("Tổng số") == 1


def test_pages_are_a4_and_numbered_anew_in_each_annex(made) -> None:
    sizes = [(round(page.get_width() * MM), round(page.get_height() * MM)) for page in made]
    assert sizes[:4] == [(210, 297)] * 4
    assert set(sizes[4:]) == {(297, 210)}
    numbers = [number(page) for page in made]
    assert numbers[:6] == ["", "2", "", "", "", "2"]
    assert numbers[6:] == [str(one) for one in range(3, len(numbers) - 3)]


def number(page: pdfium.PdfPage) -> str:
    """What stands in the upper margin."""
    high = page.get_height()
    return page.get_textpage().get_text_bounded(bottom=high - 18 / MM, top=high).strip()


def test_parts_stand_where_the_decree_puts_them(made) -> None:
    first, second = made[0], made[1]
    left, right, top = place(second, "2")
    assert (left + right) / 2 == pytest.approx((30 + 190) / 2, abs=0.5)
    assert 8 < top < 16
    motto, state, day = (
        place(first, one) for one in ("Độc lập - Tự do - Hạnh phúc", "CỘNG HÒA XÃ HỘI", "ngày 30")
    )
    assert state[2] < motto[2] < day[2]
    assert state[2] == pytest.approx(20, abs=1.5)
    assert place(first, "ỦY BAN NHÂN DÂN")[1] < state[0]
    assert place(first, "Số: 125")[2] == pytest.approx(place(first, "Bình Minh, ngày")[2], abs=1)
    left, right, _ = place(first, "BÁO CÁO")
    assert (left + right) / 2 == pytest.approx(110, abs=0.5)
    assert place(first, "Ban hành văn bản")[0] == pytest.approx(30 + 12.7 + 4.9, abs=0.5)
    assert place(second, "Nơi nhận:")[0] == pytest.approx(30, abs=0.3)
    assert place(second, "Nơi nhận:")[2] == pytest.approx(place(second, "TM. ỦY BAN")[2], abs=1.5)
    assert place(second, "Trần Thị Thu Hà")[2] > place(second, "PHÓ CHỦ TỊCH")[2] + 20


def test_letters_are_of_one_family_embedded_and_of_the_sizes_asked_for(made) -> None:
    page = made[0]
    faces = {}
    for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        font = raw.FPDFTextObj_GetFont(one.raw)
        name = ctypes.create_string_buffer(100)
        raw.FPDFFont_GetBaseFontName(font, name, 100)
        assert raw.FPDFFont_GetIsEmbedded(font) == 1
        faces[name.value.decode().rpartition("+")[2]] = True
    assert sorted(faces) == ["LiberationSerif", "LiberationSerif-Bold", "LiberationSerif-Italic"]
    letters = page.get_textpage()
    for said, size in (
        ("CỘNG HÒA", 12),
        ("Độc lập", 13),
        ("Số: 125", 13),
        ("BÁO CÁO", 14),
        ("Thực hiện", 14),
    ):
        first, _ = letters.search(said).get_next()
        assert raw.FPDFText_GetFontSize(letters.raw, first) == pytest.approx(size, abs=0.05)


def test_it_is_tagged_in_vietnamese_and_titled(content, made) -> None:
    assert raw.FPDFCatalog_IsTagged(made.raw)
    assert made.get_metadata_value("Title") == f"Báo cáo: {REPORT.subject}"
    assert made.get_metadata_value("CreationDate").startswith("D:20251130")
    assert b"/Lang(vi" in content.replace(b" ", b"")
    assert b"pdfaid:part>2<" in content
    outline = [one.get_title() for one in made.get_toc()]
    assert "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH" in outline
    assert any(title.startswith("Phụ lục III") for title in outline)


def test_the_same_document_gives_the_same_bytes(content) -> None:
    assert pdf(REPORT) == content


SLY = '#import "/etc/passwd" #read("press.py") $x^2$ *đậm* _nghiêng_ \\ @ref <label> `mã` = Mục // chú thích'


def test_words_are_never_markup_and_no_sign_stops_it() -> None:
    """Markup of the typesetter, signs that no font holds, a word wider than the page, a row higher than one."""
    wide = "không_có_chỗ_ngắt" * 20
    odd = replace(
        REPORT,
        subject=SLY,
        superior="Bộ #strong[x]",
        addressees=(SLY,),
        bases=(SLY,),
        blocks=(
            Heading(1, "I", SLY),
            Heading(3, "a", ""),
            Text((Run(SLY, italic=True), Run("漢字 🙂 ", bold=True), Run("\x00\x07\u202ex\ud800"))),
            Listed((wide,)),
            Grid(
                (GridColumn("#x", 0.2), GridColumn(SLY, 3)), ((wide, None), ("dài " * 1500, SLY)), caption=SLY
            ),
            Grid((GridColumn("trống"),), ()),
        ),
        annexes=(Annex("", SLY, reference="theo #x", blocks=()),),
        draft=True,
        day=None,
        number="",
    )
    document = pdfium.PdfDocument(pdf(odd))
    said = words(document)
    assert said.count('#read("press.py") $x^2$ *đậm* _nghiêng_ \\ @ref <label> `mã`') >= 5
    assert "□□ □" in said
    assert said.count("dài") == 1500
    assert "DỰ THẢO" in said
    for page in document:
        letters = page.get_textpage()
        seen = [
            one for one in range(letters.count_chars()) if letters.get_text_range(one, 1).strip("\u200b \r\n")
        ]
        boxes = [letters.get_charbox(one) for one in seen]
        assert max((box[2] for box in boxes), default=0) * MM <= page.get_width() * MM - 19.5
        assert min((box[1] for box in boxes if box[3] > box[1]), default=99) * MM >= 10
    document.close()


def test_the_signature_never_stands_alone_on_a_page() -> None:
    """Wherever the text ends, its last lines go over with the signature."""
    for count in range(22, 30, 2):
        filler = tuple(text(f"Đoạn {one} của phần thân.") for one in range(count))
        document = pdfium.PdfDocument(pdf(replace(REPORT, blocks=filler, addressees=(), annexes=())))
        last = " ".join(lines(document[len(document) - 1]))
        assert f"Đoạn {count - 1} của phần thân./." in last
        assert "Trần Thị Thu Hà" in last
        document.close()


def test_the_last_sign_stays_with_the_table_above_it() -> None:
    """Wherever the table ends, "./." hangs below its last row, above the margin that the Decree leaves free."""
    for rows in (13, 14, 15, 16):
        annex = Annex(
            "", "Bảng", blocks=(Grid((GridColumn("Số"),), tuple((one,) for one in range(rows * 3))),)
        )
        document = pdfium.PdfDocument(pdf(replace(REPORT, blocks=(), annexes=(annex,))))
        last = document[len(document) - 1]
        assert str(rows * 3 - 1) in lines(last)
        assert last.get_height() * MM - place(last, "./.")[2] >= 20
        document.close()


def test_signs_that_the_fonts_lack_are_shown_as_boxes() -> None:
    marks = "ẠẶẬẸỆỊỌỘỢỤỰỲỴỶỸạặậẹệịọộợụựỳỵỷỹĐđƠơƯưẮẰẲẴẤẦẨẪẾỀỂỄỐỒỔỖỚỜỞỠỨỪỬỮ–“”…≥≤×₫"
    assert printable(marks) == marks
    assert printable("a漢b") == "a□b"


def test_a_broken_press_is_told_as_our_fault(monkeypatch, tmp_path) -> None:
    broken = tmp_path / "press.py"
    broken.write_text("raise SystemExit(3)", encoding="utf-8")
    monkeypatch.setattr(portable, "PRESS", broken)
    with pytest.raises(TypesettingFailed) as raised:
        pdf(replace(REPORT, annexes=()))
    assert "Word" in raised.value.advice


def test_all_forms_are_those_made_one_by_one() -> None:
    short = replace(REPORT, annexes=())
    forms = all_forms(short, [Figure("Số liệu", "a", "b", 1)])
    assert forms == (docx(short), pdf(short), figures([Figure("Số liệu", "a", "b", 1)]))
