"""The landing page in Chromium: who writes, who takes in, who looks after people, who only reads."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from quyen.accounts.enums import LetterState
from quyen.accounts.models import Letter
from quyen.organisation.actions import open_unit
from quyen.organisation.enums import Role, UnitKind
from quyen.reports import actions
from quyen.reports.enums import State
from quyen.reports.models import Cycle, Submission
from tests.factories.reports import TODAY, make_rounds, of, value
from tests.factories.work import given, member

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def _stands(state: State) -> str:
    return "chưa gửi" if state == State.DRAFT else str(state.label)


def test_the_day_of_each_role(page_as, axe, shots) -> None:
    rounds = make_rounds()
    world = rounds.world
    Cycle.objects.update(due_on=TODAY + timedelta(days=2))
    value(rounds, "T1", world.communes[0], 3, 5)
    given(world, world.communes[0], text="Phát trên loa truyền thanh", due_on=TODAY - timedelta(days=4))
    for unit in world.communes[:2]:
        actions.submit(actor=None, submission=of(rounds.cycle, unit))
    actions.accept(actor=world.above, submission=of(rounds.cycle, world.communes[1]))
    sent = of(rounds.cycle, world.communes[0])
    actions.send_back(actor=world.above, submission=sent, reason="Thiếu số liệu của quý IV")
    Letter.objects.create(
        to="x@lam.example", subject="x", body="x", unit_id=world.province.pk, state=LetterState.FAILED
    )
    head = member(world.province, Role.ADMINISTRATOR, "Đinh Quản Trị")
    provinces = {"Tỉnh Lai Châu": State.ACCEPTED, "Tỉnh Quảng Ninh": State.SUBMITTED, "Thành phố Huế": State.RETURNED,
                 "Tỉnh Gia Lai": State.DRAFT, "Tỉnh Cà Mau": State.DRAFT, "Thành phố Cần Thơ": State.ACCEPTED}  # fmt: skip
    for name, state in provinces.items():
        day = None if state == State.DRAFT else TODAY
        province = open_unit(actor=None, name=name, kind=UnitKind.PROVINCE)
        Submission.objects.create(cycle=rounds.cycle, unit=province, state=state, first_sent_on=day)
    for name, user in (("editor", world.editor), ("viewer", world.viewer), ("head", head)):
        page = page_as(user)
        page.goto(reverse("today"))
        axe(page)
        shots(page, f"today-{name}")
        page.set_viewport_size({"width": 390, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert not page.errors
    page = page_as(head)
    page.goto(reverse("today"))
    tiles = page.locator(".tiles a")
    words = [f"{name}: {_stands(state)}" for name, state in provinces.items()]  # from the north to the south
    assert tiles.evaluate_all("all => all.map(one => one.ariaLabel)") == words
    boxes = tiles.evaluate_all("all => all.map(one => one.getBoundingClientRect().toJSON())")
    assert len({(box["width"], box["height"]) for box in boxes}) == 1  # one equal tile a province
    assert [box["y"] for box in boxes] == sorted(box["y"] for box in boxes)
    assert boxes[0]["x"] < boxes[1]["x"] and boxes[4]["right"] <= boxes[5]["left"]
    colours = tiles.evaluate_all("all => all.map(one => getComputedStyle(one).backgroundColor)")
    assert len(set(colours)) == 4 and colours[0] == colours[5] and colours[3] == colours[4]
    page.get_by_role("link", name="5 chưa gửi").click()
    expect(page.get_by_role("rowheader", name="Xã Tân Lập")).to_be_visible()
    page.go_back()
    page.get_by_role("link", name="Thành phố Huế: trả lại").click()
    expect(page.locator(".units-sent tbody tr")).to_have_count(1)
    expect(page.get_by_role("rowheader", name="Thành phố Huế")).to_be_visible()
    page = page_as(world.editor)
    page.goto(reverse("today"))
    expect(page.get_by_text("Trả lại: Thiếu số liệu của quý IV")).to_be_visible()
    page.get_by_role("link", name="Đợt năm").click()
    assert page.url.endswith(reverse("reports:report", args=[sent.pk]))
