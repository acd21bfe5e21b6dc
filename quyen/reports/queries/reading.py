"""One report as one person may read it: the words of now, or an edition."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from quyen.accounts.models import User
from quyen.organisation.models import Membership
from quyen.reports.enums import WRITABLE, Deed
from quyen.reports.models import Edition, Submission
from quyen.reports.queries.access import Sides, readable_editions, readable_submissions, sides_of
from quyen.reports.queries.content import Content, content_of
from quyen.reports.queries.facts import Facts, facts_of


@dataclass(frozen=True)
class Reading:
    """`edition`: what is shown, None for the words of now (then `facts` hold what they were put together from).

    `is_own`: the person holds a role in the unit itself, and not only above it."""

    submission: Submission
    content: Content
    edition: Edition | None
    facts: Facts | None
    sides: Sides
    is_own: bool

    @property
    def may_write(self) -> bool:
        return self.edition is None and self.sides.writes and self.submission.is_writable

    def figure(self, key: str) -> dict[str, Any] | None:
        """A figure that the report names, or could name; None where there is no such figure."""
        found: dict[str, Any] | None = self.content["figures"].get(key)
        if found is None and self.facts is not None and key in self.facts.figures:
            return asdict(self.facts.figures[key])
        return found


def reading_of(user: User, pk: int, *, edition: int | None = None, now: bool = False) -> Reading:
    """What is written stands as of now, what was put up or sent as it was fixed; `edition` and `now` ask for another.

    Who may not read drafts is shown what was sent. Errors: Http404."""
    rows = readable_submissions(user).select_related("unit__parent", "cycle__regime__unit", "cycle__feeds")
    held = get_object_or_404(rows, pk=pk)
    sides = sides_of(user, held)
    shown = _edition(user, held, sides, edition, now)
    facts = facts_of(held) if shown is None else None
    content = shown.content if shown else content_of(held, facts)
    own = Membership.objects.valid().filter(user_id=user.pk, unit_id=held.unit_id).exists()
    return Reading(held, content, shown, facts, sides, own)


def _edition(user: User, held: Submission, sides: Sides, asked: int | None, now: bool) -> Edition | None:
    """Which edition is to be shown. Errors: Http404 where it is none of this report, or there is none to be shown."""
    rows = readable_editions(user).filter(submission=held)
    if asked is not None:
        return get_object_or_404(rows, pk=asked)
    if sides.reads_drafts and (now or held.state in WRITABLE):
        return None
    steps = held.steps.filter(edition__isnull=False)
    steps = steps if sides.reads_drafts else steps.filter(deed=Deed.SUBMIT)
    last = steps.select_related("edition").order_by("-id").first()
    if last is None and not sides.reads_drafts:
        raise Http404
    return last.edition if last else None
