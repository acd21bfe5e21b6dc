"""Fields that more than one step asks for."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

MIB = 1024 * 1024
DAYS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]  # as browsers send it, and as people write it
_EIGHT = re.compile(r"\s*(\d\d)(\d\d)(\d{4})\s*")
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)


class DayField(forms.DateField):
    """A day as people write it (the browser's own field writes it as its language does, mm/dd/yyyy in an English one), with
    a calendar beside it where there are scripts; from `first` to the end of 2100."""

    default_error_messages = {
        "invalid": _("Ngày viết chưa đúng, ví dụ 1/7/2026."),
        "far": _("Ngày ngoài khoảng %(first)s-%(last)s."),
    }

    def __init__(self, *, first: date = EARLIEST, **kwargs: Any) -> None:
        self.first = first
        super().__init__(input_formats=DAYS, widget=_typed(), **kwargs)

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, str) and _EIGHT.fullmatch(value):  # keyboards of telephones may have no stroke
            value = _EIGHT.sub(r"\1/\2/\3", value)
        return super().to_python(value)

    def clean(self, value: Any) -> date | None:
        day: date | None = super().clean(value)
        if day is not None and not self.first <= day <= LATEST:
            years = {"first": self.first.year, "last": LATEST.year}
            raise forms.ValidationError(self.error_messages["far"] % years)
        return day


def _typed() -> forms.DateInput:
    words = {
        "inputmode": "numeric",
        "autocomplete": "off",
        "placeholder": "30/11/2026",
        "data-day": _("Chọn trong lịch"),
    }
    return forms.DateInput(attrs=words, format="%d/%m/%Y")


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
