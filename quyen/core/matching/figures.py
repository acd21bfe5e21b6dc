"""Figures of two claims compared, and said in Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quyen.core.matching.claims import Claim, Figure
from quyen.core.matching.words import NUMBER, content, listed_numbers
from quyen.core.text.numbers import parse_number
from quyen.core.text.saying import say_number

SIGNS = {">=": "ít nhất ", "<=": "tối đa ", ">": "trên ", "<": "dưới "}
SHARE = re.compile(r"(\d+(?:[.,]\d+)*)\s*(?:%|phần trăm)")
COUNT = re.compile(r"(?<![\d/.,%])(\d+(?:\.\d{3})*(?:,\d+)?)(?![\d/%]|[.,]\d)\s+([^\W\d_]+(?:\s+[^\W\d_]+)?)")


def said(figure: Figure | None) -> str | None:
    """A figure as a person writes it: "dưới 10%", "15-20%", "1.000 đầu sách"."""
    if figure is None:
        return None
    unit = "%" if figure.unit == "%" else f" {figure.unit}" if figure.unit else ""
    if figure.value_max is not None:
        return f"{say_number(figure.value)}-{say_number(figure.value_max)}{unit}"
    return f"{SIGNS.get(figure.comparator, '')}{say_number(figure.value)}{unit}"


def equal(above: Figure, below: Figure) -> bool:
    """Same value of the same unit; "at least 90" and "90" are the same, "under 10" and "over 10" are not."""
    if not same_unit(above, below) or above.value != below.value or above.value_max != below.value_max:
        return False
    return not {above.comparator[:1], below.comparator[:1]} >= {"<", ">"}


def same_unit(above: Figure, below: Figure) -> bool:
    """Shares with shares; counts with counts of things that share a word, or of things not named."""
    if (above.unit == "%") != (below.unit == "%"):
        return False
    one, two = content(above.unit), content(below.unit)
    return above.unit == below.unit or not one or not two or bool(one & two)


def asks_less(above: Figure, below: Figure) -> bool:
    """Whether the share below is the weaker promise: less where much is wanted ("ít nhất 90%" and 80%), more
    where little is ("dưới 10%" and 15%). Only for shares: a part of a number that all make together
    (1.000 đầu sách) is rightly smaller."""
    if above.unit != "%" or below.unit != "%":
        return False
    if above.comparator[:1] == "<":
        return _top(below) > _top(above)
    return below.value < above.value


def _top(figure: Figure) -> float:
    return figure.value if figure.value_max is None else figure.value_max


def without(figure: Figure | None, text: str) -> str:
    """A text without its own figure and without shares; its other numbers ("trẻ em dưới 15 tuổi") tell what
    it is about."""
    if figure is None:
        return text
    own = {figure.value, figure.value_max}

    def kept(found: re.Match[str]) -> str:
        return " ; " if parse_number(found.group(), share=figure.unit == "%") in own else found.group()

    return NUMBER.sub(kept, SHARE.sub(" ; ", text))


def figure_in(text: str, like: Figure) -> Figure | None:
    """A figure of the same unit that a sentence states, the same value first; None where it states none."""
    found = [Figure(value, like.unit) for value in _values(text, like)]
    wanted = {like.value, like.value_max}
    for figure in found:
        if figure.value in wanted:
            return like
    return found[0] if found else None


def _values(text: str, like: Figure) -> list[float]:
    if like.unit == "%":
        return _read((found.group(1) for found in SHARE.finditer(text)), share=True)
    unit = content(like.unit)
    counted = (found.group(1) for found in COUNT.finditer(text) if unit & content(found.group(2)))
    return _read(counted, share=False)


def _read(figures: Iterable[str], *, share: bool) -> list[float]:
    values = (parse_number(figure, share=share) for figure in figures)
    return [value for value in values if value is not None]


def numbers_differ(above: Claim, below: Claim) -> tuple[str, str] | None:
    """The numbers that each names, where both name some and the lower leaves some of the upper's out."""
    one, two = listed_numbers(above.text), listed_numbers(below.text)
    if not one or not two or set(one) <= set(two):
        return None
    return ", ".join(one), ", ".join(two)
