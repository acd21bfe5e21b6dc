"""What a paragraph can open with, by its first word: a look at it spares most patterns of the first words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from quyen.core.reading.agencies.openings import opening_at

ASKS, CONTEXT, CLOSING, PREFIX = 1, 2, 4, 8

# the first words of the patterns of these names, the last in small letters
_WORDS = (
    (ASKS, "UBND Ủy Uỷ Thủ Chính Chủ Giao giao Đề đề Yêu yêu Phân phân Trân trân uỷ ủy"),
    (CONTEXT, "Trên Căn Theo Hằng Hàng Định Ngoài Đồng Sau Trong Trước Từ Đối Khi Để"),
    (CLOSING, "Trong Quá Trường Nếu Trên Kế Quyết Chỉ Công Nghị Chi chi Danh danh Có có Kèm kèm Nhận Tiếp"),
)
_SMALL_WORDS = "giao đề yêu trách nhiệm đối phân về kính trân"
_PREFIX_WORD = re.compile("|".join(_SMALL_WORDS.split()), re.I)
_FIRST_WORD = re.compile(r"\w*")
_LONGEST = 10  # letters that decide: none of these words has as many, nor has one that opens a name


class Beginning(NamedTuple):
    """The kinds of openings that the first word of a paragraph allows, and whether it can open a unit's name."""

    kinds: int
    names: bool


def beginning(text: str) -> Beginning:
    """What a text can open with."""
    end = text.find(" ", 0, _LONGEST)
    return _by_word(text[: end if end > 0 else _LONGEST])


@lru_cache(maxsize=1024)
def _by_word(words: str) -> Beginning:
    return Beginning(_kinds(words), opening_at(words, 0) is not None)


def _kinds(words: str) -> int:
    found = _FIRST_WORD.match(words)
    word = found[0] if found else ""
    if words.startswith("("):
        return CLOSING  # "(Chi tiết tại phụ lục kèm theo)"
    kinds = PREFIX if _PREFIX_WORD.fullmatch(word) else 0
    for kind, text in _WORDS:
        if word in text.split():
            kinds |= kind
    return kinds
