"""The page of one report: what it says, how far it is, what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils import timezone

from quyen.accounts.models import User
from quyen.reports.enums import State
from quyen.reports.models import Edition, Step, Submission
from quyen.reports.queries.access import readable_editions
from quyen.reports.queries.changes import Change, changes
from quyen.reports.queries.content import content_of
from quyen.reports.queries.form_check import FormView, known_form, lacks_of
from quyen.reports.queries.official import annexes_named
from quyen.reports.queries.outline import sections_of
from quyen.reports.queries.reading import Reading
from quyen.reports.queries.shown import MISSING, ShownSection, Table, Was, annex_tables, shown_sections
from quyen.reports.queries.way import Next, Stage, next_deeds, stages


@dataclass(frozen=True)
class ReportPage:
    """`compared`: the edition that the words of now are held against, with what is different. `since`: how many places
    are different now from the edition shown, None where the person sees editions only. `below`: reports of units below
    that were sent and can be copied from. `lacks`: what the head still lacks. `form_check`: None
    where it was not worked out yet. `days`: until the report is due."""

    reading: Reading
    sections: tuple[ShownSection, ...]
    annexes: tuple[tuple[str, str, str, Table], ...]
    compared: Edition | None
    changes: tuple[Change, ...]
    since: int | None
    stages: tuple[Stage, ...]
    deeds: tuple[Next, ...]
    steps: tuple[Step, ...]
    editions: tuple[Edition, ...]
    below: int
    lacks: tuple[str, ...]
    form_check: FormView | None
    days: int

    @property
    def submission(self) -> Submission:
        return self.reading.submission

    @property
    def head(self) -> dict[str, Any]:
        head: dict[str, Any] = self.reading.content["head"]
        return head

    @property
    def edition(self) -> Edition | None:
        return self.reading.edition

    @property
    def gaps(self) -> int:
        """Sections in which a figure is missing."""
        return sum(one.state == MISSING for one in self.sections)

    @property
    def annexes_said(self) -> str:
        return annexes_named(len(self.annexes)) if self.annexes else ""

    @property
    def day(self) -> date | None:
        return day_of(self.head)

    @property
    def days_over(self) -> int:
        return -self.days


def report_page(user: User, reading: Reading, compare: int | None = None) -> ReportPage:
    """Some ten queries beside those of the reading. `compare`: an edition of the report. Errors: Http404."""
    held = reading.submission
    own = readable_editions(user).filter(submission=held)
    compared = get_object_or_404(own, pk=compare) if compare and reading.edition is None else None
    found = changes(compared.content, reading.content) if compared else ()
    guides = {one.key: one.guide for one in sections_of(held.cycle.outline)}
    passages = {row.key: row for row in held.passages.all()} if reading.edition is None else {}
    return ReportPage(
        reading=reading,
        sections=shown_sections(reading.content, guides, passages, was_of(found)),
        annexes=tuple(annex_tables(reading.content)),
        compared=compared,
        changes=found,
        since=_since(reading),
        stages=stages(held),
        deeds=next_deeds(held, reading.sides),
        steps=tuple(held.steps.order_by("-id")) if reading.sides.reads_drafts else (),
        editions=tuple(own.order_by("-id").defer("content")),
        below=_below(reading),
        lacks=lacks_of(reading.content["head"]),
        form_check=known_form(reading.content),
        days=(held.cycle.due_on - timezone.localdate()).days,
    )


def was_of(found: tuple[Change, ...]) -> Was:
    figures = {one.key: one.before for one in found if one.key}
    return Was(figures, frozenset(figures))


def _since(reading: Reading) -> int | None:
    """Where an edition is shown that is the last, how many places the report of now reads otherwise."""
    if reading.edition is None or not reading.sides.reads_drafts:
        return None
    return len(changes(reading.content, content_of(reading.submission)))


def _below(reading: Reading) -> int:
    if not reading.may_write or reading.facts is None:
        return 0
    return sum(one.state in (State.SUBMITTED, State.ACCEPTED) for one in reading.facts.below)


def day_of(head: Mapping[str, Any]) -> date | None:
    """The day on the document, None before it is issued."""
    try:
        return date.fromisoformat(head.get("day") or "")
    except ValueError:
        return None
