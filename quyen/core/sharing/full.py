"""The format `quyen`: all of a shared thing as XML, and back again. Its schema is thing.xsd beside this file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from lxml import etree

from quyen.core.sharing.markup import (
    QUYEN,
    SCHEMA_LOCATION,
    XML_LANG,
    XSI,
    BadAnswer,
    Element,
    add,
    moment,
    stamp,
    text_of,
)
from quyen.core.sharing.thing import (
    Article,
    Credit,
    Form,
    Issuer,
    Part,
    Relation,
    Said,
    Thing,
    Word,
    language_tag,
)

SCHEMA_FILE = Path(__file__).with_name("thing.xsd")
_Q = f"{{{QUYEN}}}"


def to_full(thing: Thing, schema: str = "") -> Element:
    """`schema` is the address at which the schema can be read, for whoever checks."""
    root = etree.Element(_Q + "thing", nsmap={"quyen": QUYEN, "xsi": XSI})
    if schema:
        root.set(SCHEMA_LOCATION, f"{QUYEN} {schema}")
    root.set("form", thing.form.value)
    root.set(XML_LANG, thing.language)
    _say(root, thing)
    _name(root, thing)
    for part in thing.parts:
        _part(root, part)
    for relation in thing.relations:
        add(root, "relation", kind=relation.kind, identifier=relation.identifier, href=relation.address)
    if thing.source:
        add(root, "source", thing.source)
    return root


def _say(root: Element, thing: Thing) -> None:
    for name, words in (("title", thing.titles), ("description", thing.descriptions)):
        for one in words:
            add(root, name, one.text, language=one.language)
    if thing.kind:
        _word(root, "kind", thing.kind)
    add(root, "address", thing.address)
    if thing.published_at:
        add(root, "published", stamp(thing.published_at))


def _name(root: Element, thing: Thing) -> None:
    if thing.issuer:
        add(root, "issuer", thing.issuer.name, code=thing.issuer.code, href=thing.issuer.address)
    for credit in thing.credits:
        add(root, "credit", credit.name, role=credit.role, words=credit.words)
    for name, words in (("subject", thing.subjects), ("audience", thing.audiences)):
        for word in words:
            _word(root, name, word)
    for article in thing.articles:
        add(root, "article", article.label, code=article.code, path=article.path, href=article.address)
    if thing.licence or thing.licence_words:
        add(root, "licence", thing.licence_words, href=thing.licence)


def _word(root: Element, name: str, word: Word) -> None:
    element = add(root, name, slug=word.slug)
    for one in word.names:
        add(element, "name", one.text, language=one.language)


def _part(root: Element, part: Part) -> None:
    element = add(
        root, "file", href=part.address, type=part.media_type, role=part.role, name=part.name, size=part.size,
        width=part.width, height=part.height, seconds=part.seconds, language=part.language, sha256=part.sha256,
    )  # fmt: skip
    if part.alternative:
        add(element, "alternative", part.alternative)


def from_full(root: Element, identifier: str, changed_at: datetime) -> Thing | None:
    """The thing; None where it has no title. Errors: BadAnswer where numbers are no numbers."""
    titles = _said(root, "title")
    if not titles:
        return None
    try:
        return _thing(root, identifier, changed_at, titles)
    except ValueError as error:
        raise BadAnswer(f"Bản ghi {identifier} có chỗ viết sai: {error}.") from error


def _thing(root: Element, identifier: str, changed_at: datetime, titles: tuple[Said, ...]) -> Thing:
    licence, issuer = root.find(_Q + "licence"), root.find(_Q + "issuer")
    form = root.get("form", "")
    return Thing(
        identifier=identifier,
        address=_web(text_of(root.find(_Q + "address"))),
        form=Form(form) if form in set(Form) else Form.OTHER,
        titles=titles,
        changed_at=changed_at,
        language=language_tag(root.get(XML_LANG, ""), titles[0].language),
        kind=next(iter(_words(root, "kind")), None),
        descriptions=_said(root, "description"),
        credits=tuple(
            Credit(text_of(one), one.get("role", "contributor"), one.get("words", ""))
            for one in root.iterfind(_Q + "credit")
        ),
        issuer=None
        if issuer is None
        else Issuer(text_of(issuer), issuer.get("code", ""), _web(issuer.get("href", ""))),
        subjects=_words(root, "subject"),
        audiences=_words(root, "audience"),
        articles=tuple(
            Article(one.get("code", ""), one.get("path", ""), text_of(one), _web(one.get("href", "")))
            for one in root.iterfind(_Q + "article")
        ),
        published_at=moment(text_of(root.find(_Q + "published"))),
        licence="" if licence is None else _web(licence.get("href", "")),
        licence_words=text_of(licence),
        parts=tuple(_read_part(one) for one in root.iterfind(_Q + "file")),
        relations=tuple(
            Relation(one.get("kind", "related"), one.get("identifier", ""), _web(one.get("href", "")))
            for one in root.iterfind(_Q + "relation")
        ),
        source=text_of(root.find(_Q + "source")),
    )


def _read_part(one: Element) -> Part:
    def whole(name: str) -> int | None:
        return int(one.get(name, "")) if one.get(name) else None

    return Part(
        address=_web(one.get("href", "")), media_type=one.get("type", ""), role=one.get("role", "main"),
        name=one.get("name", ""), size=whole("size"), width=whole("width"), height=whole("height"),
        seconds=float(one.get("seconds", "")) if one.get("seconds") else None,
        language=language_tag(one.get(XML_LANG, "")), alternative=text_of(one.find(_Q + "alternative")),
        sha256=one.get("sha256", ""),
    )  # fmt: skip


def _web(text: str) -> str:
    """An address on the web, or nothing: a `javascript:` address would wait for whoever clicks it."""
    return text if text.startswith(("http://", "https://")) else ""


def _said(root: Element, name: str) -> tuple[Said, ...]:
    return tuple(
        Said(text, language_tag(one.get(XML_LANG, ""), "vi"))
        for one in root.iterfind(_Q + name)
        if (text := text_of(one))
    )


def _words(root: Element, name: str) -> tuple[Word, ...]:
    return tuple(Word(one.get("slug", ""), _said(one, "name")) for one in root.iterfind(_Q + name))
