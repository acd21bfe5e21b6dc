"""IIIF Presentation 3: a set of pictures as a manifest that any IIIF viewer opens.

Source: iiif.io/api/presentation/3.0. There is no image server behind it: each canvas paints the whole picture file.
"""

from __future__ import annotations

from typing import Any

from quyen.core.sharing.markup import stamp
from quyen.core.sharing.thing import Part, Said, Thing, said

CONTEXT = "http://iiif.io/api/presentation/3/context.json"
Node = dict[str, Any]
# manifests may only carry licences of these two houses; other words stand in requiredStatement
_RIGHTS = ("http://creativecommons.org/", "http://rightsstatements.org/")


def paintable(thing: Thing) -> list[Part]:
    """The pictures that can stand on a canvas: those whose size is known."""
    return [
        part for part in thing.parts if part.media_type.startswith("image/") and part.width and part.height
    ]


def manifest(thing: Thing, address: str) -> Node | None:
    """None where the thing has no picture of a known size. `address` is the manifest's own."""
    pictures = paintable(thing)
    if not pictures:
        return None
    node: Node = {
        "@context": CONTEXT, "id": address, "type": "Manifest", "label": _map(thing.titles),
        "summary": _map(thing.descriptions), "metadata": _facts(thing), "requiredStatement": _statement(thing),
        "rights": _rights(thing.licence), "provider": _provider(thing),
        "navDate": stamp(thing.published_at) if thing.published_at else None,
        "homepage": [{"id": thing.address, "type": "Text", "label": _map(thing.titles), "format": "text/html"}],
        "items": [_canvas(part, address, at, thing) for at, part in enumerate(pictures, 1)],
    }  # fmt: skip
    return {key: one for key, one in node.items() if one}


def _map(words: tuple[Said, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in words:
        found.setdefault(one.language or "none", []).append(one.text)
    return found


def _facts(thing: Thing) -> list[Node]:
    facts = [("Credit", credit.name) for credit in thing.credits]
    facts += [("Subject", said(word.names, thing.language) or word.slug) for word in thing.subjects]
    names = {"Credit": ("Thực hiện", "Credits"), "Subject": ("Chủ đề", "Subjects")}
    return [
        {
            "label": {"vi": [names[name][0]], "en": [names[name][1]]},
            "value": {"none": [text for key, text in facts if key == name]},
        }
        for name in dict.fromkeys(key for key, _text in facts)
    ]


def _statement(thing: Thing) -> Node | None:
    """Who is to be named wherever the pictures are shown."""
    names = [thing.issuer.name] if thing.issuer else []
    names = list(dict.fromkeys(names + [credit.name for credit in thing.credits]))
    words = [text for text in ("; ".join(names), thing.licence_words) if text]
    return {"label": {"vi": ["Nguồn"], "en": ["Attribution"]}, "value": {"none": words}} if words else None


def _rights(licence: str) -> str | None:
    """IIIF wants these addresses in their old form, with http."""
    plain = licence.replace("https://", "http://", 1).replace("://www.", "://", 1)
    return plain if plain.startswith(_RIGHTS) else None


def _provider(thing: Thing) -> list[Node] | None:
    if not thing.issuer or not thing.issuer.address:
        return None
    name = {"vi": [thing.issuer.name]}
    page = {"id": thing.issuer.address, "type": "Text", "label": name, "format": "text/html"}
    return [{"id": thing.issuer.address, "type": "Agent", "label": name, "homepage": [page]}]


def _canvas(part: Part, address: str, at: int, thing: Thing) -> Node:
    own = f"{address}/canvas/{at}"
    label = {part.language or thing.language: [part.alternative or part.name or f"{thing.title} ({at})"]}
    body = {
        "id": part.address, "type": "Image", "format": part.media_type, "width": part.width, "height": part.height,
    }  # fmt: skip
    painted = {
        "id": f"{own}/painting",
        "type": "Annotation",
        "motivation": "painting",
        "body": body,
        "target": own,
    }
    page = {"id": f"{own}/page", "type": "AnnotationPage", "items": [painted]}
    return {
        "id": own,
        "type": "Canvas",
        "label": label,
        "width": part.width,
        "height": part.height,
        "items": [page],
    }
