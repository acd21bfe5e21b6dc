"""A change of units from the empty form to its undoing, in Chromium; and the same without JavaScript."""

from __future__ import annotations

import pytest
from django.urls import reverse

from quyen.accounts.models import User
from quyen.organisation.actions import grant_role, open_unit
from quyen.organisation.enums import Role, UnitKind
from quyen.organisation.models import Membership, Succession, Unit
from tests.factories.plans import make_plan

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BASIS = "Nghị quyết số 202/2025/QH15 về việc sắp xếp đơn vị hành chính cấp tỉnh"


@pytest.fixture
def three(administrator):
    made = {}
    for name in ("Thành phố Cần Thơ", "Tỉnh Hậu Giang", "Tỉnh Sóc Trăng"):
        made[name] = open_unit(actor=None, name=name, kind=UnitKind.PROVINCE)
        place = name[0].lower() + name[1:]
        for office in ("Sở Tư pháp", "Sở Văn hóa, Thể thao và Du lịch", "Sở Nội vụ"):
            open_unit(actor=None, name=f"{office} {place}", kind=UnitKind.DEPARTMENT, parent=made[name])
        grant_role(actor=None, user=administrator, unit=made[name], role=Role.ADMINISTRATOR)
    open_unit(
        actor=None, name="Ban Dân tộc tỉnh Sóc Trăng", kind=UnitKind.DEPARTMENT, parent=made["Tỉnh Sóc Trăng"]
    )
    office = Unit.objects.get(name="Sở Tư pháp tỉnh Hậu Giang")
    make_plan(office, tasks=[{"text": "Mở lớp tập huấn"}, {"text": "In sổ tay"}])
    for at, name in enumerate(("Lý Thị An", "Trần Văn Bình")):
        user = User.objects.create_user(f"n{at}@thu.example", "x", full_name=name)
        Membership.objects.create(user=user, unit=office, role=Role.EDITOR)
    return made


@pytest.mark.parametrize("js", [True, False])
def test_a_merger_from_the_form_to_its_undoing(page_as, administrator, three, axe, shots, dark, js) -> None:
    mode = ("dark" if dark else "light") if js else "nojs"
    page = page_as(administrator, dark=dark, js=js)
    check = axe if js else (lambda _page: None)
    page.goto(reverse("organisation:successions"))
    check(page)
    page.get_by_role("link", name="Nhập một lần sắp xếp").click()
    page.get_by_label("Từ ngày").fill("2026-07-01")
    page.get_by_label("Căn cứ").fill(BASIS)
    for words, name in (
        ("can tho", "Thành phố Cần Thơ"),
        ("hau giang", "Tỉnh Hậu Giang"),
        ("soc trang", "Tỉnh Sóc Trăng"),
    ):
        box = page.get_by_label("Tìm đơn vị theo tên")
        box.fill("")
        box.press_sequentially(words, delay=20)  # as people type: htmx takes a moment to know a new box
        if not js:
            page.get_by_role("button", name="Tìm").click()
        page.get_by_role("button", name=f"Chọn {name}", exact=True).click()
        page.get_by_role("button", name=f"Bỏ {name}", exact=True).wait_for()
    page.get_by_label("Thành phố Cần Thơ đi tiếp").check()
    check(page)
    shots(page, f"succession-enter-{mode}")
    page.get_by_role("button", name="Xem trước").click()
    page.get_by_text("Xem trước. Chưa có gì thay đổi.").wait_for()
    assert "Lý Thị An" in page.content() and not Succession.objects.exists()
    check(page)
    shots(page, f"succession-preview-{mode}")
    page.get_by_role("button", name="Thực hiện").click()
    page.get_by_text("Đã thực hiện").wait_for()
    check(page)
    shots(page, f"succession-page-{mode}")
    page.get_by_role("link", name="Các lần sắp xếp").click()
    shots(page, f"successions-{mode}")
    page.get_by_role("link", name="Sáp nhập Tỉnh Hậu Giang").click()
    page.locator("summary", has_text="Hoàn tác").click()
    page.get_by_role("button", name="Đúng, hoàn tác").click()
    page.get_by_text("Đã hoàn tác").wait_for()
    assert not Succession.objects.exists() and not page.errors


def test_a_split_with_the_units_below_it(page_as, administrator, three, axe, shots) -> None:
    office = Unit.objects.get(name="Sở Nội vụ thành phố Cần Thơ")
    for name in ("Phòng Báo chí", "Trung tâm Số"):
        open_unit(actor=None, name=name, parent=office)
    page = page_as(administrator)
    page.goto(
        f"{reverse('organisation:enter')}?viec=merge&ngay=2026-07-01&can_cu=Nghị quyết số 9/2026/NQ-HĐND"
    )
    page.get_by_label("chia, tách").check()
    page.get_by_role("heading", name="Đơn vị được chia, tách").wait_for()
    page.get_by_label("Tìm đơn vị theo tên").first.fill("noi vu thanh pho")
    page.get_by_role("button", name=f"Chọn {office.name}", exact=True).click()
    page.get_by_role("button", name="Đơn vị cũ đi tiếp").click()
    page.get_by_label("Phần (%)").wait_for()
    page.get_by_role("button", name="Thêm đơn vị mới").click()
    page.get_by_label("Tên đơn vị mới").fill("Sở Dân tộc và Tôn giáo thành phố Cần Thơ")
    page.get_by_label("Phần (%)").nth(0).fill("70")
    page.get_by_label("Phần (%)").nth(1).fill("20")
    page.get_by_role("button", name="Xem trước").click()
    page.get_by_text("Các phần cộng lại là 90%").wait_for()
    page.get_by_label("Phần (%)").nth(1).fill("30")
    page.get_by_label("Trung tâm Số").select_option("1")
    axe(page)
    shots(page, "split-enter")
    page.get_by_role("button", name="Xem trước").click()
    page.get_by_text("Xem trước. Chưa có gì thay đổi.").wait_for()
    axe(page)
    shots(page, "split-preview")
    page.get_by_role("button", name="Thực hiện").click()
    page.get_by_text("Đã thực hiện").wait_for()
    assert Unit.objects.get(name="Trung tâm Số").parent.name.startswith("Sở Dân tộc")
    assert not page.errors
