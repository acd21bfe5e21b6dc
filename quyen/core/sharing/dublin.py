"""Simple Dublin Core (`oai_dc`), which every harvester understands. It cannot tell credits apart by role, nor carry
files with their alternative text: `full` does."""

from __future__ import annotations

from datetime import datetime

from lxml import etree

from quyen.core.sharing.markup import (
    DC,
    OAI_DC,
    SCHEMA_LOCATION,
    XML_LANG,
    XSI,
    Element,
    moment,
    stamp,
    text_of,
)
from quyen.core.sharing.thing import (
    Credit,
    Form,
    Issuer,
    Part,
    Relation,
    Said,
    Thing,
    Word,
    clean,
    language_tag,
)

SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
CREATORS = ("author", "photographer", "performer")
# DCMI Type Vocabulary
TYPES = {
    Form.TEXT: "Text", Form.BOOK: "Text", Form.LAW: "Text", Form.PICTURE: "StillImage",
    Form.PICTURES: "Collection", Form.VIDEO: "MovingImage", Form.SOUND: "Sound", Form.PLAY: "Event",
    Form.DATA: "Dataset", Form.OTHER: "InteractiveResource",
}  # fmt: skip
FORMS = {
    "text": Form.TEXT, "book": Form.BOOK, "article": Form.TEXT, "stillimage": Form.PICTURE, "image": Form.PICTURE,
    "collection": Form.PICTURES, "movingimage": Form.VIDEO, "video": Form.VIDEO, "sound": Form.SOUND,
    "audio": Form.SOUND, "event": Form.PLAY, "dataset": Form.DATA,
}  # fmt: skip


def to_dublin(thing: Thing) -> Element:
    root = etree.Element(f"{{{OAI_DC}}}dc", nsmap={"oai_dc": OAI_DC, "dc": DC, "xsi": XSI})
    root.set(SCHEMA_LOCATION, f"{OAI_DC} {SCHEMA}")
    for name, one in _values(thing):
        child = etree.SubElement(root, f"{{{DC}}}{name}")
        child.text = clean(one.text)
        if one.language:
            child.set(XML_LANG, one.language)
    return root


def _values(thing: Thing) -> list[tuple[str, Said]]:
    found = [("title", one) for one in thing.titles]
    found += [(_element(one), Said(one.name, "")) for one in thing.credits]
    found += [("subject", name) for word in thing.subjects for name in word.names]
    found += [("subject", Said(one.label, "")) for one in thing.articles]
    found += [("description", one) for one in thing.descriptions]
    plain = [
        ("publisher", thing.issuer.name if thing.issuer else ""),
        ("date", stamp(thing.published_at)[:10] if thing.published_at else ""),
        ("type", TYPES[thing.form]),
        *(("format", one) for one in dict.fromkeys(part.media_type for part in thing.parts)),
        ("identifier", thing.address),
        ("identifier", thing.identifier),
        ("source", thing.source),
        ("language", thing.language),
        *(("relation", one.address or one.identifier) for one in thing.relations),
        ("rights", thing.licence_words),
        ("rights", thing.licence),
    ]
    return found + [(name, Said(text, "")) for name, text in plain if text]


def _element(credit: Credit) -> str:
    return "creator" if credit.role in CREATORS else "contributor"


def from_dublin(root: Element, identifier: str, changed_at: datetime) -> Thing | None:
    """What a record of Dublin Core says; None where it has no title, which nothing can be shown without."""
    found = {name: _all(root, name) for name in ("title", "description", "subject", "rights", "identifier")}
    if not found["title"]:
        return None
    language = language_tag(_one(root, "language"), found["title"][0].language or "vi")
    addresses = [one.text for one in found["identifier"] if one.text.startswith(("http://", "https://"))]
    licences = [one.text for one in found["rights"] if one.text.startswith(("http://", "https://"))]
    words = [one.text for one in found["rights"] if one.text not in licences]
    kinds = [one.text for one in _all(root, "type")]
    return Thing(
        identifier=identifier,
        address=addresses[0] if addresses else "",
        form=next((FORMS[kind.lower()] for kind in kinds if kind.lower() in FORMS), Form.OTHER),
        titles=_spoken(found["title"], language),
        changed_at=changed_at,
        language=language,
        kind=Word(kinds[0]) if kinds else None,
        descriptions=_spoken(found["description"], language),
        credits=tuple(
            Credit(one.text, role)
            for name, role in (("creator", "author"), ("contributor", "contributor"))
            for one in _all(root, name)
        ),
        issuer=Issuer(_one(root, "publisher")) if _one(root, "publisher") else None,
        subjects=tuple(Word("", (Said(one.text, one.language or language),)) for one in found["subject"]),
        published_at=moment(_one(root, "date")),
        licence=licences[0] if licences else "",
        licence_words="; ".join(words),
        parts=_parts(root, addresses),
        relations=tuple(Relation("related", one.text, _web(one.text)) for one in _all(root, "relation")),
        source=_one(root, "source"),
    )


def _parts(root: Element, addresses: list[str]) -> tuple[Part, ...]:
    """Dublin Core does not say which address is a file; the ones after the first are, in wide use."""
    kinds = [one.text for one in _all(root, "format") if "/" in one.text and " " not in one.text]
    rest = addresses[1:]
    return tuple(
        Part(one, kinds[i] if i < len(kinds) else "application/octet-stream") for i, one in enumerate(rest)
    )


def _web(text: str) -> str:
    return text if text.startswith(("http://", "https://")) else ""


def _spoken(words: list[Said], language: str) -> tuple[Said, ...]:
    return tuple(Said(one.text, one.language or language) for one in words)


def _all(root: Element, name: str) -> list[Said]:
    found = root.iterfind(f"{{{DC}}}{name}")
    return [Said(text, language_tag(one.get(XML_LANG, ""))) for one in found if (text := text_of(one))]


def _one(root: Element, name: str) -> str:
    return next((one.text for one in _all(root, name)), "")
