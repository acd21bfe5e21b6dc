"""The five real documents, from the files to the coverage of four by the fifth, in Chromium."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from quyen.plans.models import Finding, Match, Plan
from quyen.sources.jobs import read_file
from quyen.sources.models import SourceFile

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_five_seeds_are_loaded_confirmed_and_compared(page_as, owner, unit, shared, axe, shots) -> None:
    folder = shared / "reading" / "documents"
    page = page_as(owner)
    page.goto(reverse("sources:list"))
    page.locator("#id_files").set_input_files([folder / f"seed_00{n}.txt" for n in range(5)])
    page.wait_for_url("**/lan-nhan/*/")
    for source in SourceFile.objects.all():
        read_file(source_id=source.pk)
    page.get_by_text("Đã đọc xong 5 trên 5 tệp").wait_for()

    plans = {plan.source.name: plan for plan in Plan.objects.select_related("source")}
    assert len(plans) == 5
    for name, plan in sorted(plans.items()):
        confirm(page, plan)
        if name == "seed_001.txt":
            page.goto(reverse("plans:review", args=[plan.pk]))
            axe(page)
            shots(page, "seed-review")

    parent = plans["seed_003.txt"]
    page.goto(reverse("plans:coverage"))
    page.select_option(
        "#tren", value=page.locator("#tren option", has_text="1079").first.get_attribute("value")
    )
    for name, plan in plans.items():
        if name != "seed_003.txt":
            page.locator(f"input[name=duoi][value='{plan.pk}']").check()
    page.get_by_role("button", name="Đối chiếu").click()
    page.locator("table.cov").wait_for()
    axe(page)
    shots(page, "seed-coverage")
    assert not page.errors
    right, total = held_against_gold(shared, parent, plans)
    assert total >= 40
    assert right / total >= 0.9
    assert found_in_seed_001(plans["seed_001.txt"])


def confirm(page, plan: Plan) -> None:
    """Every group accepted with one click, then the plan as a whole."""
    page.goto(reverse("plans:review", args=[plan.pk]))
    while (waiting := page.locator("button[name=group]").count()) > 0:
        page.locator("button[name=group]").first.click()
        expect(page.locator("button[name=group]")).not_to_have_count(waiting)
    page.goto(reverse("plans:review_confirm", args=[plan.pk]))
    page.locator(".confirm button[type=submit]").click()
    page.wait_for_url(f"**{reverse('plans:plan', args=[plan.pk])}")


def held_against_gold(shared, parent: Plan, plans: dict[str, Plan]) -> tuple[int, int]:
    """Cells of the careful reader's table that the screen's own table holds too."""
    import sys

    sys.path.insert(0, str(shared / "reading"))
    from score import alike

    gold = json.loads((shared / "reading" / "coverage.json").read_text(encoding="utf-8"))
    items = list(parent.items.counted())
    states = {(m.parent_item_id, m.child_id): m.state for m in Match.objects.filter(parent_item__plan=parent)}
    right = total = 0
    for row in gold["rows"]:
        best = max(items, key=lambda item: alike(row["text"], item.text))
        for child, want in row["cells"].items():
            if want != "any":
                total += 1
                right += states.get((best.pk, plans[f"{child}.txt"].pk)) == want
    return right, total


def found_in_seed_001(plan: Plan) -> bool:
    """What a careful reader noted in this plan: a number turned round, a symbol, slips, a stray mark ..."""
    quotes = set(Finding.objects.filter(plan=plan).values_list("quote", flat=True))
    return {"1790", "1079/QĐTTg", "án", "phuơng", "Noi", "giữa mà", "✓", "“", "”"} <= quotes
