"""Steps of a product, comments, links for reviewers, bundles."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quyen.library.actions import Remark, Turn
from quyen.library.enums import Deed, Language, Opinion, ProductKind, ProductState
from quyen.library.models.product import WORDS
from quyen.library.queries.lists import DUE, LATE, OLD, ListAsked
from quyen.shared.forms import DayField

LONG = 10_000
PLACES = [(name, name) for name in WORDS]


class AskedForm(forms.Form):
    """What the list is asked for; what makes no sense counts as not given."""

    tim = forms.CharField(required=False, max_length=200)
    loai = forms.ChoiceField(required=False, choices=ProductKind.choices)
    tieng = forms.ChoiceField(required=False, choices=Language.choices)
    tinh_trang = forms.ChoiceField(required=False, choices=ProductState.choices)
    don_vi = forms.IntegerField(required=False, min_value=1, max_value=2**62)
    luc = forms.ChoiceField(required=False, choices=[(one, one) for one in (DUE, LATE, OLD)])
    trang = forms.IntegerField(required=False, min_value=1, max_value=10_000)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.is_valid()

    def listed(self) -> tuple[ListAsked, int]:
        data = self.cleaned_data
        asked = ListAsked(
            words=data.get("tim", "").strip(), kind=data.get("loai", ""), language=data.get("tieng", ""),
            state=data.get("tinh_trang", ""), unit=data.get("don_vi"), when=data.get("luc", ""),
        )  # fmt: skip
        return asked, data.get("trang") or 1


class StartForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("Tên sản phẩm"), max_length=250)
    kind = forms.ChoiceField(label=gettext_lazy("Loại sản phẩm"), choices=ProductKind.choices)
    language = forms.ChoiceField(
        label=gettext_lazy("Ngôn ngữ"), choices=Language.choices, initial=Language.VIETNAMESE
    )
    unit = forms.ChoiceField(label=gettext_lazy("Đơn vị phát hành"))

    def __init__(self, data: Any, *, units: list[tuple[int, str]]) -> None:
        super().__init__(data)
        self.fields["unit"].choices = [(str(pk), name) for pk, name in units]  # type: ignore[attr-defined]


class StepForm(forms.Form):
    """One step: whose turn it is next and until when; a reason where it goes back or out."""

    buoc = forms.ChoiceField(choices=Deed.choices)
    cho = forms.ChoiceField(label=gettext_lazy("Chuyển cho"), required=False)
    han = DayField(label=gettext_lazy("Hạn"), required=False)
    reason = forms.CharField(label=gettext_lazy("Lý do"), required=False, max_length=LONG)
    revision = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1)

    def __init__(self, data: Any, *, people: dict[int, Any]) -> None:
        super().__init__(data)
        self.people = people
        self.fields["cho"].choices = [(str(pk), str(who)) for pk, who in people.items()]  # type: ignore[attr-defined]

    def turn(self) -> Turn:
        given = self.cleaned_data
        return Turn(self.people.get(int(given["cho"])) if given["cho"] else None, given["han"])


class LanguageForm(forms.Form):
    language = forms.ChoiceField(label=gettext_lazy("Ngôn ngữ"), choices=Language.choices)


class CommentForm(forms.Form):
    text = forms.CharField(label=gettext_lazy("Góp ý"), max_length=4000)
    place = forms.ChoiceField(required=False, choices=PLACES)
    quote = forms.CharField(required=False, max_length=2000, strip=False)
    before = forms.CharField(required=False, max_length=200, strip=False)
    after = forms.CharField(required=False, max_length=200, strip=False)

    def remark(self) -> Remark:
        given = self.cleaned_data
        return Remark(given["text"], given["place"], given["quote"], given["before"], given["after"])


class LinkForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Người được hỏi"), max_length=120)
    asked = forms.CharField(label=gettext_lazy("Muốn hỏi điều gì"), required=False, max_length=2000)
    days = forms.IntegerField(
        label=gettext_lazy("Dùng được trong (ngày)"), min_value=1, max_value=60, initial=14
    )


class OpinionForm(forms.Form):
    opinion = forms.ChoiceField(label=gettext_lazy("Ý kiến của ông, bà"), choices=Opinion.choices)
    words = forms.CharField(label=gettext_lazy("Nhận xét chung"), required=False, max_length=8000)


class BundleForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("Tên gói"), max_length=200)
    unit = forms.ChoiceField(label=gettext_lazy("Đơn vị"))

    def __init__(self, data: Any, *, units: list[tuple[int, str]]) -> None:
        super().__init__(data)
        self.fields["unit"].choices = [(str(pk), name) for pk, name in units]  # type: ignore[attr-defined]


class MomentForm(forms.Form):
    """A day and an hour on the country's clocks."""

    ngay = DayField(label=gettext_lazy("Ngày phát hành"))
    gio = forms.TimeField(label=gettext_lazy("Giờ"), input_formats=["%H:%M", "%H:%M:%S", "%Hh%M", "%H"])

    def moment(self) -> datetime:
        given = self.cleaned_data
        try:
            return timezone.make_aware(datetime.combine(given["ngay"], given["gio"]))
        except (ValueError, OverflowError) as error:
            raise forms.ValidationError(_("Giờ hẹn chưa đúng.")) from error
