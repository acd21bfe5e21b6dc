"""The words of a text around what was asked for, with the places to mark."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from quyen.core.finding.words import Word, words

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


def passage(text: str, wanted: Mapping[str, float]) -> Passage:
    """The best stretch of a text. `wanted`: how much each word counts, by its normal form, or by its letters alone with a
    leading "*" where any marks will do. Several different words near each other beat one that comes often."""
    text = " ".join(text.split())
    said = list(words(text))
    marks = [_worth(word, wanted) for word in said]
    if not any(marks):
        return Passage((Piece(_cut(text, said, 0, SPAN)),))
    first = _best(said, marks)
    first = _to_sentence(text, said, first)
    last = min(len(said), first + SPAN)
    pieces = _pieces(text, said[first:last], marks[first:last])
    before, after = ("… " if first else ""), (" …" if last < len(said) else text[said[-1].end :])
    shown = (Piece(before), *pieces, Piece(after))
    return Passage(
        tuple(piece for piece in shown if piece.text),
        _sentence(text, said, marks, first, last),
        sum(map(bool, marks)),
    )


def marked(text: str, wanted: Mapping[str, float]) -> tuple[Piece, ...]:
    """All of a short text, a title, with the places to mark."""
    said = list(words(text))
    if not said:
        return (Piece(text),)
    pieces = _pieces(text, said, [_worth(word, wanted) for word in said])
    return tuple(
        piece for piece in (Piece(text[: said[0].start]), *pieces, Piece(text[said[-1].end :])) if piece.text
    )


def _worth(word: Word, wanted: Mapping[str, float]) -> float:
    return wanted.get(word.normal) or wanted.get(f"*{word.folded}", 0.0)


def _best(said: Sequence[Word], marks: Sequence[float]) -> int:
    best, place = -1.0, 0
    at_most = max(1, len(said) - SPAN + 1)
    for first in (at for at in range(len(said)) if marks[at]):
        first = min(first, at_most - 1)
        seen: dict[str, float] = {}
        side_by_side = 0.0
        for at in range(first, min(len(said), first + SPAN)):
            if marks[at]:
                seen[said[at].folded] = max(seen.get(said[at].folded, 0.0), marks[at])
                side_by_side += 0.3 * min(marks[at], marks[at - 1]) if at > first else 0
        worth = sum(seen.values()) + min(side_by_side, sum(seen.values()))
        if worth > best:
            best, place = worth, first
    return place


def _to_sentence(text: str, said: Sequence[Word], first: int) -> int:
    """A few words earlier, where a sentence begins there."""
    for at in range(first, max(-1, first - 10), -1):
        if at == 0 or _SENTENCE.search(text[said[at - 1].end : said[at].start + 1]):
            return at
    return max(0, first - 4)


def _pieces(text: str, said: Sequence[Word], marks: Sequence[float]) -> list[Piece]:
    """Found words that stand side by side are one piece."""
    pieces: list[Piece] = []
    for at, word in enumerate(said):
        gap = text[said[at - 1].end : word.start] if at else ""
        together = at > 0 and bool(marks[at]) == bool(marks[at - 1])
        if together and (not marks[at] or gap == " "):
            last = pieces.pop()
            pieces.append(Piece(last.text + gap + text[word.start : word.end], last.is_found))
        else:
            if gap:
                pieces.append(Piece(gap))
            pieces.append(Piece(text[word.start : word.end], bool(marks[at])))
    return pieces


def _sentence(text: str, said: Sequence[Word], marks: Sequence[float], first: int, last: int) -> str:
    """The few words that a browser is to look for: from the first found one on, within its sentence."""
    at = next(place for place in range(first, last) if marks[place]) if any(marks[first:last]) else first
    end = at
    while end + 1 < min(last, at + 6) and text[said[end].end : said[end + 1].start] == " ":
        end += 1
    return text[said[at].start : said[end].end]


def _cut(text: str, said: Sequence[Word], first: int, span: int) -> str:
    if len(said) <= span:
        return text
    return text[: said[first + span - 1].end] + " …"


def side_by_side(spelled: str, bare: str, pairs: Collection[tuple[str, str, str]]) -> float:
    """What share of the pairs of words asked for stand side by side in a text, given as `words.spelled` makes it and
    without marks: a pair in its marks counts fully, without them half. `pairs`: (" a b ", the same without marks, "")."""
    if not pairs:
        return 0.0
    return sum(1.0 if one in spelled else 0.5 if loose in bare else 0.0 for one, loose, _ in pairs) / len(
        pairs
    )
