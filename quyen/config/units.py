"""`bin/quyen units`, and the part of every start that sees to the units: the country and the
national indicators once, and today's facts each day."""

from __future__ import annotations

import time


def prepare_units() -> int:
    """Loads the country's units where they are missing and brings today's facts in step; returns how many units came.

    Quick when nothing is new: three queries. A machine that was off at midnight catches up here.
    """
    from quyen.indicators.actions import load_indicators
    from quyen.organisation.actions import refresh_units_if_due
    from quyen.organisation.actions.country import load_country

    loaded = load_country()
    load_indicators()
    if not loaded:
        refresh_units_if_due()
    return loaded


def load_units() -> int:
    """The command: says what it did. Safe to run again."""
    import django

    django.setup()
    from quyen.organisation.models import Unit

    began = time.monotonic()
    loaded = prepare_units()
    if loaded:
        print(f"Đã nạp {loaded} đơn vị của cả nước trong {time.monotonic() - began:.0f} giây.")
    else:
        active = Unit.objects.active().count()
        print(f"Các đơn vị đã có từ trước ({active} đơn vị đang hoạt động); không nạp lại.")
    return 0
