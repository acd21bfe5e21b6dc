"""What the library counts for indicators: titles (T4a), languages (T4b), what is digitised and shared (T5a).

A work is counted, never its translations: they are versions of it. It counts at one unit only, for totals add up units: the
province, ministry or central body that issues it, or that the issuing unit stood under on the last day of the period; else
the issuing unit itself. It counts as things stood on that last day, or today within the period. Decision 0028 says why.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from quyen.core.arithmetic import Period
from quyen.indicators.measures import Count, Things
from quyen.library.enums import COUNTED_TONGUES, DIGITAL, OPEN, FileRole, ProductKind
from quyen.library.models import Product, ProductEdition
from quyen.library.models.product import ProductQuerySet
from quyen.library.queries.page import SORT
from quyen.organisation.enums import UnitKind
from quyen.organisation.models import Unit
from quyen.organisation.queries.tree import tree_on

GIVERS = (
    UnitKind.PROVINCE,
    UnitKind.MINISTRY,
    UnitKind.CENTRAL,
)  # those that answer for the targets of the programme


@dataclass(frozen=True)
class _Version:
    pk: int
    work: int
    unit: int
    title: str
    language: str
    media: tuple[str, ...]
    licence: str
    published_on: date
    retired_on: date | None

    def is_out(self, day: date) -> bool:
        return self.published_on <= day and (self.retired_on is None or self.retired_on > day)


@dataclass(frozen=True)
class _Work:
    pk: int
    unit: int
    title: str
    versions: tuple[_Version, ...]


def count_titles(period: Period, day: date) -> Iterable[Count]:
    """Books of which an edition came out in the period: compiled, published or printed again. Each unit that made it has
    it; its number says that it is one, so that a total of units or years holds it once. Five queries."""
    last = min(day, period.last_day)
    editions = ProductEdition.objects.filter(published_on__gte=period.start, published_on__lte=last)
    books = Product.objects.filter(kind=ProductKind.BOOK)
    works = {one.pk: one for one in _works(books, last)}
    done = {
        source or pk
        for pk, source in editions.filter(product__in=books).values_list("product", "product__translation_of")
    }
    makers = _makers(works)
    found: dict[int, dict[int, str]] = defaultdict(dict)
    givers = _Givers(last)
    for pk in sorted(done & works.keys()):
        for unit in {givers.of(maker) for maker in makers[pk]}:
            found[unit][pk] = works[pk].title
    return [
        Count(unit, Decimal(len(titles)), items=_things(titles)) for unit, titles in sorted(found.items())
    ]


def count_languages(period: Period, day: date) -> Iterable[Count]:
    """Of the works of the period, those with a version in a minority or foreign language or on a digital platform.

    A work is of the period where a version of it came out first within it, whatever became of it later; it counts above the
    line as long as such a version is out. One that is out of date is out. Four queries.
    """
    last = min(day, period.last_day)
    works = [
        one for one in _works(Product.objects.all(), last)
        if any(period.start <= each.published_on for each in one.versions)
    ]  # fmt: skip
    return _shares(works, {one.pk for one in works if _is_counted(one, last)}, last)


def _is_counted(work: _Work, day: date) -> bool:
    return any(
        one.language in COUNTED_TONGUES or set(one.media) & set(DIGITAL)
        for one in work.versions
        if one.is_out(day)
    )


def count_digitised(period: Period, day: date) -> Iterable[Count]:
    """Of all works and data sets that are out, those that are here as text or file and may be used without asking. A stock
    at the day, not of the period alone. Five queries."""
    last = min(day, period.last_day)
    known = list(_works(Product.objects.all(), last))
    out = [one for one in known if any(each.is_out(last) for each in one.versions)]
    here = _digital_copies([each.pk for one in out for each in one.versions])
    open_ones = {
        one.pk for one in out
        if any(each.is_out(last) and each.pk in here and each.licence in OPEN for each in one.versions)
    }  # fmt: skip
    counts = {one.unit_id: one for one in _shares(out, open_ones, last)}
    givers = _Givers(last)
    for unit in {givers.of(one.unit) for one in known} - counts.keys():
        counts[unit] = Count(unit, Decimal(0), Decimal(0))  # all that it had was taken back
    return list(counts.values())


def _digital_copies(pks: list[int]) -> set[int]:
    rows = Product.objects.filter(pk__in=pks)
    worded = rows.exclude(body="", transcript="").values_list("pk", flat=True)
    filed = rows.filter(files__role=FileRole.MAIN).values_list("pk", flat=True)
    return set(worded.union(filed))


def _shares(works: Iterable[_Work], counted: set[int], day: date) -> list[Count]:
    givers = _Givers(day)
    whole: dict[int, int] = defaultdict(int)
    titles: dict[int, dict[int, str]] = defaultdict(dict)
    for one in works:
        unit = givers.of(one.unit)
        whole[unit] += 1
        if one.pk in counted:
            titles[unit][one.pk] = one.title
    return [
        Count(unit, Decimal(len(titles[unit])), Decimal(number), _things(titles[unit]))
        for unit, number in sorted(whole.items())
    ]


def _works(rows: ProductQuerySet, day: date) -> Iterator[_Work]:
    """Works of which a version was out by the day, with those versions. One query. A work whose own first language never
    came out is called after a version that did."""
    columns = (
        "pk", "translation_of", "unit", "translation_of__unit", "title", "language", "media", "licence", "published_on",
        "retired_on",
    )  # fmt: skip
    found: dict[int, list[_Version]] = defaultdict(list)
    units: dict[int, int] = {}
    done = rows.filter(revises=None, published_on__isnull=False, published_on__lte=day).order_by("pk")
    for pk, source, unit, source_unit, title, language, media, licence, on, until in done.values_list(
        *columns
    ):
        work = source or pk
        units[work] = source_unit or unit
        found[work].append(_Version(pk, work, unit, title, language, tuple(media), licence, on, until))
    for work, versions in sorted(found.items()):
        first = next((one for one in versions if one.pk == work), versions[0])
        yield _Work(work, units[work], first.title, tuple(versions))


def _makers(works: dict[int, _Work]) -> dict[int, set[int]]:
    """The units that made each work, its own first. One query."""
    found = {pk: {one.unit} for pk, one in works.items()}
    links = Product.other_units.through.objects.filter(product__in=works)
    for product, unit in links.values_list("product_id", "unit_id"):
        found[product].add(unit)
    return found


class _Givers:
    """Who gives the figures of a unit on the map of a day; of a unit that was not there then, as things stand today. Two
    queries."""

    def __init__(self, day: date) -> None:
        self._tree = tree_on(day)
        self._now: dict[int, list[int]] | None = None

    def of(self, unit: int) -> int:
        way = self._tree.above.get(unit)
        if way is None:
            if self._now is None:
                self._now = dict(Unit.objects.order_by().values_list("pk", "above"))
            way = [one for one in self._now.get(unit, ()) if one in self._tree.versions]
        return next((one for one in reversed(way) if self._tree.versions[one].kind in GIVERS), unit)


def _things(titles: dict[int, str]) -> Things:
    return tuple((SORT, pk, title[:250]) for pk, title in sorted(titles.items()))
