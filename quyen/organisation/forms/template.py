"""Which rows of the template of departments are wanted, and under what names."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from quyen.organisation.queries.template import TemplatePage


class TemplateForm(forms.Form):
    """Besides its own fields it reads `lay` (a key, many) and `ten-N` (the name of the row N)."""

    day = forms.DateField(
        label=_("Từ ngày"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Ngày viết chưa đúng, ví dụ 1/7/2026.")},
    )
    basis = forms.CharField(label=_("Căn cứ"), max_length=300, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, page: TemplatePage, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = page

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if not 1990 <= day.year <= 2100:
            raise forms.ValidationError(_("Ngày ngoài khoảng 1990-2100."))
        return day

    def wanted(self) -> dict[int, str]:
        taken = set(self.data.getlist("lay")) if self.is_bound else set()  # type: ignore[attr-defined]
        return {
            line.key: self.data.get(f"ten-{line.key}", line.name)
            for line in self.page.lines
            if str(line.key) in taken
        }

    def rows(self) -> list[tuple[Any, str, bool]]:
        """Each line that is missing, with the name typed and whether it is ticked."""
        wanted = self.wanted()
        return [
            (
                line,
                self.data.get(f"ten-{line.key}", line.name) if self.is_bound else line.name,
                line.key in wanted if self.is_bound else line.is_usual,
            )
            for line in self.page.lines
            if line.known is None
        ]
