"""The words of a text around what was asked for, with the places to mark."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from quyen.core.finding.words import folded, has_runs, spoken
from quyen.core.text.folding import fold, small_letters

SPAN = 34  # words of a passage
_SENTENCE = re.compile(r"[.!?…:;]\s|\n")


@dataclass(frozen=True)
class Piece:
    text: str
    is_found: bool = False


@dataclass(frozen=True)
class Passage:
    """`pieces` in their order; `sentence`: the first words of the sentence that it is from, for an address."""

    pieces: tuple[Piece, ...]
    sentence: str = ""
    found: int = 0


@dataclass(frozen=True)
class _Read:
    """The words of a text: where each stands, what it is worth, and a name for it by which its like are known."""

    text: str
    starts: list[int]
    ends: list[int]
    marks: list[float]
    names: list[str]


def _read(text: str, wanted: Mapping[str, float]) -> _Read:
    starts, ends, marks, names = [], [], [], []
    loose = any(name.startswith("*") for name in wanted)
    for start, end, name in spoken(text):
        starts.append(start)
        ends.append(end)
        worth = wanted.get(name, 0.0)
        if not worth and loose:
            worth = wanted.get(f"*{folded(name)}", 0.0)
        marks.append(worth)
        names.append(name)
    return _Read(text, starts, ends, marks, names)


def passage(text: str, wanted: Mapping[str, float]) -> Passage:
    """The best stretch of a text. `wanted`: how much each word counts, by its normal form, or by its letters alone with a
    leading "*" where any marks will do. Several different words near each other beat one that comes often."""
    text = " ".join(text.split())
    start, end = _near(text, wanted)
    said = _read(text[start:end], wanted)
    number = len(said.starts)
    if not any(said.marks):
        return Passage((Piece(said.text if number <= SPAN else f"{said.text[: said.ends[SPAN - 1]]} …"),))
    first = _to_sentence(said, _best(said))
    last = min(number, first + SPAN)
    before = "… " if start or first else ""
    after = " …" if last < number or end < len(text) else said.text[said.ends[-1] :]
    shown = (Piece(before), *_pieces(said, first, last), Piece(after))
    pieces = tuple(piece for piece in shown if piece.text)
    return Passage(pieces, _sentence(said, first, last), sum(map(bool, said.marks)))


_SHORT = 450  # letters, which are read whole
_WIDE = 200  # letters of about SPAN words
_LATE_I = re.compile(r"(?:[hklmst]|qu)y")  # may be written with i, which is the same normal form


def _near(text: str, wanted: Mapping[str, float]) -> tuple[int, int]:
    """What part of a long text is read: around the place with most of the wanted words, told by their letters alone, which
    takes a tenth of the time."""
    if len(text) <= _SHORT or has_runs(text):
        return 0, len(text)
    bare = fold(f" {text} ")
    worth: dict[str, float] = {}
    for name, counts in wanted.items():
        letters = folded(name.removeprefix("*"))
        for said in (letters, f"{letters[:-1]}i") if _LATE_I.fullmatch(letters) else (letters,):
            worth[said] = max(counts, worth.get(said, 0.0))
    places = sorted((at, said) for said in worth for at in _all_places(bare, said))
    best, first = 0.0, 0
    for number, (at, _said) in enumerate(places):
        near = {said for _at, said in places[number : bisect_left(places, (at + _WIDE, ""))]}
        counts = sum(worth[said] for said in near)
        if counts > best:
            best, first = counts, at
    end = text.find(" ", first + 2 * _WIDE)
    return text.rfind(" ", 0, max(0, first - _WIDE // 2)) + 1, len(text) if end < 0 else end


def _all_places(bare: str, said: str) -> Iterator[int]:
    at = _next(bare, said, 0)
    while at >= 0:
        yield at
        at = _next(bare, said, at + 1)


def marked(text: str, wanted: Mapping[str, float]) -> tuple[Piece, ...]:
    """All of a short text, a title, with the places to mark."""
    said = _read(text, wanted)
    if not said.starts:
        return (Piece(text),)
    shown = (Piece(text[: said.starts[0]]), *_pieces(said, 0, len(said.starts)), Piece(text[said.ends[-1] :]))
    return tuple(piece for piece in shown if piece.text)


def _best(said: _Read) -> int:
    best, place = -1.0, 0
    number, marks = len(said.marks), said.marks
    found = [at for at in range(number) if marks[at]]
    for number_of, first in enumerate(found):
        seen: dict[str, float] = {}
        side_by_side, last = 0.0, -2
        for at in found[number_of:]:
            if at >= first + SPAN:
                break
            seen[said.names[at]] = marks[at]
            side_by_side += 0.3 * min(marks[at], marks[last]) if at == last + 1 else 0
            last = at
        worth = sum(seen.values()) + min(side_by_side, sum(seen.values()))
        if worth > best:
            best, place = worth, first
    return min(place, max(0, number - SPAN))


def _to_sentence(said: _Read, first: int) -> int:
    """A few words earlier, where a sentence begins there."""
    for at in range(first, max(-1, first - 10), -1):
        if at == 0 or _SENTENCE.search(said.text[said.ends[at - 1] : said.starts[at] + 1]):
            return at
    return max(0, first - 4)


def _pieces(said: _Read, first: int, last: int) -> list[Piece]:
    """Found words that stand side by side are one piece; so is all that stands between two of them."""
    pieces: list[Piece] = []
    at = begin = first
    while at < last:
        if not said.marks[at]:
            at += 1
            continue
        end = at
        while (
            end + 1 < last and said.marks[end + 1] and said.text[said.ends[end] : said.starts[end + 1]] == " "
        ):
            end += 1
        start = said.starts[first] if begin == first else said.ends[begin - 1]
        pieces.append(Piece(said.text[start : said.starts[at]]))
        pieces.append(Piece(said.text[said.starts[at] : said.ends[end]], True))
        at = begin = end + 1
    if begin < last or begin == first:
        start = said.starts[first] if begin == first else said.ends[begin - 1]
        pieces.append(Piece(said.text[start : said.ends[last - 1]]))
    return [piece for piece in pieces if piece.text]


def _sentence(said: _Read, first: int, last: int) -> str:
    """The few words that a browser is to look for: from the first found one on, within its sentence."""
    at = next((place for place in range(first, last) if said.marks[place]), first)
    end = at
    while end + 1 < min(last, at + 6) and said.text[said.ends[end] : said.starts[end + 1]] == " ":
        end += 1
    return said.text[said.starts[at] : said.ends[end]]


def side_by_side(texts: Sequence[str], wanted: Collection[Collection[tuple[str, str]]]) -> list[float]:
    """Of each text in NFC, what share of what should stand side by side does so. Each thing may be said in several ways, each
    given with its marks and without ("điện thoại", "dien thoai"): in its marks it counts fully, without them half. A quick
    look, which sees one placing of the tone only. The texts are looked through as one, which is several times as quick."""
    if not wanted or not texts:
        return [0.0] * len(texts)
    small = small_letters(_BETWEEN.join(["", *texts, ""]))
    bare = fold(small)
    begins = list(accumulate((len(text) + len(_BETWEEN) for text in texts), initial=0))
    shares = [0.0] * len(texts)
    for ways in wanted:
        for at, worth in _how_far(small, bare, begins, ways).items():
            shares[at] += worth / len(wanted)
    return shares


_BETWEEN = " \n "  # in no pair of words


def _how_far(
    small: str, bare: str, begins: Sequence[int], ways: Collection[tuple[str, str]]
) -> dict[int, float]:
    """By text: 1 where one of the ways stands in it as written, a half where it does without its marks."""
    found: dict[int, float] = {}
    for said, loose in ways:
        at = _next(bare, loose, 0)
        while at >= 0:
            one = bisect_right(begins, at) - 1
            if small[at : at + len(loose)] == said:
                found[one] = 1.0
            at = _next(bare, loose, begins[one + 1] if found.setdefault(one, 0.5) == 1.0 else at + 1)
    return found


def _next(text: str, said: str, at: int) -> int:
    """Where it stands next as a word or words, -1 where it does not; the text begins and ends with a space."""
    while (at := text.find(said, at)) >= 0:
        if not text[at - 1].isalnum() and not text[at + len(said)].isalnum():
            return at
        at += 1
    return -1
