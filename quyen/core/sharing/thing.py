"""The neutral shape of a thing that is shared: a product, an article of a treaty, a page of rights.

Every way out (OAI-PMH, feeds, JSON-LD, IIIF) is made from it, and every way in ends in it; so what one Quyen gives, the
other gets, with the credits. Times are aware; languages BCP 47; addresses whole (https://…).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from quyen.core.types import value


class Form(StrEnum):
    """What a thing is to whoever uses it, coarser than the kinds of the library."""

    TEXT = "text"
    BOOK = "book"
    PICTURE = "picture"
    PICTURES = "pictures"  # a set: exhibition, comic, postcards
    VIDEO = "video"
    SOUND = "sound"
    PLAY = "play"  # performed before people
    LAW = "law"
    DATA = "data"
    OTHER = "other"


@value
class Said:
    """Words in one language."""

    text: str
    language: str = "vi"


@value
class Word:
    """One word of a list: `slug` for programs, `names` for people."""

    slug: str
    names: tuple[Said, ...] = ()


@value
class Credit:
    """Who did what. `role` is one of author, photographer, translator, editor, performer, producer, contributor, or
    what the source says; `words` says it as it was printed ("Biên soạn")."""

    name: str
    role: str = "contributor"
    words: str = ""


@value
class Issuer:
    """The unit under whose name a thing goes out."""

    name: str
    code: str = ""
    address: str = ""


@value
class Article:
    """An article that a thing explains: code "ICCPR", path "19"."""

    code: str
    path: str
    label: str
    address: str = ""


@value
class Part:
    """One file. `role` one of main, picture, captions, transcript, cover. Sizes in bytes, pixels, seconds."""

    address: str
    media_type: str
    role: str = "main"
    name: str = ""
    size: int | None = None
    width: int | None = None
    height: int | None = None
    seconds: float | None = None
    language: str = ""
    alternative: str = ""
    sha256: str = ""


@value
class Relation:
    """`kind` one of translation-of, has-translation, edition-of, has-edition, part-of, related."""

    kind: str
    identifier: str
    address: str = ""


@value
class Thing:
    """`identifier` "oai:HOST:product/12" never changes; `changed_at` moves with every change that anyone may see."""

    identifier: str
    address: str
    form: Form
    titles: tuple[Said, ...]
    changed_at: datetime
    language: str = "vi"
    kind: Word | None = None
    descriptions: tuple[Said, ...] = ()
    credits: tuple[Credit, ...] = ()
    issuer: Issuer | None = None
    subjects: tuple[Word, ...] = ()
    audiences: tuple[Word, ...] = ()
    articles: tuple[Article, ...] = ()
    published_at: datetime | None = None
    licence: str = ""  # an address
    licence_words: str = ""
    parts: tuple[Part, ...] = ()
    relations: tuple[Relation, ...] = ()
    source: str = ""  # where it came from, for a thing that is only passed on

    @property
    def title(self) -> str:
        return said(self.titles, self.language)

    @property
    def description(self) -> str:
        return said(self.descriptions, self.language)


def said(words: tuple[Said, ...], *languages: str) -> str:
    """The words in the first of the languages that has any; else the first words; else ""."""
    by_language = {one.language: one.text for one in reversed(words)}
    for language in languages:
        if language in by_language:
            return by_language[language]
    return words[0].text if words else ""


def digest(thing: Thing) -> str:
    """Of everything but the time of change: equal where nothing that anyone sees has changed."""
    still = replace(thing, changed_at=datetime.min)
    return hashlib.sha256(repr(_plain(still)).encode()).hexdigest()


def _plain(one: Any) -> Any:
    if is_dataclass(one):
        return tuple((field.name, _plain(getattr(one, field.name))) for field in fields(one))
    if isinstance(one, tuple):
        return tuple(map(_plain, one))
    return one.isoformat() if isinstance(one, date) else one


# what XML 1.0 cannot hold at all, not even escaped
_BARRED = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Without the signs that XML cannot hold."""
    return _BARRED.sub("", text)


_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SHORT = {
    "vie": "vi", "eng": "en", "fra": "fr", "fre": "fr", "khm": "km", "lao": "lo", "zho": "zh", "chi": "zh",
    "rus": "ru", "spa": "es", "deu": "de", "ger": "de", "jpn": "ja", "kor": "ko", "ara": "ar", "tha": "th",
}  # fmt: skip  # ISO 639-2 codes, as Dublin Core often has them


def language_tag(written: str, otherwise: str = "") -> str:
    """BCP 47 of what a source wrote ("vie", "VI", "en_US"); `otherwise` where it is no tag at all."""
    tag = written.strip().replace("_", "-")
    if not _TAG.fullmatch(tag):
        return otherwise
    head, dash, rest = tag.partition("-")
    return _SHORT.get(head.lower(), head.lower()) + dash + rest
