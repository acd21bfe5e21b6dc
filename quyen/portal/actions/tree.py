"""The tree of pages as an installation begins with it: a home, the rooms and the plain texts, in each language.

Their words are data (`portal/data/pages.<language>.json`); once made they are the editors', and nothing here changes them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from modelsearch.conf import get_app_config
from wagtail.models import Locale, Page, Site

from quyen.accounts.models import User
from quyen.organisation.models import Unit
from quyen.portal.enums import Room
from quyen.portal.models import NewsPage, RoomPage, SitePage, TextPage

FOLDER = Path(__file__).resolve().parents[1] / "data"
Body = list[tuple[str, Any]]
ROOT = "Cổng"  # the page above the homes; nobody reads it but editors, in their crumbs
LOCK = 0x7175_7965_6E0A  # a number of our own among the advisory locks of the database


@transaction.atomic
def prepare_pages(*, actor: User | None = None) -> bool:
    """Makes the tree where there is none; returns whether it did. Two processes at once make one."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
    if RoomPage.objects.exists():
        return False
    root = Page.objects.filter(depth=1).order_by("path").first() or _root()
    Page.objects.filter(pk=root.pk).update(title=ROOT, draft_title=ROOT)
    homes = [_language(code, root) for code, _name in settings.LANGUAGES]
    Page.objects.filter(depth=2).exclude(pk__in=[home.pk for home in homes]).delete()
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "root_page": homes[0], "site_name": settings.WAGTAIL_SITE_NAME},
    )
    return True


def index_pages() -> None:
    """The editors' search of pages begins here after an upgrade; from then on each change of a page is in it."""
    entries = get_app_config().get_model("IndexEntry")
    if not entries.objects.exists():
        call_command("rebuild_modelsearch_index", verbosity=0)


def _root() -> Page:
    """Wagtail's own migrations make it; a database that was emptied has none."""
    locale, _made = Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    return Page.add_root(title=ROOT, slug="root", locale=locale)


def _language(code: str, root: Page) -> RoomPage:
    """The home of one language with all under it; versions in other languages share their key."""
    words = json.loads((FOLDER / f"pages.{code}.json").read_text(encoding="utf-8"))
    locale, _made = Locale.objects.get_or_create(language_code=code)
    home = _room(Room.HOME, words["rooms"][Room.HOME], locale, f"{code}")
    fresh = Page.objects.get(pk=root.pk)
    _put(fresh, home)
    for room in Room:
        if room != Room.HOME:
            _put(home, _room(room, words["rooms"][room], locale, room.value))
    for slug, text in words["texts"].items():
        body: Body = [("words", one) for one in text["body"]]
        page = TextPage(title=text["title"], slug=slug, lede=text["lede"], body=body, locale=locale)
        _put(home, page)
    return home


def _room(room: Room, words: dict[str, str], locale: Locale, slug: str) -> RoomPage:
    return RoomPage(
        room=room, title=words["title"], slug=slug, lede=words["lede"], locale=locale, show_in_menus=False,
        search_description=words.get("search_description", ""),
    )  # fmt: skip


def _put(above: Page, page: SitePage) -> None:
    """Under a page, published. The one in the default language is the first of its kind; the others carry its key."""
    twin = _twin(page)
    if twin is not None:
        page.translation_key = twin.translation_key
    page.live, page.first_published_at = True, timezone.now()
    page.last_published_at = page.latest_revision_created_at = page.first_published_at
    above.add_child(instance=page)


def _twin(page: SitePage) -> SitePage | None:
    """The same page in the default language, where this one is in another."""
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return None
    same = type(page).objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    found: SitePage | None
    if isinstance(page, RoomPage):
        found = same.filter(room=page.room).first()
    else:
        found = same.filter(slug=page.slug).first()
    return found


@transaction.atomic
def add_news(
    *,
    actor: User | None,
    language: str,
    title: str,
    slug: str,
    lede: str,
    body: Body,
    unit: Unit | None,
    **fields: Any,
) -> NewsPage:
    """A piece of news, published at once; for set-up. People write theirs in the editors' room."""
    above = RoomPage.objects.get(room=Room.NEWS, locale__language_code=language)
    page = NewsPage(title=title, slug=slug, lede=lede, body=body, unit=unit, locale=above.locale, **fields)
    _put(above, page)
    return page
