"""Roles in units, the days on which they hold, and who may look after them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from quyen.accounts.models import AuditEntry, User
from quyen.organisation import actions
from quyen.organisation.actions.people import LastAdministrator, RoleRefused
from quyen.organisation.enums import Role
from quyen.organisation.models import Membership
from quyen.organisation.queries import may
from quyen.organisation.queries.people import first_day_without_administrator


@pytest.fixture
def today() -> date:
    return timezone.localdate()


def spans(user: User) -> list[tuple[int, date, date | None]]:
    rows = Membership.objects.filter(user=user).order_by("valid_from", "pk")
    return [(row.role, row.valid_from, row.valid_until) for row in rows if row.was_held]


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


def test_another_role_begins_where_the_first_ends_and_the_past_stays(
    unit, colleague, administrator, today
) -> None:
    start = today - timedelta(days=100)
    Membership.objects.filter(user=colleague).update(valid_from=start)
    later = today + timedelta(days=17)
    actions.grant_role(actor=administrator, user=colleague, unit=unit, role=Role.EDITOR, since=later)
    assert spans(colleague) == [(Role.VIEWER, start, later), (Role.EDITOR, later, None)]
    assert may(colleague, unit.pk, Role.VIEWER) and not may(colleague, unit.pk, Role.EDITOR)
    # moved to another day, then to a last one
    sooner, end = today + timedelta(days=5), today + timedelta(days=40)
    actions.grant_role(
        actor=administrator, user=colleague, unit=unit, role=Role.EDITOR, since=sooner, until=end
    )
    assert spans(colleague) == [(Role.VIEWER, start, sooner), (Role.EDITOR, sooner, end)]
    # from today on; what is asked for days that have passed is not rewritten
    actions.grant_role(actor=administrator, user=colleague, unit=unit, role=Role.COORDINATOR, since=start)
    assert spans(colleague) == [(Role.VIEWER, start, today), (Role.COORDINATOR, today, None)]
    actions.revoke_role(
        actor=administrator, membership=Membership.objects.get(role=Role.COORDINATOR, user=colleague), day=end
    )
    assert spans(colleague)[-1] == (Role.COORDINATOR, today, end)


def test_a_role_that_ends_before_it_begins_is_refused(unit, colleague, administrator, today) -> None:
    with pytest.raises(RoleRefused):
        actions.grant_role(
            actor=administrator, user=colleague, unit=unit, role=Role.EDITOR,
            since=today + timedelta(days=9), until=today + timedelta(days=9),
        )  # fmt: skip
    with pytest.raises(RoleRefused):
        actions.grant_role(actor=administrator, user=colleague, unit=unit, role=Role.EDITOR, until=today)
    assert [row[0] for row in spans(colleague)] == [Role.VIEWER]


def test_no_two_roles_of_a_person_in_a_unit_overlap(unit, colleague) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(
            user=colleague, unit=unit, role=Role.EDITOR, valid_until=timezone.localdate() + timedelta(days=3)
        )


def test_the_last_administrator_stays(unit, administrator, colleague, today) -> None:
    Membership.objects.filter(user=administrator).update(valid_from=today - timedelta(days=9))
    own = Membership.objects.get(user=administrator)
    with pytest.raises(PermissionDenied):
        actions.revoke_role(actor=administrator, membership=own)
    with pytest.raises(LastAdministrator):
        actions.grant_role(actor=administrator, user=administrator, unit=unit, role=Role.EDITOR)
    until = today + timedelta(days=30)
    actions.grant_role(actor=administrator, user=colleague, unit=unit, role=Role.ADMINISTRATOR, until=until)
    with pytest.raises(LastAdministrator):  # from the day the other one ends
        actions.revoke_role(actor=administrator, membership=own)
    assert first_day_without_administrator(unit.pk, today) == date.max
    actions.grant_role(actor=administrator, user=colleague, unit=unit, role=Role.ADMINISTRATOR)
    actions.revoke_role(actor=administrator, membership=own, day=until)
    assert spans(administrator) == [(Role.ADMINISTRATOR, today - timedelta(days=9), until)]


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


@pytest.mark.parametrize("words", ["đồng", "dong NGHIEP", "dong@thu", "van hoa nghiep"])
def test_people_are_found_by_words_with_and_without_marks(
    client_of, owner, colleague, administrator, words
) -> None:
    shown = client_of(administrator).get(reverse("organisation:people"), {"tim": words}).content.decode()
    assert "Phạm Đồng Nghiệp" in shown and "Lê Thị Chủ" not in shown


def test_lenses_tell_of_what_comes_and_what_is_over_to_administrators_only(
    client_of, unit, owner, colleague, administrator
) -> None:
    url, tomorrow = reverse("organisation:people"), timezone.localdate() + timedelta(days=1)
    Membership.objects.filter(user=colleague).update(valid_from=tomorrow)
    assert "Phạm Đồng Nghiệp" in client_of(administrator).get(url, {"xem": "sap-toi"}).content.decode()
    assert "Phạm Đồng Nghiệp" not in client_of(administrator).get(url).content.decode()
    assert "Phạm Đồng Nghiệp" not in client_of(owner).get(url, {"xem": "sap-toi"}).content.decode()


def test_edit_unit_is_for_its_administrator(
    client_of, unit, owner, colleague, stranger, administrator
) -> None:
    url = reverse("organisation:edit-unit", args=[unit.pk])
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
    today = timezone.localdate()
    answer = client_of(administrator).post(
        url, {"role": "20", "since": today.isoformat(), "last_day": (today + timedelta(days=2)).isoformat()}
    )
    assert answer.status_code == 302
    assert may(colleague, unit.pk, Role.EDITOR)
    assert Membership.objects.get(user=colleague).last_day == today + timedelta(days=2)
    own = reverse("organisation:change-role", args=[Membership.objects.get(user=administrator).pk])
    refused = client_of(administrator).post(own, {"role": "", "since": today.isoformat()})
    assert "không còn quản trị viên nào" in refused.content.decode()


def test_the_page_of_a_person_is_for_them_and_for_those_who_look_after_a_unit_of_theirs(
    client_of, unit, owner, colleague, stranger, administrator
) -> None:
    url = reverse("organisation:person", args=[colleague.pk])
    for user in (administrator, colleague):
        assert "người xem" in client_of(user).get(url).content.decode()
    for user in (owner, stranger):
        assert client_of(user).get(url).status_code == 404


@pytest.mark.parametrize("people", [1, 3])
def test_people_page_takes_the_same_queries_for_any_number(
    client_of, unit, administrator, django_assert_num_queries, people
) -> None:
    for n in range(people):
        user = User.objects.create_user(f"p{n}@thu.example", "x", full_name=f"Người {n}")
        Membership.objects.create(user=user, unit=unit, role=Role.VIEWER)
    client = client_of(administrator)
    # session, user, governs, counts, invitations counted, members, own units, the frame's role
    with django_assert_num_queries(8):
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
