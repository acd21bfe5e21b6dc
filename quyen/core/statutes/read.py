"""Bytes of a file -> Statute, by its content."""

from __future__ import annotations

import re

from lxml import etree

from quyen.core.errors import DamagedFile, TooLarge, UnsafeFile
from quyen.core.reading.formats import open_document
from quyen.core.reading.formats.limits import MIB
from quyen.core.statutes.akoma import read_akoma
from quyen.core.statutes.document import from_document
from quyen.core.statutes.json_form import read_json
from quyen.core.statutes.shape import NoArticles, Statute, Unit
from quyen.core.statutes.udhr import read_udhr

MOST = 16 * MIB  # the longest code of law has less than 2 MiB of words
_XML = re.compile(rb"\s*(?:<\?xml|<(?:\w+:)?(?:akomaNtoso|udhr)\b)")
_HTML = re.compile(rb"<(?:\w+:)?html\b|<!doctype\s+html", re.I)


def read_statute(data: bytes, name: str = "") -> Statute:
    """Raises the errors of `quyen.core.errors` (NoArticles among them) and no other."""
    if len(data) > MOST:
        raise TooLarge(f"Tệp lớn hơn {MOST // MIB} MiB.")
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:4096]
    if head.startswith(b"{"):
        statute = read_json(data)
    elif _XML.match(head) and not _HTML.search(head):
        statute = _from_xml(data)
    else:
        statute = from_document(open_document(data, name))
    return _with_words(statute)


def _from_xml(data: bytes) -> Statute:
    root = _root(data)
    tag = etree.QName(root).localname if isinstance(root.tag, str) else ""
    if tag == "udhr":
        return read_udhr(root)
    if tag == "akomaNtoso":
        return read_akoma(root)
    raise DamagedFile("Tệp XML không phải Akoma Ntoso hoặc bản Tuyên ngôn của efele.net.")


def _root(data: bytes) -> etree._Element:
    """A document type, and with it any entity, is refused before it is parsed."""
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", data[:65536], re.I):
        raise UnsafeFile("Tệp XML khai báo DOCTYPE hoặc thực thể, thứ mà văn bản luật không cần.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )  # fmt: skip
    try:
        root = etree.fromstring(data.lstrip(b"\xef\xbb\xbf \t\r\n"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile("Nội dung XML trong tệp bị hỏng hoặc lồng nhau quá sâu.") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsafeFile("Tệp XML khai báo DOCTYPE hoặc thực thể, thứ mà văn bản luật không cần.")
    return root


def _with_words(statute: Statute) -> Statute:
    """An article without words is left out and named."""
    empty = [unit for unit in statute.units if unit.kind in ("article", "preamble") and not _words(unit)]
    if not empty:
        return statute
    units = tuple(unit for unit in statute.units if unit not in empty)
    if not any(unit.kind == "article" for unit in units):
        raise NoArticles("Các điều trong tệp đều không có chữ.")
    named = ", ".join(unit.number or "lời nói đầu" for unit in empty[:20])
    note = f"Không có chữ, được bỏ qua: điều {named}."
    return Statute(units, statute.title, statute.language, statute.code, (*statute.notes, note))


def _words(unit: Unit) -> bool:
    return any(one.text for one in unit.paragraphs)
