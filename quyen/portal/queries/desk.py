"""The public site as those see it who look after its pages: what readers wait for, what they read and do not find."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quyen.accounts.models import User
from quyen.library.queries.day import due_said
from quyen.organisation.enums import Role
from quyen.organisation.queries import units_held
from quyen.plans.signals import Block, Line
from quyen.portal.models import Mistake, SitePage
from quyen.portal.queries.access import may_edit_pages
from quyen.portal.queries.missed import missed_page
from quyen.portal.queries.voices import visit_page

ANSWER_DAYS = 10  # working days in which readers are promised an answer
MOST, SATURDAY = 4, 5


def answer_due(reported: date) -> date:
    """The last of the working days; holidays are not known here."""
    day, left = reported, ANSWER_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < SATURDAY
    return day


@dataclass(frozen=True)
class DeskPage:
    """`enters`: pages are in the person's care; all else is empty where none are. `due`: of the mistake that waits longest."""

    enters: bool
    waiting: int = 0
    due: str = ""
    sign: str = ""
    visits: int = 0
    missed: int = 0


def desk_page(user: User) -> DeskPage:
    """Nine queries beside the person's roles."""
    if not may_edit_pages(user):
        return DeskPage(enters=False)
    waiting = list(_waiting().values_list("created_at", flat=True))
    due = due_said(answer_due(timezone.localdate(waiting[0])), timezone.localdate()) if waiting else ("", "")
    return DeskPage(True, len(waiting), *due, visits=visit_page().total, missed=missed_page().total)


def _waiting() -> QuerySet[Mistake]:
    return Mistake.objects.filter(closed_at=None).order_by("created_at", "pk")


def day_block(user: User, day: date) -> Block:
    """What readers reported, on the landing page of those whose unit looks after pages. One query."""
    cared = SitePage.objects.filter(unit__in=units_held(user, Role.EDITOR))
    rows = list(_waiting().filter(Exists(cared)))
    lines = tuple(_line(one, day) for one in rows[:MOST])
    days = (answer_due(timezone.localdate(rows[0].created_at)) - day).days if rows else None
    count = ngettext("%d chỗ", "%d chỗ", len(rows)) % len(rows)
    return Block(
        _("Người đọc báo chỗ sai"), count, reverse("portal-desk:mistakes"), lines, days=days, is_side=True
    )


def _line(one: Mistake, day: date) -> Line:
    when, sign = due_said(answer_due(timezone.localdate(one.created_at)), day)
    words = one.words if len(one.words) <= 90 else one.words[:89].rsplit(" ", 1)[0] + "…"
    return Line(words, f"{reverse('portal-desk:mistakes')}#sai-{one.pk}", when=when, sign=sign, note=one.path)
