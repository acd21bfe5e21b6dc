"""What the screens of recommendations are asked for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from quyen.rights.actions.recommendation_taking import Said
from quyen.rights.actions.recommendations import MOST_PARTS, PartWords, Words
from quyen.rights.enums import Answer, FollowUpState
from quyen.rights.models import Instrument, Provision, Recommendation, Topic
from quyen.rights.queries.recommendations import FIRST, Asked
from quyen.shared.forms import MIB, DayField

MOST = 40  # MiB of one file
KINDS = ".pdf,.docx,.doc,.odt,.txt,.html,.xlsx,.json"


class AskedForm(forms.Form):
    """The address of the list; what makes no sense counts as not given."""

    lan = forms.CharField(required=False, max_length=20)
    tra_loi = forms.ChoiceField(choices=Answer.choices, required=False)
    chu_de = forms.SlugField(required=False, max_length=50)
    tien_do = forms.ChoiceField(choices=FollowUpState.choices, required=False)
    tim = forms.CharField(required=False, max_length=120)
    trang = forms.IntegerField(required=False, min_value=1, max_value=10_000)

    def given(self) -> Asked:
        self.is_valid()
        data = self.cleaned_data
        review = data.get("lan", "")
        known = review == FIRST or (review.isascii() and review.isdigit() and len(review) < 18)
        return Asked(
            review if known else "", data.get("tra_loi", ""), data.get("chu_de", ""), data.get("tien_do", ""),
            data.get("tim", ""), data.get("trang") or 1,
        )  # fmt: skip


class FileForm(forms.Form):
    """A report, a matrix, or an export of UHRI."""

    file = forms.FileField(
        label=_("Tệp khuyến nghị"), max_length=255, widget=forms.FileInput(attrs={"accept": KINDS}),
        help_text=_("Báo cáo UPR (.pdf, .docx, văn bản), bảng khuyến nghị của OHCHR, hoặc tệp xuất từ UHRI (.xlsx, .json)"),
    )  # fmt: skip

    def clean_file(self) -> UploadedFile[Any]:
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > MOST * MIB:
            raise forms.ValidationError(_("Tệp lớn hơn %(most)s MiB; chưa có gì thay đổi.") % {"most": MOST})
        return file


class TakeForm(forms.Form):
    """What is known of a review beside its file; the sign says what was looked at."""

    state = forms.CharField(label=_("Quốc gia được rà soát"), max_length=120)
    cycle = forms.IntegerField(
        label=_("Chu kỳ"), required=False, min_value=1, max_value=20, help_text=_("chỉ với UPR")
    )
    adopted_on = DayField(label=_("Ngày thông qua"), required=False)
    source = forms.CharField(
        label=_("Nguồn"),
        required=False,
        max_length=500,
        help_text=_("nơi tải tệp, để người khác kiểm tra được"),
    )
    at = forms.IntegerField(min_value=0, max_value=10_000, widget=forms.HiddenInput)
    sign = forms.CharField(max_length=16, widget=forms.HiddenInput)

    def said(self) -> Said:
        data = self.cleaned_data
        return Said(data["state"], data["cycle"], data["adopted_on"], data["source"])


class CorrectForm(forms.Form):
    """The words of a recommendation, its States one a line."""

    number = forms.CharField(label=_("Số"), max_length=24, required=False)
    text_en = forms.CharField(
        label=_("Nguyên văn tiếng Anh"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    text_vi = forms.CharField(
        label=_("Bản tiếng Việt"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 5})
    )
    text_vi_source = forms.CharField(
        label=_("Nguồn bản tiếng Việt"), required=False, max_length=300, help_text=_("ai dịch, đăng ở đâu")
    )
    subject_vi = forms.CharField(label=_("Nói ngắn"), required=False, max_length=200)
    subject_en = forms.CharField(label=_("Nói ngắn bằng tiếng Anh"), required=False, max_length=200)
    states = forms.CharField(
        label=_("Nước khuyến nghị"), required=False, max_length=8_000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("mỗi nước một dòng"),
    )  # fmt: skip
    status = forms.ChoiceField(label=_("Quốc gia trả lời"), choices=Answer.choices)
    source = forms.CharField(
        label=_("Trả lời này ghi ở đâu"), required=False, max_length=300, help_text=_("khi đổi trả lời, ví dụ A/HRC/41/7/Add.1")
    )  # fmt: skip
    topics = forms.ModelMultipleChoiceField(
        label=_("Chủ đề"), queryset=Topic.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any = None, *, row: Recommendation, topics: list[Topic]) -> None:
        names = ("number", "text_en", "text_vi", "text_vi_source", "subject_vi", "subject_en", "status")
        held = {name: getattr(row, name) for name in names}
        super().__init__(data, initial=held | {"states": "\n".join(row.states), "topics": topics})
        field = self.fields["topics"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = Topic.objects.all()

    def words(self) -> Words:
        data = self.cleaned_data
        plain = ("number", "text_en", "text_vi", "text_vi_source", "subject_vi", "subject_en")
        return Words(
            **{name: data[name] for name in plain}, states=_lines(data["states"]), status=data["status"]
        )


class PartForm(forms.Form):
    """One of the parts that a joined recommendation is split into."""

    text = forms.CharField(
        label=_("Nội dung"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    states = forms.CharField(
        label=_("Nước khuyến nghị"), required=False, max_length=4_000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("mỗi nước một dòng"),
    )  # fmt: skip


def parts_form(data: Any, initial: list[dict[str, str]]) -> BaseFormSet[PartForm]:
    """One empty part stands behind those proposed."""
    made = formset_factory(PartForm, extra=1, max_num=MOST_PARTS, absolute_max=MOST_PARTS)
    return made(data, initial=initial, prefix="phan")


def parts_given(forms_of: BaseFormSet[PartForm]) -> list[PartWords]:
    given = [form.cleaned_data for form in forms_of]
    return [PartWords(one["text"], _lines(one["states"])) for one in given if one.get("text")]


class SettleForm(forms.Form):
    """What a person does about a doubt: keep as printed, or another number."""

    number = forms.CharField(required=False, max_length=24)


class ProvisionForm(forms.Form):
    """An article that the recommendation is about."""

    instrument = forms.ModelChoiceField(
        label=_("Văn kiện"), queryset=Instrument.objects.all(), to_field_name="code"
    )
    article = forms.CharField(label=_("Điều"), max_length=20, help_text=_("ví dụ 19"))

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if "instrument" in data and "article" in data:
            path = data["article"].strip()
            found = Provision.objects.filter(instrument=data["instrument"], path=path).first()
            if found is None:
                raise forms.ValidationError(_("Không thấy điều này trong văn kiện đã chọn."))
            data["provision"] = found
        return data


def _lines(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for one in text.splitlines() if (line := " ".join(one.split())[:200])))
