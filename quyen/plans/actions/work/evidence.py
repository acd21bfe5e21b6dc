"""Evidence: entered once, tied to every assignment that it shows something about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry, User
from quyen.core.errors import QuyenError
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.plans.actions.work.progress import open_assignment
from quyen.plans.enums import EvidenceKind
from quyen.plans.models import Assignment, Evidence, EvidenceLink, Item
from quyen.plans.queries.work.evidence_kinds import evidence_sort
from quyen.sources.actions import open_delivery, receive_file


@dataclass(frozen=True)
class About:
    """What a person says of a piece of evidence. An empty title is the file's name, the address or the item's."""

    title: str = ""
    shows: str = ""
    day: date = field(default_factory=timezone.localdate)


def add_file(*, actor: User, assignment: Assignment, name: str, data: bytes, about: About) -> EvidenceLink:
    """A photograph, a paper, a recording, kept as it is and not read. The same bytes again, sent once more when the
    line is back, are the same evidence. Errors: PermissionDenied, NotGiven, FileRefused and its kinds.
    """
    require(actor, assignment.unit_id, Role.EDITOR)
    with transaction.atomic():
        held = open_assignment(assignment)
        delivery = open_delivery(actor=actor, unit=held.unit)
        file = receive_file(
            actor=actor, unit=held.unit, delivery=delivery, name=name, data=data, to_read=False
        )
        if file.delivery_id != delivery.pk:
            delivery.delete()  # the bytes were here already
        known = Evidence.objects.filter(unit=held.unit, file=file).first()
        row = known or _made(actor, held, EvidenceKind.FILE, about, about.title or file.name, file=file)
        return _tied(actor, row, held)


@transaction.atomic
def add_link(*, actor: User, assignment: Assignment, link: str, about: About) -> EvidenceLink:
    """An address on the web, already checked to be one. Errors: PermissionDenied, NotGiven."""
    require(actor, assignment.unit_id, Role.EDITOR)
    held = open_assignment(assignment)
    known = Evidence.objects.filter(unit=held.unit, kind=EvidenceKind.LINK, link=link).first()
    row = known or _made(actor, held, EvidenceKind.LINK, about, about.title or link[:255], link=link)
    return _tied(actor, row, held)


@transaction.atomic
def add_item(
    *, actor: User, assignment: Assignment, sort: str, subject_id: int, about: About
) -> EvidenceLink:
    """An item of an app above, of a registered kind. Errors: PermissionDenied, NotGiven; QuyenError where the kind is
    not known or the person may not bring the item."""
    require(actor, assignment.unit_id, Role.EDITOR)
    held = open_assignment(assignment)
    kind = evidence_sort(sort)
    item = next((one for one in kind.offered(actor) if one.pk == subject_id), None) if kind else None
    if item is None:
        raise QuyenError(
            _("Không thấy mục này để làm minh chứng."), advice=_("Chưa thêm gì; hãy chọn mục khác.")
        )
    known = Evidence.objects.filter(unit=held.unit, sort=sort, subject_id=subject_id).first()
    title = (about.title or item.title)[:255]
    row = known or _made(actor, held, EvidenceKind.ITEM, about, title, sort=sort, subject_id=subject_id)
    return _tied(actor, row, held)


@transaction.atomic
def tie_evidence(*, actor: User, evidence: Evidence, assignment: Assignment) -> EvidenceLink:
    """Evidence that the unit has entered already shows something about this assignment too.

    Errors: PermissionDenied (another unit's evidence too), NotGiven.
    """
    require(actor, evidence.unit_id, Role.EDITOR)
    require(actor, assignment.unit_id, Role.EDITOR)
    return _tied(actor, evidence, open_assignment(assignment))


@transaction.atomic
def tie_to_item(*, actor: User, evidence: Evidence, item: Item) -> EvidenceLink:
    """Evidence of a target or goal of a plan of the person's own. Errors: PermissionDenied."""
    require(actor, evidence.unit_id, Role.EDITOR)
    require(actor, item.plan.unit_id, Role.VIEWER)
    link, is_new = EvidenceLink.objects.get_or_create(evidence=evidence, item=item)
    if is_new:
        record([_trace(actor, Verb.ADD, evidence, {"item": item.pk})])
    return link


@transaction.atomic
def untie_evidence(*, actor: User, link: EvidenceLink) -> None:
    """Takes evidence away from an assignment. What then shows nothing any more goes; its file stays in the store.

    Errors: PermissionDenied, NotGiven."""
    row = Evidence.objects.select_for_update().get(pk=link.evidence_id)
    require(actor, row.unit_id, Role.EDITOR)
    if link.assignment:
        open_assignment(link.assignment)
    after = {"title": row.title, "assignment": link.assignment_id, "item": link.item_id}
    record([_trace(actor, Verb.REMOVE, row, after)])
    link.delete()
    if not row.links.exists():
        row.delete()


def _made(
    actor: User, held: Assignment, kind: EvidenceKind, about: About, title: str, **what: object
) -> Evidence:
    return Evidence.objects.create(
        unit=held.unit, kind=kind, title=title, shows=about.shows, day=about.day, by=actor, **what
    )


def _tied(actor: User, row: Evidence, held: Assignment) -> EvidenceLink:
    link, is_new = EvidenceLink.objects.get_or_create(evidence=row, assignment=held)
    if is_new:
        record([_trace(actor, Verb.ADD, row, {"title": row.title, "assignment": held.pk})])
    return link


def _trace(actor: User, verb: Verb, row: Evidence, after: Mapping[str, object]) -> AuditEntry:
    return entry(actor=actor, verb=verb, subject=row, unit_id=row.unit_id, after=after)
