"""What was looked for in vain, for those who write."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Sum

from quyen.core.arithmetic import paged
from quyen.portal.models import Missed

PAGE = 50


@dataclass(frozen=True)
class MissedPage:
    """`rows`: words that several searches used, the most wanted first. `unnamed` searches were made with words that too
    few used for them to be kept."""

    rows: tuple[Missed, ...]
    total: int
    unnamed: int
    page: int
    pages: int


def missed_page(page: int = 1) -> MissedPage:
    """Three queries."""
    named = Missed.objects.exclude(words="")
    total = named.count()
    page, pages, cut = paged(total, page, PAGE)
    unnamed = Missed.objects.filter(words="").aggregate(number=Sum("count"))["number"] or 0
    return MissedPage(tuple(named.order_by("-count", "words")[cut]), total, unnamed, page, pages)
