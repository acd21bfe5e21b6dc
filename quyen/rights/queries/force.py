"""Which laws, and which of their articles, stand no longer, soon will not, or may not."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from quyen.core.schedule import today
from quyen.rights.enums import StatusKind
from quyen.rights.models import Instrument, Status
from quyen.rights.queries.names import address_of

Ended = dict[str, list[Status]]  # by the code of the instrument
GONE, COMING, PERHAPS = "gone", "coming", "perhaps"


@dataclass(frozen=True)
class Lapse:
    """`kind`: GONE, replaced since the day; COMING, replaced from a day on that is still ahead; PERHAPS, a source says so
    that nobody has compared. `articles`: only these; empty for the whole."""

    kind: str
    status: Status

    @property
    def successor(self) -> Instrument | None:
        return self.status.successor

    @property
    def address(self) -> str:
        """The public page of what stands in its place; empty where that is not kept here."""
        return address_of(self.successor.code) if self.successor else ""

    @property
    def before(self) -> str:
        """What is said before the name of the successor, in the language of the screen."""
        return _BEFORE[self.kind, self.successor is not None]() % {"on": self.status.shown}

    @property
    def name(self) -> str:
        return named(self.successor) if self.successor else ""

    @property
    def unsure(self) -> bool:
        return self.kind == PERHAPS


_BEFORE = {
    (GONE, True): lambda: _("Đã được thay thế từ %(on)s bởi"),
    (GONE, False): lambda: _("Đã hết hiệu lực từ %(on)s."),
    (COMING, True): lambda: _("Sẽ được thay thế từ %(on)s bởi"),
    (COMING, False): lambda: _("Sẽ hết hiệu lực từ %(on)s."),
    (PERHAPS, True): lambda: _("Có thể đã được thay thế bởi"),
    (PERHAPS, False): lambda: _("Có thể đã hết hiệu lực."),
}


def named(instrument: Instrument) -> str:
    """ "Luật An ninh mạng 2025 (116/2025/QH15)"."""
    return f"{instrument.short} ({instrument.number})" if instrument.number else instrument.short


def lapses(statuses: Iterable[Status], day: date | None = None) -> tuple[Lapse, ...]:
    """Of some statuses those that end something, the surest first. `day` is today by default."""
    day = day or today()
    found = [Lapse(_kind(one, day), one) for one in statuses if one.what == StatusKind.REPLACED]
    return tuple(sorted(found, key=lambda one: ((GONE, COMING, PERHAPS).index(one.kind), one.status.on)))


def lapse_of(statuses: Iterable[Status], article: str, day: date | None = None) -> Lapse | None:
    """What ended, or will end, an article; with "" for one, the instrument as a whole."""
    return next((one for one in lapses(statuses, day) if one.status.concerns(article)), None)


def _kind(status: Status, day: date) -> str:
    if not status.stands:
        return PERHAPS
    return GONE if status.on <= day else COMING


def endings(codes: Collection[str] | None = None) -> QuerySet[Status]:
    """The statuses that end something, of some instruments or of all. One query, with both instruments."""
    rows = Status.objects.filter(what=StatusKind.REPLACED).select_related("instrument", "successor")
    return rows if codes is None else rows.filter(instrument__code__in=codes)


def by_code(statuses: Iterable[Status]) -> Ended:
    found: Ended = {}
    for one in statuses:
        found.setdefault(one.instrument.code, []).append(one)
    return found
