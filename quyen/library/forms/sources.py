"""A source of products of others."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext_lazy as _

from quyen.accounts.models import User
from quyen.library.models import Source
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit
from quyen.organisation.queries import unit_ids


class SourceForm(forms.ModelForm[Source]):
    class Meta:
        model = Source
        fields = ["unit", "name", "address", "shelf", "licence_words", "licence", "is_shown", "is_active"]
        labels = {"unit": _("Đơn vị chịu trách nhiệm")}
        help_texts = {
            "address": _("Địa chỉ gốc của cửa OAI-PMH, ví dụ https://quyen.tinhban.gov.vn/oai/"),
            "shelf": _("Để trống là lấy tất cả; ví dụ language:km chỉ lấy sản phẩm tiếng Khmer."),
            "licence_words": _("Ví dụ: CC BY 4.0, ghi nguồn. Chỉ dùng khi bản ghi không tự nói."),
        }

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Unit.objects.filter(pk__in=unit_ids(user, Role.COORDINATOR)).order_by("name")
        if field.queryset.count() == 1 and not self.instance.pk:
            field.initial = field.queryset.first()

    def clean_address(self) -> str:
        """Without what a person copies along from the browser: "?verb=Identify"."""
        address: str = self.cleaned_data["address"].strip()
        if urlsplit(address).scheme not in ("http", "https"):
            raise forms.ValidationError(_("Địa chỉ phải bắt đầu bằng https:// hoặc http://."))
        return address.partition("?verb=")[0].partition("#")[0]
