"""Files that look alike, or say nearly the same: told to whoever brings one in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import BigIntegerField, F, Func, Q, Value
from django.db.models.lookups import LessThanOrEqual

from quyen.accounts.models import User
from quyen.core.media.likeness import NEAR, alike, bits_apart
from quyen.library.models import StoredFile
from quyen.library.queries.files import open_files, readable_files

SAME_TEXT = 0.5  # share of the runs of words that two texts have in common
COMPARED, MOST = 60, 5  # files asked about at once; twins told of one


@dataclass(frozen=True, slots=True)
class Twin:
    """Another file that looks alike. `same`: the very same bytes, in another unit's keeping."""

    file: StoredFile
    unit: str
    same: bool


def twins_of(user: User | None, files: Iterable[StoredFile]) -> dict[int, tuple[Twin, ...]]:
    """By each file's number, the files like it among those that the person may read, the same bytes first: one query
    however many. Of what the person may not read nothing is told, not even that it is there."""
    asked = list(files)[:COMPARED]
    if not asked:
        return {}
    seen = readable_files(user) if user else open_files()
    rows = list(seen.filter(_like_any(asked)).select_related("unit").order_by("pk")[:500])
    return {one.pk: _told(one, rows) for one in asked}


def _like_any(asked: Sequence[StoredFile]) -> Q:
    """The same bytes, a near look, or signs of a text in common, of any of them."""
    found = Q(sha256__in=[one.sha256 for one in asked])
    looks = {one.likeness for one in asked if one.likeness is not None}
    for look in sorted(looks):
        found |= Q(LessThanOrEqual(_bits_apart(look), NEAR))
    # said to be of 64 bits: Django sends a plain number of an array as one of 32, and its upper half is lost
    signs = sorted({sign for one in asked if one.likeness is None for sign in one.sketch})
    return found | Q(sketch__overlap=[Value(sign, BigIntegerField()) for sign in signs]) if signs else found


def _bits_apart(look: int) -> Func:
    """How many of the 64 bits differ from a row's (PostgreSQL 14's bit_count; # is "exclusive or")."""
    return Func(
        F("likeness"), Value(look, BigIntegerField()), template="bit_count((%(expressions)s)::bit(64))",
        arg_joiner=" # ", output_field=BigIntegerField(),
    )  # fmt: skip


def _told(one: StoredFile, rows: Sequence[StoredFile]) -> tuple[Twin, ...]:
    like = [other for other in rows if other.pk != one.pk and _is_like(one, other)]
    like.sort(key=lambda other: other.sha256 != one.sha256)
    return tuple(Twin(other, other.unit.name, other.sha256 == one.sha256) for other in like[:MOST])


def _is_like(one: StoredFile, other: StoredFile) -> bool:
    if one.sha256 == other.sha256:
        return True
    if one.likeness is not None and other.likeness is not None:
        return bits_apart(one.likeness, other.likeness) <= NEAR
    return alike(tuple(one.sketch), tuple(other.sketch)) >= SAME_TEXT
