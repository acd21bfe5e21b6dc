"""Forms of units, of people's roles and of invitations.

Days are read as people say them: the last day is one on which the role is still held.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quyen.accounts.models import User
from quyen.organisation.actions.invitations import Wanted
from quyen.organisation.enums import PeopleLens, Role
from quyen.organisation.models import Invitation, Unit
from quyen.organisation.queries.people import PeopleAsked, known_person
from quyen.organisation.queries.unit_finder import UnitFinder
from quyen.shared.forms import DayField, SheetField


class UnitForm(forms.ModelForm):  # type: ignore[type-arg]  # not subscriptable at run time
    class Meta:
        model = Unit
        fields = ["name", "short_name", "kind", "province"]


class DaysForm(forms.Form):
    """From a day on, until a last one or until further notice."""

    since = DayField(label=_("Từ ngày"))
    last_day = DayField(
        label=_("Đến hết ngày"), required=False, help_text=_("Để trống nếu chưa định ngày kết thúc.")
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        since, last_day = given.get("since"), given.get("last_day")
        if since and last_day and last_day < max(since, timezone.localdate()):
            self.add_error("last_day", _("Ngày cuối đã qua, hoặc trước ngày đầu."))
        return given

    @property
    def until(self) -> date | None:
        """The first day without the role."""
        last_day = self.cleaned_data.get("last_day")
        return last_day + timedelta(days=1) if last_day else None


class InviteForm(DaysForm):
    """One person. `unit` is typed as its code or name and resolved among the units that the actor looks after."""

    email = forms.EmailField(label=_("Thư điện tử công vụ"), max_length=254)
    full_name = forms.CharField(label=_("Họ và tên"), max_length=120)
    unit = forms.CharField(
        label=_("Đơn vị"), max_length=300, help_text=_("Mã hoặc tên, có dấu hay không dấu."),
        widget=forms.TextInput(attrs={"list": "units", "autocomplete": "off"}),
    )  # fmt: skip
    role = forms.TypedChoiceField(label=_("Vai trò"), choices=Role.choices, coerce=lambda v: Role(int(v)))

    field_order = ("email", "full_name", "unit", "role", "since", "last_day")

    def __init__(self, finder: UnitFinder, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.finder = finder

    def clean_unit(self) -> int:
        found = self.finder.find(self.cleaned_data["unit"])
        if found.foreign:
            raise forms.ValidationError(_("Bạn không phải quản trị viên của đơn vị này."))
        if len(found.units) > 1:
            raise forms.ValidationError(_("Nhiều đơn vị cùng tên; hãy ghi mã, hoặc “tên › cấp trên”."))
        if not found.units:
            raise forms.ValidationError(_("Không thấy đơn vị này trong các đơn vị bạn quản trị."))
        return found.units[0]

    def wanted(self) -> Wanted:
        given = self.cleaned_data
        return Wanted(given["email"], given["full_name"], given["role"], given["since"], self.until)


class RoleForm(DaysForm):
    """An empty role ends it before the first day given."""

    role = forms.TypedChoiceField(
        label=_("Vai trò"),
        choices=[*Role.choices, ("", _("thu vai trò"))],
        coerce=lambda v: Role(int(v)),
        required=False,
        empty_value=None,
    )

    field_order = ("role", "since", "last_day")


class PeopleForm(forms.Form):
    """What the list of people is asked for; what makes no sense counts as not given."""

    tim = forms.CharField(label=_("Tìm người hoặc đơn vị"), required=False, max_length=100)
    duoi = forms.IntegerField(required=False, min_value=1, max_value=2**62)
    xem = forms.ChoiceField(choices=PeopleLens.choices, required=False)
    trang = forms.IntegerField(required=False, min_value=1, max_value=10_000)

    def asked(self) -> PeopleAsked:
        self.is_valid()
        given = self.cleaned_data
        words = " ".join((given.get("tim") or "").replace("\0", "").split())
        return PeopleAsked(words, given.get("duoi"), PeopleLens(given.get("xem") or PeopleLens.NOW))

    def page(self) -> int:
        self.is_valid()
        return self.cleaned_data.get("trang") or 1


class RosterForm(forms.Form):
    file = SheetField()


class AcceptForm(forms.Form):
    """The name and the first password of somebody who was invited."""

    full_name = forms.CharField(
        label=_("Họ và tên"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    password = forms.CharField(
        label=_("Mật khẩu"), max_length=128, strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Ít nhất 10 ký tự; không dùng mật khẩu phổ biến."),
    )  # fmt: skip
    again = forms.CharField(
        label=_("Gõ lại mật khẩu"), max_length=128, strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip

    def __init__(self, invitation: Invitation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invitation = invitation

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("password") and given.get("again") and given["password"] != given["again"]:
            self.add_error("again", _("Hai lần gõ mật khẩu không giống nhau."))
        if given.get("password"):
            person = User(email=self.invitation.email, full_name=given.get("full_name", ""))
            try:
                validate_password(given["password"], person)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return given


class HandOverForm(forms.Form):
    """Who takes over, by their address, and from which day on."""

    email = forms.EmailField(
        label=_("Thư điện tử của người nhận"), max_length=254,
        help_text=_("Một người trong các đơn vị mà bạn quản trị."),
        widget=forms.EmailInput(attrs={"list": "colleagues", "autocomplete": "off"}),
    )  # fmt: skip
    day = DayField(label=_("Bàn giao từ ngày"))

    def __init__(self, actor: User, leaver: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor, self.leaver = actor, leaver

    def clean_email(self) -> User:
        found = known_person(self.actor, self.cleaned_data["email"])
        if found is None or not found.is_active:
            raise forms.ValidationError(_("Không thấy người này trong các đơn vị bạn quản trị."))
        if found == self.leaver:
            raise forms.ValidationError(_("Người nhận phải là người khác."))
        return found

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("Ngày bàn giao đã qua."))
        return day

    def chosen(self) -> tuple[User | None, date]:
        """The successor and the day; nobody and today where the form does not say."""
        if not self.is_bound or not self.is_valid():
            return None, timezone.localdate()
        return self.cleaned_data["email"], self.cleaned_data["day"]
