"""The parts of a Word file and how they hang together."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from lxml import etree

from quyen.core.errors import DamagedFile
from quyen.core.reading.formats.container import Container, parse_xml
from quyen.core.reading.formats.limits import Limits

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# ISO "Strict" files use other names for the same things.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
)
# Properties that say nothing to this reader, as a writer's program puts them into every paragraph: taken out of
# the bytes, they cost a third of what they would cost as elements. Text in CDATA could look like them.
_UNREAD = re.compile(
    rb"<w:(?:(?:spacing|ind|bidi|szCs|sz|lang|color|kern|bCs|iCs|noProof|keepNext|keepLines|widowControl"
    rb"|contextualSpacing|proofErr)(?: w:[A-Za-z]++=\"[^\"<>]*+\")* ?/>|rPr(?:/>|></w:rPr>))"
)


class Package:
    """A Word file: its main part (`document`), and the parts that part points to."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._container = Container(data, limits)
        self._main = self._main_name()
        self._folder = posixpath.dirname(self._main)
        self.raw = self._container.read(self._main)
        self.document = self._xml(_bare(self.raw))
        self.targets = self._targets()
        self.has_macros = any(name.lower().endswith("vbaproject.bin") for name in self._container.members)
        self.has_embeddings = any("/embeddings/" in name for name in self._container.members)
        self.pictures = sum("/media/" in name for name in self._container.members)

    def part(self, kind: str) -> etree._Element | None:
        """The root of the part of a kind ("styles", "numbering", "footnotes" ...); None where it is missing
        or broken: the body can be read without it."""
        for found, target in self.targets.values():
            if found == kind and target in self._container:
                try:
                    return self._xml(self._container.read(target))
                except DamagedFile:
                    return None
        return None

    def chunk(self, relation: str) -> bytes | None:
        """The bytes behind one relation of the main part."""
        _, target = self.targets.get(relation, ("", ""))
        return self._container.get(target)

    def _main_name(self) -> str:
        rels = self._container.get("_rels/.rels")
        for relation in self._relations(rels):
            target = relation.get("Target", "").lstrip("/")
            if relation.get("Type", "").endswith("/officeDocument") and target in self._container:
                return target
        return "word/document.xml"

    def _targets(self) -> dict[str, tuple[str, str]]:
        """Relation id -> (kind, name of the part). Targets outside the file are left out."""
        name = f"{self._folder}/_rels/{posixpath.basename(self._main)}.rels".lstrip("/")
        found = {}
        for relation in self._relations(self._container.get(name)):
            if relation.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(
                posixpath.join("/", self._folder, unquote(relation.get("Target", "")))
            )
            kind = relation.get("Type", "").rpartition("/")[2]
            found[relation.get("Id", "")] = (kind, target.lstrip("/"))
        return found

    def _relations(self, data: bytes | None) -> list[etree._Element]:
        try:
            return [] if data is None else list(parse_xml(data).iter(_RELATIONSHIP))
        except DamagedFile:
            return []

    def _xml(self, data: bytes) -> etree._Element:
        if b"purl.oclc.org" in data[:4096]:
            for strict, usual in _STRICT:
                data = data.replace(strict, usual)
        return parse_xml(data)


def _bare(data: bytes) -> bytes:
    return data if b"<![CDATA[" in data else _UNREAD.sub(b"", data)


def is_on(element: etree._Element | None, default: bool = False) -> bool:
    """An on/off property: there and not switched off."""
    return default if element is None else element.get(W + "val", "1") not in ("0", "false", "off", "none")


def value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute of an element that may be missing; "" where either is."""
    return "" if element is None else element.get(W + name, "")


def number(element: etree._Element | None, default: int = 0) -> int:
    """The whole number in `w:val`; the default where it is missing or no number."""
    text = value(element)
    return int(text) if re.fullmatch(r"[+-]?\d{1,9}", text) else default
