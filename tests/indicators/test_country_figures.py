"""Figures of provinces that are no more: under their own name then, under their heir's now."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from quyen.core.arithmetic import year
from quyen.indicators.actions import Given, load_indicators, report_value
from quyen.indicators.models import Indicator
from quyen.indicators.queries import Map, by_group
from quyen.organisation.actions.country import load_country
from quyen.organisation.enums import UnitKind
from quyen.organisation.models import Unit

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 27)
THEN, NOW = Map(), Map(TODAY)


def give(one: Indicator, unit: Unit, number: int, whole: int) -> None:
    given = Given(Decimal(number), Decimal(whole))
    report_value(actor=None, indicator=one, unit=unit, period=year(2024), given=given)


@pytest.fixture(scope="module")
def country(django_db_setup, django_db_blocker):
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        load_country()
        load_indicators()
        yield
        transaction.set_rollback(True)


PAIRS = [
    ("Tỉnh Bà Rịa - Vũng Tàu", "Thành phố Hồ Chí Minh"),
    ("Tỉnh Sóc Trăng", "Thành phố Cần Thơ"),
]


def test_figures_of_2024_stand_under_their_own_name_then_and_under_the_heir_now(country) -> None:
    one = Indicator.objects.get(code="T2a")
    units = [[Unit.objects.get(name=name, kind=UnitKind.PROVINCE) for name in pair] for pair in PAIRS]
    for old, new in units:
        give(one, old, 30, 40)
        give(one, new, 60, 80)
    then = by_group(one, year(2024), THEN, today=TODAY)
    now = by_group(one, year(2024), NOW, today=TODAY)
    for old, new in units:
        assert (then[old.pk].numerator, then[new.pk].numerator) == (30, 60)
        assert old.pk not in now
        assert (now[new.pk].numerator, now[new.pk].denominator) == (90, 120)
        assert one.value(now[new.pk].numerator, now[new.pk].denominator) == 75


def test_the_six_targets_are_loaded_once(country) -> None:
    assert load_indicators() == 0
    assert Indicator.objects.count() == 12
    assert Indicator.objects.get(code="T4b").targets.get().value_max == 20
