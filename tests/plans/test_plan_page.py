"""The page of one plan, and the plan above it."""

from __future__ import annotations

import html
import re
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from quyen.accounts.models import AuditEntry
from quyen.plans.actions.parents import ParentRefused, set_parent
from quyen.plans.enums import ItemState
from quyen.plans.models import Item
from tests.factories.plans import make_family, make_finding, make_plan

QUERIES = 12


def url_of(plan) -> str:
    return reverse("plans:plan", args=[plan.pk])


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries(client_of, owner, unit, rows, django_assert_num_queries) -> None:
    plan = make_plan(
        unit,
        targets=[{"text": f"Đạt {n}0% trường học", "value": n * 10} for n in range(1, rows + 1)],
        tasks=[{"text": f"Việc số {n}", "lead": ["Sở A"], "coordinate": ["Sở B"]} for n in range(rows)],
        audience=[f"Nhóm {n}" for n in range(rows)],
    )
    for _ in range(rows):
        make_finding(plan)
        make_plan(unit, parent=plan)
    client = client_of(owner)
    with django_assert_num_queries(QUERIES):
        page = client.get(url_of(plan)).context["page"]
    assert len(page.children) == len(page.findings) == rows


def test_the_page_for_each_of_the_cast(client_of, unit, owner, colleague, stranger) -> None:
    plan = make_plan(unit)
    assert client_of(owner).get(url_of(plan)).status_code == 200
    assert "cap-tren" not in client_of(colleague).get(url_of(plan)).content.decode()
    assert client_of(stranger).get(url_of(plan)).status_code == 404
    assert client_of().get(url_of(plan)).status_code == 302


def test_each_fact_opens_to_its_passage(client_of, unit, owner) -> None:
    plan = make_plan(unit, tasks=[{"text": "Mở chuyên mục phát thanh", "lead": ["Đài Phát thanh"]}])
    said = client_of(owner).get(url_of(plan)).content.decode()
    item = plan.items.get()
    assert '<mark class="on">Mở chuyên mục phát thanh</mark>' in said
    assert f"{reverse('plans:review', args=[plan.pk])}#i{item.pk}" in said
    assert (
        f'id="i{item.pk}"' in client_of(owner).get(reverse("plans:review", args=[plan.pk])).content.decode()
    )
    assert "Đài Phát thanh" in said


def test_proposals_are_counted_and_not_shown(client_of, unit, owner) -> None:
    plan = make_plan(unit, audience=["Già làng"], item_state=ItemState.PROPOSED)
    page = client_of(owner).get(url_of(plan))
    assert "Già làng" not in page.content.decode()
    assert page.context["page"].waiting == 1
    assert page.context["page"].is_bare


def test_a_figure_is_said_as_people_write_it(client_of, unit, owner) -> None:
    plan = make_plan(
        unit,
        targets=[
            {"text": "Một", "value": 15, "value_max": 20, "comparator": "range"},
            {"text": "Hai", "value": 1200, "comparator": ">=", "measured_in": "đầu sách"},
        ],
    )
    section = client_of(owner).get(url_of(plan)).context["page"].sections[0]
    assert [item.figure for item in section.items] == ["15–20%", "ít nhất 1.200 đầu sách"]


def test_the_plan_above_is_proposed_from_the_legal_bases(client_of, unit, owner) -> None:
    parent, _, differs = make_family(unit)
    page = client_of(owner).get(url_of(differs)).context["page"]
    assert page.proposed.plan.pk == parent.pk
    assert page.proposed.cited_as == "500/QĐ-UBND"
    assert page.preset == parent.pk
    assert differs.pk not in {choice.plan.pk for choice in page.parents}


def test_a_malformed_symbol_still_finds_the_plan(client_of, unit, owner) -> None:
    parent = make_plan(unit, number="500", symbol="QĐ-UBND")
    plan = make_plan(unit, legal_basis=["500 / QĐUBND"])
    assert client_of(owner).get(url_of(plan)).context["page"].proposed.plan.pk == parent.pk


def test_a_coordinator_confirms_the_plan_above(client_of, unit, owner, editor, stranger) -> None:
    parent, _, plan = make_family(unit)
    url = reverse("plans:plan-parent", args=[plan.pk])
    client_of(editor).post(url, {"cap-tren": parent.pk})
    plan.refresh_from_db()
    assert plan.parent is None
    assert client_of(stranger).post(url, {"cap-tren": parent.pk}).status_code == 404
    client_of(owner).post(url, {"cap-tren": parent.pk})
    client_of(owner).post(url, {"cap-tren": parent.pk})  # again: nothing new
    plan.refresh_from_db()
    assert plan.parent == parent
    assert AuditEntry.objects.filter(verb="link", subject="plans.Plan", subject_id=plan.pk).count() == 1


def test_a_plan_of_another_unit_cannot_stand_above(client_of, unit, other_unit, owner) -> None:
    plan, other = make_plan(unit), make_plan(other_unit)
    assert (
        client_of(owner)
        .post(reverse("plans:plan-parent", args=[plan.pk]), {"cap-tren": other.pk})
        .status_code
        == 404
    )


def test_no_circle_of_parents(unit, owner, colleague) -> None:
    parent, follows, _ = make_family(unit)
    with pytest.raises(ParentRefused):
        set_parent(actor=owner, plan=parent, parent=follows)
    with pytest.raises(PermissionDenied):
        set_parent(actor=colleague, plan=follows, parent=None)


def test_the_date_of_a_citation_is_said(client_of, unit, owner) -> None:
    plan = make_plan(unit, legal_basis=["12/QĐ-UBND"])
    Item.objects.filter(plan=plan).update(data={"number": "12/QĐ-UBND", "date": date(2024, 3, 5).isoformat()})
    assert "05/03/2024" in client_of(owner).get(url_of(plan)).content.decode()


def test_a_target_is_taken_over_into_a_new_indicator(client_of, unit, owner, colleague) -> None:
    target = {
        "text": "Phấn đấu 90% giáo viên được tập huấn",
        "value": 90,
        "measured_in": "%",
        "deadline_year": 2028,
    }
    plan = make_plan(unit, targets=[target])
    assert reverse("indicators:new") not in client_of(colleague).get(url_of(plan)).content.decode()
    said = client_of(owner).get(url_of(plan)).content.decode()
    address = re.search(rf'href="({reverse("indicators:new")}[^"]+)"', said)[1]
    form = client_of(owner).get(html.unescape(address)).content.decode()
    assert "Phấn đấu 90% giáo viên được tập huấn</textarea>" in form
    for taken in ('value="2028"', 'value="90"', f'value="{unit.pk}" selected', 'value="ratio" selected'):
        assert taken in form
