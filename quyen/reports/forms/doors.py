"""A filled-in form, and a key for another system."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quyen.reports.actions.filling import MOST_BYTES


class FormFileForm(forms.Form):
    file = forms.FileField(
        label=_("Biểu đã điền (.xlsx)"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )

    def clean_file(self) -> UploadedFile[Any]:
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(
                _("Tệp lớn hơn %(most)s MiB nên không phải biểu do Quyền tải ra. Chưa có gì thay đổi.")
                % {"most": MOST_BYTES // (1024 * 1024)}
            )
        return file


def in_a_year() -> date:
    return timezone.localdate() + timedelta(days=365)


class TokenForm(forms.Form):
    name = forms.CharField(
        label=_("Tên hệ thống"), max_length=100, help_text=_("Ví dụ: Hệ thống thông tin báo cáo của tỉnh.")
    )
    expires_on = forms.DateField(
        label=_("Dùng đến hết ngày"),
        initial=in_a_year,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Ngày viết chưa đúng, ví dụ 1/7/2026.")},
    )
