"""The demo's public site: who looks after it, and six pieces of news in three languages.

Places, units and people of the demo are made up, and each piece says so by the name of its unit. Safe to run twice.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from django.db import transaction

from quyen.organisation.models import Unit
from quyen.portal.actions.tree import add_news, prepare_pages
from quyen.portal.models import NewsPage, SitePage

NEWS = Path(__file__).resolve().parent / "data" / "demo_news.json"


@transaction.atomic
def portal_pages(unit: Unit) -> None:
    """`unit` leads the programme: its people look after all pages."""
    prepare_pages()
    SitePage.objects.filter(unit=None).update(unit=unit)
    if NewsPage.objects.exists():
        return
    for one in json.loads(NEWS.read_text(encoding="utf-8")):
        key = None
        for language in ("vi", "en", "km"):
            words = one[language]
            more = {"translation_key": key} if key else {}
            page = add_news(
                actor=None, language=language, title=words["title"], slug=one["slug"], lede=words["lede"],
                body=[("words", words["body"]), *_figure(one)], unit=unit, day=date.fromisoformat(one["day"]), **more,
            )  # fmt: skip
            key = page.translation_key


def _figure(one: dict[str, object]) -> list[tuple[str, object]]:
    return [("figure", {"code": one["figure"], "words": ""})] if "figure" in one else []
