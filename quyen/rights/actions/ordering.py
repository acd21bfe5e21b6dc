"""Where a provision stands among all of its instrument, told by its path alone, so that a text may add clauses at any time."""

from __future__ import annotations

_ARTICLE, _LETTER, _CLAUSE, _POINT = 1_000_000, 30_000, 480, 16
_LAST_ARTICLE = 2_100
_LETTERS = "abcdđefghijklmnopqrstuvwxyz"
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
PREAMBLE = 1
HOLDERS = ("part", "chapter", "section")


def ordinal_of(path: str) -> int:
    """Of the preamble, an article, a clause or a point. Articles "12a" stand after 12 and before 13."""
    if not path[:1].isdigit():
        return PREAMBLE
    article, *below = path.split(".")
    number, letter = _split(article)
    made = min(number, _LAST_ARTICLE) * _ARTICLE + letter * _LETTER
    if below and below[0][0].isdigit():
        clause, more = _split(below[0])
        made += min(clause, 40) * _CLAUSE + more
        below = below[1:]
    if below:
        made += min(_letter(below[0]), 28) * _POINT
    return made + (_roman(below[1]) if len(below) > 1 else 0)


def holder_ordinal(kind: str, first_article: str) -> int:
    """Of a part, chapter or section: right before its first article; the wider one first."""
    return ordinal_of(first_article) - 30 + 10 * HOLDERS.index(kind)


def _split(number: str) -> tuple[int, int]:
    digits = number.rstrip(_LETTERS)
    return int(digits) if digits.isdigit() else _LAST_ARTICLE, _letter(number[len(digits) :])


def _letter(given: str) -> int:
    return _LETTERS.find(given[0]) + 1 if given else 0


def _roman(given: str) -> int:
    return _ROMANS.index(given) + 1 if given in _ROMANS else _POINT - 1
