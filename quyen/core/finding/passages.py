"""The words of a text around what was asked for, with the places to mark."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from quyen.core.finding.words import folded, spoken
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
    said = _read(" ".join(text.split()), wanted)
    number = len(said.starts)
    if not any(said.marks):
        return Passage((Piece(said.text if number <= SPAN else f"{said.text[: said.ends[SPAN - 1]]} …"),))
    first = _to_sentence(said, _best(said))
    last = min(number, first + SPAN)
    before, after = ("… " if first else ""), (" …" if last < number else said.text[said.ends[-1] :])
    shown = (Piece(before), *_pieces(said, first, last), Piece(after))
    pieces = tuple(piece for piece in shown if piece.text)
    return Passage(pieces, _sentence(said, first, last), sum(map(bool, said.marks)))


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


def side_by_side(text: str, wanted: Collection[Collection[tuple[str, str]]]) -> float:
    """What share of what should stand side by side does so in a text in NFC. Each thing may be said in several ways, each
    given with its marks and without ("điện thoại", "dien thoai"): in its marks it counts fully, without them half. A quick
    look, which sees one placing of the tone only."""
    if not wanted:
        return 0.0
    small = f" {small_letters(text)}"
    bare = fold(small)
    return sum(max(_how_far(small, bare, *way) for way in ways) for ways in wanted) / len(wanted)


def _how_far(small: str, bare: str, said: str, loose: str) -> float:
    if loose not in bare:
        return 0.0
    return 1.0 if _stands(small, said) else 0.5 if _stands(bare, loose) else 0.0


def _stands(text: str, pair: str) -> bool:
    """Whether two words stand there as words."""
    at, long = text.find(pair), len(pair)
    while at >= 0:
        if not text[at - 1 : at].isalnum() and not text[at + long : at + long + 1].isalnum():
            return True
        at = text.find(pair, at + 1)
    return False
