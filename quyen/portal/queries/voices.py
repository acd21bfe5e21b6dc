"""What readers reported, and how often pages are read: for those who look after pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet, Sum
from django.utils import timezone

from quyen.accounts.models import User
from quyen.core.arithmetic import paged
from quyen.portal.enums import From
from quyen.portal.models import Mistake, Visit
from quyen.portal.queries.access import may_edit_pages

PAGE, DAYS, PAGES = 30, 30, 50


def readable_mistakes(user: User) -> QuerySet[Mistake]:
    return Mistake.objects.all() if may_edit_pages(user) else Mistake.objects.none()


@dataclass(frozen=True)
class MistakeList:
    mistakes: tuple[Mistake, ...]
    waiting: int
    closed: bool
    page: int
    pages: int


def mistake_list(user: User, closed: bool, page: int = 1) -> MistakeList:
    """Those that wait, the oldest first, or those done, the latest first. Three queries beside the person's roles."""
    rows = readable_mistakes(user)
    waiting = rows.filter(closed_at=None)
    asked = rows.exclude(closed_at=None).order_by("-closed_at") if closed else waiting.order_by("created_at")
    page, pages, cut = paged(asked.count(), page, PAGE)
    return MistakeList(tuple(asked.select_related("closed_by")[cut]), waiting.count(), closed, page, pages)


@dataclass(frozen=True)
class VisitPage:
    """The last thirty days: by day, by page, by language, by where they came from. `most`: of one day."""

    days: tuple[tuple[date, int], ...]
    pages: tuple[tuple[str, int], ...]
    languages: tuple[tuple[str, int], ...]
    sources: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        return sum(number for _day, number in self.days)

    @property
    def most(self) -> int:
        return max((number for _day, number in self.days), default=0)


def visit_page(today: date | None = None) -> VisitPage:
    """Four queries."""
    last = today or timezone.localdate()
    first = last - timedelta(days=DAYS - 1)
    rows = Visit.objects.filter(day__gte=first, day__lte=last).order_by()
    held = dict(rows.values_list("day").annotate(n=Sum("number")))
    every = [first + timedelta(days=at) for at in range(DAYS)]
    sources = {str(From(key).label): n for key, n in _by(rows, "source", len(From))}
    return VisitPage(
        tuple((day, held.get(day, 0)) for day in every), _by(rows, "path", PAGES),
        _by(rows, "language", 10), tuple(sources.items()),
    )  # fmt: skip


def _by(rows: QuerySet[Visit], column: str, most: int) -> tuple[tuple[str, int], ...]:
    return tuple(rows.values_list(column).annotate(n=Sum("number")).order_by("-n", column)[:most])
