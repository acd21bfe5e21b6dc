"""Invitations: one link, one use; no word about accounts to those who may not know."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from quyen.accounts.actions.sending import message_of, send_letters
from quyen.accounts.models import AuditEntry, Letter, User
from quyen.organisation.actions import grant_role, open_unit, revoke_role
from quyen.organisation.actions.invitations import Wanted, invite, send_again
from quyen.organisation.enums import InvitationState, Role
from quyen.organisation.models import Invitation, Membership
from quyen.organisation.queries import may

pytestmark = pytest.mark.django_db
LIST, INVITE = reverse("organisation:people"), reverse("organisation:invite")
SECRET = "tre-xanh-lang-toi-9"


@pytest.fixture(autouse=True)
def _with_a_mail_server(settings) -> None:
    settings.HAS_MAIL_SERVER = True


def form(unit, email: str = "moi@thu.example", **more: object) -> dict[str, object]:
    today = timezone.localdate()
    given = {
        "email": email,
        "full_name": "Vũ Thị Mới",
        "unit": unit.name,
        "role": "20",
        "since": today.isoformat(),
    }
    return given | more


def link_in(letter: Letter) -> str:
    """In the letter as it goes out."""
    (found,) = re.findall(r"http://testserver(/\S+)", message_of(letter).body)
    return found


def invited(client_of, administrator, unit, email: str = "moi@thu.example", **more: object) -> str:
    """Sends an invitation on the screen; returns the link of its letter."""
    answer = client_of(administrator).post(INVITE, form(unit, email, **more))
    assert answer.status_code == 302, answer.context["form"].errors
    return link_in(Letter.objects.get(to=email, kind="invitation"))


def accept(client, link: str):
    return client.post(link, {"full_name": "Vũ Thị Mới", "password": SECRET, "again": SECRET}, follow=True)


def test_who_is_invited_sets_a_password_and_is_inside_once(client_of, unit, administrator) -> None:
    link = invited(client_of, administrator, unit)
    assert not User.objects.filter(email="moi@thu.example").exists()
    assert link.rsplit("/", 2)[1] not in str(list(Invitation.objects.values()))  # only the hash is kept
    newcomer = client_of()
    page = newcomer.get(link)
    assert "biên tập viên" in page.content.decode() and "no-store" in page["Cache-Control"]
    weak = newcomer.post(link, {"full_name": "Vũ Thị Mới", "password": "1234567890", "again": "1234567890"})
    assert (
        weak.context["form"].errors["password"] and not User.objects.filter(email="moi@thu.example").exists()
    )
    shown = client_of(administrator).get(LIST, {"xem": "loi-moi"}).content.decode()
    assert "đã mở" in shown and "moi@thu.example" in shown
    done = accept(newcomer, link)
    assert "Đã nhận" in done.content.decode()
    user = User.objects.get(email="moi@thu.example")
    assert may(user, unit.pk, Role.EDITOR) and user.check_password(SECRET)
    assert newcomer.get(reverse("accounts:me")).status_code == 200
    again = client_of().get(link)
    assert again.status_code == 410 and "đã dùng rồi" in again.content.decode()
    assert "moi@thu.example" not in client_of(administrator).get(LIST, {"xem": "loi-moi"}).content.decode()


def test_a_role_that_begins_next_month_begins_then(client_of, unit, administrator) -> None:
    since = timezone.localdate() + timedelta(days=30)
    last = since + timedelta(days=10)
    link = invited(client_of, administrator, unit, since=since.isoformat(), last_day=last.isoformat())
    accept(client_of(), link)
    held = Membership.objects.get(user__email="moi@thu.example")
    assert (held.valid_from, held.last_day) == (since, last) and not may(held.user, unit.pk, Role.VIEWER)


def test_no_letter_in_the_outbox_holds_a_live_link(client_of, unit, administrator, mailoutbox) -> None:
    link = invited(client_of, administrator, unit)
    secret = link.rsplit("/", 2)[1]
    held = str([*Letter.objects.values(), *Invitation.objects.values(), *AuditEntry.objects.values()])
    assert secret not in held and len(secret) == 43
    (shown,) = re.findall(r"http://testserver(/\S+)", Letter.objects.get(kind="invitation").body)
    assert client_of().get(shown).status_code == 404
    assert send_letters() == 1
    (mail,) = mailoutbox
    assert f"http://testserver{link}" in mail.body
    assert client_of().get(link).status_code == 200
    assert Letter.objects.get(kind="invitation").body == ""


def test_each_way_in_which_a_link_is_over_has_its_words(client_of, unit, administrator, owner) -> None:
    link = invited(client_of, administrator, unit)
    invitation = Invitation.objects.get()
    Invitation.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    page = client_of().get(link)
    assert page.status_code == 410 and "14 ngày" in page.content.decode()
    assert accept(client_of(), link).status_code == 410
    # sent once more: the new link works, the old one is void
    client_of(administrator).post(reverse("organisation:invite-again", args=[invitation.pk]))
    assert client_of().get(link).status_code == 404
    newer = link_in(Letter.objects.latest("pk"))
    assert client_of().get(newer).status_code == 200
    client_of(administrator).post(reverse("organisation:invite-withdraw", args=[invitation.pk]))
    page = client_of().get(newer)
    assert page.status_code == 410 and "đã rút lời mời" in page.content.decode()
    assert client_of().get(reverse("organisation:accept", args=["x" * 43])).status_code == 404
    assert not User.objects.filter(email="moi@thu.example").exists()
    verbs = AuditEntry.objects.filter(subject="organisation.Invitation").order_by("pk")
    assert list(verbs.values_list("verb", flat=True)) == ["create", "reopen", "withdraw"]


def test_an_invitation_falls_with_the_role_of_who_sent_it(client_of, unit, administrator, colleague) -> None:
    link = invited(client_of, administrator, unit)
    grant_role(actor=administrator, user=colleague, unit=unit, role=Role.ADMINISTRATOR)
    revoke_role(actor=colleague, membership=Membership.objects.get(user=administrator))
    page = client_of().get(link)
    assert page.status_code == 410 and "không còn quản trị" in page.content.decode()
    assert accept(client_of(), link).status_code == 410


def test_nothing_tells_whether_an_address_has_an_account(client_of, unit, administrator, stranger) -> None:
    """A stranger with an account and one without are invited alike, and the list tells the same of both."""
    answers = []
    for email in (stranger.email, "chua-co@thu.example"):
        client = client_of(administrator)
        page = client.post(INVITE, form(unit, email), follow=True)
        answers.append(page.content.decode().replace(email, "ADDRESS"))
    held = Invitation.objects.order_by("pk")
    words = [re.sub(r"\d+|csrf\w+\" value=\"\w+|\"X-CSRFToken\":\"\w+\"", "", text) for text in answers]
    assert held.count() == 2 and words[0].count("ADDRESS") == words[1].count("ADDRESS") == 2
    assert Membership.objects.filter(user=stranger, unit=unit).count() == 0
    assert {letter.person_id for letter in Letter.objects.all()} == {None}


def test_a_known_account_takes_the_role_up_signed_in_as_itself_only(
    client_of, unit, administrator, stranger, colleague
) -> None:
    link = invited(client_of, administrator, unit, stranger.email)
    page = client_of().get(link)
    assert "đã có tài khoản" in page.content.decode() and "new-password" not in page.content.decode()
    accept(client_of(), link)
    stranger.refresh_from_db()
    assert stranger.check_password("mat-khau-thu-123")
    client_of(colleague).post(link)
    assert "địa chỉ khác" in client_of(colleague).get(link).content.decode()
    assert not Membership.objects.filter(unit=unit, user=stranger).exists()
    client_of(stranger).post(link)
    assert may(stranger, unit.pk, Role.EDITOR) and Invitation.objects.get().state == InvitationState.ACCEPTED


def test_who_is_known_gets_the_role_at_once_with_a_letter(client_of, unit, administrator, colleague) -> None:
    client_of(administrator).post(INVITE, form(unit, colleague.email, role="30"))
    assert may(colleague, unit.pk, Role.COORDINATOR) and not Invitation.objects.exists()
    letter = Letter.objects.get(kind="role")
    assert letter.person == colleague and "điều phối viên" in letter.body


def test_invited_twice_is_one_invitation_with_the_newer_words(client_of, unit, administrator) -> None:
    for role in ("10", "30"):
        client_of(administrator).post(INVITE, form(unit, "Moi@thu.example", role=role))
    held = Invitation.objects.get()
    assert (held.role, held.round) == (Role.COORDINATOR, 2) and Letter.objects.count() == 2


@pytest.mark.parametrize("words", ["Sở Không Có", "Sở Văn hóa tỉnh Đối Chứng", ""])
def test_a_unit_that_is_not_known_or_not_looked_after_is_refused(
    client_of, unit, other_unit, administrator, words
) -> None:
    answer = client_of(administrator).post(INVITE, form(unit) | {"unit": words})
    assert answer.status_code == 200 and answer.context["form"].errors["unit"]
    assert not Invitation.objects.exists() and not Letter.objects.exists()


def test_inviting_is_for_administrators(client_of, unit, owner, colleague, stranger, administrator) -> None:
    invited(client_of, administrator, unit)
    invitation = Invitation.objects.get()
    for user in (owner, colleague, stranger):
        client = client_of(user)
        assert client.get(INVITE).status_code == 404
        assert "moi@thu.example" not in client.get(LIST, {"xem": "loi-moi"}).content.decode()
        for view in ("invite-again", "invite-withdraw"):
            assert client.post(reverse(f"organisation:{view}", args=[invitation.pk])).status_code == 404
        with pytest.raises(PermissionDenied):
            wanted = Wanted("x@thu.example", "X", Role.VIEWER, timezone.localdate())
            invite(actor=user, unit=unit, wanted=wanted, address=str)
        with pytest.raises(PermissionDenied):
            send_again(actor=user, invitation=invitation, address=str)
    assert Invitation.objects.get().state == InvitationState.SENT


def test_an_administrator_above_invites_below(client_of, unit, administrator) -> None:
    below = open_unit(actor=None, name="Phòng Truyền thông", parent=unit)
    page = client_of(administrator).get(INVITE, {"don_vi": below.pk})
    assert 'value="Phòng Truyền thông"' in page.content.decode()
    accept(client_of(), invited(client_of, administrator, below))
    user = User.objects.get(email="moi@thu.example")
    assert may(user, below.pk, Role.EDITOR) and not may(user, unit.pk, Role.VIEWER)


def test_without_a_mail_server_the_link_is_shown_once(client_of, unit, administrator, settings) -> None:
    settings.HAS_MAIL_SERVER = False
    page = client_of(administrator).post(INVITE, form(unit)).content.decode()
    assert "Đã lập lời mời" in page
    (link,) = re.findall(r'value="http://testserver(/[^"]+)"', page)
    assert client_of().get(link).status_code == 200
    assert link == link_in(Letter.objects.get())  # a letter that goes later leads there, too


@pytest.mark.parametrize("number", [1, 3])
def test_waiting_invitations_take_the_same_queries_for_any_number(
    client_of, unit, administrator, django_assert_num_queries, number
) -> None:
    for n in range(number):
        wanted = Wanted(f"moi{n}@thu.example", f"Người {n}", Role.VIEWER, timezone.localdate())
        invite(actor=administrator, unit=unit, wanted=wanted, address=str)
    client = client_of(administrator)
    with django_assert_num_queries(8):
        client.get(LIST, {"xem": "loi-moi"})
