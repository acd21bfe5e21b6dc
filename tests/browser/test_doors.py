"""A form out, filled in, back, chosen cell by cell and sent; a key made and revoked: in Chromium."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from django.urls import reverse

from quyen.core.arithmetic import year
from quyen.indicators.actions import Given, report_value
from quyen.indicators.models import Indicator, Observation
from quyen.organisation.enums import Role
from quyen.reports import actions
from quyen.reports.models import Submission, Token
from tests.factories.asked import TODAY, make_asked
from tests.factories.work import member
from tests.reports.test_form_sheet import everything, filled

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_form_goes_out_comes_back_and_is_sent(page_as, axe, shots, tmp_path: Path) -> None:
    asked = make_asked()
    actions.write_passage(
        actor=asked.world.editor, submission=asked.report, key="kho-khan", text="Viết nhầm mục", seen=0
    )
    page = page_as(asked.world.editor)
    share = {"indicator": Indicator.objects.get(code="TY"), "unit": asked.commune, "period": year(TODAY.year)}
    report_value(actor=asked.world.editor, **share, given=Given(Decimal(3), Decimal(5)))
    page.goto(reverse("reports:sheet", args=[asked.report.pk]))
    with page.expect_download() as coming:
        page.get_by_role("link", name="Tải biểu").click()
    path = tmp_path / "bieu.xlsx"
    coming.value.save_as(path)
    value = {
        "indicator": Indicator.objects.get(code="LOA"),
        "unit": asked.commune,
        "period": year(TODAY.year),
    }
    report_value(actor=asked.world.above, **value, given=Given(Decimal(9)))
    empty = [("muc:kho-khan", "Đơn vị viết"), ("so:TY", "Số (tử số)"), ("so:TY", "Mẫu số")]
    path.write_bytes(filled(path.read_bytes(), everything(asked) | dict.fromkeys(empty)))
    axe(page)
    shots(page, "sheet")
    page.get_by_label("Biểu đã điền").set_input_files(path)
    page.get_by_role("button", name="Xem từng ô").click()
    page.get_by_role("heading", name="Hai bên cùng sửa").wait_for()
    axe(page)
    shots(page, "sheet-intake")
    page.get_by_role("button", name="Ghi và gửi báo cáo").click()
    page.get_by_text("chưa chọn hoặc chưa nêu lý do").wait_for()
    page.get_by_role("group", name="Số liệu, dòng 4").get_by_label("Trong biểu").check()
    emptied = page.get_by_role("group", name="Báo cáo, dòng")
    assert emptied.get_by_label("Giữ").is_checked()
    emptied.get_by_label("Bỏ trống").check()
    page.get_by_role("group", name="Số liệu, dòng 5").get_by_label("Rút số").check()
    page.get_by_role("button", name="Ghi và gửi báo cáo").click()
    page.get_by_label("Lý do sửa").fill("Theo sổ của phường")
    axe(page)
    page.get_by_role("button", name="Ghi và gửi báo cáo").click()
    page.get_by_text("Đã ghi biểu và gửi báo cáo").wait_for()
    axe(page)
    shots(page, "sheet-done")
    assert asked.report.passages.get(key="kho-khan").text == ""
    assert Submission.objects.get(pk=asked.report.pk).state == "submitted" and not page.errors
    assert Observation.objects.current().get().numerator == Decimal("12.5")
    assert Observation.objects.get(indicator__code="TY", version=2).is_withdrawn


def test_a_key_is_shown_once_and_revoked(page_as, axe, shots) -> None:
    asked = make_asked()
    page = page_as(member(asked.commune, Role.ADMINISTRATOR, "Ngô Quản Trị"))
    page.goto(reverse("reports:tokens", args=[asked.commune.pk]))
    page.get_by_label("Tên hệ thống").fill("Hệ thống báo cáo tỉnh Sông Lam")
    page.get_by_role("button", name="Lập khóa").click()
    secret = page.locator(".secret code").inner_text()
    axe(page)
    shots(page, "tokens")
    page.goto(reverse("reports:tokens", args=[asked.commune.pk]))
    assert secret not in page.content()
    page.get_by_role("button", name="Thu hồi").click()
    page.get_by_text("Đã thu hồi khóa").wait_for()
    axe(page)
    assert Token.objects.get().revoked_at and not page.errors
