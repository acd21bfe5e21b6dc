"""The name a unit is known by, beside the one in the text: abbreviations written out, one spelling."""

from __future__ import annotations

import re
from functools import lru_cache

from quyen.core.text.folding import fold, fold_tones
from quyen.core.text.unit_words import FIELDS, SHORT_WORDS

_BY_SHORT = {short: name for name, shorts in FIELDS.items() for short in shorts}
_BY_FOLDED = {fold(re.sub(r"[\W_]+", " ", name)): name for name in FIELDS}
_SAME = {"Văn hóa, Thể thao, Du lịch": "Văn hóa, Thể thao và Du lịch", "Công thương": "Công Thương"}
_FIELD_UNIT = re.compile(r"(Sở|Bộ|Ban|Phòng)\s++(.+)\Z", re.I)
_WORD = re.compile(r"[A-ZĐ]{2,}(?:\.[A-ZĐ]{2,})*")
_LEADING = re.compile(r"(?:các|những|toàn thể|tất cả các)\s++", re.I)
_PLACE = re.compile(r"\s(?:tỉnh|thành phố|TP\.?|Tỉnh|Thành phố)(?:\s.*)?\Z")


@lru_cache(maxsize=2048)
def canonical_name(text: str) -> str:
    """`text` with abbreviations written out and the usual spelling of fields; itself where nothing is known."""
    name = fold_tones(" ".join(text.split())).strip(" .;:,")
    name = name.replace("Uỷ", "Ủy").replace("uỷ", "ủy")
    found = _FIELD_UNIT.match(name)
    if found:
        return f"{found[1].capitalize()} {field_name(found[2])}"
    name = _WORD.sub(lambda word: _long(word[0]), name)
    if _LEADING.match(name):
        return name[0].lower() + name[1:]
    return name[:1].upper() + name[1:]


def field_name(text: str) -> str:
    """ "KH&CN tỉnh" -> "Khoa học và Công nghệ tỉnh"; unknown fields as they are."""
    place = _PLACE.search(text)
    tail = place[0] if place else ""
    body = text[: len(text) - len(tail)]
    squeezed = re.sub(r"[\s&.,\-–]|và", "", body)
    if squeezed in _BY_SHORT:
        return _BY_SHORT[squeezed] + tail
    known = _BY_FOLDED.get(fold(re.sub(r"[\W_]+", " ", body)))
    return (_SAME.get(known, known) if known else body) + tail


def _long(word: str) -> str:
    return " ".join(SHORT_WORDS.get(part, part) for part in word.split("."))
