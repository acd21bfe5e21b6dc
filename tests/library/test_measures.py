"""What indicators count in the library, move by move."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from quyen.core.arithmetic import Period, year
from quyen.indicators.actions import load_indicators
from quyen.indicators.actions.computing import compute
from quyen.indicators.measures import Count, measure_called
from quyen.indicators.models import Indicator, Observation
from quyen.library import actions
from quyen.library.enums import Licence, Medium, ProductKind
from quyen.library.models import Product
from quyen.organisation.actions import open_unit
from quyen.organisation.enums import UnitKind
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
