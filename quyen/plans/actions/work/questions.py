"""Questions on an assignment, between the unit and the one who gave it."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.plans.actions.work.progress import open_assignment
from quyen.plans.models import Assignment, Question
from quyen.plans.queries.work.access import sides_of


@transaction.atomic
def ask(*, actor: User, assignment: Assignment, text: str) -> Question:
    """The unit's editor asks the giver; the giver's coordinator asks the unit. Errors: PermissionDenied, NotGiven."""
    held = open_assignment(assignment)
    sides = sides_of(actor, held)
    if not sides.asks:
        raise PermissionDenied
    row = Question.objects.create(assignment=held, from_unit=sides.reports, text=text.strip(), asked_by=actor)
    record([entry(actor=actor, verb=Verb.ASK, subject=held, unit_id=held.unit_id, after={"text": row.text})])
    return row


@transaction.atomic
def answer(*, actor: User, question: Question, text: str) -> Question:
    """The other side answers, once; nobody answers themselves. Errors: PermissionDenied, NotGiven; QuyenError where it is answered already."""
    row = Question.objects.select_for_update().get(pk=question.pk)
    held = open_assignment(row.assignment)
    sides = sides_of(actor, held)
    if row.asked_by_id == actor.pk or not (sides.gives if row.from_unit else sides.reports):
        raise PermissionDenied
    if row.answer:
        raise QuyenError(
            _("Câu hỏi này vừa có người trả lời. Câu trả lời của bạn chưa ghi."),
            advice=_("Hãy đọc câu trả lời ấy; cần nói thêm thì đặt câu hỏi mới."),
        )
    row.answer, row.answered_by, row.answered_at = text.strip(), actor, timezone.now()
    row.save(update_fields=["answer", "answered_by", "answered_at"])
    after = {"text": row.answer}
    record([entry(actor=actor, verb=Verb.ANSWER, subject=held, unit_id=held.unit_id, after=after)])
    return row
