"""What an administrator asks for and what it comes to: units below go along, nothing changes before it is carried out."""

from __future__ import annotations

from datetime import date

import pytest

from quyen.organisation.actions import arrange, carry_out, open_unit, undo_succession
from quyen.organisation.actions.arrangements import Wish
from quyen.organisation.actions.units import UnitRefused
from quyen.organisation.enums import SuccessionKind, UnitKind
from quyen.organisation.models import Unit, UnitVersion
from quyen.organisation.queries import correspondence, tree_on

pytestmark = pytest.mark.django_db
JULY, IN_2024, TODAY = date(2025, 7, 1), date(2024, 12, 31), date(2026, 11, 27)
BASIS = "Nghị quyết số 202/2025/QH15"


def province(name: str, *departments: str) -> Unit:
    made = open_unit(actor=None, name=name, kind=UnitKind.PROVINCE)
    for department in departments:
        open_unit(actor=None, name=department, kind=UnitKind.DEPARTMENT, parent=made)
    return made


@pytest.fixture
def two():
    can_tho = province("Thành phố Cần Thơ", "Sở Tư pháp thành phố Cần Thơ", "Sở Y tế thành phố Cần Thơ")
    hau_giang = province("Tỉnh Hậu Giang", "Sở Tư pháp tỉnh Hậu Giang", "Ban Dân tộc Hậu Giang")
    return can_tho, hau_giang


def wish(kind: SuccessionKind, *units: Unit, **other: object) -> Wish:
    return Wish(kind, JULY, BASIS, tuple(unit.pk for unit in units), **other)  # type: ignore[arg-type]


def names(day: date) -> dict[str, str]:
    """Each unit in force at a day, with the one above it."""
    versions = tree_on(day).versions
    return {one.name: versions[one.parent_id].name if one.parent_id else "" for one in versions.values()}


def test_departments_go_along_into_their_namesakes_or_under_the_new_province(two) -> None:
    can_tho, hau_giang = two
    asked = wish(SuccessionKind.MERGE, can_tho, hau_giang, target=can_tho.pk)
    seen = arrange(asked)
    assert [(seen.before[a].name, tree_on(IN_2024).versions[b].name) for a, b in seen.merged_below] == [
        ("Sở Tư pháp tỉnh Hậu Giang", "Sở Tư pháp thành phố Cần Thơ")
    ]
    assert [seen.before[pk].name for pk in seen.moved_below] == ["Ban Dân tộc Hậu Giang"]
    assert "Tỉnh Hậu Giang" in names(TODAY)  # nothing has changed
    carry_out(actor=None, wish=asked)
    assert names(TODAY) == {
        "Thành phố Cần Thơ": "",
        "Sở Tư pháp thành phố Cần Thơ": "Thành phố Cần Thơ",
        "Sở Y tế thành phố Cần Thơ": "Thành phố Cần Thơ",
        "Ban Dân tộc Hậu Giang": "Thành phố Cần Thơ",
    }
    assert names(IN_2024)["Sở Tư pháp tỉnh Hậu Giang"] == "Tỉnh Hậu Giang"


def test_it_is_undone_as_a_whole(two) -> None:
    rows = list(UnitVersion.objects.order_by("pk").values_list())
    units = list(Unit.objects.order_by("pk").values_list())
    made = carry_out(actor=None, wish=wish(SuccessionKind.MERGE, *two, target=two[0].pk))
    undo_succession(actor=None, succession=made)
    assert rows == list(UnitVersion.objects.order_by("pk").values_list())
    assert units == list(Unit.objects.order_by("pk").values_list())


def test_a_merger_may_found_a_new_unit(two) -> None:
    can_tho, hau_giang = two
    before = Unit.objects.count()
    made = carry_out(actor=None, wish=wish(SuccessionKind.MERGE, can_tho, hau_giang, name="Thành phố Tây Đô"))
    new = Unit.objects.get(name="Thành phố Tây Đô")
    assert new.is_active and names(TODAY)["Ban Dân tộc Hậu Giang"] == "Thành phố Tây Đô"
    map_of = correspondence()
    assert map_of.on_map(hau_giang.pk, given=IN_2024, shown=TODAY) == {new.pk: 1}
    assert map_of.on_map(new.pk, given=TODAY, shown=IN_2024) == {can_tho.pk: 1}
    undo_succession(actor=None, succession=made)
    assert Unit.objects.count() == before


def test_a_unit_that_ends_is_carried_on_by_the_one_above(two) -> None:
    department = two[0].children.get(name__startswith="Sở Y tế")
    carry_out(actor=None, wish=wish(SuccessionKind.ABOLISH, department))
    assert correspondence().on_map(department.pk, given=IN_2024, shown=TODAY) == {two[0].pk: 1}


def test_renaming_and_moving(two) -> None:
    can_tho, hau_giang = two
    department = hau_giang.children.get(name__startswith="Ban")
    carry_out(actor=None, wish=wish(SuccessionKind.RENAME, can_tho, name="Thành phố Tây Đô"))
    carry_out(actor=None, wish=wish(SuccessionKind.MOVE, department, target=can_tho.pk))
    assert names(TODAY)["Ban Dân tộc Hậu Giang"] == "Thành phố Tây Đô"
    assert names(IN_2024)["Ban Dân tộc Hậu Giang"] == "Tỉnh Hậu Giang"


@pytest.mark.parametrize(
    ("kind", "other"),
    [
        (SuccessionKind.MERGE, {}),
        (SuccessionKind.RENAME, {}),
        (SuccessionKind.MOVE, {}),
        (SuccessionKind.ABOLISH, {}),
        (SuccessionKind.MERGE, {"target": 999_999_999}),
    ],
)
def test_what_cannot_be_is_refused_in_plain_words(two, kind, other) -> None:
    with pytest.raises(UnitRefused):
        arrange(wish(kind, two[0], **other))
