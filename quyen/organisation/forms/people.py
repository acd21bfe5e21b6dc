"""Forms of units and of people's roles."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from quyen.organisation.enums import Role
from quyen.organisation.models import Unit


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
