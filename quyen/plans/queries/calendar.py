"""A board as a calendar that other programs subscribe to (RFC 5545)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from quyen.accounts.models import User
from quyen.accounts.queries import times_corrected
from quyen.core.text.rhythm import MONTHS
from quyen.organisation.models import Unit
from quyen.organisation.queries import readable_units, unit_ids
from quyen.plans.enums import CLOSED, Part
from quyen.plans.models import Assignment, CalendarLink, Plan, Task
from quyen.plans.queries.board import confirmed_tasks, first_day
from quyen.plans.queries.work.access import given_to
from quyen.plans.queries.work.comings import comings_of
from quyen.plans.queries.work.rounds import open_periods, said_of

BEHIND, AHEAD = (
    timedelta(days=92),
    timedelta(days=400),
)  # how far a calendar looks: what is over, what is to come


@dataclass(frozen=True)
class CalendarPage:
    units: tuple[Unit, ...]
    links: tuple[CalendarLink, ...]


def calendar_page(user: User) -> CalendarPage:
    """The person's own links that still work, and the units they may have one of: two queries."""
    links = own_links(user).select_related("unit").order_by("-created_at")
    return CalendarPage(tuple(readable_units(user).order_by("name")), tuple(links))


def own_links(user: User) -> QuerySet[CalendarLink]:
    return CalendarLink.objects.filter(user=user, revoked_at=None)


def hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def link_of(secret: str) -> CalendarLink | None:
    """The link of an address; None where it was revoked, or its person has left the unit."""
    found = CalendarLink.objects.filter(secret_hash=hashed(secret), revoked_at=None, user__is_active=True)
    link = found.select_related("user", "unit").first()
    if link is None or link.unit_id not in set(unit_ids(link.user)):
        return None
    return link


def feed(link: CalendarLink, address: Callable[[int], str], work_address: Callable[[int], str]) -> bytes:
    """One all-day event for each confirmed task of the unit that names a day (what comes back recurs until the plan's last
    year), and for each day on which something given to it is due. `address` gives a plan's page, `work_address` an
    assignment's. Six queries."""
    calendar = Calendar()
    calendar.add("prodid", "-//Quyen//Nhiem vu//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", _("Nhiệm vụ · %s") % link.unit)
    calendar.add("x-wr-calname", _("Nhiệm vụ · %s") % link.unit)
    calendar.add("x-wr-timezone", "Asia/Ho_Chi_Minh")
    tasks = confirmed_tasks(Plan.objects.filter(unit=link.unit))
    for task in tasks.prefetch_related("responsibilities").order_by("pk"):
        first = first_day(task, task.plan)
        if first:
            calendar.add_component(_event(task, first, address))
    for event in _given(link, work_address):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event(task: Task, first: date, address: Callable[[int], str]) -> Event:
    lead = ", ".join(one.canonical for one in task.responsibilities.all() if one.part == Part.LEAD)
    event = _day(first, task.recurs, task)
    event.add("uid", f"task-{task.pk}@quyen")
    event.add("dtstamp", task.decided_at or task.created_at)
    event.add("summary", f"{lead}: {task.text}" if lead else task.text)
    event.add("url", address(task.plan.pk))
    return event


def _given(link: CalendarLink, address: Callable[[int], str]) -> Iterator[Event]:
    """What the unit was given and still owes: four queries. Work that comes back has an event for each of its periods, so
    that a schedule that changed midway is shown as it is. An event keeps its number (UID) when its day moves, and counts
    the changes (SEQUENCE), by which calendars know the newer one."""
    rows: Any = given_to([link.unit_id]).with_work().with_said().select_related("task__plan")
    rows = list(rows.prefetch_related("timetables").order_by("pk"))
    changes = times_corrected(Assignment, [row.pk for row in rows])
    today = timezone.localdate()
    for row in rows:
        for uid, due in _owed(row, today):
            event = _day(due, "", row.task)
            event.add("uid", uid)
            event.add("sequence", changes.get(row.pk, 0))
            event.add("dtstamp", row.given_at or row.created_at)
            event.add("summary", row.words)
            event.add("url", address(row.pk))
            yield event


def _owed(row: Any, today: date) -> Iterator[tuple[str, date]]:
    """Numbers of events and their days; what is closed has none."""
    comings = comings_of(row)
    if comings is None:
        if row.due_on and row.work not in CLOSED:
            yield f"assignment-{row.pk}@quyen", row.due_on
        return
    for period in open_periods(comings, said_of(comings, row.said), today - BEHIND, today + AHEAD):
        yield f"assignment-{row.pk}-{period.start:%Y%m%d}@quyen", period.due


def _day(first: date, recurs: str, task: Task) -> Event:
    """What tasks and assignments share: the day, its rhythm, where it is written."""
    event = Event()
    event.add("dtstart", first)
    event.add("dtend", first + timedelta(days=1))
    event.add("description", _description(task, task.plan))
    event.add("transp", "TRANSPARENT")
    months = MONTHS.get(recurs)
    if months:
        event.add("rrule", _rule(first, months, task.plan))
    return event


def _description(task: Task, plan: Plan) -> str:
    parts = [plan.reference or plan.title, plan.issuer, task.deadline, task.product]
    return "\n".join(part for part in parts if part)


def _rule(first: date, months: int, plan: Plan) -> dict[str, object]:
    """Every so many months; the last days of long months fall on the last day of short ones."""
    rule: dict[str, object] = {"freq": "yearly"} if months == 12 else {"freq": "monthly", "interval": months}
    if months != 12 and first.day > 28:
        rule |= {"bymonthday": list(range(28, first.day + 1)), "bysetpos": -1}
    if plan.last_year and plan.last_year >= first.year:
        rule["until"] = date(plan.last_year, 12, 31)
    return rule
