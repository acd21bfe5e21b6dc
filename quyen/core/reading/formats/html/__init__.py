"""Web pages (.html) and saved web pages (.mht).

Guarantees: no script runs, nothing is fetched, no entity of a file is read; what a browser hides is left out;
bad markup never raises.
"""

from __future__ import annotations

import contextlib
import re
from email import message_from_bytes, policy
from email.message import Message

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from quyen.core.errors import DamagedFile, TooLarge
from quyen.core.reading.formats.html.page import PageReader, main_part
from quyen.core.reading.formats.limits import DEFAULT, Limits
from quyen.core.text.encodings import decode, nfc
from quyen.core.types import RawDocument, RawParagraph

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# The families of charsets that pages are written in; other names that Python knows are no charsets of pages.
_NAMED = re.compile(r"(?:windows|cp|iso[-_]?8859|koi8|gb|big5|euc|shift|sjis|tis|mac)[\w-]*\Z")
# Names that old Vietnamese pages carry whatever their bytes are: the bytes themselves decide.
_GUESSED = {"iso-8859-1", "windows-1252", "cp1252"}


def read_html(data: bytes, limits: Limits = DEFAULT, *, charset: str = "") -> RawDocument:
    """The blocks of a page; of its `main` or `article` alone where that holds most of the words."""
    text = _decoded(data, charset)
    parser = HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return RawDocument("html", [], ["Trang không có chữ nào."])
    if any("depth" in entry.message for entry in parser.error_log):
        raise TooLarge("Trang lồng nhau quá sâu.")
    reader = PageReader(limits)
    blocks = reader.read(main_part(root))
    empty = not any(not isinstance(block, RawParagraph) or block.text for block in blocks)
    return RawDocument("html", blocks, ["Trang không có chữ nào."] if empty else [])


def read_mht(data: bytes, limits: Limits = DEFAULT) -> RawDocument:
    """The page inside a MIME file: its root part, else the first HTML, else the first plain text."""
    message = message_from_bytes(data, policy=policy.compat32)
    parts = [part for part in message.walk() if not part.is_multipart()][: limits.members]
    for wanted in ("text/html", "application/xhtml+xml", "text/plain"):
        for part in parts:
            if part.get_content_type() == wanted:
                return _part(part, wanted, limits)
    raise DamagedFile("Tệp .mht không có phần văn bản nào.")


def _part(part: Message, kind: str, limits: Limits) -> RawDocument:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if kind == "text/plain":
        from quyen.core.reading.formats.plain import read_plain

        return read_plain(data, "txt")
    return read_html(data, limits, charset=str(part.get_param("charset") or ""))


def _decoded(data: bytes, charset: str) -> str:
    """The page's text by the charset it names, where the bytes agree; else by the bytes."""
    named = _CHARSET.search(data[:4096])
    name = (charset or (named[1].decode("ascii", "replace") if named else "")).strip().lower()
    if (
        _NAMED.match(name)
        and name not in _GUESSED
        and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"))
    ):
        with contextlib.suppress(LookupError, ValueError):
            return nfc(data.decode(name, "strict"))
    return decode(data)[0]
