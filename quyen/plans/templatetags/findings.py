"""Findings in words."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quyen.plans.enums import FindingState
from quyen.plans.models import Finding

register = template.Library()

_NUMBER, _FORM, _TERM = gettext_lazy("Số văn bản"), gettext_lazy("Thể thức"), gettext_lazy("Thời hạn")
WORDS = {  # the reader's kinds (quyen.core.reading.findings)
    "spelling": gettext_lazy("Chính tả"), "spacing": gettext_lazy("Dấu cách"), "doubled_word": gettext_lazy("Từ lặp"),
    "stray_word": gettext_lazy("Thừa chữ"), "stray_mark": gettext_lazy("Thừa dấu"), "unpaired": gettext_lazy("Dấu ngoặc"),
    "malformed_symbol": gettext_lazy("Ký hiệu"), "number_conflict": _NUMBER, "type_conflict": _NUMBER,
    "cited_later": _NUMBER, "date_conflict": gettext_lazy("Ngày tháng"), "future_date": gettext_lazy("Ngày tháng"),
    "deadline_beyond": _TERM, "deadline_past": _TERM, "no_time": _TERM, "no_deadline": _TERM,
    "no_lead": gettext_lazy("Chủ trì"), "no_basis": gettext_lazy("Căn cứ"), "numbering": gettext_lazy("Đánh số"),
    "total": gettext_lazy("Số liệu"), "below_parent": gettext_lazy("Chỉ tiêu thấp"), "no_annex": gettext_lazy("Phụ lục"), "bare_heading": gettext_lazy("Bố cục"),
    "no_archive": _FORM, "no_authority": _FORM, "no_date": _FORM, "no_number": _FORM,
}  # fmt: skip


@register.filter
def finding_word(kind: str) -> str:
    """One or two words for the tag before a finding."""
    return str(WORDS.get(kind, _("Cần xem")))


@register.filter
def open_ones(findings: Iterable[Finding]) -> int:
    return sum(finding.state == FindingState.OPEN for finding in findings)
