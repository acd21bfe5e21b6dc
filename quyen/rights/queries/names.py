"""Which instruments a text may cite, and where the public finds an article. Remembered by each process for a minute."""

from __future__ import annotations

import time

from django.utils.translation import get_language

from quyen.core.citing import KNOWN, Named, Names
from quyen.core.schedule import today
from quyen.rights.enums import INTERNATIONAL, StatusKind
from quyen.rights.models import Instrument, Status

REMEMBERED = 60  # seconds; a process that changes an instrument forgets at once
_BUILT_IN = {one.code: one for one in KNOWN}
_TREATIES = frozenset(_BUILT_IN) - {"HP2013"}
Table = tuple[float, Names, frozenset[str], dict[str, tuple[str, str]]]
_held: list[Table] = []


def known_names() -> Names:
    """Those of the core and of all instruments here. At most two queries a minute."""
    return _table()[1]


def forget_names() -> None:
    """After an instrument was added or called otherwise."""
    _held.clear()


def address_of(code: str, path: str = "", language: str | None = None) -> str:
    """The public address of an instrument, an article, or a place in an article: "/cong-uoc/ICCPR/dieu-19/#d-19-2".
    `language`: of the page; without it that of the screen."""
    tongue = (language or get_language() or "vi").partition("-")[0]
    room = "cong-uoc" if code in _TREATIES or code in _table()[2] else "phap-luat"
    page = f"/{room}/{code}/" if tongue == "vi" else f"/{tongue}/{room}/{code}/"
    article, _dot, below = path.partition(".")
    if not article:
        return page
    if not article[0].isdigit():  # the preamble, a part: on the instrument's own page
        return f"{page}#{anchor_of(path)}"
    return f"{page}dieu-{article}/{f'#{anchor_of(path)}' if below else ''}"


def anchor_of(path: str) -> str:
    """The id of a clause or point on the page of its article."""
    return "d-" + path.replace(".", "-")


def short_of(code: str) -> str:
    """How an instrument is called in a citation: a treaty by its code, as everywhere, a law by its short name."""
    _when, _names, international, shorts = _table()
    if code in _TREATIES or code in international or code not in shorts:
        return code
    vi, en = shorts[code]
    return vi if (get_language() or "vi").startswith("vi") else en or vi


def _table() -> Table:
    if _held and time.monotonic() - _held[0][0] < REMEMBERED:
        return _held[0]
    rows = list(
        Instrument.objects.values_list(
            "code", "year", "names", "number", "name_vi", "name_en", "short_vi", "kind", "short_en"
        )
    )
    idle = _not_in_force()
    named = [
        Named(code, year, _words(code, names, vi, en, short), number, code not in idle)
        for code, year, names, number, vi, en, short, _kind, _short_en in rows
    ]
    names = Names([*(one for code, one in _BUILT_IN.items() if code not in {row[0] for row in rows}), *named])
    international = frozenset(row[0] for row in rows if row[7] in INTERNATIONAL)
    found = (time.monotonic(), names, international, {row[0]: (row[6], row[8]) for row in rows})
    _held[:] = [found]
    return found


def _not_in_force() -> set[str]:
    """Laws that are replaced, and those of which nothing says that they are in force yet."""
    told: dict[str, set[str]] = {}
    rows = Status.objects.filter(stands=True, articles="").exclude(instrument__kind__in=INTERNATIONAL)
    for code, what, on in rows.values_list("instrument__code", "what", "on"):
        told.setdefault(code, set()).update({what} if on <= today() else ())
    return {
        code for code, said in told.items() if StatusKind.REPLACED in said or StatusKind.IN_FORCE not in said
    }


def _words(code: str, names: list[str], vi: str, en: str, short: str) -> tuple[str, ...]:
    """A title is a name as well; of the well-known ones the core has more."""
    own = _BUILT_IN[code].words if code in _BUILT_IN else ()
    return tuple(dict.fromkeys(word for word in (*own, *names, vi, en, short) if word))
