"""One text for two roles: "Sở A chủ trì, phối hợp với Sở B", "Chủ trì: Sở A; phối hợp: Sở B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quyen.core.reading.agencies import split_units
from quyen.core.text.folding import small_letters
from quyen.core.types import UnitName

# all but the slash are looked for in small letters
_LABEL = re.compile(
    r"(?:\A|[\n;.]|,\s)\s*[-+•]?\s*(?:(?:cơ quan|đơn vị)\s)?(chủ trì|phối hợp|đầu mối|thực hiện)\s?:"
)
_LEADS = re.compile(r"(?:là\s)?(?:cơ quan chủ trì|chủ\s?trì|đầu mối)")
_TOGETHER = re.compile(r"[,;.]?\s*\(?phối\s?hợp(?:\s(?:với|cùng))?\s?:?")
_SLASH = re.compile(r"\s?/\s?(?=(?:[Cc]ác\s)?[A-ZĐ])|\s/\s")


def share_out(
    text: str, offset: int = 0, *, slash: bool = False
) -> tuple[tuple[UnitName, ...], tuple[UnitName, ...]]:
    """The leading and the coordinating units of a cell or a label's value; `at` counts from `offset`.

    `slash`: a slash parts the two roles, as the column's heading says ("chủ trì / phối hợp").
    """
    lead: list[UnitName] = []
    coordinate: list[UnitName] = []
    target = lead
    for words, start, role in _parts(text, slash):
        target = coordinate if role == "phối hợp" else lead if role else target
        target.extend(split_units(words, offset + start))
    return tuple(lead), tuple(coordinate)


def _parts(text: str, slash: bool) -> Iterator[tuple[str, int, str]]:
    """Stretches of the text with the role that a label or "phối hợp" gives them ("" before any)."""
    small = small_letters(text)
    marks = []
    if ":" in text:
        marks = [(found.start(), found.end(), found[1]) for found in _LABEL.finditer(small)]
    if not marks:
        found = _TOGETHER.search(small) if "phối" in small else None
        found = found or (_SLASH.search(text) if slash else None)
        marks = [(found.start(), found.end(), "phối hợp")] if found else []
    at, role = 0, ""
    for start, end, following in marks:
        yield _bare(text[at:start], small[at:start]), at, role
        at, role = end, following
    yield _bare(text[at:], small[at:]), at, role


def _bare(words: str, small: str) -> str:
    """Without "chủ trì" behind the name; the places of the words before stay."""
    found = _LEADS.search(small) if "trì" in small or "mối" in small else None
    return words[: found.start()] if found and words[: found.start()].strip() else words
