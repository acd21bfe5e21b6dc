"""What the plans step does when a step below calls."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count
from django.dispatch import receiver
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.organisation.signals import (
    DueItem,
    OpenWork,
    PersonalWork,
    due_asked,
    personal_work_asked,
    work_asked,
    work_handed_over,
)
from quyen.plans.actions.calendar import end_links
from quyen.plans.actions.reading import store_reading
from quyen.plans.enums import COUNTED
from quyen.plans.models import Plan, Task
from quyen.plans.queries import personal
from quyen.plans.queries.followup import follow_up_panel
from quyen.plans.queries.work.due import due_work
from quyen.rights.models import Recommendation
from quyen.rights.signals import Panel, follow_up_asked
from quyen.sources.models import StoredReading
from quyen.sources.signals import reading_stored


@receiver(reading_stored, dispatch_uid="plans.store_reading")
def make_or_merge_the_plan(sender: object, reading: StoredReading, **_: Any) -> None:
    """Within the transaction that keeps the reading: a reading without its plan is never seen."""
    store_reading(reading=reading)


@receiver(work_asked, dispatch_uid="plans.plans_of_units")
def plans_of_units(sender: object, units: frozenset[int], **__: Any) -> OpenWork:
    rows = Plan.objects.filter(unit__in=units).order_by()
    return OpenWork(_("kế hoạch"), dict(rows.values_list("unit").annotate(Count("pk"))))


@receiver(work_asked, dispatch_uid="plans.tasks_of_units")
def tasks_of_units(sender: object, units: frozenset[int], **__: Any) -> OpenWork:
    """Confirmed tasks of the units' plans."""
    rows = Task.objects.filter(plan__unit__in=units, state__in=COUNTED).order_by()
    return OpenWork(_("nhiệm vụ"), dict(rows.values_list("plan__unit").annotate(Count("pk"))))


@receiver(personal_work_asked, dispatch_uid="plans.plans_in_review")
def plans_in_review(sender: object, person: User, units: frozenset[int], **__: Any) -> PersonalWork:
    return personal.plans_in_review(person, units)


@receiver(personal_work_asked, dispatch_uid="plans.work_given_out")
def work_given_out(sender: object, person: User, units: frozenset[int], **__: Any) -> PersonalWork:
    return personal.work_given_out(person, units)


@receiver(personal_work_asked, dispatch_uid="plans.questions_asked")
def questions_asked(sender: object, person: User, units: frozenset[int], **__: Any) -> PersonalWork:
    return personal.questions_asked(person, units)


@receiver(personal_work_asked, dispatch_uid="plans.calendar_links")
def calendar_links(sender: object, person: User, units: frozenset[int], **__: Any) -> PersonalWork:
    return personal.calendar_links(person, units)


@receiver(work_handed_over, dispatch_uid="plans.end_links")
def end_calendar_links(
    sender: object, actor: User | None, person: User, units: frozenset[int], **__: Any
) -> None:
    """Within the hand-over's transaction."""
    end_links(actor=actor, person=person, units=units)


@receiver(due_asked, dispatch_uid="plans.due_work")
def assignments_due(sender: object, since: date, until: date, **__: Any) -> list[DueItem]:
    """Assignments given to units, each period of those that come back."""
    return list(due_work(since, until))


@receiver(follow_up_asked, dispatch_uid="plans.follow_up")
def follow_up(sender: object, recommendation: Recommendation, user: User, **__: Any) -> Panel:
    return Panel("plans/followup/panel.html", follow_up_panel(user, recommendation))
