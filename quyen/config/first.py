"""`bin/quyen first-administrator`: the one account that nobody inside can make."""

from __future__ import annotations

import secrets
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quyen.organisation.models import Unit


def first_administrator(*, email: str, name: str, unit_name: str, province: str) -> int:
    """Makes the unit where it is missing, the account, and the role; prints the password once.

    Returns 1 where the account exists already: its password is never changed from here.
    """
    import django

    django.setup()
    from django.db import transaction

    from quyen.accounts.actions import create_user
    from quyen.accounts.models import User
    from quyen.organisation.actions import grant_role
    from quyen.organisation.enums import Role

    if User.objects.filter(email__iexact=email).exists():
        print(f"{email}: đã có tài khoản; không đổi gì.", file=sys.stderr)
        return 1
    password = secrets.token_urlsafe(12)
    with transaction.atomic():
        unit = _unit(unit_name, province)
        user = create_user(actor=None, email=email, full_name=name or email, password=password)
        grant_role(actor=None, user=user, unit=unit, role=Role.ADMINISTRATOR)
    print(
        f"Đã lập {email}, quản trị viên của “{unit_name}”.\nMật khẩu (đổi ngay sau khi đăng nhập): {password}"
    )
    return 0


def _unit(name: str, province: str) -> Unit:
    """The unit of this name, where exactly one bears it; else a new one, under the province where that is known."""
    from quyen.organisation.actions import open_unit
    from quyen.organisation.enums import UnitKind
    from quyen.organisation.models import Unit

    provinces = Unit.objects.active().filter(kind=UnitKind.PROVINCE)
    above = provinces.filter(name__iendswith=f" {province}").first() if province else None
    named = Unit.objects.active().filter(name=name)
    found = list((named.below(above.pk) if above else named)[:2])
    if len(found) == 1:
        return found[0]
    kind = UnitKind.DEPARTMENT if above else UnitKind.OTHER
    return open_unit(actor=None, name=name, kind=kind, parent=above, province=province)
