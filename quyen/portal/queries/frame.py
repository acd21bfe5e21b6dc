"""The frame of a public page: rooms, languages, addresses of the same page in the other languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

NAMES = {"vi": "Tiếng Việt", "en": "English", "km": "ខ្មែរ"}  # each in its own letters
SHORT = {"vi": "Việt", "en": "English", "km": "ខ្មែរ"}
ROOMS = [  # (name of the address, word); a room that is not built is not named
    ("portal:situations", _("Quyền của tôi")),
    ("portal:treaties", _("Công ước")),
    ("portal:library", _("Thư viện")),
    ("portal:progress", _("Tiến độ")),
    ("portal:news", _("Tin")),
]
FOOT = [
    ("portal:laws", _("Pháp luật Việt Nam")),
    ("portal:recommendations", _("Khuyến nghị quốc tế")),
    ("portal:open_data", _("Dữ liệu mở")),
]
TEXTS = [
    ("kha-nang-tiep-can", _("Khả năng tiếp cận")),
    ("rieng-tu", _("Riêng tư")),
    ("lien-he", _("Liên hệ")),
]


def languages() -> tuple[str, ...]:
    return tuple(code for code, _name in settings.LANGUAGES)


def in_language(path: str, code: str) -> str:
    """The address of the same page in another language: "/tin/" and "/km/tin/"."""
    first, _slash, rest = path.lstrip("/").partition("/")
    bare = rest if first in languages() and first != settings.LANGUAGE_CODE else path.lstrip("/")
    return f"/{bare}" if code == settings.LANGUAGE_CODE else f"/{code}/{bare}"


def found_in(request: HttpRequest, there: Mapping[str, str] | tuple[str, ...], otherwise: str = "") -> None:
    """Says in which languages this very page exists: codes, or codes with the address of each. `otherwise`: the address
    (of this language) to which the switch leads for the other languages, where this one answers in none but those."""
    request.otherwise = otherwise or request.path  # type: ignore[attr-defined]
    request.found_in = (  # type: ignore[attr-defined]
        dict(there)
        if isinstance(there, Mapping)
        else {code: in_language(request.path, code) for code in there}
    )


@dataclass(frozen=True)
class Tongue:
    """One language of the switch. `there`: whether this very page exists in it."""

    code: str
    name: str
    short: str
    address: str
    current: bool
    there: bool


@dataclass(frozen=True)
class Door:
    address: str
    word: str
    current: bool


class Frame:
    """Asked for by templates as `site`; each part is worked out when it is looked at."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.language = get_language() or settings.LANGUAGE_CODE

    @cached_property
    def tongues(self) -> list[Tongue]:
        there: dict[str, str] | None = getattr(self.request, "found_in", None)
        elsewhere, made = getattr(self.request, "otherwise", self.request.path), []
        for code in languages():
            address = (there or {}).get(code) or in_language(elsewhere, code)
            known = there is None or code in there
            made.append(Tongue(code, NAMES[code], SHORT[code], address, code == self.language, known))
        return made

    @cached_property
    def alternates(self) -> list[tuple[str, str]]:
        """(code, whole address) of each language in which this page exists, for search engines."""
        return [(one.code, settings.ADDRESS + one.address) for one in self.tongues if one.there]

    @cached_property
    def canonical(self) -> str:
        """The whole address under which this page is to be known: where it does not exist in the language of the
        address, that of the first language in which it does."""
        here = {one.code: one.address for one in self.tongues if one.there}
        address = here.get(self.language) or next(iter(here.values()), self.request.path)
        return settings.ADDRESS + address

    @cached_property
    def first(self) -> str:
        """Address of the Vietnamese version, for readers whose language is none of ours."""
        return next((address for code, address in self.alternates if code == settings.LANGUAGE_CODE), "")

    @cached_property
    def home(self) -> str:
        return reverse("portal:home")

    @property
    def search(self) -> str:
        return f"{self.home}tim/"

    @cached_property
    def rooms(self) -> list[Door]:
        return self._doors(ROOMS)

    @cached_property
    def foot(self) -> list[Door]:
        return self._doors(FOOT) + [self._door(f"{self.home}{slug}/", str(word)) for slug, word in TEXTS]

    @property
    def mistake(self) -> str:
        """Where a reader says what is wrong with this page."""
        return f"{self.home}bao-sai/?trang={quote(self.request.path)}"

    def _doors(self, named: Iterable[tuple[str, object]]) -> list[Door]:
        found = []
        for name, word in named:
            with suppress(NoReverseMatch):
                found.append(self._door(reverse(name), str(word)))
        return found

    def _door(self, address: str, word: str) -> Door:
        return Door(address, word, self.request.path.startswith(address))
