"""What must add up and does not, said at the cell where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from quyen.budget.enums import FaultKind
from quyen.budget.models import EstimateLine
from quyen.budget.queries.sums import number_said, said


@dataclass(frozen=True)
class Fault:
    """`blocks`: nothing is sent or approved while it stands; the others are only shown. `line`: whose, None for a total."""

    kind: FaultKind
    said: str
    blocks: bool = True
    line: int | None = None


def product_fault(
    number: int, quantity: Decimal | None, price: int | None, planned: int, line: int | None = None
) -> Fault | None:
    """ "Dòng 7: 12 × 1.500.000 = 18.000.000, ghi 18.500.000". Less than a đồng apart is no fault."""
    if quantity is None or price is None or abs(quantity * price - planned) < 1:
        return None
    words = _("Dòng %(number)s: %(quantity)s × %(price)s = %(product)s, ghi %(planned)s") % {
        "number": number, "quantity": number_said(quantity), "price": said(price),
        "product": number_said(quantity * price), "planned": said(planned),
    }  # fmt: skip
    return Fault(FaultKind.PRODUCT, words, line=line)


def line_faults(number: int, line: EstimateLine, spent: int, *, is_approved: bool) -> tuple[Fault, ...]:
    """Of one line, numbered as on the screen."""
    found = [product_fault(number, line.quantity, line.unit_price_vnd, line.planned_vnd, line.pk)]
    approved = line.approved_vnd
    if approved is not None and approved > line.planned_vnd:
        words = _("Dòng %(number)s: duyệt %(approved)s, dự toán chỉ %(planned)s") % {
            "number": number, "approved": said(approved), "planned": said(line.planned_vnd),
        }  # fmt: skip
        found.append(Fault(FaultKind.APPROVED_ABOVE, words, line=line.pk))
    if is_approved and spent > (approved or 0):
        words = _("Dòng %(number)s: đã chi %(spent)s, được duyệt %(approved)s") % {
            "number": number, "spent": said(spent), "approved": said(approved or 0),
        }  # fmt: skip
        found.append(Fault(FaultKind.SPENT_ABOVE, words, blocks=False, line=line.pk))
    return tuple(one for one in found if one)


def stated_fault(stated: int | None, total: int) -> Fault | None:
    """The total as the unit's paper states it, against its lines."""
    if stated is None or stated == total:
        return None
    words = _("Tổng ghi trong văn bản là %(stated)s, các dòng cộng lại là %(total)s, lệch %(off)s") % {
        "stated": said(stated), "total": said(total), "off": said(abs(stated - total)),
    }  # fmt: skip
    return Fault(FaultKind.STATED, words)
