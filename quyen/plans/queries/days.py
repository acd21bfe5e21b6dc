"""How near a day is, in the words of lists: over, soon, later, none named."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext as _

from quyen.core.text.rhythm import Rhythm
from quyen.shared.enums import RHYTHM_WORDS

SOON = timedelta(days=30)
LATE, MONTH, NEXT, LATER, NO_DAY = "qua-han", "thang-nay", "sap-den", "ve-sau", "khong-han"
BUCKETS = (LATE, NEXT, LATER, NO_DAY)


def bucket_of(days: int | None) -> str:
    """`days` until then, below 0 where it is over, None where no day is named."""
    if days is None:
        return NO_DAY
    if days < 0:
        return LATE
    return NEXT if days <= SOON.days else LATER


def bucket_labels() -> dict[str, str]:
    return {
        LATE: _("Đã qua hạn"),
        NEXT: _("Đến hạn trong 30 ngày"),
        LATER: _("Về sau"),
        NO_DAY: _("Không ghi ngày"),
    }


class Dated:
    """A line of a list of work: a task or an assignment."""

    pk: int
    recurs: str
    days: int | None

    @property
    def key(self) -> str:
        return str(self.pk)

    @property
    def bucket(self) -> str:
        return bucket_of(self.days)

    @property
    def days_over(self) -> int:
        return -(self.days or 0)

    @property
    def recurs_said(self) -> str:
        return recurs_word(self.recurs)


def recurs_word(recurs: str) -> str:
    return str(RHYTHM_WORDS[Rhythm(recurs)]) if recurs in RHYTHM_WORDS else ""
