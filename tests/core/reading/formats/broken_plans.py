"""Whole plans as text, hurt the way people and programs hurt them: lines lost, doubled, swapped, run together or
cut, tables that lost their bars, two documents run into one. Damage of letters alone never gets this far in."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.core.reading import (
    papers,
    test_header,
    test_layout,
    test_news,
    test_parts,
    test_tasks,
    test_text_forms,
)
from tests.core.reading.findings import clean_plan
from tests.factories.archive import plan_text

_PIECES = [
    papers.HEAD, papers.BASES, papers.END, test_header.LINES, test_parts.COMMUNICATION, test_news.ITEM, test_tasks.ASSIGNED,
    test_layout.WRAPPED, test_layout.EDGE, test_text_forms.STACKED, test_text_forms.COLUMNS, test_text_forms.PAGE, clean_plan.PLAN,
]  # fmt: skip
_SIGNS = "|\t*-+:;.,()/“”12ađ \u00a0"


def broken_plan(chance: random.Random) -> str:
    """A plan or pieces of some, hurt in one to four ways."""
    if chance.random() < 0.3:
        text = plan_text(chance.randrange(1000), pages=2)
    else:
        text = "\n".join(chance.choices(_PIECES, k=chance.randint(1, 4)))
    lines = text.split("\n")
    for harm in chance.choices(_HARMS, k=chance.randint(1, 4)):
        lines = harm(lines, chance) or [""]
    return "\n".join(lines)


def _lose(lines: list[str], chance: random.Random) -> list[str]:
    return [line for line in lines if chance.random() > 0.1]


def _double(lines: list[str], chance: random.Random) -> list[str]:
    return [line for line in lines for _ in range(1 + (chance.random() < 0.1))]


def _swap(lines: list[str], chance: random.Random) -> list[str]:
    out = list(lines)
    for at in range(len(out) - 1):
        if chance.random() < 0.1:
            out[at], out[at + 1] = out[at + 1], out[at]
    return out


def _cut(lines: list[str], chance: random.Random) -> list[str]:
    start = chance.randrange(len(lines))
    return lines[start : start + chance.randint(1, len(lines))]


def _run_together(lines: list[str], chance: random.Random) -> list[str]:
    out = lines[:1]
    for line in lines[1:]:
        if chance.random() < 0.2:
            out[-1] += chance.choice((" ", "\t", " | ", "      ", "")) + line
        else:
            out.append(line)
    return out


def _without_bars(lines: list[str], chance: random.Random) -> list[str]:
    mark = chance.choice("|\t")
    return [part.strip() for line in lines for part in line.split(mark)]


def _wrap(lines: list[str], chance: random.Random) -> list[str]:
    width = chance.randint(8, 90)
    return [line[at : at + width] for line in lines for at in range(0, max(len(line), 1), width)]


def _letters(lines: list[str], chance: random.Random) -> list[str]:
    return [_hurt(line, chance) if chance.random() < 0.2 else line for line in lines]


def _hurt(line: str, chance: random.Random) -> str:
    at = chance.randint(0, len(line))
    return (
        line[:at] + chance.choice(_SIGNS) * chance.choice((0, 1, 1, 30)) + line[at + chance.randint(0, 2) :]
    )


_HARMS: list[Callable[[list[str], random.Random], list[str]]] = [
    _lose, _double, _swap, _cut, _run_together, _without_bars, _wrap, _letters,
]  # fmt: skip
