"""The whole country's figures worked out ahead for the landing page of a central body."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from quyen.core.arithmetic import year
from quyen.indicators.actions import Given, prepare_figures, prepare_maps, report_value
from quyen.indicators.models import Indicator
from quyen.indicators.queries import Scope, YearNow, latest_year, year_at_work
from quyen.organisation.actions import carry_out, open_unit
from quyen.organisation.actions.arrangements import Wish
from quyen.organisation.enums import SuccessionKind, UnitKind
from tests.factories.plans import make_plan

pytestmark = pytest.mark.django_db
COUNTRY = Scope(None, ())


@pytest.fixture
def day() -> date:
    return timezone.localdate()


def indicator(owner) -> Indicator:
    return Indicator.objects.create(
        code="X1", name="Đầu sách", definition="", measured_in="đầu sách", given_by=[UnitKind.PROVINCE],
        since=date(2020, 1, 1), owner=owner,
    )  # fmt: skip


def give(one: Indicator, name: str, number: str, day: date):
    unit = open_unit(actor=None, name=name, kind=UnitKind.PROVINCE)
    period = year(year_at_work(day))
    report_value(actor=None, indicator=one, unit=unit, period=period, given=Given(Decimal(number)))
    return unit


def value(found) -> Decimal | None:
    (line,) = found.lines
    return line.figure.value


def year_now(scope: Scope, number: int, day: date) -> YearNow:
    found, now = latest_year(scope, number, day)
    assert found == number
    return now


@pytest.mark.parametrize("units", [1, 3])
def test_the_prepared_figures_are_those_of_the_moment_in_as_many_queries(
    unit, day, units, django_assert_num_queries
) -> None:
    one = indicator(unit)
    for number in range(units):
        give(one, f"Tỉnh {number}", "10.5", day)
    now = year_now(COUNTRY, year_at_work(day), day)
    assert now.at is None and value(now) == Decimal("10.5") * units
    assert prepare_figures(today=day) and not prepare_figures(today=day)
    with django_assert_num_queries(7):
        held = year_now(COUNTRY, year_at_work(day), day)
    assert held.lines == now.lines and held.at is not None and not held.has_newer


def test_a_value_that_came_since_is_said_to_have_come(unit, day, owner, client_of) -> None:
    one = indicator(unit)
    first = give(one, "Tỉnh A", "10", day)
    prepare_figures(today=day)
    make_plan(unit)
    client = client_of(owner)  # of the body that leads
    page = client.get(reverse("today")).content.decode()
    assert f"Số liệu lúc {timezone.localtime():%H}:" in page and "Đã có số mới hơn" not in page
    period = year(year_at_work(day))
    given = Given(Decimal(12), reason="đếm sót")
    report_value(actor=None, indicator=one, unit=first, period=period, given=given)
    assert value(year_now(COUNTRY, period.start.year, day)) == 10
    assert "Đã có số mới hơn" in client.get(reverse("today")).content.decode()
    assert prepare_figures(today=day)
    assert value(year_now(COUNTRY, period.start.year, day)) == 12
    assert "Đã có số mới hơn" not in client.get(reverse("today")).content.decode()


def test_what_else_changes_is_never_shown_as_it_was(unit, day) -> None:
    one = indicator(unit)
    a, b = give(one, "Tỉnh A", "10", day), give(one, "Tỉnh B", "5", day)
    number = year_at_work(day)
    prepare_figures(today=day)
    Indicator.objects.update(given_by=[UnitKind.COMMUNE])
    assert year_now(COUNTRY, number, day).at is None
    prepare_figures(today=day)
    carry_out(actor=None, wish=Wish(SuccessionKind.MERGE, day, "Nghị quyết", (a.pk, b.pk), target=b.pk))
    prepare_maps(today=day)
    now = year_now(COUNTRY, number, day)
    assert now.at is None and value(now) == 15
    prepare_figures(today=day)
    assert year_now(COUNTRY, number, date(day.year + 1, 1, 1)).at is None  # tomorrow something else is due
