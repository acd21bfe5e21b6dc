"""A later reading meets what people decided about an earlier one. A decision is never overwritten.

| item                        | in the new reading        | becomes                                              |
|-----------------------------|---------------------------|------------------------------------------------------|
| untouched proposal          | there                     | the new proposal, at its new place                   |
| untouched proposal          | not there                 | gone                                                 |
| decided                     | there, value as before    | the same, at its new place                           |
| decided                     | there, value differs      | the same; `newer` holds the other value to choose    |
| decided, or added by person | not there, quote is       | the same, at the quote's new place                   |
| decided, or added by person | neither                   | out of date; `decision` keeps the state it had       |
| -                           | new                       | a new proposal                                       |
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import asdict, dataclass, field

from quyen.core.text.folding import fold
from quyen.plans.actions.drafts import SINGLE, Draft, Place, place_of
from quyen.plans.actions.rows import insert_items, put_at, set_value
from quyen.plans.enums import FindingState, ItemKind, ItemState
from quyen.plans.models import Assignment, Finding, Item, Plan

ALIKE = 0.5  # shared words, of all words of both, from which two items are one that was reworded
SHORTEST_QUOTE = 6  # letters; anything shorter is found everywhere
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Merged:
    """How many items a re-reading left as they were, renewed, added, took away, found changed or lost."""

    kept: int = 0
    renewed: int = 0
    added: int = 0
    gone: int = 0
    newer: int = 0
    out_of_date: int = 0

    def as_json(self) -> dict[str, int]:
        return asdict(self)


@dataclass(slots=True)
class _Pairing:
    """Items and drafts still without the other; each rule takes the pairs it is sure of."""

    items: list[Item]
    drafts: list[Draft]
    pairs: list[tuple[Item, Draft]] = field(default_factory=list)

    def pair_by(self, of_item: Callable[[Item], Hashable], of_draft: Callable[[Draft], Hashable]) -> None:
        waiting: dict[Hashable, list[Draft]] = defaultdict(list)
        for draft in reversed(self.drafts):
            if (key := of_draft(draft)) is not None:
                waiting[key].append(draft)
        for item in list(self.items):
            key = of_item(item)
            if key is not None and waiting[key]:
                self.take(item, waiting[key].pop())

    def take(self, item: Item, draft: Draft) -> None:
        self.pairs.append((item, draft))
        self.items = [i for i in self.items if i is not item]
        self.drafts = [d for d in self.drafts if d is not draft]


def merge_items(plan: Plan, drafts: Sequence[Draft], text: str) -> Merged:
    """Brings a plan's items to a new reading; `plan.reading` is the new one already."""
    items = list(plan.items.detailed().order_by("position", "id"))
    for item in items:
        item.plan = plan
    merged, pairing = Merged(), _pair(items, list(drafts))
    for item, draft in pairing.pairs:
        _meet(item, draft, merged)
    for item in pairing.items:
        _miss(item, text, merged)
    merged.added = len(insert_items(plan, pairing.drafts))
    return merged


def _pair(items: list[Item], drafts: list[Draft]) -> _Pairing:
    pairing = _Pairing(items, drafts)
    pairing.pair_by(lambda i: (i.kind, _key(i.text)), lambda d: (d.kind, _key(d.value["text"])))
    pairing.pair_by(_proposed_key, lambda d: (d.kind, _key(d.value["text"])))
    pairing.pair_by(
        lambda i: (i.kind, _key(i.quote)) if i.quote else None,
        lambda d: (d.kind, _key(d.place.quote)) if d.place and d.place.quote else None,
    )
    pairing.pair_by(
        lambda i: i.kind if i.kind in SINGLE else None, lambda d: d.kind if d.kind in SINGLE else None
    )
    _pair_alike(pairing)
    return pairing


def _proposed_key(item: Item) -> Hashable:
    return (item.kind, _key(item.proposed["text"])) if item.proposed else None


def _pair_alike(pairing: _Pairing) -> None:
    """Reworded ones, the most alike first."""
    words = {id(d): _words(d.value["text"]) for d in pairing.drafts}
    scored = [
        (share, n, item, draft)
        for n, item in enumerate(pairing.items)
        for own in [_words(item.proposed["text"] if item.proposed else item.text)]
        for draft in pairing.drafts
        if draft.kind == item.kind and (share := _alike(own, words[id(draft)])) >= ALIKE
    ]
    used: set[int] = set()
    for _share, _n, item, draft in sorted(scored, key=lambda s: (-s[0], s[1])):
        if id(item) not in used and id(draft) not in used:
            used |= {id(item), id(draft)}
            pairing.take(item, draft)


def _meet(item: Item, draft: Draft, merged: Merged) -> None:
    """An item that the new reading has too."""
    if draft.place:
        put_at(item, draft.place)
    else:
        put_at(item, None)
    if item.state == ItemState.PROPOSED and item.proposed is not None:
        set_value(item, draft.value)
        item.proposed = draft.value
        merged.renewed += 1
    else:
        _weigh(item, draft, merged)
    item.save()


def _weigh(item: Item, draft: Draft, merged: Merged) -> None:
    """A decided item keeps its value; what the new reading says differently waits for the person."""
    if item.state == ItemState.OUT_OF_DATE:
        item.state, item.decision = item.decision or ItemState.CONFIRMED, ""
    if draft.value == item.as_value():
        item.proposed, item.newer = draft.value, None
    elif draft.value != item.proposed:
        item.newer = draft.value
    if item.newer is None:
        merged.kept += 1
    else:
        merged.newer += 1
        item.revision += 1


def _miss(item: Item, text: str, merged: Merged) -> None:
    """An item that the new reading does not have."""
    if item.state == ItemState.PROPOSED and item.proposed is not None and not _is_handed_out(item):
        item.delete()
        merged.gone += 1
        return
    place = find_again(text, item.quote, item.before, item.after)
    put_at(item, place)
    lost = (
        bool(item.quote) and place is None and item.state not in (ItemState.REJECTED, ItemState.OUT_OF_DATE)
    )
    if lost:
        item.decision, item.state = item.state, ItemState.OUT_OF_DATE
        item.revision += 1
    merged.out_of_date += lost
    merged.kept += not lost
    item.save()


def find_again(text: str, quote: str, before: str, after: str) -> Place | None:
    """The quote in a new text: where it stands once, or where its neighbours are most like the old ones.
    White space may differ."""
    if len(quote) < SHORTEST_QUOTE:
        return None
    pattern = r"\s+".join(re.escape(word) for word in quote.split())
    spots = [found.span() for found in re.finditer(pattern, text)] if pattern else []
    if not spots:
        return None
    wanted = _words(before) | _words(after)
    around = [place for at in spots if (place := place_of(text, at))]
    return max(around, key=lambda p: _alike(wanted, _words(p.before) | _words(p.after)))


def merge_findings(plan: Plan, findings: list[Finding], text: str) -> None:
    """What was decided about a finding stays decided; open ones that the new reading does not have go. Those seen
    beside a plan above are the matcher's to take back: they only move."""
    held: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for old in plan.findings.all():
        if old.match_id:
            _place(old, text)
        else:
            held[old.kind, old.quote].append(old)
    fresh = []
    for finding in findings:
        olds = held[finding.kind, finding.quote]
        if olds:
            _move(olds.pop(0), finding)
        else:
            fresh.append(finding)
    for old in [one for left in held.values() for one in left]:
        _leave(old, text)
    Finding.objects.bulk_create(fresh)


def _is_handed_out(item: Item) -> bool:
    """Units were given it before it was opened again: their reports stay."""
    return item.kind == ItemKind.TASK and Assignment.objects.filter(task_id=item.pk).exists()


def _move(old: Finding, new: Finding) -> None:
    old.start, old.end, old.message, old.suggestion, old.sure = (
        new.start,
        new.end,
        new.message,
        new.suggestion,
        new.sure,
    )
    old.save()


def _leave(old: Finding, text: str) -> None:
    if old.state == FindingState.OPEN:
        old.delete()
    else:
        _place(old, text)


def _place(old: Finding, text: str) -> None:
    place = find_again(text, old.quote, "", "")
    old.start, old.end = (place.start, place.end) if place else (0, 0)
    old.save(update_fields=["start", "end"])


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold(text)))


def _alike(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
