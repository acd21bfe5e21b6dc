"""The sign that a browser draws before a list item."""

from __future__ import annotations

from lxml import etree

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def marker(item: etree._Element) -> str:
    """ "- " in a bulleted list, "3. ", "c. " or "III. " in a numbered one."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    count = _count(item, parent)
    kind = parent.get("type") or "1"
    return f"{_formatted(count, kind)}. "


def _count(item: etree._Element, parent: etree._Element) -> int:
    """The number of an item: its own `value`, else one more than the item before it."""
    steps = 0
    current: etree._Element | None = item
    while current is not None:
        own = _whole(current.get("value"))
        if own is not None:
            return own + steps
        current = current.getprevious()
        while current is not None and current.tag != "li":
            current = current.getprevious()
        steps += 1
    start = _whole(parent.get("start"))
    return (1 if start is None else start) + steps - 1


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.strip().isdecimal() and len(text) < 9 else None


def _formatted(count: int, kind: str) -> str:
    if kind in "aA" and 0 < count <= 26:
        letter = chr(ord("a") + count - 1)
    elif kind in "iI" and 0 < count < 40:
        letter = ""
        for worth, sign in _ROMAN:
            letter += sign * (count // worth)
            count %= worth
    else:
        return str(count)
    return letter.upper() if kind.isupper() else letter
