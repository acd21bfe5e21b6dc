"""Searches that found nothing are counted, so that editors see what is missing. Nothing of the person who asked is kept:
no account, no address, no session, and no words until several searches used the same ones."""

from __future__ import annotations

import re
from datetime import date, timedelta

from django.db import DatabaseError, connection
from django.utils import timezone
from django.utils.crypto import salted_hmac

from quyen.core.finding import folded, words
from quyen.portal.models import Missed
from quyen.shared import servers

SALT = "quyen.portal.missed"
# an address of mail or of a page, a run of digits as in a telephone or identity number, a name with a title before it
_PERSONAL = re.compile(r"@|https?:|www\.|(?:\d[\s.\-]?){7,}|\b(?:ông|bà|anh|chị|cô|chú)\s+[A-ZĐÀ-Ỹ]")

_COUNTED = """
    insert into portal_missed as held (mark, words, count, first_on, last_on) values (%s, '', 1, %s, %s)
    on conflict (mark) do update set count = held.count + 1, last_on = excluded.last_on,
      words = case when held.count + 1 >= %s then %s else held.words end
"""


def note_missed(*, words: str, today: date | None = None) -> bool:
    """One more search for these words. False where they look like somebody's data, or the primary cannot be asked: a
    search never fails for being counted. One query."""
    said = _short(words)
    if said is None:
        return False
    day = today or timezone.localdate()
    mark = salted_hmac(SALT, folded(said), algorithm="sha256").hexdigest()
    try:
        with servers.by_primary(), connection.cursor() as cursor:
            cursor.execute(_COUNTED, [mark, day, day, Missed.WORDS_FROM, said])
    except DatabaseError:
        return False
    return True


def _short(text: str) -> str | None:
    """The words in small letters; None for what is too long for a question, or may be about somebody."""
    if _PERSONAL.search(text):
        return None
    said = " ".join(word.normal for word in words(text))
    return said if 1 < len(said) <= 80 else None


def forget_missed(*, today: date) -> int:
    """Counts are kept for `Missed.KEPT_DAYS` from the first search on. Returns how many went."""
    old = Missed.objects.filter(first_on__lte=today - timedelta(days=Missed.KEPT_DAYS))
    return old.delete()[0]
