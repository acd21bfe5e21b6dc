"""The list of products: filters, one page, and how many are in each state."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from quyen.accounts.models import User
from quyen.core.arithmetic import paged
from quyen.core.text.folding import fold_loose
from quyen.library.enums import UNDER_WAY, FileRole, Language, ProductKind, ProductState
from quyen.library.models import Product, ProductFile
from quyen.library.models.product import ProductQuerySet
from quyen.library.queries.access import own_products
from quyen.library.queries.files import shown_files
from quyen.library.queries.versions import Version, version_of
from quyen.organisation.models import Unit

PAGE = 30
DUE, LATE, OLD = "den-han", "qua-han", "loi-thoi"  # as they stand in addresses


@dataclass(frozen=True)
class ListAsked:
    """What a person asked for; empty means all. `words` are looked for without marks, each on its own."""

    words: str = ""
    kind: str = ""
    language: str = ""
    state: str = ""
    unit: int | None = None
    when: str = ""

    @property
    def is_set(self) -> bool:
        return bool(self.words or self.kind or self.language or self.state or self.unit or self.when)


@dataclass(frozen=True)
class ProductLine:
    """`others`: the languages of its translations, with their states. `days` until the step is due, below zero: late."""

    version: Version
    kind: str
    unit: str
    holder: str
    due_on: date | None
    days: int | None
    others: tuple[Version, ...]
    has_revision: bool
    thumb: str
    changed_at: date


@dataclass(frozen=True)
class ProductList:
    lines: tuple[ProductLine, ...]
    found: int
    total: int
    page: int
    pages: int
    states: tuple[tuple[ProductState, int], ...]
    units: tuple[tuple[int, str], ...]
    languages: tuple[Language, ...]
    late: int
    out_of_date: int
    asked: ListAsked = field(default_factory=ListAsked)


def product_list(user: User, asked: ListAsked, page: int = 1) -> ProductList:
    """Ten queries however many products."""
    today = timezone.localdate()
    mine = own_products(user).filter(revises=None)
    states = dict(mine.order_by().values_list("state").annotate(Count("pk")))
    found = _fitting(mine, asked, today)
    pks = _with_words(found, asked.words)
    page, pages, cut = paged(len(pks), page, PAGE)
    late = Q(due_on__lt=today, state__in=UNDER_WAY)
    old = Q(pk__in=Product.objects.out_of_date().values("pk"))
    side = mine.aggregate(late=Count("pk", filter=late), old=Count("pk", filter=old))
    units = (
        Unit.objects.filter(pk__in=mine.order_by().values("unit")).order_by("name").values_list("pk", "name")
    )
    languages = set(mine.order_by().values_list("language", flat=True).distinct())
    return ProductList(
        lines=_lines(pks[cut], today),
        found=len(pks),
        total=sum(states.values()),
        page=page,
        pages=pages,
        states=tuple((state, states.get(state, 0)) for state in ProductState),
        units=tuple(units),
        languages=tuple(one for one in Language if one in languages),
        late=side["late"],
        out_of_date=side["old"],
        asked=asked,
    )


def _fitting(rows: ProductQuerySet, asked: ListAsked, today: date) -> ProductQuerySet:
    exact = {"kind": asked.kind, "state": asked.state, "unit": asked.unit, "language": asked.language}
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    if asked.when == LATE:
        rows = rows.filter(due_on__lt=today, state__in=UNDER_WAY)
    elif asked.when == DUE:
        rows = rows.filter(due_on__isnull=False, state__in=UNDER_WAY)
    elif asked.when == OLD:
        rows = rows.out_of_date()
    return rows


def _with_words(rows: ProductQuerySet, words: str) -> list[int]:
    """The numbers of all that fit, what is due first, then what changed last. One query."""
    found = rows.order_by().values_list("pk", "title", "summary", "state", "due_on", "changed_at")
    wanted = fold_loose(words).split()
    kept = [
        row for row in found
        if not wanted or all(word in fold_loose(f"{row[1]} {row[2]}") for word in wanted)
    ]  # fmt: skip
    kept.sort(key=lambda row: (row[3] not in UNDER_WAY, row[4] or date.max, -row[5].timestamp(), -row[0]))
    return [row[0] for row in kept]


def _lines(pks: list[int], today: date) -> tuple[ProductLine, ...]:
    """Five queries."""
    revision = Product.objects.filter(revises=OuterRef("pk"))
    rows = Product.objects.filter(pk__in=pks).select_related("unit", "waits_for", "translation_of")
    rows = rows.annotate(has_revision=Exists(revision))
    below = Product.objects.filter(translation_of__in=pks, revises=None).exclude(state=ProductState.RETIRE)
    others: dict[int, list[Version]] = {}
    for one in below.select_related("translation_of").order_by("language", "pk"):
        assert one.translation_of_id is not None
        others.setdefault(one.translation_of_id, []).append(version_of(one))
    known, thumbs = {one.pk: one for one in rows}, _thumbs(pks)
    return tuple(
        _line(known[pk], tuple(others.get(pk, ())), thumbs.get(pk, ""), today) for pk in pks if pk in known
    )


def _thumbs(pks: list[int]) -> dict[int, str]:
    """The smallest picture that stands for each: of its cover, else of what comes first. Three queries."""
    rows = ProductFile.objects.filter(
        product__in=pks, role__in=(FileRole.COVER, FileRole.MAIN, FileRole.PICTURE)
    )
    files: dict[int, list[tuple[bool, int, int]]] = {}
    for product, role, position, file in rows.values_list("product", "role", "position", "file"):
        files.setdefault(product, []).append((role != FileRole.COVER, position, file))
    shown = shown_files({file for held in files.values() for _role, _position, file in held}, public=False)
    found = {}
    for product, held in files.items():
        pictures = (shown[file] for _role, _position, file in sorted(held) if file in shown)
        found[product] = next((one.jpeg[0].address for one in pictures if one.jpeg), "")
    return found


def _line(one: Product, others: tuple[Version, ...], thumb: str, today: date) -> ProductLine:
    under_way = one.state in UNDER_WAY
    due = one.due_on if under_way else None
    return ProductLine(
        version=version_of(one),
        kind=str(ProductKind(one.kind).label),
        unit=str(one.unit),
        holder=str(one.waits_for or "") if under_way else "",
        due_on=due,
        days=(due - today).days if due else None,
        others=others,
        has_revision=one.has_revision,  # type: ignore[attr-defined]
        thumb=thumb,
        changed_at=timezone.localdate(one.changed_at),
    )
