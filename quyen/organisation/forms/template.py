"""Which rows of the template of departments are wanted, and under what names."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from quyen.organisation.queries.template import TemplatePage
from quyen.shared.forms import DayField


class TemplateForm(forms.Form):
    """Besides its own fields it reads `lay` (a key, many) and `ten-N` (the name of the row N)."""

    day = DayField(label=_("Từ ngày"))
    basis = forms.CharField(label=_("Căn cứ"), max_length=300, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, page: TemplatePage, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page = page

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
