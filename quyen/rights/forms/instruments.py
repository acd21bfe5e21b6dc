"""An instrument, what happened to it, a text of it, a link of one of its articles: as people give them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from quyen.rights.actions import InstrumentGiven, StatusGiven, TextGiven
from quyen.rights.enums import LANGUAGES, InstrumentKind, Precision, StatusKind, TieState
from quyen.rights.models import Instrument, Provision, Topic
from quyen.rights.queries import named_provision
from quyen.shared.forms import MIB, DayField

MOST = 16  # MiB of one text
FIRST_DAY = 1900


class InstrumentForm(forms.Form):
    """`held`: an instrument that is there has its code for good."""

    code = forms.CharField(
        label=_("Mã"),
        max_length=20,
        help_text=_("chữ hoa không dấu và số, ví dụ LBC2016; không đổi được về sau"),
    )
    kind = forms.ChoiceField(label=_("Loại"), choices=InstrumentKind.choices)
    name_vi = forms.CharField(label=_("Tên"), max_length=300)
    short_vi = forms.CharField(label=_("Tên gọn"), max_length=80)
    name_en = forms.CharField(label=_("Tên tiếng Anh"), max_length=300, required=False)
    short_en = forms.CharField(label=_("Tên gọn tiếng Anh"), max_length=80, required=False)
    number = forms.CharField(label=_("Số, ký hiệu"), max_length=60, required=False)
    year = forms.IntegerField(label=_("Năm ban hành"), min_value=1900, max_value=2100, required=False)
    names = forms.CharField(
        label=_("Các cách gọi khác"), required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("mỗi dòng một cách, để nhận ra trong văn bản; [trong ngoặc vuông] là phần có thể thiếu"),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, is_held: bool = False, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if is_held:
            del self.fields["code"]

    def given(self) -> InstrumentGiven:
        data = self.cleaned_data
        names = tuple(
            dict.fromkeys(line.strip()[:300] for line in data["names"].splitlines() if line.strip())
        )
        plain = {
            name: data[name]
            for name in ("kind", "name_vi", "short_vi", "name_en", "short_en", "number", "year")
        }
        return InstrumentGiven(names=names, **plain)


class StatusForm(forms.Form):
    what = forms.ChoiceField(label=_("Việc"), choices=StatusKind.choices)
    on = DayField(label=_("Ngày"), help_text=_("chỉ biết tháng hoặc năm thì ghi ngày 1"))
    precision = forms.ChoiceField(label=_("Biết chính xác đến"), choices=Precision.choices)
    source = forms.CharField(label=_("Nguồn"), max_length=300)
    successor = forms.ModelChoiceField(
        label=_("Được thay bằng"), queryset=Instrument.objects.none(), required=False,
        help_text=_("khi văn kiện hết hiệu lực; trang công khai nói rõ điều này"),
    )  # fmt: skip
    articles = forms.RegexField(
        r"^\d{1,4}[a-zđ]?(?:-\d{1,4})?(?:, ?\d{1,4}[a-zđ]?(?:-\d{1,4})?)*$", label=_("Chỉ các điều"), max_length=120,
        required=False, help_text=_("ví dụ 413-430, 12; để trống là cả văn kiện"),
        error_messages={"invalid": _("Ghi số điều, ví dụ 413-430 hoặc 12, 15.")},
    )  # fmt: skip
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False)
    stands = forms.BooleanField(
        label=_("Dùng mốc này; mốc cùng việc đang dùng chuyển thành ý kiến khác"),
        required=False,
        initial=True,
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["successor"].queryset = Instrument.objects.all()  # type: ignore[attr-defined]
        self.fields["on"].first = self.fields["on"].first.replace(year=FIRST_DAY)  # type: ignore[attr-defined]

    def given(self) -> StatusGiven:
        return StatusGiven(**self.cleaned_data)


class SubjectForm(forms.Form):
    subject_vi = forms.CharField(label=_("Nội dung"), max_length=250)
    subject_en = forms.CharField(label=_("Nội dung bằng tiếng Anh"), max_length=250, required=False)


class ArticleForm(SubjectForm):
    number = forms.CharField(label=_("Điều số"), max_length=5)
    field_order = ("number", "subject_vi", "subject_en")


class TextForm(forms.Form):
    file = forms.FileField(
        label=_("Tệp"), max_length=255, widget=forms.FileInput(attrs={"accept": ".docx,.html,.htm,.xml,.json,.txt,.pdf,.odt,.doc"}),
        help_text=_("Word, HTML của trang luật, Akoma Ntoso, PDF, văn bản thường; mỗi điều bắt đầu bằng “Điều 1.” hoặc “Article 1”"),
    )  # fmt: skip
    language = forms.ChoiceField(
        label=_("Ngôn ngữ"), choices=[("", _("theo tệp")), *LANGUAGES], required=False
    )
    source = forms.CharField(
        label=_("Nguồn"), max_length=500, help_text=_("địa chỉ trang, số công báo, nhà xuất bản")
    )
    label = forms.CharField(
        label=_("Tên bản"), max_length=120, required=False,
        help_text=_("chỉ khi một ngôn ngữ có nhiều bản, ví dụ “bản dịch của Trung tâm Quyền con người”"),
    )  # fmt: skip
    licence = forms.CharField(label=_("Giấy phép"), max_length=300, required=False)
    valid_from = DayField(
        label=_("Lời văn có hiệu lực từ"), required=False, help_text=_("khi luật được sửa đổi")
    )
    is_official = forms.BooleanField(label=_("Bản chính thức"), required=False)

    def clean_file(self) -> UploadedFile[Any]:
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > MOST * MIB:
            raise forms.ValidationError(_("Tệp lớn hơn %(most)s MiB.") % {"most": MOST})
        return file

    def given(self) -> TextGiven:
        data = self.cleaned_data
        plain = {
            name: data[name]
            for name in ("language", "source", "label", "licence", "valid_from", "is_official")
        }
        return TextGiven(file_name=data["file"].name or "", **plain)


class TargetForm(forms.Form):
    """An article named in words."""

    target = forms.CharField(
        label=_("Điều"),
        max_length=200,
        required=False,
        help_text=_("ví dụ “Điều 19 ICCPR”, “khoản 2 Điều 20 Hiến pháp”"),
    )

    def clean_target(self) -> Provision | None:
        words: str = self.cleaned_data["target"].strip()
        if not words:
            return None
        found = named_provision(words)
        if found is None:
            raise forms.ValidationError(
                _("Không nhận ra điều nào trong “%(words)s”. Hãy ghi số điều và tên văn kiện.")
                % {"words": words}
            )
        return found


class LinkForm(TargetForm):
    topic = forms.ModelChoiceField(label=_("hoặc chủ đề"), queryset=Topic.objects.none(), required=False)
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["topic"].queryset = Topic.objects.all()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if "target" in data and (data["target"] is None) == (data.get("topic") is None):
            raise forms.ValidationError(_("Ghi một điều, hoặc chọn một chủ đề."))
        return data


class QuoteForm(TargetForm):
    """Words of one of the texts shown, and what they are tied to."""

    version = forms.ChoiceField(label=_("Bản văn"))
    exact = forms.CharField(
        label=_("Nguyên văn"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("chép một đoạn của điều"),
    )
    field_order = ("version", "exact", "target")

    def __init__(self, data: Any = None, *, versions: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["version"].choices = [(str(pk), words) for pk, words in versions]  # type: ignore[attr-defined]
        self.fields["target"].required = True


class SettleForm(forms.Form):
    """Ties that a person looked at: "link-12", "quote-7"."""

    tie = forms.RegexField(r"^(?:link|quote)-\d{1,15}$")
    state = forms.ChoiceField(
        choices=[(one.value, one.label) for one in (TieState.CONFIRMED, TieState.REFUSED)]
    )

    def tie_given(self) -> tuple[str, int]:
        kind, _dash, pk = self.cleaned_data["tie"].partition("-")
        return kind, int(pk)
