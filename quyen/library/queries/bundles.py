"""Bundles: the list, one of them with what each of its things still lacks, and which are due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.core.arithmetic import paged
from quyen.library.enums import BundleState, ProductKind, ProductState
from quyen.library.models import Bundle, BundleItem, Product
from quyen.library.models.bundle import OPEN_STATES
from quyen.library.queries.access import Sides, own_products, readable_bundles, sides_of
from quyen.library.queries.bundle_kinds import BundleKind, Thing, bundle_kind, bundle_kinds
from quyen.library.queries.conditions import faults_of, with_all
from quyen.library.queries.page import SORT
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit
from quyen.organisation.queries import unit_ids

PAGE = 30
MOST_OFFERED = 200


@dataclass(frozen=True)
class BundleLine:
    bundle: Bundle
    items: int


@dataclass(frozen=True)
class BundleList:
    lines: tuple[BundleLine, ...]
    total: int
    page: int
    pages: int
    units: tuple[Unit, ...]  # in whose name the person may begin one


def bundle_list(user: User, page: int = 1) -> BundleList:
    """Three queries."""
    rows = readable_bundles(user).select_related("unit", "owner").annotate(number=Count("items"))
    found = sorted(rows, key=_when)
    page, pages, cut = paged(len(found), page, PAGE)
    units = Unit.objects.active().filter(pk__in=unit_ids(user, Role.EDITOR)).order_by("name")
    lines = tuple(BundleLine(one, one.number) for one in found[cut])
    return BundleList(lines, len(found), page, pages, tuple(units[:MOST_OFFERED]))


def _when(bundle: Bundle) -> tuple[bool, float, int]:
    """Those to come first, the next one at the top; then those that are done, the last one first."""
    at = (bundle.release_at or bundle.created_at).timestamp()
    return not bundle.is_open, at if bundle.is_open else -at, -bundle.pk


@dataclass(frozen=True)
class ItemView:
    item: BundleItem
    thing: Thing | None  # None: it is there no more
    word: str

    @property
    def lacks(self) -> tuple[str, ...]:
        if self.thing is None:
            return (_("Mục này không còn nữa; hãy bỏ khỏi gói."),)
        return () if self.thing.is_out else self.thing.lacks


@dataclass(frozen=True)
class BundlePage:
    bundle: Bundle
    sides: Sides
    items: tuple[ItemView, ...]
    offered: tuple[tuple[BundleKind, Sequence[Thing]], ...]

    @property
    def lacking(self) -> int:
        return sum(bool(one.lacks) for one in self.items)

    @property
    def ready(self) -> int:
        return len(self.items) - self.lacking

    @property
    def may_change(self) -> bool:
        return self.sides.writes and self.bundle.is_open

    @property
    def may_schedule(self) -> bool:
        return self.sides.releases and self.bundle.is_open and bool(self.items)

    @property
    def is_late(self) -> bool:
        at = self.bundle.release_at
        return self.bundle.state == BundleState.SCHEDULED and at is not None and at < timezone.now()


def bundle_page(user: User, pk: int) -> BundlePage | None:
    """None where there is none that the person may read. Three queries, and six for each kind of thing."""
    bundle = readable_bundles(user).select_related("unit", "owner").filter(pk=pk).first()
    if bundle is None:
        return None
    sides = sides_of(user, bundle.unit_id)
    items = looked(bundle.items.all())
    inside = {(one.item.sort, one.item.subject_id) for one in items}
    offered: list[tuple[BundleKind, Sequence[Thing]]] = []
    if sides.writes and bundle.is_open:
        for kind in bundle_kinds():
            free = [one for one in kind.offered(user, bundle.unit_id) if (kind.name, one.pk) not in inside]
            offered.append((kind, free))
    return BundlePage(bundle, sides, items, tuple(offered))


def looked(items: Iterable[BundleItem]) -> tuple[ItemView, ...]:
    """Each with its thing as it would stand if all went out now."""
    rows = list(items)
    wanted: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        wanted[row.sort].append(row.subject_id)
    found = {
        (name, thing.pk): thing
        for name, pks in wanted.items()
        if (kind := bundle_kind(name))
        for thing in kind.found(pks)
    }
    words = {kind.name: str(kind.word) for kind in bundle_kinds()}
    return tuple(
        ItemView(row, found.get((row.sort, row.subject_id)), words.get(row.sort, row.sort)) for row in rows
    )


def due_bundles(now: datetime) -> QuerySet[Bundle]:
    """Those whose time has come, the earliest first."""
    return Bundle.objects.filter(state=BundleState.SCHEDULED, release_at__lte=now).order_by(
        "release_at", "pk"
    )


# --- products as things of a bundle ---------------------------------------------------------------


def product_things(pks: Sequence[int]) -> list[Thing]:
    """Five queries however many."""
    together = frozenset(pks)
    return [_thing(one, lacks_of(one, together)) for one in with_all(pks)]


def lacks_of(product: Product, together: frozenset[int]) -> tuple[str, ...]:
    """What keeps it from going out with the others, its way through the office first."""
    said = [one.said for one in faults_of(product, together)]
    if product.state != ProductState.READY:
        said.insert(0, _("Chưa duyệt: %(state)s.") % {"state": product.get_state_display()})
    return tuple(said)


def offered_products(user: User, unit_id: int) -> list[Thing]:
    """Those under way in the unit and below it that no other open bundle holds. One query."""
    taken = BundleItem.objects.filter(sort=SORT, bundle__state__in=OPEN_STATES).values("subject_id")
    rows = own_products(user).under_way().filter(unit__above__contains=[unit_id]).exclude(pk__in=taken)
    return [_thing(one, ()) for one in rows.order_by("title", "pk")[:MOST_OFFERED]]


def _thing(one: Product, lacks: tuple[str, ...]) -> Thing:
    note = f"{ProductKind(one.kind).label} · {one.tongue.label} · {ProductState(one.state).label}"
    link = reverse("library:product", args=[one.pk])
    return Thing(one.pk, one.title, note, link, lacks, is_out=one.is_out)
