"""What is open in one person's own name: told when they hand their work over."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.organisation.signals import PersonalWork
from quyen.plans.enums import CLOSED, PlanState
from quyen.plans.models import Assignment, CalendarLink, Plan, Question

NAMED = 5  # titles told of each


def plans_in_review(person: User, units: Iterable[int]) -> PersonalWork:
    """Plans whose file the person took in and which nobody has confirmed yet. Two queries."""
    rows = Plan.objects.filter(unit__in=units, source__received_by=person, state=PlanState.IN_REVIEW)
    return _told(_("kế hoạch đã tải lên, đang rà soát"), rows.select_related("source").order_by("-pk"))


def work_given_out(person: User, units: Iterable[int]) -> PersonalWork:
    """What the person gave to units and is not done yet. Two queries."""
    rows = Assignment.objects.given().filter(given_by=person, task__plan__unit__in=units).with_work()
    rows = rows.exclude(Q(work__in=CLOSED)).select_related("task", "unit")
    return _told(_("việc đã giao đi, chưa xong"), rows.order_by("due_on", "pk"))


def questions_asked(person: User, units: Iterable[int]) -> PersonalWork:
    """Questions of the person that wait for an answer. Two queries."""
    rows = Question.objects.filter(asked_by=person, answered_at=None, assignment__unit__in=units)
    return _told(_("câu hỏi chưa được trả lời"), rows.order_by("pk"))


def calendar_links(person: User, units: Iterable[int]) -> PersonalWork:
    rows = CalendarLink.objects.filter(user=person, unit__in=units, revoked_at=None)
    return PersonalWork(_("địa chỉ lịch riêng"), rows.count(), ends=True)


def _told(word: str, rows: QuerySet) -> PersonalWork:  # type: ignore[type-arg]
    return PersonalWork(word, rows.count(), tuple(str(row)[:120] for row in rows[:NAMED]))
