"""Likely typing and OCR slips: a syllable that cannot be one, or a known word with one wrong mark.

Marks are the commonest slips of Vietnamese (án phẩm, phòng ngùa, Noi nhận). A pair of neighbours is one where it
differs by marks alone, in one syllable, from a word of the list, and neither syllable is bound to its other
neighbour by a word of the list. Names, foreign words and abbreviations are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import compress

from quyen.core.reading.findings.everyday_words import FIRM, FREE, SINGLE
from quyen.core.reading.findings.syllables import is_syllable
from quyen.core.reading.findings.word_pairs import PAIRS
from quyen.core.reading.findings.words import Words
from quyen.core.text.folding import fold, fold_tones
from quyen.core.types import Finding, Span

_FREE = frozenset(FREE.split())
_SINGLE = frozenset(SINGLE.split())
_FIRM = frozenset(word.strip() for word in FIRM.split(","))
_SLIPS = 3  # what stands more often than this is meant
_MOST = 300  # more words than this that are no syllables: a foreign text or one that no reader could make out
_NUMBERED = ("định", "thị", "hoạch", "văn", "tư", "trình", "luận", "lệnh", "điện", "quyết")  # ... số 12
_NAMES = frozenset({"hà nội", "việt nam", "chính phủ", "ủy ban", "thành phố", "nhân dân", "đồng tháp"})


class _Lexicon:
    """The list of pairs, in both places of the tone mark, and each by its letters without marks."""

    def __init__(self) -> None:
        self.known: set[tuple[str, str]] = set()
        for entry in re.split(r"[;\n]", f"{PAIRS}\n{fold_tones(PAIRS)}"):
            first, _colon, rest = entry.partition(":")
            self.known.update((first.strip(), second) for second in rest.split())
        self.known.update((kind, "số") for kind in _NUMBERED)
        self.by_letters: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for first, second in sorted(self.known):
            self.by_letters.setdefault((fold(first), fold(second)), []).append((first, second))
        self.syllables: dict[str, set[str]] = {}
        for syllable in {syllable for pair in self.known for syllable in pair}:
            self.syllables.setdefault(fold(syllable), set()).add(syllable)

    def has_syllable(self, syllable: str) -> bool:
        return syllable in _SINGLE or syllable in self.syllables.get(fold(syllable), ())

    def right_forms(self, first: str, second: str) -> list[tuple[str, str]]:
        """The words of the list that differ from the pair by the marks of one syllable."""
        alike = self.by_letters.get((fold(first), fold(second)), [])
        return [right for right in alike if (right[0] == first) != (right[1] == second)]


@lru_cache(maxsize=1)
def lexicon() -> _Lexicon:
    return _Lexicon()


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


def _wrong_pairs(words: Words) -> Iterator[Finding]:
    known = lexicon()
    for first, second in sorted(_suspects(words)):
        if tuple(fold_tones(f"{first} {second}").split()) in known.known:
            continue  # the newer place of the tone mark
        forms = known.right_forms(first, second)
        right = forms[0] if len(forms) == 1 else _likelier(words, forms)
        if right:
            yield from _mark(words, first, second, right)


def _suspects(words: Words) -> Iterator[tuple[str, str]]:
    """Pairs of no word of the list that have the letters of one. Whole columns, so that the loop is not Python's."""
    pairs = list(words.pairs - lexicon().known)
    if not pairs:
        return iter(())
    letters = zip(*(map(words.bare.__getitem__, column) for column in zip(*pairs, strict=True)), strict=True)
    return compress(pairs, map(lexicon().by_letters.__contains__, letters))


def _mark(words: Words, first: str, second: str, right: tuple[str, str]) -> Iterator[Finding]:
    wrong = first if right[0] != first else second
    places = list(words.places(first, second))
    if wrong in _FREE or len(places) > _SLIPS or not _is_meant(words, right, wrong, len(places)):
        return
    for place in places:
        if _is_other(words, place, (first, second), right):
            continue
        at = Span(place.start, place.start + len(first))
        if wrong != first:
            at = Span(place.end - len(second), place.end)
        yield _slip(words, at, right, right[0] if wrong == first else right[1])


def _is_meant(words: Words, right: tuple[str, str], wrong: str, count: int) -> bool:
    """A syllable that is a word of its own (hỏi đáp, danh từ chung chỉ ...) may be meant as it stands: then the
    right form must be one of the firmest, or used in this document at least as often."""
    if not lexicon().has_syllable(wrong) or " ".join(right) in _FIRM or right[1] == "số":
        return True
    return right in words.pairs and sum(1 for _place in words.places(*right)) >= count


def _likelier(words: Words, forms: list[tuple[str, str]]) -> tuple[str, str] | None:
    """Of several the one that the document itself uses; none where it uses none."""
    used = [form for form in forms if form in words.pairs]
    return max(used, key=lambda form: words.lower.count(" ".join(form))) if used else None


_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0]\Z")
_AFTER = re.compile(r"[ \u00a0]([^\W\d_]+)")


def _is_other(words: Words, place: Span, pair: tuple[str, str], right: tuple[str, str]) -> bool:
    """Whether the pair is something else than the word it looks like."""
    if right[1] == "số" != pair[1]:  # "Chỉ thị so 41" before a number, "quy định so với" not
        return not words.lower[place.end : place.end + 2].strip().isdecimal()
    wrong = pair[0] if right[0] != pair[0] else pair[1]
    return _bound(words, place, pair, wrong) or _is_name(words, place, right)


def _bound(words: Words, place: Span, pair: tuple[str, str], wrong: str) -> bool:
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


def _is_name(words: Words, place: Span, right: tuple[str, str]) -> bool:
    """Two capitalised words are a name unless the right form is known as one."""
    both = words.text[place.start : place.end].split()
    if not all(word[0].isupper() and not word.isupper() for word in both):
        return False
    return " ".join(right) not in _NAMES


def _slip(words: Words, at: Span, right: tuple[str, str], better: str) -> Finding:
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
    odd = [word for word in words.vocabulary if not word.isascii() and not is_syllable(word)]
    odd = [word for word in odd if _has_marked_vowel(word)]
    alike = _by_letters(words) if odd else {}
    for word in sorted(odd)[:_MOST]:
        places = [place for place in words.places(word) if _is_plain(words, place)] if word.isalpha() else []
        if places and len(places) <= _SLIPS:
            better = _nearest(alike, word)
            yield from (_no_syllable(words, place, better) for place in places)


def _has_marked_vowel(word: str) -> bool:
    """Else it is an abbreviation (đ, đc) or a sign."""
    return len(word) > 1 and any(letter not in "đ" and not letter.isascii() for letter in word)


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


def _by_letters(words: Words) -> dict[str, set[str]]:
    """The syllables of the document by their letters without marks."""
    alike: dict[str, set[str]] = {}
    for word, bare in words.bare.items():
        alike.setdefault(bare, set()).add(word)
    return alike


def _nearest(alike: dict[str, set[str]], word: str) -> str | None:
    """The only syllable with the same letters that the document has, or else the list."""
    bare = fold(word)
    for pool in (alike.get(bare, set()), lexicon().syllables.get(bare, set())):
        same = {other for other in pool if not other.isascii() and is_syllable(other)}
        if len(same) == 1:
            return same.pop()
    return None
