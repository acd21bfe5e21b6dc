"""What the screens of indicators are asked for, and a value as it is given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.forms import BaseFormSet, formset_factory
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from quyen.core.arithmetic import Period, period_at
from quyen.core.text.rhythm import IN_YEAR
from quyen.core.text.saying import plain
from quyen.indicators.actions import Definition, Given, Level, Upload, definition_mark
from quyen.indicators.enums import MONTHS_OF_PERIOD, Direction, Rule
from quyen.indicators.measures import all_measures
from quyen.indicators.models import Indicator, Observation
from quyen.organisation.enums import UnitKind
from quyen.organisation.models import Unit
from quyen.shared.forms import DayField

TODAY, THEN = "hom-nay", "khi-do"
MORE, MOST = 3, 40  # rows of levels that "add" gives; rows at most


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


@dataclass(frozen=True)
class PartRow:
    """The fields of one part; `of` only where a value is a share."""

    label: str
    number: forms.BoundField
    of: forms.BoundField | None


class ValueForm(forms.Form):
    """One unit's value for one period, with its parts where the indicator names some. `held`: what stands, by part."""

    numerator = forms.DecimalField(
        label=_("Số"), required=False, max_digits=20, decimal_places=4, localize=True
    )
    denominator = forms.DecimalField(
        label=_("Trên tổng số"), required=False, max_digits=20, decimal_places=4, localize=True
    )
    not_applicable = forms.BooleanField(label=_("Không áp dụng cho đơn vị này trong kỳ này"), required=False)
    file = forms.FileField(
        label=_("Tệp minh chứng"), required=False, max_length=255,
        help_text=_("bảng số liệu, văn bản đã ký, ảnh; tệp được giữ nguyên"),
    )  # fmt: skip
    drop_file = forms.BooleanField(label=_("Bỏ tệp minh chứng đang có"), required=False)
    link = forms.URLField(
        label=_("Đường dẫn tới minh chứng"), required=False, max_length=500, assume_scheme="https"
    )
    note = forms.CharField(
        label=_("Ghi chú"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    reason = forms.CharField(label=_("Lý do sửa"), required=False, max_length=300)
    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any,
        files: Any = None,
        *,
        indicator: Indicator,
        held: dict[str, Observation],
        frozen: bool,
    ) -> None:
        super().__init__(data, files, initial=_initial(held.get("")))
        self.indicator, self.held = indicator, held.get("")
        if not indicator.is_share:
            del self.fields["denominator"]
        if not held and not frozen:
            del self.fields["reason"]
        if self.held is None or self.held.evidence is None:
            del self.fields["drop_file"]
        for at, label in enumerate(indicator.parts):
            self._add_part(at, label, held.get(label))

    def _add_part(self, at: int, label: str, held: Observation | None) -> None:
        number = forms.DecimalField(
            label=label, required=False, max_digits=20, decimal_places=4, localize=True
        )
        number.initial = held and plain_local(held.numerator)
        self.fields[f"part_{at}"] = number
        if self.indicator.is_share:
            of = forms.DecimalField(
                label=label, required=False, max_digits=20, decimal_places=4, localize=True
            )
            of.initial = held and plain_local(held.denominator)
            self.fields[f"part_{at}_of"] = of
        seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
        seen.initial = held.version if held else 0
        self.fields[f"part_{at}_seen"] = seen

    @property
    def first_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("numerator", "denominator", "not_applicable") if name in self.fields]

    @property
    def last_fields(self) -> list[forms.BoundField]:
        names = ("file", "drop_file", "link", "note", "reason")
        return [self[name] for name in names if name in self.fields]

    @property
    def part_rows(self) -> list[PartRow]:
        return [
            PartRow(label, self[f"part_{at}"], self[f"part_{at}_of"] if self.indicator.is_share else None)
            for at, label in enumerate(self.indicator.parts)
        ]

    def given(self) -> Given:
        data = self.cleaned_data
        kept = self.held.evidence if self.held and not data.get("drop_file") else None
        return Given(
            numerator=data["numerator"], denominator=data.get("denominator"),
            applicable=not data["not_applicable"], reason=data.get("reason", ""), note=data["note"],
            link=data["link"], seen=data.get("seen") or 0, evidence=kept,
        )  # fmt: skip

    def taken_back(self) -> Given:
        """That what stands is withdrawn, whatever else the fields say."""
        data = self.cleaned_data
        return Given(withdraws=True, reason=data.get("reason", ""), seen=data.get("seen") or 0)

    def parts(self) -> list[Given]:
        """Those with a number, and those that had one: an empty field is no nought."""
        data = self.cleaned_data
        return [
            Given(
                numerator=data[f"part_{at}"], denominator=data.get(f"part_{at}_of"), part=label,
                reason=data.get("reason", ""), seen=data.get(f"part_{at}_seen") or 0,
            )
            for at, label in enumerate(self.indicator.parts)
            if data[f"part_{at}"] is not None or (data.get(f"part_{at}_seen") and not data["not_applicable"])
        ]  # fmt: skip

    def upload(self) -> Upload | None:
        file = self.cleaned_data["file"]
        return Upload(file.name, file.read()) if file else None


def plain_local(number: Decimal | None) -> Decimal | None:
    """Without the zeros that the column adds; the field writes it as the reader's language does."""
    return None if number is None else Decimal(plain(number) or 0)


def _initial(held: Observation | None) -> dict[str, Any]:
    if held is None:
        return {"seen": 0}
    return {
        "numerator": plain_local(held.numerator), "denominator": plain_local(held.denominator),
        "not_applicable": not held.is_applicable, "link": held.link, "note": held.note, "seen": held.version,
    }  # fmt: skip


def _day(label: Any, *, required: bool = False, hint: Any = "") -> DayField:
    return DayField(label=label, required=required, help_text=hint)


def _number(label: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, required=False, min_value=0, max_digits=20, decimal_places=4, localize=True
    )


class DefinitionForm(forms.Form):
    """An indicator in words. A new one has a code, one that is there a reason of its change; only a superuser says
    that the whole country gives it."""

    code = forms.CharField(
        label=_("Mã"), max_length=20, help_text=_("chữ không dấu, số, dấu chấm và gạch; đặt rồi không đổi")
    )
    name = forms.CharField(label=_("Tên"), max_length=250)
    owner = forms.ModelChoiceField(
        label=_("Cơ quan chủ trì"), queryset=Unit.objects.none(), required=False,
        help_text=_("điều phối viên của cơ quan này sửa được chỉ số"),
    )  # fmt: skip
    definition = forms.CharField(
        label=_("Định nghĩa, cách tính"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("đếm gì, tử số và mẫu số là gì, nguồn số liệu nào"),
    )  # fmt: skip
    measured_in = forms.CharField(label=_("Đơn vị tính"), max_length=60)
    direction = forms.ChoiceField(label=_("Chiều tốt"), choices=Direction, initial=Direction.UP)
    rule = forms.ChoiceField(label=_("Cách gộp"), choices=Rule, initial=Rule.SUM)
    rhythm = forms.TypedChoiceField(label=_("Kỳ"), choices=MONTHS_OF_PERIOD, coerce=int, initial=IN_YEAR)
    due_days = forms.IntegerField(
        label=_("Hạn: số ngày sau khi hết kỳ"), min_value=0, max_value=366, initial=15
    )
    measure = forms.ChoiceField(label=_("Phép đo"), required=False)
    given_by = forms.MultipleChoiceField(
        label=_("Loại đơn vị báo cáo"), choices=UnitKind, widget=forms.CheckboxSelectMultiple
    )
    is_national = forms.BooleanField(label=_("Đơn vị của cả nước báo cáo"), required=False)
    since = _day(_("Áp dụng từ ngày"), required=True)
    until = _day(_("Đến trước ngày"), hint=_("để trống nếu không có hạn"))
    baseline = _number(_("Mức đầu kỳ"))
    baseline_on = _day(_("Ngày của mức đầu kỳ"))
    parts = forms.CharField(
        label=_("Phân tổ"), required=False, max_length=1200, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("mỗi dòng một phân tổ, ví dụ: nữ; nam; tiếng Khmer"),
    )  # fmt: skip
    reason = forms.CharField(label=_("Lý do sửa"), required=False, max_length=300)
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    is_met = False  # by another version that was saved meanwhile

    def __init__(
        self, data: Any, *, owners: QuerySet[Unit], held: Indicator | None, is_super: bool, initial: Any
    ) -> None:
        super().__init__(data, initial=initial if held is None else _said(held))
        self.held = held
        self.fields["owner"].queryset = owners  # type: ignore[attr-defined]
        self.fields["measure"].choices = _measures(held)  # type: ignore[attr-defined]
        for name in ("reason", "seen") if held is None else ("code",):
            del self.fields[name]
        if not is_super:
            del self.fields["is_national"]
            self.fields["owner"].required = True

    def clean_parts(self) -> tuple[str, ...]:
        parts = tuple(line.strip() for line in self.cleaned_data["parts"].splitlines() if line.strip())
        if any(len(part) > 60 for part in parts) or len(parts) > MOST:
            raise forms.ValidationError(_("Nhiều nhất 40 phân tổ, mỗi tên dài nhất 60 chữ."))
        return parts

    def definition_given(self) -> Definition:
        held = self.held.is_national if self.held else False
        names = {"code", "reason", "seen", "is_national", "given_by"}
        given = {name: value for name, value in self.cleaned_data.items() if name not in names}
        is_national = self.cleaned_data.get("is_national", held)
        return Definition(**given, given_by=tuple(self.cleaned_data["given_by"]), is_national=is_national)

    def over(self, held: Indicator) -> None:
        """Saving the form again is meant over what stands now."""
        self.is_met = True
        said = cast(QueryDict, self.data).copy()
        said["seen"] = definition_mark(held)
        self.data = said


def _measures(held: Indicator | None) -> list[tuple[str, Any]]:
    known: list[tuple[str, Any]] = [(one.name, one.title) for one in all_measures()]
    if held and held.measure and held.measure not in dict(known):
        known.append((held.measure, held.measure))  # of an app that is not there yet
    return [("", _("người nhập, kèm nguồn")), *known]


def _said(held: Indicator) -> dict[str, Any]:
    names = ("name", "owner", "definition", "measured_in", "direction", "rule", "rhythm", "due_days", "measure",
             "given_by", "is_national", "since", "until", "baseline_on")  # fmt: skip
    return {name: getattr(held, name) for name in names} | {
        "baseline": plain_local(held.baseline),
        "parts": "\n".join(held.parts),
        "seen": definition_mark(held),
    }


class LevelForm(forms.Form):
    """What is to be reached by the end of a year; a row without a year and a level is none."""

    year = forms.IntegerField(
        label=_("Năm"), required=False, min_value=2000, max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 5}),
    )  # fmt: skip
    value = _number(_("Mức phải đạt"))
    most = _number(_("Mức cao nhất"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and (data.get("year") is None) != (data.get("value") is None):
            raise forms.ValidationError(_("Mỗi mức cần cả năm và con số; để trống cả dòng thì bỏ mức ấy."))
        return data


Levels = formset_factory(LevelForm, extra=2, max_num=MOST, validate_max=True, absolute_max=MOST + 20)


def levels_form(data: Any, held: Indicator | None, initial: list[dict[str, Any]]) -> BaseFormSet[LevelForm]:
    rows = (
        [
            {"year": t.year, "value": plain_local(t.value), "most": plain_local(t.value_max)}
            for t in held.targets.all()
        ]
        if held
        else initial
    )
    return Levels(_with_more(data), initial=rows, prefix="muc")


def _with_more(data: Any) -> Any:
    """The same rows and some empty ones, where the person asked for more."""
    if data is None or "them" not in data:
        return data
    more, total = data.copy(), data.get("muc-TOTAL_FORMS", "0")
    more["muc-TOTAL_FORMS"] = str(min(int(total) + MORE, MOST) if total.isdigit() else MORE)
    return more


def levels_of(rows: BaseFormSet[LevelForm]) -> list[Level]:
    given = [row.cleaned_data for row in rows if row.cleaned_data.get("year") is not None]
    return [Level(one["year"], one["value"], one["most"]) for one in given]


STRETCHES = [
    (_("Năm"), [("12-1", _("cả năm"))]),
    (_("Sáu tháng"), [("6-1", _("đầu năm")), ("6-7", _("cuối năm"))]),
    (_("Quý"), [(f"3-{3 * at + 1}", str(at + 1)) for at in range(4)]),
    (_("Tháng"), [(f"1-{at}", str(at)) for at in range(1, 13)]),
]


class FreezeForm(forms.Form):
    """A stretch of a year, and what it is frozen by."""

    year = forms.IntegerField(
        label=_("Năm"), min_value=2000, max_value=2100, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )
    stretch = forms.ChoiceField(label=_("Kỳ"), choices=STRETCHES)
    basis = forms.CharField(
        label=_("Căn cứ"), max_length=300, help_text=_("văn bản hoặc cuộc họp đã thống nhất số liệu")
    )

    def period(self) -> Period:
        months, first = map(int, self.cleaned_data["stretch"].split("-"))
        return period_at(date(self.cleaned_data["year"], first, 1), months)


class PrefillForm(forms.Form):
    """What an address may say ahead of a new indicator, as a plan's target gives it; what makes no sense is left out."""

    ten = forms.CharField(required=False, max_length=250)
    dinh_nghia = forms.CharField(required=False, max_length=4000)
    don_vi_tinh = forms.CharField(required=False, max_length=60)
    chu_tri = forms.IntegerField(required=False, min_value=1, max_value=2**62)
    nam = forms.IntegerField(required=False, min_value=2000, max_value=2100)
    muc = forms.DecimalField(required=False, min_value=0, max_digits=20, decimal_places=4)
    muc_cao = forms.DecimalField(required=False, min_value=0, max_digits=20, decimal_places=4)

    def words(self) -> dict[str, Any]:
        self.is_valid()
        names = {"ten": "name", "dinh_nghia": "definition", "don_vi_tinh": "measured_in", "chu_tri": "owner"}
        data = self.cleaned_data
        found = {field: data[name] for name, field in names.items() if data.get(name)}
        return found | ({"rule": Rule.RATIO} if data.get("don_vi_tinh", "").startswith("%") else {})

    def levels(self) -> list[dict[str, Any]]:
        data = self.cleaned_data
        if not data.get("nam") or data.get("muc") is None:
            return []
        return [{"year": data["nam"], "value": data["muc"], "most": data.get("muc_cao")}]
