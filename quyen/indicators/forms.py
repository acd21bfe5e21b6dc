"""What the screens of indicators are asked for, and a value as it is given."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from quyen.indicators.actions import Given
from quyen.indicators.models import Indicator, Observation, plain

TODAY, THEN = "hom-nay", "khi-do"


class AskedForm(forms.Form):
    """A year, a map, a unit; what makes no sense counts as not given."""

    nam = forms.IntegerField(required=False, min_value=2000, max_value=2100)
    ban_do = forms.ChoiceField(choices=[(TODAY, _("hôm nay")), (THEN, _("lúc bấy giờ"))], required=False)
    duoi = forms.IntegerField(required=False, min_value=1, max_value=2**62)

    def given(self, today: date) -> tuple[int, date | None, int | None]:
        """The year, the day of the map (None: each figure on its own day's), the unit to look under."""
        self.is_valid()
        data = self.cleaned_data
        shown = None if data.get("ban_do") == THEN else today
        return data.get("nam") or today.year, shown, data.get("duoi")


class ValueForm(forms.Form):
    """One unit's value for one period."""

    numerator = forms.DecimalField(label=_("Số"), required=False, max_digits=20, decimal_places=4)
    denominator = forms.DecimalField(label=_("Trên tổng số"), required=False, max_digits=20, decimal_places=4)
    not_applicable = forms.BooleanField(label=_("Không áp dụng cho đơn vị này trong kỳ này"), required=False)
    link = forms.URLField(
        label=_("Đường dẫn tới minh chứng"), required=False, max_length=500, assume_scheme="https"
    )
    note = forms.CharField(
        label=_("Ghi chú"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    reason = forms.CharField(label=_("Lý do sửa"), required=False, max_length=300)
    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, indicator: Indicator, held: Observation | None) -> None:
        super().__init__(data, initial=_initial(held))
        self.held = held
        if not indicator.is_share:
            del self.fields["denominator"]
        if held is None:
            del self.fields["reason"]

    def given(self) -> Given:
        data = self.cleaned_data
        return Given(
            numerator=data["numerator"], denominator=data.get("denominator"),
            applicable=not data["not_applicable"], reason=data.get("reason", ""), note=data["note"],
            link=data["link"], seen=data.get("seen") or 0,
            evidence=self.held.evidence if self.held else None,
        )  # fmt: skip


def _initial(held: Observation | None) -> dict[str, Any]:
    if held is None:
        return {"seen": 0}
    return {
        "numerator": plain(held.numerator), "denominator": plain(held.denominator), "not_applicable": not held.is_applicable,
        "link": held.link, "note": held.note, "seen": held.version,
    }  # fmt: skip
