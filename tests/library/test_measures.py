"""What indicators count in the library, move by move."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from quyen.core.arithmetic import Period, year
from quyen.indicators.actions import load_indicators
from quyen.indicators.actions.computing import compute
from quyen.indicators.actions.defining import Definition, define_indicator
from quyen.indicators.enums import Rule
from quyen.indicators.measures import Count, measure_called
from quyen.indicators.models import Indicator, Observation
from quyen.indicators.queries import Map
from quyen.indicators.queries.rollup import whole
from quyen.library import actions
from quyen.library.enums import Licence, Medium, ProductKind
from quyen.library.models import Product
from quyen.library.queries.counted import Share, counted_page
from quyen.organisation.actions import grant_role, open_unit
from quyen.organisation.enums import Role, UnitKind
from tests.factories.library import (
    dated,
    make_facts,
    make_product,
    make_published,
    make_ready,
    make_translation,
)

pytestmark = pytest.mark.django_db
NOW = timezone.localdate()
THIS_YEAR = year(NOW.year)


@pytest.fixture
def province(unit):
    """The unit stands under it: its figures are the province's."""
    made = open_unit(actor=None, name="Tỉnh Thử Nghiệm", kind=UnitKind.PROVINCE)
    unit.versions.update(parent=made)
    return made


def counted(name: str, period: Period = THIS_YEAR, day: date = NOW) -> dict[int, Count]:
    measure = measure_called(name)
    assert measure is not None
    return {one.unit_id: one for one in measure.count(period, day)}


def share(unit, period: Period = THIS_YEAR, day: date = NOW) -> tuple[int, int]:
    one = counted("library.languages", period, day)[unit.pk]
    return int(one.numerator), int(one.denominator or 0)


def test_t4b_moves_as_its_definition_says(unit, province, editor, owner) -> None:
    leaflet = make_published(unit, editor, title="Tờ rơi")
    make_published(unit, editor, title="Pa-nô", media=(Medium.OUTDOOR,))
    assert share(province) == (0, 2) and unit.pk not in counted("library.languages")
    khmer = make_translation(leaflet, "km", editor)
    assert share(province) == (0, 2)  # a draft is nothing yet
    khmer = actions.publish_product(actor=owner, product=make_ready(khmer))
    assert share(province) == (1, 2)  # a version, not one more product
    english = actions.publish_product(
        actor=owner, product=make_ready(make_translation(leaflet, "en", editor))
    )
    assert share(province) == (1, 2)
    actions.retire_product(actor=owner, product=english, reason="Sai")
    draft = actions.revise_product(actor=editor, product=leaflet)
    actions.write_product(
        actor=editor, product=draft, revision=None, facts=make_facts(title="Tờ rơi", body="Khác.")
    )
    actions.publish_product(actor=owner, product=make_ready(draft))
    assert Product.objects.out_of_date().get() == khmer
    assert share(province) == (1, 2)  # out of date is still out
    actions.retire_product(actor=owner, product=khmer, reason="Sai")
    assert share(province) == (0, 2)
    make_published(unit, editor, title="Trên mạng", media=(Medium.PRINT, Medium.WEB))
    assert share(province) == (1, 3)  # on a digital platform
    load_indicators()
    compute(actor=None, indicator=Indicator.objects.get(code="T4b"), period=THIS_YEAR)
    value = Observation.objects.get(unit=province)
    assert (value.numerator, value.denominator) == (1, 3)
    assert [one.label for one in value.items.all()] == ["Trên mạng"]


def test_a_past_period_is_counted_as_it_was_on_its_last_day(unit, province, editor, owner) -> None:
    then = year(NOW.year - 1)
    work = make_published(unit, editor, on=then.start)
    khmer = dated(
        actions.publish_product(actor=owner, product=make_ready(make_translation(work, "km", editor))),
        then.last_day,
    )
    assert share(province, then) == (1, 1)
    actions.retire_product(actor=owner, product=khmer, reason="Luật đổi")
    assert share(province, then) == (1, 1) and province.pk not in counted("library.languages")
    assert share(province, then, then.last_day - timedelta(days=1)) == (0, 1)


def test_t4a_counts_a_book_of_two_units_once(unit, other_unit, editor, owner) -> None:
    book = make_product(unit, editor, kind=ProductKind.BOOK, title="Hỏi đáp", other_units=(other_unit.pk,))
    book = actions.publish_product(actor=owner, product=make_ready(book))
    make_published(unit, editor, kind=ProductKind.LEAFLET)
    actions.publish_product(actor=owner, product=make_ready(make_translation(book, "tyz", editor)))
    found = counted("library.titles")
    assert {pk: int(one.numerator) for pk, one in found.items()} == {unit.pk: 1, other_unit.pk: 1}
    assert found[unit.pk].items == found[other_unit.pk].items == (("library.Product", book.pk, "Hỏi đáp"),)
    assert not counted("library.titles", year(NOW.year - 1))
    draft = actions.revise_product(actor=editor, product=book)
    actions.publish_product(actor=owner, product=make_ready(draft))
    assert int(counted("library.titles")[unit.pk].numerator) == 1  # printed again, the same title


def test_t5a_counts_what_is_here_and_may_be_used(unit, editor, owner) -> None:
    shared = make_published(unit, editor)
    make_published(unit, editor, licence=Licence.RESERVED)
    one = counted("library.digitised")[unit.pk]
    assert (int(one.numerator), int(one.denominator or 0)) == (1, 2)
    for product in Product.objects.published():
        actions.retire_product(actor=owner, product=product, reason="Thôi")
    one = counted("library.digitised")[unit.pk]
    assert (int(one.numerator), int(one.denominator or 0)) == (0, 0) and shared.pk


def test_an_indicator_of_lower_units_stands_at_them_and_adds_up(
    unit, province, editor, owner, administrator, stranger, client_of, django_assert_num_queries
) -> None:
    """Where departments and communes give the indicator each has its own, and the province holds each work once."""
    unit.parent_id, unit.above = province.pk, [province.pk, unit.pk]
    unit.save()
    commune = open_unit(actor=None, name="Xã Thử", kind=UnitKind.COMMUNE, parent=province)
    make_published(unit, editor, title="Của sở")
    make_published(commune, None, title="Của xã", media=(Medium.WEB,))
    make_published(province, None, title="Của tỉnh")
    given = Definition(
        "Sản phẩm", "Tỷ lệ.", "%", (UnitKind.DEPARTMENT, UnitKind.COMMUNE), province, date(2023, 1, 1), rule=Rule.RATIO,
        measure="library.languages",
    )  # fmt: skip
    one = define_indicator(actor=None, code="TINH1", given=given)
    load_indicators()
    for indicator in (one, Indicator.objects.get(code="T4b")):
        compute(actor=None, indicator=indicator, period=THIS_YEAR)
    held = {row.unit: (row.numerator, row.denominator) for row in Observation.objects.filter(indicator=one)}
    assert held == {unit: (0, 1), commune: (1, 1), province: (0, 1)}
    assert [(row.unit, row.denominator) for row in Observation.objects.filter(indicator__code="T4b")] == [
        (province, 3)
    ]
    shown = Map(THIS_YEAR.last_day)
    totals = [
        whole([each], THIS_YEAR, shown, at=province.pk)[each.pk]
        for each in (one, Indicator.objects.get(code="T4b"))
    ]
    assert {(total.numerator, total.denominator) for total in totals} == {(1, 3)}

    grant_role(actor=None, user=owner, unit=province, role=Role.VIEWER)
    client, address = client_of(owner), reverse("library:counted")
    asked = []
    for number in (1, 2, 3):
        with CaptureQueriesContext(connection) as seen:
            page = client.get(address).content.decode()
        asked.append(len(seen))
        make_published(
            open_unit(actor=None, name=f"Xã {number}", kind=UnitKind.COMMUNE, parent=province), None
        )
    assert asked[0] == asked[2]
    lines = {line.unit: line for line in counted_page(owner, None, NOW).lines}
    assert (
        lines[province].languages == Share(1, 6)
        and lines[unit].languages == Share(0, 1)
        and lines[unit].depth == 1
    )
    assert "Xã Thử" in page and not counted_page(stranger, None, NOW).lines
    assert (
        client_of(stranger).get(address + "?nam=2023").status_code
        == 200
        == client.get(address + "?nam=x").status_code
    )
