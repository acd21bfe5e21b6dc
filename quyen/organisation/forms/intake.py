"""A list of units that somebody gives."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from quyen.shared.forms import SheetField


class IntakeForm(forms.Form):
    file = SheetField()
    day = forms.DateField(
        label=_("Đổi từ ngày"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        help_text=_("Cho những dòng không ghi ngày riêng."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Ngày viết chưa đúng, ví dụ 1/7/2026.")},
    )
    basis = forms.CharField(label=_("Căn cứ"), max_length=300)

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if not 1990 <= day.year <= 2100:
            raise forms.ValidationError(_("Ngày ngoài khoảng 1990-2100."))
        return day
