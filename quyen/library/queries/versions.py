"""A work in its languages: which there are, which are out of date, and what changed in the source since."""

from __future__ import annotations

from dataclasses import dataclass

from quyen.accounts.models import User
from quyen.core.arithmetic import paged
from quyen.library.enums import Language, ProductState
from quyen.library.models import Product
from quyen.library.queries.access import own_products, readable_products
from quyen.library.queries.difference import Change, changes

PAGE = 40


@dataclass(frozen=True)
class Version:
    """One language of a work. `sign` is the colour of its state beside the words."""

    pk: int
    language: Language
    title: str
    state: ProductState
    is_source: bool
    is_out_of_date: bool
    is_machine_drafted: bool

    @property
    def sign(self) -> str:
        if self.is_out_of_date:
            return "late"
        return {"publish": "good", "ready": "link", "retire": ""}.get(self.state, "warn")


def version_of(product: Product) -> Version:
    """`product` with its source fetched."""
    return Version(
        product.pk, product.tongue, product.title, ProductState(product.state), product.translation_of_id is None,
        product.is_out_of_date, product.is_machine_drafted,
    )  # fmt: skip


def versions_of(user: User, product: Product) -> tuple[Version, ...]:
    """All of the product's work that the person may read, its first language first. One query."""
    rows = readable_products(user).filter(revises=None).select_related("translation_of")
    whole = rows.filter(pk=product.work_pk) | rows.filter(translation_of=product.work_pk)
    found = sorted(whole, key=lambda one: (one.translation_of_id is not None, _place(one), one.pk))
    return tuple(version_of(one) for one in found)


def _place(product: Product) -> int:
    return list(Language).index(product.tongue)


def source_changes(product: Product) -> tuple[Change, ...]:
    """What reads otherwise in the source's words since the translation was made from them."""
    source = product.translation_of
    if source is None or not product.made_from:
        return ()
    return changes(product.made_from["words"], source.words())


@dataclass(frozen=True)
class Row:
    """A work with its versions, one cell a language of the table; None: there is none."""

    work: Version
    cells: tuple[Version | None, ...]
    unit: str


@dataclass(frozen=True)
class Table:
    """`languages`: those that some work has, the country's first. `out_of_date` counts cells of all pages."""

    languages: tuple[Language, ...]
    rows: tuple[Row, ...]
    total: int
    out_of_date: int
    page: int
    pages: int


def language_table(user: User, page: int = 1, *, only_old: bool = False) -> Table:
    """Product × language × state. Two queries however many products."""
    mine = own_products(user).filter(revises=None)
    works = list(
        mine.filter(translation_of=None).select_related("unit", "translation_of").order_by("title", "pk")
    )
    shown = [one.pk for one in works]
    cells: dict[int, dict[Language, Version]] = {}
    rows = (
        readable_products(user)
        .filter(revises=None, translation_of__in=shown)
        .exclude(state=ProductState.RETIRE)
    )
    for one in rows.select_related("translation_of"):
        assert one.translation_of_id is not None
        cells.setdefault(one.translation_of_id, {})[one.tongue] = version_of(one)
    old = {pk for pk, held in cells.items() if any(cell.is_out_of_date for cell in held.values())}
    if only_old:
        works = [one for one in works if one.pk in old]
    used = {lang for held in cells.values() for lang in held} | {one.tongue for one in works}
    languages = tuple(lang for lang in Language if lang in used)
    page, pages, cut = paged(len(works), page, PAGE)
    return Table(
        languages,
        tuple(_row(one, cells.get(one.pk, {}), languages) for one in works[cut]),
        len(works),
        sum(cell.is_out_of_date for held in cells.values() for cell in held.values()),
        page,
        pages,
    )


def _row(work: Product, held: dict[Language, Version], languages: tuple[Language, ...]) -> Row:
    own = version_of(work)
    cells = tuple(own if lang == own.language else held.get(lang) for lang in languages)
    return Row(own, cells, str(work.unit))
