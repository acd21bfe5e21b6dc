"""What every answer carries, and how refusals look."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_no_inline_script_or_style_is_allowed(client_of) -> None:
    policy = client_of().get(reverse("account_login")).headers["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["script-src"] == rules["style-src"] == rules["default-src"] == "'self'"
    assert rules["frame-ancestors"] == rules["object-src"] == rules["base-uri"] == "'none'"


def test_answers_forbid_sniffing_framing_and_leaking_addresses(client_of) -> None:
    headers = client_of().get(reverse("account_login")).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"


def test_a_page_that_is_not_there_says_so_in_vietnamese(client_of) -> None:
    page = client_of().get("/khong-co-trang-nay/")
    assert page.status_code == 404
    assert "Không tìm thấy trang này" in page.content.decode()


def test_a_form_without_its_token_is_refused_kindly() -> None:
    page = Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": "a@b.example"})
    assert page.status_code == 403
    assert "Trang này mở đã lâu" in page.content.decode()


def test_health_answers_without_sign_in(client_of) -> None:
    assert client_of().get(reverse("health")).json() == {"status": "ok"}
