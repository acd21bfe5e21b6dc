"""What somebody typed into the box: words, phrases in quotation marks, and what of it only frames the question."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files

from quyen.core.finding.words import Word, composed, words

LONGEST = 200  # letters; more is not read
MOST_WORDS = 24
_QUOTED = re.compile(r"[\"“”«»]([^\"“”«»]+)[\"“”«»]")


@dataclass(frozen=True)
class Asked:
    """`phrases` are the words, in their normal form, that must stand side by side. `framing`: places of words that only
    frame a question ("phải làm sao"); never all of them."""

    text: str
    words: tuple[Word, ...]
    phrases: tuple[tuple[str, ...], ...] = ()
    framing: frozenset[int] = field(default_factory=frozenset)

    @cached_property
    def has_marks(self) -> bool:
        """Whether anything was typed with marks: then a word without any is meant without."""
        return any(word.normal != word.folded for word in self.words)


def read_question(text: str) -> Asked:
    """Never refuses: what cannot be read is left out."""
    text = composed(" ".join(text.split()))[:LONGEST]
    found = tuple(words(text))[:MOST_WORDS]
    phrases = tuple(
        said for quoted in _QUOTED.findall(text) if (said := tuple(word.normal for word in words(quoted)))
    )
    inside = {word for phrase in phrases for word in phrase}
    bare = not any(word.normal != word.folded for word in found)
    framing = {at for at in _framing(found, bare) if found[at].normal not in inside}
    return Asked(text, found, phrases, frozenset(framing if len(framing) < len(found) else ()))


def _framing(found: tuple[Word, ...], bare: bool) -> set[int]:
    said = [word.folded if bare else word.normal for word in found]
    places: set[int] = set()
    at = 0
    while at < len(said):
        length = next(
            (n for n in range(min(5, len(said) - at), 0, -1) if tuple(said[at : at + n]) in _frames(bare)), 0
        )
        places |= set(range(at, at + length))
        at += length or 1
    return places


@cache
def _frames(bare: bool) -> frozenset[tuple[str, ...]]:
    """Without marks only those of two words and more: "thi" may be a contest, "thì" is none; and a few that are no word else."""
    lines = [line for line in read_lines("frames.txt")]
    sets = [tuple(word.folded if bare else word.normal for word in words(line)) for line in lines]
    return frozenset(one for one in sets if not bare or len(one) > 1 or one[0] in _SAFE)


_SAFE = {
    "toi",
    "minh",
    "khong",
    "duoc",
    "nhung",
    "cac",
    "neu",
    "khi",
    "va",
    "vay",
    "nhe",
    "bi",
    "la",
    "co",
    "cua",
}


def read_lines(name: str) -> list[str]:
    text = files("quyen.core.finding").joinpath("data", name).read_text(encoding="utf-8")
    return [line for raw in text.splitlines() if (line := raw.strip()) and not line.startswith("#")]
