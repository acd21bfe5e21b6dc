"""Excel sheets: what a cell holds is what it shows, and nothing runs."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest

from quyen.core.paper import Column, Sheet, workbook

COLUMNS = (
    Column("TT", 6, "number"),
    Column("Nội dung", 40),
    Column("Hạn", 12, "date"),
    Column("Mức", 9, "percent"),
)
ROWS = [(1, "Tập huấn", date(2026, 6, 30), Decimal("12.5")), (2, None, None, None)]


def opened(*sheets: Sheet):
    return openpyxl.load_workbook(io.BytesIO(workbook(sheets)))


def test_title_headings_filter_and_frozen_head():
    page = opened(Sheet("Nhiệm vụ", COLUMNS, ROWS, "Bảng theo dõi", "Lập ngày 23/11/2026"))["Nhiệm vụ"]
    assert page["A1"].value == "Bảng theo dõi"
    assert [cell.value for cell in page[3]] == ["TT", "Nội dung", "Hạn", "Mức"]
    assert page.freeze_panes == "A4"
    assert page.auto_filter.ref == "A3:D5"
    assert page.column_dimensions["B"].width == 40
    assert page["B4"].alignment.wrap_text


def test_dates_are_dates():
    page = opened(Sheet("S", COLUMNS, ROWS)).active
    assert page["C2"].value == datetime(2026, 6, 30)
    assert page["C2"].number_format == "dd/mm/yyyy"
    assert page["D2"].value == 12.5


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("x")', "+84 24", "-5", "@tên", "\tx", "- Sở A"])
def test_text_never_becomes_a_formula(text):
    cell = opened(Sheet("S", (Column("x"),), [(text,)])).active["A2"]
    assert cell.data_type == "s"
    assert cell.value == text
    assert cell.quotePrefix


def test_heading_and_title_never_become_formulas():
    page = opened(Sheet("S", (Column("=1"),), [], "=2", "+3")).active
    assert [page[place].data_type for place in ("A1", "A2", "A3")] == ["s", "s", "s"]


@pytest.mark.parametrize(
    "names", [["a/b[c]:*?", "a/b[c]:*?"], ["x" * 60, "x" * 60], ["", ""], ["Nhiệm vụ", "nhiệm vụ"]]
)
def test_sheet_names_fit_and_differ(names):
    made = opened(*(Sheet(name, ()) for name in names)).sheetnames
    assert len({name.casefold() for name in made}) == 2
    assert all(1 <= len(name) <= 31 for name in made)


def test_odd_values_are_kept_or_cut():
    zoned = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    page = opened(
        Sheet("S", (Column("x"), Column("y"), Column("z")), [("a\x00b", "c" * 40000, zoned)])
    ).active
    assert page["A2"].value == "ab"
    assert len(page["B2"].value) == 32767
    assert page["C2"].value == datetime(2026, 1, 2, 3, 4)


def test_same_sheets_same_bytes():
    assert workbook([Sheet("S", COLUMNS, ROWS)]) == workbook([Sheet("S", COLUMNS, ROWS)])


def test_row_of_wrong_length_is_refused():
    with pytest.raises(ValueError, match="zip"):
        workbook([Sheet("S", COLUMNS, [(1,)])])


def test_figures_are_numbers_and_words_are_never_formulas() -> None:
    from quyen.core.paper import Figure, figures

    rows = [
        Figure(
            "Phụ lục I", "=1+1", "@Xã", Decimal("1000.5"), "Năm 2025", 2001, 2, "%", date(2025, 11, 30), "-a"
        ),
        Figure("Phụ lục I", "b", "Xã B", 1000),
        Figure("Phụ lục II", "c", "Xã C", "Chưa báo cáo"),
    ]
    content = figures(rows)
    assert figures(rows) == content
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Phụ lục I", "Phụ lục II"]
    first, second = book["Phụ lục I"].iter_rows(min_row=3, max_row=4)
    assert [cell.value for cell in first] == [
        1, "=1+1", "@Xã", "Năm 2025", 2001, 2, 1000.5, "%", datetime(2025, 11, 30), "-a",
    ]  # fmt: skip
    assert {cell.data_type for cell in first} == {"n", "s", "d"}
    assert (first[6].number_format, second[6].number_format) == ("#,##0.####", "#,##0")
    assert book["Phụ lục II"].cell(3, 7).value == "Chưa báo cáo"
