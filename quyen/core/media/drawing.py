"""SVG drawings written anew from a list of what a drawing needs: no script, no page inside, nothing from elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from lxml import etree

from quyen.core.media.record import DEFAULT, DRAWING, Found, Limits, Problem

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_HREF = f"{{{XLINK}}}href"
_SPACES: Any = {None: SVG, "xlink": XLINK}  # the stubs know no namespace without a name
_DRAWN = """
    svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath image
    linearGradient radialGradient stop pattern clipPath mask marker style switch view
    filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
    feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode
    feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
"""
ELEMENTS = frozenset(_DRAWN.split())
#: attributes that lead elsewhere, run, or change what an address means; all others only draw
_REFERRING = frozenset(
    ("href", "src", "base", "from", "to", "values", "begin", "attributeName", "ping", "target")
)
_INSIDE = re.compile(r"\s*#[\w.:-]+\s*")
_PICTURE = re.compile(r"\s*data:image/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\s]+")
_URL = re.compile(r"url\(\s*(['\"]?)(.*?)\1\s*\)", re.IGNORECASE | re.DOTALL)
_UNSAFE_STYLE = re.compile(
    r"\\|@import|@font-face|@namespace|expression\s*\(|javascript:|-moz-binding|behavior\s*:|<", re.I
)
_NUMBER = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(px|pt|mm|cm|in|pc)?\s*\Z")
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "pc": 16.0}
_NAMES = {"script": "mã chạy (script)", "foreignObject": "trang web nhúng (foreignObject)", "a": "liên kết",
          "animate": "chuyển động", "set": "chuyển động", "animateTransform": "chuyển động", "animateMotion": "chuyển động",
          "href": "tham chiếu ra ngoài", "style": "kiểu chữ, kiểu nét tải từ ngoài", "on": "mã chạy khi bấm (on…)",
          "iframe": "trang web nhúng"}  # fmt: skip
_ELEMENTS_MOST = 200_000


@dataclass(frozen=True, slots=True)
class Redrawn:
    """`svg` holds only what is on the list; `removed` says in Vietnamese what was left out, with how often."""

    svg: bytes
    width: int
    height: int
    removed: dict[str, int]


def look_at_drawing(data: bytes, limits: Limits = DEFAULT) -> Found:
    """What was left out is told as a problem that does not refuse: the drawing shown is the safe one."""
    try:
        made = redrawn(data, limits)
    except ValueError as error:
        problem = Problem(
            "bad-svg", str(error), "Hãy xuất lại từ chương trình vẽ dưới dạng “SVG thuần” (Plain SVG)."
        )
        return Found(DRAWING, "image/svg+xml", problems=(problem,))
    problems: tuple[Problem, ...] = ()
    if made.removed:
        said = ", ".join(f"{name} ({count})" if count > 1 else name for name, count in made.removed.items())
        problems = (
            Problem(
                "made-safe",
                f"Đã bỏ khỏi hình vẽ: {said}.",
                "Hãy xem lại hình; bản gốc vẫn giữ riêng, không đăng.",
                False,
            ),
        )
    return Found(DRAWING, "image/svg+xml", made.width, made.height, problems=problems)


def redrawn(data: bytes, limits: Limits = DEFAULT) -> Redrawn:
    """The same drawing made of allowed elements and attributes only. Errors: ValueError, in Vietnamese, where it is no
    well-formed SVG, declares entities or is too large."""
    if len(data) > limits.text:
        raise ValueError(f"Hình vẽ lớn hơn {limits.text >> 20} MB.")
    root = _parsed(data)
    if etree.QName(root).localname != "svg" or etree.QName(root).namespace not in (SVG, None):
        raise ValueError("Tệp không phải hình vẽ SVG.")
    removed: Counter[str] = Counter()
    made = etree.Element(f"{{{SVG}}}svg", nsmap=_SPACES)
    _copy(root, made, removed)
    width, height = _size(made)
    return Redrawn(etree.tostring(made, encoding="utf-8", xml_declaration=True), width, height, dict(removed))


def _parsed(data: bytes) -> etree._Element:
    plain = data.replace(b"\0", b"")
    if b"<!ENTITY" in plain[: 1 << 16] or b"<!entity" in plain[: 1 << 16]:
        raise ValueError("Hình vẽ khai báo thực thể (ENTITY), thứ có thể làm treo máy người xem.")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        raise ValueError(f"Hình vẽ viết sai ở dòng {line}, không mở được.") from error


def _copy(old: etree._Element, new: etree._Element, removed: Counter[str]) -> None:
    """Without recursion: a drawing may be nested as deep as its maker likes."""
    waiting, seen = [(old, new)], 0
    while waiting:
        source, target = waiting.pop()
        seen += 1
        if seen > _ELEMENTS_MOST:
            raise ValueError(f"Hình vẽ có hơn {_ELEMENTS_MOST} nét.")
        target.text, target.tail = source.text, source.tail if target is not new else None
        _attributes(source, target, removed)
        if etree.QName(source).localname == "style":
            target.text = _stylesheet(source.text or "", removed)
            continue
        for child in source:
            if isinstance(child.tag, str) and (name := _allowed(child, removed)):
                waiting.append((child, etree.SubElement(target, f"{{{SVG}}}{name}")))


def _allowed(element: etree._Element, removed: Counter[str]) -> str:
    """The element's name where it draws; a link gives what it holds, as a group."""
    name = etree.QName(element)
    if name.namespace not in (SVG, None):
        return ""  # what a drawing program keeps for itself: not shown, not told
    if name.localname in ELEMENTS:
        return name.localname
    if name.localname != "metadata":
        removed[_NAMES.get(name.localname, f"<{name.localname[:40]}>")] += 1
    return "g" if name.localname == "a" else ""


def _attributes(source: etree._Element, target: etree._Element, removed: Counter[str]) -> None:
    for key, given in source.attrib.items():
        value = str(given)
        name = etree.QName(key)
        local = name.localname
        if local == "href" and name.namespace in (None, XLINK):
            if source.tag.endswith("}a") or source.tag == "a":
                continue
            if _INSIDE.fullmatch(value) or (source.tag.endswith("image") and _PICTURE.fullmatch(value)):
                target.set(_HREF, value.strip())
            else:
                removed[_NAMES["href"]] += 1
        elif name.namespace == "http://www.w3.org/XML/1998/namespace" and local == "space":
            target.set(key, value)
        elif name.namespace is None:
            _plain_attribute(target, local, value, removed)


def _plain_attribute(target: etree._Element, name: str, value: str, removed: Counter[str]) -> None:
    if name.lower().startswith("on"):
        removed[_NAMES["on"]] += 1
    elif name in _REFERRING:
        removed[_NAMES["href"]] += 1
    elif _leads_out(value):
        removed[_NAMES["style"] if name == "style" else _NAMES["href"]] += 1
    else:
        target.set(name, value)


def _stylesheet(text: str, removed: Counter[str]) -> str:
    if _leads_out(text):
        removed[_NAMES["style"]] += 1
        return ""
    return text


def _leads_out(value: str) -> bool:
    """Whether a style or an attribute asks for anything that is not in the drawing itself."""
    if _UNSAFE_STYLE.search(value):
        return True
    places = _URL.findall(value)
    return any(not place.strip().startswith("#") for _, place in places) or value.lower().count(
        "url("
    ) != len(places)


def _size(root: etree._Element) -> tuple[int, int]:
    """Pixels, from width and height, else from the view box; 300 by 150 where it says nothing, as browsers do."""
    box = re.split(r"[\s,]+", (root.get("viewBox") or "").strip())
    sides = [_pixels(root.get("width")), _pixels(root.get("height"))]
    if not all(sides) and len(box) == 4:
        sides = [_pixels(box[2]), _pixels(box[3])]
    if not all(sides):
        sides = [300.0, 150.0]
    return max(1, round(min(sides[0], 20_000.0))), max(1, round(min(sides[1], 20_000.0)))


def _pixels(words: str | None) -> float:
    found = _NUMBER.match(words or "")
    return float(found[1]) * _UNITS[found[2] or ""] if found else 0.0
