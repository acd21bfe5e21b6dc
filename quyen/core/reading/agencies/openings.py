"""Which kinds of names a word can open. Most words open none, and a look at the first word spares every pattern.

The words come from the lists the patterns are made of; where a pattern spells its beginnings out, they stand
here beside it by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from quyen.core.text.unit_words import GROUP_NOUNS, HEADS

UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
FIELD, COUNCIL, OFFICIAL, HOLDER, HEAD, GROUP, LISTED = 1, 2, 4, 8, 16, 32, 64

_SPELLINGS = (("óa", "oá"), ("òa", "oà"), ("ỏa", "oả"), ("ủy", "uỷ"), ("úy", "uý"), ("ụy", "uỵ"))
_FIRST_WORD = re.compile(r"\w{1,16}")  # no word that opens a name is that long
_OPENERS = (
    (FIELD, "Giám Bộ Thứ Chánh Lãnh Trưởng Văn Các các Sở sở bộ Ban Phòng phòng Ngành ngành"),
    (COUNCIL, "Phó Chủ Văn Thường VP Lãnh Chánh Đảng Đoàn UBND HĐND Hội"),
    (OFFICIAL, "Các các Công công"),
    (HOLDER, "Các các Lãnh Chủ Tổ Thành thành Đại Trưởng Thường Người Đảng Phó Những những"),
    (LISTED, "Các các Sở sở Bộ bộ Phòng phòng"),
)
_COUNCIL_WORDS = [first + second for first in "ỦủUu" for second in "yỷỶ"]
_GROUP_OPENERS = "toàn tất mọi từng các những"


def first_word(text: str, at: int) -> str:
    """The word that begins at `at`, "" for none."""
    found = _FIRST_WORD.match(text, at)
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
        word = first_word(name, 0)
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
_GROUP_WORD = re.compile("|".join([*by_first_word(GROUP_NOUNS), *_GROUP_OPENERS.split()]), re.I)


@lru_cache(maxsize=4096)
def _kinds(word: str) -> int:
    return _KINDS.get(word, 0) | (GROUP if _GROUP_WORD.fullmatch(word) else 0)


def openings(text: str, at: int) -> int:
    """The kinds of names that can begin at `at`, by the word there; 0 for none."""
    found = _FIRST_WORD.match(text, at)
    return _kinds(found[0]) if found else 0
