"""Which kinds of names a word can open. Most words open none, and a look at the first word spares every pattern.

The words come from the lists the patterns are made of; where a pattern spells its beginnings out, they stand
here beside it by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from quyen.core.text.small_letters import small_letters
from quyen.core.text.unit_words import GROUP_NOUNS, HEADS

UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
FIELD, COUNCIL, OFFICIAL, HOLDER, HEAD, GROUP, LISTED, HOLDERS, FORCES = (1 << bit for bit in range(9))

_SPELLINGS = (("óa", "oá"), ("òa", "oà"), ("ỏa", "oả"), ("ủy", "uỷ"), ("úy", "uý"), ("ụy", "uỵ"))
_FIRST_WORD = re.compile(r"\w*")
_LONGEST = 10  # letters that decide: no word that opens a name has as many
_OPENERS = (
    (FIELD, "Giám Bộ Thứ Chánh Lãnh Trưởng Văn Các các Sở sở bộ Ban Phòng phòng Ngành ngành"),
    (COUNCIL, "Phó Chủ Văn Thường VP Lãnh Chánh Đảng Đoàn UBND HĐND Hội"),
    (OFFICIAL, "Các các Công công"),
    (HOLDER, "Các các Lãnh Chủ Tổ Thành thành Đại Trưởng Thường Người Đảng Phó Những những"),
    (LISTED, "Các các Sở sở Bộ bộ Phòng phòng"),
    (HOLDERS, "Thủ Giám Lãnh Chủ Bộ Trưởng Thành"),
    (FORCES, "các lực cơ"),
)
_COUNCIL_WORDS = [first + second for first in "ỦủUu" for second in "yỷỶ"]
_GROUP_OPENERS = "toàn tất mọi từng các những"


class Opening(NamedTuple):
    """A word that can open names, and the kinds of these."""

    kinds: int
    word: str
    small: str  # in small letters, as groups are found


def _word(text: str) -> str:
    found = _FIRST_WORD.match(text)
    return found[0] if found else ""


def spelled(words: str) -> str:
    """A pattern for words in any spacing and either placing of the tone mark."""
    for early, late in _SPELLINGS:
        words = words.replace(early, f"(?:{early}|{late})")
    return words.replace(", ", r"\s?,\s?").replace(" - ", r"\s?[-–]\s?").replace(" ", r"\s")


def by_first_word(names: Iterable[str]) -> dict[str, list[str]]:
    """Names under the word they begin with, in either placing of its tone mark; the longest first."""
    table: dict[str, list[str]] = {}
    for name in sorted(set(names), key=len, reverse=True):
        word = _word(name)
        for key in {word, *(word.replace(early, late) for early, late in _SPELLINGS)}:
            table.setdefault(key, []).append(name)
    return table


def _by_word() -> dict[str, int]:
    words = [(word, kind) for kind, text in _OPENERS for word in text.split()]
    words += [(word, COUNCIL) for word in _COUNCIL_WORDS]
    words += [(word, HEAD) for word in by_first_word(HEADS)]
    table: dict[str, int] = {}
    for word, kind in words:
        table[word] = table.get(word, 0) | kind
    return table


_KINDS = _by_word()
# small and capital letters are one in the names of groups
_GROUP_WORDS = frozenset([*by_first_word(GROUP_NOUNS), *_GROUP_OPENERS.split()])


@lru_cache(maxsize=8192)
def _opening(words: str) -> Opening | None:
    word = _word(words)
    small = small_letters(word)
    kinds = _KINDS.get(word, 0) | (GROUP if small in _GROUP_WORDS else 0)
    return Opening(kinds, word, small) if kinds else None


def opening_at(text: str, at: int) -> Opening | None:
    """The word at `at`, if it can open a name."""
    end = text.find(" ", at, at + _LONGEST)
    return _opening(text[at:end] if end > at else text[at : at + _LONGEST])
