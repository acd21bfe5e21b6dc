"""Units in time: versions that do not overlap, successions that keep every total, and undo to the byte."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quyen.core.arithmetic import UnevenShares
from quyen.organisation.actions import open_unit, record_succession, refresh_units, undo_succession
from quyen.organisation.actions.units import UnitRefused
from quyen.organisation.enums import Role, SuccessionKind, UnitKind
from quyen.organisation.models import Membership, Succession, SuccessionPart, Unit, UnitVersion
from quyen.organisation.queries import BrokenTree, Facts, Part, correspondence, may, tree_on, unit_ids

pytestmark = pytest.mark.django_db
JULY = date(2025, 7, 1)
IN_2024, TODAY = date(2024, 12, 31), date(2026, 11, 27)
BASIS = "Nghị quyết số 202/2025/QH15"


@pytest.fixture
def provinces():
    return {
        name: open_unit(actor=None, name=name, kind=UnitKind.PROVINCE)
        for name in ("Cần Thơ", "Hậu Giang", "Sóc Trăng")
    }


def merge(provinces, actor=None) -> Succession:
    can_tho, hau_giang, soc_trang = (provinces[name] for name in ("Cần Thơ", "Hậu Giang", "Sóc Trăng"))
    return record_succession(
        actor=actor,
        kind=SuccessionKind.MERGE,
        day=JULY,
        basis=BASIS,
        changes={
            can_tho.pk: Facts(name="Thành phố Cần Thơ", kind=UnitKind.PROVINCE),
            hau_giang.pk: None,
            soc_trang.pk: None,
        },
        parts=[Part(hau_giang.pk, can_tho.pk), Part(soc_trang.pk, can_tho.pk)],
    )


def everything() -> tuple:
    """All that a succession may touch, row by row."""
    return (
        list(Unit.objects.order_by("pk").values_list()),
        list(UnitVersion.objects.order_by("pk").values_list()),
        list(Succession.objects.order_by("pk").values_list("kind", "day", "basis")),
        list(SuccessionPart.objects.order_by("pk").values_list()),
    )


def test_a_merger_is_seen_at_its_day_and_not_before(provinces) -> None:
    merge(provinces)
    before, after = tree_on(date(2025, 6, 30)), tree_on(JULY)
    assert {version.name for version in before.versions.values()} == {"Cần Thơ", "Hậu Giang", "Sóc Trăng"}
    assert [version.name for version in after.versions.values()] == ["Thành phố Cần Thơ"]


def test_ten_twenty_and_thirty_merged_is_sixty(provinces) -> None:
    merge(provinces)
    map_of = correspondence()
    figures = dict(zip((unit.pk for unit in provinces.values()), (10, 20, 30), strict=True))
    total: dict[int, Fraction] = {}
    for unit, figure in figures.items():
        for to, share in map_of.on_map(unit, given=IN_2024, shown=TODAY).items():
            total[to] = total.get(to, Fraction(0)) + figure * share
    assert total == {provinces["Cần Thơ"].pk: 60}
    for unit in figures:
        assert map_of.on_map(unit, given=IN_2024, shown=IN_2024) == {unit: 1}


def test_undo_restores_every_byte(provinces) -> None:
    before = everything()
    succession = merge(provinces)
    assert everything() != before
    undo_succession(actor=None, succession=succession)
    assert everything() == before


def test_what_was_undone_can_be_done_again(provinces) -> None:
    first = merge(provinces)
    names = list(
        UnitVersion.objects.order_by("unit", "valid_from").values_list(
            "unit", "name", "valid_from", "valid_until"
        )
    )
    undo_succession(actor=None, succession=first)
    merge(provinces)
    assert names == list(
        UnitVersion.objects.order_by("unit", "valid_from").values_list(
            "unit", "name", "valid_from", "valid_until"
        )
    )


def test_todays_facts_follow_the_day(provinces) -> None:
    merge(provinces)
    can_tho = Unit.objects.get(pk=provinces["Cần Thơ"].pk)
    gone = Unit.objects.get(pk=provinces["Hậu Giang"].pk)
    assert (can_tho.name, can_tho.is_active) == ("Thành phố Cần Thơ", True)
    assert (gone.name, gone.is_active, gone.above) == ("Hậu Giang", False, [can_tho.pk, gone.pk])
    assert refresh_units() == 0
    assert refresh_units(day=date(2025, 6, 30)) == 3  # as on the day before
    assert Unit.objects.get(pk=gone.pk).is_active


def test_those_in_charge_of_the_heir_reach_what_the_merged_unit_left(provinces, stranger) -> None:
    Membership.objects.create(user=stranger, unit=provinces["Cần Thơ"], role=Role.COORDINATOR)
    assert not may(stranger, provinces["Hậu Giang"].pk, Role.VIEWER)
    merge(provinces)
    assert may(stranger, provinces["Hậu Giang"].pk, Role.COORDINATOR)
    assert provinces["Hậu Giang"].pk in set(unit_ids(stranger))


def test_a_role_reaches_all_units_below_and_none_beside(provinces, stranger) -> None:
    top = provinces["Cần Thơ"]
    department = open_unit(actor=None, name="Sở Tư pháp", kind=UnitKind.DEPARTMENT, parent=top)
    office = open_unit(actor=None, name="Phòng Phổ biến pháp luật", parent=department)
    Membership.objects.create(user=stranger, unit=top, role=Role.EDITOR)
    assert {top.pk, department.pk, office.pk} <= set(unit_ids(stranger, Role.EDITOR))
    assert provinces["Hậu Giang"].pk not in set(unit_ids(stranger))
    assert may(stranger, office.pk, Role.EDITOR) and not may(stranger, office.pk, Role.COORDINATOR)


def test_two_versions_of_a_unit_never_overlap(provinces) -> None:
    unit = provinces["Cần Thơ"]
    with pytest.raises(IntegrityError, match="versions_do_not_overlap"), transaction.atomic():
        UnitVersion.objects.create(unit=unit, name="Khác", kind=UnitKind.PROVINCE, valid_from=JULY)


def test_a_unit_cannot_be_left_under_one_that_is_no_more(provinces) -> None:
    open_unit(actor=None, name="Sở Y tế Hậu Giang", kind=UnitKind.DEPARTMENT, parent=provinces["Hậu Giang"])
    before = everything()
    with pytest.raises(BrokenTree, match="Sở Y tế Hậu Giang"):
        merge(provinces)
    assert everything() == before


def test_a_circle_is_refused(provinces) -> None:
    top = provinces["Cần Thơ"]
    below = open_unit(actor=None, name="Sở Tư pháp", parent=top)
    with pytest.raises(BrokenTree):
        record_succession(
            actor=None, kind=SuccessionKind.MOVE, day=JULY, basis=BASIS,
            changes={top.pk: Facts(name="Cần Thơ", kind=UnitKind.PROVINCE, parent_id=below.pk)},
        )  # fmt: skip


def test_shares_that_do_not_add_up_are_refused(provinces) -> None:
    one, two = provinces["Hậu Giang"].pk, provinces["Sóc Trăng"].pk
    before = everything()
    with pytest.raises(UnevenShares):
        record_succession(
            actor=None, kind=SuccessionKind.SPLIT, day=JULY, basis=BASIS, changes={one: None},
            parts=[Part(one, two, share=Decimal("0.5"))],
        )  # fmt: skip
    assert everything() == before


def test_a_change_cannot_be_undone_under_a_later_one(provinces) -> None:
    first = merge(provinces)
    unit = provinces["Cần Thơ"]
    second = record_succession(
        actor=None, kind=SuccessionKind.RENAME, day=date(2026, 1, 1), basis="Nghị quyết 1",
        changes={unit.pk: Facts(name="Thành phố Tây Đô", kind=UnitKind.PROVINCE)},
    )  # fmt: skip
    with pytest.raises(UnitRefused, match="Thành phố Cần Thơ"):
        undo_succession(actor=None, succession=first)
    undo_succession(actor=None, succession=second)
    undo_succession(actor=None, succession=first)
    assert Unit.objects.get(pk=unit.pk).name == "Cần Thơ"


def test_a_unit_that_changed_later_cannot_change_before(provinces) -> None:
    merge(provinces)
    with pytest.raises(UnitRefused):
        record_succession(
            actor=None, kind=SuccessionKind.RENAME, day=date(2025, 1, 1), basis="Nghị quyết 1",
            changes={provinces["Cần Thơ"].pk: Facts(name="Khác", kind=UnitKind.PROVINCE)},
        )  # fmt: skip


def test_a_unit_opened_by_a_succession_goes_with_it_unless_it_is_in_use(provinces, stranger) -> None:
    old = provinces["Hậu Giang"]
    before = everything()
    new = Unit.objects.create(name="Tỉnh mới", kind=UnitKind.PROVINCE)

    def split() -> Succession:
        return record_succession(
            actor=None, kind=SuccessionKind.SPLIT, day=JULY, basis=BASIS,
            changes={new.pk: Facts(name="Tỉnh mới", kind=UnitKind.PROVINCE)},
            parts=[Part(old.pk, old.pk, share=Decimal("0.25"), back=Decimal(1)), Part(old.pk, new.pk, share=Decimal("0.75"), back=Decimal(1))],
        )  # fmt: skip

    succession = split()
    assert correspondence().on_map(old.pk, given=IN_2024, shown=TODAY) == {
        old.pk: Fraction(1, 4),
        new.pk: Fraction(3, 4),
    }
    assert correspondence().on_map(new.pk, given=TODAY, shown=IN_2024) == {old.pk: 1}
    member = Membership.objects.create(user=stranger, unit=new, role=Role.VIEWER)
    with pytest.raises(UnitRefused, match="Tỉnh mới"), transaction.atomic():
        undo_succession(actor=None, succession=succession)
    member.delete()
    undo_succession(actor=None, succession=succession)
    assert everything() == before


def test_only_those_in_charge_of_every_unit_may_merge_them(provinces, stranger) -> None:
    Membership.objects.create(user=stranger, unit=provinces["Cần Thơ"], role=Role.ADMINISTRATOR)
    with pytest.raises(PermissionDenied):
        merge(provinces, actor=stranger)
    for name in ("Hậu Giang", "Sóc Trăng"):
        Membership.objects.create(user=stranger, unit=provinces[name], role=Role.ADMINISTRATOR)
    merge(provinces, actor=stranger)


def test_a_unit_is_hung_elsewhere_only_by_who_governs_both_ends(provinces, stranger) -> None:
    """Else an administrator could take a unit out of the care of those above it, or hang it under anybody."""
    top, other = provinces["Cần Thơ"], provinces["Hậu Giang"]
    department = open_unit(actor=None, name="Sở Tư pháp", kind=UnitKind.DEPARTMENT, parent=top)
    Membership.objects.create(user=stranger, unit=department, role=Role.ADMINISTRATOR)
    for parent in (other.pk, None):
        with pytest.raises(PermissionDenied):
            record_succession(
                actor=stranger, kind=SuccessionKind.MOVE, day=JULY, basis=BASIS,
                changes={department.pk: Facts(name="Sở Tư pháp", kind=UnitKind.DEPARTMENT, parent_id=parent)},
            )  # fmt: skip
    renamed = Facts(name="Sở Tư pháp mới", kind=UnitKind.DEPARTMENT, parent_id=top.pk)
    record_succession(
        actor=stranger, kind=SuccessionKind.RENAME, day=JULY, basis=BASIS, changes={department.pk: renamed}
    )
