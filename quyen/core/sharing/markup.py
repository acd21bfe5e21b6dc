"""Small words for XML: names, elements, dates. Written and read with lxml, entities and network off."""

from __future__ import annotations

from datetime import UTC, date, datetime

from lxml import etree

from quyen.core.errors import QuyenError
from quyen.core.sharing.thing import clean

OAI = "http://www.openarchives.org/OAI/2.0/"
OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
DC = "http://purl.org/dc/elements/1.1/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
QUYEN = "urn:quyen:thing:1"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SCHEMA_LOCATION = f"{{{XSI}}}schemaLocation"

Element = etree._Element


class BadAnswer(QuyenError):
    """What another system sent is not what the protocol says."""

    advice = "Những gì đã nhận vẫn được giữ. Hãy kiểm tra lại địa chỉ nguồn, hoặc hỏi đơn vị quản lý nguồn."


def add(parent: Element, name: str, text: str = "", /, **attributes: str | int | float | None) -> Element:
    """A child in the parent's own namespace; attributes that are None or "" are left out, `language` is xml:lang."""
    space = etree.QName(parent).namespace
    found = etree.SubElement(parent, f"{{{space}}}{name}")
    fill(found, text, **attributes)
    return found


def fill(element: Element, text: str = "", /, **attributes: str | int | float | None) -> None:
    if text:
        element.text = clean(text)
    for key, what in attributes.items():
        if what not in (None, ""):
            element.set(XML_LANG if key == "language" else key, clean(str(what)))


def stamp(moment: datetime) -> str:
    """UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def moment(written: str | None) -> datetime | None:
    """A time or a day as XML writes it; None where it is neither. A day is its first instant, a time without a
    zone is UTC."""
    text = (written or "").strip()
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        try:
            day = date.fromisoformat((text + "-01-01")[:10])  # "2026" is a year
        except ValueError:
            return None
        return datetime(day.year, day.month, day.day, tzinfo=UTC)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def parse(content: bytes) -> Element:
    """The root. Errors: BadAnswer where it is not XML, or has a document type (no answer needs one)."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True)  # fmt: skip
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadAnswer("Câu trả lời của nguồn không phải XML đúng.") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadAnswer("Câu trả lời của nguồn khai báo kiểu văn bản (DOCTYPE), là điều giao thức không cần.")
    return root


def written(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def text_of(element: Element | None) -> str:
    """All text within, white space folded."""
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())
