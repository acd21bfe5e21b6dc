"""Words cleaned of what does not belong to them."""

from __future__ import annotations

import re
import unicodedata

_MARKDOWN_LINK = re.compile(r"!?\[([^\[\]]{0,500})\]\([^()\s]{0,1000}(?:\s\"[^\"\n]{0,200}\")?\)")
_STRESS = re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,400}?)(?<=\S)\1(?![\w*])")
_NOTE_MARK = re.compile(r"\[\^?\d{1,3}\]|\[\*{1,3}\]")
_NOTE_LINE = re.compile(r"\s*\[\^?\d{1,3}\]:?\s")
_SPACES = re.compile(r"[^\S\n]+")
_UNSEEN: dict[int, str | None] = dict.fromkeys(
    [*map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"), *range(9), *range(0x0E, 0x20), 0x7F, 11, 12]
)


_UNSEEN |= {0xD0: "Đ", 0xF0: "đ"}  # the Icelandic letters that old Vietnamese pages have instead


def clean(text: str) -> str:
    """One line or several: NFC, one space between words, no sign that is not seen, no surrogate."""
    text = text.encode("utf-8", "ignore").decode("utf-8")
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text).translate(_UNSEEN)).strip()


def lines_of(text: str) -> list[str]:
    """Its lines, clean, without those that are empty."""
    return [line for line in map(clean, text.splitlines()) if line]


def without_markdown(text: str) -> str:
    """Links give their words; stress and marks of footnotes go, and so does a line that is a footnote."""
    text = "\n".join(line for line in text.splitlines() if not _NOTE_LINE.match(line))
    text = _MARKDOWN_LINK.sub(r"\1", text)
    return _NOTE_MARK.sub("", _STRESS.sub(r"\2", text))
