"""The private calendar of a board."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from quyen.core.schedule import Due, Schedule
from quyen.core.text.rhythm import Rhythm, shifted
from quyen.organisation.models import Membership
from quyen.plans.actions.work.progress import report_progress
from quyen.plans.actions.work.timetable import reschedule
from quyen.plans.enums import ItemState, WorkState
from quyen.plans.models import Assignment, CalendarLink
from quyen.plans.queries.work.comings import comings_of
from tests.factories.plans import make_plan
from tests.factories.work import given, make_world


@pytest.fixture
def address(client_of, owner, unit) -> str:
    page = client_of(owner).post(reverse("plans:calendar"), {"don-vi": unit.pk})
    return page.context["address"]


def events(client, address: str) -> dict[str, object]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/calendar")
    calendar = Calendar.from_ical(answer.content)
    return {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}


def test_a_calendar_program_reads_the_days(client_of, unit, address) -> None:
    plan = make_plan(
        unit, years=(2025, 2027),
        tasks=[
            {"text": "Mở chuyên mục", "lead": ["Đài Phát thanh"], "due_on": date(2025, 6, 30), "product": "Chuyên mục"},
            {"text": "Báo cáo", "due_on": date(2025, 12, 14), "recurs": Rhythm.YEARLY},
            {"text": "Họp", "due_on": date(2025, 1, 31), "recurs": Rhythm.QUARTERLY},
            {"text": "Không ngày"},
        ],
    )  # fmt: skip
    found = events(client_of(), address)
    assert set(found) == {"Đài Phát thanh: Mở chuyên mục", "Báo cáo", "Họp"}
    first = found["Đài Phát thanh: Mở chuyên mục"]
    assert first.decoded("DTSTART") == date(2025, 6, 30)
    assert first.decoded("DTEND") == date(2025, 7, 1)
    assert first["UID"].startswith("task-")
    assert str(first["URL"]).endswith(reverse("plans:plan", args=[plan.pk]))
    assert "RRULE" not in first
    assert found["Báo cáo"]["RRULE"].to_ical() == b"FREQ=YEARLY;UNTIL=20271231"
    assert b"INTERVAL=3" in found["Họp"]["RRULE"].to_ical()


def test_the_calendar_holds_confirmed_tasks_of_its_unit_only(client_of, unit, other_unit, address) -> None:
    task = {"text": "Đề xuất", "due_on": date(2026, 1, 1)}
    make_plan(unit, tasks=[task], item_state=ItemState.PROPOSED)
    make_plan(other_unit, tasks=[task | {"text": "Đơn vị khác"}])
    assert events(client_of(), address) == {}


@pytest.mark.parametrize("rows", [1, 3])
def test_the_feed_takes_the_same_queries(client_of, unit, address, rows, django_assert_num_queries) -> None:
    for n in range(rows):
        make_plan(unit, tasks=[{"text": f"Việc {n}", "lead": ["Sở A"], "due_on": date(2026, 3, 1)}])
    with django_assert_num_queries(6):
        client_of().get(address)


def test_the_secret_is_kept_nowhere_and_shown_once(client_of, owner, address) -> None:
    secret = address.rsplit("/", 1)[1].removesuffix(".ics")
    link = CalendarLink.objects.get()
    assert secret not in link.secret_hash
    assert len(secret) >= 40
    assert secret not in client_of(owner).get(reverse("plans:calendar")).content.decode()


def test_a_revoked_address_is_gone(client_of, owner, colleague, stranger, address) -> None:
    url = reverse("plans:calendar-revoke", args=[CalendarLink.objects.get().pk])
    for user in (colleague, stranger):
        assert client_of(user).post(url).status_code == 404
    client_of(owner).post(url)
    assert client_of().get(address).status_code == 404
    assert client_of(owner).post(url).status_code == 404


def test_an_address_ends_with_its_persons_role(client_of, owner, address) -> None:
    Membership.objects.filter(user=owner).update(valid_until=timezone.localdate())
    assert client_of().get(address).status_code == 404


def test_an_unknown_address_is_not_there(client_of, db) -> None:
    assert client_of().get(reverse("plans:calendar-feed", args=["khong-co"])).status_code == 404


def test_nobody_makes_an_address_for_another_unit(client_of, stranger, unit, colleague) -> None:
    assert client_of(stranger).post(reverse("plans:calendar"), {"don-vi": unit.pk}).status_code == 404
    assert client_of(colleague).post(reverse("plans:calendar"), {"don-vi": unit.pk}).context["address"]
    assert client_of().get(reverse("plans:calendar")).status_code == 302


def test_the_calendar_holds_the_days_of_what_was_given_to_its_unit(client_of, db) -> None:
    """An event a period; it keeps its number when its day moves, and counts the moves."""
    world, today = make_world(), timezone.localdate()
    first = shifted(today.replace(day=15), 2)
    row = given(world, world.communes[0], text="Phát trên loa", due_on=first, recurs=Rhythm.MONTHLY)
    given(world, world.communes[0], text="Một lần", due_on=today)
    given(world, world.communes[1], text="Của xã khác", due_on=today)
    row.task.plan.last_year = None
    row.task.plan.save()
    page = client_of(world.editor).post(reverse("plans:calendar"), {"don-vi": world.communes[0].pk})
    before = dated(client_of(), page.context["address"])
    once = [uid for uid in before if uid.count("-") == 1]
    assert [(before[uid].decoded("DTSTART"), before[uid]["SEQUENCE"]) for uid in once] == [(today, 0)]
    days = sorted(event.decoded("DTSTART") for uid, event in before.items() if uid not in once)
    assert days[:3] == [first, shifted(first, 1), shifted(first, 2)] and len(days) >= 11
    assert all(
        str(event["URL"]).endswith(reverse("plans:work-one", args=[row.pk]))
        for uid, event in before.items()
        if uid not in once
    )
    row = Assignment.objects.select_related("task__plan", "parent").get(pk=row.pk)
    held = comings_of(row)
    start = held.now(today).start
    report_progress(
        actor=world.editor, assignment=row, revision=0, state=WorkState.DONE, note="", period=start
    )
    old = held.schedule
    moved = Schedule(held.stretches[0].begins, old.rhythm, due=Due(0, 2), lead_days=7)
    reschedule(actor=world.coordinator, assignment=row, schedule=moved)
    after = dated(client_of(), page.context["address"])
    assert before.keys() - after.keys() == {
        f"assignment-{row.pk}-{start:%Y%m%d}@quyen"
    }  # closed: owed no more
    second = f"assignment-{row.pk}-{shifted(first, 0) + timedelta(days=1):%Y%m%d}@quyen"
    assert (before[second]["SEQUENCE"], after[second]["SEQUENCE"]) == (0, 1)
    assert after[second].decoded("DTSTART") == before[second].decoded("DTSTART") + timedelta(days=3)


def dated(client, address: str) -> dict[str, object]:
    calendar = Calendar.from_ical(client.get(address).content)
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}
