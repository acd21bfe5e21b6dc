"""Slips of the keyboard: a missing or stray space, a word twice, a lost word, a mark that fell into the text.

Most texts hold none of them, so each check begins only where the words or the kinds of signs say that it may find something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quyen.core.reading.findings.brackets import find_unpaired
from quyen.core.reading.findings.everyday_words import NAMES_OF_BODIES, NEVER, ONCE
from quyen.core.reading.findings.syllables import is_syllable
from quyen.core.reading.findings.vocabulary import MARKS
from quyen.core.reading.findings.words import Words, places_of
from quyen.core.types import Document, Finding, Span

_ONCE = tuple(ONCE.split())
_WAY_OF_FILE = 6  # more stray spaces than this come from the way a file was made
_WORD_AROUND = re.compile(r"[^\s;,:“”\"()]*\Z")
_ADDRESS = re.compile(r"@|www|://|\.(?:vn|com|org|net|gov|html?|pdf|docx?|aspx|edu|info)\b|\bhttp", re.I)


def find_slips(document: Document, words: Words) -> Iterator[Finding]:
    yield from _stray_spaces(words)
    yield from _lost_spaces(words)
    if words.watched:
        yield from _doubled(words)
    yield from _lost_words(words)
    if words.odd:
        yield from _glued_figures(words)
        yield from _stray_marks(words)
    yield from find_unpaired(document)


def _stray_spaces(words: Words) -> Iterator[Finding]:
    starts = [place + 1 for place in words.kinds_at(b"a .")]
    stray = [finding for start in starts for finding in _stray_space(words.text, start)]
    yield from stray if len(stray) <= _WAY_OF_FILE else ()


def _stray_space(text: str, start: int) -> Iterator[Finding]:
    at, sign, after = Span(start, start + 2), text[start + 1], text[start + 2 : start + 3]
    if not text[max(start - 1, 0)].isalpha():
        return
    if sign == "." and after.islower():
        yield Finding("spacing", "Dấu chấm thừa trước chữ thường.", at, " ", 0.8)
    elif sign in ",;" and after.isspace():
        yield Finding("spacing", f"Thừa dấu cách trước dấu “{sign}”.", at, sign, 0.6)


def _lost_spaces(words: Words) -> Iterator[Finding]:
    text = words.text
    for place in words.kinds_at(b"a.a"):
        start = place + 1
        if _glues(text, start, text[start]):
            message = f"Thiếu dấu cách sau dấu “{text[start]}”."
            yield Finding("spacing", message, Span(start, start + 1), f"{text[start]} ", 0.9)
    for dots in ("...", "…"):
        for start in places_of(text, dots) if dots in text else ():
            end = start + len(dots)
            if (
                text[max(start - 1, 0)].isalpha() and text[end : end + 2].isalpha()
            ):  # no blank to be filled in
                message = "Thiếu dấu cách sau dấu ba chấm."
                yield Finding("spacing", message, Span(start, end), f"{dots} ", 0.6)


def _glues(text: str, at: int, sign: str) -> bool:
    """Whether the sign ends a word of ours and a new one begins; not in an address or an abbreviation."""
    before, after = text[max(at - 2, 0) : at], text[at + 1 : at + 3]
    if len(before) < 2 or len(after) < 2 or not before.islower() or not (before + after).isalpha():
        return False
    if sign == "." and not (after[0].isupper() and after[1].islower()):
        return False
    left = _WORD_AROUND.search(text[max(0, at - 60) : at])
    whole = (left[0] if left else "") + text[at : at + 40].split(maxsplit=1)[0]
    return not whole.isascii() and not _ADDRESS.search(whole)


def _doubled(words: Words) -> Iterator[Finding]:
    for word in _ONCE:
        if (word, word) in words.watched:
            for place in words.places(word, word):
                message = f"Từ “{word}” lặp lại hai lần liền nhau."
                printed = words.text[place.start : place.start + len(word)]
                yield Finding("doubled_word", message, place, printed, 0.95)
    for first, second in NEVER:
        if (first, second) in words.watched:
            for place in words.places(first, second):
                message = f"Sau “{first}” không thể là “{second}”: có thể thừa hoặc thiếu từ."
                yield Finding("stray_word", message, place, None, 0.75)


def _lost_words(words: Words) -> Iterator[Finding]:
    """A fixed name that breaks off before its last word ("Ủy ban nhân tỉnh")."""
    for opening, last in NAMES_OF_BODIES:
        if not words.survey.breaks_off(opening, last):
            continue
        ours = (last, "quyền" if opening.startswith("hội") else last)  # Hội đồng Nhân quyền is another body
        for place in words.places(opening):
            follows = words.lower[place.end : place.end + 8]
            if follows[:1] == " " and follows[1:2].isalpha() and not follows[1:].startswith(ours):
                message = f"Sau “{words.text[place.start : place.end]}” thiếu chữ “{last}”."
                yield Finding(
                    "missing_word", message, place, f"{words.text[place.start : place.end]} {last}", 0.9
                )


def _glued_figures(words: Words) -> Iterator[Finding]:
    """ "Trung ương2": the mark of a footnote that fell into the line."""
    for word in words.odd:
        stem = word.rstrip("0123456789")
        if stem == word or len(stem) < 2 or not stem.isalpha() or not is_syllable(stem):
            continue
        for place in words.places(word):
            at = Span(place.start + len(stem), place.end)
            if words.text[place.start : at.start].islower():
                message = "Chữ số dính liền vào từ, có thể là dấu chú thích rơi vào dòng."
                yield Finding("stray_mark", message, at, None, 0.7)


def _stray_marks(words: Words) -> Iterator[Finding]:
    if not any(map(MARKS.search, words.odd)):
        return
    for found in MARKS.finditer(words.text):
        if found[0] in "✓✔☑" and _begins_line(words.text, found.start()):
            continue
        message = "Ký tự lạ, có thể còn sót khi quét hoặc chuyển đổi tệp."
        yield Finding("stray_mark", message, Span(*found.span()), "", 0.6)


def _begins_line(text: str, place: int) -> bool:
    return not text[text.rfind("\n", 0, place) + 1 : place].strip() or text[max(place - 1, 0)] == "\t"
