"""A board as a calendar that other programs subscribe to (RFC 5545)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from quyen.accounts.models import User
from quyen.core.text.rhythm import MONTHS
from quyen.organisation.models import Unit
from quyen.organisation.queries import readable_units, unit_ids
from quyen.plans.enums import Part
from quyen.plans.models import CalendarLink, Plan, Task
from quyen.plans.queries.board import confirmed_tasks, first_day


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


def feed(link: CalendarLink, address: Callable[[int], str]) -> bytes:
    """One all-day event for each confirmed task of the unit that names a day; what comes back recurs until the
    plan's last year. `address` gives a plan's page. Two queries."""
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
    return bytes(calendar.to_ical())


def _event(task: Task, first: date, address: Callable[[int], str]) -> Event:
    plan = task.plan
    lead = ", ".join(one.canonical for one in task.responsibilities.all() if one.part == Part.LEAD)
    event = Event()
    event.add("uid", f"task-{task.pk}@quyen")
    event.add("dtstamp", task.decided_at or task.created_at)
    event.add("dtstart", first)
    event.add("dtend", first + timedelta(days=1))
    event.add("summary", f"{lead}: {task.text}" if lead else task.text)
    event.add("description", _description(task, plan))
    event.add("url", address(plan.pk))
    event.add("transp", "TRANSPARENT")
    months = MONTHS.get(task.recurs)
    if months:
        event.add("rrule", _rule(first, months, plan))
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
