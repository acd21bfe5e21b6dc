"""Forms of the sources step."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from quyen.accounts.models import User
from quyen.organisation.models import Unit
from quyen.organisation.queries import editable_units


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One file or many; cleans to a list."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        files = data if isinstance(data, (list, tuple)) else [data]
        return [super(FilesField, self).clean(file, initial) for file in files or [None]]


class UploadForm(forms.Form):
    """Files for one of the person's units. An empty file is taken here and refused by the reader, which says
    which one it was, so that the rest goes on."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Đơn vị"), empty_label=None)
    files = FilesField(label=_("Tệp"), allow_empty_file=True)  # type: ignore[assignment]

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = editable_units(user)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.units = list(units)
        if len(self.units) == 1:
            self.fields["unit"].widget = forms.HiddenInput()
            self.fields["unit"].initial = self.units[0].pk


class ReplaceForm(forms.Form):
    file = forms.FileField(label=_("Tệp mới"), allow_empty_file=True)
