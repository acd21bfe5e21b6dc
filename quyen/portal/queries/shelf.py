"""The library as the public sees it: cards, facets with their counts, one product with its files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Count, Exists, Func, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.text import slugify
from django.utils.translation import get_language

from quyen.core.arithmetic import paged
from quyen.core.text.folding import fold
from quyen.library.enums import Audience, FileKind, FileRole, Language, ProductKind
from quyen.library.models import Product
from quyen.library.queries.files import Shown, shown_files
from quyen.library.queries.public import (
    ListedProduct,
    PublicFile,
    PublicProduct,
    listed_products,
    public_product,
    published_products,
)
from quyen.library.queries.wording import Part, grouped, parts_of
from quyen.rights.models import Topic

PAGE = 24


@dataclass(frozen=True)
class Card:
    """A product in a list: its picture where it has one, and in which languages it can be had."""

    product: ListedProduct
    cover: Shown | None

    @property
    def slug(self) -> str:
        return slug_of(self.product.title)

    @property
    def languages(self) -> list[str]:
        tongues = [self.product.language, *(one.language for one in self.product.versions)]
        return [str(one.label) for one in tongues]

    @property
    def alternative(self) -> str:
        return self.product.cover.alternative_text if self.product.cover else ""


def slug_of(title: str) -> str:
    return slugify(fold(title))[:80].strip("-") or "san-pham"


def cards(rows: QuerySet[Product], language: str, most: int) -> tuple[Card, ...]:
    """The newest, each work once: in the language of the page where it has it. Six queries however many."""
    found = rows.values_list("pk", "translation_of", "language")[: most * 4]
    return cards_of([pk for pk, *_more in _each_once(found, language, most)])


def _each_once(found: Iterable[tuple[Any, ...]], language: str, most: int) -> list[tuple[Any, ...]]:
    """Of rows that begin with number, source and language one of each work, in the page's language where there is one."""
    works: dict[int, tuple[Any, ...]] = {}
    for row in found:
        pk, source, tongue, *_more = row
        if (source or pk) not in works or tongue == language:
            works[source or pk] = row
    return list(works.values())[:most]


def cards_of(pks: Iterable[int]) -> tuple[Card, ...]:
    """Those of the numbers that are public, in their order. Five queries however many."""
    products = listed_products(pks)
    faces = {one.pk: face.pk for one in products if (face := _face(one))}
    covers = shown_files(faces.values())
    return tuple(Card(one, covers.get(faces.get(one.pk, 0))) for one in products)


def _face(product: ListedProduct) -> PublicFile | None:
    """Its picture, else its film: of that a frame may have been made."""
    return product.cover or next((one for one in product.files if one.kind == FileKind.VIDEO), None)


@dataclass(frozen=True)
class Titled:
    """A product beside something else: its name, and what it is."""

    pk: int
    title: str
    kind: ProductKind
    language: str

    @property
    def slug(self) -> str:
        return slug_of(self.title)


def titles_of_article(code: str, path: str, language: str, most: int) -> tuple[Titled, ...]:
    """The newest about an article, each work once, as `cards` chooses. One query."""
    rows = published_products(article=(code, path))
    found = rows.values_list("pk", "translation_of", "language", "title", "kind")[: most * 4]
    return tuple(
        Titled(pk, title, ProductKind(kind), tongue)
        for pk, _source, tongue, title, kind in _each_once(found, language, most)
    )


# --- the whole library ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Wanted:
    """What narrows the list; "" is all."""

    kind: str = ""
    language: str = ""
    topic: str = ""
    audience: str = ""

    @property
    def any(self) -> bool:
        return bool(self.kind or self.language or self.topic or self.audience)


@dataclass(frozen=True)
class Choice:
    """`facet`: its name in the address."""

    facet: str
    value: str
    word: str
    number: int
    current: bool

    @property
    def wish(self) -> dict[str, str | None]:
        """What changes in the address: chosen, or taken back; from the first page on."""
        return {self.facet: None if self.current else self.value, "trang": None}


@dataclass(frozen=True)
class Facet:
    name: str  # as it stands in the address
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class LibraryPage:
    cards: tuple[Card, ...]
    kinds: Facet
    languages: Facet
    topics: Facet
    audiences: Facet
    found: int
    page: int
    pages: int

    @property
    def facets(self) -> tuple[Facet, ...]:
        return tuple(one for one in (self.kinds, self.languages, self.topics, self.audiences) if one.choices)


def library_page(wanted: Wanted, page: int = 1) -> LibraryPage:
    """Sixteen queries however many products there are."""
    rows = _rows(wanted)
    found = rows.count()
    page, pages, cut = paged(found, page, PAGE)
    pks = list(rows.values_list("pk", flat=True)[cut])
    topics = {one.slug: one.name for one in Topic.objects.all()}
    return LibraryPage(
        cards_of(pks),
        _facet("loai", wanted, "kind", "kind", dict(ProductKind.choices)),
        _facet("tieng", wanted, "language", "language", dict(Language.choices)),
        _facet("chu-de", wanted, "topic", "topics__slug", topics),
        _facet("cho-ai", wanted, "audience", Func("audiences", function="unnest"), dict(Audience.choices)),
        found, page, pages,
    )  # fmt: skip


def _rows(wanted: Wanted, without: str = "") -> QuerySet[Product]:
    """What fits; `without`: the part of the wish that is left out. Where no language is asked for, each work once."""
    given = {name: value for name, value in vars(wanted).items() if value and name != without}
    rows = published_products(**given)
    return rows if wanted.language or without == "language" else _works_once(rows)


def _works_once(rows: QuerySet[Product]) -> QuerySet[Product]:
    """In the language of the page; where there is no such version, the first one."""
    here, out = get_language() or settings.LANGUAGE_CODE, Product.objects.published()
    same_work = Q(pk=OuterRef("work")) | Q(translation_of=OuterRef("work"))
    named = rows.annotate(work=Coalesce("translation_of", "pk"))
    elsewhere = ~Q(language=here)
    named = named.exclude(elsewhere & Exists(out.filter(same_work, language=here)))
    return named.exclude(elsewhere & Q(translation_of__in=out.values("pk")))


def _facet(name: str, wanted: Wanted, part: str, column: Any, words: dict[Any, Any]) -> Facet:
    """How many there would be with each choice, all else as it is. One query."""
    rows = _rows(wanted, without=part).order_by()
    by_word = (
        rows.values_list(column) if isinstance(column, str) else rows.annotate(one=column).values_list("one")
    )
    pairs = by_word.annotate(n=Count("pk", distinct=True)).order_by("-n")
    chosen = getattr(wanted, part)
    return Facet(
        name,
        tuple(
            Choice(name, str(value), str(words.get(value, value)), number, str(value) == chosen)
            for value, number in pairs
            if value
        ),
    )


# --- one product -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Held:
    """A file of a product with the addresses that show it."""

    file: PublicFile
    shown: Shown


@dataclass(frozen=True)
class ProductShown:
    """`main`: what is played or looked at; `cover`: what stands for it in lists; `pictures` stand below; `captions` by language; `downloads` as they came."""

    product: PublicProduct
    main: Held | None
    cover: Held | None
    pictures: tuple[Held, ...]
    captions: tuple[Held, ...]
    downloads: tuple[Held, ...]
    near: tuple[Card, ...]

    @property
    def slug(self) -> str:
        return slug_of(self.product.title)

    @property
    def poster(self) -> str:
        """What stands in the place of a film until it is played: its cover, else a frame of its own where the worker could
        make one; and what goes with a link to the page."""
        pictures = (one.shown.picture for one in (self.cover, self.main) if one)
        return next((one.address for one in pictures if one), "")

    @property
    def body(self) -> tuple[tuple[str, tuple[Part, ...]], ...]:
        """Headings, lists and paragraphs in their order."""
        return grouped(parts_of(self.product.body))


def product_shown(pk: int, language: str) -> ProductShown | None:
    """None where it is not public. A fixed number of queries."""
    product = public_product(pk)
    if product is None:
        return None
    addresses = shown_files([one.pk for one in product.files])
    held = [Held(one, addresses[one.pk]) for one in product.files if one.pk in addresses]
    main = _main(held)
    seen = [one for one in held if one.file.kind in (FileKind.PICTURE, FileKind.DRAWING) and one is not main]
    cover = next((one for one in held if product.cover and one.file.pk == product.cover.pk), None)
    return ProductShown(
        product, main, cover,
        tuple(one for one in seen if one.file.role != FileRole.COVER),
        tuple(one for one in held if one.shown.captions),
        tuple(one for one in held if one.shown.whole or one.shown.largest), _near(product, language),
    )  # fmt: skip


def _main(held: list[Held]) -> Held | None:
    """What moves or sounds comes first, then the picture that is the product, then any picture."""
    for kinds in ((FileKind.VIDEO, FileKind.SOUND), (FileKind.PICTURE, FileKind.DRAWING)):
        fitting = [one for one in held if one.file.kind in kinds]
        if fitting:
            return next((one for one in fitting if one.file.role == FileRole.MAIN), fitting[0])
    return None


def _near(product: PublicProduct, language: str) -> tuple[Card, ...]:
    """Others of its first topic."""
    if not product.topics:
        return ()
    rows = published_products(topic=product.topics[0][0])
    works = rows.exclude(pk=product.work).exclude(translation_of=product.work)
    return cards(works, language, 3)
