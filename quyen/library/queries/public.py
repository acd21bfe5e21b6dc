"""What everyone may read: products that are published, and nothing of any other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from quyen.library.enums import (
    OPEN,
    Audience,
    FileKind,
    FileRole,
    Language,
    Licence,
    Medium,
    ProductKind,
    Tongue,
)
from quyen.library.models import Product, ProductFile
from quyen.library.models.product import ProductQuerySet

_LONG = (
    "body",
    "transcript",
    "made_from",
    "credits",
    "translation_of__body",
    "translation_of__transcript",
    "translation_of__made_from",
)  # fmt: skip  what lists do not show


@dataclass(frozen=True)
class PublicFile:
    """`pk` is the StoredFile's number."""

    pk: int
    name: str
    role: FileRole
    kind: FileKind
    media_type: str
    size: int
    alternative_text: str
    language: str
    width: int | None
    height: int | None
    seconds: float | None


@dataclass(frozen=True)
class PublicVersion:
    """Another language of the same work. `is_out_of_date`: its source says something else by now."""

    pk: int
    language: Language
    title: str
    is_out_of_date: bool


@dataclass(frozen=True)
class ListedProduct:
    """A published version as lists show it. `work` is the number of the version in the first language."""

    pk: int
    work: int
    kind: ProductKind
    language: Language
    title: str
    summary: str
    licence: Licence
    unit_pk: int
    unit: str
    seconds: int | None
    edition: int
    published_on: date
    republished_on: date
    files: tuple[PublicFile, ...]
    versions: tuple[PublicVersion, ...]
    is_out_of_date: bool

    @property
    def is_open(self) -> bool:
        """Whether others may use it without asking."""
        return self.licence in OPEN

    @property
    def cover(self) -> PublicFile | None:
        """The picture that stands for it: its cover, else the first picture."""
        seen = [one for one in self.files if one.kind in (FileKind.PICTURE, FileKind.DRAWING)]
        return next((one for one in seen if one.role == FileRole.COVER), seen[0] if seen else None)


@dataclass(frozen=True)
class PublicProduct(ListedProduct):
    """With all that the public gets. `articles`: (code, path) of what it explains; `credits`: (role, name)."""

    body: str
    transcript: str
    media: tuple[Medium, ...]
    audiences: tuple[Audience, ...]
    topics: tuple[tuple[str, str, str, str], ...]  # slug, in Vietnamese, in English, in Khmer
    articles: tuple[tuple[str, str], ...]
    credits: tuple[tuple[str, str], ...]
    other_units: tuple[str, ...]


_Found = tuple[Product, tuple[PublicFile, ...], tuple[PublicVersion, ...]]


def published_products(
    language: str | None = None,
    kind: str | None = None,
    topic: str | None = None,
    *,
    audience: str | None = None,
    medium: str | None = None,
    unit: int | None = None,
    article: tuple[str, str] | None = None,
    tongue: Tongue | None = None,
    since: date | None = None,
) -> ProductQuerySet:
    """All published versions that fit, the newest first; to be cut, counted or walked through. `topic` is a slug,
    `article` (code, path) with all below the path, `since` the first day of the latest edition."""
    rows = Product.objects.published().order_by("-republished_on", "-pk")
    exact = {
        "language": language,
        "kind": kind,
        "topics__slug": topic,
        "unit": unit,
        "republished_on__gte": since,
    }
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    if audience:
        rows = rows.filter(audiences__contains=[audience])
    if medium:
        rows = rows.filter(media__contains=[medium])
    if tongue:
        rows = rows.filter(language__in=[one for one in Language if one.tongue == tongue])
    if article:
        code, path = article
        below = Q(provisions__path=path) | Q(provisions__path__startswith=f"{path}.")
        rows = rows.filter(below, provisions__code=code, provisions__state="confirmed").distinct()
    return rows


def public_product(pk: int) -> PublicProduct | None:
    """One published version. Six queries, one where there is none."""
    found = public_products([pk])
    return found[0] if found else None


def public_products(pks: Iterable[int]) -> tuple[PublicProduct, ...]:
    """Those of the numbers that are published, in the order given. Six queries however many."""
    rows = Product.objects.prefetch_related("topics", "provisions", "other_units")
    return tuple(_whole(*one) for one in _found(rows, pks))


def listed_products(pks: Iterable[int]) -> tuple[ListedProduct, ...]:
    """The same without texts and relations. Three queries however many."""
    return tuple(ListedProduct(**_listed(*one)) for one in _found(Product.objects.defer(*_LONG), pks))


def _found(rows: ProductQuerySet, pks: Iterable[int]) -> Iterator[_Found]:
    wanted = list(pks)
    held = rows.published().filter(pk__in=wanted).select_related("unit", "translation_of")
    products = {one.pk: one for one in held.order_by()}
    files = _files(list(products)) if products else {}
    versions = _versions({one.work_pk for one in products.values()}) if products else {}
    for one in (products[pk] for pk in wanted if pk in products):
        others = tuple(each for each in versions[one.work_pk] if each.pk != one.pk)
        yield one, files.get(one.pk, ()), others


def _files(pks: Sequence[int]) -> dict[int, tuple[PublicFile, ...]]:
    found: dict[int, tuple[PublicFile, ...]] = {}
    for one in ProductFile.objects.filter(product__in=pks).select_related("file").order_by("position", "id"):
        file = one.file
        shown = PublicFile(
            file.pk, file.name, FileRole(one.role), FileKind(file.kind), file.media_type, file.size,
            one.alternative_text, one.language, file.width, file.height, file.seconds,
        )  # fmt: skip
        found[one.product_id] = (*found.get(one.product_id, ()), shown)
    return found


def _versions(works: set[int]) -> dict[int, tuple[PublicVersion, ...]]:
    found: dict[int, tuple[PublicVersion, ...]] = {work: () for work in works}
    rows = Product.objects.published().filter(Q(pk__in=works) | Q(translation_of__in=works))
    order = list(Language)
    for one in sorted(
        rows.select_related("translation_of").order_by("pk"), key=lambda one: order.index(one.tongue)
    ):
        shown = PublicVersion(one.pk, one.tongue, one.title, one.is_out_of_date)
        found[one.work_pk] = (*found[one.work_pk], shown)
    return found


def _listed(
    one: Product, files: tuple[PublicFile, ...], versions: tuple[PublicVersion, ...]
) -> dict[str, Any]:
    return {
        "pk": one.pk, "work": one.work_pk, "kind": ProductKind(one.kind), "language": one.tongue, "title": one.title,
        "summary": one.summary, "licence": Licence(one.licence), "unit_pk": one.unit_id, "unit": one.unit.name,
        "seconds": one.seconds, "edition": one.edition, "published_on": one.published_on,
        "republished_on": one.republished_on, "files": files, "versions": versions, "is_out_of_date": one.is_out_of_date,
    }  # fmt: skip


def _whole(one: Product, files: tuple[PublicFile, ...], versions: tuple[PublicVersion, ...]) -> PublicProduct:
    return PublicProduct(
        **_listed(one, files, versions), body=one.body, transcript=one.transcript,
        media=tuple(Medium(each) for each in one.media),
        audiences=tuple(Audience(each) for each in one.audiences),
        topics=tuple((each.slug, each.name_vi, each.name_en, each.name_km) for each in one.topics.all()),
        articles=tuple((each.code, each.path) for each in one.provisions.all() if each.counts),
        credits=tuple((each.get("role", ""), each.get("name", "")) for each in one.credits),
        other_units=tuple(each.name for each in one.other_units.all()),
    )  # fmt: skip
