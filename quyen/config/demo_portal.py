"""The demo's public site: who looks after it, and six pieces of news in three languages.

Places, units and people of the demo are made up, and each piece says so by the name of its unit. Safe to run twice.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from quyen.organisation.models import Unit
from quyen.portal.actions.tree import add_news, prepare_pages
from quyen.portal.enums import Room
from quyen.portal.models import NewsPage, RoomPage, SitePage

NEWS = Path(__file__).resolve().parent / "data" / "demo_news.json"


def portal_pages(unit: Unit, newsroom: Unit | None = None) -> None:
    """`unit` leads the programme: its people look after all pages; those of `newsroom` write the news."""
    with transaction.atomic():
        prepare_pages()
        RoomPage.objects.filter(room=Room.NEWS, unit=None).update(unit=newsroom or unit)
        SitePage.objects.filter(unit=None).update(unit=unit)
        if not NewsPage.objects.exists():
            for one in json.loads(NEWS.read_text(encoding="utf-8")):
                _add(one, unit)


def _add(one: dict[str, Any], unit: Unit) -> None:
    """One piece in its languages, all under one key."""
    figure = [("figure", {"code": one["figure"], "words": ""})] if "figure" in one else []
    key: dict[str, Any] = {}
    for language in ("vi", "en", "km"):
        words = one[language]
        page = add_news(
            actor=None, language=language, title=words["title"], slug=one["slug"], lede=words["lede"],
            body=[("words", words["body"]), *figure], unit=unit, day=date.fromisoformat(one["day"]), **key,
        )  # fmt: skip
        key = {"translation_key": page.translation_key}
