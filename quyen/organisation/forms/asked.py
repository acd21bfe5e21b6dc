"""What the list of units is asked for."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from quyen.organisation.queries import UnitAsked
from quyen.shared.forms import DayField


class AskedForm(forms.Form):
    """What the list of units is asked for; what makes no sense counts as not given."""

    ngay = DayField(label=_("Vào ngày"), required=False)
    tim = forms.CharField(label=_("Tên đơn vị"), required=False, max_length=100)
    duoi = forms.IntegerField(required=False, min_value=1, max_value=2**62)
    trang = forms.IntegerField(required=False, min_value=1, max_value=10_000)

    def asked(self, today: date) -> UnitAsked:
        self.is_valid()
        given = self.cleaned_data
        words = " ".join((given.get("tim") or "").split())
        return UnitAsked(given.get("ngay") or today, words, None if words else given.get("duoi"))

    def page(self) -> int:
        self.is_valid()
        return self.cleaned_data.get("trang") or 1
