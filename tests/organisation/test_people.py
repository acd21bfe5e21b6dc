"""Units, roles, and who may look after them."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from quyen.accounts.models import AuditEntry, User
from quyen.organisation import actions
from quyen.organisation.enums import Role
from quyen.organisation.models import Membership
from quyen.organisation.queries import may


def test_roles_are_ordered(unit, owner, colleague, stranger) -> None:
    assert may(owner, unit.pk, Role.EDITOR)
    assert may(colleague, unit.pk, Role.VIEWER)
    assert not may(colleague, unit.pk, Role.EDITOR)
    assert not may(stranger, unit.pk, Role.VIEWER)


def test_a_locked_account_has_no_role(unit, owner) -> None:
    User.objects.filter(pk=owner.pk).update(is_active=False)
    assert not may(owner, unit.pk, Role.VIEWER)


def test_only_an_administrator_grants(unit, owner, colleague, administrator) -> None:
    with pytest.raises(PermissionDenied):
        actions.grant_role(actor=owner, user=colleague, unit=unit, role=Role.ADMINISTRATOR)
    actions.grant_role(actor=administrator, user=colleague, unit=unit, role=Role.EDITOR)
    actions.grant_role(actor=administrator, user=colleague, unit=unit, role=Role.EDITOR)  # again: nothing new
    assert may(colleague, unit.pk, Role.EDITOR)
    assert AuditEntry.objects.filter(verb="grant").count() == 1


def test_the_last_administrator_stays(unit, administrator) -> None:
    own = Membership.objects.get(user=administrator)
    with pytest.raises(PermissionDenied):
        actions.revoke_role(actor=administrator, membership=own)
    assert may(administrator, unit.pk, Role.ADMINISTRATOR)


def test_a_revoked_role_ends_today_and_stays_as_history(unit, administrator, colleague) -> None:
    held = Membership.objects.get(user=colleague)
    actions.revoke_role(actor=administrator, membership=held)
    assert not may(colleague, unit.pk, Role.VIEWER)
    assert Membership.objects.filter(pk=held.pk).exists()


def test_people_page_for_each_of_the_cast(client_of, unit, owner, colleague, stranger) -> None:
    url = reverse("organisation:people")
    assert "Phạm Đồng Nghiệp" in client_of(owner).get(url).content.decode()
    assert "Phạm Đồng Nghiệp" not in client_of(stranger).get(url).content.decode()
    assert client_of().get(url).status_code == 302


@pytest.mark.parametrize("view", ["edit-unit", "add-person"])
def test_looking_after_a_unit_is_for_its_administrator(
    client_of, unit, owner, colleague, stranger, administrator, view
) -> None:
    url = reverse(f"organisation:{view}", args=[unit.pk])
    assert client_of(administrator).get(url).status_code == 200
    for user in (owner, colleague, stranger):
        assert client_of(user).get(url).status_code == 404
    assert client_of().get(url).status_code == 302


def test_change_role_is_for_the_administrator(
    client_of, unit, owner, colleague, stranger, administrator
) -> None:
    url = reverse("organisation:change-role", args=[Membership.objects.get(user=colleague).pk])
    for user in (owner, colleague, stranger):
        assert client_of(user).get(url).status_code == 404
    assert client_of(administrator).post(url, {"role": "20"}).status_code == 302
    assert may(colleague, unit.pk, Role.EDITOR)


def test_a_new_person_sets_a_password_through_the_link_and_signs_in(client_of, unit, administrator) -> None:
    page = client_of(administrator).post(
        reverse("organisation:add-person", args=[unit.pk]),
        {"email": "moi@thu.example", "full_name": "Vũ Thị Mới", "role": "20"},
    )
    link = page.context["link"]
    newcomer = client_of()
    form = newcomer.get(link, follow=True)
    assert "Đặt mật khẩu mới" in form.content.decode()
    secret = "tre-xanh-lang-toi-9"
    done = newcomer.post(form.redirect_chain[-1][0], {"password1": secret, "password2": secret}, follow=True)
    assert done.status_code == 200
    newcomer.post(reverse("account_login"), {"login": "moi@thu.example", "password": secret})
    assert newcomer.get(reverse("accounts:me")).status_code == 200
    assert may(User.objects.get(email="moi@thu.example"), unit.pk, Role.EDITOR)
    again = client_of().get(link, follow=True)
    assert "đã dùng rồi hoặc đã hết hạn" in again.content.decode()


@pytest.mark.parametrize("people", [1, 3])
def test_people_page_takes_the_same_queries_for_any_number(
    client_of, unit, administrator, django_assert_num_queries, people
) -> None:
    for n in range(people):
        user = User.objects.create_user(f"p{n}@thu.example", "x", full_name=f"Người {n}")
        Membership.objects.create(user=user, unit=unit, role=Role.VIEWER)
    client = client_of(administrator)
    with django_assert_num_queries(6):  # session, user, units, own roles, members, the frame's role
        client.get(reverse("organisation:people"))


def test_a_unit_is_corrected_with_its_trace(client_of, unit, administrator) -> None:
    client_of(administrator).post(
        reverse("organisation:edit-unit", args=[unit.pk]),
        {"name": unit.name, "short_name": "Sở VH", "kind": unit.kind, "province": "Thử Nghiệm"},
    )
    unit.refresh_from_db()
    assert unit.short_name == "Sở VH"
    assert (
        AuditEntry.objects.filter(subject="organisation.Unit", subject_id=unit.pk, verb="correct").count()
        == 1
    )
