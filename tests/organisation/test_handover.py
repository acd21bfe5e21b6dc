"""A person leaves: what is open in their name, and all of it handed over in one transaction."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from quyen.accounts.models import AuditEntry, Letter
from quyen.organisation.actions import grant_role, open_unit
from quyen.organisation.actions.handover import (
    HandOver,
    HandOverRefused,
    close_ended_roles,
    hand_over_work,
)
from quyen.organisation.actions.invitations import Wanted, invite
from quyen.organisation.actions.taken import SeenOtherwise
from quyen.organisation.enums import Role
from quyen.organisation.models import Invitation, Membership
from quyen.organisation.queries import may
from quyen.organisation.queries.handover import hand_over_page
from quyen.organisation.queries.invitations import stands
from quyen.plans.actions.calendar import make_link
from quyen.plans.enums import PlanState
from quyen.plans.models import CalendarLink
from tests.factories.plans import make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


def done(actor, person, successor, day):
    page = hand_over_page(actor, person, successor, day)
    return hand_over_work(actor=actor, wish=HandOver(person, successor, day), sign=page.sign)


def test_roles_links_and_sessions_end_and_the_successor_goes_on(
    client_of, unit, other_unit, owner, colleague, administrator, today
) -> None:
    below = open_unit(actor=None, name="Phòng Báo chí", parent=unit)
    last = today + timedelta(days=90)
    grant_role(actor=None, user=owner, unit=below, role=Role.EDITOR, until=last)
    plan = make_plan(unit, title="Kế hoạch dở", state=PlanState.IN_REVIEW)
    type(plan.source).objects.filter(pk=plan.source_id).update(received_by=owner)
    make_link(actor=owner, unit=unit)
    leaver = client_of(owner)
    assert leaver.get(reverse("accounts:me")).status_code == 200
    page = hand_over_page(administrator, owner, colleague, today)
    assert [(one.role.unit, one.is_held) for one in page.passing] == [(below, False), (unit, False)]
    assert {(work.word, work.count, work.ends) for work in page.works} == {
        ("kế hoạch đã tải lên, đang rà soát", 1, False), ("địa chỉ lịch riêng", 1, True),
    }  # fmt: skip
    done(administrator, owner, colleague, today)
    assert may(colleague, unit.pk, Role.COORDINATOR) and not may(owner, unit.pk, Role.VIEWER)
    assert Membership.objects.get(user=colleague, unit=below).valid_until == last
    assert CalendarLink.objects.get().revoked_at is not None
    assert leaver.get(reverse("accounts:me")).status_code == 302
    letter = Letter.objects.get(kind="handover")
    assert letter.person == colleague and "Kế hoạch dở" in letter.body and "lịch riêng" not in letter.body
    assert AuditEntry.objects.filter(verb="give", subject="accounts.User", subject_id=owner.pk).count() == 1


def test_from_a_day_to_come_and_roles_elsewhere_stay(
    client_of, unit, other_unit, owner, colleague, administrator, today
) -> None:
    grant_role(actor=None, user=owner, unit=other_unit, role=Role.VIEWER)
    link = make_link(actor=owner, unit=unit)
    leaver, day = client_of(owner), today + timedelta(days=5)
    seen = done(administrator, owner, colleague, day)
    assert (
        seen.elsewhere and may(owner, unit.pk, Role.COORDINATOR) and not may(colleague, unit.pk, Role.EDITOR)
    )
    assert Membership.objects.get(user=owner, unit=unit).valid_until == day
    assert Membership.objects.get(user=owner, unit=other_unit).valid_until is None
    assert leaver.get(reverse("plans:calendar-feed", args=[link])).status_code == 200
    # on the day itself, at night
    Membership.objects.filter(user=owner, unit=unit).update(
        valid_from=today - timedelta(days=9), valid_until=today
    )
    close_ended_roles()
    assert CalendarLink.objects.get().revoked_at is not None
    assert leaver.get(reverse("accounts:me")).status_code == 200  # a role is held elsewhere
    Membership.objects.filter(user=owner, unit=other_unit).update(
        valid_from=today - timedelta(days=9), valid_until=today
    )
    close_ended_roles()
    assert leaver.get(reverse("accounts:me")).status_code == 302


def test_the_last_administrator_hands_over_to_another_and_invitations_go_along(
    unit, colleague, administrator, today
) -> None:
    wanted = Wanted("moi@thu.example", "Vũ Mới", Role.VIEWER, today)
    invite(actor=administrator, unit=unit, wanted=wanted, address=str)
    done(administrator, administrator, colleague, today)
    assert may(colleague, unit.pk, Role.ADMINISTRATOR) and not may(administrator, unit.pk, Role.VIEWER)
    held = Invitation.objects.select_related("unit", "invited_by").get()
    assert held.invited_by == colleague and stands(held)


def test_who_holds_more_already_keeps_it(unit, owner, colleague, administrator, today) -> None:
    grant_role(actor=None, user=owner, unit=unit, role=Role.ADMINISTRATOR)
    seen = done(administrator, colleague, owner, today)
    assert [one.is_held for one in seen.passing] == [True] and may(owner, unit.pk, Role.ADMINISTRATOR)
    assert not may(colleague, unit.pk, Role.VIEWER)


def test_what_cannot_be_is_refused_and_changes_nothing(
    unit, owner, colleague, stranger, administrator, today
) -> None:
    before = list(Membership.objects.order_by("pk").values())
    wishes = [
        (administrator, owner, stranger, today, PermissionDenied),  # of somebody else's unit
        (colleague, owner, administrator, today, PermissionDenied),  # no administrator
        (administrator, owner, owner, today, HandOverRefused),
        (administrator, owner, colleague, today - timedelta(days=1), HandOverRefused),
    ]
    for actor, person, successor, day, error in wishes:
        with pytest.raises(error):
            done(actor, person, successor, day)
    with pytest.raises(SeenOtherwise):
        hand_over_work(actor=administrator, wish=HandOver(owner, colleague, today), sign="x")
    assert list(Membership.objects.order_by("pk").values()) == before and not Letter.objects.exists()


def test_the_screen_shows_what_would_be_and_does_it(
    client_of, unit, owner, colleague, stranger, administrator, today
) -> None:
    url = reverse("organisation:hand-over", args=[owner.pk])
    for user in (owner, colleague, stranger):
        assert client_of(user).get(url).status_code == 404
    client = client_of(administrator)
    assert "Chưa có gì thay đổi" in client.get(url).content.decode()
    wrong = client.get(url, {"email": stranger.email, "day": today.isoformat()})
    assert "Không thấy người này" in wrong.content.decode()
    page = client.get(url, {"email": colleague.email, "day": today.isoformat()})
    assert "Bàn giao cho Phạm Đồng Nghiệp" in page.content.decode()
    sent = {"email": colleague.email, "day": today.isoformat(), "sign": page.context["page"].sign}
    assert "Đã bàn giao" in client.post(url, sent, follow=True).content.decode()
    assert may(colleague, unit.pk, Role.COORDINATOR)


@pytest.mark.parametrize("roles", [1, 3])
def test_a_hand_over_is_looked_at_in_the_same_queries_for_any_number(
    unit, owner, colleague, administrator, today, django_assert_num_queries, roles
) -> None:
    for number in range(roles):
        below = open_unit(actor=None, name=f"Phòng {number}", parent=unit)
        grant_role(actor=None, user=owner, unit=below, role=Role.EDITOR)
    with django_assert_num_queries(
        13
    ):  # roles, theirs, seven of the plans, one of the library, invitations, elsewhere, colleagues
        hand_over_page(administrator, owner, colleague, today)
