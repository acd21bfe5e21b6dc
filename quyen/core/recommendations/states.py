"""The recommending States: the brackets that close an item, or each of the recommendations joined in it."""

from __future__ import annotations

import re

from quyen.core.recommendations.names import are_known, is_known, is_nearly_known, split_names
from quyen.core.types import value

_AFTER = re.compile(r"\s*\**\s*(?:[;.,:(\[]|$|(?:and|or)\b)")
_LAST = re.compile(r"[\s;.,:*/”\"']*(?:and|or)?[\s;.,*]*$")
_NAME = re.compile(r"(?:the )?[^\W\d_][\w’'.\- ]{2,}(?:\([^)]*\)?)?")
_LONGEST = 600  # letters of one bracket
_SMALL = {"of", "and", "the", "d'ivoire", "de", "da", "on", "behalf"}


@value
class Group:
    """A bracket with States: its place in the text, brackets included, and the names as printed."""

    start: int
    end: int
    states: tuple[str, ...]


def groups_of(text: str) -> list[Group]:
    """The brackets that name who recommends, in order. Brackets of the text itself, "(CEDAW)", are none."""
    brackets = _brackets(text)
    found = []
    for at, (start, end) in enumerate(brackets):
        inner = _inner(text[start:end])
        last = at == len(brackets) - 1 and bool(_LAST.fullmatch(text, end))
        if _attributes(inner, last=last, closed=bool(_AFTER.match(text, end))):
            found.append(Group(start, end, tuple(split_names(inner))))
    return found


_MOST_NEARLY = 30  # names that may all be misprinted


def _attributes(inner: str, *, last: bool, closed: bool) -> bool:
    if are_known(inner):
        return last or closed
    names = split_names(inner)
    known = sum(map(is_known, names))
    if known * 2 >= len(names) > 0:
        return last or closed
    if (last or closed) and 0 < len(names) <= _MOST_NEARLY and all(map(is_nearly_known, names)):
        return True
    return last and bool(names) and all(map(_looks_like_a_name, names))


def _looks_like_a_name(name: str) -> bool:
    """Capitals, few words, no abbreviation: a State whose name is misprinted or new."""
    words = re.sub(r"[()]", " ", name).split()
    if not _NAME.fullmatch(name) or not 0 < len(words) <= 7 or (len(words) == 1 and name.isupper()):
        return False
    return all(word[0].isupper() or word.lower() in _SMALL for word in words)


def _open(text: str) -> int:
    return text.count("(") + text.count("[") - text.count(")") - text.count("]")


def _inner(span: str) -> str:
    """What a bracket holds; one that was forgotten at its end is added inside."""
    if _open(span) == 0 and span[-1] in ")]":
        return span[1:-1]
    return span[1:] + ")" * max(0, _open(span[1:]))


def _brackets(text: str) -> list[tuple[int, int]]:
    """The outermost brackets, half-open. One that is never closed ends with the sentence or the text."""
    found, start, depth, inner = [], -1, 0, (-1, -1)
    for at, sign in enumerate(text):
        if sign in "([":
            start, depth = (at, 1) if depth == 0 else (start, depth + 1)
            inner = (at, -1)
        elif sign in ")]" and depth:
            depth -= 1
            inner = (inner[0], at + 1) if inner[1] < 0 else inner
            if depth == 0:
                found.append((start, at + 1))
        elif sign == ";" and depth and text[at - 1] == ")" and not _lists_on(text, start):
            depth = 0  # "(Iran (Islamic Republic of); and then": the last bracket was forgotten
            found.append(_unclosed(text, start, at, inner))
    if depth:
        found.append(_unclosed(text, start, len(text.rstrip(" ;.")), inner))
    return found


def _lists_on(text: str, start: int) -> bool:
    """Whether a bracket is closed after all and names States, parted by ";": "(Iran (Islamic Republic of); Mali)"."""
    depth = 0
    for at in range(start, min(len(text), start + _LONGEST)):
        depth += (text[at] in "([") - (text[at] in ")]")
        if depth == 0:
            return are_known(text[start + 1 : at])
    return False


def _unclosed(text: str, start: int, end: int, inner: tuple[int, int]) -> tuple[int, int]:
    """ "(such as the Act (2007) (Chad);": an earlier bracket was forgotten where the last one inside holds States alone."""
    if inner[1] == end and start < inner[0] and are_known(text[inner[0] + 1 : inner[1] - 1]):
        return inner if not are_known(_inner(text[start:end])) else (start, end)
    return start, end
