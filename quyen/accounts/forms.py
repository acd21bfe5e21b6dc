"""What a person may change of their own account."""

from django import forms

from quyen.accounts.models import User


class NameForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable at run time
    class Meta:
        model = User
        fields = ["full_name"]
        widgets = {"full_name": forms.TextInput(attrs={"autocomplete": "name"})}


class DigestsForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable at run time
    class Meta:
        model = User
        fields = ["digests"]
        widgets = {"digests": forms.RadioSelect}
