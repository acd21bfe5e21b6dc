"""What editors wrote: the introduction of a room, news."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import get_language

from quyen.core.arithmetic import paged
from quyen.portal.enums import Room
from quyen.portal.models import NewsPage, RoomPage

PAGE = 20


def room_page(request: HttpRequest, room: Room) -> RoomPage | None:
    """The published introduction in the language of the address, or the version that an editor is looking at. None
    where nobody has written one: the room then speaks for itself. One query."""
    seen: RoomPage | None = getattr(request, "room_page", None)
    if seen is not None:
        return seen
    live: RoomPage | None = (
        RoomPage.objects.live().filter(room=room, locale__language_code=get_language()).first()
    )
    return live


@dataclass(frozen=True)
class NewsList:
    news: tuple[NewsPage, ...]
    page: int
    pages: int


def newest(language: str, number: int) -> tuple[NewsPage, ...]:
    """The latest published news of a language. One query."""
    return tuple(_published(language)[:number])


def news_list(language: str, page: int = 1) -> NewsList:
    """Two queries."""
    rows = _published(language)
    page, pages, cut = paged(rows.count(), page, PAGE)
    return NewsList(tuple(rows[cut]), page, pages)


def _published(language: str):  # type: ignore[no-untyped-def]
    rows = NewsPage.objects.live().filter(locale__language_code=language)
    return rows.order_by("-day", "-pk")
