"""A file with recommendations is received, read apart, and taken in as it was looked at: all of it or nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.errors import FileRefused, QuyenError
from quyen.core.reading.apart import read_apart
from quyen.core.review_files import READ
from quyen.organisation.models import Unit
from quyen.organisation.queries import held_by
from quyen.rights.actions.recommendation_ties import propose_provisions
from quyen.rights.actions.recommendations import answered, require_keeper, tell
from quyen.rights.enums import Answer, DoubtState, IntakeState, Precision, ReviewBody
from quyen.rights.models import Doubt, Recommendation, RecommendationIntake, Review
from quyen.rights.queries.recommendation_taking import STATE, Line, Taking, takings_of
from quyen.sources.actions import open_delivery, receive_file

READ_REVIEW = "read_review"  # the job's name in the queue
QUEUE = "reading"
MOST = 5_000  # recommendations in one file


class TakingRefused(QuyenError):
    """A file is not taken in."""

    advice = "Hãy mở lại trang xem trước rồi thực hiện; chưa có gì thay đổi."


@dataclass(frozen=True)
class Said:
    """What a person says of a review that the file does not: None leaves what is known."""

    state: str = ""
    cycle: int | None = None
    adopted_on: date | None = None
    source: str = ""


def receive_review(*, actor: User, name: str, data: bytes) -> RecommendationIntake:
    """Keeps the file and queues its reading; takes in nothing yet. Errors: PermissionDenied, FileRefused."""
    require_keeper(actor)
    unit = _unit_of(actor)
    with transaction.atomic():
        delivery = open_delivery(actor=actor, unit=unit)
        file = receive_file(actor=actor, unit=unit, delivery=delivery, name=name, data=data, to_read=False)
        if file.delivery_id != delivery.pk:
            delivery.delete()  # the bytes were here already
        made = RecommendationIntake.objects.create(name=file.name[-200:], file=file, entered_by=actor)
        app.configure_task(READ_REVIEW, queue=QUEUE, allow_unknown=True).defer(intake_id=made.pk)
        record(
            [entry(actor=actor, verb=Verb.RECEIVE, subject=made, unit_id=unit.pk, after={"name": made.name})]
        )
    return made


def _unit_of(actor: User) -> Unit:
    """Where the file lies: the unit of the person's highest role."""
    held = next(iter(held_by(actor)), None)
    if held is None:
        raise PermissionDenied
    return held.unit


def read_review(*, actor: User | None = None, intake_id: int) -> None:
    """What the worker does: the file is read in a process of its own, under limits; whatever happens is said on the
    intake. Done twice it does nothing."""
    intake = RecommendationIntake.objects.filter(pk=intake_id, state=IntakeState.READING).first()
    if intake is None:
        return
    try:
        outcome = read_apart(
            Path(intake.file.content.path), intake.file.name, seconds=settings.READ_SECONDS,
            megabytes=settings.READ_MEGABYTES, maker=READ,
        )  # fmt: skip
        intake.record, intake.state = _checked(outcome.record), IntakeState.READ
    except QuyenError as error:
        intake.state, intake.message = IntakeState.FAILED, str(error)[:500]
        intake.advice = (error.advice or "")[:500]
    intake.save(update_fields=["record", "state", "message", "advice"])


def _checked(found: dict[str, Any]) -> dict[str, Any]:
    count = sum(len(review["items"]) for review in found["reviews"])
    if not count:
        told = [one["message"] for review in found["reviews"] for one in review["findings"]]
        raise FileRefused(told[-1] if told else _("Không thấy khuyến nghị nào trong tệp."))
    if count > MOST:
        raise FileRefused(
            _("Tệp có hơn %(most)s khuyến nghị; hãy xuất riêng từng quốc gia.") % {"most": MOST}
        )
    return found


@transaction.atomic
def take_review(*, actor: User, intake: RecommendationIntake, at: int, sign: str, said: Said) -> Review:
    """Takes in the review number `at` of the file, as the account of `sign` says. The same file again changes nothing; what
    a person corrected or settled stays. Errors: PermissionDenied, TakingRefused."""
    require_keeper(actor)
    held = RecommendationIntake.objects.select_for_update(of=["self"]).get(pk=intake.pk)
    if held.state not in (IntakeState.READ, IntakeState.TAKEN) or not 0 <= at < len(held.reviews):
        raise TakingRefused(_("Tệp này chưa đọc xong hoặc không có lần rà soát ấy."))
    (taking,) = takings_of([held.reviews[at]])
    if taking.sign != sign:
        raise TakingRefused(_("Từ lúc xem đã có thay đổi khác nên tệp sẽ cho kết quả khác. Chưa làm gì."))
    review = _review(taking, said)
    _keep_lines(actor, review, taking)
    _keep_doubts(review, taking)
    held.state, held.taken_at = IntakeState.TAKEN, timezone.now()
    held.save(update_fields=["state", "taken_at"])
    after = {"file": held.name, "new": taking.new, "changed": taking.changed, "gone": len(taking.gone)}
    record([entry(actor=actor, verb=Verb.CONFIRM, subject=review, after=after)])
    tell(line.held.pk for line in taking.lines if line.held and line.changes)
    return review


def _review(taking: Taking, said: Said) -> Review:
    """Under lock, with what the file and the person say; a name that is there is not made empty."""
    given = taking.given
    held = Review.objects.select_for_update().filter(pk=taking.review.pk).get() if taking.review else None
    row = held or Review(symbol=str(given.get("symbol", ""))[:60], body=_body(given), state="")
    row.state = said.state or row.state or str(given.get("state", ""))[:STATE] or _("chưa rõ")
    row.cycle = said.cycle or row.cycle
    if said.adopted_on:
        row.adopted_on, row.precision = said.adopted_on, Precision.DAY
    row.source = said.source or row.source
    row.save()
    return row


def _body(given: dict[str, Any]) -> str:
    body = str(given.get("body", ""))
    return body if body in ReviewBody.values else ReviewBody.OTHER


def _keep_lines(actor: User, review: Review, taking: Taking) -> None:
    source = str(taking.given.get("symbol", ""))
    made = [
        Recommendation(
            review=review, printed=line.printed, occurrence=line.occurrence, ordinal=line.ordinal, **line.values
        )
        for line in taking.lines
        if line.is_new
    ]  # fmt: skip
    taken = {(row.printed, row.occurrence) for row in review.recommendations.filter(part_of=None)}
    for row in made:  # a row known by its words may sit where this one is printed
        while (row.printed, row.occurrence) in taken:
            row.occurrence += 1
        taken.add((row.printed, row.occurrence))
    Recommendation.objects.bulk_create(made)
    was = {line.held.pk: line.held.status for line in taking.lines if line.held}
    changed = list(filter(None, map(_changed, taking.lines)))
    fields = [
        "number",
        "paragraph",
        "text_en",
        "states",
        "status",
        "annotation",
        "themes",
        "ordinal",
        "in_source",
    ]
    Recommendation.objects.bulk_update(changed, fields, batch_size=500)
    Recommendation.objects.filter(pk__in=[row.pk for row in taking.gone]).update(in_source=False)
    propose_provisions([*made, *(row for row in changed if row.text_en)])
    told = [row for row in [*made, *changed] if row.status != was.get(row.pk, Answer.UNCLEAR)]
    answered(actor, told, source)


def _changed(line: Line) -> Recommendation | None:
    row = line.held
    if row is None or not (line.changes or row.ordinal != line.ordinal or not row.in_source):
        return None
    for name in line.changes:
        setattr(row, name, line.values[name])
    row.ordinal, row.in_source = line.ordinal, True
    return row


def _keep_doubts(review: Review, taking: Taking) -> None:
    """New doubts are added, open ones that this reading has no more go, those that a person settled stay as they are."""
    places: Counter[tuple[str, str]] = Counter()
    rows: dict[tuple[str, str], Doubt] = {}
    by_number = {
        row.printed: row for row in review.recommendations.filter(part_of=None).order_by("-occurrence")
    }
    for finding in taking.findings:
        kind, where = str(finding["kind"])[:20], str(finding["number"] or finding["paragraph"])[:40]
        places[kind, where] += 1
        place = f"{where}#{places[kind, where]}"
        rows[kind, place] = Doubt(
            review=review, recommendation=by_number.get(finding["number"]) if finding["number"] else None, kind=kind,
            place=place, message=str(finding["message"])[:500], suggestion=str(finding["suggestion"] or "")[:24],
        )  # fmt: skip
    held = {(one.kind, one.place): one for one in review.doubts.all()}
    stale = [one.pk for key, one in held.items() if key not in rows and one.state == DoubtState.OPEN]
    if not any(item.get("annotation") for item in taking.given["items"]):
        Doubt.objects.filter(pk__in=stale).delete()
    Doubt.objects.bulk_create([one for key, one in rows.items() if key not in held])
