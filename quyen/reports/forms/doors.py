"""A filled-in form, and a key for another system."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quyen.shared.forms import DayField, SheetField


class FormFileForm(forms.Form):
    file = SheetField(
        most=10, label=_("Biểu đã điền (.xlsx)"),
        error_messages={"too_large": _("Tệp lớn hơn %(most)s MiB nên không phải biểu do Quyền tải ra. Chưa có gì thay đổi.")},
    )  # fmt: skip


def in_a_year() -> date:
    return timezone.localdate() + timedelta(days=365)


class TokenForm(forms.Form):
    name = forms.CharField(
        label=_("Tên hệ thống"), max_length=100, help_text=_("Ví dụ: Hệ thống thông tin báo cáo của tỉnh.")
    )
    expires_on = DayField(
        label=_("Dùng đến hết ngày"),
        initial=in_a_year,
    )
