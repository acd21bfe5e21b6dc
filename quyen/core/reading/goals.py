"""Objectives: clauses of the goals part that carry no figure. Those with a figure are targets."""

from __future__ import annotations

from bisect import bisect_left

from quyen.core.reading.steps import GOALS, Step
from quyen.core.types import Fact, Span, Target

_SHORTEST = 5  # words


def find_objectives(steps: list[Step], targets: tuple[Target, ...]) -> tuple[Fact, ...]:
    """Lowest paragraphs of the goals part that hold no target; lead-ins that end in ":" are none."""
    taken = sorted(target.at.start for target in targets)
    found = []
    for step in steps:
        if GOALS not in step.parts or step.node.children or _holds(taken, step.at):
            continue
        start = step.rest if step.head else 0
        words = step.text[start:].strip()
        if len(words.split()) >= _SHORTEST and not words.endswith(":"):
            first = step.at.start + step.text.index(words, start)
            found.append(Fact(words.rstrip(" ;"), Span(first, first + len(words))))
    return tuple(found)


def _holds(taken: list[int], at: Span) -> bool:
    """Whether one of the sorted places lies in the paragraph."""
    place = bisect_left(taken, at.start)
    return place < len(taken) and taken[place] < at.end
