"""Sign-in: by e-mail, closed to strangers, throttled, with a second factor."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.urls import reverse

from quyen.accounts.models import AuditEntry, User

PASSWORD = "mat-khau-thu-123"


@pytest.fixture(autouse=True)
def _fresh_throttle(db):
    from django.core.management import call_command

    call_command("createcachetable", verbosity=0)
    cache.clear()


def sign_in(client, email, password=PASSWORD):
    return client.post(reverse("account_login"), {"login": email, "password": password})


def test_sign_in_by_email_whatever_its_case(client_of, owner) -> None:
    client = client_of()
    assert sign_in(client, "CHU@Thu.Example").status_code == 302
    assert client.get(reverse("accounts:me")).status_code == 200


def test_wrong_password_says_so_in_vietnamese_and_is_throttled(client_of, owner) -> None:
    client = client_of()
    page = sign_in(client, owner.email, "sai-roi-sai-roi")
    assert "Thư điện tử hoặc mật khẩu không đúng." in page.content.decode()
    for _ in range(5):
        sign_in(client, owner.email, "sai-roi-sai-roi")
    page = sign_in(client, owner.email)  # even the right one now waits
    assert page.status_code in {200, 429}
    assert client.get(reverse("accounts:me")).status_code == 302


def test_nobody_signs_up(client_of, db) -> None:
    page = client_of().post(
        reverse("account_signup"), {"email": "moi@thu.example", "password1": PASSWORD, "password2": PASSWORD}
    )
    assert "Không tự đăng ký" in page.content.decode()
    assert not User.objects.exists()


def test_own_address_is_not_changed_by_its_owner(client_of, owner) -> None:
    assert client_of(owner).get("/dang-nhap/email/").status_code == 404


@pytest.mark.parametrize("name", ["account_login", "account_reset_password", "account_signup"])
def test_entrance_pages_answer(client_of, db, name) -> None:
    assert client_of().get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", ["accounts:me", "mfa_index", "account_change_password", "account_logout"])
def test_own_pages_answer_to_their_owner_only(client_of, owner, name) -> None:
    assert client_of(owner).get(reverse(name)).status_code == 200
    assert client_of().get(reverse(name)).status_code == 302


def test_second_factor_from_switching_on_to_signing_in(client_of, owner) -> None:
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    def code(secret: str) -> str:
        return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))

    client = client_of()
    sign_in(client, owner.email)
    asked_again = client.get(reverse("mfa_activate_totp"))
    assert asked_again.url.startswith(reverse("account_reauthenticate"))
    client.post(asked_again.url, {"password": PASSWORD})
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    assert client.post(reverse("mfa_activate_totp"), {"code": code(secret)}).status_code == 302
    assert client.get(reverse("mfa_view_recovery_codes")).status_code == 200

    again = client_of()
    assert sign_in(again, owner.email).url == reverse("mfa_authenticate")
    assert again.get(reverse("accounts:me")).status_code == 302
    assert again.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    assert again.get(reverse("accounts:me")).status_code == 302
    recovery = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"][0]
    again.post(reverse("mfa_authenticate"), {"code": recovery})
    assert again.get(reverse("accounts:me")).status_code == 200


def test_a_person_corrects_their_own_name_and_the_trail_keeps_it(client_of, owner) -> None:
    client_of(owner).post(reverse("accounts:me"), {"full_name": "Lê Thị Mới"})
    owner.refresh_from_db()
    assert owner.full_name == "Lê Thị Mới"
    trace = AuditEntry.objects.get(actor=owner)
    assert (trace.before, trace.after) == ({"full_name": "Lê Thị Chủ"}, {"full_name": "Lê Thị Mới"})
    assert trace.actor_name == "Lê Thị Chủ"


def test_pages_in_english_where_chosen_and_vietnamese_otherwise(client_of, owner) -> None:
    client = client_of(owner)
    url = reverse("account_login")
    assert 'lang="vi"' in client_of().get(url, headers={"accept-language": "en"}).content.decode()
    client.post(reverse("set_language"), {"language": "en", "next": "/"})
    assert 'lang="en"' in client.get(reverse("accounts:me")).content.decode()
