"""A period is frozen and opened on screen by coordinators; all who read the unit see who did it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from quyen.core.arithmetic import period_at, year
from quyen.indicators.actions import Given, freeze_period, report_value
from quyen.indicators.enums import Rule
from quyen.indicators.models import Freeze, Indicator
from quyen.organisation.actions import grant_role, open_unit
from quyen.organisation.enums import UnitKind

pytestmark = pytest.mark.django_db
BODY = {"year": "2024", "stretch": "3-4", "basis": "Biên bản họp 12/7"}


def page_of(unit) -> str:
    return reverse("indicators:freezes", args=[unit.pk])


def test_who_sees_freezes_and_undoes(client_of, unit, owner, editor, colleague, stranger) -> None:
    freeze = freeze_period(actor=owner, unit=unit, period=year(2024), basis="Quyết định 7")
    undo = reverse("indicators:unfreeze", args=[freeze.pk])
    people = (owner, editor, colleague, stranger, None)
    assert [client_of(user).get(page_of(unit)).status_code for user in people] == [200, 200, 200, 404, 302]
    assert [client_of(user).get(undo).status_code for user in people] == [200, 404, 404, 404, 302]
    assert [client_of(user).post(page_of(unit), BODY).status_code for user in people[1:]] == [
        403,
        403,
        404,
        302,
    ]
    assert [client_of(user).post(undo).status_code for user in people[1:]] == [404, 404, 404, 302]
    assert "Lê Thị Chủ" in client_of(colleague).get(page_of(unit)).content.decode()
    assert Freeze.objects.count() == 1


def test_a_period_is_frozen_and_opened_again(client_of, unit, owner, editor) -> None:
    client = client_of(owner)
    assert "chưa bắt đầu" in client.post(page_of(unit), BODY | {"year": "2099"}).content.decode()
    assert client.post(page_of(unit), BODY | {"basis": ""}).status_code == 422
    assert client.post(page_of(unit), BODY).status_code == 302
    held = Freeze.objects.get()
    assert (held.start, held.end, held.frozen_by) == (date(2024, 4, 1), date(2024, 7, 1), owner)
    one = Indicator.objects.create(
        code="X1", name="Thử", definition="", measured_in="lớp", rule=Rule.SUM, rhythm=3,
        given_by=[UnitKind.DEPARTMENT], since=date(2020, 1, 1),
    )  # fmt: skip
    values = client_of(editor).get(reverse("indicators:values", args=["X1", unit.pk])).content.decode()
    assert values.count("đã chốt") == 1
    value = client_of(editor).get(reverse("indicators:value", args=["X1", unit.pk, held.start]))
    assert "Biên bản họp 12/7" in value.content.decode()
    assert client.post(reverse("indicators:unfreeze", args=[held.pk])).status_code == 302
    given = Given(Decimal(1))
    quarter = period_at(held.start, 3)  # open again for an editor, without a reason
    report_value(actor=editor, indicator=one, unit=unit, period=quarter, given=given)


def test_a_freeze_above_is_seen_below_without_its_persons_name(client_of, unit, owner, stranger) -> None:
    below = open_unit(actor=None, name="Phòng Dưới", kind=UnitKind.DEPARTMENT, parent=unit)
    freeze_period(actor=owner, unit=unit, period=year(2024), basis="Quyết định 7")
    grant_role(actor=None, user=stranger, unit=below, role=30)
    page = client_of(stranger).get(page_of(below)).content.decode()
    assert "Quyết định 7" in page and "Lê Thị Chủ" not in page and "Bỏ chốt" not in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_as_many_queries_for_three_freezes_as_for_one(
    client_of, unit, owner, count, django_assert_num_queries
) -> None:
    for number in range(count):
        freeze_period(actor=owner, unit=unit, period=year(2022 + number), basis="x")
    client = client_of(owner)
    client.get(page_of(unit))
    with django_assert_num_queries(10):
        client.get(page_of(unit))
