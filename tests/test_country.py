"""The country's units, loaded once for all that needs the whole of them: both maps whole, every old unit found on
today's, and figures of provinces that are no more under their own name then, under their heir's now."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from quyen.core.arithmetic import year
from quyen.indicators.actions import Given, load_indicators, report_value
from quyen.indicators.models import Indicator
from quyen.indicators.queries import Map, by_group
from quyen.organisation.actions import refresh_units
from quyen.organisation.actions.country import load_country
from quyen.organisation.enums import UnitKind
from quyen.organisation.models import Unit, UnitVersion
from quyen.organisation.queries import correspondence, tree_on

pytestmark = pytest.mark.django_db
IN_2024, TODAY = date(2024, 12, 31), date(2026, 11, 27)
THEN, NOW = Map(), Map(TODAY)


@pytest.fixture(scope="module")
def country(once):
    """Loaded once for the module, rolled back at its end."""
    return once(load_country)


def kinds(day: date) -> dict[str, int]:
    found: dict[str, int] = {}
    for version in tree_on(day).versions.values():
        found[version.kind] = found.get(version.kind, 0) + 1
    return found


def test_both_maps_are_whole(country) -> None:
    before, after = kinds(IN_2024), kinds(TODAY)
    assert (before[UnitKind.PROVINCE], before[UnitKind.DISTRICT], before[UnitKind.COMMUNE]) == (
        63,
        696,
        10_035,
    )
    assert (after[UnitKind.PROVINCE], after[UnitKind.COMMUNE]) == (34, 3_321)
    assert UnitKind.DISTRICT not in after


def test_loading_again_changes_nothing(country) -> None:
    rows = UnitVersion.objects.count()
    assert load_country() == 0
    assert UnitVersion.objects.count() == rows
    assert refresh_units() == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tỉnh Bà Rịa - Vũng Tàu", "Thành phố Hồ Chí Minh"),
        ("Tỉnh Sóc Trăng", "Thành phố Cần Thơ"),
        ("Tỉnh Quảng Bình", "Tỉnh Quảng Trị"),
        ("Thành phố Hà Nội", "Thành phố Hà Nội"),
    ],
)
def test_figures_of_2024_stand_under_todays_province_and_under_their_own_name_then(country, old, new) -> None:
    before, after, map_of = tree_on(IN_2024), tree_on(TODAY), correspondence()
    (unit,) = [pk for pk, version in before.versions.items() if version.name == old]
    assert map_of.on_map(unit, given=IN_2024, shown=IN_2024) == {unit: 1}
    ((carrier, share),) = map_of.on_map(unit, given=IN_2024, shown=TODAY).items()
    assert (after.versions[carrier].name, share) == (new, 1)


def test_every_unit_of_2024_counts_once_on_todays_map_and_back(country) -> None:
    before, after, map_of = tree_on(IN_2024), tree_on(TODAY), correspondence()
    for units, given, shown, there in (
        (before.versions, IN_2024, TODAY, after.versions),
        (after.versions, TODAY, IN_2024, before.versions),
    ):
        for unit in units:
            shares = map_of.on_map(unit, given=given, shown=shown)
            assert sum(shares.values()) == Fraction(1)
            assert all(carrier in there for carrier, share in shares.items() if share)


def test_a_commune_counts_in_the_same_province_as_its_old_district(country) -> None:
    before, after, map_of = tree_on(IN_2024), tree_on(TODAY), correspondence()
    strayed = 0
    for unit, version in before.versions.items():
        if version.kind != UnitKind.COMMUNE:
            continue
        old_province = before.above[unit][0]
        (province,) = map_of.on_map(old_province, given=IN_2024, shown=TODAY)
        for carrier, share in map_of.on_map(unit, given=IN_2024, shown=TODAY).items():
            strayed += bool(share) and after.above[carrier][0] != province
    assert strayed == 0


def test_a_unit_that_is_no_more_stands_under_the_one_that_carries_it_on(country) -> None:
    gone = Unit.objects.get(name="Tỉnh Hậu Giang")
    heir = Unit.objects.get(name="Thành phố Cần Thơ", kind=UnitKind.PROVINCE)
    assert not gone.is_active and gone.above == [heir.pk, gone.pk]
    ministry = Unit.objects.get(name="Bộ Kế hoạch và Đầu tư")
    assert Unit.objects.get(pk=ministry.above[0]).name == "Bộ Tài chính"


def give(one: Indicator, unit: Unit, number: int, whole: int) -> None:
    given = Given(Decimal(number), Decimal(whole))
    report_value(actor=None, indicator=one, unit=unit, period=year(2024), given=given)


PAIRS = [
    ("Tỉnh Bà Rịa - Vũng Tàu", "Thành phố Hồ Chí Minh"),
    ("Tỉnh Sóc Trăng", "Thành phố Cần Thơ"),
]


def test_figures_of_2024_stand_under_their_own_name_then_and_under_the_heir_now(country) -> None:
    load_indicators()
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
    load_indicators()
    assert load_indicators() == 0
    assert Indicator.objects.count() == 12
    assert Indicator.objects.get(code="T4b").targets.get().value_max == 20
