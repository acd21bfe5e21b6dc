"""What people type into the screens of the budget."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quyen.budget.enums import EstimateState, Funding
from quyen.budget.models import EstimateLine
from quyen.budget.queries.given import LineGiven, NotGiven, amount_of, planned_of, quantity_of
from quyen.budget.queries.lists import ListAsked
from quyen.core.text.money import grouped
from quyen.core.text.saying import plain
from quyen.shared.forms import DayField, SheetField

TODAY, THEN = "hom-nay", "khi-do"
DONG, MILLIONS = "dong", "trieu"


class AmountField(forms.CharField):
    """Whole đồng from "1.500.000" or "1,5 triệu"; None where it is left empty and may be."""

    def __init__(self, **more: Any) -> None:
        super().__init__(max_length=60, **more)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return _read(amount_of, text) if text else None


class QuantityField(forms.CharField):
    def __init__(self, **more: Any) -> None:
        super().__init__(max_length=30, **more)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return _read(quantity_of, text) if text else None


def _read(read: Any, text: str) -> Any:
    try:
        return read(text)
    except NotGiven as why:
        raise forms.ValidationError(str(why)) from why


class LineForm(forms.Form):
    """One line. `revision` is what the person saw."""

    source = forms.ChoiceField(label=gettext_lazy("Nguồn"), choices=Funding.choices)
    quantity = QuantityField(label=gettext_lazy("Số lượng"), required=False)
    measured_in = forms.CharField(label=gettext_lazy("Đơn vị tính"), required=False, max_length=40)
    price = AmountField(label=gettext_lazy("Đơn giá"), required=False)
    planned = AmountField(label=gettext_lazy("Thành tiền"), required=False)
    note = forms.CharField(label=gettext_lazy("Ghi chú"), required=False, max_length=500)
    revision = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1)

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or {}
        if not self.errors:
            try:
                kept["planned"] = planned_of(kept["quantity"], kept["price"], kept["planned"])
            except NotGiven as why:
                raise forms.ValidationError(str(why)) from why
        return kept

    def given(self) -> LineGiven:
        data = self.cleaned_data
        return LineGiven(
            source=data["source"], planned_vnd=data["planned"], quantity=data["quantity"], note=data["note"],
            measured_in=data["measured_in"], unit_price_vnd=data["price"],
        )  # fmt: skip


class NewLineForm(LineForm):
    """A task given to the unit, or words of its own."""

    task = forms.IntegerField(required=False, min_value=1, max_value=2**62)
    heading = forms.CharField(label=gettext_lazy("Nội dung khác"), required=False, max_length=2000)

    def clean(self) -> dict[str, Any]:
        kept = super().clean()
        if not self.errors and not kept.get("task") and not kept.get("heading"):
            raise forms.ValidationError(_("Hãy chọn nhiệm vụ, hoặc ghi nội dung chi."))
        return kept


def line_form(line: EstimateLine) -> LineForm:
    """The form of a line as it stands, with amounts as people read them."""
    return LineForm(
        initial={
            "source": line.source, "quantity": (plain(line.quantity) or "").replace(".", ","),
            "measured_in": line.measured_in, "note": line.note, "revision": line.revision,
            "price": "" if line.unit_price_vnd is None else grouped(line.unit_price_vnd),
            "planned": grouped(line.planned_vnd),
        }
    )  # fmt: skip


class StartForm(forms.Form):
    """ "unit-plan-year", as an Offer's key."""

    chon = forms.RegexField(r"\A[0-9]{1,15}-[0-9]{1,15}-[0-9]{4}\Z", max_length=40)

    def chosen(self) -> tuple[int, int, int]:
        unit, plan, year = (int(one) for one in self.cleaned_data["chon"].split("-"))
        return unit, plan, year


class StatedForm(forms.Form):
    stated = AmountField(label=gettext_lazy("Tổng ghi trong văn bản"), required=False)


class SeenForm(forms.Form):
    """The revision of what the person saw."""

    revision = forms.IntegerField(min_value=0, max_value=2**31 - 1)


class ReasonForm(forms.Form):
    """Why; refused in words by the action where it is empty."""

    reason = forms.CharField(label=gettext_lazy("Lý do"), required=False, max_length=300)
    revision = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1)


class AppraiseForm(forms.Form):
    amount = AmountField(label=gettext_lazy("Đề nghị duyệt"), required=False)
    revision = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1)


class ApproveForm(forms.Form):
    """`seen`: "number:revision" of each estimate on the screen."""

    basis = forms.CharField(label=gettext_lazy("Quyết định phê duyệt"), required=False, max_length=300)
    seen = forms.RegexField(r"\A[0-9]{1,15}:[0-9]{1,9}(?:,[0-9]{1,15}:[0-9]{1,9}){0,5000}\Z")

    def revisions(self) -> dict[int, int]:
        pairs = (one.split(":") for one in self.cleaned_data["seen"].split(","))
        return {int(pk): int(revision) for pk, revision in pairs}


class SpendingForm(forms.Form):
    day = DayField(label=gettext_lazy("Ngày chi"))
    amount = AmountField(
        label=gettext_lazy("Số tiền đã chi"), help_text=gettext_lazy("Ví dụ 1.500.000 hoặc 1,5 triệu.")
    )
    note = forms.CharField(
        label=gettext_lazy("Nội dung, chứng từ"), required=False, max_length=500,
        help_text=gettext_lazy("Ví dụ: thuê hội trường, hóa đơn số 12."),
    )  # fmt: skip

    @classmethod
    def blank(cls) -> SpendingForm:
        return cls(initial={"day": timezone.localdate()})


class SheetForm(forms.Form):
    file = SheetField()


class AskedForm(forms.Form):
    """What the screens are asked for; what makes no sense counts as not given."""

    nam = forms.IntegerField(required=False, min_value=2000, max_value=2100)
    tinh_trang = forms.ChoiceField(choices=EstimateState.choices, required=False)
    tim = forms.CharField(required=False, max_length=200)
    trang = forms.IntegerField(required=False, min_value=1, max_value=10_000)
    ban_do = forms.ChoiceField(choices=[(TODAY, ""), (THEN, "")], required=False)
    so = forms.ChoiceField(choices=[(DONG, ""), (MILLIONS, "")], required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.is_valid()

    def listed(self) -> tuple[ListAsked, int]:
        data = self.cleaned_data
        asked = ListAsked(data.get("tim", "").strip(), data.get("nam"), data.get("tinh_trang", ""))
        return asked, data.get("trang") or 1

    def shown(self, today: date) -> date | None:
        """The day of the map: today's unless each unit's own is asked for."""
        return None if self.cleaned_data.get("ban_do") == THEN else today

    @property
    def scale(self) -> int:
        """Đồng of one figure on the screen."""
        return 1_000_000 if self.cleaned_data.get("so") == MILLIONS else 1
