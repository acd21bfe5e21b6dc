"""Sentences of a paragraph, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quyen.core.text.folding import CAPITALS, SMALL
from quyen.core.types import Span

# a full stop after a word (not after a capital, a figure or an abbreviation in capitals) and before a capital
_OPENS = rf"(?=[{CAPITALS}\d(“\"\-])"
# (the sign itself comes first, so that a search skips all letters)
_END = re.compile(
    rf"[.!?…\n](?:(?<=\n)|(?<=[{SMALL}].)[.!?…]*\s+{_OPENS}|(?<=[)”\"’%\d]\.)\s+(?=[{CAPITALS}(“\"]))"
)


def sentences(text: str, offset: int = 0, start: int = 0) -> Iterator[tuple[str, Span]]:
    """Each sentence with its place (offset + position); the full stop belongs to the sentence."""
    for found in _END.finditer(text, start):
        end = found.start() + len(found[0].rstrip())
        if text[start:end].strip():
            yield _placed(text, start, end, offset)
        start = found.end()
    if text[start:].strip():
        yield _placed(text, start, len(text), offset)


def _placed(text: str, start: int, end: int, offset: int) -> tuple[str, Span]:
    if text.endswith("./.", start, end):  # the sign that closes a document is no word of the sentence
        end -= 2
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    return words.strip(), Span(offset + first, offset + start + len(words.rstrip()))
