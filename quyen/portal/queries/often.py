"""What is often asked, for the line under the box of the home page: in the words in which people ask it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Sum
from django.urls import reverse
from django.utils import timezone

from quyen.portal.enums import From
from quyen.portal.models import Visit
from quyen.rights.models.situations import SOURCE_LANGUAGE
from quyen.rights.queries import published_texts
from quyen.rights.queries.situations import GroupOfPages

MOST, DAYS = 3, 30
LEAST = 10  # visits in those days: fewer say nothing


@dataclass(frozen=True)
class Often:
    """A published page of a situation, and a question that leads to it."""

    slug: str
    words: str


def often_asked(
    language: str, groups: Sequence[GroupOfPages], named: Sequence[str], today: date | None = None
) -> tuple[Often, ...]:
    """`groups`: what is published in the language; `named`: the pages that editors chose, which come first. Then those
    read most; in a new installation, where there is nothing to count yet, the first of each group. Two queries."""
    there = {one.slug: one.title for group in groups for one in group.pages}
    read = _read_most(there, today or timezone.localdate())
    wanted = dict.fromkeys([*named, *read, *(group.pages[0].slug for group in groups)])
    chosen = [slug for slug in wanted if slug in there][:MOST]
    texts = published_texts(language).filter(situation__slug__in=chosen)
    asked = {
        slug: _with_marks(words, language) for slug, words in texts.values_list("situation__slug", "asked")
    }
    return tuple(Often(slug, asked.get(slug) or there[slug]) for slug in chosen)


def _with_marks(words: Sequence[str], language: str) -> str:
    """The first question; in Vietnamese, where many are written without, the first that has its marks."""
    return next((one for one in words if language != SOURCE_LANGUAGE or not one.isascii()), "")


def _read_most(slugs: Iterable[str], today: date) -> list[str]:
    """By the counts of visits, in which nobody is. What came from a page of ours is not counted: this very line would
    vote for itself."""
    addresses = {reverse("portal:situation", args=[slug]): slug for slug in slugs}
    rows = Visit.objects.filter(day__gt=today - timedelta(days=DAYS), path__in=addresses)
    counts = rows.exclude(source=From.INSIDE).order_by().values_list("path").annotate(n=Sum("number"))
    most = counts.filter(n__gte=LEAST).order_by("-n", "path")[:MOST]
    return [addresses[path] for path, _number in most]
