"""Likely typing and OCR slips: a syllable that cannot be one, or a known word with one wrong mark.

Marks are the commonest slips of Vietnamese (án phẩm, phòng ngùa, Noi nhận). A pair of neighbours is one where it
differs by marks alone, in one syllable, from a word of the list, and neither syllable is bound to its other
neighbour by a word of the list. Names, foreign words and abbreviations are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from quyen.core.reading.findings.everyday_words import FIRM
from quyen.core.reading.findings.lexicon import FREE_WORDS, Pair, lexicon
from quyen.core.reading.findings.syllables import is_syllable
from quyen.core.reading.findings.vocabulary import has_marked_vowel
from quyen.core.reading.findings.words import Words
from quyen.core.text.folding import fold, fold_tones
from quyen.core.types import Finding, Span

_FIRM = frozenset(word.strip() for word in FIRM.split(","))
_SLIPS = 3  # what stands more often than this is meant
_MOST = 300  # more words than this that are no syllables: a foreign text or one that no reader could make out
_NAMES = frozenset({"hà nội", "việt nam", "chính phủ", "ủy ban", "thành phố", "nhân dân", "đồng tháp"})


def find_misspellings(words: Words) -> Iterator[Finding]:
    taken: set[int] = set()
    for finding in _wrong_pairs(words):
        if finding.at.start not in taken:
            yield finding
        taken.add(finding.at.start)
    for finding in _impossible(words):
        if finding.at.start not in taken:
            yield finding


# --- a known word with one wrong mark --------------------------------------------------------------


class _Right(NamedTuple):
    """What a pair should be, the syllable that is wrong, whether that is so whatever else the document says."""

    pair: Pair
    wrong: str
    firm: bool


def _wrong_pairs(words: Words) -> Iterator[Finding]:
    for first, second in sorted(words.watched):
        rights = _rights(first, second)
        right = rights[0] if len(rights) == 1 else _likelier(words, rights)
        if right and right.wrong not in FREE_WORDS and (right.firm or words.survey.has(*right.pair)):
            yield from _mark(words, (first, second), right)


@lru_cache(maxsize=1024)
def _rights(first: str, second: str) -> tuple[_Right, ...]:
    if (fold_tones(first), fold_tones(second)) in lexicon().known:
        return ()  # the newer place of the tone mark
    forms = lexicon().right_forms(first, second)
    wrongs = (first if form[0] != first else second for form in forms)
    return tuple(
        _Right(form, wrong, _is_firm(form, wrong)) for form, wrong in zip(forms, wrongs, strict=True)
    )


def _is_firm(right: Pair, wrong: str) -> bool:
    """A syllable that is a word of its own (hỏi đáp, danh từ chung chỉ ...) may be meant as it stands: then the
    right form must be one of the firmest, or used in this document at least as often."""
    return not lexicon().has_syllable(wrong) or " ".join(right) in _FIRM or right[1] == "số"


def _likelier(words: Words, rights: tuple[_Right, ...]) -> _Right | None:
    """Of several the one that the document itself uses; none where it uses none."""
    used = [right for right in rights if words.survey.has(*right.pair)]
    if len(used) < 2:
        return used[0] if used else None
    return max(used, key=lambda right: words.lower.count(" ".join(right.pair)))


def _mark(words: Words, pair: Pair, right: _Right) -> Iterator[Finding]:
    places = list(islice(words.places(*pair), _SLIPS + 1))
    if len(places) > _SLIPS or not (right.firm or _is_used(words, right.pair, len(places))):
        return
    for place in places:
        if _is_other(words, place, pair, right.pair):
            continue
        if right.wrong == pair[0]:
            yield _slip(words, Span(place.start, place.start + len(pair[0])), right.pair, right.pair[0])
        else:
            yield _slip(words, Span(place.end - len(pair[1]), place.end), right.pair, right.pair[1])


def _is_used(words: Words, right: Pair, count: int) -> bool:
    """As often as the wrong form, at least."""
    return sum(1 for _place in islice(words.places(*right), count)) == count


_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0]\Z")
_AFTER = re.compile(r"[ \u00a0]([^\W\d_]+)")


def _is_other(words: Words, place: Span, pair: Pair, right: Pair) -> bool:
    """Whether the pair is something else than the word it looks like."""
    if right[1] == "số" != pair[1]:  # "Chỉ thị so 41" before a number, "quy định so với" not
        return not words.lower[place.end : place.end + 2].strip().isdecimal()
    wrong = pair[0] if right[0] != pair[0] else pair[1]
    return _bound(words, place, pair, wrong) or _is_name(words, place, right)


def _bound(words: Words, place: Span, pair: Pair, wrong: str) -> bool:
    """Whether one of the two belongs to its other neighbour, so that the pair is no word at all.

    A syllable that no word of the list has stands for nothing by itself: then only its own ties count.
    """
    known, rare = lexicon().known, not lexicon().has_syllable(wrong)
    first, second = pair
    left = _BEFORE.search(words.lower, max(0, place.start - 12), place.start)
    right = _AFTER.match(words.lower, place.end)
    tied_left = left is not None and (left[1], first) in known
    tied_right = right is not None and (second, right[1]) in known
    return (tied_left and not (rare and wrong != first)) or (tied_right and not (rare and wrong != second))


def _is_name(words: Words, place: Span, right: Pair) -> bool:
    """Two capitalised words are a name unless the right form is known as one."""
    both = words.text[place.start : place.end].split()
    if not all(word[0].isupper() and not word.isupper() for word in both):
        return False
    return " ".join(right) not in _NAMES


def _slip(words: Words, at: Span, right: Pair, better: str) -> Finding:
    wrong = words.text[at.start : at.end]
    better = _cased(better, wrong)
    return Finding(
        kind="spelling",
        message=f"“{wrong}” có thể là lỗi gõ hoặc lỗi nhận dạng chữ; từ thường dùng là “{' '.join(right)}”.",
        at=at,
        suggestion=better,
        sure=0.9,
    )


def _cased(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if like[0].isupper() else word


# --- a syllable that cannot be one ------------------------------------------------------------------


def _impossible(words: Words) -> Iterator[Finding]:
    odd = [word for word in words.odd if has_marked_vowel(word) and not is_syllable(word)]
    for word in odd[:_MOST]:
        places = [place for place in words.places(word) if _is_plain(words, place)] if word.isalpha() else []
        if places and len(places) <= _SLIPS:
            better = _nearest(words, word)
            yield from (_no_syllable(words, place, better) for place in places)


def _is_plain(words: Words, place: Span) -> bool:
    """In small letters, and not between signs (a formula, a code, a foreign name with a hyphen)."""
    around = words.text[max(place.start - 1, 0) : place.start] + words.text[place.end : place.end + 1]
    return words.text[place.start : place.end].islower() and not any(sign in "-/_'’@&" for sign in around)


def _no_syllable(words: Words, at: Span, better: str | None) -> Finding:
    printed = words.text[at.start : at.end]
    message = f"“{printed}” không phải là một âm tiết tiếng Việt; có thể là lỗi gõ hoặc lỗi nhận dạng chữ."
    if better:
        message += f" Có lẽ là “{better}”."
    return Finding("spelling", message, at, better, 0.85 if better else 0.7)


def _nearest(words: Words, word: str) -> str | None:
    """The only syllable with the same letters that the document has, or else the list."""
    letters = fold(word)
    for pool in (words.alike(letters), lexicon().syllables.get(letters, set())):
        same = {other for other in pool if not other.isascii() and is_syllable(other)}
        if len(same) == 1:
            return same.pop()
    return None
