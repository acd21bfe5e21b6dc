"""What of a plan stands in the plans below it: proposals of the matcher, decisions of a coordinator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry, User
from quyen.core.matching import Cell, plan_from_record, portraits, propose_rows
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.plans.actions.below_parent import mark_below_parent
from quyen.plans.enums import Coverage, Decision
from quyen.plans.models import Item, Match, Plan
from quyen.plans.queries.compared import Compared, compared

PROPOSED = ("state", "reason", "value", "start", "end", "quote", "sure")  # columns that a run fills


@transaction.atomic
def propose_matches(
    *, actor: User | None, parent: Plan, children: Iterable[Plan], with_proposals: bool = False
) -> int:
    """Runs the matcher for each child; returns how many cells it wrote anew or otherwise than before.

    A cell that a person decided keeps the decision; only its `proposed` says what the matcher now thinks.
    Errors: PermissionDenied where the actor is no editor in a child's unit, or may not read the parent's.
    """
    children = list(children)
    require(actor, parent.unit_id, Role.VIEWER)
    for unit_id in {child.unit_id for child in children}:
        require(actor, unit_id, Role.EDITOR)
    # one run at a time for a child, so that two runs never write one cell twice
    held = {
        p.pk: p
        for p in Plan.objects.select_for_update().filter(pk__in=[c.pk for c in children]).order_by("pk")
    }
    above = compared(parent, with_proposals=with_proposals)
    rows = portraits(plan_from_record(above.record))
    entries: list[AuditEntry] = []
    written = 0
    for child in held.values():
        below = compared(child, with_proposals=with_proposals)
        cells = propose_rows(rows, plan_from_record(below.record))
        changed = _write(above, below, child, cells)
        written += changed
        if changed:
            states = Counter(cell.state for cell in cells)
            after = {"parent": parent.pk, "cells": len(cells), "changed": changed, **states}
            entries.append(
                entry(actor=actor, verb=Verb.LINK, subject=child, unit_id=child.unit_id, after=after)
            )
    record(entries)
    return written


def _write(above: Compared, below: Compared, child: Plan, cells: Sequence[Cell]) -> int:
    known = {match.parent_item_id: match for match in Match.objects.filter(child=child).select_for_update()}
    new, changed = [], []
    for cell in cells:
        item = above.items[cell.row.kind, cell.row.index]
        said = _said(cell, below)
        match = known.get(item.pk)
        if match is None:
            new.append(restored(Match(parent_item=item, child=child, proposed=said)))
        elif match.proposed != said:
            match.proposed = said
            changed.append(restored(match) if match.decision == Decision.PROPOSED else match)
    Match.objects.bulk_create(new)
    Match.objects.bulk_update(changed, [*PROPOSED, "child_item", "proposed"])
    mark_below_parent(above.plan, child, [*new, *changed])
    return len(new) + len(changed)


def _said(cell: Cell, below: Compared) -> dict[str, Any]:
    """What the matcher says of one cell, as it is kept in `Match.proposed`."""
    claim = cell.claim
    item = below.items.get((claim.kind, claim.index)) if claim else None
    start, end = claim.at if claim and claim.at else (None, None)
    quote = below.record["text"][start:end] if start is not None else claim.text if claim else ""
    return {
        "state": cell.state, "reason": cell.reason, "value": (cell.below or "")[:120], "sure": cell.sure,
        "child_item": item.pk if item else None, "start": start, "end": end, "quote": quote,
        "above": cell.above, "lower": cell.lower,
    }  # fmt: skip


def restored(match: Match) -> Match:
    """The columns as the matcher proposed them; unsaved."""
    for name in PROPOSED:
        setattr(match, name, match.proposed.get(name, getattr(match, name)))
    match.child_item_id = match.proposed.get("child_item")
    match.decision = Decision.PROPOSED
    return match


@transaction.atomic
def confirm_matches(*, actor: User, matches: Iterable[int]) -> int:
    """A coordinator agrees with what is proposed; cells decided before stay as they are. Returns how many.

    Errors: PermissionDenied where one of the cells is another unit's; then none is confirmed."""
    rows = Match.objects.filter(pk__in=list(matches), decision=Decision.PROPOSED).select_related("child")
    held = list(rows.select_for_update(of=("self",)).order_by("pk"))
    for unit_id in {match.child.unit_id for match in held}:
        require(actor, unit_id, Role.COORDINATOR)
    now = timezone.now()
    entries = []
    for match in held:
        before = match.as_json()
        match.decision, match.decided_by, match.decided_at = Decision.CONFIRMED, actor, now
        entries.append(_trace(actor, Verb.CONFIRM, match, before))
    Match.objects.bulk_update(held, ["decision", "decided_by", "decided_at"])
    record(entries)
    return len(held)


@transaction.atomic
def change_match(
    *,
    actor: User,
    parent_item: Item,
    child: Plan,
    state: Coverage,
    child_item: Item | None = None,
    value: str = "",
    note: str = "",
) -> Match:
    """A coordinator says it otherwise than the matcher, or before it ran. The same as proposed, without a
    note, is a confirmation. `child_item` must be the child's own; a missing one has none.

    Errors: PermissionDenied; ValueError where `child_item` belongs to another plan."""
    require(actor, child.unit_id, Role.COORDINATOR)
    if child_item is not None and child_item.plan_id != child.pk:
        raise ValueError("an item of another plan")
    Plan.objects.select_for_update().get(pk=child.pk)
    match = Match.objects.filter(parent_item=parent_item, child=child).first()
    match = match or Match(parent_item=parent_item, child=child)
    before = match.as_json() if match.pk else None
    _decide(match, state, child_item, value.strip()[:120])
    match.note, match.decided_by, match.decided_at = note.strip(), actor, timezone.now()
    match.save()
    mark_below_parent(parent_item.plan, child, [match])
    record([_trace(actor, Verb.CORRECT, match, before)])
    return match


def _decide(match: Match, state: Coverage, child_item: Item | None, value: str) -> None:
    kept = child_item is not None and child_item.pk == match.child_item_id
    if state == Coverage.MISSING:
        match.child_item, match.start, match.end, match.quote, value = None, None, None, "", ""
    elif child_item is not None and not kept:
        match.child_item, match.quote = child_item, child_item.quote or child_item.text
        match.start, match.end = child_item.start, child_item.end
    match.state, match.value = state, value
    said = match.proposed
    same = bool(said) and (said.get("state"), said.get("child_item"), said.get("value")) == (
        match.state, match.child_item_id, match.value,
    )  # fmt: skip
    match.decision = Decision.CONFIRMED if same else Decision.CHANGED


@transaction.atomic
def undo_match(*, actor: User, match: Match) -> Match | None:
    """Takes a decision back: the cell is a proposal again, or empty where the matcher never spoke (None)."""
    require(actor, match.child.unit_id, Role.COORDINATOR)
    held = Match.objects.select_for_update().get(pk=match.pk)
    if held.decision == Decision.PROPOSED:
        return held
    before = held.as_json()
    record([_trace(actor, Verb.REOPEN, held, before)])
    if not held.proposed:
        held.delete()
        return None
    restored(held)
    # the item may have gone since the run
    if held.child_item_id and not Item.objects.filter(pk=held.child_item_id).exists():
        held.child_item = None
    held.note, held.decided_by, held.decided_at = "", None, None
    held.save()
    mark_below_parent(held.parent_item.plan, held.child, [held])
    return held


def _trace(actor: User, verb: Verb, match: Match, before: dict[str, Any] | None) -> AuditEntry:
    return entry(
        actor=actor,
        verb=verb,
        subject=match,
        unit_id=match.child.unit_id,
        before=before,
        after=match.as_json(),
    )
