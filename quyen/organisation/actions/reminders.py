"""The round of reminders: steps are noted, then each person gets one letter at most about those not told yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quyen.accounts.actions import post
from quyen.accounts.models import ReminderStep, Told, User
from quyen.core.schedule import HOME, today
from quyen.organisation.queries.reminders import Digest, digests, due_items, new_steps, the_round
from quyen.organisation.signals import DueItem

MORNING = time(6, 30)  # nobody is written to earlier in the day
LAST_DAY = timedelta(days=7)  # a letter held up by a broken mail server is worth sending so long
KEPT = timedelta(days=800)  # steps; longer than any duty is open to be reminded of
DIGEST = "digest"  # the kind of these letters


def remind(*, actor: User | None = None, now: datetime | None = None) -> int:
    """Notes what the day has reached and writes to those concerned; returns how many letters were posted.

    Safe at any time, any number of times, by several at once. A crash before the steps are kept changes nothing;
    after that, whoever was not written to is written to by the next round, and nobody twice."""
    moment = datetime.now(UTC) if now is None else now
    if moment.astimezone(HOME).time() < MORNING:
        return 0
    with the_round() as held:
        return _go_round(today(moment)) if held else 0


def _go_round(day: date) -> int:
    items = due_items(day)
    note_steps(items=items, day=day)
    number = 0
    for digest in digests(items, day):
        _tell(digest)
        number += 1
    return number


@transaction.atomic
def note_steps(*, actor: User | None = None, items: Sequence[DueItem], day: date) -> None:
    """Keeps the steps reached, all or none. Nobody's decision, so no trail."""
    ReminderStep.objects.bulk_create(new_steps(items, day), ignore_conflicts=True)


@transaction.atomic
def _tell(digest: Digest) -> None:
    """The letter and the mark how far its reader was told: both or neither."""
    context = {"digest": digest, "address": settings.ADDRESS, "me": settings.ADDRESS + reverse("accounts:me")}
    post(
        to=digest.person.email, person=digest.person, kind=DIGEST, period=digest.day.isoformat(),
        subject=_subject(digest), body=render_to_string("organisation/letters/digest.txt", context),
        expires_on=digest.day + LAST_DAY,
    )  # fmt: skip
    mark = {"through": digest.through, "day": digest.day}
    Told.objects.update_or_create(person=digest.person, defaults=mark)


def _subject(digest: Digest) -> str:
    late, due, given = len(digest.late), len(digest.due), len(digest.given)
    facts = (
        (late, ngettext("%d việc qua hạn", "%d việc qua hạn", late)),
        (due, ngettext("%d việc đến hạn", "%d việc đến hạn", due)),
        (given, ngettext("%d việc đã giao bị chậm", "%d việc đã giao bị chậm", given)),
    )
    said = ", ".join(words % number for number, words in facts if number)
    return _("%(what)s (ngày %(day)s)") % {"what": said, "day": f"{digest.day:%d/%m/%Y}"}


def forget_steps(*, actor: User | None = None) -> int:
    """Steps of years ago are kept no longer. Returns how many."""
    return ReminderStep.objects.filter(day__lt=today() - KEPT).delete()[0]
