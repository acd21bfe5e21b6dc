"""A Word file opened for a check of form, with the reader's own guards: no entity, nothing that unpacks too large."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from quyen.core.errors import DamagedFile, UnknownKind
from quyen.core.form.lines import Paragraph, Walk
from quyen.core.form.looks import Styles
from quyen.core.reading.formats.container import parse_xml
from quyen.core.reading.formats.docx.numbering import Numbering
from quyen.core.reading.formats.docx.package import Package, R, W
from quyen.core.reading.formats.limits import DEFAULT, Limits

SAVE_AS = "Tệp vẫn được giữ nguyên. Hãy mở tệp trên máy, lưu thành .docx rồi kiểm tra lại."
# ISO "Strict" files use other names for the same things.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
)


@dataclass(slots=True)
class Opened:
    """`sections` in order; headers and footers are read when asked for."""

    package: Package
    styles: Styles
    limits: Limits
    paragraphs: list[Paragraph]
    sections: list[etree._Element]
    settings: etree._Element | None

    def page_numbers(self, section: etree._Element, tag: str, kind: str) -> list[Paragraph] | None:
        """The paragraphs with words of a header or footer ("headerReference", "default") that holds a field with the
        page's number; None where it is missing, broken or holds none."""
        for reference in section.iter(W + tag):
            if reference.get(W + "type", "default") == kind:
                root = self._root(reference.get(R + "id", ""))
                if root is None or not _has_page_field(root):
                    return None
                walk = Walk(self.styles, Numbering(None), self.limits)
                return [one for one in walk.paragraphs(root) if one.lines]
        return None

    def _root(self, relation: str) -> etree._Element | None:
        data = self.package.chunk(relation)
        try:
            return None if data is None else parse_xml(usual(data))
        except DamagedFile:
            return None


def open_docx(data: bytes, limits: Limits = DEFAULT) -> Opened:
    """The file. Raises UnknownKind for what is no Word file of today, and DamagedFile, ProtectedFile, TooLarge or
    UnsafeFile where it cannot be opened."""
    if data and not data.startswith(b"PK"):
        raise UnknownKind("Tệp này không phải tệp Word dạng .docx.", advice=SAVE_AS)
    package = Package(data, limits)
    root = parse_xml(usual(package.raw))
    if root.tag != W + "document":
        raise UnknownKind("Tệp này không phải văn bản Word.", advice=SAVE_AS)
    body = root.find(W + "body")
    styles = Styles(package.part("styles"), package.part("theme"))
    walk = Walk(styles, Numbering(package.part("numbering")), limits)
    return Opened(
        package,
        styles,
        limits,
        [] if body is None else list(walk.paragraphs(body)),
        [] if body is None else [one for one in body.iter(W + "sectPr") if not _is_former(one)],
        package.part("settings"),
    )


def usual(data: bytes) -> bytes:
    """The bytes of a part with the usual names of its elements."""
    for strict, name in _STRICT if b"purl.oclc.org" in data[:4096] else ():
        data = data.replace(strict, name)
    return data


def _is_former(section: etree._Element) -> bool:
    """A section as it was before a tracked change."""
    above = section.getparent()
    return above is not None and above.tag == W + "sectPrChange"


def _has_page_field(root: etree._Element) -> bool:
    codes = [element.text or "" for element in root.iter(W + "instrText")]
    codes += [element.get(W + "instr", "") for element in root.iter(W + "fldSimple")]
    return any(code.split()[:1] == ["PAGE"] for code in codes)
