"""What differs between two editions of one article, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal

from quyen.core.types import value

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_MOST = 6_000  # words and gaps of both texts; beyond, an article that was written anew is shown as such

ChangeKind = Literal["same", "gone", "new"]


@value
class Change:
    """Words that both editions hold, or only one of them."""

    kind: ChangeKind
    words: str


def compare(old: str, new: str) -> tuple[Change, ...]:
    """In reading order; `gone` stands before the `new` that took its place. All `same` and `new` together are `new`'s text,
    all `same` and `gone` are `old`'s."""
    if old == new:
        return (Change("same", new),) if new else ()
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if len(before) + len(after) > _MOST:
        return tuple(Change(kind, words) for kind, words in (("gone", old), ("new", new)) if words)  # type: ignore[arg-type]
    made: list[Change] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            made.append(Change("same", "".join(before[a:b])))
            continue
        if a < b:
            made.append(Change("gone", "".join(before[a:b])))
        if c < d:
            made.append(Change("new", "".join(after[c:d])))
    return tuple(made)
