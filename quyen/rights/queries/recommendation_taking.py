"""What taking in a file with recommendations would do, review by review. The action does what is said here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from quyen.rights.enums import Answer
from quyen.rights.models import Recommendation, Review

_FIELDS = ("number", "paragraph", "text_en", "states", "status", "annotation", "themes")
_LENGTHS = {"number": 24, "paragraph": 10, "annotation": 60}
_KNOWN_BY = 20  # letters from which words alone tell a recommendation
STATE, STATES, THEMES = 120, 200, 200  # letters


@dataclass(frozen=True)
class Line:
    """One recommendation of the file. `held`: the row it is, if any; `changes`: fields that differ from it, without those
    that a person corrected."""

    ordinal: int
    printed: str
    occurrence: int
    values: dict[str, Any]
    held: Recommendation | None = None
    changes: tuple[str, ...] = ()

    @property
    def is_new(self) -> bool:
        return self.held is None


@dataclass(frozen=True)
class Taking:
    """All that would be done in one review. `gone`: rows that the file has no more; `kept`: fields of rows that differ from
    the file and stay, since a person corrected them."""

    review: Review | None
    given: dict[str, Any]
    lines: tuple[Line, ...]
    gone: tuple[Recommendation, ...]
    findings: tuple[dict[str, Any], ...]
    kept: int = 0
    statuses: tuple[tuple[str, int], ...] = field(default=())

    @property
    def new(self) -> int:
        return sum(line.is_new for line in self.lines)

    @property
    def changed(self) -> int:
        return sum(not line.is_new and bool(line.changes) for line in self.lines)

    @property
    def same(self) -> int:
        return len(self.lines) - self.new - self.changed

    @property
    def sign(self) -> str:
        """Two of the same sign would do the same: what a person looked at is what is done."""
        parts = [f"{line.held.pk if line.held else ''}:{','.join(line.changes)}" for line in self.lines]
        parts += [f"-{row.pk}" for row in self.gone]
        return sha256("|".join(parts).encode()).hexdigest()[:16]


def takings_of(reviews: Iterable[dict[str, Any]]) -> tuple[Taking, ...]:
    """Two queries a review of the file."""
    return tuple(_taking(given) for given in reviews)


def _taking(given: dict[str, Any]) -> Taking:
    review = Review.objects.filter(symbol=given["symbol"]).first() if given.get("symbol") else None
    rows = list(review.recommendations.filter(part_of=None)) if review else []
    lines = tuple(_lines(given["items"], rows))
    held = {line.held.pk for line in lines if line.held}
    is_whole = not any(item.get("annotation") for item in given["items"])  # an export may be a choice only
    gone = tuple(row for row in rows if row.pk not in held and row.in_source) if is_whole else ()
    kept = sum(len(_differing(line.held, line.values)) - len(line.changes) for line in lines if line.held)
    counts = Counter(str(line.values["status"]) for line in lines)
    statuses = tuple((str(Answer(name).label), counts[name]) for name in Answer.values if counts[name])
    return Taking(review, given, lines, gone, tuple(given.get("findings", ())), kept, statuses)


def _lines(items: list[dict[str, Any]], rows: list[Recommendation]) -> Iterator[Line]:
    """Each item with the row that it is: by its key in UHRI, by where it is printed, by its words."""
    left = _Left(rows)
    seen: Counter[str] = Counter()
    for ordinal, item in enumerate(items, start=1):
        values = _values(item)
        printed = str(item["number"])[:20]
        seen[printed] += 1
        held = left.take(values["annotation"], printed, seen[printed], values["text_en"])
        changes = tuple(name for name in _differing(held, values) if name not in held.kept) if held else ()
        yield Line(ordinal, printed, seen[printed], values, held, changes)


def _values(item: dict[str, Any]) -> dict[str, Any]:
    found = {
        "number": number_of(str(item["paragraph"]), str(item["number"])), "paragraph": str(item["paragraph"]),
        "text_en": str(item["text"]), "states": [str(one)[:STATES] for one in item["states"]],
        "status": str(item["status"]), "annotation": str(item.get("annotation", "")),
        "themes": [str(one)[:THEMES] for one in item.get("themes", ())],
    }  # fmt: skip
    return found | {name: found[name][:most] for name, most in _LENGTHS.items()}


def number_of(paragraph: str, printed: str) -> str:
    """What a recommendation is called by: "118.9" as it is printed; "69.1", "69 (a)" where only "1", "a" is."""
    if "." in printed or not paragraph or not printed:
        return printed
    return f"{paragraph}.{printed}" if printed.isdigit() else f"{paragraph} ({printed})"


def _differing(held: Recommendation | None, values: dict[str, Any]) -> list[str]:
    """Fields that the file has otherwise. What it does not say at all (no States, no position) overrules nothing; nor does
    "will be examined" of the report an answer that was given later, nor a key of our own making that of UHRI."""
    if held is None:
        return []
    silent = {name for name, value in values.items() if value in ("", [], Answer.UNCLEAR)}
    silent |= {"status"} if values["status"] == Answer.PENDING and held.status != Answer.UNCLEAR else set()
    silent |= {"annotation"} if held.annotation and values["annotation"].startswith("~") else set()
    return [name for name in _FIELDS if name not in silent and getattr(held, name) != values[name]]


class _Left:
    """The rows that no item took yet."""

    def __init__(self, rows: list[Recommendation]) -> None:
        self._rows = {row.pk: row for row in rows}
        self._by_key = {row.annotation: row for row in rows if row.annotation}
        self._by_place = {(row.printed, row.occurrence): row for row in rows if row.printed}
        self._by_words: dict[str, list[Recommendation]] = {}
        for row in rows:
            self._by_words.setdefault(bare(row.text_en), []).append(row)

    def take(self, annotation: str, printed: str, occurrence: int, words: str) -> Recommendation | None:
        wanted = [self._by_key.get(annotation) if annotation else None]
        wanted.append(self._by_place.get((printed, occurrence)) if printed else None)
        if len(bare(words)) >= _KNOWN_BY:
            wanted += self._by_words.get(bare(words), [])
        for row in wanted:
            if row is not None and row.pk in self._rows:
                return self._rows.pop(row.pk)
        return None


def bare(words: str) -> str:
    """Letters and digits alone: how two prints of the same words are known."""
    return re.sub(r"[\W_]+", "", words).lower()
