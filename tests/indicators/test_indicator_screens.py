"""The screens of indicators: who sees what, how many queries, a value given and corrected."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from quyen.core.arithmetic import year
from quyen.indicators.actions import Given, report_value
from quyen.indicators.enums import Rule
from quyen.indicators.models import Indicator, IndicatorTarget, Observation
from quyen.organisation.actions import open_unit
from quyen.organisation.enums import UnitKind

pytestmark = pytest.mark.django_db


def made(code: str = "X1", **more: object) -> Indicator:
    given = {"name": "Cán bộ được bồi dưỡng", "definition": "Số người trên tổng số.", "measured_in": "% người",
             "rule": Rule.RATIO, "given_by": [UnitKind.DEPARTMENT], "since": date(2020, 1, 1)} | more  # fmt: skip
    one = Indicator.objects.create(code=code, **given)
    IndicatorTarget.objects.create(indicator=one, year=2028, value=80)
    return one


@pytest.fixture
def one(unit):
    one = made()
    given = Given(Decimal(30), Decimal(40), note="Sổ học viên")
    report_value(actor=None, indicator=one, unit=unit, period=year(2024), given=given)
    return one


def addresses(one, unit) -> list[str]:
    return [
        reverse("indicators:list") + f"?duoi={unit.pk}&nam=2024",
        reverse("indicators:indicator", args=[one.code]) + f"?duoi={unit.pk}&nam=2024",
        reverse("indicators:values", args=[one.code, unit.pk]),
        reverse("indicators:value", args=[one.code, unit.pk, date(2024, 1, 1)]),
    ]


def test_who_sees_what(client_of, one, unit, owner, editor, colleague, stranger) -> None:
    expected = {owner: 200, editor: 200, colleague: 200, stranger: 404}
    for user, status in expected.items():
        for address in addresses(one, unit)[:3]:
            assert client_of(user).get(address).status_code == status, (user, address)
    entry = addresses(one, unit)[3]
    assert [client_of(user).get(entry).status_code for user in expected] == [200, 200, 404, 404]
    for address in addresses(one, unit):
        assert client_of(None).get(address).status_code == 302


def test_a_stranger_learns_no_figure(client_of, one, stranger) -> None:
    for name, args in (("indicators:list", []), ("indicators:indicator", [one.code])):
        page = client_of(stranger).get(reverse(name, args=args) + "?nam=2024").content.decode()
        assert "75%" not in page and "30 / 40" not in page


def test_the_body_that_leads_sees_the_whole_country(client_of, one, unit, other_unit, stranger) -> None:
    Indicator.objects.update(owner=other_unit)
    page = client_of(stranger).get(reverse("indicators:list") + "?nam=2024").content.decode()
    assert "Cả nước" in page and "75%" in page
    page = (
        client_of(stranger)
        .get(reverse("indicators:indicator", args=[one.code]) + "?nam=2024")
        .content.decode()
    )
    assert unit.name in page and "30 / 40" in page


@pytest.mark.parametrize("rule", [Rule.RATIO, Rule.DISTINCT])
@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_many_queries_for_three_as_for_one(
    client_of, one, unit, owner, count, rule, django_assert_num_queries
) -> None:
    Indicator.objects.update(rule=rule)
    for number in range(count - 1):
        more = made(f"Y{number}", rule=rule)
        given = Given(Decimal(1), Decimal(1))
        report_value(actor=None, indicator=more, unit=unit, period=year(2024), given=given)
    client = client_of(owner)
    client.get(addresses(one, unit)[0])
    with django_assert_num_queries(13 if rule == Rule.RATIO else 15):
        client.get(addresses(one, unit)[0])


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_as_many_queries_for_three_units_as_for_one(
    client_of, one, unit, owner, count, django_assert_num_queries
) -> None:
    for number in range(count - 1):
        open_unit(actor=None, name=f"Phòng {number}", kind=UnitKind.DEPARTMENT, parent=unit)
    client = client_of(owner)
    client.get(addresses(one, unit)[1])
    with django_assert_num_queries(26):
        client.get(addresses(one, unit)[1])


def test_a_value_is_given_and_corrected_on_screen(client_of, one, unit, editor) -> None:
    client = client_of(editor)
    address = reverse("indicators:value", args=[one.code, unit.pk, date(2025, 1, 1)])
    answer = client.post(address, {"numerator": "10", "denominator": "20", "seen": "0"})
    assert answer.status_code == 302
    assert 'value="10"' in client.get(address).content.decode()  # as it was given, not 10.0000
    again = client.post(address, {"numerator": "11", "denominator": "20", "seen": "1"})
    assert "cần nêu lý do" in again.content.decode()
    assert (
        client.post(
            address, {"numerator": "11", "denominator": "20", "seen": "1", "reason": "Sót một người"}
        ).status_code
        == 302
    )
    late = client.post(address, {"numerator": "12", "denominator": "20", "seen": "1", "reason": "x"})
    assert "người khác ghi" in late.content.decode()
    held = Observation.objects.current().get(unit=unit, period_start=date(2025, 1, 1))
    assert (held.numerator, held.version, held.reason) == (11, 2, "Sót một người")


@pytest.mark.parametrize(
    "data", [{"numerator": "x"}, {"numerator": "1"}, {"numerator": "1e400", "denominator": "1"}, {}]
)
def test_what_makes_no_sense_is_told_and_nothing_is_kept(client_of, one, unit, editor, data) -> None:
    address = reverse("indicators:value", args=[one.code, unit.pk, date(2025, 1, 1)])
    assert client_of(editor).post(address, data | {"seen": "0"}).status_code == 200
    assert Observation.objects.count() == 1


@pytest.mark.parametrize("asked", ["nam=x", "nam=1", "ban_do=y", "duoi=-1", "duoi=" + "9" * 40])
def test_what_is_asked_without_sense_counts_as_not_asked(client_of, one, owner, asked) -> None:
    assert client_of(owner).get(f"{reverse('indicators:list')}?{asked}").status_code == 200


def test_a_period_that_does_not_begin_there_is_not_found(client_of, one, unit, editor) -> None:
    address = reverse("indicators:value", args=[one.code, unit.pk, date(2025, 2, 1)])
    assert client_of(editor).get(address).status_code == 404
