"""Objectives: clauses of the goals part that carry no figure. Those with a figure are targets."""

from __future__ import annotations

from quyen.core.reading.steps import GOALS, Step
from quyen.core.types import Fact, Span, Target

_SHORTEST = 5  # words


def find_objectives(steps: list[Step], targets: tuple[Target, ...]) -> tuple[Fact, ...]:
    """Lowest paragraphs of the goals part that hold no target; lead-ins that end in ":" are none."""
    taken = sorted(target.at for target in targets)
    found = []
    for step in steps:
        if not step.under(GOALS) or step.node.children or _holds(taken, step.at):
            continue
        start = step.rest if step.head else 0
        words = step.text[start:].strip()
        if len(words.split()) >= _SHORTEST and not words.endswith(":"):
            first = step.at.start + step.text.index(words, start)
            found.append(Fact(words.rstrip(" ;"), Span(first, first + len(words))))
    return tuple(found)


def _holds(taken: list[Span], at: Span) -> bool:
    return any(at.start <= one.start < at.end for one in taken)
