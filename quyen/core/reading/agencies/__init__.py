"""Agencies in their many spellings: found in a text, parted in lists, with the name they are known by.

`UnitName.text` is always as written ("Sở KH&CN"), `canonical` written out ("Sở Khoa học và Công nghệ").
Groups such as "các sở, ban, ngành" stay one name, as written.
"""

from __future__ import annotations

import re

from quyen.core.reading.agencies.lists import is_unit_list, leading_units, split_units
from quyen.core.reading.agencies.names import canonical_name
from quyen.core.reading.agencies.parse import starts_verb
from quyen.core.types import UnitName

__all__ = ["canonical_name", "find_units", "is_unit_list", "leading_units", "split_units", "starts_verb"]

_WORD_START = re.compile(r"(?<![\w/&])(?=[A-ZĐỦ]|các\s|ủy\sban|công\san\s)")


def find_units(text: str, offset: int = 0) -> tuple[UnitName, ...]:
    """Every unit or group named in `text`, in order; places count from `offset`. Linear in practice."""
    found: list[UnitName] = []
    at = 0
    while start := _WORD_START.search(text, at):
        units, end = leading_units(text, start.start(), small=False, offset=offset)
        found.extend(units)
        at = max(end, start.start() + 1)
    return tuple(found)
