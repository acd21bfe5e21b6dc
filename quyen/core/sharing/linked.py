"""schema.org as JSON-LD: what search engines and other programs read out of a public page.

Source: schema.org, release 29; the properties that Google's and schema.org's validators ask for are always there where
the thing has them (name, url, inLanguage, publisher; contentUrl, thumbnailUrl and uploadDate for video).
"""

from __future__ import annotations

import json
from typing import Any

from quyen.core.sharing.catalogue import DataSet
from quyen.core.sharing.markup import stamp
from quyen.core.sharing.thing import Credit, Form, Part, Said, Thing, said

CONTEXT = "https://schema.org"
TYPES = {
    Form.TEXT: "Article", Form.BOOK: "Book", Form.PICTURE: "ImageObject", Form.PICTURES: "Collection",
    Form.VIDEO: "VideoObject", Form.SOUND: "AudioObject", Form.PLAY: "Play", Form.LAW: "Legislation",
    Form.DATA: "Dataset", Form.OTHER: "CreativeWork",
}  # fmt: skip
ROLES = {
    "author": "author", "translator": "translator", "editor": "editor", "photographer": "creator",
    "producer": "producer", "performer": "contributor",
}  # fmt: skip
_MEDIA = ("ImageObject", "VideoObject", "AudioObject")
Node = dict[str, Any]


def linked(thing: Thing) -> Node:
    """The thing as one node of schema.org; what it does not have is left out."""
    kind = TYPES[thing.form]
    node: Node = {
        "@context": CONTEXT, "@type": kind, "@id": thing.identifier, "url": thing.address,
        "name": _spoken(thing.titles), "inLanguage": thing.language, "description": _spoken(thing.descriptions),
        "dateModified": stamp(thing.changed_at), "license": thing.licence or thing.licence_words or None,
        "datePublished": stamp(thing.published_at) if thing.published_at else None,
        "genre": said(thing.kind.names, "vi") or thing.kind.slug if thing.kind else None,
        "keywords": [name.text for word in thing.subjects for name in word.names],
        "audience": [{"@type": "Audience", "audienceType": said(one.names, "vi") or one.slug} for one in thing.audiences],
        "about": [{"@type": "Legislation", "name": one.label, "url": one.address} for one in thing.articles],
        "isBasedOn": thing.source or None, "isAccessibleForFree": True,
    }  # fmt: skip
    if kind == "Article":
        node["headline"] = thing.title[:110]
    _name_people(node, thing)
    _relate(node, thing)
    _hold(node, thing, kind)
    return {key: one for key, one in node.items() if one not in (None, "", [], {})}


def block(node: Node) -> str:
    """As text that may stand inside <script type="application/ld+json">: nothing in it can end the element."""
    text = json.dumps(node, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def legislation(
    *, identifier: str, address: str, name: str, kind: str, language: str, signed: str = "", part_of: str = "",
    is_ended: bool = False,
) -> Node:  # fmt: skip
    """An article of a treaty or a law; `signed` an ISO day, `part_of` the address of the whole instrument; `is_ended`: no
    longer in force."""
    node = {
        "@context": CONTEXT, "@type": "Legislation", "@id": address, "url": address, "name": name,
        "legislationIdentifier": identifier, "legislationType": kind, "inLanguage": language,
        "legislationDate": signed, "isPartOf": {"@type": "Legislation", "url": part_of} if part_of else None,
        "legislationLegalForce": "NotInForce" if is_ended else None,
    }  # fmt: skip
    return {key: one for key, one in node.items() if one}


def described(data: DataSet) -> Node:
    """A set of open data, as search engines for data ask for it."""
    node = {
        "@context": CONTEXT, "@type": "Dataset", "@id": data.address, "url": data.address, "name": _spoken(data.titles),
        "description": _spoken(data.descriptions), "license": data.licence, "isAccessibleForFree": True,
        "keywords": list(data.keywords), "variableMeasured": [column.title for column in data.columns],
        "creator": {"@type": "Organization", "name": "Quyền"}, "isBasedOn": data.source,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": one.media_type, "contentUrl": one.address} for one in data.files
        ],
    }  # fmt: skip
    return {key: one for key, one in node.items() if one}


def _spoken(words: tuple[Said, ...]) -> Any:
    if len(words) < 2:
        return words[0].text if words else None
    return [{"@language": one.language, "@value": one.text} for one in words]


def _name_people(node: Node, thing: Thing) -> None:
    if thing.issuer:
        office = {"@type": "Organization", "name": thing.issuer.name, "url": thing.issuer.address}
        node["publisher"] = {key: one for key, one in office.items() if one}
    for credit in thing.credits:
        node.setdefault(ROLES.get(credit.role, "contributor"), []).append(_someone(credit))
    if "author" not in node and "publisher" in node:
        node["author"] = node["publisher"]
    if thing.credits:
        node["creditText"] = ", ".join(credit.name for credit in thing.credits)


def _someone(credit: Credit) -> Node:
    """A person or a house: which of them, a name does not say; both are things with a name."""
    return {"@type": ["Person", "Organization"], "name": credit.name}


def _relate(node: Node, thing: Thing) -> None:
    named = {
        "translation-of": "translationOfWork",
        "has-translation": "workTranslation",
        "part-of": "isPartOf",
    }
    for relation in thing.relations:
        if name := named.get(relation.kind):
            work = {"@type": "CreativeWork", "@id": relation.identifier, "url": relation.address}
            node.setdefault(name, []).append({key: one for key, one in work.items() if one})


def _hold(node: Node, thing: Thing, kind: str) -> None:
    main = next((part for part in thing.parts if part.role == "main"), None)
    look = next((part for part in thing.parts if part.role in ("cover", "picture")), None)
    if look:
        node["thumbnailUrl"] = look.address
    if main and kind in _MEDIA:
        node |= {key: one for key, one in _file(main).items() if key != "@type"}
        node["uploadDate"] = node["datePublished"]
        captions = [part for part in thing.parts if part.role == "captions"]
        if captions and kind == "VideoObject":
            node["caption"] = [_file(part) | {"@type": "MediaObject"} for part in captions]
    else:
        node["encoding"] = [_file(part) for part in thing.parts if part.role in ("main", "picture")]


def _file(part: Part) -> Node:
    kinds = {"image": "ImageObject", "video": "VideoObject", "audio": "AudioObject"}
    node = {
        "@type": kinds.get(part.media_type.partition("/")[0], "MediaObject"), "contentUrl": part.address,
        "encodingFormat": part.media_type, "contentSize": str(part.size) if part.size else None,
        "width": part.width, "height": part.height, "inLanguage": part.language or None,
        "duration": f"PT{part.seconds:.0f}S" if part.seconds else None, "caption": part.alternative or None,
        "sha256": part.sha256 or None,
    }  # fmt: skip
    return {key: one for key, one in node.items() if one}
