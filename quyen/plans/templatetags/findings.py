"""Findings in words."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quyen.plans.enums import FindingState
from quyen.plans.models import Finding

register = template.Library()

# by the first word of the reader's kind: "citation_transposed" and "citation_dates" are both about numbers
WORDS = {
    "citation": gettext_lazy("Số văn bản"),
    "reference": gettext_lazy("Số văn bản"),
    "number": gettext_lazy("Số văn bản"),
    "symbol": gettext_lazy("Ký hiệu"),
    "date": gettext_lazy("Ngày tháng"),
    "dates": gettext_lazy("Ngày tháng"),
    "spelling": gettext_lazy("Chính tả"),
    "spacing": gettext_lazy("Dấu cách"),
    "doubled": gettext_lazy("Từ lặp"),
    "stray": gettext_lazy("Thừa chữ"),
    "unpaired": gettext_lazy("Dấu ngoặc"),
    "task": gettext_lazy("Nhiệm vụ"),
    "lead": gettext_lazy("Nhiệm vụ"),
    "deadline": gettext_lazy("Thời hạn"),
    "period": gettext_lazy("Thời hạn"),
    "legal": gettext_lazy("Căn cứ"),
    "basis": gettext_lazy("Căn cứ"),
    "section": gettext_lazy("Đánh số"),
    "numbering": gettext_lazy("Đánh số"),
    "total": gettext_lazy("Số liệu"),
    "figure": gettext_lazy("Số liệu"),
    "target": gettext_lazy("Chỉ tiêu"),
}


@register.filter
def finding_word(kind: str) -> str:
    """One or two words for the tag before a finding."""
    return str(WORDS.get(kind.partition("_")[0], _("Cần xem")))


@register.filter
def open_ones(findings: Iterable[Finding]) -> int:
    return sum(finding.state == FindingState.OPEN for finding in findings)
