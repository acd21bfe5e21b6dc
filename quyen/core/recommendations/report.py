"""What is read out of a report: frozen values."""

from __future__ import annotations

from enum import StrEnum

from quyen.core.types import value


class Status(StrEnum):
    """The position of the State under review. "Accepted" and "rejected" of the first years are supported and
    noted here, as in OHCHR's matrix since A/HRC/RES/16/21."""

    SUPPORTED = "supported"
    IMPLEMENTED = "implemented"  # supported, and held to be carried out already or under way
    PENDING = "pending"  # to be examined; the answer comes in an addendum
    NOTED = "noted"
    UNCLEAR = "unclear"  # the paragraph does not say


@value
class Item:
    """One recommendation. `number` as printed ("118.9", "1", "a"); `text` without its closing brackets, but whole
    where several recommendations are joined; `states` as printed; `paragraph` "" where none is printed."""

    number: str
    text: str
    states: tuple[str, ...]
    status: Status
    paragraph: str


@value
class Doubt:
    """What a person should look at, in Vietnamese. `suggestion` is what the number probably is."""

    kind: str
    message: str
    number: str = ""
    paragraph: str = ""
    suggestion: str = ""


@value
class Report:
    """All items in their order, and the doubts about them."""

    items: tuple[Item, ...]
    doubts: tuple[Doubt, ...]
