"""The screens that lead outward, in Chromium: looked at, checked by axe, worked by mouse and by keyboard."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from quyen.plans.actions.coverage import confirm_matches, propose_matches
from quyen.plans.enums import ItemState, PlanState
from quyen.plans.models import Match
from tests.factories.plans import make_family, make_finding, make_plan

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def family(unit, owner):
    parent, follows, differs = make_family(unit)
    propose_matches(actor=owner, parent=parent, children=[follows, differs])
    sure = Match.objects.filter(state__in=("covered", "differs")).values_list("pk", flat=True)
    confirm_matches(actor=owner, matches=list(sure)[:2])
    make_finding(differs)
    day = timezone.localdate()
    make_plan(
        unit, title="Kế hoạch phổ biến Công ước về quyền trẻ em trong trường học", number="61",
        issuer="Sở Giáo dục và Đào tạo", years=(day.year, day.year),
        tasks=[
            {"text": "Tập huấn giáo viên chủ nhiệm về kỷ luật tích cực", "lead": ["Sở Giáo dục và Đào tạo"],
             "coordinate": ["Tỉnh đoàn", "Hội Liên hiệp Phụ nữ tỉnh"], "deadline": "trong tuần",
             "due_on": day + timedelta(days=2)},
            {"text": "Gửi báo cáo kết quả", "lead": ["Phòng Giáo dục"], "due_on": day - timedelta(days=12)},
            {"text": "Treo pa nô ở cổng trường", "lead": ["Sở Giáo dục và Đào tạo"], "deadline": "Thường xuyên",
             "recurs": "always"},
        ],
    )  # fmt: skip
    waits = make_plan(
        unit, title="Kế hoạch đang chờ", number="62", state=PlanState.IN_REVIEW, item_state=ItemState.PROPOSED,
        audience=["Phụ huynh học sinh"],
    )  # fmt: skip
    make_finding(waits)
    return parent, follows, differs


def pages(family) -> dict[str, str]:
    parent, follows, differs = family
    query = f"?tren={parent.pk}&duoi={follows.pk}&duoi={differs.pk}"
    row = parent.items.first()
    return {
        "today": reverse("today"),
        "plans": reverse("plans:list"),
        "plan": reverse("plans:plan", args=[parent.pk]),
        "coverage": reverse("plans:coverage") + query,
        "coverage-choose": reverse("plans:coverage"),
        "cell": reverse("plans:coverage-cell", args=[row.pk, differs.pk]) + query,
        "treaties": reverse("plans:coverage-treaties", args=[parent.pk, differs.pk]) + query,
        "board": reverse("plans:board"),
        "calendar": reverse("plans:calendar"),
    }


def test_axe_finds_nothing_and_no_page_scrolls_sideways(page_as, axe, shots, owner, family, dark) -> None:
    page = page_as(owner, dark=dark)
    for name, url in pages(family).items():
        page.goto(url)
        axe(page)
        shots(page, f"{name}-{'dark' if dark else 'light'}")
    assert page.errors == []


def test_the_empty_pages_of_a_new_unit(page_as, axe, shots, owner) -> None:
    page = page_as(owner)
    for name in ("today", "plans:list", "plans:board", "plans:coverage", "plans:calendar"):
        page.goto(reverse(name))
        axe(page)
        shots(page, f"empty-{name.replace('plans:', '')}")
    assert page.errors == []


def test_a_cell_is_opened_and_decided_without_leaving_the_table(page_as, axe, shots, owner, family) -> None:
    _parent, _, differs = family
    match = Match.objects.filter(child=differs, decision="proposed", state="missing").first()
    Match.objects.filter(pk=match.pk).update(reason="Không thấy mục hay câu nào nêu nội dung này.")
    page = page_as(owner)
    page.goto(pages(family)["coverage"])
    cell = page.locator(f"#o-{match.parent_item_id}-{differs.pk}")
    cell.click()
    panel = page.locator(f"#mo-{match.parent_item_id}")
    panel.get_by_text("Không thấy mục hay câu nào").wait_for()
    assert cell.get_attribute("aria-expanded") == "true"
    axe(page)
    shots(page, "coverage-open")
    panel.get_by_role("button", name="Duyệt", exact=True).click()
    panel.get_by_role("button", name="Bỏ quyết định").wait_for()
    page.locator(f"#o-{match.parent_item_id}-{differs.pk}:not(.u)").wait_for()
    page.keyboard.press("Escape")
    assert panel.inner_html() == ""
    assert cell.evaluate("one => one === document.activeElement")
    match.refresh_from_db()
    assert match.decision == "confirmed"
    assert page.errors == []


def test_a_cell_is_changed_by_keyboard_alone(page_as, owner, family) -> None:
    _parent, follows, _ = family
    match = Match.objects.filter(child=follows, state="missing").first()
    page = page_as(owner)
    page.goto(pages(family)["coverage"])
    page.locator(f"#o-{match.parent_item_id}-{follows.pk}").focus()
    page.keyboard.press("Enter")
    panel = page.locator(f"#mo-{match.parent_item_id}")
    panel.locator("summary").focus()
    page.keyboard.press("Enter")
    panel.get_by_label("có", exact=True).focus()
    page.keyboard.press("Space")
    panel.get_by_label("Ghi chú").focus()
    page.keyboard.type("Nêu ở phụ lục")
    panel.get_by_role("button", name="Lưu quyết định").focus()
    page.keyboard.press("Enter")
    panel.get_by_text("Ghi chú: Nêu ở phụ lục").wait_for()
    match.refresh_from_db()
    assert (match.state, match.decision, match.note) == ("covered", "changed", "Nêu ở phụ lục")


def test_one_goes_from_one_waiting_cell_to_the_next(page_as, owner, family) -> None:
    page = page_as(owner)
    page.goto(pages(family)["coverage"])
    page.locator(".cov a.c.u").first.click()
    for _ in range(3):
        cell = page.locator("a.c[aria-expanded=true]")
        number = cell.get_attribute("id")
        panel = page.locator(".panel:not(:empty)")
        panel.get_by_role("button", name="Duyệt", exact=True).click()
        page.locator(f"#{number}:not(.u)").wait_for()
        panel.get_by_role("button", name="Ô chờ duyệt tiếp theo").click()
        page.locator("a.c.u[aria-expanded=true]").wait_for()
    expect(page.locator(".panel:not(:empty)")).to_have_count(1)
    assert Match.objects.filter(decision="confirmed").count() == 5
    assert page.errors == []


def test_without_javascript_a_cell_is_a_page_and_a_decision_comes_back_to_its_cell(
    page_as, owner, family
) -> None:
    _parent, follows, _ = family
    match = Match.objects.filter(child=follows, decision="proposed").first()
    page = page_as(owner, js=False)
    page.goto(pages(family)["coverage"])
    page.locator(f"#o-{match.parent_item_id}-{follows.pk}").click()
    page.get_by_role("button", name="Duyệt", exact=True).click()
    assert page.url.endswith(f"#o-{match.parent_item_id}-{follows.pk}")
    match.refresh_from_db()
    assert match.decision == "confirmed"


def test_plans_are_chosen_and_matched_in_one_step(page_as, owner, unit) -> None:
    parent, _follows, differs = make_family(unit)
    page = page_as(owner)
    page.goto(reverse("plans:coverage"))
    page.get_by_label("Kế hoạch cấp trên").select_option(str(parent.pk))
    page.get_by_label("UBND huyện Núi Xanh").check()
    page.get_by_label("UBND huyện Sông Dài").check()
    page.get_by_role("button", name="Đối chiếu").click()
    page.get_by_role("heading", name="2 kế hoạch theo 500/QĐ-UBND").wait_for()
    assert page.locator(f"#tong-{differs.pk}").inner_text().startswith("1/7")
    expect(page.locator("a.c", has_text="70%")).to_have_count(1)


def test_the_filter_of_the_board_stands_in_the_address(page_as, owner, family) -> None:
    page = page_as(owner)
    page.goto(reverse("plans:board"))
    page.get_by_role("searchbox").fill("ky luat")
    page.get_by_role("button", name="Lọc").click()
    assert "tim=ky" in page.url
    expect(page.locator(".line")).to_have_count(1)
    with page.expect_download() as got:
        page.get_by_role("link", name="Tải .xlsx").click()
    assert got.value.suggested_filename.endswith(".xlsx")
