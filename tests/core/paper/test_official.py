"""An official document as Word: what Nghị định 30/2020 asks, read back from the file; and as JSON and back."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import docx as word
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from quyen.core.form import check_form
from quyen.core.paper.measure import width
from quyen.core.paper.official import (
    Annex,
    Grid,
    GridColumn,
    Heading,
    Listed,
    Official,
    Run,
    Text,
    docx,
    from_json,
    text,
    to_json,
)
from quyen.core.paper.official.columns import column_widths
from quyen.core.paper.page import MM, PADDING
from quyen.core.paper.wording import figure, number_and_symbol, recipient_lines
from tests.core.paper.samples import report

REPORT = report(40)


@pytest.fixture(scope="module")
def content() -> bytes:
    return docx(REPORT)


@pytest.fixture(scope="module")
def made(content):
    return word.Document(io.BytesIO(content))


def said(element) -> list[str]:
    return [
        "".join("\n" if one.tag == qn("w:br") else one.text or "" for one in line.iter(qn("w:t"), qn("w:br")))
        for line in element.iter(qn("w:p"))
    ]


def test_the_check_of_form_finds_nothing(content) -> None:
    assert check_form(content).deviations == ()
    kinds = [part.kind for part in check_form(content).parts]
    assert kinds == [
        "state", "motto", "issuer", "number", "place_date", "type", "subject", "addressees", "body", "authority",
        "signer", "recipients", "annex", "annex", "annex",
    ]  # fmt: skip


def test_a_stored_report_is_made_again_byte_for_byte(content) -> None:
    stored = json.dumps(to_json(REPORT))
    assert from_json(json.loads(stored)) == REPORT
    assert docx(from_json(json.loads(stored))) == content
    with pytest.raises(ValueError, match="không đúng dạng"):
        from_json({"kind": "Báo cáo"})


def test_the_first_lines_stand_in_their_order(made) -> None:
    lines = [line for line in said(made.element.body) if line]
    assert lines[:13] == [
        "ỦY BAN NHÂN DÂN\nTỈNH BÌNH MINH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 125/BC-UBND",
        "Bình Minh, ngày 30 tháng 11 năm 2025",
        "BÁO CÁO",
        "Kết quả truyền thông về quyền con người năm 2025",
        "Kính gửi:",
        "- Bộ Văn hóa, Thể thao và Du lịch;",
        "- Văn phòng Ban Chỉ đạo về Nhân quyền.",
        lines[10],
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
        "1. Ban hành văn bản",
    ]
    end = lines.index("Nơi nhận:")
    assert lines[end - 1] == "- Cung cấp tài liệu mẫu bằng tiếng các dân tộc thiểu số./."
    assert lines[end + 4 : end + 9] == [
        "- Lưu: VT, KGVX.",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Trần Thị Thu Hà",
    ]


def test_each_annex_is_a_section_with_its_own_page_numbers(made) -> None:
    assert [section.page_width > section.page_height for section in made.sections] == [
        False,
        False,
        False,
        True,
    ]
    for section in made.sections:
        assert section.different_first_page_header_footer
        assert round(section.left_margin.mm) == 30
    starts = [section._sectPr.find(qn("w:pgNumType")) for section in made.sections[1:]]
    assert [one.get(qn("w:start")) for one in starts] == ["1", "1", "1"]


def test_tables_repeat_their_heads_and_cut_no_row(made) -> None:
    rows = made.tables[-1]._tbl.tr_lst
    assert len(rows) == 1 + 40
    assert rows[0].trPr.find(qn("w:tblHeader")) is not None
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    total = [run for run in rows[-1].iter(qn("w:r"))]
    assert all(run.rPr.find(qn("w:b")) is not None for run in total)
    cells = list(rows[1].iter(qn("w:p")))
    assert [cell.pPr.find(qn("w:jc")).get(qn("w:val")) for cell in cells] == [
        "center", "left", "left", "right", "right", "right", "left",
    ]  # fmt: skip


def test_the_signature_stays_with_the_text_before(made) -> None:
    table = next(one for one in made.tables if "Nơi nhận:" in said(one._tbl))
    before = list(table._tbl.itersiblings(preceding=True))[:2]
    assert all(one.pPr.find(qn("w:keepNext")) is not None for one in before)


def test_figures_and_fixed_words_are_vietnamese() -> None:
    assert figure(1000) == "1.000"
    assert figure(Decimal("1000.50")) == "1.000,50"  # no digit lost, none made up
    assert figure(Decimal("-0.5")) == "-0,5"
    assert figure(Decimal("1E+6")) == "1.000.000"
    assert number_and_symbol("5", "BC-STP") == "Số: 05/BC-STP"
    assert recipient_lines(("Lưu: VT", "- Như trên;")) == ["- Như trên;", "- Lưu: VT."]
    assert recipient_lines(()) == ["- Lưu: VT."]


def test_what_is_not_issued_leaves_room_and_a_draft_says_so() -> None:
    draft = docx(replace(REPORT, number="", day=None, draft=True))
    lines = said(word.Document(io.BytesIO(draft)).element.body)
    assert "Số:       /BC-UBND" in lines
    assert "DỰ THẢO" in lines
    assert check_form(draft).deviations == ()


def test_a_row_that_no_page_holds_may_be_cut() -> None:
    grid = Grid((GridColumn("A"), GridColumn("B")), (("x" * 20, "chữ " * 900), ("a", "b")))
    made = word.Document(io.BytesIO(docx(replace(REPORT, blocks=(grid,), annexes=()))))
    rows = next(one for one in made.tables if "A" in said(one._tbl))._tbl.tr_lst
    assert [row.find(f".//{qn('w:cantSplit')}") is not None for row in rows] == [True, False, True]


def test_a_heading_of_more_than_a_line_stands_at_both_margins() -> None:
    long = Heading(2, "1", "Kết quả " + "tuyên truyền, phổ biến " * 6)
    assert check_form(docx(replace(REPORT, blocks=(long, *REPORT.blocks)))).deviations == ()


def test_a_column_is_as_wide_as_its_longest_word_and_a_figure_is_not_broken() -> None:
    titles, row = ("Nhiệm vụ", "Hạn", "Thực hiện"), ("chữ " * 200, "14/11/2025", "240 trên 325")
    widths = column_widths(titles, [row], (20, 1, 1), ("left", "left", "right"), 165)
    assert sum(widths) == pytest.approx(165)
    needed = [1.05 * width(words, 12, "serif") / MM + PADDING for words in ("14/11/2025", "240 trên 325")]
    assert list(widths[1:]) == pytest.approx(needed)
    asked = column_widths(("A", "B"), [("a", "b")], (1, 3), ("left", "left"), 100)
    assert asked == pytest.approx((25, 75))


def test_no_column_takes_more_than_a_third_for_one_word() -> None:
    widths = column_widths(("A", "B"), [("x" * 300, "b")], (1, 9), ("left", "left"), 100)
    assert widths == pytest.approx((30, 70))


def test_a_row_of_another_width_is_refused() -> None:
    with pytest.raises(ValueError, match="số cột"):
        Grid((GridColumn("A"),), (("a", "b"),))


# --- any document ---------------------------------------------------------------------------------

SOME = st.sampled_from(
    [
        "các",
        "đơn",
        "vị",
        "báo",
        "cáo",
        "kết",
        "quả",
        "truyền",
        "thông",
        "về",
        "quyền",
        "con",
        "người",
        "ở",
        "cơ",
        "sở",
        "đạt",
        "61,25%",
        "<b>&amp;",
        "{{x}}",
        "#1",
        "$2",
        "\\n",
        "*a*",
        "30/11",
        "Ủy",
        "ban",
        "Thường",
        "trực",
        "của",
        "tỉnh",
        "thuộc",
        "diện",
    ]
)
SENTENCE = st.lists(SOME, min_size=2, max_size=30).map(lambda words: "Trong kỳ " + " ".join(words))
CELL = st.one_of(
    st.none(), st.integers(-(10**9), 10**9), st.decimals(-1000, 1000, places=2), st.text(max_size=30)
)
RUNS = st.lists(st.builds(Run, SENTENCE, st.booleans(), st.booleans()), min_size=1, max_size=3).map(tuple)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    wide = draw(st.integers(1, 5))
    columns = tuple(
        GridColumn(f"Cột {one}", draw(st.floats(0, 9)), draw(st.sampled_from(("left", "centre", "right"))))
        for one in range(wide)
    )
    rows = draw(st.lists(st.tuples(*[CELL] * wide), max_size=4))
    return Grid(columns, tuple(rows), (0,), draw(st.just("") | SENTENCE), "%")


BLOCK = st.one_of(
    st.builds(Heading, st.just(1), st.sampled_from(("I", "IV")), SENTENCE),
    st.builds(Heading, st.just(2), st.sampled_from(("1", "12")), SENTENCE),
    st.builds(Heading, st.just(3), st.sampled_from(("a", "đ")), SENTENCE),
    st.builds(Text, RUNS),
    st.builds(Listed, st.lists(SENTENCE, max_size=3).map(tuple)),
    grids(),
)
BLOCKS = st.lists(BLOCK, max_size=5).map(tuple)
OFFICIAL = st.builds(
    Official,
    issuer=st.sampled_from(["Sở Tư pháp", "Ban Chỉ đạo " + "truyền thông " * 9]),
    superior=st.sampled_from(["", "UBND tỉnh Bình Minh"]),
    symbol=st.just("BC-STP"),
    place=st.just("Bình Minh"),
    kind=st.just("Báo cáo"),
    subject=SENTENCE,
    authority=st.sampled_from([("Giám đốc",), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")]),
    signer=st.sampled_from(["Trần Thị Bình", "Trương Văn An"]),
    number=st.sampled_from(["", "7", "125"]),
    day=st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    addressees=st.lists(st.sampled_from(["Bộ Tư pháp", "Sở Nội vụ;"]), max_size=3).map(tuple),
    bases=st.lists(st.sampled_from(["12/QĐ-UBND", "Căn cứ Luật Trẻ em;"]), max_size=2).map(tuple),
    blocks=BLOCKS.map(lambda blocks: (text("Số liệu chi tiết tại Phụ lục kèm theo."), *blocks)),
    recipients=st.sampled_from([(), ("Như trên;", "Lưu: VT, PBGDPL")]),
    annexes=st.lists(
        st.builds(Annex, st.sampled_from(("I", "II")), SENTENCE, landscape=st.booleans(), blocks=BLOCKS),
        max_size=2,
    ).map(tuple),
    draft=st.booleans(),
)


@pytest.mark.slow  # whole documents, some of them long
@settings(max_examples=8, deadline=None)
@given(OFFICIAL)
def test_any_document_keeps_the_form_and_comes_back_from_json(official: Official) -> None:
    assert check_form(docx(official)).deviations == ()
    assert from_json(json.loads(json.dumps(to_json(official)))) == official
