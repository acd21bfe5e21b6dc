"""What is asked for when a recommendation is followed up."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from quyen.core.schedule import today
from quyen.indicators.models import Indicator
from quyen.plans.models import Evidence
from quyen.plans.queries.followup import FollowUpPanel
from quyen.rights.enums import FollowUpState
from quyen.shared.forms import DayField


class SayForm(forms.Form):
    """How far it is, why, and what shows it; evidence of the tasks that are tied to it."""

    state = forms.ChoiceField(label=_("Tiến độ"), choices=FollowUpState.choices)
    day = DayField(label=_("Tính đến ngày"), initial=today)
    why = forms.CharField(
        label=_("Vì sao"), max_length=4_000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("đã làm gì, căn cứ vào đâu"),
    )  # fmt: skip
    evidence = forms.ModelMultipleChoiceField(
        label=_("Minh chứng"),
        queryset=Evidence.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: Any = None, *, panel: FollowUpPanel, **more: Any) -> None:
        super().__init__(data, initial={"state": panel.recommendation.follow_up}, **more)
        field = self.fields["evidence"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = Evidence.objects.filter(pk__in=[one.pk for one in panel.evidence])


class IndicatorsForm(forms.Form):
    """The indicators that show how a recommendation fares."""

    indicators = forms.ModelMultipleChoiceField(
        label=_("Chỉ số"), queryset=Indicator.objects.filter(is_national=True).order_by("code"), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
