"""One cell of the coverage opened: both texts with the words they share, why, and what may be done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import Http404
from django.shortcuts import get_object_or_404

from quyen.accounts.models import User
from quyen.core.text.overlap import shared
from quyen.core.types import Span
from quyen.organisation.enums import Role
from quyen.organisation.queries import may
from quyen.plans.enums import COUNTED, Decision, ItemKind
from quyen.plans.models import Item, Match, Plan
from quyen.plans.queries.compared import ROW_KINDS
from quyen.plans.queries.coverage import CellView, cell_view, treaties_of
from quyen.plans.queries.lists import PlanLine, line_of
from quyen.plans.queries.places import Places
from quyen.plans.queries.review import readable_plans

AROUND = 160  # letters of the source shown before and after a passage


@dataclass(frozen=True)
class Piece:
    """A stretch of a text; `is_shared` where the other text has the same words."""

    text: str
    is_shared: bool


@dataclass(frozen=True)
class Side:
    """One of the two texts: the plan, where in it, the passage in pieces, the words around it."""

    plan: PlanLine
    place: str
    pieces: tuple[Piece, ...]
    before: str = ""
    after: str = ""
    item: str = ""  # its number, where the passage is an item


@dataclass(frozen=True)
class Option:
    key: str
    text: str


@dataclass(frozen=True)
class CellPage:
    cell: CellView
    row: Item
    above: Side
    below: Side | None
    child: PlanLine
    match: Match | None
    options: tuple[tuple[str, tuple[Option, ...]], ...]  # the child's items to match with, by kind
    may_decide: bool

    @property
    def is_changed(self) -> bool:
        return self.match is not None and self.match.decision == Decision.CHANGED

    @property
    def decided_at(self) -> datetime | None:
        return self.match.decided_at if self.match and self.cell.is_decided else None

    @property
    def second_thought(self) -> str:
        """What the matcher says by now, where a person decided otherwise after an earlier run."""
        if not (self.match and self.cell.is_decided and self.match.proposed):
            return ""
        said = self.match.proposed
        return "" if said.get("state") == self.match.state else str(said.get("reason") or "")


@dataclass(frozen=True)
class TreatyPage:
    """The conventions that both plans name, and those that only the upper one does."""

    parent: PlanLine
    child: PlanLine
    both: tuple[str, ...]
    lacking: tuple[str, ...]


def readable_row(user: User, item_id: int) -> Item:
    """An item of a plan that the person may read, fit to be a row. Errors: Http404."""
    rows = Item.objects.filter(plan__in=readable_plans(user), kind__in=ROW_KINDS)
    return get_object_or_404(
        rows.select_related("plan__source", "plan__reading", "target", "task"), pk=item_id
    )


def readable_child(user: User, row: Item, child_id: int) -> Plan:
    """A plan to hold against a row; never the row's own. Errors: Http404."""
    if row.plan_id == child_id:
        raise Http404
    return get_object_or_404(readable_plans(user).select_related("source", "reading"), pk=child_id)


def cell_page(user: User, item_id: int, child_id: int) -> CellPage:
    """Five queries. Errors: Http404 where the person may not read one of the two plans."""
    row = readable_row(user, item_id)
    child = readable_child(user, row, child_id)
    found = Match.objects.filter(parent_item=row, child=child)
    match = found.select_related("child_item", "decided_by").first()
    passage, quote = _passage(row), ""
    if match:
        quote = match.quote or (match.child_item.text if match.child_item else "")
    here, there = shared(passage, quote)
    may_decide = may(user, child.unit_id, Role.COORDINATOR)
    return CellPage(
        cell=cell_view(row.pk, child.pk, match),
        row=row,
        above=_side(row.plan, passage, here, row.start, row.end, row.pk),
        below=_below(child, match, quote, there) if match and quote else None,
        child=line_of(child),
        match=match,
        options=_options(child) if may_decide else (),
        may_decide=may_decide,
    )


def treaty_page(user: User, parent_id: int, child_id: int) -> TreatyPage:
    """Three queries. Errors: Http404."""
    mine = readable_plans(user).select_related("source")
    parent, child = get_object_or_404(mine, pk=parent_id), get_object_or_404(mine, pk=child_id)
    named = treaties_of([parent.pk, child.pk], COUNTED)
    above, below = named.get(parent.pk, []), named.get(child.pk, [])
    return TreatyPage(
        parent=line_of(parent),
        child=line_of(child),
        both=tuple(code for code in above if code in below),
        lacking=tuple(code for code in above if code not in below),
    )


def _passage(item: Item) -> str:
    return item.quote or item.text


def _below(child: Plan, match: Match, quote: str, spans: Iterable[Span]) -> Side:
    item = match.child_item
    return _side(child, quote, spans, match.start, match.end, item.pk if item else None)


def _side(
    plan: Plan, quote: str, spans: Iterable[Span], start: int | None, end: int | None, item: int | None
) -> Side:
    text, before, after = plan.reading.text, "", ""
    if start is not None and end is not None and text[start:end].split() == quote.split():
        before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    else:
        start = None  # the text was read anew since: the words stand, their place does not
    return Side(
        plan=line_of(plan),
        place=Places(plan.reading.record).said(start),
        pieces=tuple(_pieces(quote, spans)),
        before=before,
        after=after,
        item=str(item) if item else "",
    )


def _pieces(text: str, spans: Iterable[Span]) -> Iterable[Piece]:
    done = 0
    for span in spans:
        if span.start > done:
            yield Piece(text[done : span.start], False)
        yield Piece(text[span.start : span.end], True)
        done = span.end
    if done < len(text):
        yield Piece(text[done:], False)


def _options(child: Plan) -> tuple[tuple[str, tuple[Option, ...]], ...]:
    rows = child.items.filter(kind__in=ROW_KINDS, state__in=COUNTED).order_by("position", "id")
    items = list(rows.values_list("pk", "kind", "text"))
    groups = (
        (
            str(ItemKind(kind).label),
            tuple(Option(str(pk), text[:140]) for pk, own, text in items if own == kind),
        )
        for kind in ROW_KINDS
    )
    return tuple((label, options) for label, options in groups if options)
