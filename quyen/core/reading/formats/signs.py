"""Signs that only look like text: symbol-font letters, hard spaces, invisible marks."""

from __future__ import annotations

import re

from quyen.core.text.encodings import nfc

#: code of the Symbol font (low byte) -> Unicode
_SYMBOL = {
    0x2D: "−", 0xA3: "≤", 0xA5: "∞", 0xA7: "-", 0xA8: "☐", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×",
    0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xD7: "⋅", 0xDE: "⇒", 0xE5: "∑",
}  # fmt: skip
#: code of the Wingdings fonts (low byte) -> Unicode
_WINGDINGS = {
    0x52: "☑", 0x6F: "☐", 0x71: "☐", 0xA8: "☐", 0xFE: "☑", 0xFD: "☒", 0xFC: "✓", 0xFB: "✗", 0xE0: "→", 0xF0: "⇒",
    0xE8: "→", 0xD8: "➢", 0x46: "☞",
}  # fmt: skip
_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff\ue000-\uf8ff]"
)
_DROPPED = [*range(0x9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF]
_TABLE: dict[int, str] = (
    dict.fromkeys(_DROPPED, "")
    | dict.fromkeys(range(0x202A, 0x202F), "")
    | {0xA0: " ", 0x202F: " ", 0x2028: "\n", 0x2029: "\n"}
    | {0xF000 + code: chr(code) for code in range(0x20, 0x7F)}
    | {0xF000 + code: "•" for code in range(0x80, 0x100)}
    | {0xF000 + code: sign for code, sign in _SYMBOL.items()}
)


def clean(text: str) -> str:
    """NFC, hard spaces as spaces, invisible marks dropped, private symbol codes as the sign they show."""
    return nfc(text.translate(_TABLE) if _ODD.search(text) else text)


def symbol(font: str, code: int) -> str:
    """The sign that a symbol font shows for a code (F0xx or the low byte alone); "•" where unknown."""
    low = code & 0xFF
    if "wingdings" in font.lower() or "webdings" in font.lower():
        return _WINGDINGS.get(low, "•")
    return _SYMBOL.get(low) or (chr(low) if 0x20 <= low < 0x7F else "•")
