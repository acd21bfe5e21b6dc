"""Forms of units and of people's roles."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from quyen.organisation.enums import Role
from quyen.organisation.models import Unit
from quyen.organisation.queries import UnitAsked


class UnitForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable at run time
    class Meta:
        model = Unit
        fields = ["name", "short_name", "kind", "province"]


class PersonForm(forms.Form):
    email = forms.EmailField(label=_("Thư điện tử công vụ"), max_length=254)
    full_name = forms.CharField(label=_("Họ và tên"), max_length=120)
    role = forms.TypedChoiceField(label=_("Vai trò"), choices=Role.choices, coerce=lambda v: Role(int(v)))


class RoleForm(forms.Form):
    """An empty role ends it."""

    role = forms.TypedChoiceField(
        label=_("Vai trò"),
        choices=[*Role.choices, ("", _("thu vai trò"))],
        coerce=lambda v: Role(int(v)),
        required=False,
        empty_value=None,
    )


class AskedForm(forms.Form):
    """What the list of units is asked for; what makes no sense counts as not given."""

    ngay = forms.DateField(label=_("Vào ngày"), required=False, input_formats=["%Y-%m-%d", "%d/%m/%Y"])
    tim = forms.CharField(label=_("Tên đơn vị"), required=False, max_length=100)
    duoi = forms.IntegerField(required=False, min_value=1, max_value=2**62)
    trang = forms.IntegerField(required=False, min_value=1, max_value=10_000)

    def asked(self, today: date) -> UnitAsked:
        self.is_valid()
        given = self.cleaned_data
        words = " ".join((given.get("tim") or "").split())
        return UnitAsked(given.get("ngay") or today, words, None if words else given.get("duoi"))

    def page(self) -> int:
        self.is_valid()
        return self.cleaned_data.get("trang") or 1
