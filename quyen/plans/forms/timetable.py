"""A schedule as a giver writes it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from quyen.core.schedule import Due, Rhythm, Schedule
from quyen.core.schedule.periods import MOST_DAYS, MOST_EVERY, BadSchedule
from quyen.shared.enums import DATED_RHYTHMS
from quyen.shared.forms import DayField


class TimetableForm(forms.Form):
    """`days_after`: so many days after a period's last day it is due; 0 is that day itself."""

    anchor = DayField(label=_("Kỳ đầu bắt đầu từ ngày"))
    rhythm = forms.ChoiceField(label=_("Nhịp"), choices=DATED_RHYTHMS)
    every = forms.IntegerField(label=_("Mỗi kỳ gồm mấy nhịp"), min_value=1, max_value=MOST_EVERY)
    last_day = DayField(
        label=_("Ngày cuối của lịch"),
        required=False,
        help_text=_("Để trống thì lịch không có ngày kết thúc."),
    )
    days_after = forms.IntegerField(
        label=_("Hạn báo cáo: mấy ngày sau ngày cuối của kỳ"), min_value=-MOST_DAYS, max_value=MOST_DAYS,
        help_text=_("0 là chính ngày cuối của kỳ."),
    )  # fmt: skip
    lead_days = forms.IntegerField(
        label=_("Nhắc trước mấy ngày"), required=False, min_value=0, max_value=60,
        help_text=_("Để trống hoặc 0 thì chỉ nhắc vào ngày đến hạn."),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, held: Schedule) -> None:
        super().__init__(data, initial=_initial(held))
        self.months = held.due.months  # kept as it is: no office counts in them here

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or {}
        if not self.errors:
            try:
                self.schedule()
            except BadSchedule as error:
                self.add_error(None, error.told)
        return kept

    def schedule(self) -> Schedule:
        """Of a valid form. Raises BadSchedule."""
        given = self.cleaned_data
        return Schedule(
            given["anchor"], Rhythm(given["rhythm"]), given["every"], _moved(given["last_day"], 1),
            Due(self.months, given["days_after"] - 1), given["lead_days"] or None,
        )  # fmt: skip


def _initial(held: Schedule) -> dict[str, Any]:
    return {
        "anchor": held.anchor, "rhythm": held.rhythm.value, "every": held.every,
        "last_day": _moved(held.until, -1), "days_after": held.due.days + 1, "lead_days": held.lead_days,
    }  # fmt: skip


def _moved(day: date | None, days: int) -> date | None:
    """People name the last day, the schedule the day after it."""
    return day + timedelta(days=days) if day else None
