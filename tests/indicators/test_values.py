"""A value is given once, corrected by a new version with a reason, and frozen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry
from quyen.core.arithmetic import Period, year
from quyen.indicators.actions import (
    Given,
    ValueChanged,
    ValueRefused,
    compute,
    freeze_period,
    report_value,
    unfreeze_period,
)
from quyen.indicators.enums import Cell, Grade, Rule
from quyen.indicators.measures import Count, Measure, register, unregister
from quyen.indicators.models import Indicator, Observation
from quyen.indicators.queries import unit_cells
from quyen.indicators.queries.maps import Map
from quyen.indicators.queries.rollup import by_group
from quyen.organisation.actions import grant_role, open_unit
from quyen.organisation.enums import Role, UnitKind

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 27)


@pytest.fixture
def one():
    return Indicator.objects.create(
        code="X1", name="Thử", definition="", measured_in="lớp", rule=Rule.SUM,
        given_by=[UnitKind.DEPARTMENT], since=date(2020, 1, 1),
    )  # fmt: skip


def give(actor, one, unit, number, at=2024, **more):
    given = Given(None if number is None else Decimal(number), **more)
    return report_value(actor=actor, indicator=one, unit=unit, period=year(at), given=given)


def test_a_correction_is_a_new_version_and_the_old_one_stays(one, unit, editor) -> None:
    first = give(editor, one, unit, 5)
    second = give(editor, one, unit, 6, reason="Đếm thiếu một lớp", seen=1)
    assert [row.version for row in Observation.objects.order_by("version")] == [1, 2]
    first.refresh_from_db()
    assert first.numerator == 5 and first.replaced_at is not None and second.replaced_at is None
    assert AuditEntry.objects.filter(subject="indicators.Observation").count() == 2


def test_the_same_value_again_changes_nothing(one, unit, editor) -> None:
    assert give(editor, one, unit, 5) == give(editor, one, unit, 5)
    assert Observation.objects.count() == 1


def test_a_correction_without_its_reason_is_refused(one, unit, editor) -> None:
    give(editor, one, unit, 5)
    with pytest.raises(ValueRefused, match="lý do"):
        give(editor, one, unit, 6)
    assert Observation.objects.get().numerator == 5


def test_who_saw_an_older_version_is_told_what_stands_now(one, unit, editor) -> None:
    give(editor, one, unit, 5)
    give(editor, one, unit, 6, reason="x", seen=1)
    with pytest.raises(ValueChanged) as caught:
        give(editor, one, unit, 7, reason="y", seen=1)
    assert caught.value.held.numerator == 6


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (Given(), "ghi 0"),
        (Given(Decimal(-1)), "từ 0"),
        (Given(Decimal("NaN")), "từ 0"),
        (Given(Decimal(10) ** 17), "từ 0"),
        (Given(Decimal(1), applicable=False), "không có số"),
    ],
)
def test_numbers_that_make_no_sense_are_refused(one, unit, editor, given, words) -> None:
    with pytest.raises(ValueRefused, match=words):
        report_value(actor=editor, indicator=one, unit=unit, period=year(2024), given=given)
    assert not Observation.objects.exists()


def test_a_share_needs_both_numbers_and_no_more_than_the_whole(one, unit, editor) -> None:
    one.rule = Rule.RATIO
    one.save()
    for number, whole in ((1, None), (3, 2)):
        with pytest.raises(ValueRefused):
            give(editor, one, unit, number, denominator=None if whole is None else Decimal(whole))
    assert give(editor, one, unit, 0, denominator=Decimal(0)).cell == Cell.ZERO


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(date(2024, 2, 1), date(2025, 2, 1)), "từng năm"),
        (year(2090), "chưa bắt đầu"),
        (year(2019), "không áp dụng"),
    ],
)
def test_periods_that_do_not_fit_are_refused(one, unit, editor, period, words) -> None:
    with pytest.raises(ValueRefused, match=words):
        report_value(actor=editor, indicator=one, unit=unit, period=period, given=Given(Decimal(1)))


def test_a_unit_gives_nothing_for_a_time_before_it_lived(one, administrator) -> None:
    new = open_unit(actor=None, name="Sở Mới", kind=UnitKind.DEPARTMENT, since=date(2025, 3, 1))
    with pytest.raises(ValueRefused, match="không hoạt động"):
        give(None, one, new, 1)
    assert give(None, one, new, 1, at=2025).version == 1


def test_viewers_and_strangers_may_not_report(one, unit, colleague, stranger) -> None:
    for person in (colleague, stranger):
        with pytest.raises(PermissionDenied):
            give(person, one, unit, 1)


def test_what_is_frozen_changes_only_by_who_froze_it_and_with_a_reason(one, unit, editor, owner) -> None:
    below = open_unit(actor=None, name="Phòng Một", kind=UnitKind.DEPARTMENT, parent=unit)
    give(editor, one, below, 5)
    freeze = freeze_period(actor=owner, unit=unit, period=year(2024), basis="Báo cáo năm 2024")
    assert freeze_period(actor=owner, unit=unit, period=year(2024), basis="Báo cáo năm 2024") == freeze
    with pytest.raises(ValueRefused, match="đã chốt"):
        give(editor, one, below, 6, reason="x")
    with pytest.raises(ValueRefused, match="lý do"):
        give(owner, one, below, 6)
    assert give(owner, one, below, 6, reason="Đính chính").version == 2
    assert give(editor, one, below, 1, at=2025).version == 1
    unfreeze_period(actor=owner, freeze=freeze)
    assert give(editor, one, below, 7, reason="x").version == 3


def test_what_is_withdrawn_stays_in_its_versions_and_is_missing_everywhere(one, unit, editor, owner) -> None:
    one.parts = ["nữ"]
    one.save()
    give(editor, one, unit, 5)
    give(editor, one, unit, 2, part="nữ")
    for number, more, words in (
        (None, {"reason": ""}, "lý do"),
        (5, {"reason": "x"}, "rút số thì không có số"),
        (None, {"reason": "x", "at": 2025}, "Chưa có số nào"),
    ):
        with pytest.raises(ValueRefused, match=words):
            give(editor, one, unit, number, withdraws=True, **more)
    assert Observation.objects.current().count() == 2
    gone = give(editor, one, unit, None, withdraws=True, reason="Đếm nhầm đơn vị", seen=1)
    assert (gone.version, gone.is_withdrawn, gone.cell) == (2, True, Cell.MISSING)
    assert not Observation.objects.current().exists()  # the part went with it
    total = by_group(one, year(2024), Map(TODAY), today=TODAY)[unit.pk]
    assert (total.numerator, total.given, total.zero, total.missing) == (None, 0, 0, total.expected)
    (cell,) = unit_cells(one, unit, year(2024), TODAY).cells
    assert (cell.cell, cell.observation, cell.versions, cell.parts) == (Cell.MISSING, None, 2, ())
    last = AuditEntry.objects.filter(subject="indicators.Observation", subject_id=str(gone.pk)).get()
    assert (last.verb, last.before["numerator"], last.after["numerator"]) == (Verb.WITHDRAW, "5", None)
    assert give(editor, one, unit, 7).version == 3  # given anew, no correction
    freeze_period(actor=owner, unit=unit, period=year(2024), basis="Báo cáo năm 2024")
    for person in (editor, owner):
        with pytest.raises(ValueRefused, match="chốt nên không rút số được"):
            give(person, one, unit, None, withdraws=True, reason="x")
    held = Observation.objects.current().get()
    held.numerator = None
    with pytest.raises(IntegrityError), transaction.atomic():
        held.save()


def test_an_editor_may_not_freeze(unit, editor) -> None:
    with pytest.raises(PermissionDenied):
        freeze_period(actor=editor, unit=unit, period=year(2024), basis="x")


def test_the_database_itself_keeps_one_value_a_cell(one, unit, editor) -> None:
    held = give(editor, one, unit, 5)
    held.pk, held.version = None, 2
    with pytest.raises(IntegrityError), transaction.atomic():
        held.save(force_insert=True)


def test_the_cells_of_a_unit(one, unit, editor, django_assert_num_queries) -> None:
    give(editor, one, unit, 0, at=2023)
    give(editor, one, unit, 4, at=2024)
    report_value(actor=editor, indicator=one, unit=unit, period=year(2022), given=Given(applicable=False))
    whole = Period(date(2022, 1, 1), date(2027, 1, 1))
    with django_assert_num_queries(3):
        page = unit_cells(one, unit, whole, TODAY)
    assert [cell.cell for cell in page.cells] == [
        Cell.NOT_DUE, Cell.MISSING, Cell.VALUE, Cell.ZERO, Cell.NOT_APPLICABLE,
    ]  # fmt: skip


def test_evidence_says_how_firm_a_value_is(one, unit, editor) -> None:
    assert give(editor, one, unit, 1).grade == Grade.NONE
    assert give(editor, one, unit, 1, at=2023, link="https://a.example/b").grade == Grade.DOCUMENT


def test_a_measure_counts_the_records_and_counts_anew(one, unit, other_unit, owner) -> None:
    found = [Count(unit.pk, Decimal(2), items=(("thu.Lop", 1, "Lớp một"), ("thu.Lop", 2, "Lớp hai")))]
    register(Measure("thu.lop", "Lớp", lambda period, day, kinds: found))
    try:
        one.measure = "thu.lop"
        one.save()
        assert compute(actor=None, indicator=one, period=year(2024)) == 1
        assert compute(actor=None, indicator=one, period=year(2024)) == 0
        found[0] = Count(unit.pk, Decimal(1), items=(("thu.Lop", 2, "Lớp hai"),))
        assert compute(actor=None, indicator=one, period=year(2024)) == 1
        held = Observation.objects.current().get()
        assert (held.version, held.numerator, held.grade) == (2, 1, Grade.RECORDS)
        assert held.items.get().label == "Lớp hai"
        freeze_period(actor=owner, unit=unit, period=year(2024), basis="Báo cáo")
        found[0] = Count(unit.pk, Decimal(9))
        assert compute(actor=None, indicator=one, period=year(2024)) == 0
    finally:
        unregister("thu.lop")


def test_an_indicator_whose_app_is_not_there_is_not_computed(one) -> None:
    one.measure = "khong.co"
    with pytest.raises(ValueRefused, match="phép đo"):
        compute(actor=None, indicator=one, period=year(2024))


def test_two_measures_of_one_name_are_refused() -> None:
    register(Measure("thu.a", "A", lambda period, day, kinds: []))
    try:
        with pytest.raises(ValueError, match="twice"):
            register(Measure("thu.a", "B", lambda period, day, kinds: []))
    finally:
        unregister("thu.a")


def test_a_role_above_reports_for_those_below(one, unit, other_unit, stranger) -> None:
    below = open_unit(actor=None, name="Phòng Hai", kind=UnitKind.DEPARTMENT, parent=other_unit)
    grant_role(actor=None, user=stranger, unit=other_unit, role=Role.EDITOR)
    assert give(stranger, one, below, 3).entered_by == stranger
