"""Splits: several units carry one on, no figure is lost, and all of it is undone; and who is asked for what."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quyen.accounts.models import AuditEntry
from quyen.core.arithmetic import EndlessPassages
from quyen.organisation.actions import arrange, carry_out, open_unit, undo_succession
from quyen.organisation.actions.arrangements import Share, Wish
from quyen.organisation.actions.units import UnitRefused
from quyen.organisation.enums import Role, SuccessionKind, UnitKind
from quyen.organisation.models import Membership, Succession, SuccessionPart, Unit, UnitVersion
from quyen.organisation.queries import BrokenTree, correspondence, may, tree_on

pytestmark = pytest.mark.django_db
JULY, BEFORE, AFTER = date(2026, 7, 1), date(2025, 12, 31), date(2026, 11, 27)
BASIS = "Nghị quyết số 9/2026/NQ-HĐND"


def everything() -> tuple:
    return tuple(
        list(model.objects.order_by("pk").values_list())
        for model in (Unit, UnitVersion, Succession, SuccessionPart, Membership)
    )


def split(unit: Unit, *shares: tuple[Unit | str, str], **other: object) -> Wish:
    given_shares = tuple(
        Share(None, to, Decimal(part)) if isinstance(to, str) else Share(to.pk, "", Decimal(part))
        for to, part in shares
    )
    return Wish(SuccessionKind.SPLIT, JULY, BASIS, (unit.pk,), shares=given_shares, **other)  # type: ignore[arg-type]


@pytest.fixture
def province(db):
    return open_unit(actor=None, name="Tỉnh Thử", kind=UnitKind.PROVINCE)


@pytest.fixture
def office(province):
    """The department that was dissolved in 2025, with two bodies under it, beside the two that took its work."""
    made = open_unit(
        actor=None, name="Sở Thông tin và Truyền thông", kind=UnitKind.DEPARTMENT, parent=province
    )
    for name in ("Trung tâm Số", "Phòng Báo chí"):
        open_unit(actor=None, name=name, parent=made)
    return made


@pytest.fixture
def heirs(province):
    return [
        open_unit(actor=None, name=name, kind=UnitKind.DEPARTMENT, parent=province)
        for name in ("Sở Khoa học", "Sở Văn hóa")
    ]


def test_a_department_goes_to_two_others_in_parts(province, office, heirs) -> None:
    rows = everything()
    center, press = office.children.order_by("pk")
    science, culture = heirs
    wish = split(office, (science, "0.6"), (culture, "0.4"), below={press.pk: 1})
    seen = arrange(wish)
    assert seen.changes[office.pk] is None and set(seen.moved_below) == {center.pk, press.pk}
    assert everything() == rows
    made = carry_out(actor=None, wish=wish)
    tree = tree_on(AFTER)
    assert tree.versions[center.pk].parent_id == science.pk  # the largest part takes what nobody named
    assert tree.versions[press.pk].parent_id == culture.pk
    map_of = correspondence()
    assert map_of.on_map(office.pk, given=BEFORE, shown=AFTER) == {
        science.pk: Fraction(3, 5),
        culture.pk: Fraction(2, 5),
    }
    assert map_of.on_map(science.pk, given=AFTER, shown=BEFORE) == {science.pk: 1}
    undo_succession(actor=None, succession=made)
    assert everything() == rows


def test_a_unit_may_go_on_beside_a_new_one(province, office) -> None:
    center = office.children.get(name="Trung tâm Số")
    made = carry_out(
        actor=None, wish=split(office, (office, "0.75"), ("Sở Chuyển đổi số", "0.25"), below={center.pk: 1})
    )
    new = Unit.objects.get(name="Sở Chuyển đổi số")
    assert (new.parent, new.kind, new.is_active) == (province, UnitKind.DEPARTMENT, True)
    assert list(new.children.all()) == [center]
    map_of = correspondence()
    assert map_of.on_map(office.pk, given=BEFORE, shown=AFTER) == {
        office.pk: Fraction(3, 4),
        new.pk: Fraction(1, 4),
    }
    assert map_of.on_map(new.pk, given=AFTER, shown=BEFORE) == {office.pk: 1}
    undo_succession(actor=None, succession=made)
    assert not Unit.objects.filter(pk=new.pk).exists()


@given(parts=st.lists(st.integers(1, 9999), min_size=2, max_size=6), goes_on=st.booleans())
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_figure_is_lost_or_counted_twice(parts, goes_on) -> None:
    """Any parts that add up to 100 %: all figures are found on both maps, and undoing leaves nothing behind."""
    with transaction.atomic():
        top = open_unit(actor=None, name="Tỉnh Thử", kind=UnitKind.PROVINCE)
        one = open_unit(actor=None, name="Sở", kind=UnitKind.DEPARTMENT, parent=top)
        rows = everything()
        shares = [Decimal(part * 10_000 // sum(parts)) / 10_000 for part in parts]
        shares[0] += 1 - sum(shares)
        shares = [share for share in shares if share > 0]
        if len(shares) > 1:
            named = [(one if goes_on and at == 0 else f"Sở {at}", str(s)) for at, s in enumerate(shares)]
            made = carry_out(actor=None, wish=split(one, *named))
            map_of, after = correspondence(), tree_on(AFTER).versions
            there = map_of.on_map(one.pk, given=BEFORE, shown=AFTER)
            assert sum(there.values()) == 1 and set(there) <= set(after)
            for unit in there:
                assert map_of.on_map(unit, given=AFTER, shown=BEFORE) == {one.pk: 1}
            undo_succession(actor=None, succession=made)
            assert everything() == rows
        transaction.set_rollback(True)


@pytest.mark.parametrize("parts", [("0.6", "0.3"), ("0.6", "0.5"), ("1", "0"), ("1.5", "-0.5"), ("1",)])
def test_parts_that_are_not_a_whole_are_refused(office, parts) -> None:
    with pytest.raises(UnitRefused, match=r"100%|hai phần"):
        arrange(split(office, *((f"Sở {at}", part) for at, part in enumerate(parts))))


def test_what_makes_no_sense_is_refused(province, office, heirs) -> None:
    science, culture = heirs
    below = office.children.first()
    wrong = [
        split(office, (science, "0.5"), (science, "0.5")),
        split(office, ("", "0.5"), (culture, "0.5")),
        split(office, ("Sở Văn hóa", "0.5"), (science, "0.5")),  # the name is taken
        split(office, (below, "0.5"), (science, "0.5")),
        Wish(SuccessionKind.MOVE, JULY, BASIS, (office.pk,), below.pk),
        Wish(SuccessionKind.MOVE, JULY, BASIS, (office.pk,), province.pk),
        Wish(SuccessionKind.RENAME, JULY, BASIS, (office.pk,), name="Sở Văn hóa"),
        Wish(SuccessionKind.MERGE, JULY, BASIS, (province.pk, office.pk), name="Tỉnh Mới"),
        Wish(SuccessionKind.FOUND, JULY, BASIS, (office.pk,), name="Sở Mới"),
    ]
    for wish in wrong:
        with pytest.raises(UnitRefused):
            arrange(wish)


def test_two_places_of_one_name_are_not_merged(province) -> None:
    other = open_unit(actor=None, name="Tỉnh Khác", kind=UnitKind.PROVINCE)
    for parent in (province, other):
        open_unit(actor=None, name="Xã Tân Lập", kind=UnitKind.COMMUNE, parent=parent)
    with pytest.raises(UnitRefused, match="Xã Tân Lập"):
        arrange(Wish(SuccessionKind.MERGE, JULY, BASIS, (province.pk, other.pk), target=province.pk))


def test_a_change_that_breaks_a_later_day_is_refused(province, office, heirs) -> None:
    """On its own day all is well; but the new parent ends the year after."""
    science, culture = heirs
    rows_of = [office.pk, science.pk, culture.pk]
    later = Wish(SuccessionKind.ABOLISH, date(2027, 1, 1), BASIS, (science.pk,), target=culture.pk)
    carry_out(actor=None, wish=later)
    kept = everything()
    with pytest.raises((UnitRefused, BrokenTree)):
        carry_out(actor=None, wish=Wish(SuccessionKind.MOVE, JULY, BASIS, (rows_of[0],), target=rows_of[1]))
    assert everything() == kept


# --- who is asked ------------------------------------------------------------------------------------


def administrator_of(user, *units: Unit) -> None:
    for unit in units:
        Membership.objects.create(user=user, unit=unit, role=Role.ADMINISTRATOR)


def test_those_right_above_are_asked_when_a_unit_ends_or_begins(province, office, heirs, stranger) -> None:
    """An office does not dissolve itself: what stands under the province is the province's to say."""
    science, culture = heirs
    administrator_of(stranger, office, science, culture)
    wishes = [
        Wish(SuccessionKind.MERGE, JULY, BASIS, (office.pk, science.pk), target=science.pk),
        Wish(SuccessionKind.ABOLISH, JULY, BASIS, (office.pk,), target=science.pk),
        split(office, (science, "0.5"), (culture, "0.5")),
        split(office, (office, "0.5"), ("Sở Mới", "0.5")),
        Wish(SuccessionKind.MERGE, JULY, BASIS, (office.pk, science.pk), name="Sở Mới"),
    ]
    rows = everything()
    for wish in wishes:
        with pytest.raises(PermissionDenied), transaction.atomic():
            carry_out(actor=stranger, wish=wish)
    assert everything() == rows
    administrator_of(stranger, province)
    for wish in wishes:
        undo_succession(actor=stranger, succession=carry_out(actor=stranger, wish=wish))
    assert everything()[:2] == rows[:2]


def test_an_own_name_is_ones_own_to_change(office, stranger) -> None:
    administrator_of(stranger, office)
    carry_out(actor=stranger, wish=Wish(SuccessionKind.RENAME, JULY, BASIS, (office.pk,), name="Sở Mới"))


def test_who_merges_units_of_the_top_into_a_new_one_looks_after_it(province, stranger, colleague) -> None:
    other = open_unit(actor=None, name="Tỉnh Khác", kind=UnitKind.PROVINCE)
    wish = Wish(SuccessionKind.MERGE, JULY, BASIS, (province.pk, other.pk), name="Tỉnh Mới")
    administrator_of(stranger, province)
    with pytest.raises(PermissionDenied), transaction.atomic():
        carry_out(actor=stranger, wish=wish)
    administrator_of(stranger, other)
    rows = everything()
    made = carry_out(actor=stranger, wish=wish)
    new = Unit.objects.get(name="Tỉnh Mới")
    assert may(stranger, new.pk, Role.ADMINISTRATOR) and may(stranger, other.pk, Role.ADMINISTRATOR)
    guest = Membership.objects.create(user=colleague, unit=new, role=Role.VIEWER)
    with pytest.raises(UnitRefused, match="Tỉnh Mới"), transaction.atomic():
        undo_succession(actor=stranger, succession=made)
    guest.delete()
    undo_succession(actor=stranger, succession=made)
    assert everything() == rows
    assert AuditEntry.objects.filter(verb="revoke", unit_id=new.pk).count() == 1


def test_undoing_asks_for_the_same_units(province, office, heirs, stranger) -> None:
    made = carry_out(
        actor=None, wish=Wish(SuccessionKind.ABOLISH, JULY, BASIS, (office.pk,), target=heirs[0].pk)
    )
    administrator_of(stranger, office, heirs[0])
    with pytest.raises(PermissionDenied):
        undo_succession(actor=stranger, succession=made)


def test_what_hangs_under_a_new_unit_keeps_it(province, office, heirs) -> None:
    made = carry_out(actor=None, wish=split(office, (office, "0.5"), ("Sở Mới", "0.5")))
    new = Unit.objects.get(name="Sở Mới")
    moved = carry_out(
        actor=None, wish=Wish(SuccessionKind.MOVE, date(2026, 8, 1), BASIS, (heirs[0].pk,), target=new.pk)
    )
    with pytest.raises(UnitRefused, match="Sở Khoa học"):
        undo_succession(actor=None, succession=made)
    undo_succession(actor=None, succession=moved)
    undo_succession(actor=None, succession=made)


# --- what was recorded before, on the same day or a later one ------------------------------------------


def abolished(unit: Unit, heir: Unit, day: date) -> Succession:
    return carry_out(actor=None, wish=Wish(SuccessionKind.ABOLISH, day, BASIS, (unit.pk,), heir.pk))


@pytest.mark.parametrize("in_turn", [(0, 1), (1, 0)])
def test_two_changes_of_one_day_are_read_one_through_the_other(province, office, heirs, in_turn) -> None:
    """The office goes to one that ends the same day, whichever of the two was entered first."""
    science, culture = heirs
    press = office.children.get(name="Phòng Báo chí")
    pairs = [(press, science), (science, culture)]
    for at in in_turn:
        abolished(*pairs[at], JULY)
    there = correspondence().on_map(press.pk, given=BEFORE, shown=AFTER)
    assert there == {culture.pk: 1}
    assert Unit.objects.get(pk=press.pk).above == [province.pk, culture.pk, press.pk]


def test_units_that_would_carry_each_other_on_are_refused_by_name(heirs) -> None:
    science, culture = heirs
    abolished(science, culture, JULY)
    rows = everything()
    with pytest.raises(EndlessPassages, match=r"“Sở Khoa học”.*“Sở Văn hóa”"):
        abolished(culture, science, JULY)
    assert everything() == rows


def test_what_ends_earlier_hands_nothing_on_and_takes_nothing_over_later(province, office, heirs) -> None:
    science, culture = heirs
    divided = carry_out(actor=None, wish=split(office, (office, "0.5"), ("Sở Mới", "0.5")))
    abolished(science, culture, JULY)
    rows, earlier = everything(), date(2026, 3, 1)
    with pytest.raises(UnitRefused, match="“Sở Thông tin và Truyền thông” đã có thay đổi"):
        abolished(office, culture, earlier)
    with pytest.raises(UnitRefused, match="“Sở Văn hóa” tiếp nhận “Sở Khoa học” từ ngày 01/07/2026"):
        abolished(culture, office, earlier)
    assert everything() == rows
    undo_succession(actor=None, succession=divided)


def test_what_ends_with_the_day_is_not_taken_along(province, office, heirs) -> None:
    """A body under an office is wound up on the day on which the office itself goes to another."""
    press, science = office.children.get(name="Phòng Báo chí"), heirs[0]
    abolished(press, science, JULY)
    abolished(office, science, JULY)
    assert correspondence().on_map(press.pk, given=BEFORE, shown=AFTER) == {science.pk: 1}
    assert set(tree_on(AFTER).versions) & {press.pk, office.pk} == set()


def test_two_of_one_name_are_refused_on_days_to_come(province, office, heirs) -> None:
    """Else today's facts could not follow that day when it comes."""
    science, culture = heirs
    later, sooner = date(2028, 1, 1), date(2027, 6, 1)
    carry_out(actor=None, wish=Wish(SuccessionKind.RENAME, later, BASIS, (science.pk,), name="Sở Số"))
    rows = everything()
    with pytest.raises(UnitRefused, match=r"01/01/2028.*“Sở Số”"):
        carry_out(actor=None, wish=Wish(SuccessionKind.RENAME, sooner, BASIS, (culture.pk,), name="Sở Số"))
    assert everything() == rows


def test_a_unit_to_come_stays_in_the_care_of_those_above_it(province, office, stranger) -> None:
    new = open_unit(actor=None, name="Sở Tương lai", parent=province, since=date(2028, 1, 1))
    administrator_of(stranger, province)
    carry_out(actor=None, wish=Wish(SuccessionKind.RENAME, JULY, BASIS, (office.pk,), name="Sở Đổi tên"))
    assert Unit.objects.get(pk=new.pk).above == [province.pk, new.pk]
    assert may(stranger, new.pk, Role.ADMINISTRATOR)
    below = open_unit(actor=None, name="Phòng Tương lai", parent=new)
    assert below.versions.get().valid_from == date(2028, 1, 1)
    with pytest.raises(UnitRefused, match="“Sở Tương lai” không có vào ngày 01/01/2027"):
        open_unit(actor=None, name="Phòng Sớm", parent=new, since=date(2027, 1, 1))
