"""The list of plans."""

from __future__ import annotations

import pytest
from django.urls import reverse

from quyen.plans.enums import ItemState, PlanState
from tests.factories.plans import make_finding, make_plan

QUERIES = 6


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries(client_of, owner, unit, rows, django_assert_num_queries) -> None:
    for _ in range(rows):
        plan = make_plan(unit, audience=["Học sinh"], targets=[{"text": "80% học sinh", "value": 80}])
        make_finding(plan)
    client = client_of(owner)
    with django_assert_num_queries(QUERIES):
        page = client.get(reverse("plans:list"))
    assert len(page.context["list"].lines) == rows


def test_each_of_the_cast_sees_the_plans_of_their_own_units(
    client_of, unit, owner, colleague, stranger
) -> None:
    make_plan(unit, title="Kế hoạch riêng của đơn vị")
    url = reverse("plans:list")
    for user, sees in ((owner, True), (colleague, True), (stranger, False)):
        page = client_of(user).get(url)
        assert page.status_code == 200
        assert ("Kế hoạch riêng của đơn vị" in page.content.decode()) is sees
    assert client_of().get(url).status_code == 302


def test_only_confirmed_items_are_counted(client_of, unit, owner) -> None:
    make_plan(unit, targets=[{"text": "80% học sinh", "value": 80}], item_state=ItemState.PROPOSED)
    line = client_of(owner).get(reverse("plans:list")).context["list"].lines[0]
    assert (line.targets, line.waiting) == (0, 1)


@pytest.mark.parametrize(
    ("ask", "found"),
    [
        ({}, {"Kế hoạch hoà giải", "Đề án quyền trẻ em"}),
        ({"tim": "hòa giải"}, {"Kế hoạch hoà giải"}),
        ({"tim": "QUYEN TRE"}, {"Đề án quyền trẻ em"}),
        ({"tim": "77/kh"}, {"Kế hoạch hoà giải"}),
        ({"nam": "2025"}, {"Đề án quyền trẻ em"}),
        ({"co-quan": "UBND xã Một"}, {"Kế hoạch hoà giải"}),
        ({"tinh-trang": "in_review"}, {"Đề án quyền trẻ em"}),
        ({"tim": "không có"}, set()),
        ({"nam": "x", "tinh-trang": "y", "trang": "-3"}, {"Kế hoạch hoà giải", "Đề án quyền trẻ em"}),
    ],
)
def test_filters_find_without_marks(client_of, unit, owner, ask, found) -> None:
    make_plan(unit, title="Kế hoạch hoà giải", number="77", issuer="UBND xã Một")
    make_plan(
        unit, title="Đề án quyền trẻ em", years=(2024, 2026), issuer="UBND xã Hai", state=PlanState.IN_REVIEW
    )
    if ask.get("nam") == "2025":
        assert 2025 in client_of(owner).get(reverse("plans:list")).context["list"].years
    page = client_of(owner).get(reverse("plans:list"), ask)
    assert {line.name for line in page.context["list"].lines} == found


def test_an_empty_list_says_what_will_appear(client_of, owner) -> None:
    said = client_of(owner).get(reverse("plans:list")).content.decode()
    assert "Chưa có kế hoạch nào" in said
    assert reverse("sources:list") in said


def test_a_plan_above_that_is_not_readable_is_not_named(client_of, unit, other_unit, owner) -> None:
    above = make_plan(other_unit, number="999", title="Kế hoạch của đơn vị khác")
    make_plan(unit, parent=above)
    assert "999/KH-UBND" not in client_of(owner).get(reverse("plans:list")).content.decode()
