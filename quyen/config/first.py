"""`bin/quyen first-administrator`: the one account that nobody inside can make."""

from __future__ import annotations

import secrets
import sys


def first_administrator(*, email: str, name: str, unit_name: str, province: str) -> int:
    """Makes the unit where it is missing, the account, and the role; prints the password once.

    Returns 1 where the account exists already: its password is never changed from here.
    """
    import django

    django.setup()
    from django.db import transaction

    from quyen.accounts.actions import create_user
    from quyen.accounts.models import User
    from quyen.organisation.actions import grant_role, open_unit
    from quyen.organisation.enums import Role
    from quyen.organisation.models import Unit

    if User.objects.filter(email__iexact=email).exists():
        print(f"{email}: đã có tài khoản; không đổi gì.", file=sys.stderr)
        return 1
    password = secrets.token_urlsafe(12)
    with transaction.atomic():
        unit = Unit.objects.filter(name=unit_name, parent=None, is_active=True).first()
        unit = unit or open_unit(actor=None, name=unit_name, province=province)
        user = create_user(actor=None, email=email, full_name=name or email, password=password)
        grant_role(actor=None, user=user, unit=unit, role=Role.ADMINISTRATOR)
    print(
        f"Đã lập {email}, quản trị viên của “{unit_name}”.\nMật khẩu (đổi ngay sau khi đăng nhập): {password}"
    )
    return 0
