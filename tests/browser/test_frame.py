"""Sign-in, the account and the people of a unit, in a real browser."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _cache(db):
    from django.core.management import call_command

    call_command("createcachetable", verbosity=0)


def test_sign_in_by_keyboard(page_as, owner, axe, shots, dark) -> None:
    page = page_as(dark=dark)
    page.goto(reverse("account_login"))
    axe(page)
    shots(page, f"sign-in-{'dark' if dark else 'light'}")
    page.locator("#id_login").focus()
    page.keyboard.type(owner.email)
    page.keyboard.press("Tab")
    page.keyboard.type("mat-khau-thu-123")
    page.keyboard.press("Enter")
    page.wait_for_selector("nav.rail")
    axe(page)
    assert not page.errors


@pytest.mark.parametrize(
    "name", ["accounts:me", "organisation:people", "mfa_index", "account_change_password"]
)
def test_pages_of_people_are_accessible(page_as, administrator, colleague, axe, shots, name) -> None:
    for dark in (False, True):
        page = page_as(administrator, dark=dark)
        page.goto(reverse(name))
        axe(page)
        shots(page, f"{name.replace(':', '-')}-{'dark' if dark else 'light'}")
        assert not page.errors


def test_language_switches_on_every_page_and_stays(page_as, owner) -> None:
    page = page_as(owner)
    page.goto(reverse("organisation:people"))
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    page.goto(reverse("accounts:me"))
    assert page.locator("html").get_attribute("lang") == "en"


def test_sign_in_without_scripts(page_as, owner) -> None:
    page = page_as(js=False)
    page.goto(reverse("account_login"))
    page.fill("#id_login", owner.email)
    page.fill("#id_password", "mat-khau-thu-123")
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.locator("nav.rail")).to_be_visible()
