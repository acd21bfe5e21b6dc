"""What readers and editors fill in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from quyen.core.text.folding import fold
from quyen.portal.enums import Room

SALT = "portal.mistake"
SOONEST, LATEST = 3, 3 * 86_400  # seconds: no person is quicker; a page kept by a phone may be days old


def token() -> str:
    """Shows that the form was made here, and when. It names nobody, so the same may be kept for all."""
    return signing.dumps("bao-sai", salt=SALT, compress=False)


class MistakeForm(forms.Form):
    """`page` comes from the address and is shown again; `more` is for machines: people do not see it."""

    page = forms.CharField(label=_("Trang nào"), max_length=300, help_text=_("Địa chỉ hay tên của trang."))
    words = forms.CharField(
        label=_("Chỗ nào sai, đúng ra là gì"),
        max_length=2000,
        min_length=10,
        widget=forms.Textarea({"rows": 6}),
    )
    reach = forms.CharField(
        label=_("Cách liên lạc (không bắt buộc)"), max_length=200, required=False,
        help_text=_("Thư hoặc số máy, chỉ để trả lời bạn; bị xóa 90 ngày sau khi việc xong."),
    )  # fmt: skip
    more = forms.CharField(required=False, widget=forms.TextInput({"tabindex": "-1", "autocomplete": "off"}))
    sign = forms.CharField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("more"):
            raise ValidationError(_("Lần gửi này giống của máy. Hãy để trống ô cuối rồi gửi lại."))
        try:
            signing.loads(data.get("sign", ""), salt=SALT, max_age=LATEST)
        except signing.BadSignature as error:
            raise ValidationError(
                _("Trang này mở đã lâu. Lời của bạn vẫn còn dưới đây; hãy gửi lại lần nữa.")
            ) from error
        return data


class CloseForm(forms.Form):
    outcome = forms.CharField(
        label=_("Đã làm gì"), max_length=500, widget=forms.Textarea({"rows": 2, "class": "field"})
    )


class SiteForm(WagtailAdminPageForm):  # type: ignore[misc]  # Wagtail carries no types
    """An address left empty is made of the title, without marks. Wagtail's script would leave ệ, ở, ư out of it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
            self.fields["slug"].widget.is_required = False

    def clean_slug(self) -> str:
        given = self.cleaned_data.get("slug") or slugify(fold(self.cleaned_data.get("title", "")))
        return given[:80].strip("-") or "trang"


class RoomForm(WagtailAdminPageForm):  # type: ignore[misc]  # Wagtail carries no types
    """What only the home page has is asked for there only."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.room != Room.HOME:
            self.fields.pop("often", None)
