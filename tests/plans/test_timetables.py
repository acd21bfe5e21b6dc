"""Row 9: a schedule from 31 January, extended, shortened and moved; what was reported stays to the day."""

from __future__ import annotations

from datetime import date, datetime, time
from itertools import pairwise

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from quyen.accounts.models import AuditEntry, Letter
from quyen.core.schedule import HOME, Due, Rhythm, Schedule
from quyen.organisation.actions.reminders import remind
from quyen.organisation.models import Membership
from quyen.plans.actions.work.giving import Edit, edit_assignments
from quyen.plans.actions.work.progress import NoSuchPeriod, report_progress
from quyen.plans.actions.work.timetable import ScheduleMoved, reschedule
from quyen.plans.enums import Part, WorkState
from quyen.plans.models import Assignment, Progress, Timetable
from quyen.plans.queries.work.comings import comings_of
from quyen.plans.queries.work.due import due_work
from quyen.plans.queries.work.timetable import change_of
from tests.factories.work import given

D = date
MONTHS = [D(2027, 1, 31), D(2027, 2, 28), D(2027, 3, 31), D(2027, 4, 30), D(2027, 5, 31), D(2027, 6, 30)]
TODAY = D(2026, 11, 27)


@pytest.fixture
def row(world) -> Assignment:
    """Monthly from 31 January 2027, in a plan that ends with that year."""
    found = given(world, world.communes[0], due_on=D(2027, 1, 31), recurs="monthly")
    type(found.task.plan).objects.update(last_year=2027)
    Assignment.objects.update(given_at=datetime(2026, 11, 1, tzinfo=HOME))
    return again(found)


def again(row: Assignment) -> Assignment:
    return Assignment.objects.select_related("task__plan", "parent").get(pk=row.pk)


def dues(row: Assignment) -> list[date]:
    return [one.due for one in comings_of(again(row)).every(D(2030, 1, 1))]


def report(world, row, start: date, state=WorkState.DONE) -> None:
    held = again(row)
    report_progress(
        actor=world.editor, assignment=held, revision=held.revision, state=state, note="", period=start
    )


def monthly(until: date | None, anchor=D(2027, 1, 1), due=Due(), lead=7) -> Schedule:  # noqa: B008
    return Schedule(anchor, Rhythm.MONTHLY, until=until, due=due, lead_days=lead)


def test_month_ends_stay_and_reported_dates_stay_through_every_change(world, row) -> None:
    assert dues(row)[:6] == MONTHS and len(dues(row)) == 12
    report(world, row, D(2027, 2, 1))  # January was missed
    before = dues(row)[:2]
    change = reschedule(actor=world.coordinator, assignment=row, schedule=monthly(D(2028, 3, 1)))
    assert (len(change.plan.kept), change.plan.dropped, len(change.plan.added)) == (12, (), 2)
    assert dues(row)[:6] == MONTHS and dues(row)[-2:] == [D(2028, 1, 31), D(2028, 2, 29)]
    report(world, row, D(2027, 3, 1), WorkState.UNDER_WAY)
    reschedule(
        actor=world.coordinator, assignment=row, schedule=monthly(D(2027, 2, 1))
    )  # shorter than reported
    assert dues(row) == [*before, D(2027, 3, 31)]
    moved = monthly(None, anchor=D(2027, 1, 16), due=Due(0, 4))
    change = reschedule(actor=world.coordinator, assignment=row, schedule=moved)
    assert dues(row)[:6] == [*before, D(2027, 3, 31), D(2027, 4, 20), D(2027, 5, 20), D(2027, 6, 20)]
    assert change.plan.added[0].start == D(2027, 4, 1) and change.plan.added[0].cut  # no day falls out
    periods = list(comings_of(again(row)).every(D(2028, 1, 1)))
    assert all(one.until == two.start for one, two in pairwise(periods))
    kept = Timetable.objects.order_by("pk")
    assert [(one.begins, one.ends) for one in kept] == [
        (D(2027, 1, 1), D(2027, 3, 1)), (D(2027, 3, 1), D(2027, 4, 1)), (D(2027, 4, 1), D(2027, 4, 1)),
        (D(2027, 4, 1), None),
    ]  # fmt: skip
    assert AuditEntry.objects.filter(subject="plans.Assignment", after__has_key="schedule").count() == 3
    assert reschedule(actor=world.coordinator, assignment=row, schedule=moved).is_none
    assert Timetable.objects.count() == 4


def test_the_words_of_a_task_set_otherwise_keep_what_was_reported(world, row) -> None:
    edit = Edit({(row.unit_id, Part.LEAD)}, D(2027, 3, 15), "quarterly")
    report(world, row, D(2027, 1, 1))
    edit_assignments(actor=world.coordinator, plan=row.task.plan, task=row.task, edit=edit)
    assert dues(row)[:3] == [D(2027, 1, 31), D(2027, 3, 15), D(2027, 6, 15)]
    assert Timetable.objects.count() == 2
    other = Edit(edit.units, D(2027, 5, 1), "monthly")  # it has a schedule of its own now
    edit_assignments(actor=world.coordinator, plan=row.task.plan, task=row.task, edit=other)
    assert dues(row)[:3] == [D(2027, 1, 31), D(2027, 3, 15), D(2027, 6, 15)]


def test_only_the_giver_changes_it_and_only_as_it_was_shown(world, row) -> None:
    wish = monthly(D(2027, 7, 1))
    for user in (world.editor, world.above, world.stranger):
        if user != world.above:  # who stands above both may
            with pytest.raises(PermissionDenied):
                reschedule(actor=user, assignment=row, schedule=wish)
    seen = change_of(row, wish, TODAY).sign
    report(world, row, D(2027, 1, 1))
    with pytest.raises(ScheduleMoved):
        reschedule(actor=world.coordinator, assignment=row, schedule=wish, seen=seen)
    with pytest.raises(NoSuchPeriod):
        report(world, row, D(2027, 1, 5))
    assert (Timetable.objects.count(), Progress.objects.count()) == (0, 1)


def test_the_screen_shows_what_would_change_and_then_does_it(client_of, world, row) -> None:
    url, client = reverse("plans:work-timetable", args=[row.pk]), client_of(world.coordinator)
    report(world, row, D(2027, 1, 1))
    form = client.get(url).context["form"]
    given_now = {name: form[name].value() for name in form.fields}
    assert (given_now["anchor"], given_now["last_day"], given_now["days_after"]) == (
        D(2027, 1, 1),
        D(2027, 12, 31),
        0,
    )
    wish = given_now | {"last_day": "2027-06-30", "days_after": "5", "xem": "1"}
    page = client.post(url, wish)
    shown = page.content.decode()
    assert "đã báo cáo, giữ nguyên" in shown and "30/06/2027" in shown
    assert not Timetable.objects.exists()
    saved = client.post(url, wish | {"luu": page.context["page"].change.sign}, follow=True)
    assert "giữ 1 kỳ, bỏ 11 kỳ, thêm 5 kỳ" in saved.content.decode()
    assert dues(row) == [
        D(2027, 1, 31),
        D(2027, 3, 5),
        D(2027, 4, 5),
        D(2027, 5, 5),
        D(2027, 6, 5),
        D(2027, 7, 5),
    ]
    stale = client.post(url, wish | {"last_day": "2027-07-31", "luu": "cu"})
    assert "lịch đã đổi" in stale.content.decode() and stale.context["page"].change.plan.added
    for bad in ({"every": "0"}, {"last_day": "2020-01-01"}, {"anchor": "x"}, {"rhythm": "daily"}):
        assert client.post(url, wish | bad | {"luu": "x"}).status_code == 422
    assert Timetable.objects.count() == 2
    for user, code in ((world.editor, 404), (world.viewer, 404), (world.stranger, 404), (world.above, 200)):
        assert client_of(user).get(url).status_code == code, user
    assert client_of().get(url).status_code == 302


def test_a_missed_period_is_reported_later_by_its_name(client_of, world, monkeypatch) -> None:
    row = given(world, world.communes[0], due_on=D(2026, 3, 31), recurs="quarterly")
    Assignment.objects.update(given_at=datetime(2026, 1, 5, tzinfo=HOME))
    Membership.objects.update(valid_from=D(2026, 1, 1))
    real = timezone.localdate
    monkeypatch.setattr(timezone, "localdate", lambda value=None: real(value) if value else TODAY)
    page, client = reverse("plans:work-one", args=[row.pk]), client_of(world.editor)
    lines = client.get(page).context["page"].periods
    assert [one.is_missed for one in lines] == [True, True, True, False]
    url = reverse("plans:work-report", args=[row.pk])
    assert "Kỳ 01/01/2026 – 31/03/2026" in client.get(url, {"ky": "2026-01-01"}).content.decode()
    client.post(url, {"state": "done", "note": "Bù", "revision": 0, "ky": "2026-01-01"})
    found = client.get(page).context["page"]
    assert [one.state for one in found.periods] == ["done", "", "", ""]
    assert "kỳ 01/01/2026 – 31/03/2026" in client.get(page).content.decode()
    assert found.line.due_on == D(2026, 9, 30) and found.line.state == "not_started"
    assert (
        client.post(url, {"state": "done", "note": "", "revision": 1, "ky": "2026-01-02"}).status_code == 422
    )


@pytest.mark.parametrize("rows", [1, 3])
def test_what_is_due_takes_two_queries(world, rows, django_assert_num_queries) -> None:
    for n in range(rows):
        given(world, world.communes[0], text=f"Một lần {n}", due_on=D(2026, 11, 30))
        given(world, world.communes[1], text=f"Hằng tháng {n}", due_on=D(2026, 11, 30), recurs="monthly")
    with django_assert_num_queries(2):
        found = list(due_work(D(2026, 11, 1), D(2027, 1, 1)))
    assert len(found) == rows * 3  # November and December


def test_a_unit_is_reminded_of_its_periods_and_its_giver_a_week_late(world) -> None:
    """23:30 in Hà Nội, twice a day, from the real assignments."""
    row = given(world, world.communes[0], due_on=D(2026, 11, 30), recurs="monthly")
    Assignment.objects.update(given_at=datetime(2026, 10, 1, tzinfo=HOME))
    Membership.objects.update(valid_from=D(2026, 1, 1))
    said = []
    for day in [D(2026, 11, n) for n in range(27, 31)] + [D(2026, 12, n) for n in range(1, 12)]:
        for at in (time(6, 30), time(23, 30)):
            remind(now=datetime.combine(day, at, HOME))
        found = Letter.objects.filter(period=day.isoformat()).order_by("person__full_name")
        said += [(day.day, letter.person.get_short_name(), letter.subject.split(" (")[0]) for letter in found]
    assert said == [
        (27, "Phường", "1 việc đến hạn"), (29, "Phường", "1 việc đến hạn"), (30, "Phường", "1 việc đến hạn"),
        (1, "Phường", "1 việc qua hạn"), (7, "Điều", "1 việc đã giao bị chậm"), (7, "Phường", "1 việc qua hạn"),
    ]  # fmt: skip
    body = Letter.objects.filter(person=world.editor).first().body
    assert f"/viec/{row.pk}/" in body and "kỳ 01/11/2026 – 30/11/2026" in body
