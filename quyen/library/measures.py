"""What the library counts for indicators: titles (T4a), languages (T4b), what is digitised and shared (T5a). What counts, and at
which unit, is said in `queries.counting`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal

from quyen.core.arithmetic import Period
from quyen.indicators.measures import Count
from quyen.library.queries.counting import GIVERS, Counted, digitised_of, languages_of, titles_of
from quyen.library.queries.page import SORT


def count_titles(period: Period, day: date, kinds: Collection[str] = GIVERS) -> Iterable[Count]:
    """The number of titles says that each is one, so that a total of units or years holds it once."""
    return [_count(unit, one) for unit, one in sorted(titles_of(period, day, kinds).items())]


def count_languages(period: Period, day: date, kinds: Collection[str] = GIVERS) -> Iterable[Count]:
    return [_share(unit, one) for unit, one in sorted(languages_of(period, day, kinds).items())]


def count_digitised(period: Period, day: date, kinds: Collection[str] = GIVERS) -> Iterable[Count]:
    return [_share(unit, one) for unit, one in sorted(digitised_of(period, day, kinds).items())]


def _share(unit: int, one: Counted) -> Count:
    return _count(unit, one, Decimal(len(one.whole)))


def _count(unit: int, one: Counted, of: Decimal | None = None) -> Count:
    things = tuple((SORT, pk, title[:250]) for pk, title in sorted(one.above.items()))
    return Count(unit, Decimal(len(one.above)), of, things)
