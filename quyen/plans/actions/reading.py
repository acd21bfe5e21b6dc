"""A reading becomes a plan; a later reading of the same document is merged into what people decided."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.plans.actions.drafts import HEADER, drafts_of
from quyen.plans.actions.merge import merge_findings, merge_items
from quyen.plans.actions.rows import insert_items, known_units
from quyen.plans.enums import ItemKind, ItemState
from quyen.plans.models import Finding, Item, Plan
from quyen.sources.models import SourceFile, StoredReading

_LENGTHS = {"doc_type": 120, "number": 40, "symbol": 60, "issuer": 250}


@transaction.atomic
def store_reading(*, actor: User | None = None, reading: StoredReading) -> Plan | None:
    """Makes the plan of a file, or merges the reading into it. Said twice with the same reading, it changes
    nothing. None for a file that a newer one has replaced already.

    No permission is asked: the system calls this for files that a person was allowed to send.
    """
    source = reading.source
    SourceFile.objects.select_for_update().get(pk=source.pk)
    plan = _plan_of(source)
    if plan is None:
        return None if _is_replaced(source) else _first(actor, source, reading)
    return _again(actor, plan, source, reading)


def header_columns(plan: Plan, items: Iterable[Item]) -> None:
    """Repeats the header items in the plan's columns; the caller saves the plan. A rejected item counts as
    absent; a proposed one stands until a person has looked, so that lists can name the plan at all."""
    texts = {i.kind: i.text for i in items if i.kind in HEADER and i.state != ItemState.REJECTED}
    for column, length in _LENGTHS.items():
        setattr(plan, column, texts.get(column, "")[:length])
    plan.title = texts.get(ItemKind.TITLE, "")
    plan.issued_on = _iso(texts.get(ItemKind.DATE))
    plan.issuer_unit_id = known_units({plan.issuer}).get(plan.issuer) if plan.issuer else None


def _plan_of(source: SourceFile) -> Plan | None:
    """The plan of this file, else of the file it replaces, however far back."""
    seen: SourceFile | None = source
    while seen is not None:
        plan = Plan.objects.select_for_update().filter(source=seen).first()
        if plan:
            return plan
        seen = seen.replaces
    return None


def _is_replaced(source: SourceFile) -> bool:
    newer: SourceFile | None = getattr(source, "replaced_by", None)
    while newer is not None:
        if Plan.objects.filter(source=newer).exists():
            return True
        newer = getattr(newer, "replaced_by", None)
    return False


def _first(actor: User | None, source: SourceFile, reading: StoredReading) -> Plan:
    plan = Plan(unit_id=source.unit_id, source=source, reading=reading)
    _set_period(plan, reading.record)
    plan.save()
    items = insert_items(plan, drafts_of(reading.record))
    header_columns(plan, items)
    plan.save()
    findings = Finding.objects.bulk_create(new_findings(plan, reading.record))
    _trace(actor, plan, {"items": len(items), "findings": len(findings), "reader": reading.reader_version})
    return plan


def _again(actor: User | None, plan: Plan, source: SourceFile, reading: StoredReading) -> Plan:
    plan.source, plan.reading = source, reading
    _set_period(plan, reading.record)
    plan.save()
    merged = merge_items(plan, drafts_of(reading.record), reading.text)
    merge_findings(plan, new_findings(plan, reading.record), reading.text)
    header_columns(plan, plan.items.filter(kind__in=HEADER))
    plan.save()
    _trace(actor, plan, merged.as_json() | {"reader": reading.reader_version, "file": source.name})
    return plan


def new_findings(plan: Plan, record_json: dict[str, Any]) -> list[Finding]:
    text = record_json["text"]
    return [
        Finding(
            plan=plan, kind=one["kind"][:40], message=one["message"], start=one["at"][0], end=one["at"][1],
            quote=text[one["at"][0] : one["at"][1]], suggestion=one.get("suggestion"), sure=one.get("sure", 0.8),
        )
        for one in record_json.get("findings") or []
    ]  # fmt: skip


def _set_period(plan: Plan, record_json: dict[str, Any]) -> None:
    if record_json.get("period") and not plan.period_decided:
        plan.first_year, plan.last_year = record_json["period"]


def _iso(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _trace(actor: User | None, plan: Plan, after: dict[str, Any]) -> None:
    record([entry(actor=actor, verb=Verb.READ, subject=plan, unit_id=plan.unit_id, after=after)])
