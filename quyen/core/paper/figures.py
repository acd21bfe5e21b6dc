"""All figures of a report as one Excel workbook: where each stands, what it is made of, of which day, from where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from quyen.core.paper.sheets import Column, Sheet, Value, workbook

COLUMNS = (
    Column("TT", 6, "number"),
    Column("Chỉ tiêu, nội dung", 44),
    Column("Đơn vị", 30),
    Column("Kỳ", 18),
    Column("Tử số", 14, "number"),
    Column("Mẫu số", 14, "number"),
    Column("Giá trị", 14, "number"),
    Column("Đơn vị tính", 14),
    Column("Ngày số liệu", 13, "date"),
    Column("Nguồn", 40),
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a report. `group` names its sheet ("Phụ lục I"); `name` what is counted; `unit` of which unit;
    `period` of when ("Năm 2025"); `measure` in what ("%", "lượt"). Where a value is missing, `value` says why in
    words ("Chưa báo cáo"), or is None."""

    group: str
    name: str
    unit: str
    value: Decimal | int | str | None
    period: str = ""
    numerator: Decimal | int | None = None
    denominator: Decimal | int | None = None
    measure: str = ""
    day: date | None = None
    source: str = ""


def figures(rows: Sequence[Figure], title: str = "Số liệu của báo cáo", note: str = "") -> bytes:
    """The .xlsx: a sheet a group, in the order in which they first come. Words are never formulas. Same rows, same
    bytes."""
    groups: dict[str, list[Figure]] = {}
    for row in rows:
        groups.setdefault(row.group or "Số liệu", []).append(row)
    sheets = [
        Sheet(name, COLUMNS, [_row(number, row) for number, row in enumerate(found, 1)], title, note)
        for name, found in groups.items()
    ]
    return workbook(sheets or [Sheet("Số liệu", COLUMNS, (), title, note)])


def _row(number: int, row: Figure) -> tuple[Value, ...]:
    return (
        number,
        row.name,
        row.unit,
        row.period,
        row.numerator,
        row.denominator,
        row.value,
        row.measure,
        row.day,
        row.source,
    )
