"""The summary in Word: the form of Nghị định 30/2020, Phụ lục I, read back from the file."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn

from quyen.core.paper import PlanSummary, TargetLine, TaskLine, plan_summary
from quyen.core.paper.wording import place_and_day

FULL = PlanSummary(
    subject="Bảo vệ nguồn nước trên địa bàn tỉnh Bình Minh năm 2026",
    unit="Sở Nông nghiệp và Môi trường",
    unit_above="UBND tỉnh Bình Minh",
    place="Bình Minh",
    day=date(2026, 2, 5),
    number_symbol="45/KH-UBND",
    issued_on="12/01/2026",
    issuer="UBND tỉnh Bình Minh",
    bases=("Căn cứ Luật Tài nguyên nước", "Căn cứ Quyết định số 12/QĐ-TTg;"),
    targets=(TargetLine("80% hộ dân dùng nước tiết kiệm", "80%", "2026"),),
    tasks=tuple(TaskLine(f"Việc {number}", "Sở A", "Sở B", "Quý II") for number in range(1, 40)),
    audiences=("Hộ gia đình",),
    findings=("Nhiệm vụ 3 không ghi cơ quan chủ trì",),
    recipients=("Lãnh đạo Sở", "Lưu: VT"),
    maker="Trần Thị Bình",
)


@pytest.fixture(scope="module")
def made():
    return docx.Document(io.BytesIO(plan_summary(FULL)))


def words(made) -> str:
    return "\n".join(node.text or "" for node in made.element.body.iter(qn("w:t")))


def run_of(made, text):
    return next(
        run
        for paragraph in made.element.body.iter(qn("w:p"))
        for run in docx.text.paragraph.Paragraph(paragraph, made).runs
        if run.text == text
    )


def test_page_is_a4_with_margins_in_the_decrees_range(made):
    section = made.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert 30 <= round(section.left_margin.mm) <= 35
    assert 15 <= round(section.right_margin.mm) <= 20
    assert all(20 <= round(side.mm) <= 25 for side in (section.top_margin, section.bottom_margin))


def test_font_is_times_new_roman_13_to_14(made):
    style = made.styles["Normal"]
    assert style.font.name == "Times New Roman"
    assert 13 <= style.font.size.pt <= 14


def test_head_has_title_motto_issuer_place_and_day(made):
    state = run_of(made, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    motto = run_of(made, "Độc lập - Tự do - Hạnh phúc")
    day = run_of(made, "Bình Minh, ngày 05 tháng 02 năm 2026")
    assert state.font.bold
    assert 12 <= state.font.size.pt <= 13
    assert motto.font.bold
    assert 13 <= motto.font.size.pt <= 14
    assert day.font.italic
    assert "UBND TỈNH BÌNH MINH" in words(made)


def test_page_number_is_centred_and_not_on_the_first_page(made):
    section = made.sections[0]
    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0].alignment == docx.enum.text.WD_ALIGN_PARAGRAPH.CENTER
    assert "PAGE" in section.header._element.xml
    assert not section.first_page_header.paragraphs[0].text


def test_bases_are_italic_and_end_as_the_decree_says(made):
    lines = [p for p in made.paragraphs if p.text.startswith("Căn cứ ")]
    assert [line.text[-1] for line in lines] == [";", "."]
    assert all(run.font.italic for line in lines for run in line.runs)


def test_tables_repeat_their_head(made):
    ruled = [table for table in made.tables if len(table.columns) > 2]
    assert len(ruled) == 2
    for table in ruled:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


@pytest.mark.slow
def test_recipients_are_12_bold_italic_then_11(made):
    name, first = run_of(made, "Nơi nhận:"), run_of(made, "- Lãnh đạo Sở;")
    assert (name.font.size.pt, name.font.bold, name.font.italic) == (12, True, True)
    assert first.font.size.pt == 11
    assert run_of(made, "- Lưu: VT.").font.size.pt == 11


def test_it_says_that_it_is_a_working_paper(made):
    assert "không thay cho văn bản gốc" in words(made)
    assert "45/KH-UBND" in words(made)
    assert "Số:" not in words(made)


@pytest.mark.slow
def test_same_summary_same_bytes():
    assert plan_summary(FULL) == plan_summary(FULL)


@pytest.mark.slow
def test_empty_plan_says_what_is_not_there():
    made = docx.Document(io.BytesIO(plan_summary(PlanSummary(subject="Kế hoạch", unit="Văn phòng"))))
    assert words(made).count("Không thấy nêu trong văn bản.") >= 5


@pytest.mark.slow
def test_signs_that_xml_cannot_carry_are_left_out():
    odd = PlanSummary(subject="Kế\x00 hoạch <&>\x0b" + " dài" * 90, unit="Sở\ud83d", maker="x" * 300)
    assert "Kế hoạch <&>" in words(docx.Document(io.BytesIO(plan_summary(odd))))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 3), "Huế, ngày 03 tháng 11 năm 2026"),
        (date(2026, 1, 30), "Huế, ngày 30 tháng 01 năm 2026"),
        (date(2026, 3, 9), "Huế, ngày 09 tháng 3 năm 2026"),
    ],
)
def test_days_and_first_months_bear_a_nought(day, said):
    assert place_and_day("Huế", day) == said
