"""Values brought together over units that change: the same total on every map, each unit counted once."""

from __future__ import annotations

import threading
from datetime import date
from decimal import Decimal, localcontext

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from quyen.core.arithmetic import Period, year
from quyen.indicators.actions import Given, prepare_maps, report_value
from quyen.indicators.actions.maps import PREPARE_MAPS
from quyen.indicators.actions.observations import Item
from quyen.indicators.enums import Rule
from quyen.indicators.models import Indicator, MapPair, Standing
from quyen.indicators.queries import Map, by_group, by_period
from quyen.indicators.queries.maps import Leg, standing
from quyen.indicators.queries.rollup import overall
from quyen.organisation.actions import carry_out, change_unit, open_unit, undo_succession
from quyen.organisation.actions.arrangements import Share, Wish
from quyen.organisation.actions.successions import Part, record_succession
from quyen.organisation.enums import SuccessionKind, UnitKind
from quyen.organisation.models import Unit, UnitVersion
from quyen.organisation.queries import facts_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 27)
THEN, NOW = Map(), Map(TODAY)


def indicator(rule: Rule = Rule.SUM, rhythm: int = 12, **more: object) -> Indicator:
    given = {"code": f"X-{rule}-{rhythm}", "name": "Thử", "definition": "", "measured_in": "cái", "rule": rule,
             "rhythm": rhythm, "given_by": [UnitKind.PROVINCE], "since": date(2015, 1, 1)} | more  # fmt: skip
    return Indicator.objects.create(**given)


def province(name: str, **more: object) -> Unit:
    return open_unit(actor=None, name=name, kind=UnitKind.PROVINCE, **more)


def give(
    one: Indicator, unit: Unit, number: int | str, whole: int | None = None, at: int = 2024, **more: object
):
    given = Given(Decimal(number), None if whole is None else Decimal(whole), **more)
    return report_value(actor=None, indicator=one, unit=unit, period=year(at), given=given)


def test_ten_twenty_and_thirty_merged_are_sixty() -> None:
    one = indicator()
    a, b, c = (province(f"Tỉnh {name}") for name in "ABC")
    for unit, number in ((a, 10), (b, 20), (c, 30)):
        give(one, unit, number)
    done = carry_out(
        actor=None,
        wish=Wish(SuccessionKind.MERGE, date(2025, 7, 1), "Nghị quyết", (a.pk, b.pk, c.pk), target=b.pk),
    )
    then = by_group(one, year(2024), THEN, today=TODAY)
    now = by_group(one, year(2024), NOW, today=TODAY)
    assert {key: row.numerator for key, row in then.items()} == {a.pk: 10, b.pk: 20, c.pk: 30}
    assert {key: row.numerator for key, row in now.items() if row.given} == {b.pk: 60}
    undo_succession(actor=None, succession=done)
    assert {key: row.numerator for key, row in by_group(one, year(2024), NOW, today=TODAY).items()} == {
        a.pk: 10,
        b.pk: 20,
        c.pk: 30,
    }


def test_missing_zero_not_applicable_and_not_due_are_told_apart() -> None:
    one = indicator()
    a, b, c, d = (province(f"Tỉnh {name}") for name in "ABCD")
    give(one, a, 5)
    give(one, b, 0)
    report_value(actor=None, indicator=one, unit=c, period=year(2024), given=Given(applicable=False))
    total = overall(by_group(one, year(2024), THEN, today=TODAY))
    assert (total.numerator, total.given, total.zero, total.not_applicable) == (5, 2, 1, 1)
    assert (total.expected, total.missing, total.later) == (4, 1, 0)
    ahead = overall(by_group(one, year(2026), THEN, today=TODAY))
    assert (ahead.expected, ahead.missing, ahead.later) == (0, 0, 4)
    assert d.pk in by_group(one, year(2024), THEN, today=TODAY)


def test_shares_are_of_sums_never_means_of_shares() -> None:
    one = indicator(Rule.RATIO)
    a, b = province("Tỉnh A"), province("Tỉnh B")
    give(one, a, 1, 1)
    give(one, b, 0, 99)
    total = overall(by_group(one, year(2024), THEN, today=TODAY))
    assert one.value(total.numerator, total.denominator) == 1


def test_the_latest_period_counts_and_months_are_told_apart() -> None:
    one = indicator(Rule.LATEST, 1)
    a, b = province("Tỉnh A"), province("Tỉnh B")
    for unit, month, number in ((a, 1, 7), (a, 3, 9), (b, 2, 1)):
        period = Period(date(2024, month, 1), date(2024, month + 1, 1))
        report_value(actor=None, indicator=one, unit=unit, period=period, given=Given(Decimal(number)))
    assert overall(by_group(one, year(2024), THEN, today=TODAY)).numerator == 10
    months = by_period(one, year(2024), THEN)
    assert {day.month: row.numerator for day, row in months.items()} == {1: 7, 2: 1, 3: 9}


def test_an_item_that_two_units_name_is_one_in_the_total_above_them() -> None:
    one = indicator(Rule.DISTINCT)
    top = province("Tỉnh A")
    low = [open_unit(actor=None, name=f"Sở {n}", kind=UnitKind.DEPARTMENT, parent=top) for n in ("X", "Y")]
    book, other = Item("library.Title", 1), Item("library.Title", 2)
    give(one, low[0], 2, items=(book, other))
    give(one, low[1], 1, items=(book,))
    assert by_group(one, year(2024), THEN, today=TODAY)[top.pk].numerator == 2
    below = by_group(one, year(2024), THEN, under=top.pk, today=TODAY)
    assert [below[unit.pk].numerator for unit in low] == [2, 1]


def test_a_unit_that_is_divided_counts_in_shares_that_add_up() -> None:
    one = indicator()
    a, b, c = (province(f"Tỉnh {name}") for name in "ABC")
    give(one, a, 100)
    held = UnitVersion.objects.in_bulk(field_name="pk")
    facts = {version.unit_id: facts_of(version) for version in held.values()}
    record_succession(
        actor=None, kind=SuccessionKind.SPLIT, day=date(2025, 7, 1), basis="Nghị quyết",
        changes={a.pk: None, b.pk: facts[b.pk], c.pk: facts[c.pk]},
        parts=[Part(a.pk, b.pk, Decimal("0.333333")), Part(a.pk, c.pk, Decimal("0.666667"))],
    )  # fmt: skip
    now = by_group(one, year(2024), NOW, today=TODAY)
    assert {key: row.numerator for key, row in now.items() if row.is_known} == {
        b.pk: Decimal("33.3333"),
        c.pk: Decimal("66.6667"),
    }
    assert (overall(now).given, overall(now).answered, now[c.pk].given) == (1, 1, 1)  # at its larger part


def test_a_figure_handed_on_in_parts_five_times_is_found_to_the_last_digit() -> None:
    """Parts of six digits each, so that the share of the last has thirty."""
    one = indicator()
    a = province("Tỉnh A")
    give(one, a, 1000)
    part = Decimal("0.333333")
    for at in range(5):
        shares = (Share(a.pk, "", part), Share(None, f"Tỉnh {at}", 1 - part))
        wish = Wish(SuccessionKind.SPLIT, date(2025, at + 1, 1), "Nghị quyết", (a.pk,), shares=shares)
        carry_out(actor=None, wish=wish)
    now = by_group(one, year(2024), NOW, today=TODAY)
    with localcontext(prec=60):
        assert now[a.pk].numerator == 1000 * part**5
    assert overall(now).numerator == 1000


def test_a_unit_without_a_past_stands_on_an_older_map_where_the_one_above_it_stood() -> None:
    one = indicator(given_by=[UnitKind.COMMUNE])
    a, b = province("Tỉnh A"), province("Tỉnh B")
    carry_out(actor=None, wish=Wish(SuccessionKind.MERGE, date(2025, 7, 1), "Nghị quyết", (a.pk, b.pk), b.pk))
    new = open_unit(
        actor=None,
        name="Xã Mới",
        kind=UnitKind.COMMUNE,
        parent=Unit.objects.get(pk=b.pk),
        since=date(2026, 1, 1),
    )
    give(one, new, 7, at=2026)
    for day in (date(2024, 12, 31), date(2025, 12, 31), TODAY):
        found = by_group(one, year(2026), Map(day), today=TODAY)
        assert {key: row.numerator for key, row in found.items() if row.is_known} == {b.pk: 7}


def test_units_of_another_kind_after_a_correction_are_asked() -> None:
    one = indicator()
    a = province("Tỉnh A")
    assert overall(by_group(one, year(2024), NOW, today=TODAY)).expected == 1
    change_unit(actor=None, unit=a, kind=UnitKind.OTHER)
    assert overall(by_group(one, year(2024), NOW, today=TODAY)).expected == 0


def test_maps_are_kept_ahead_once_and_anew_when_units_change(django_assert_num_queries) -> None:
    one = indicator()
    a, _b = province("Tỉnh A"), province("Tỉnh B")
    give(one, a, 1)
    before = by_group(one, year(2024), NOW, today=TODAY)
    assert not MapPair.objects.exists()  # who asks writes nothing
    assert (prepare_maps(today=TODAY), prepare_maps(today=TODAY)) == (1, 0)
    first = MapPair.objects.get()
    assert by_group(one, year(2024), NOW, today=TODAY) == before
    with django_assert_num_queries(3):
        by_group(one, year(2024), NOW, today=TODAY)
    province("Tỉnh C")
    assert len(by_group(one, year(2024), NOW, today=TODAY)) == 3  # right in between, too
    prepare_maps(today=TODAY)
    assert MapPair.objects.get().pk != first.pk
    assert Standing.objects.values("unit").distinct().count() == 3


def test_maps_that_are_kept_and_maps_that_are_not_serve_one_question() -> None:
    """A merger in the middle of 2024, on two maps: before anything is kept, with a part of it kept, with all of it."""
    one = indicator(rhythm=1)
    a, b = province("Tỉnh A"), province("Tỉnh B")
    for unit, month in ((a, 2), (b, 3), (b, 9)):
        period = Period(date(2024, month, 1), date(2024, month + 1, 1))
        report_value(actor=None, indicator=one, unit=unit, period=period, given=Given(Decimal(month)))
    carry_out(
        actor=None,
        wish=Wish(SuccessionKind.MERGE, date(2024, 7, 1), "Nghị quyết", (a.pk, b.pk), target=b.pk),
    )

    def seen() -> list[object]:
        asked = [by_group(one, year(2024), Map(day), today=TODAY) for day in (None, TODAY, date(2024, 1, 1))]
        return [*asked, by_group(one, year(2024), NOW, under=b.pk, today=TODAY)]

    first = seen()
    assert first[1][b.pk].numerator == 14 and first[0][a.pk].numerator == 2
    prepare_maps(today=TODAY)
    assert MapPair.objects.count() == 3 and seen() == first
    MapPair.objects.filter(given_from=None, shown_from=None).delete()
    assert seen() == first


def test_a_kind_corrected_in_place_changes_who_is_expected() -> None:
    one = indicator()
    a, b = province("Tỉnh A"), province("Tỉnh B")
    prepare_maps(today=TODAY)
    assert overall(by_group(one, year(2024), NOW, today=TODAY)).expected == 2
    change_unit(actor=None, unit=b, kind=UnitKind.OTHER)
    assert overall(by_group(one, year(2024), NOW, today=TODAY)).expected == 1
    prepare_maps(today=TODAY)
    assert overall(by_group(one, year(2024), NOW, today=TODAY)).expected == 1
    assert set(by_group(one, year(2024), NOW, today=TODAY)) == {a.pk}


def test_a_change_of_units_queues_the_maps_when_it_is_kept(django_capture_on_commit_callbacks) -> None:
    a, b = province("Tỉnh A"), province("Tỉnh B")
    wish = Wish(SuccessionKind.MERGE, date(2025, 7, 1), "Nghị quyết", (a.pk, b.pk), target=b.pk)
    queued = ProcrastinateJob.objects.filter(task_name=PREPARE_MAPS)
    with django_capture_on_commit_callbacks(execute=True):
        done = carry_out(actor=None, wish=wish)
        assert not queued.exists()
    assert queued.count() == 1
    with django_capture_on_commit_callbacks(execute=True):
        undo_succession(actor=None, succession=done)
    assert queued.count() == 1  # one that waits is enough


@pytest.mark.django_db(transaction=True)
def test_a_map_that_goes_while_a_page_reads_makes_no_sum_smaller(monkeypatch) -> None:
    """And a connection that may only read is enough."""
    one = indicator()
    for name, number in (("Tỉnh A", 10), ("Tỉnh B", 20)):
        give(one, province(name), number)
    prepare_maps(today=TODAY)

    def and_then_it_goes(*asked: object) -> list[Leg]:
        legs = standing(*asked)
        thread = threading.Thread(target=_delete_maps)
        thread.start()
        thread.join()
        return legs

    monkeypatch.setattr("quyen.indicators.queries.rollup.standing", and_then_it_goes)
    with connection.cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = on")
    try:
        for _kept_or_not in range(2):
            assert overall(by_group(one, year(2024), NOW, today=TODAY)).numerator == 30
            assert not MapPair.objects.exists()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SET default_transaction_read_only = off")


def _delete_maps() -> None:
    MapPair.objects.all().delete()
    connection.close()
