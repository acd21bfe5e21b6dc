"""From a folder of files to a confirmed plan, in Chromium: by mouse, by keyboard alone, and without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from quyen.accounts.enums import Verb
from quyen.plans import actions
from quyen.plans.enums import ItemKind, ItemState, PlanState
from quyen.plans.models import Item, Plan
from quyen.sources.enums import FileState
from quyen.sources.jobs import read_file
from quyen.sources.models import SourceFile
from tests.factories.readings import make_read_plan, make_record, make_source, read_into

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAMPLES = Path(__file__).resolve().parents[2] / "docs" / "tutorial" / "van-ban"
ODD = {"name": "hong.docx", "mimeType": "", "buffer": b"PK\x03\x04 khong con gi"}
TORN = {"name": "rach.pdf", "mimeType": "", "buffer": b"%PDF-1.7\n1 0 obj <<"}


def sample(name: str) -> dict:
    return {"name": name, "mimeType": "", "buffer": (SAMPLES / name).read_bytes()}


def tab_to(page, selector: str, *, most: int = 400) -> None:
    """With the Tab key alone, as a person without a mouse gets there."""
    for _ in range(most):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is out of reach of the keyboard")


@pytest.fixture
def plan(unit) -> Plan:
    return make_read_plan(unit, findings=[("hội thi", "cuộc thi")])


def test_from_files_to_a_confirmed_plan_by_keyboard(page_as, owner, unit, axe, shots) -> None:
    page = page_as(owner)
    page.goto(reverse("sources:list"))
    files = [sample("ke-hoach-dong-hai.txt"), ODD, sample("quyet-dinh-415-qd-ttg.docx"), TORN]
    page.locator("#id_files").set_input_files(files)  # the chooser of the system is out of a page's hands
    page.wait_for_url("**/lan-nhan/*/")
    expect(page.get_by_text("hong.docx")).to_be_visible()
    page.get_by_text("Đã xong 0 trên 3 tệp").wait_for()
    axe(page)
    shots(page, "delivery-live")

    for source in SourceFile.objects.all():
        read_file(source_id=source.pk)
    page.get_by_text("Đã đọc xong 2 trên 3 tệp").wait_for()
    torn = page.locator(".file.failed")
    assert "rach.pdf" in torn.inner_text()
    assert "Tệp vẫn được giữ nguyên" in torn.inner_text()
    axe(page)
    shots(page, "delivery-done")

    plan = Plan.objects.get(source__name="ke-hoach-dong-hai.txt")
    tab_to(page, f"#open-{plan.source_id}")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ra-soat/")
    review_by_keyboard(page, plan)
    axe(page)
    shots(page, "review-done")

    tab_to(page, f'a[href="{reverse("plans:review_confirm", args=[plan.pk])}"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/xac-nhan/")
    axe(page)
    tab_to(page, ".confirm button[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{reverse('plans:plan', args=[plan.pk])}")
    plan.refresh_from_db()
    assert plan.state == PlanState.CONFIRMED
    assert not page.errors


def review_by_keyboard(page, plan: Plan) -> None:
    """Corrects one task, rejects one audience, mends or keeps every finding, confirms the rest."""
    task = plan.items.filter(kind=ItemKind.TASK).first()
    dropped = plan.items.filter(kind=ItemKind.AUDIENCE).last()
    total = plan.items.count() + plan.findings.count()
    page.keyboard.press("j")
    page.keyboard.press("k")
    for _ in range(total + 5):
        here = page.evaluate("document.activeElement.id")
        if here == f"i{task.pk}":
            page.keyboard.press("e")
            page.locator(".editing textarea").first.wait_for()
            page.locator("[name=muc-text]:focus").wait_for()
            page.keyboard.press("Control+A")
            page.keyboard.type("Việc được sửa bằng bàn phím")
            tab_to(page, ".editing button[type=submit]")
            page.keyboard.press("Enter")
            page.locator(f"#i{task.pk}:focus").wait_for()
        elif dropped and here == f"i{dropped.pk}":
            page.keyboard.press("x")
            page.locator(f"#i{dropped.pk}.rejected").wait_for()
            continue
        elif here.startswith("f"):
            page.keyboard.press("x")
            page.locator(f"#{here}:not(.open)").wait_for()
            continue
        else:
            page.keyboard.press("Enter")
            page.locator(f"#{here}:not(.proposed)").wait_for()
            continue
        page.keyboard.press("j")
    count = plan.items.count()
    page.get_by_text(f"{count} trên {count} mục đã rà").wait_for()
    task.refresh_from_db()
    assert (task.state, task.text) == (ItemState.CORRECTED, "Việc được sửa bằng bàn phím")
    assert not plan.items.filter(state=ItemState.PROPOSED).exists()
    assert not plan.findings.filter(state="open").exists()


def test_every_screen_is_accessible(page_as, owner, unit, plan, axe, shots, dark) -> None:
    item = plan.items.filter(kind=ItemKind.TARGET).first()
    actions.decide_items(actor=owner, plan=plan, verb=Verb.CONFIRM, seen={item.pk: 0})
    read_into(plan.source, make_record(targets=[("90% trường học có góc thông tin", 90, "%")]), "2")
    make_source(
        unit, "hong.pdf", state=FileState.FAILED, error="Trang 3 bị hỏng.", advice="Quét lại trang 3."
    )
    page = page_as(owner, dark=dark)
    places = {
        "list": reverse("sources:list"), "upload": reverse("sources:upload"),
        "delivery": reverse("sources:delivery", args=[plan.source.delivery_id]),
        "replace": reverse("sources:replace", args=[plan.source_id]),
        "review": reverse("plans:review", args=[plan.pk]),
        "item": reverse("plans:review_item", args=[plan.pk, item.pk]),
        "add": reverse("plans:review_add", args=[plan.pk]),
        "confirm": reverse("plans:review_confirm", args=[plan.pk]),
    }  # fmt: skip
    for name, address in places.items():
        page.goto(address)
        axe(page)
        shots(page, f"{name}-{'dark' if dark else 'light'}")
    assert not page.errors


def test_the_halves_point_at_each_other(page_as, owner, plan) -> None:
    item = plan.items.get(text__contains="tờ gấp")
    page = page_as(owner)
    page.goto(reverse("plans:review", args=[plan.pk]))
    page.locator(f"#i{item.pk}").hover()
    assert page.locator(f'mark[data-of~="i{item.pk}"]').first.get_attribute("class") == "on"
    assert page.locator("#thread").get_attribute("d").startswith("M")
    other = plan.items.get(kind=ItemKind.AUDIENCE)
    page.locator(f'mark[data-of~="i{other.pk}"]').first.click()
    assert page.evaluate("document.activeElement.id") == f"i{other.pk}"


def test_fast_keys_lose_no_decision(page_as, owner, unit) -> None:
    plan = make_read_plan(unit, tasks=[(f"Nhiệm vụ thứ {n}", f"Sở {n}", "Năm 2025") for n in range(15)])
    page = page_as(owner)
    page.goto(reverse("plans:review", args=[plan.pk]))
    page.keyboard.press("j")
    count = plan.items.count()
    for _ in range(count):
        page.keyboard.press("Enter")
    page.get_by_text(f"{count} trên {count} mục đã rà").wait_for(timeout=60_000)
    assert plan.items.counted().count() == count
    assert not page.errors


def test_a_lost_line_keeps_decisions_and_sends_them_again(page_as, owner, plan) -> None:
    page = page_as(owner)
    page.goto(reverse("plans:review", args=[plan.pk]))
    page.context.set_offline(True)
    item = plan.items.get(kind=ItemKind.AUDIENCE)
    page.locator(f"#i{item.pk} button", has_text="Nhận").click()
    page.get_by_text("1 quyết định chưa ghi được").wait_for()
    page.context.set_offline(False)
    page.get_by_role("button", name="Gửi lại").click()
    page.locator(f"#i{item.pk}.confirmed").wait_for()


def test_the_help_of_keys_and_its_switch(page_as, owner, plan) -> None:
    page = page_as(owner)
    page.goto(reverse("plans:review", args=[plan.pk]))
    page.keyboard.press("?")
    page.locator("#keys[open]").wait_for()
    page.locator("#keys-off").check()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    page.keyboard.press("j")
    assert page.evaluate(
        "document.activeElement === document.body || document.activeElement.id === 'keys-open'"
    )


def test_letters_chosen_in_the_source_become_an_item(page_as, owner, plan) -> None:
    page = page_as(owner)
    page.goto(reverse("plans:review", args=[plan.pk]))
    start = plan.reading.text.index("góc thông tin")
    page.evaluate(
        """words => {
          const walk = document.createTreeWalker(document.querySelector('.sheet'), NodeFilter.SHOW_TEXT);
          for (let node; (node = walk.nextNode());) {
            const at = node.data.indexOf(words);
            if (at >= 0) { getSelection().setBaseAndExtent(node, at, node, at + words.length); return; }
          }
        }""",
        "góc thông tin",
    )
    page.locator("#source").dispatch_event("mouseup")
    page.locator(".chooser select").select_option("topic")
    page.locator(".chooser a").click()
    page.get_by_role("button", name="Thêm").click()
    page.wait_for_url("**/ra-soat/#i*")
    item = plan.items.get(kind=ItemKind.TOPIC)
    assert (item.start, item.end, item.quote) == (start, start + 13, "góc thông tin")
    assert page.evaluate("document.activeElement.id") == f"i{item.pk}"


def test_two_people_at_once(page_as, owner, editor, plan) -> None:
    item = plan.items.get(kind=ItemKind.AUDIENCE)
    first, second = page_as(owner), page_as(editor)
    for page in (first, second):
        page.goto(reverse("plans:review", args=[plan.pk]))
        page.locator(f"#i{item.pk} .edit").click()
        page.locator(f"#i{item.pk} textarea").fill(f"Nhóm của {'một' if page is first else 'hai'}")
        page.wait_for_timeout(100)
    first.locator(f"#i{item.pk} .editing button[type=submit]").click()
    first.locator(f"#i{item.pk}.corrected").wait_for()
    second.locator(f"#i{item.pk} .editing button[type=submit]").click()
    second.get_by_text("Bản của bạn còn nguyên").wait_for()
    assert "Nhóm của một" in second.locator(f"#i{item.pk} .newer").inner_text()
    assert second.locator(f"#i{item.pk} textarea").input_value() == "Nhóm của hai"
    assert Item.objects.get(pk=item.pk).text == "Nhóm của một"
    second.get_by_role("button", name="Ghi bản của tôi").click()
    second.locator(f"#t{item.pk}", has_text="Nhóm của hai").wait_for()
    assert Item.objects.get(pk=item.pk).text == "Nhóm của hai"


def test_all_of_it_without_scripts(page_as, owner, plan) -> None:
    page = page_as(owner, js=False)
    page.goto(reverse("sources:list"))
    page.locator("#id_files").set_input_files([sample("tin-van-trach.txt"), ODD])
    page.get_by_role("button", name="Gửi lên").click()
    assert "hong.docx" in page.content()
    assert SourceFile.objects.filter(name="tin-van-trach.txt").exists()

    page.goto(reverse("plans:review", args=[plan.pk]))
    item = plan.items.get(kind=ItemKind.AUDIENCE)
    page.locator(f"#i{item.pk} button", has_text="Nhận").click()
    page.wait_for_url(f"**#i{item.pk}")
    page.locator(f"#i{item.pk} .edit").click()
    page.locator("textarea").fill("Học sinh nội trú")
    page.get_by_role("button", name="Ghi lại").click()
    page.locator("#findings button", has_text="Sửa thành").click()
    page.locator("input[name=item]").first.check()
    page.locator("#many button", has_text="Bỏ").click()
    states = set(plan.items.values_list("state", flat=True))
    assert Item.objects.get(pk=item.pk).text == "Học sinh nội trú"
    assert {ItemState.CORRECTED, ItemState.REJECTED} <= states
