"""What the measures count of each unit's own products, and of all below it, each work once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from quyen.accounts.models import User
from quyen.core.arithmetic import year
from quyen.core.text.sorting import sort_key
from quyen.library.queries.counting import Counted, digitised_of, languages_of, titles_of
from quyen.organisation.models import Unit
from quyen.organisation.queries import unit_ids

FIRST = 2023  # the year in which the programme begins
EVERY: tuple[str, ...] = ()  # no kinds: each unit that issues something has its own


@dataclass(frozen=True)
class Share:
    above: int
    whole: int

    @property
    def percent(self) -> int | None:
        """Rounded down; None where there is nothing."""
        return self.above * 100 // self.whole if self.whole else None


@dataclass(frozen=True)
class Line:
    """A unit with all below it that the person may read. `depth`: how far it stands under the first of them; `own`: whether
    something of it is its own, and not only of units below."""

    unit: Unit
    depth: int
    titles: int
    languages: Share
    digitised: Share
    own: bool


@dataclass(frozen=True)
class CountedPage:
    year: int
    years: tuple[int, ...]
    lines: tuple[Line, ...]


def counted_page(user: User, asked: int | None, today: date) -> CountedPage:
    """Units of the person, and those below, that issued something by the year asked for (else this one). Twenty queries at
    most, however many."""
    years = tuple(range(today.year, FIRST - 1, -1))
    number = asked if asked in years else today.year
    found = [count(year(number), today, EVERY) for count in (titles_of, languages_of, digitised_of)]
    readable = set(unit_ids(user))
    issuing = set().union(*found) & readable
    ways = {
        pk: [one for one in above if one in readable]
        for pk, above in Unit.objects.filter(pk__in=issuing).order_by().values_list("pk", "above")
    }
    sums = [_summed(one, ways) for one in found]
    units = Unit.objects.in_bulk({one for way in ways.values() for one in way})
    depths = {pk: at for way in ways.values() for at, pk in enumerate(way)}
    order = sorted(units, key=lambda pk: _place(units[pk], units))
    lines = tuple(_line(units[pk], depths[pk], sums, pk in issuing) for pk in order)
    return CountedPage(number, years, lines)


def _summed(found: Mapping[int, Counted], ways: Mapping[int, list[int]]) -> dict[int, Counted]:
    """For each unit what is its own or of one below, each work once."""
    sums: dict[int, Counted] = defaultdict(Counted)
    for pk, one in found.items():
        for unit in ways.get(pk, ()):
            sums[unit].whole.update(one.whole)
            sums[unit].above.update(one.above)
    return sums


def _place(unit: Unit, units: Mapping[int, Unit]) -> list[Any]:
    """Under the units above it, in the order of names."""
    return [(sort_key(units[one].name), one) for one in unit.above if one in units]


def _line(unit: Unit, depth: int, sums: list[dict[int, Counted]], own: bool) -> Line:
    titles, languages, digitised = (one.get(unit.pk, Counted()) for one in sums)
    return Line(unit, depth, len(titles.above), _share(languages), _share(digitised), own)


def _share(one: Counted) -> Share:
    return Share(len(one.above), len(one.whole))
