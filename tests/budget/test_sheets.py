"""Estimates as .xlsx: out with formulas, in row by row, and what does not add up is named."""

from __future__ import annotations

import io
from datetime import timedelta
from decimal import Decimal

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from quyen.budget.actions import (
    EstimateRefused,
    carry_out_intake,
    receive_sheet,
    save_line,
    start_estimate,
)
from quyen.budget.enums import Funding
from quyen.budget.models import EstimateIntake, EstimateLine, content_hash
from quyen.budget.queries.given import LineGiven
from quyen.budget.queries.intake import account
from quyen.budget.queries.page import estimate_page
from quyen.budget.queries.sheet import estimate_sheet
from quyen.core.paper import Column, Sheet, workbook
from quyen.organisation.actions.taken import SeenOtherwise, SheetRefused
from tests.factories.budget import YEAR, hand_out, sent, written

HEADS = ("Nội dung chi", "Nguồn", "Số lượng", "Đơn giá (triệu đồng)", "Thành tiền (triệu đồng)")


def out(money, estimate) -> bytes:
    return workbook([estimate_sheet(estimate_page(money.writer, estimate))])


def taken(money, estimate, content: bytes):
    made = receive_sheet(actor=money.writer, estimate=estimate, name="du-toan.xlsx", content=content)
    return account(made)


def sheet(*rows: tuple[object, ...]) -> bytes:
    return workbook([Sheet("S", tuple(Column(head) for head in HEADS), rows, "Dự toán")])


def test_out_and_in_again_changes_nothing(money) -> None:
    made = written(money)
    given = LineGiven(Funding.STATE, 18_000_000, Decimal("1.5"), "buổi", 12_000_000, "hai giảng viên")
    save_line(actor=money.writer, line=made.lines.first(), revision=0, given=given)
    before = content_hash(made.lines.order_by("position"))
    content = out(money, made)
    page = openpyxl.load_workbook(io.BytesIO(content)).active
    assert page["I4"].value == "=F4*H4" and page["I6"].value == "=SUM(I4:I5)"
    assert page["I4"].number_format == "#,##0"
    shown = openpyxl.load_workbook(io.BytesIO(content), data_only=True).active
    assert (shown["I4"].value, shown["I6"].value, shown["I7"].value) == (18_000_000, 38_000_000, 18_000_000)
    seen = taken(money, made, content)
    assert seen.counts == {"conflict": 0, "new": 0, "change": 0, "same": 2} and seen.total == 38_000_000
    assert content_hash(made.lines.order_by("position")) == before


def test_the_template_names_the_tasks_and_is_filled_in(money) -> None:
    made = start_estimate(actor=money.writer, unit=money.unit, plan=money.plan, year=YEAR)
    book = openpyxl.load_workbook(io.BytesIO(out(money, made)))
    page = book.active
    assert [page[f"D{row}"].value for row in (4, 5)] == [one.text for one in money.tasks[:2]]
    page["E4"], page["F4"], page["H4"] = "ngan sach nha nuoc", 12, 1_500_000
    filled = io.BytesIO()
    book.save(filled)
    seen = taken(money, made, filled.getvalue())
    assert [one.said for one in seen.works] == ["Ngân sách nhà nước: 18.000.000"]  # an empty row is left out
    carry_out_intake(actor=money.writer, intake=seen.intake, sign=seen.sign)
    line = made.lines.get()
    assert (line.task_id, line.planned_vnd) == (money.tasks[0].pk, 18_000_000)
    with pytest.raises(SheetRefused, match="đã được thực hiện"):
        carry_out_intake(actor=money.writer, intake=seen.intake, sign=seen.sign)


def test_what_does_not_add_up_is_named_by_its_row_and_nothing_is_taken(money) -> None:
    made = start_estimate(actor=money.writer, unit=money.unit, plan=money.plan, year=YEAR)
    seen = taken(money, made, sheet(
        ("Thuê hội trường", "NSNN", 12, "1,5", "18,5"), ("In tài liệu", "xã hội hóa", None, None, "2,25"),
        ("Nước uống", "quỹ riêng", None, None, 1), ("In tài liệu", "XHH", None, None, 3), ("Xe", "Khác", None, None, "1.2.3"),
        ("Tổng cộng", None, None, None, "25"),
    ))  # fmt: skip
    said = {one.at: one.said for one in seen.lines}
    assert said[3] == "Dòng 3: 12 × 1.500.000 = 18.000.000, ghi 18.500.000"
    assert "Không có nguồn “quỹ riêng”" in said[5] and "đã có ở một dòng trên" in said[6]
    assert "không phải số tiền" in said[7] and "lệch 1.250.000" in said[8]
    assert said[4] == "Xã hội hóa: 2.250.000"
    with pytest.raises(EstimateRefused, match="vướng"):
        carry_out_intake(actor=money.writer, intake=seen.intake, sign=seen.sign)
    assert not EstimateLine.objects.exists()


def test_what_changed_since_it_was_seen_is_looked_at_again(money) -> None:
    made = written(money)
    seen = taken(money, made, sheet(("Thuê xe", "Khác", None, None, 2)))
    assert seen.kept == 2
    save_line(actor=money.writer, line=made.lines.first(), revision=0, given=LineGiven(Funding.STATE, 1))
    with pytest.raises(SeenOtherwise):
        carry_out_intake(actor=money.writer, intake=seen.intake, sign=seen.sign)
    EstimateIntake.objects.update(entered_at=timezone.now() - timedelta(days=31))
    assert EstimateIntake.forget_old() == 1


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"a,b\n1,2", workbook([Sheet("S", (Column("x"),), [("y",)])])]
)
def test_what_is_no_estimate_is_told(client_of, money, content) -> None:
    made = start_estimate(actor=money.writer, unit=money.unit, plan=money.plan, year=YEAR)
    given = {"file": SimpleUploadedFile("x.xlsx", content)}
    answer = client_of(money.writer).post(reverse("budget:sheet-in", args=[made.pk]), given)
    assert answer.status_code == 422 and "Chưa có gì thay đổi" in answer.content.decode()


def test_the_assembled_sheet_adds_up_by_task_and_by_unit(client_of, money) -> None:
    hand_out(money.world, money.plan, money.tasks[:2], money.unit)
    sent(money)
    answer = client_of(money.officer).get(reverse("budget:assembled-out", args=[money.plan.pk, YEAR]))
    book = openpyxl.load_workbook(io.BytesIO(answer.content), data_only=True)
    by_task, by_unit = book.worksheets
    assert [by_task[f"G{row}"].value for row in (4, 5, 6)] == [30_000_000, 20_000_000, 50_000_000]
    assert by_unit["B4"].value == money.unit.name and by_unit["G5"].value == 50_000_000
