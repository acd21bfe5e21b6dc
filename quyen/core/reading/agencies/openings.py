"""Which kinds of names a word can open. Most words open none, and a look at the first word spares every pattern.

The words come from the lists the patterns are made of; where a pattern spells its beginnings out, they stand
here beside it by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from quyen.core.text.folding import small_letters
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
_FIELD_TEXT = "Sở sở Bộ bộ Ban Phòng phòng Ngành ngành"
_FIELD_WORDS = frozenset(_FIELD_TEXT.split())
_HELD = "Sở Bộ Ban Ủy Uỷ UBND HĐND Hội Đoàn Đảng Tổ Cục Vụ Văn Thường Tỉnh Thành Chi Trung Viện Liên Hiệp Quốc cơ đơn"
_COUNCIL_WORDS = [first + second for first in "ỦủUu" for second in "yỷỶ"]
_GROUP_OPENERS = "toàn tất mọi từng các những"


def _followers(text: str) -> dict[str, frozenset[str]]:
    """ "Giám: đốc; Đoàn: đại" as a table; words before the colon share what follows it."""
    table: dict[str, frozenset[str]] = {}
    for part in text.split(";"):
        words, _, following = part.partition(":")
        table.update(dict.fromkeys(words.split(), frozenset(following.split())))
    return table


# the second words of the same patterns, where they are few; a first word that is not here takes any
_HOLDER_WORDS = " ".join(text for kind, text in _OPENERS if kind == HOLDER)
_SECOND = {
    FIELD: _followers(
        "Giám: đốc; Thứ: trưởng; Chánh: Văn; Lãnh: đạo; Văn: phòng"
        f"; Trưởng: Các các {_FIELD_TEXT}; Các các: {_FIELD_TEXT}"
    ),
    COUNCIL: _followers(
        "Phó: Chủ; Chủ: tịch; Văn: phòng; Thường: trực; Lãnh: đạo; Chánh: Văn; Đảng: ủy; Đoàn: đại; Hội: đồng"
        f"; {' '.join(_COUNCIL_WORDS)}: Ban ban"
    ),
    OFFICIAL: _followers("Các các: Công công; Công công: chức"),
    HOLDER: _followers(
        "Lãnh: đạo; Chủ: nhiệm; Tổ: trưởng đảng; Thành thành: viên; Đại: diện; Trưởng: Đoàn đoàn Ban ban"
        "; Thường: trực; Người: đứng; Đảng: ủy; Phó: Trưởng"
        f"; Các các Những những: {_HOLDER_WORDS} {_HELD}"
    ),
    HOLDERS: _followers("Thủ: trưởng; Giám: đốc; Lãnh: đạo; Chủ: tịch; Bộ: trưởng; Trưởng: các; Thành: viên"),
    FORCES: _followers("các: lực cơ; lực: lượng; cơ: quan"),
}


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


def _seconds(names: Iterable[str]) -> frozenset[str]:
    """The second words of names, "" for a name of one word."""
    return frozenset([*spaced.split(" "), ""][1] for name in names for spaced in _spellings(name))


def _spellings(name: str) -> set[str]:
    """A name in either placing of the tone mark."""
    return {name, *(name.replace(early, late) for early, late in _SPELLINGS)}


# a word that heads an agency by itself heads none before these: "Ban hành", "Tổ chức", "Hội nghị"
_NO_HEAD_TEXT = "chức hành đầu nghị thảo cáo chí tiêu máy hợp tính lượng trợ"
_NO_HEAD = frozenset(_NO_HEAD_TEXT.split())
_HEAD_SECONDS = {word: _seconds(names) for word, names in by_first_word(HEADS).items()}
_NOUN_SECONDS = {word: _seconds(names) for word, names in by_first_word(GROUP_NOUNS).items()}


def _heads(first: str, second: str) -> bool:
    """Whether the two words can open the name of one agency."""
    seconds = _HEAD_SECONDS[first]
    return second in seconds or ("" in seconds and second not in _NO_HEAD)


def _groups(first: str, second: str) -> bool:
    """Whether the two words, in small letters or not, can open a group."""
    second = small_letters(second)
    seconds = _NOUN_SECONDS.get(first)
    if seconds is not None:
        return "" in seconds or second in seconds
    if first in ("toàn", "tất"):
        return second in ("thể", "cả")
    return second in _GROUP_WORDS


@lru_cache(maxsize=2048)
def _opening(words: str) -> Opening | None:
    word = _word(words)
    small = small_letters(word)
    kinds = _KINDS.get(word, 0) | (GROUP if small in _GROUP_WORDS else 0)
    return Opening(kinds, word, small) if kinds else None


def opening_at(text: str, at: int) -> Opening | None:
    """The word at `at`, if it can open a name with the word after it."""
    end = text.find(" ", at, at + _LONGEST)
    if end <= at:
        return _opening(text[at : at + _LONGEST])
    opening = _opening(text[at:end])
    if opening is None:
        return None  # so it is at most places
    following = text.find(" ", end + 1, end + 1 + _LONGEST)
    return opening_pair(text[at : following if following > 0 else end + 1 + _LONGEST])


@lru_cache(maxsize=2048)
def opening_pair(words: str) -> Opening | None:
    """A word before a blank, with only those kinds of names that go on with the word after the blank."""
    first, _, rest = words.partition(" ")
    opening = _opening(first)
    second = _word(rest)
    if opening is None or first != opening.word or len(second) >= _LONGEST:
        return opening  # a sign behind the first word, or the second is cut off
    kinds = opening.kinds
    for kind, following in _SECOND.items():
        if kinds & kind and first in following and second not in following[first]:
            kinds &= ~kind
    if kinds & FIELD and first in _FIELD_WORDS and not (second[:1].isupper() or second == "trưởng"):
        kinds &= ~FIELD
    if kinds & HEAD and not _heads(first, second):
        kinds &= ~HEAD
    if kinds & GROUP and not _groups(opening.small, second):
        kinds &= ~GROUP
    return Opening(kinds, first, opening.small) if kinds else None
