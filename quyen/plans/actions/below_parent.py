"""Marks, in a plan, the targets that ask for less than the plan above it does."""

from __future__ import annotations

from collections.abc import Iterable

from quyen.plans.enums import Coverage, FindingState
from quyen.plans.models import Finding, Match, Plan

KIND = "below_parent"
SURE = 0.9


def mark_below_parent(parent: Plan, child: Plan, matches: Iterable[Match]) -> None:
    """Brings the findings of these cells in step with them. What a person decided about one stays, as long as
    the cell says the same; one that no longer holds goes."""
    matches = list(matches)
    held = {one.match_id: one for one in Finding.objects.filter(match__in=[m.pk for m in matches])}
    wanted = {match.pk: _finding(parent, child, match) for match in matches if is_lower(match)}
    Finding.objects.filter(pk__in=[one.pk for key, one in held.items() if key not in wanted]).delete()
    Finding.objects.bulk_create(one for key, one in wanted.items() if key not in held)
    changed = [_brought(held[key], one) for key, one in wanted.items() if key in held]
    Finding.objects.bulk_update(
        changed, ["message", "quote", "start", "end", "state", "decided_by", "decided_at"]
    )


def is_lower(match: Match) -> bool:
    """Whether the cell as it stands is the matcher's "asks for less": a person may have said otherwise since."""
    said = match.proposed
    return (
        match.state == Coverage.DIFFERS
        and bool(said.get("lower"))
        and match.start is not None
        and (match.child_item_id, match.value) == (said.get("child_item"), said.get("value"))
    )


def _finding(parent: Plan, child: Plan, match: Match) -> Finding:
    above = parent.reference or parent.title
    assert match.start is not None  # `is_lower` asked
    asked = match.proposed.get("above")
    message = f"Chỉ tiêu {match.value} nhẹ hơn mức {asked} mà {above} đặt ra cho cùng nội dung này."
    return Finding(
        plan=child, kind=KIND, match=match, message=message, quote=match.quote, start=match.start, end=match.end or match.start,
        sure=SURE,
    )  # fmt: skip


def _brought(held: Finding, now: Finding) -> Finding:
    if held.message != now.message:  # another figure: asked anew
        held.state, held.decided_by, held.decided_at = FindingState.OPEN, None, None
    held.message, held.quote, held.start, held.end = now.message, now.quote, now.start, now.end
    return held
