"""What stands in feeds: the newest products that fit, the newest pages of news."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time

from django.conf import settings

from quyen.core.sharing import Form, Said, Thing
from quyen.library.enums import Language, ProductKind
from quyen.library.queries import published_products
from quyen.organisation.models import Unit
from quyen.portal.models import NewsPage
from quyen.portal.queries.pages import newest
from quyen.portal.queries.things import host, things_of
from quyen.rights.models import Topic
from quyen.shared.views import whole

MOST = 50


@dataclass(frozen=True)
class Asked:
    """Which products; `named` says it in words for the feed's title."""

    language: str = ""
    kind: str = ""
    topic: str = ""
    unit: int | None = None
    named: tuple[str, ...] = ()


def asked_of(given: Callable[[str, str], str]) -> Asked | None:
    """From an address: `loai`, `chu-de`, `don-vi`, `tieng`. None where one of them is not there. Up to two queries."""
    kind, topic, unit, language = (given(name, "") for name in ("loai", "chu-de", "don-vi", "tieng"))
    if (kind and kind not in ProductKind.values) or (language and language not in Language.values):
        return None
    named = [str(ProductKind(kind).label)] if kind else []
    named += [str(Language(language).label)] if language else []
    if topic:
        known = Topic.objects.filter(slug=topic).first()
        if known is None:
            return None
        named.append(known.name_vi)
    number = whole(unit)
    if unit:
        issuer = Unit.objects.filter(pk=number).first() if number else None
        if issuer is None:
            return None
        named.append(issuer.name)
    return Asked(language, kind, topic, number, tuple(named))


def product_things(asked: Asked) -> tuple[Thing, ...]:
    """The newest fifty."""
    rows = published_products(
        asked.language or None, asked.kind or None, asked.topic or None, unit=asked.unit
    )
    pks = list(rows.values_list("pk", flat=True)[:MOST])
    found = things_of(pks)
    return tuple(found[pk] for pk in pks if pk in found)


def news_things(language: str) -> tuple[Thing, ...]:
    """The newest news of a language. One query and those of their addresses."""
    return tuple(news_thing(page, language) for page in newest(language, MOST))


def news_thing(page: NewsPage, language: str) -> Thing:
    """A piece of news as it is shared."""
    day = datetime.combine(page.day, time(), UTC)
    return Thing(
        identifier=f"oai:{host()}:news/{page.pk}", address=settings.ADDRESS + (page.url or "/"), form=Form.TEXT,
        titles=(Said(page.title, language),), changed_at=page.last_published_at or day, language=language,
        descriptions=(Said(page.lede, language),) if page.lede else (), published_at=day,
    )  # fmt: skip
