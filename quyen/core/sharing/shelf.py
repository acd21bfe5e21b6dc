"""What a repository must be able to tell so that `answer` can speak OAI-PMH for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from quyen.core.sharing.thing import Thing
from quyen.core.types import value


@value
class Identity:
    """`base` the door's own address; `host` goes into identifiers; `schema` where thing.xsd can be read."""

    name: str
    base: str
    host: str
    admin: str
    schema: str
    earliest: datetime


@value
class Shelfmark:
    """A set that one can ask for: "language:km"; a set above ("language") is one of its own."""

    spec: str
    name: str


@value
class Place:
    """Where a list stands: after this time of change and this number. Nothing that stays as it is moves across it."""

    changed_at: datetime
    number: int


@value
class Window:
    """[since, until) of changes, in one set ("" all)."""

    since: datetime | None = None
    until: datetime | None = None
    shelf: str = ""


@value
class Record:
    """One line of a list; `thing` None: it is gone. `number` breaks ties of time and never changes."""

    identifier: str
    changed_at: datetime
    number: int
    shelves: tuple[str, ...] = ()
    thing: Thing | None = None


class Shelf(Protocol):
    """Reads only. `page` gives at most `most` records after a place, by (changed_at, number)."""

    def identity(self) -> Identity: ...

    def shelves(self) -> Sequence[Shelfmark]: ...

    def record(self, identifier: str) -> Record | None: ...

    def count(self, window: Window) -> int: ...

    def page(self, window: Window, after: Place | None, most: int) -> Sequence[Record]: ...
