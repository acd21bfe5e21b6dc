"""Recommendations in Chromium: a report is looked at and taken in, doubts settled, one followed up to the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from quyen.core.review_files import read_review_file
from quyen.indicators.actions import load_indicators
from quyen.plans.actions.work.evidence import About, add_link
from quyen.plans.actions.work.giving import Edit, edit_assignments, give_assignments
from quyen.plans.actions.work.progress import report_progress
from quyen.plans.enums import Part, WorkState
from quyen.plans.models import Assignment, Task
from quyen.rights.actions import recommendation_taking as taking
from quyen.rights.actions.recommendation_data import load_recommendations
from quyen.rights.models import RecommendationIntake
from tests.factories.plans import make_plan
from tests.factories.recommendations import REPORT, make_keeper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TEXT = "Phát sóng chuyên mục về quyền con người trên đài truyền thanh"


@pytest.fixture
def world():
    load_recommendations()
    load_indicators()
    unit, keeper = make_keeper()
    plan = make_plan(unit, issuer="Bộ Thử Nghiệm", tasks=[{"text": TEXT, "lead": []}])
    task = Task.objects.get(plan=plan)
    edit_assignments(actor=keeper, plan=plan, task=task, edit=Edit({(unit.pk, Part.LEAD)}, None, ""))
    give_assignments(actor=keeper, plan=plan)
    work = Assignment.objects.get(task=task)
    add_link(
        actor=keeper, assignment=work, link="https://thu.example/a", about=About(title="Bản tin ngày 30/11")
    )
    report_progress(actor=keeper, assignment=work, revision=work.revision, state=WorkState.DONE, note="")
    return keeper


def test_a_report_is_taken_in_and_a_recommendation_followed_up(
    page_as, world, axe, shots, monkeypatch, tmp_path: Path
) -> None:
    page = page_as(world)
    report = tmp_path / "bao-cao-upr.txt"
    report.write_text(REPORT, encoding="utf-8")
    page.goto(reverse("rights:recommendations"))
    axe(page)
    page.get_by_role("link", name="Nhập báo cáo").click()
    page.get_by_label("Tệp khuyến nghị").set_input_files(report)
    axe(page)
    page.get_by_role("button", name="Đọc tệp").click()
    expect(page.get_by_text("Đang đọc tệp")).to_be_visible()
    monkeypatch.setattr(taking, "read_apart", lambda path, name, **_: _Read(path, name))
    taking.read_review(intake_id=RecommendationIntake.objects.get().pk)
    page.reload()
    page.get_by_text("2 chỗ nghi vấn sẽ chờ bạn quyết").click()
    axe(page)
    shots(page, "recommendations-preview")
    page.get_by_label("Chu kỳ").fill("3")
    page.get_by_role("button", name="Nhập lần rà soát này").click()
    axe(page)
    shots(page, "recommendations-review")
    page.get_by_role("button", name="Sửa số").click()
    page.get_by_role("link", name="Tách ra").click()
    axe(page)
    page.get_by_role("button", name="Tách").click()
    expect(page.get_by_text("38.2 (b)")).to_be_visible()

    page.goto(reverse("rights:recommendations") + "?lan=de-an")
    shots(page, "recommendations-list")
    page.locator(".asked a").first.click()
    page.get_by_role("link", name="Nối nhiệm vụ").click()
    axe(page)
    page.get_by_role("button", name="Nối Phát sóng").click()
    page.get_by_role("link", name="Ghi tiến độ").click()
    page.get_by_label("Tiến độ").select_option("carried_out")
    page.get_by_label("Vì sao").fill("Chuyên mục đã phát đủ mười hai kỳ.")
    page.get_by_label("Bản tin ngày 30/11").check()
    axe(page)
    page.get_by_role("button", name="Ghi", exact=True).click()
    expect(page.get_by_text("Chuyên mục đã phát đủ mười hai kỳ.")).to_be_visible()
    axe(page)
    shots(page, "recommendation")
    page.set_viewport_size({"width": 390, "height": 900})
    shots(page, "recommendation-phone")
    page.goto(reverse("rights:recommendations"))
    axe(page)
    shots(page, "recommendations-phone")
    assert page.errors == []


class _Read:
    """What the process apart would answer."""

    def __init__(self, path: Path, name: str) -> None:
        self.record = read_review_file(path.read_bytes(), name)
