"""Names in plans and the units of today that they mean."""

from __future__ import annotations

from datetime import date

import pytest

from quyen.organisation.actions import carry_out, open_unit
from quyen.organisation.actions.arrangements import Wish
from quyen.organisation.enums import SuccessionKind, UnitKind
from quyen.plans.queries.giving.groups import Group, group_of
from quyen.plans.queries.giving.naming import register_of
from tests.factories.plans import make_plan
from tests.factories.work import ended, make_handout


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("các sở, ban, ngành", UnitKind.DEPARTMENT),
        ("Các Sở, ban, ngành Thành phố", UnitKind.DEPARTMENT),
        ("Ủy ban nhân dân các xã, phường", UnitKind.COMMUNE),
        ("Ủy ban nhân dân xã, phường, đặc khu", UnitKind.COMMUNE),
        ("UBND cấp xã", UnitKind.COMMUNE),
        ("Ủy ban nhân dân các huyện, thị xã, thành phố", UnitKind.DISTRICT),
        ("UBND cấp huyện", UnitKind.DISTRICT),
        ("các Bộ, ngành", UnitKind.MINISTRY),
        ("Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương", UnitKind.PROVINCE),
        ("các sở, ngành liên quan", None),
        ("các cơ quan, đơn vị liên quan", None),
        ("các sở, ngành, địa phương", None),
    ],
)
def test_a_group_is_known_by_its_kind_or_names_nobody(name, kind) -> None:
    assert group_of(name) == Group(kind)


@pytest.mark.parametrize(
    "name", ["Sở Tư pháp", "Ủy ban nhân dân tỉnh", "UBND phường Bến Cát", "Công an tỉnh"]
)
def test_a_unit_is_no_group(name) -> None:
    assert group_of(name) is None


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Sở Tư pháp", ["Sở Tư pháp tỉnh Sông Lam"]),
        ("Sở TP tỉnh", ["Sở Tư pháp tỉnh Sông Lam"]),
        ("Sở VHTT&DL", ["Sở Văn hóa, Thể thao và Du lịch tỉnh Sông Lam"]),
        ("Sở Văn hoá, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch tỉnh Sông Lam"]),
        ("UBND phường Bến Cát", ["Phường Bến Cát"]),
        ("Ủy ban nhân dân tỉnh", ["Tỉnh Sông Lam"]),
        ("UBND các xã, phường", ["Phường Bến Cát", "Xã An Hòa", "Xã Tân Lập"]),
        ("Sở Ngoại vụ", []),
        ("UBND cấp huyện", []),
    ],
)
def test_names_mean_units_of_the_province(world, name, found) -> None:
    meaning = register_of(make_handout(world)).meaning(name)
    assert [unit.name for unit in meaning.units] == found
    assert bool(meaning.problem) is not bool(found)


def test_a_department_that_is_no_more_means_who_carries_it_on_and_it_is_said(world) -> None:
    ended("Sở Thông tin và Truyền thông tỉnh Sông Lam", world.culture, world.province)
    plan = make_handout(world, issued_on=date(2024, 2, 1))
    meaning = register_of(plan).meaning("Sở Thông tin và Truyền thông")
    assert [unit.pk for unit in meaning.units] == [world.culture.pk]
    assert "nay do “Sở Văn hóa, Thể thao và Du lịch tỉnh Sông Lam” làm tiếp" in meaning.note


def test_two_of_one_name_are_never_guessed(world) -> None:
    culture = open_unit(actor=None, name="Cụm văn hóa", parent=world.province)
    for parent in (world.province, culture):
        open_unit(actor=None, name="Xã Phú Mỹ", kind=UnitKind.COMMUNE, parent=parent)
    meaning = register_of(make_handout(world)).meaning("UBND xã Phú Mỹ")
    assert not meaning.units
    assert "Nhiều đơn vị mang tên này" in meaning.problem


def test_marks_tell_two_names_apart(world) -> None:
    open_unit(actor=None, name="Xã Tân Láp", kind=UnitKind.COMMUNE, parent=world.province)
    meaning = register_of(make_handout(world)).meaning("UBND xã Tân Lập")
    assert [unit.name for unit in meaning.units] == ["Xã Tân Lập"]


def test_a_plan_of_the_centre_reaches_ministries_and_provinces(world) -> None:
    ministry = open_unit(actor=None, name="Bộ Tư pháp", kind=UnitKind.MINISTRY)
    register = register_of(make_plan(ministry, issuer="Thủ tướng Chính phủ"))
    assert {unit.name for unit in register.meaning("UBND các tỉnh, thành phố").units} == {
        "Tỉnh Sông Lam",
        "Tỉnh Đông Hải",
    }
    assert [unit.name for unit in register.meaning("Bộ Tư pháp").units] == ["Bộ Tư pháp"]


@pytest.mark.parametrize("rows", [1, 3])
def test_a_register_takes_the_same_queries(world, rows, django_assert_num_queries) -> None:
    for n in range(rows):
        open_unit(actor=None, name=f"Xã số {n}", kind=UnitKind.COMMUNE, parent=world.province)
    plan = make_handout(world)
    with django_assert_num_queries(5):
        register_of(plan)


def test_a_district_that_ended_is_for_a_person_to_replace(world) -> None:
    district = open_unit(actor=None, name="Huyện Núi Xanh", kind=UnitKind.DISTRICT, parent=world.province)
    wish = Wish(
        SuccessionKind.ABOLISH, date(2025, 7, 1), "Luật số 72/2025/QH15", (district.pk,), world.province.pk
    )
    carry_out(actor=None, wish=wish)
    meaning = register_of(make_handout(world)).meaning("UBND huyện Núi Xanh")
    assert not meaning.units
    assert "không còn" in meaning.problem
