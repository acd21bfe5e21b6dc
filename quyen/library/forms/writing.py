"""The form of a product, which saves itself as one types."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quyen.library.actions import Facts
from quyen.library.enums import Audience, Language, Licence, Medium, ProductKind
from quyen.library.models import Product
from quyen.library.queries.desk import (
    WritePage,
    articles_of,
    articles_said,
    credits_of,
    credits_said,
    length_of,
    length_said,
    units_of,
)

LONG = 450_000


class WriteForm(forms.Form):
    """All of one product. `revision` is what the person saw; a page of another time conflicts."""

    title = forms.CharField(label=gettext_lazy("Tên sản phẩm"), max_length=250)
    kind = forms.ChoiceField(label=gettext_lazy("Loại sản phẩm"), choices=ProductKind.choices)
    language = forms.ChoiceField(label=gettext_lazy("Ngôn ngữ"), choices=Language.choices, required=False)
    summary = forms.CharField(label=gettext_lazy("Tóm tắt"), required=False, max_length=4000)
    body = forms.CharField(label=gettext_lazy("Nội dung"), required=False, max_length=LONG)
    transcript = forms.CharField(label=gettext_lazy("Bản lời"), required=False, max_length=LONG)
    length = forms.CharField(label=gettext_lazy("Thời lượng"), required=False, max_length=12)
    reach = forms.MultipleChoiceField(  # `media` is a form's own word
        label=gettext_lazy("Đến với người xem bằng"), required=False, choices=Medium.choices
    )
    audiences = forms.MultipleChoiceField(
        label=gettext_lazy("Đối tượng"), required=False, choices=Audience.choices
    )
    licence = forms.ChoiceField(
        label=gettext_lazy("Giấy phép sử dụng"), required=False, choices=[("", "—"), *Licence.choices]
    )
    credits = forms.CharField(
        label=gettext_lazy("Người và đơn vị thực hiện"), required=False, max_length=8000
    )
    topics = forms.MultipleChoiceField(label=gettext_lazy("Chủ đề"), required=False)
    articles = forms.CharField(label=gettext_lazy("Điều luật, điều ước"), required=False, max_length=2000)
    other_units = forms.CharField(label=gettext_lazy("Đơn vị cùng làm"), required=False, max_length=8000)
    tasks = forms.MultipleChoiceField(label=gettext_lazy("Thực hiện nhiệm vụ"), required=False)
    revision = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1)

    def __init__(self, data: Any, *, page: WritePage) -> None:
        super().__init__(data, initial=initial_of(page.product))
        self.fields["topics"].choices = [(str(one.pk), str(one)) for one in page.topics]  # type: ignore[attr-defined]
        self.fields["tasks"].choices = [(str(pk), words) for pk, words in page.tasks]  # type: ignore[attr-defined]

    def clean_length(self) -> int | None:
        try:
            return length_of(self.cleaned_data["length"])
        except ValueError as error:
            raise forms.ValidationError(_("Ghi phút và giây, ví dụ 2:30.")) from error

    def clean_articles(self) -> list[tuple[str, str]]:
        found, odd = articles_of(self.cleaned_data["articles"])
        if odd:
            raise forms.ValidationError(
                _(
                    "Chưa hiểu “%(odd)s”. Ghi mã văn kiện và số điều, cách nhau bằng dấu chấm phẩy: CRC 28; ICCPR 19.2."
                )
                % {"odd": odd[0][:60]}
            )
        return found

    def clean_other_units(self) -> list[int]:
        found, odd = units_of(self.cleaned_data["other_units"])
        if odd:
            raise forms.ValidationError(
                _("Không thấy đơn vị “%(name)s”. Mỗi dòng một tên đúng như trong danh sách đơn vị.")
                % {"name": odd[0][:80]}
            )
        return found

    def seen(self) -> int:
        revision = self.cleaned_data.get("revision")
        return -1 if revision is None else revision

    def facts(self) -> Facts:
        given = self.cleaned_data
        return Facts(
            title=given["title"], kind=given["kind"], language=given["language"], summary=given["summary"],
            body=given["body"], transcript=given["transcript"], seconds=given["length"], media=tuple(given["reach"]),
            audiences=tuple(given["audiences"]), licence=given["licence"], credits=credits_of(given["credits"]),
            topics=tuple(map(int, given["topics"])), other_units=tuple(given["other_units"]),
            articles=tuple(given["articles"]), tasks=tuple(map(int, given["tasks"])),
        )  # fmt: skip


def initial_of(product: Product) -> dict[str, Any]:
    """The product as the form shows it."""
    same = (
        "title",
        "kind",
        "language",
        "summary",
        "body",
        "transcript",
        "media",
        "audiences",
        "licence",
        "revision",
    )
    return {name: getattr(product, name) for name in same} | {
        "reach": product.media, "length": length_said(product.seconds), "credits": credits_said(product), "articles": articles_said(product),
        "topics": [str(one.pk) for one in product.topics.all()],
        "other_units": "\n".join(one.name for one in product.other_units.all()),
        "tasks": [str(one.task_id) for one in product.tasks.all()],
    }  # fmt: skip
