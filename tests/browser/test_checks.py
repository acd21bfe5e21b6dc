"""What does not hold in the data, in Chromium: checked now, opened where it is mended, gone when checked again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from quyen.organisation.models import CheckRun
from quyen.plans.models import Assignment, Finding
from tests.factories.plans import make_plan

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_fault_is_shown_opened_and_gone_once_mended(page_as, administrator, unit, axe, shots, dark) -> None:
    plan = make_plan(
        unit, tasks=[{"text": "Tổ chức hội nghị tập huấn cho cán bộ cấp xã", "lead": ["Sở Tư pháp"]}]
    )
    Finding.objects.create(plan=plan, kind="spelling", message="Sai chính tả", start=0, end=3)
    task = plan.items.get(kind="task").task
    Assignment.objects.create(
        task=task, unit=unit, part="lead", state="given", given_at=timezone.now(), due_on=date(2027, 2, 1)
    )
    page = page_as(administrator, dark=dark)
    page.goto(reverse("organisation:people"))
    page.get_by_role("link", name="Kiểm tra dữ liệu").click()
    axe(page)
    page.get_by_role("button", name="Kiểm tra ngay").click()
    page.locator("summary").click()
    axe(page)
    shots(page, "checks")
    page.get_by_role("link", name="01/02/2027 > 2026").click()
    assert page.url.endswith(reverse("plans:plan-giving", args=[plan.pk]))
    Assignment.objects.update(due_on=date(2026, 12, 1))
    CheckRun.objects.update(started_at=timezone.now() - timedelta(hours=1))
    page.goto(reverse("checks"))
    page.get_by_role("button", name="Kiểm tra ngay").click()
    axe(page)
    shots(page, "checks-mended")
    expect(page.get_by_role("link", name="01/02/2027")).to_have_count(0)
    expect(page.get_by_role("heading", name="Đã sửa trong 30 ngày qua")).to_be_visible()
    assert not page.errors
