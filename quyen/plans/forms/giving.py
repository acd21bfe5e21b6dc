"""What a coordinator changes of one task before it is given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quyen.organisation.enums import UnitKind
from quyen.plans.actions.work.giving import Edit, Pair
from quyen.plans.enums import Part
from quyen.plans.queries.giving.naming import Register
from quyen.shared.enums import RHYTHMS
from quyen.shared.forms import DayField


class GivingForm(forms.Form):
    """`giu`: the units that stay, as "part:unit"; `ten`: names of units to add, one a line; `loai`: a whole kind."""

    due_on = DayField(label=gettext_lazy("Hạn"), required=False)
    recurs = forms.ChoiceField(
        label=gettext_lazy("Lặp lại"),
        required=False,
        choices=[("", gettext_lazy("một lần")), *RHYTHMS],
    )
    ten = forms.CharField(label=gettext_lazy("Thêm đơn vị"), required=False, max_length=4000)
    loai = forms.ChoiceField(
        label=gettext_lazy("Thêm cả loại"),
        required=False,
        choices=[("", gettext_lazy("không thêm")), *UnitKind.choices],
    )
    vai = forms.ChoiceField(label=gettext_lazy("Vai"), choices=Part.choices, required=False)

    def __init__(self, data: Any, *, register: Register, **more: Any) -> None:
        super().__init__(data, **more)
        self.register = register
        self.added: set[Pair] = set()

    def clean(self) -> dict[str, Any]:
        kept = super().clean() or {}
        part = kept.get("vai") or Part.COORDINATE
        self.added = {(unit, part) for unit in self._named(kept.get("ten") or "")}
        if kept.get("loai"):
            self.added |= {(unit.pk, part) for unit in self.register.of_kind(kept["loai"])}
        return kept

    def edit(self, kept: Iterable[str]) -> Edit:
        """What is asked for, of a valid form; `kept` are the ticked boxes."""
        pairs = {pair for text in kept if (pair := _pair(text))}
        return Edit(pairs | self.added, self.cleaned_data["due_on"], self.cleaned_data["recurs"])

    def _named(self, lines: str) -> set[int]:
        found: set[int] = set()
        for name in (" ".join(line.split()).strip(" ;,.") for line in lines.splitlines()):
            meaning = self.register.meaning(name) if name else None
            if meaning and meaning.problem:
                self.add_error("ten", _("“%(name)s”: %(why)s") % {"name": name, "why": meaning.problem})
            elif meaning:
                found.update(unit.pk for unit in meaning.units)
        return found


def _pair(text: str) -> Pair | None:
    part, _colon, unit = text.partition(":")
    known = part in Part.values and unit.isascii() and unit.isdigit() and len(unit) < 16
    return (int(unit), part) if known else None
