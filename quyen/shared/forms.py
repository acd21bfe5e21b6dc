"""Fields that more than one step asks for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

MIB = 1024 * 1024


class SheetField(forms.FileField):
    """A workbook of at most so many MiB. What is in it is judged by its content (`core.paper.given`), never by its name."""

    default_error_messages = {
        "too_large": _("Tệp lớn hơn %(most)s MiB. Hãy tách thành nhiều tệp; chưa có gì thay đổi."),
    }

    def __init__(self, *, most: int = 5, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Bảng tính .xlsx"))
        super().__init__(allow_empty_file=True, widget=forms.FileInput(attrs={"accept": ".xlsx"}), **kwargs)
        self.most = most

    def clean(self, data: Any, initial: Any = None) -> UploadedFile[Any]:
        file: UploadedFile[Any] = super().clean(data, initial)
        if (file.size or 0) > self.most * MIB:
            raise forms.ValidationError(self.error_messages["too_large"] % {"most": self.most})
        return file
