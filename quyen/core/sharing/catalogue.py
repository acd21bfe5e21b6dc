"""What data there is to take: as DCAT 3 (JSON-LD, w3.org/TR/vocab-dcat-3) and as Frictionless Data Package 1."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from quyen.core.sharing.markup import stamp
from quyen.core.sharing.tables import Column
from quyen.core.sharing.thing import Said, said
from quyen.core.types import value

Node = dict[str, Any]
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#", "xsd": "http://www.w3.org/2001/XMLSchema#",
}  # fmt: skip
_TYPES = {"list": "string"}


@value
class File:
    """One way to take a data set away. `size` and `sha256` only where the file is kept and not made anew."""

    address: str
    media_type: str
    title: str
    size: int | None = None
    sha256: str = ""


@value
class DataSet:
    """`slug` is its name in addresses; `source` says in words where its facts come from."""

    slug: str
    titles: tuple[Said, ...]
    descriptions: tuple[Said, ...]
    columns: tuple[Column, ...]
    address: str
    source: str
    licence: str
    changed_at: datetime | None = None
    keywords: tuple[str, ...] = ()
    files: tuple[File, ...] = ()


@value
class Catalogue:
    title: str
    description: str
    address: str
    publisher: str
    language: str
    data_sets: tuple[DataSet, ...]


def dcat(catalogue: Catalogue) -> Node:
    """The catalogue as JSON-LD."""
    publisher = {"@type": "foaf:Organization", "foaf:name": catalogue.publisher}
    return {
        "@context": _CONTEXT, "@id": catalogue.address, "@type": "dcat:Catalog",
        "dct:title": catalogue.title, "dct:description": catalogue.description, "dct:language": catalogue.language,
        "dct:publisher": publisher, "dcat:dataset": [_data_set(one, publisher) for one in catalogue.data_sets],
    }  # fmt: skip


def _data_set(one: DataSet, publisher: Node) -> Node:
    node: Node = {
        "@id": one.address, "@type": "dcat:Dataset", "dct:identifier": one.slug, "dct:title": _spoken(one.titles),
        "dct:description": _spoken(one.descriptions), "dct:publisher": publisher, "dct:license": {"@id": one.licence},
        "dct:source": one.source, "dcat:keyword": list(one.keywords), "dcat:landingPage": {"@id": one.address},
        "dct:spatial": {"@id": "http://publications.europa.eu/resource/authority/country/VNM"},
        "dcat:distribution": [_file(file, one) for file in one.files],
    }  # fmt: skip
    if one.changed_at:
        node["dct:modified"] = {"@type": "xsd:dateTime", "@value": stamp(one.changed_at)}
    return node


def _file(file: File, one: DataSet) -> Node:
    node: Node = {
        "@type": "dcat:Distribution", "dct:title": file.title, "dcat:mediaType": file.media_type,
        "dcat:downloadURL": {"@id": file.address}, "dct:license": {"@id": one.licence},
    }  # fmt: skip
    if file.size is not None:
        node["dcat:byteSize"] = file.size
    if file.sha256:
        algorithm = {"@id": "spdx:checksumAlgorithm_sha256"}
        node["spdx:checksum"] = {"spdx:algorithm": algorithm, "spdx:checksumValue": file.sha256}
    return node


def _spoken(words: tuple[Said, ...]) -> list[Node]:
    return [{"@language": one.language, "@value": one.text} for one in words]


@value
class Packed:
    """A data set as a file of the package: its path there, size and hash."""

    data_set: DataSet
    path: str
    size: int
    sha256: str
    rows: int


def data_package(catalogue: Catalogue, packed: Sequence[Packed], made_at: datetime) -> Node:
    """`datapackage.json` of the bulk file (specs.frictionlessdata.io/data-package)."""
    return {
        "profile": "data-package", "name": "quyen", "title": catalogue.title, "description": catalogue.description,
        "homepage": catalogue.address, "created": stamp(made_at), "licenses": _licences(packed),
        "contributors": [{"title": catalogue.publisher, "role": "publisher"}],
        "resources": [_resource(one) for one in packed],
    }  # fmt: skip


def _licences(packed: Sequence[Packed]) -> list[Node]:
    return [{"path": one} for one in dict.fromkeys(pack.data_set.licence for pack in packed)]


def _resource(pack: Packed) -> Node:
    one = pack.data_set
    return {
        "profile": "tabular-data-resource", "name": one.slug, "path": pack.path, "format": "csv",
        "mediatype": "text/csv", "encoding": "utf-8", "bytes": pack.size, "hash": f"sha256:{pack.sha256}",
        "title": said(one.titles, "vi"), "description": said(one.descriptions, "vi"),
        "licenses": [{"path": one.licence}], "sources": [{"title": one.source, "path": one.address}],
        "schema": {"fields": [_field(column) for column in one.columns], "missingValues": [""]},
    }  # fmt: skip


def _field(column: Column) -> Node:
    field = {"name": column.name, "type": _TYPES.get(column.kind, column.kind), "title": column.title}
    return field | ({"description": column.about} if column.about else {})
