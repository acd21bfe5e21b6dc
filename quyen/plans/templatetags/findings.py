"""Findings in words."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

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


# what each kind means in general: shown before the clerk's own words, which are Vietnamese, to who reads English
MEANINGS = {
    "spelling": gettext_lazy("Có thể là lỗi gõ hoặc lỗi nhận dạng chữ."),
    "spacing": gettext_lazy("Thừa hoặc thiếu dấu cách."),
    "doubled_word": gettext_lazy("Một từ viết hai lần liền nhau."),
    "missing_word": gettext_lazy("Một tên cố định bị thiếu chữ."),
    "stray_word": gettext_lazy("Một chữ thừa giữa hai từ."),
    "stray_mark": gettext_lazy("Một dấu lạ, có thể do quét hoặc do số chú thích dính vào chữ."),
    "unpaired": gettext_lazy("Dấu ngoặc không có dấu đóng hoặc mở đi kèm."),
    "malformed_symbol": gettext_lazy("Ký hiệu văn bản viết sai thể thức."),
    "type_conflict": gettext_lazy("Loại văn bản nêu tên không khớp với ký hiệu của nó."),
    "number_conflict": gettext_lazy("Số văn bản khác với số của chính văn bản ấy ở chỗ khác."),
    "date_conflict": gettext_lazy("Một văn bản được ghi hai ngày khác nhau."),
    "cited_later": gettext_lazy("Văn bản được viện dẫn lại ban hành sau văn bản này."),
    "impossible_date": gettext_lazy("Ngày này không có trong lịch."),
    "future_date": gettext_lazy("Ngày ban hành ở tương lai."),
    "numbering": gettext_lazy("Số thứ tự nhảy cóc hoặc lặp lại."),
    "no_lead": gettext_lazy("Nhiệm vụ không ghi cơ quan chủ trì."),
    "no_time": gettext_lazy("Nhiệm vụ không ghi thời gian."),
    "total": gettext_lazy("Số tổng cộng không bằng tổng các số cộng lại."),
    "deadline_past": gettext_lazy("Hạn đã qua trước ngày ban hành văn bản."),
    "deadline_beyond": gettext_lazy("Hạn nằm sau thời kỳ của kế hoạch."),
    "no_number": gettext_lazy("Văn bản chưa có số."),
    "no_date": gettext_lazy("Văn bản không ghi ngày ban hành."),
    "no_basis": gettext_lazy("Văn bản không nêu căn cứ pháp lý."),
    "no_archive": gettext_lazy("Nơi nhận thiếu dòng lưu trữ."),
    "no_authority": gettext_lazy("Phần ký thiếu quyền hạn của người ký (TM., KT. ...)."),
    "no_annex": gettext_lazy("Phụ lục được nhắc đến không có trong tệp."),
    "bare_heading": gettext_lazy("Một đề mục không có nội dung."),
    "below_parent": gettext_lazy("Chỉ tiêu thấp hơn chỉ tiêu cùng nội dung của kế hoạch cấp trên."),
}


@register.filter
def finding_meaning(kind: str) -> str:
    """What a kind of finding means, in other languages than Vietnamese; "" in Vietnamese, where the message says it."""
    if (get_language() or "vi").startswith("vi"):
        return ""
    return str(MEANINGS.get(kind, ""))


@register.filter
def open_ones(findings: Iterable[Finding]) -> int:
    return sum(finding.state == FindingState.OPEN for finding in findings)
