"""What people write into a line, from a form or a sheet, as values; or in words why it is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from quyen.budget.enums import Funding
from quyen.core.text import money
from quyen.core.text.folding import fold
from quyen.core.text.numbers import parse_number

_QUANTITY = re.compile(r"[0-9][0-9.,]*\Z")
MOST = Decimal(10) ** 11


class NotGiven(Exception):
    """Why a text is no amount, quantity or source, in words for the person."""


@dataclass(frozen=True)
class LineGiven:
    """One line as it is given, its words apart. Quantity and unit price come together or not at all."""

    source: str
    planned_vnd: int
    quantity: Decimal | None = None
    measured_in: str = ""
    unit_price_vnd: int | None = None
    note: str = ""


def amount_of(text: str, *, scale: int = 1) -> int:
    """Whole đồng from what was typed. Errors: NotGiven."""
    try:
        return money.parse_money(text, scale=scale)
    except money.NotMoney as error:
        raise NotGiven(_why(error)) from error


def _why(error: money.NotMoney) -> str:
    words = {
        money.EMPTY: _("Chưa có số tiền."),
        money.UNKNOWN: _("“%(text)s” không phải số tiền. Viết ví dụ 1.500.000 hoặc 1,5 triệu."),
        money.AMBIGUOUS: _("“%(text)s” hiểu được hai cách. Viết rõ, ví dụ 1.500 hoặc 1,5 triệu."),
        money.FRACTION: _("“%(text)s” lẻ dưới một đồng. Số tiền tính đến đồng."),
        money.NEGATIVE: _("Số tiền không được âm."),
        money.LARGE: _("“%(text)s” lớn quá một triệu tỷ đồng. Hãy xem lại đơn vị."),
    }[error.reason]
    return words % {"text": error.text.strip()[:40]} if "%(text)s" in words else words


def quantity_of(text: str) -> Decimal:
    """ "12", "1,5", "1.000": at most three digits after the comma. Errors: NotGiven."""
    found = parse_number(text.strip(), share=True) if _QUANTITY.match(text.strip()) else None
    if found is None:
        raise NotGiven(
            _("“%(text)s” không phải số lượng. Viết ví dụ 12 hoặc 1,5.") % {"text": text.strip()[:40]}
        )
    number = Decimal(repr(found))
    if number != round(number, 3) or number >= MOST:
        raise NotGiven(_("Số lượng có nhiều nhất ba chữ số sau dấu phẩy và nhỏ hơn một trăm tỷ."))
    return number


SHORT = {"nsnn": Funding.STATE, "ngan sach": Funding.STATE, "long ghep": Funding.INTEGRATED, "xhh": Funding.SOCIAL,
         "xa hoi hoa": Funding.SOCIAL, "khac": Funding.OTHER}  # fmt: skip


def source_of(text: str) -> Funding:
    """By its word, with marks or none, by a short word for it, or by its name in the data. Errors: NotGiven."""
    asked = " ".join(fold(text).split())
    for one in Funding:
        if asked in (one.value, fold(VIETNAMESE[one])):
            return one
    if asked in SHORT:
        return SHORT[asked]
    known = ", ".join(str(one.label) for one in Funding)
    raise NotGiven(
        _("Không có nguồn “%(text)s”. Các nguồn: %(known)s.") % {"text": text.strip()[:40], "known": known}
    )


# a sheet is the same whichever language its reader has chosen
VIETNAMESE = {
    Funding.STATE: "Ngân sách nhà nước", Funding.INTEGRATED: "Lồng ghép", Funding.SOCIAL: "Xã hội hóa",
    Funding.OTHER: "Nguồn khác",
}  # fmt: skip


def planned_of(quantity: Decimal | None, price: int | None, planned: int | None) -> int:
    """The amount of a line: as it is given, else what quantity and price come to. Errors: NotGiven."""
    if (quantity is None) != (price is None):
        raise NotGiven(_("Ghi cả số lượng và đơn giá, hoặc để trống cả hai."))
    if planned is not None:
        return planned
    if quantity is None or price is None:
        raise NotGiven(_("Chưa có thành tiền."))
    product = quantity * price
    if product != int(product):
        raise NotGiven(_("Số lượng nhân đơn giá lẻ dưới một đồng; hãy ghi thành tiền."))
    if product >= money.LARGEST:
        raise NotGiven(_("Thành tiền lớn quá một triệu tỷ đồng. Hãy xem lại đơn vị."))
    return int(product)
