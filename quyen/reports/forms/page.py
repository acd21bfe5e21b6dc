"""Words of a section, and the head of a report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from quyen.reports.actions.writing import LISTS, LONGEST
from quyen.shared.forms import DayField


class PassageForm(forms.Form):
    """`seen`: the revision that the person had before them."""

    text = forms.CharField(label=_("Lời"), required=False, max_length=LONGEST, strip=False)
    seen = forms.IntegerField(min_value=0, max_value=2**31 - 1)

    def said(self) -> str:
        return " ".join(str(error) for errors in self.errors.values() for error in errors)


class HeadForm(forms.Form):
    """What stands around the words: number, day, signer, recipients. Lists have a line each."""

    number = forms.CharField(label=_("Số"), required=False, max_length=20)
    symbol = forms.CharField(label=_("Ký hiệu"), required=False, max_length=40)
    place = forms.CharField(label=_("Địa danh"), required=False, max_length=80)
    day = DayField(label=_("Ngày"), required=False, help_text=_("để trống khi chưa ban hành"))
    subject = forms.CharField(label=_("Trích yếu"), max_length=400, widget=forms.Textarea(attrs={"rows": 2}))
    superior = forms.CharField(label=_("Cơ quan chủ quản"), required=False, max_length=200)
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=200)
    addressees = forms.CharField(
        label=_("Kính gửi"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("mỗi dòng một nơi; để trống nếu không ghi"),
    )  # fmt: skip
    authority = forms.CharField(
        label=_("Thẩm quyền ký"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("mỗi dòng một phần, ví dụ TM. ỦY BAN NHÂN DÂN"),
    )  # fmt: skip
    signer = forms.CharField(label=_("Người ký"), required=False, max_length=80)
    recipients = forms.CharField(
        label=_("Nơi nhận"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("mỗi dòng một nơi"),
    )  # fmt: skip

    def __init__(self, data: Any, *, head: Mapping[str, Any]) -> None:
        shown = {name: "\n".join(value) if name in LISTS else value for name, value in head.items()}
        shown["day"] = _day(head.get("day"))
        super().__init__(data, initial=shown)

    def changed(self) -> dict[str, Any]:
        """Only what the person changed, so that the rest goes on following the facts."""
        given = {name: self.cleaned_data[name] for name in self.changed_data}
        if "day" in given:
            given["day"] = given["day"].isoformat() if given["day"] else ""
        return given


def _day(value: Any) -> Any:
    try:
        return date.fromisoformat(value or "")
    except ValueError:
        return None
