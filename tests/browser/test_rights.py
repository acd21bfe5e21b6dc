"""The texts of rights in Chromium: an article with two languages, a link made, a text taken in and compared."""

from __future__ import annotations

import pytest
from django.urls import reverse

from quyen.organisation.models import Unit
from quyen.rights.actions import TextGiven, load_structure, store_text
from quyen.rights.models import Instrument, Link
from tests.factories.statutes import TREATY, units_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

VIETNAMESE = TREATY.replace("Article", "Điều").replace(
    "Every tester may rest", "Mọi người thử nghiệm được nghỉ"
)


@pytest.fixture
def library():
    load_structure(actor=None)
    held = Instrument.objects.get(code="UDHR")
    for language, text in (("en", TREATY), ("vi", VIETNAMESE)):
        given = TextGiven(language, "Bản viết cho kiểm thử")
        store_text(actor=None, instrument=held, given=given, units=units_of(text))
    return held


def test_an_article_is_read_linked_and_gets_a_new_text(
    page_as, owner, unit, library, axe, shots, tmp_path
) -> None:
    Unit.objects.filter(pk=unit.pk).update(kind="ministry")
    page = page_as(owner)
    page.goto(reverse("rights:list"))
    axe(page)
    shots(page, "rights-list")
    page.get_by_role("link", name="Tuyên ngôn nhân quyền").click()
    axe(page)
    shots(page, "rights-instrument")
    page.get_by_role("link", name="Điều 2 Không phân biệt đối xử").click()
    page.get_by_role("link", name="article 19 of the ICCPR").first.click()
    assert "/ICCPR/dieu/19/" in page.url
    page.go_back()
    page.get_by_text("Thêm liên kết").click()
    page.get_by_label("Điều", exact=True).first.fill("dieu 26 iccpr")
    page.get_by_role("button", name="Liên kết").click()
    assert Link.objects.get(state="confirmed").made_by == owner
    axe(page)
    shots(page, "rights-provision")
    _the_forms_are_usable(page, axe, shots)
    page.goto(reverse("rights:take-in", args=["UDHR"]))
    axe(page)
    shots(page, "rights-take-in")
    file = tmp_path / "ban-moi.txt"
    file.write_text(TREATY.replace("may rest", "may rest and sleep"), encoding="utf-8")
    page.get_by_label("Tệp", exact=True).set_input_files(file)
    page.get_by_label("Nguồn").fill("Bản viết lại cho kiểm thử")
    page.get_by_role("button", name="Xem trước từng điều").click()
    axe(page)
    shots(page, "rights-text")
    page.get_by_role("button", name="Đưa vào").click()
    page.get_by_role("link", name="tiếng Anh · bản 2").click()
    axe(page)
    shots(page, "rights-version")
    assert page.locator("ins").inner_text().strip() == "and sleep"
    assert not page.errors


def _the_forms_are_usable(page, axe, shots) -> None:
    """Of an instrument, a date, an article and its subject: as they open, and the first as it is given back."""
    for name, more in (("status", ()), ("article", ()), ("subject", ("2",)), ("edit", ())):
        page.goto(reverse(f"rights:{name}", args=["UDHR", *more]))
        axe(page)
        shots(page, f"rights-{name}")
    page.goto(reverse("rights:status", args=["UDHR"]))
    page.get_by_role("textbox").first.fill("32/13/1948")
    page.get_by_label("Nguồn").fill("Sổ tay")
    page.get_by_role("button", name="Lưu").click()
    page.get_by_text("Nhập một ngày hợp lệ").or_(
        page.locator(".errors, .errorlist, [aria-invalid=true]")
    ).first.wait_for()
    axe(page)
    shots(page, "rights-status-refused")
    page.errors.clear()  # that it was refused
