"""Taking the products of others: who is asked, what came, what was taken back there."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from lxml import etree
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.core.sharing import Batch, Taken, Thing, digest, harvest, nature, to_full
from quyen.library.actions.fetching import Limits, fetch
from quyen.library.enums import HarvestState
from quyen.library.models import Gathered, HarvestRun, Source
from quyen.library.queries.sources import source_held
from quyen.library.signals import gathered
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit

GATHER, QUEUE = "gather_source", "gather"
OVERLAP = timedelta(hours=1)  # a source may write a change some time after the moment that it gives it
MOST_FAULTS, MOST_SECONDS = 200, 3600
FIELDS = ("name", "address", "shelf", "licence", "licence_words", "is_shown", "is_active")


class SourceKnown(QuyenError):
    advice = "Hãy mở nguồn đã có trong danh sách. Chưa ghi gì."


class SourceBusy(QuyenError):
    advice = "Hãy chờ lần lấy ấy xong rồi thử lại."


@transaction.atomic
def save_source(*, actor: User | None, unit: Unit, source: Source) -> Source:
    """A new source, or a known one with other words. Another address begins from the beginning. Errors: PermissionDenied,
    SourceKnown."""
    require(actor, unit.pk, Role.COORDINATOR)
    before = None
    if source.pk:
        old = Source.objects.select_for_update().get(pk=source.pk)
        require(actor, old.unit_id, Role.COORDINATOR)
        before = _as_json(old)
        if (old.address, old.shelf) != (source.address, source.shelf):
            source.seen_until = None
    else:
        source.added_by = actor
    source.unit = unit
    try:
        with transaction.atomic():
            source.save()
    except IntegrityError as error:
        raise SourceKnown(_("Nguồn này đã có.")) from error
    verb = Verb.CORRECT if before else Verb.CREATE
    record(
        [
            entry(
                actor=actor, verb=verb, subject=source, unit_id=unit.pk, before=before, after=_as_json(source)
            )
        ]
    )
    if before and any(before[name] != getattr(source, name) for name in ("name", "is_shown")):
        _told(source.gathered.filter(withdrawn_at=None).values_list("pk", flat=True))
    return source


def _told(rows: Iterable[int]) -> None:
    """Once committed, the steps above learn what of others is to be seen differently."""
    if numbers := tuple(rows):
        transaction.on_commit(lambda: gathered.send(sender=Gathered, rows=numbers), robust=True)


def _as_json(source: Source) -> dict[str, object]:
    return {name: getattr(source, name) for name in FIELDS}


@transaction.atomic
def ask_source(*, actor: User | None, source: Source) -> None:
    """Queues the taking, once however often it is asked for. Errors: PermissionDenied."""
    require(actor, source.unit_id, Role.EDITOR)
    record([entry(actor=actor, verb=Verb.ASK, subject=source, unit_id=source.unit_id)])
    job = app.configure_task(GATHER, queue=QUEUE, queueing_lock=f"{GATHER}:{source.pk}", allow_unknown=True)
    try:
        with transaction.atomic():
            job.defer(source_id=source.pk, person_id=actor.pk if actor else None)
    except AlreadyEnqueued:
        pass


@dataclass
class _Count:
    seen: set[str] = field(default_factory=set)
    added: int = 0
    changed: int = 0
    withdrawn: int = 0
    faults: list[dict[str, str]] = field(default_factory=list)
    fault_count: int = 0


def gather(
    *, source: Source, started_by: User | None = None, whole: bool = False, limits: Limits | None = None
) -> HarvestRun:
    """Asks the source for what changed since the last time, all of it the first time (or `whole`), and keeps it batch by
    batch. Never raises for what the source does: the run says it. Errors: SourceBusy. Not inside a transaction."""
    with source_held(source.pk) as held:
        if not held:
            raise SourceBusy(_("Nguồn này đang được lấy."))
        HarvestRun.objects.filter(source=source, state=HarvestState.RUNNING).update(
            state=HarvestState.FAILED, finished_at=timezone.now(), error=_("Máy dừng giữa chừng.")
        )
        run = HarvestRun.objects.create(source=source, started_by=started_by)
        count, words = _Count(), ""
        try:
            _take(source, run, count, limits or Limits(), whole)
        except QuyenError as error:
            words = error.told
        _close(run, count, words)
    return run


def _take(source: Source, run: HarvestRun, count: _Count, limits: Limits, whole: bool) -> None:
    begun, asked_before = time.monotonic(), False

    def ask(arguments: dict[str, str]) -> bytes:
        nonlocal asked_before
        if time.monotonic() - begun > MOST_SECONDS:
            raise QuyenError(_("Lấy quá một giờ nên đã dừng; phần đã nhận được giữ."))
        if asked_before:
            time.sleep(limits.pause)
        asked_before = True
        return fetch(source.address, arguments, limits)

    there = nature(ask)
    run.is_whole = whole or source.seen_until is None or not there.keeps_deleted
    since = None if run.is_whole or source.seen_until is None else source.seen_until - OVERLAP
    answered: datetime | None = None
    for batch in harvest(ask, there, since, source.shelf):
        answered = answered or batch.answered_at
        _keep(source, batch, count)
    if (
        run.is_whole and count.seen
    ):  # a list that is suddenly empty is a fault of the source, not the end of all things
        gone = source.gathered.filter(withdrawn_at=None).exclude(identifier__in=count.seen)
        rows = tuple(gone.values_list("pk", flat=True))
        count.withdrawn += source.gathered.filter(pk__in=rows).update(withdrawn_at=timezone.now())
        _told(rows)
    if answered:
        Source.objects.filter(pk=source.pk).update(seen_until=answered)


@transaction.atomic
def _keep(source: Source, batch: Batch, count: _Count) -> None:
    """One transaction a batch: what came stays, whatever the source does next."""
    known = {
        one.identifier: one
        for one in source.gathered.select_for_update().filter(identifier__in=[one.identifier for one in batch.records])
    }  # fmt: skip
    new: dict[str, Gathered] = {}
    other: list[int] = []
    for one in batch.records:
        count.seen.add(one.identifier)
        _note_fault(one, count)
        old = known.get(one.identifier)
        if one.deleted and old is not None and old.withdrawn_at is None:
            old.withdrawn_at = timezone.now()
            old.save(update_fields=["withdrawn_at"])
            count.withdrawn += 1
            other.append(old.pk)
        elif one.thing is not None and _place(source, one.thing, old, new, count):
            other.append(old.pk)  # type: ignore[union-attr]
    made = Gathered.objects.bulk_create(new.values())
    _told([*other, *(row.pk for row in made)])


def _note_fault(one: Taken, count: _Count) -> None:
    if one.fault:
        count.fault_count += 1
        if len(count.faults) < MOST_FAULTS:
            count.faults.append({"identifier": one.identifier[:300], "words": one.fault})


def _place(
    source: Source, thing: Thing, old: Gathered | None, new: dict[str, Gathered], count: _Count
) -> bool:
    """Whether a row that was there is another now."""
    thing = _licensed(thing, source)
    sign = digest(thing)
    if old is not None and old.digest == sign and old.withdrawn_at is None:
        return False
    row = _row(source, thing, sign)
    if old is None:
        count.added += thing.identifier not in new
        new[thing.identifier] = row
    else:
        row.pk, row.created_at = old.pk, old.created_at
        row.save()
        count.changed += 1
    return old is not None


def _licensed(thing: Thing, source: Source) -> Thing:
    if thing.licence or thing.licence_words:
        return thing
    return replace(thing, licence=source.licence, licence_words=source.licence_words)


def _row(source: Source, thing: Thing, sign: str) -> Gathered:
    return Gathered(
        source=source, identifier=thing.identifier[:500], address=thing.address[:1000], title=thing.title[:500],
        description=thing.description, language=thing.language[:35], form=thing.form.value,
        issuer=thing.issuer.name[:300] if thing.issuer else "", credits=_said(one.name for one in thing.credits),
        published_on=thing.published_at.date() if thing.published_at else None,
        content=etree.tostring(to_full(thing), encoding="unicode"), digest=sign, changed_at=thing.changed_at,
    )  # fmt: skip


def _said(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def _close(run: HarvestRun, count: _Count, words: str) -> None:
    run.state = HarvestState.FAILED if words else HarvestState.DONE
    run.finished_at, run.error = timezone.now(), words
    run.seen, run.added, run.changed, run.withdrawn = (
        len(count.seen),
        count.added,
        count.changed,
        count.withdrawn,
    )
    run.faults, run.fault_count = count.faults, count.fault_count
    run.save()


def gather_all(*, sources: Sequence[Source] | None = None) -> int:
    """Every active source, one after the other; returns how many were asked. One that is busy is passed over."""
    asked = 0
    for source in Source.objects.filter(is_active=True) if sources is None else sources:
        try:
            gather(source=source)
        except SourceBusy:
            continue
        asked += 1
    return asked
