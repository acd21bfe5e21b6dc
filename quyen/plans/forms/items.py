"""One form for each kind of item: a value goes in, a person's value comes out (as `Item.as_value` has it)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quyen.core.reading.agencies.names import canonical_name
from quyen.core.text.encodings import nfc
from quyen.core.text.saying import plain
from quyen.plans.actions.drafts import decimal, due_of
from quyen.plans.enums import ItemKind, Part
from quyen.shared.forms import DayField

Json = dict[str, Any]
DAY = "%d/%m/%Y"
OLDEST = date(1900, 1, 1)  # of what a plan may rest on
COMPARATORS = [
    ("=", gettext_lazy("bằng")), (">=", gettext_lazy("ít nhất")), ("<=", gettext_lazy("nhiều nhất")),
    (">", gettext_lazy("hơn")), ("<", gettext_lazy("dưới")), ("range", gettext_lazy("trong khoảng")),
]  # fmt: skip


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class ItemForm(forms.Form):
    """Any kind whose value is its text alone."""

    text = forms.CharField(label=gettext_lazy("Nội dung"), widget=_area(3))

    @classmethod
    def shown(cls, value: Json) -> Json:
        """A value as the form's first content."""
        return dict(value)

    def clean_text(self) -> str:
        return " ".join(nfc(self.cleaned_data["text"]).split())

    def value(self, old: Json, year: int | None) -> Json:
        """What the person wrote, over what stood there. `year`: the plan's, where it plans for one only."""
        return old | {"text": self.cleaned_data["text"]}


class DayForm(ItemForm):
    text = DayField(first=OLDEST, label=gettext_lazy("Ngày ban hành"))  # type: ignore[assignment]

    @classmethod
    def shown(cls, value: Json) -> Json:
        return {"text": _date(value.get("text"))}

    def clean_text(self) -> str:
        return str(self.cleaned_data["text"].isoformat())


class BasisForm(ItemForm):
    text = forms.CharField(label=gettext_lazy("Số, ký hiệu hoặc tên văn bản"))
    date = DayField(first=OLDEST, label=gettext_lazy("Ngày ban hành"), required=False)

    @classmethod
    def shown(cls, value: Json) -> Json:
        return value | {"date": _date(value.get("date"))}

    def value(self, old: Json, year: int | None) -> Json:
        day = self.cleaned_data["date"]
        known = {"kind": old.get("kind"), "issuer": old.get("issuer")}
        return {"text": self.cleaned_data["text"], "date": day.isoformat() if day else None, **known}


class SignerForm(ItemForm):
    text = forms.CharField(label=gettext_lazy("Họ và tên"))
    authority = forms.CharField(label=gettext_lazy("Thẩm quyền ký (TM., KT., TL. ...)"), required=False)
    title = forms.CharField(label=gettext_lazy("Chức vụ"), required=False)

    def value(self, old: Json, year: int | None) -> Json:
        kept = self.cleaned_data
        return {"text": kept["text"], "title": kept["title"] or None, "authority": kept["authority"] or None}


class TargetForm(ItemForm):
    comparator = forms.ChoiceField(label=gettext_lazy("So với mức"), choices=COMPARATORS)
    value_ = forms.DecimalField(label=gettext_lazy("Mức"), max_digits=19, decimal_places=4, localize=True)
    value_max = forms.DecimalField(
        label=gettext_lazy("Đến mức (nếu là khoảng)"),
        max_digits=19,
        decimal_places=4,
        required=False,
        localize=True,
    )
    measured_in = forms.CharField(label=gettext_lazy("Đơn vị tính"), max_length=120, required=False)
    subject = forms.CharField(label=gettext_lazy("Đối tượng đo"), required=False, widget=_area(2))
    deadline_year = forms.IntegerField(
        label=gettext_lazy("Hạn (năm)"), required=False, min_value=1945, max_value=2200,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip

    @classmethod
    def shown(cls, value: Json) -> Json:
        return value | {"value_": _bare(value.get("value")), "value_max": _bare(value.get("value_max"))}

    def clean(self) -> Json:
        kept = super().clean() or {}
        low, high = kept.get("value_"), kept.get("value_max")
        if kept.get("comparator") == "range" and (low is None or high is None or high < low):
            self.add_error("value_max", _("Khoảng cần mức cao, không nhỏ hơn mức thấp."))
        return kept

    def value(self, old: Json, year: int | None) -> Json:
        kept = self.cleaned_data
        high = kept["value_max"] if kept["comparator"] == "range" else None
        return {
            "text": kept["text"], "value": plain(kept["value_"]), "value_max": plain(high),
            "comparator": kept["comparator"], "measured_in": kept["measured_in"], "subject": kept["subject"],
            "deadline_year": kept["deadline_year"],
        }  # fmt: skip


class TaskForm(ItemForm):
    text = forms.CharField(label=gettext_lazy("Nhiệm vụ"), widget=_area(4))
    lead = forms.CharField(
        label=gettext_lazy("Chủ trì"),
        required=False,
        widget=_area(2),
        help_text=gettext_lazy("Mỗi dòng một đơn vị."),
    )
    coordinate = forms.CharField(
        label=gettext_lazy("Phối hợp"), required=False, widget=_area(2),
        help_text=gettext_lazy("Mỗi dòng một đơn vị."),
    )  # fmt: skip
    deadline = forms.CharField(label=gettext_lazy("Thời gian, như viết trong văn bản"), required=False)
    due_on = DayField(label=
        gettext_lazy("Hạn"), required=False,
        help_text=gettext_lazy("Để trống thì tính từ thời gian ở trên. “Trước ngày 15” là hết ngày 14."),
    )  # fmt: skip
    product = forms.CharField(label=gettext_lazy("Sản phẩm"), required=False, widget=_area(2))
    no = forms.CharField(label=gettext_lazy("Số thứ tự trong văn bản"), required=False, max_length=20)

    @classmethod
    def shown(cls, value: Json) -> Json:
        named = {part: "\n".join(unit["name"] for unit in value.get(part) or []) for part in Part.values}
        return value | named | {"due_on": _date(value.get("due_on"))}

    def value(self, old: Json, year: int | None) -> Json:
        kept = self.cleaned_data
        named = {part: _units(kept[part], old.get(part) or []) for part in Part.values}
        return {
            "text": kept["text"], "no": kept["no"], "deadline": kept["deadline"], "product": kept["product"],
            **self._due(old, year), **named,
        }  # fmt: skip

    def _due(self, old: Json, year: int | None) -> Json:
        """A day that the person changed stands; otherwise it follows the words."""
        computed = due_of(self.cleaned_data["deadline"], year)
        day = self.cleaned_data["due_on"]
        chosen = day.isoformat() if day else None
        was = old.get("due_on")
        if chosen and (chosen != was or self.cleaned_data["deadline"] == old.get("deadline")):
            return computed | {"due_on": chosen}
        return computed


class PeriodForm(forms.Form):
    """The years a plan is for; the same year twice for a plan of one year."""

    first_year = forms.IntegerField(label=gettext_lazy("Từ năm"), min_value=1945, max_value=2200)
    last_year = forms.IntegerField(label=gettext_lazy("Đến năm"), min_value=1945, max_value=2200)

    def clean(self) -> Json:
        kept = super().clean() or {}
        first, last = kept.get("first_year"), kept.get("last_year")
        if first and last and last < first:
            self.add_error("last_year", _("Năm cuối không được trước năm đầu."))
        return kept


_FORMS: dict[str, type[ItemForm]] = {
    ItemKind.DATE: DayForm, ItemKind.LEGAL_BASIS: BasisForm, ItemKind.SIGNER: SignerForm,
    ItemKind.TARGET: TargetForm, ItemKind.TASK: TaskForm,
}  # fmt: skip


def form_for(kind: str) -> type[ItemForm]:
    return _FORMS.get(kind, ItemForm)


def _units(lines: str, known: list[dict[str, str]]) -> list[dict[str, str]]:
    """One unit a line; a name that stood there before keeps the full name it was known by."""
    canonical = {unit["name"]: unit["canonical"] for unit in known}
    names = [" ".join(nfc(line).strip(" ;,.").split()) for line in lines.splitlines()]
    return [
        {"name": name, "canonical": canonical.get(name) or canonical_name(name)} for name in names if name
    ]


def _bare(number: str | None) -> Decimal | None:
    """Without the zeros that a column would add: 80, not 80,0000."""
    return Decimal(number) if number and decimal(number) is not None else None


def _date(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None
