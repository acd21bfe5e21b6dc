"""What an official document says, part by part: plain frozen values, with no word of how it looks.

The same description gives the same .docx and the same PDF, byte for byte, today and years later. Words are given as
people write them ("Ủy ban nhân dân tỉnh Bình Minh"): capitals, signs at the ends of lines, "Số:", "Căn cứ" and
"./." are put on by those who print it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Align = Literal["left", "centre", "right"]
Cell = str | int | Decimal | None  # a figure is printed as 1.000,5; None is an empty cell


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words in one look."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 is "I. TÌNH HÌNH" (mục), 2 "1. Kết quả" (khoản with a title), 3 "a) Về chỉ tiêu" (điểm).

    `number` is bare: "I", "1", "a"; it may be empty."""

    level: Literal[1, 2, 3]
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of the body."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """Items of a list, each its own paragraph with a dash."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GridColumn:
    """`share`: its part of the table's width beside the other columns' shares."""

    title: str
    share: float = 1
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table. `totals` are the places (from 0) of rows in bold; `unit` is what stands behind
    "Đơn vị tính:". Errors: ValueError where a row is not as wide as the columns."""

    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: tuple[int, ...] = ()
    caption: str = ""
    unit: str = ""

    def __post_init__(self) -> None:
        if not self.columns or any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("Một dòng của bảng không có đủ số ô như số cột.")


Block = Heading | Text | Listed | Grid


@dataclass(frozen=True, slots=True)
class Annex:
    """`number` is Roman ("I"), empty where there is one annex only. Without `reference` its "(Kèm theo Báo cáo số
    ... )" is made of the document's own number, day and issuer. `landscape`: wide tables."""

    number: str
    title: str
    reference: str = ""
    landscape: bool = False
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Official:
    """An administrative document of Nghị định 30/2020/NĐ-CP.

    `superior` may be empty. `number` ("125") and `day` may be empty before it is issued: room is left for them.
    `symbol` is "BC-UBND". `kind` is "Báo cáo". `recipients` without "Lưu: ..." get "Lưu: VT". `authority`: the lines
    above the signature, ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"). `draft`: marked "DỰ THẢO"."""

    issuer: str
    symbol: str
    place: str
    kind: str
    subject: str
    authority: tuple[str, ...]
    signer: str
    superior: str = ""
    number: str = ""
    day: date | None = None
    addressees: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    recipients: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = field(default_factory=tuple)
    draft: bool = False


def text(words: str) -> Text:
    """A paragraph in one look."""
    return Text((Run(words),))
