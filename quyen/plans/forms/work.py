"""What a unit says of its work: a report, evidence, a question, a share for the units below."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quyen.plans.actions.work.evidence import About
from quyen.plans.actions.work.sharing import Share
from quyen.plans.enums import WorkState
from quyen.shared.forms import DayField

LONG = 10_000


class ReportForm(forms.Form):
    """`revision` is what the person saw; a page of another time has none, and conflicts."""

    state = forms.ChoiceField(label=gettext_lazy("Tình trạng"), choices=WorkState.choices)
    note = forms.CharField(label=gettext_lazy("Nói thêm"), required=False, max_length=LONG)
    revision = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1)
    ky = DayField(label=gettext_lazy("Kỳ"), required=False)  # the period's first day

    def seen(self) -> int:
        revision = self.cleaned_data["revision"]
        return -1 if revision is None else revision


class EvidenceForm(forms.Form):
    """One of: a file, an address, an item of another app ("kind:number"), evidence entered before."""

    tep = forms.FileField(label=gettext_lazy("Tệp"), required=False, allow_empty_file=True)
    link = forms.URLField(
        label=gettext_lazy("Đường dẫn"),
        required=False,
        max_length=1000,
        assume_scheme="https",
        validators=[URLValidator(schemes=["http", "https"])],
    )
    muc = forms.CharField(required=False, max_length=80)
    da_co = forms.IntegerField(required=False, min_value=1, max_value=2**62)
    title = forms.CharField(label=gettext_lazy("Tên"), required=False, max_length=255)
    shows = forms.CharField(label=gettext_lazy("Cho thấy điều gì"), required=False, max_length=LONG)
    day = DayField(label=gettext_lazy("Ngày"), required=False)

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or {}
        if not self.errors and not any(kept.get(name) for name in ("tep", "link", "muc", "da_co")):
            raise forms.ValidationError(_("Hãy chọn tệp, ghi đường dẫn hoặc chọn minh chứng đã có."))
        return kept

    def about(self) -> About:
        given = self.cleaned_data
        day = {"day": given["day"]} if given["day"] else {}
        return About(title=given["title"], shows=given["shows"], **day)

    def item(self) -> tuple[str, int]:
        """The kind and number; ("", 0) for what makes no sense, which nobody offers."""
        sort, _colon, number = self.cleaned_data["muc"].rpartition(":")
        return (sort, int(number)) if number.isascii() and number.isdigit() else ("", 0)


class QuestionForm(forms.Form):
    text = forms.CharField(label=gettext_lazy("Nội dung"), max_length=LONG)


class ShareForm(forms.Form):
    text = forms.CharField(label=gettext_lazy("Phần việc"), required=False, max_length=LONG)
    due_on = DayField(label=gettext_lazy("Hạn"), required=False)

    def share(self, units: list[int]) -> Share:
        return Share(units, self.cleaned_data["text"], self.cleaned_data["due_on"])
