"""A form that was filled in without a line: kept as it came, looked at cell by cell, then written whole or not at all.

The rules are those of every door (`receiving`). What the file says is kept until it is written, so a fault, a clash, a
closed round or a closed browser loses nothing; the same file again is the one that is kept.
"""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.paper import given_sheets
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.reports.actions.guard import ReportRefused
from quyen.reports.actions.receiving import (
    Answer,
    GivenFigure,
    GivenReport,
    GivenText,
    GivenWork,
    receive_report,
)
from quyen.reports.enums import Via
from quyen.reports.models import FormIntake, Submission
from quyen.reports.queries.form import FigureCell, TextCell, WorkCell
from quyen.reports.queries.form_sheet import NO, STATES, rows_given
from quyen.reports.queries.intake import MINE, REASON, THEIRS, IntakePage, Merged, intake_page

_BY_WORD = {word: state for state, word in STATES.items()}


class NotReady(ReportRefused):
    advice = "Hãy sửa các ô nêu dưới đây rồi nộp lại biểu; biểu đã nộp vẫn được giữ."


@transaction.atomic
def receive_form(
    *, actor: User, submission: Submission, name: str, content: bytes
) -> tuple[FormIntake, bool]:
    """Keeps a form, and says whether it is new; writes nothing of it into the report. It is kept in a closed round, too.

    Errors: PermissionDenied, FileRefused, FormRefused."""
    require(actor, submission.unit_id, Role.EDITOR)
    rows = rows_given(submission, given_sheets(content))
    intake, is_new = FormIntake.objects.get_or_create(
        submission=submission, sha256=hashlib.sha256(content).hexdigest(),
        defaults={"name": name[-200:], "rows": rows, "entered_by": actor,
                  "entered_by_name": str(actor)},
    )  # fmt: skip
    if is_new:
        after = {"name": intake.name, "rows": len(rows)}
        record(
            [entry(actor=actor, verb=Verb.RECEIVE, subject=intake, unit_id=submission.unit_id, after=after)]
        )
    return intake, is_new


@transaction.atomic
def choose_cells(*, actor: User, intake: FormIntake, choices: dict[str, str], reason: str) -> None:
    """Keeps what was chosen at clashes and emptied cells ("so:T1|numerator": "mine"), each for the version that stands now; and why
    figures are corrected. Errors: PermissionDenied; ReportRefused where the form was written already."""
    require(actor, intake.submission.unit_id, Role.EDITOR)
    held = _held(intake)
    page = intake_page(held)
    now = {one.name: one.now for one in (*page.clashes, *page.emptied)}
    for name, take in choices.items():
        if name in now and take in (MINE, THEIRS):
            held.chosen[name] = {"take": take, "now": now[name]}
    if reason.strip():
        held.chosen[REASON] = reason.strip()[:300]
    held.save(update_fields=["chosen"])


@transaction.atomic
def carry_out_form(*, actor: User, intake: FormIntake, send: bool) -> Answer:
    """Writes a form into its report in one transaction and, with `send`, sends it. What was written already is answered
    as then. Errors: PermissionDenied, CycleClosed, NotReady, NotTaken, ReportRefused: nothing is written then."""
    require(actor, intake.submission.unit_id, Role.EDITOR)
    held = FormIntake.objects.select_for_update(of=["self"]).select_related(*_NEEDED).get(pk=intake.pk)
    if held.answer is not None:
        answered: Answer = held.answer
        return answered
    page = intake_page(held)
    if not page.is_ready or page.needs_reason:
        raise NotReady(_("Biểu còn ô chưa đúng, chưa chọn hoặc chưa nêu lý do."))
    answer = receive_report(actor=actor, submission=held.submission, given=_given(page, send), via=Via.SHEET)
    held.answer, held.carried_out_at = answer, timezone.now()
    held.save(update_fields=["answer", "carried_out_at"])
    after = {"cells": len(page.writes) + page.taken_out, "state": answer["state"]}
    unit_id = held.submission.unit_id
    record([entry(actor=actor, verb=Verb.CONFIRM, subject=held, unit_id=unit_id, after=after)])
    return answer


_NEEDED = ("submission__unit__parent", "submission__cycle__regime__unit")


def _held(intake: FormIntake) -> FormIntake:
    held = FormIntake.objects.select_for_update(of=["self"]).select_related(*_NEEDED).get(pk=intake.pk)
    if held.carried_out_at is not None:
        raise ReportRefused(_("Biểu này đã được ghi rồi."))
    return held


def _given(page: IntakePage, send: bool) -> GivenReport:
    found: dict[type, list[Any]] = {WorkCell: [], FigureCell: [], TextCell: []}
    for one in page.merged:
        found[type(one.cell)].append(_one(one))
    return GivenReport(tuple(found[FigureCell]), tuple(found[WorkCell]), tuple(found[TextCell]), send=send)


def _one(row: Merged) -> GivenFigure | GivenWork | GivenText:
    cell, values = row.cell, row.values
    if isinstance(cell, WorkCell):
        return GivenWork(cell.assignment, _BY_WORD[values["state"]], values["note"], row.seen)
    if isinstance(cell, TextCell):
        return GivenText(cell.section.key, values["text"], row.seen)
    start = None if cell.alone else cell.period.start
    if row.withdraws:  # its note and link were about the number
        return GivenFigure(
            cell.indicator.code, reason=values[REASON], start=start, seen=row.seen, withdraws=True
        )
    applies = values["applicable"] != NO
    return GivenFigure(
        cell.indicator.code, _number(values["numerator"]) if applies else None,
        _number(values["denominator"]) if applies else None, applies, values["note"], cell.link, values[REASON],
        start, row.seen,
    )  # fmt: skip


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None
