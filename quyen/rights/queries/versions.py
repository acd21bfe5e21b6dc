"""Which texts of an instrument stand on a day, and which of them a reader chose to see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils import timezone

from quyen.rights.models import Instrument, Version

USUAL = ("vi", "en")
_ORDER = {"vi": 0, "en": 1}


def current_versions(instrument: Instrument, day: date | None = None) -> tuple[Version, ...]:
    """Of each text the edition that is valid on a day; Vietnamese first, official texts before others. One query."""
    rows = Version.objects.filter(instrument=instrument).current(day or timezone.localdate()).order_by()
    return tuple(sorted(rows, key=_place))


def _place(version: Version) -> tuple[int, str, bool, str]:
    return _ORDER.get(version.language, 2), version.language, not version.is_official, version.label


def chosen_versions(versions: Iterable[Version], asked: Sequence[str], most: int = 2) -> tuple[Version, ...]:
    """`asked`: languages ("vi") or numbers of versions ("12"), in the order to be shown; what is not there is passed over.
    Where nothing asked for is there: the usual languages, else any."""
    there = list(versions)
    wanted = [one for name in asked if (one := _named(there, name)) is not None]
    if not wanted:
        wanted = [one for name in USUAL if (one := _named(there, name)) is not None] or there
    return tuple(dict.fromkeys(wanted))[:most]


def _named(versions: list[Version], name: str) -> Version | None:
    if name.isascii() and name.isdigit() and len(name) < 16:
        return next((one for one in versions if one.pk == int(name)), None)
    return next((one for one in versions if one.language == name), None)
