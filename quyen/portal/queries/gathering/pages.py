"""News and texts that editors have published."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html import unescape
from typing import Any

from quyen.portal.enums import EntryKind
from quyen.portal.models import NewsPage, SitePage, TextPage
from quyen.portal.queries.gathering.gathered import Gathered

_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"</(?:p|li|h\d|blockquote)>|<br\s*/?>")


def news(numbers: Collection[int] | None) -> Iterator[Gathered]:
    for page in _live(NewsPage, numbers):
        yield _gathered(
            EntryKind.NEWS, page, page.day.year, f"{page.day.day}/{page.day.month}/{page.day.year}"
        )


def texts(numbers: Collection[int] | None) -> Iterator[Gathered]:
    for page in _live(TextPage, numbers):
        yield _gathered(EntryKind.PAGE, page, None, "")


def _live(model: Any, numbers: Collection[int] | None) -> Iterator[Any]:
    rows = model.objects.live().public().select_related("locale")
    if numbers is not None:
        rows = rows.filter(pk__in=numbers)
    yield from rows.order_by("pk").iterator(chunk_size=500)


def _gathered(kind: str, page: SitePage, year: int | None, note: str) -> Gathered:
    parts = page.get_url_parts()
    return Gathered(
        kind=kind, number=page.pk, title=page.title, address=parts[2] if parts else "/", language=page.locale.language_code,
        body="\n".join(part for part in (page.lede, *_words(page.body)) if part), note=note, unit=page.unit_id, year=year,
    )  # fmt: skip


def _words(body: Any) -> Iterator[str]:
    """The words of the parts of a page, without their markup."""
    for block in body:
        if block.block_type == "words":
            yield unescape(_TAG.sub("", _BREAK.sub("\n", str(block.value.source)))).strip()
        elif block.block_type == "quote":
            yield f"{block.value['words']}\n{block.value['source']}"
