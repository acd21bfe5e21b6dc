"""What the steps above answer when the landing page, or that of a confirmed plan, is put together.

The landing page lies here and not in `config`, which holds settings and addresses only: it is mostly about plans and work, and
what stands above (reports, money) tells it in plain blocks, so that the page knows none of them by name.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.dispatch import Signal


@dataclass(frozen=True)
class Chip:
    """A few words that lead somewhere. `sign`: "late", "warn", "good" or none."""

    words: str
    url: str
    sign: str = ""


@dataclass(frozen=True)
class Share:
    """So many of the whole; `name` is its colour in the bar ("received", "on_time", "accepted")."""

    name: str
    words: str
    number: int
    percent: int


@dataclass(frozen=True)
class Bar:
    """How much of a whole of `whole` is there: the longest share first, since the others are drawn over it."""

    words: str
    whole: int
    shares: tuple[Share, ...]


@dataclass(frozen=True)
class Line:
    """One thing to do or to look after. `when` with its `sign` stands first; `reason`: why it was given back; `units`:
    the first few that it still waits for."""

    words: str
    url: str
    when: str = ""
    sign: str = ""
    note: str = ""
    reason: str = ""
    bar: Bar | None = None
    chips: tuple[Chip, ...] = ()
    units: tuple[Chip, ...] = ()


@dataclass(frozen=True)
class Place:
    """A province on the map of tiles: `words` name it and say how it stands, `sign` is the colour of that."""

    short: str
    column: int
    row: int
    words: str
    url: str
    sign: str


@dataclass(frozen=True)
class Block:
    """One card of the landing page. `count` stands beside its title and leads to `url`. `days` until the first of its
    lines is due, below zero where it is late, and `headline` says so; `fact`: one clause for under the headline.
    `is_side`: it stands in the narrow column. `places`: a map in place of lines, with the `key` of its colours."""

    name: str
    count: str
    url: str
    lines: tuple[Line, ...]
    days: int | None = None
    headline: str = ""
    fact: str = ""
    is_side: bool = False
    places: tuple[Place, ...] = ()
    key: tuple[tuple[str, str], ...] = ()  # sign and words


# sent with `user` and `day`; a receiver answers with a sequence of Blocks, in a fixed number of queries. A block without
# lines and places is left out.
today_asked = Signal()
# sent after commit with `plan`, its number, when it was confirmed or opened again: what others may know of it has changed
plan_settled = Signal()
# sent with `plan`, the number of a confirmed plan, for a person who coordinates where it lies; a receiver answers with a
# Chip: what may be done with the plan in its own step. No query.
deeds_asked = Signal()
