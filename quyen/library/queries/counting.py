"""Works by unit: titles, languages, what is digitised and shared.

A work is counted, never its translations: they are versions of it. It counts at one unit only, for totals add up units: the
nearest at or above the issuing unit, on the last day of the period, that is of one of the kinds asked for; else the province,
ministry or central body that it stood under; else the issuing unit itself, as always where no kinds are asked for. It counts
as things stood on that last day, or today within the period. Decision 0028 says why.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from quyen.core.arithmetic import Period
from quyen.library.enums import COUNTED_TONGUES, DIGITAL, OPEN, FileRole, ProductKind
from quyen.library.models import Product, ProductEdition
from quyen.library.models.product import ProductQuerySet
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


@dataclass(frozen=True)
class Counted:
    """Of one unit: works by number with their titles, all of them and those above the line."""

    whole: dict[int, str] = field(default_factory=dict)
    above: dict[int, str] = field(default_factory=dict)


Kinds = Collection[str]


def titles_of(period: Period, day: date, kinds: Kinds = GIVERS) -> dict[int, Counted]:
    """Books of which an edition came out in the period: compiled, published or printed again. Each unit that made it has
    it. Five queries."""
    last = min(day, period.last_day)
    editions = ProductEdition.objects.filter(published_on__gte=period.start, published_on__lte=last)
    books = Product.objects.filter(kind=ProductKind.BOOK)
    works = {one.pk: one for one in _works(books, last)}
    done = {
        source or pk
        for pk, source in editions.filter(product__in=books).values_list("product", "product__translation_of")
    }
    makers, givers = _makers(works), _Givers(last, kinds)
    found: dict[int, Counted] = defaultdict(Counted)
    for pk in sorted(done & works.keys()):
        for unit in {givers.of(maker) for maker in makers[pk]}:
            found[unit].whole[pk] = found[unit].above[pk] = works[pk].title
    return found


def languages_of(period: Period, day: date, kinds: Kinds = GIVERS) -> dict[int, Counted]:
    """Of the works of the period, those with a version in a minority or foreign language or on a digital platform.

    A work is of the period where a version of it came out first within it, whatever became of it later; it counts above the
    line as long as such a version is out. One that is out of date is out. Four queries.
    """
    last = min(day, period.last_day)
    works = [
        one for one in _works(Product.objects.all(), last)
        if any(period.start <= each.published_on for each in one.versions)
    ]  # fmt: skip
    return _by_unit(works, {one.pk for one in works if _is_counted(one, last)}, _Givers(last, kinds))


def _is_counted(work: _Work, day: date) -> bool:
    return any(
        one.language in COUNTED_TONGUES or set(one.media) & set(DIGITAL)
        for one in work.versions
        if one.is_out(day)
    )


def digitised_of(period: Period, day: date, kinds: Kinds = GIVERS) -> dict[int, Counted]:
    """Of all works and data sets that are out, those that are here as text or file and may be used without asking. A stock
    at the day, not of the period alone; a unit of which all was taken back is there with nothing. Five queries."""
    last = min(day, period.last_day)
    known = list(_works(Product.objects.all(), last))
    out = [one for one in known if any(each.is_out(last) for each in one.versions)]
    here = _digital_copies([each.pk for one in out for each in one.versions])
    open_ones = {
        one.pk for one in out
        if any(each.is_out(last) and each.pk in here and each.licence in OPEN for each in one.versions)
    }  # fmt: skip
    givers = _Givers(last, kinds)
    found = _by_unit(out, open_ones, givers)
    return {givers.of(one.unit): Counted() for one in known} | found


def _digital_copies(pks: list[int]) -> set[int]:
    rows = Product.objects.filter(pk__in=pks)
    worded = rows.exclude(body="", transcript="").values_list("pk", flat=True)
    filed = rows.filter(files__role=FileRole.MAIN).values_list("pk", flat=True)
    return set(worded.union(filed))


def _by_unit(works: Iterable[_Work], above: set[int], givers: _Givers) -> dict[int, Counted]:
    found: dict[int, Counted] = defaultdict(Counted)
    for one in works:
        unit = found[givers.of(one.unit)]
        unit.whole[one.pk] = one.title
        if one.pk in above:
            unit.above[one.pk] = one.title
    return found


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

    def __init__(self, day: date, kinds: Kinds) -> None:
        self._tree, self._kinds = tree_on(day), kinds
        self._now: dict[int, list[int]] | None = None

    def of(self, unit: int) -> int:
        if not self._kinds:
            return unit
        way = self._tree.above.get(unit)
        if way is None:
            if self._now is None:
                self._now = dict(Unit.objects.order_by().values_list("pk", "above"))
            way = [one for one in self._now.get(unit, ()) if one in self._tree.versions]
        return self._nearest(way, self._kinds) or self._nearest(way, GIVERS) or unit

    def _nearest(self, way: list[int], kinds: Kinds) -> int | None:
        return next((one for one in reversed(way) if self._tree.versions[one].kind in kinds), None)
