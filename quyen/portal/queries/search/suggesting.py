"""What somebody may be about to ask: the word that is being typed, what usually follows it, and titles that answer already."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from quyen.core.finding import folded, read_question, words
from quyen.portal.enums import EntryKind
from quyen.portal.models import Entry
from quyen.portal.queries.search.finding import find
from quyen.portal.queries.search.views import one_moment

LEAST = 2  # letters from which on something is suggested
WORDS, TITLES = 4, 4
_CLASHING = "%_\\"


@dataclass(frozen=True)
class Suggestions:
    """`questions`: the text completed; `titles`: (words, kind, address) of things that can be opened at once."""

    questions: tuple[str, ...] = ()
    titles: tuple[tuple[str, str, str], ...] = ()


def suggestions(text: str, language: str) -> Suggestions:
    """At most thirteen queries."""
    said = [word.normal for word in words(text[:100])]
    if sum(map(len, said)) < LEAST:
        return Suggestions()
    with one_moment():
        whole = text.endswith(" ")
        completed = _completed(said, whole)
        question = read_question(completed[0] if completed and not whole else text)
        found = find(question, chosen={}, off=(), exact=False, first=TITLES * 2, language=language)
        rows = {row.pk: row for row in Entry.objects.filter(pk__in=found.entries[: TITLES * 2])}
    titles: dict[str, tuple[str, str, str]] = {}
    for row in (rows[pk] for pk in found.entries[: TITLES * 2] if pk in rows):
        kind = str(EntryKind(row.kind).label)
        titles.setdefault(row.title, (row.title, kind, row.address))
    return Suggestions(tuple(completed), tuple(titles.values())[:TITLES])


_STARTING = (
    "select written, sum(count) from portal_known where size = %s and folded like %s group by written"
    " order by 2 desc, 1 limit 12"
)


def _completed(said: list[str], whole: bool) -> list[str]:
    """The text with its last word completed, or with the word that follows; what goes with the word before comes first."""
    last = "" if whole else said[-1]
    before = said if whole else said[:-1]
    start = _like(folded(last))
    found: list[str] = []
    if before:
        lead = folded(before[-1])
        for written, _count in _asked(2, f"{_like(lead)} {start}%"):
            one, _, two = written.partition(" ")
            if _agrees(before[-1], one) and _agrees(last, two):
                found.append(" ".join([*before[:-1], one, two]))
    if last and not found:
        for written, _count in _asked(1, f"{start}%"):
            if _agrees(last, written):
                found.append(" ".join([*before, written]))
    once: dict[str, str] = {}
    for one in found:  # written with marks, where it is in one text and not in another
        held = once.get(folded(one))
        if held is None or held == folded(held):
            once[folded(one)] = one
    return [one for one in once.values() if one != " ".join(said)][:WORDS]


def _agrees(typed: str, written: str) -> bool:
    """What was typed with marks keeps them."""
    return typed == folded(typed) or written.startswith(typed)


def _like(text: str) -> str:
    return "".join(f"\\{sign}" if sign in _CLASHING else sign for sign in text)


def _asked(size: int, pattern: str) -> list[tuple[str, int]]:
    with connection.cursor() as cursor:
        cursor.execute(_STARTING, [size, pattern])
        return list(cursor.fetchall())
