"""A regime with its outline as rows, and a round to be opened."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from quyen.core.text.folding import fold_loose
from quyen.core.text.rhythm import Rhythm
from quyen.organisation.enums import UnitKind
from quyen.organisation.models import Unit
from quyen.plans.models import Plan
from quyen.reports.actions import CycleWish, RegimeWish
from quyen.reports.enums import PACES, AnnexSort, Chain, Sort
from quyen.reports.models import Cycle, Regime
from quyen.reports.queries import ANNEXES, YEARLY, as_data
from quyen.reports.queries.outline import MOST
from quyen.reports.queries.regimes import Preset
from quyen.shared.forms import DayField

MORE = 3  # empty rows that "add" gives


def day_field(label: Any, *, required: bool = False, hint: Any = "") -> DayField:
    return DayField(label=label, required=required, help_text=hint)


class RegimeForm(forms.Form):
    """`days` counts from a period's last day: 0 that day itself, -1 the day before."""

    unit = forms.ModelChoiceField(label=_("Đơn vị yêu cầu báo cáo"), queryset=Unit.objects.none())
    title = forms.CharField(label=_("Tên báo cáo"), max_length=250)
    plan = forms.ModelChoiceField(
        label=_("Theo kế hoạch"), queryset=Plan.objects.none(), required=False,
        help_text=_("để trống thì báo cáo về mọi kế hoạch"),
    )  # fmt: skip
    pace = forms.ChoiceField(label=_("Định kỳ"), choices=PACES)
    chain = forms.ChoiceField(label=_("Tuyến"), choices=Chain)
    anchor = day_field(_("Kỳ đầu tiên bắt đầu từ"), hint=_("báo cáo một lần thì để trống"))
    until = day_field(_("Đến trước ngày"), hint=_("để trống nếu không có hạn"))
    months = forms.IntegerField(
        label=_("Hạn gửi: số tháng sau khi hết kỳ"), min_value=-120, max_value=120, initial=0
    )
    days = forms.IntegerField(
        label=_("và số ngày sau ngày cuối kỳ"), min_value=-3659, max_value=3661, initial=0,
        help_text=_("0 là chính ngày cuối kỳ; số âm là trước đó"),
    )  # fmt: skip
    lead_days = forms.IntegerField(
        label=_("Mở đợt và nhắc trước số ngày"), min_value=0, max_value=365, initial=30
    )
    kinds = forms.MultipleChoiceField(
        label=_("Loại đơn vị phải báo cáo"),
        choices=UnitKind,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    by_assignment = forms.BooleanField(
        label=_("Cả đơn vị được giao việc của kế hoạch"), required=False, initial=True
    )
    needs_approval = forms.BooleanField(label=_("Lãnh đạo đơn vị duyệt trước khi gửi"), required=False)
    recipients = forms.CharField(
        label=_("Nơi nhận"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("mỗi dòng một nơi, thêm vào nơi nhận của mọi báo cáo"),
    )  # fmt: skip
    annexes = forms.MultipleChoiceField(
        label=_("Phụ lục"), choices=AnnexSort, required=False, widget=forms.CheckboxSelectMultiple,
        initial=[str(one.sort) for one in ANNEXES],
    )  # fmt: skip

    def __init__(
        self, data: Any, *, units: Any, plans: Any, regime: Regime | None, preset: Preset | None
    ) -> None:
        super().__init__(data, initial=_initial(regime, preset))
        self.regime, self.preset = regime, preset
        self.fields["plan"].queryset = plans  # type: ignore[attr-defined]
        if regime is not None:
            del self.fields["unit"]
        else:
            self.fields["unit"].queryset = units  # type: ignore[attr-defined]
            known = [one.pk for one in units]
            own = preset.unit if preset and preset.unit in known else None
            self.fields["unit"].initial = own or (known[0] if known else None)

    def wish(self, outline: list[dict[str, Any]]) -> RegimeWish:
        given = self.cleaned_data
        rule = self.regime.rule if self.regime else None
        return RegimeWish(
            title=given["title"].strip(), pace=given["pace"], chain=Chain(given["chain"]),
            kinds=tuple(given["kinds"]), by_assignment=given["by_assignment"],
            needs_approval=given["needs_approval"], plan=given["plan"], rule=rule, anchor=given["anchor"],
            until=given["until"], due_months=given["months"], due_days=given["days"] - 1,
            lead_days=given["lead_days"], outline=outline, annexes=self._annexes(),
            recipients=tuple(line.strip()[:200] for line in given["recipients"].splitlines() if line.strip()),
        )  # fmt: skip

    def _annexes(self) -> list[dict[str, Any]]:
        """Annexes keep their titles where the regime has given them its own."""
        held = self.regime.annexes if self.regime else []
        known = {one["sort"]: one for one in as_data(ANNEXES)} | {one["sort"]: one for one in held}
        return [known[sort] for sort in self.cleaned_data["annexes"] if sort in known]


def _initial(regime: Regime | None, preset: Preset | None) -> dict[str, Any]:
    if regime is not None:
        return {
            "title": regime.title, "plan": regime.plan_id, "pace": regime.pace, "chain": regime.chain,
            "anchor": regime.anchor, "until": regime.until, "months": regime.due_months,
            "days": regime.due_days + 1, "lead_days": regime.lead_days, "kinds": regime.kinds,
            "by_assignment": regime.by_assignment, "needs_approval": regime.needs_approval,
            "recipients": "\n".join(regime.recipients), "annexes": [one["sort"] for one in regime.annexes],
        }  # fmt: skip
    if preset is None:
        return {"pace": Rhythm.YEARLY.value}
    return {
        "title": preset.title, "plan": preset.plan, "pace": preset.pace, "anchor": preset.anchor,
        "until": preset.until, "months": preset.due_months, "days": preset.due_days + 1, "lead_days": preset.lead_days,
    }  # fmt: skip


class SectionForm(forms.Form):
    """One row of an outline; a row without a title is none."""

    key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    number = forms.CharField(label=_("Số mục"), required=False, max_length=12)
    title = forms.CharField(label=_("Tiêu đề"), required=False, max_length=250)
    level = forms.TypedChoiceField(
        label=_("Cấp"), choices=[(1, "1"), (2, "2"), (3, "3")], coerce=int, initial=1
    )
    sort = forms.ChoiceField(label=_("Điền từ"), choices=Sort, initial=Sort.TEXT)
    guide = forms.CharField(label=_("Hướng dẫn người viết"), required=False, max_length=300)

    def has_changed(self) -> bool:
        """An empty row that was only given a level or a sort is still no section."""
        return bool((self.data.get(self.add_prefix("title")) or "").strip()) or bool(self.initial)


Sections = formset_factory(
    SectionForm,
    extra=1,
    can_order=True,
    can_delete=True,
    max_num=MOST,
    validate_max=True,
    absolute_max=MOST + 20,
)


def sections_form(data: Any, regime: Regime | None) -> BaseFormSet[SectionForm]:
    held = regime.outline if regime else as_data(YEARLY)
    return Sections(_with_more(data), initial=held, prefix="muc")


def _with_more(data: Any) -> Any:
    """The same rows and some empty ones, where the person asked for more."""
    if data is None or "them" not in data:
        return data
    more = data.copy()
    total = data.get("muc-TOTAL_FORMS", "0")
    more["muc-TOTAL_FORMS"] = str(min(int(total) + MORE, MOST) if total.isdigit() else MORE)
    return more


def outline_of(rows: BaseFormSet[SectionForm]) -> list[dict[str, Any]]:
    """The rows as an outline, in the order of their numbers; new ones get a key of their title."""
    kept = [form.cleaned_data for form in rows.ordered_forms if form.cleaned_data.get("title", "").strip()]
    taken = {row["key"] for row in kept if row["key"]}
    return [_section(row, taken) for row in kept]


def _section(row: dict[str, Any], taken: set[str]) -> dict[str, Any]:
    key = row["key"] or _key(row["title"], taken)
    found = {name: row[name].strip() for name in ("number", "title", "guide") if row[name].strip()}
    return {"key": key, "number": "", "level": row["level"], "sort": row["sort"]} | found


def _key(title: str, taken: set[str]) -> str:
    bare = "-".join("".join(sign if sign.isalnum() else " " for sign in fold_loose(title)).split())[
        :32
    ].strip("-")
    key, number = bare or "muc", 2
    while key in taken:
        key, number = f"{bare or 'muc'}-{number}", number + 1
    taken.add(key)
    return key


class CycleForm(forms.Form):
    """A round to be opened; `last` is the last day that is reported on."""

    title = forms.CharField(label=_("Tên đợt"), max_length=250)
    start = day_field(_("Kỳ từ ngày"), required=True)
    last = day_field(_("đến hết ngày"), required=True)
    due_on = day_field(_("Hạn gửi"), required=True, hint=_("ngày cuối cùng còn đúng hạn"))
    figures_on = day_field(_("Ngày chốt số liệu"), hint=_("để trống thì lấy số liệu của ngày xem"))
    feeds = forms.ModelChoiceField(
        label=_("Đưa vào đợt của cấp trên"), queryset=Cycle.objects.none(), required=False,
        help_text=_("báo cáo của đơn vị mình trong đợt ấy được ghép từ đợt này"),
    )  # fmt: skip

    def __init__(self, data: Any, *, above: Any, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        self.fields["feeds"].queryset = above  # type: ignore[attr-defined]

    def wish(self) -> CycleWish:
        given = self.cleaned_data
        end = given["last"] + timedelta(days=1) if given["last"] < date.max else given["last"]
        return CycleWish(
            given["title"], given["start"], end, given["due_on"], given["figures_on"], given["feeds"]
        )
