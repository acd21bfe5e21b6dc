"""A list of units that somebody gives."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from quyen.shared.forms import DayField, SheetField


class IntakeForm(forms.Form):
    file = SheetField()
    day = DayField(label=_("Đổi từ ngày"), help_text=_("Cho những dòng không ghi ngày riêng."))
    basis = forms.CharField(label=_("Căn cứ"), max_length=300)
