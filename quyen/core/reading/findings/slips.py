"""Slips of the keyboard: a missing or stray space, a word twice, brackets and quotes without their pair."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quyen.core.reading.findings.everyday_words import NEVER, ONCE
from quyen.core.reading.findings.shorthand import MARKS
from quyen.core.reading.findings.syllables import is_syllable
from quyen.core.reading.findings.words import Words
from quyen.core.types import Document, Finding, Span, Table

_ONCE = tuple(ONCE.split())
_NAMES_OF_BODIES = (
    *(("ủy ban nhân", "dân"), ("uỷ ban nhân", "dân"), ("hội đồng nhân", "dân"), ("mặt trận tổ", "quốc")),
    *(("thủ tướng chính", "phủ"), ("cộng hòa xã hội chủ", "nghĩa")),
)
_WAY_OF_FILE = 6  # more stray spaces than this come from the way a file was made
_WORD_AROUND = re.compile(r"[^\s;,:“”\"()]*\Z")
_ADDRESS = re.compile(r"@|www|://|\.(?:vn|com|org|net|gov|html?|pdf|docx?|aspx|edu|info)\b|\bhttp", re.I)


def find_slips(document: Document, words: Words) -> Iterator[Finding]:
    yield from _spaces(document.text)
    yield from _doubled(words)
    yield from _lost_words(words)
    yield from _glued_figures(words)
    yield from _stray_marks(document)
    yield from _unpaired(document)


def _spaces(text: str) -> Iterator[Finding]:
    stray: list[Finding] = []
    for sign in ".,;:":
        for start in _touched(text, sign):
            if text[start - 1] in " \u00a0":
                stray.extend(_stray_space(text, sign, Span(start - 1, start + 1)))
            elif _glues(text, Span(start, start + 1), sign):
                message = f"Thiếu dấu cách sau dấu “{sign}”."
                yield Finding("spacing", message, Span(start, start + 1), f"{sign} ", 0.9)
    yield from stray if len(stray) <= _WAY_OF_FILE else ()
    for dots in ("...", "…"):
        for start in _touched(text, dots):
            at = Span(start, start + len(dots))
            if text[start - 1].isalpha() and text[at.end : at.end + 2].isalpha():  # no blank to be filled in
                yield Finding("spacing", "Thiếu dấu cách sau dấu ba chấm.", at, f"{dots} ", 0.6)


def _touched(text: str, sign: str) -> Iterator[int]:
    """Where a letter follows the sign or a space stands before it; parting the text is faster than a pattern."""
    parts = text.split(sign)
    place = len(parts[0])
    for before, after in pairwise(parts):
        if place and (after[:1].isalpha() or before[-1:] in (" ", "\u00a0")):
            yield place
        place += len(sign) + len(after)


def _stray_space(text: str, sign: str, at: Span) -> Iterator[Finding]:
    if not text[max(at.start - 1, 0)].isalpha():
        return
    after = text[at.end : at.end + 1]
    if sign == "." and after.islower():
        yield Finding("spacing", "Dấu chấm thừa trước chữ thường.", at, " ", 0.8)
    elif sign in ",;" and after.isspace():
        yield Finding("spacing", f"Thừa dấu cách trước dấu “{sign}”.", at, sign, 0.6)


def _glues(text: str, at: Span, sign: str) -> bool:
    """Whether the sign ends a word of ours and a new one begins; not in an address or an abbreviation."""
    before, after = text[max(at.start - 2, 0) : at.start], text[at.end : at.end + 2]
    if (
        len(before) < 2
        or not before.islower()
        or not before.isalpha()
        or len(after) < 2
        or not after.isalpha()
    ):
        return False
    if sign == "." and not (after[0].isupper() and after[1].islower()):
        return False
    left = _WORD_AROUND.search(text[max(0, at.start - 60) : at.start])
    whole = (left[0] if left else "") + text[at.start : at.start + 40].split(maxsplit=1)[0]
    return not whole.isascii() and not _ADDRESS.search(whole)


def _doubled(words: Words) -> Iterator[Finding]:
    for word in _ONCE if words.watched else ():
        if (word, word) in words.watched:
            for place in words.places(word, word):
                message = f"Từ “{word}” lặp lại hai lần liền nhau."
                printed = words.text[place.start : place.start + len(word)]
                yield Finding("doubled_word", message, place, printed, 0.95)
    for first, second in NEVER if words.watched else ():
        if (first, second) in words.watched:
            for place in words.places(first, second):
                message = f"Sau “{first}” không thể là “{second}”: có thể thừa hoặc thiếu từ."
                yield Finding("stray_word", message, place, None, 0.75)


def _lost_words(words: Words) -> Iterator[Finding]:
    """A fixed name that breaks off before its last word ("Ủy ban nhân tỉnh")."""
    for opening, last in _NAMES_OF_BODIES:
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
        if len(stem) < 2 or not stem.isalpha() or not is_syllable(stem):
            continue
        for place in words.places(word):
            at = Span(place.start + len(stem), place.end)
            if words.text[place.start : at.start].islower():
                message = "Chữ số dính liền vào từ, có thể là dấu chú thích rơi vào dòng."
                yield Finding("stray_mark", message, at, None, 0.7)


def _stray_marks(document: Document) -> Iterator[Finding]:
    for found in MARKS.finditer(document.text):
        if found[0] in "✓✔☑" and _begins_line(document.text, found.start()):
            continue
        message = "Ký tự lạ, có thể còn sót khi quét hoặc chuyển đổi tệp."
        yield Finding("stray_mark", message, Span(*found.span()), "", 0.6)


def _begins_line(text: str, place: int) -> bool:
    return not text[text.rfind("\n", 0, place) + 1 : place].strip() or text[max(place - 1, 0)] == "\t"


# --- brackets and quotes -----------------------------------------------------------------------------

_PAIRED = re.compile(r"[()\[\]“”\"\n\t]")
_LIST_SIGN = re.compile(r"(?:\A|[\s;:,.“(/\-])(?:\d{1,2}(?:\.\d{1,2})*|[a-zđivxA-ZĐIVX]{1,4})\Z")
_BROKEN = 200  # characters that a bracket over a broken line of a heading may hold
_CLOSES = {")": "(", "]": "[", "”": "“"}
_LABELS = "a)"
_NAMES = {"(": "ngoặc đơn", "[": "ngoặc vuông", "“": "ngoặc kép", '"': "ngoặc kép"}


def _unpaired(document: Document) -> Iterator[Finding]:
    """Within one paragraph or cell; a quote that another paragraph closes is left alone."""
    text, breaks = document.text, _breaks(document)
    lonely: list[int] = []
    opened: dict[str, list[int]] = {sign: [] for sign in (*_NAMES, _LABELS)}
    for found in _PAIRED.finditer(text):
        if found[0] not in "\n\t":
            lonely.extend(_settle(text, opened, found.start(), found[0]))
        elif found.start() in breaks:
            _empty_into(opened, lonely)
    _empty_into(opened, lonely)
    yield from _lonely(text, sorted(lonely))


def _empty_into(opened: dict[str, list[int]], lonely: list[int]) -> None:
    opened[_LABELS].clear()
    for places in opened.values():
        if places:
            lonely.extend(places)
            places.clear()


def _breaks(document: Document) -> set[int]:
    """Where paragraphs and cells end."""
    ends = {block.at.end for block in document.blocks}
    for block in document.blocks:
        if isinstance(block, Table):
            ends.update(cell.at.end for cell in block.cells)
    return ends


def _settle(text: str, opened: dict[str, list[int]], at: int, sign: str) -> Iterator[int]:
    """Takes the partner of a closing sign off the open ones; a closing sign without one is alone."""
    labels = opened[_LABELS]
    label = sign == ")" and _is_label(text, at)
    if sign == '"' and opened[sign]:
        opened[sign].pop()
    elif sign in _NAMES:
        opened[sign].append(at)
    elif opened[_CLOSES[sign]]:
        opened[_CLOSES[sign]].pop()
        labels.extend([at] if label else [])
    elif label:
        return
    elif sign == ")" and labels:
        labels.pop()  # (gồm: a) sách; b) báo): the sign of a point had closed the bracket
    else:
        yield at


def _is_label(text: str, at: int) -> bool:
    """a), 1) and the like."""
    return bool(_LIST_SIGN.search(text[max(text.rfind("\n", max(0, at - 12), at), at - 12, 0) : at]))


def _lonely(text: str, places: list[int]) -> Iterator[Finding]:
    """What a later paragraph closes is no slip: a quote of several paragraphs, a bracket over a broken line."""
    matched: set[int] = set()
    for one, two in pairwise(places):
        if (
            _CLOSES.get(text[two]) == text[one]
            and one not in matched
            and (text[one] == "“" or two - one < _BROKEN)
        ):
            matched.update((one, two))
    yield from (_unpaired_finding(at, text[at]) for at in places if at not in matched)


def _unpaired_finding(at: int, sign: str) -> Finding:
    opens = sign in _NAMES
    name = _NAMES[sign if opens else _CLOSES[sign]]
    message = f"Dấu {name} mở không có dấu đóng." if opens else f"Dấu {name} đóng không có dấu mở."
    if sign == '"':
        message = "Dấu ngoặc kép lẻ, không thành cặp."
    return Finding("unpaired", message, Span(at, at + 1), None, 0.75)
