"""HTML that somebody pasted from Word, Google Docs or a web page, made to a small list of marks; NFC, no style."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import nh3
from lxml import etree, html

from quyen.core.text.encodings import from_font, nfc

_BARE = "h2 h3 h4 p br ul li strong b em i u sub sup mark blockquote caption table thead tbody tfoot tr hr"
#: headings, lists, links, tables, marks: what a text of the library may hold
ALLOWED: dict[str, set[str]] = {
    **{name: set() for name in _BARE.split()},
    "a": {"href"}, "ol": {"start"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan", "scope"},
}  # fmt: skip
_EMPTIED = {"script", "style", "xml", "title", "head", "iframe", "object", "embed", "svg", "math", "template", "noscript",
            "select", "button", "textarea", "audio", "video", "canvas"}  # fmt: skip
_SUPPORT = re.compile(
    r"<!\[if !supportLists\]>.*?<!\[endif\]>|<!--\[if !supportLists\]-->.*?<!--\[endif\]-->", re.S
)
_CONDITIONAL = re.compile(r"<!--\[if.*?<!\[endif\]-->|<!\[(?:if|endif)[^>]*>", re.S)
_NUMBERED = re.compile(r"\s*(?:\d{1,3}|[a-zđ]|[ivx]{1,5})[.)]\s*\Z", re.IGNORECASE)
_FAMILY = re.compile(r"font-family:\s*['\"]?([^;'\",]+)", re.IGNORECASE)
_BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style:\s*italic", re.IGNORECASE)
_LEVEL = re.compile(r"mso-list:\s*l\d+\s+level(\d)", re.IGNORECASE)
_EMPTY = re.compile(r"<(p|li|h[234]|strong|b|em|i|u|blockquote)>(?:\s|&nbsp;|\u00a0|<br>)*</\1>")
_SAID = {"img": "ảnh", "script": "mã chạy", "iframe": "trang nhúng", "form": "biểu mẫu", "video": "video", "audio": "âm thanh",
         "object": "đối tượng nhúng"}  # fmt: skip
LARGEST = 2_000_000  # signs of one paste


@dataclass(frozen=True, slots=True)
class Cleaned:
    """`removed`: what a reader would miss, with how often ({"ảnh": 2}); style and Word's own marks go without a word."""

    html: str
    removed: dict[str, int]


def clean_pasted(text: str) -> Cleaned:
    """The same words in allowed marks only. Whatever comes in, what goes out is safe to show. Errors: ValueError over
    LARGEST signs."""
    if len(text) > LARGEST:
        raise ValueError(f"Đoạn dán dài hơn {LARGEST:,} ký tự.".replace(",", "."))
    tidy = _CONDITIONAL.sub("", _SUPPORT.sub(_marker, text)).replace("\0", "")
    if not tidy.strip():
        return Cleaned("", {})
    try:
        tree = html.fragment_fromstring(f"<div>{tidy}</div>", create_parent="div")
    except (etree.LxmlError, ValueError, AssertionError):
        return Cleaned(_cleaned(tidy), {})
    removed = Counter(_SAID[el.tag] for el in tree.iter() if isinstance(el.tag, str) and el.tag in _SAID)
    _letters(tree)
    _marks(tree)
    _lists(tree)
    return Cleaned(_cleaned(etree.tostring(tree, encoding="unicode", method="html")), dict(removed))


def _cleaned(text: str) -> str:
    made = nh3.clean(
        text, tags=set(ALLOWED), attributes={name: given for name, given in ALLOWED.items() if given},
        clean_content_tags=_EMPTIED, url_schemes={"http", "https", "mailto"}, strip_comments=True, link_rel="noopener",
    )  # fmt: skip
    made, before = nfc(made.replace("\u00a0", " ").replace("&nbsp;", " ")), ""
    while made != before:
        before, made = made, _EMPTY.sub("", made)
    return re.sub(r"[ \t\r\f\v]*\n\s*", "\n", re.sub(r"[ \t]{2,}", " ", made)).strip()


def _marker(found: re.Match[str]) -> str:
    """The sign before an item of Word's list, kept apart: it tells a numbered list from a plain one."""
    sign = re.sub(r"<[^>]*>|&nbsp;|\s", "", found[0])
    sign = sign.replace("<![if!supportLists]>", "").replace("<![endif]>", "")
    return f'<span class="quyen-marker">{sign if _NUMBERED.match(sign) else ""}</span>'


def _letters(tree: html.HtmlElement) -> None:
    """Words in the old fonts (.VnTime, VNI-Times) become Unicode."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        family = _FAMILY.search(element.get("style") or "")
        font = family[1].strip() if family else element.get("face") or ""
        if font.lower().startswith((".vn", "vni")):
            for piece in element.iter():
                piece.text = from_font(piece.text, font) if piece.text else piece.text
                if piece is not element and piece.tail:
                    piece.tail = from_font(piece.tail, font)


def _marks(tree: html.HtmlElement) -> None:
    """First headings become second ones (a page has its own first); bold and italic by style become marks."""
    for element in tree.iter("h1", "h5", "h6", "span"):
        style = element.get("style") or ""
        if element.tag == "h1":
            element.tag = "h2"
        elif element.tag in ("h5", "h6"):
            element.tag = "h4"
        elif _BOLD.search(style):
            element.tag = "strong"
        elif _ITALIC.search(style):
            element.tag = "em"


def _lists(tree: html.HtmlElement) -> None:
    """Word writes an item as a paragraph that only looks like one: those in a row become one list."""
    for item in list(tree.iter("p")):
        if not _is_item(item):
            continue
        marker = item.find('.//span[@class="quyen-marker"]')
        tag = "ol" if marker is not None and (marker.text or "").strip() else "ul"
        before = item.getprevious()
        if (
            before is None
            or before.tag != tag
            or before.get("data-quyen") != "list"
            or (before.tail or "").strip()
        ):
            before = html.Element(tag, {"data-quyen": "list"})
            item.addprevious(before)
        if marker is not None:
            marker.text = ""
        tail, item.tail, item.tag = item.tail, None, "li"
        before.append(item)
        before.tail = tail


def _is_item(element: html.HtmlElement) -> bool:
    return "MsoListParagraph" in (element.get("class") or "") or bool(
        _LEVEL.search(element.get("style") or "")
    )


def plain_words(text: str) -> str:
    """The words of a page, for comparing it with others."""
    return re.sub(r"<[^>]*>", " ", _cleaned(_CONDITIONAL.sub("", text[:LARGEST])))
