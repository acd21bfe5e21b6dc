"""Audiences, topics and channels of communication, each from the part of the text that is about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quyen.core.reading.steps import AUDIENCES, CHANNELS, DUTIES, TOPICS, Step, parts_of
from quyen.core.text.folding import CAPITALS, SMALL, fold
from quyen.core.types import Fact, Span

_INLINE = re.compile(
    r"[Đđ](?:(?<=^.)|(?<=\n.)|(?<=[.;]\s.)|(?<=^Nhóm .)|(?<=\nNhóm .)|(?<=[.;]\sNhóm .))ối tượng (?:của )?(?:được )?(?:truyền thông|tuyên truyền|áp dụng|thụ hưởng|thực hiện|tham gia|phổ biến|tập huấn|bồi dưỡng|đào tạo|tác động|hướng tới|phục vụ|dự thi)[^.:;]{0,40}?(?::| là | gồm | bao gồm )\s?"
)
_ALL_OF = re.compile(r"(?:^|\b)(?:bao gồm|gồm(?: có)?|là)\s?:?\s", re.I)
_SENTENCE = re.compile(rf"\.(?<=[{SMALL}]\.)\s?(?=[{CAPITALS}“])")
_CAPITAL = re.compile(rf";\s(?=[{CAPITALS}])")
_FOCUS = re.compile(r"trong đó[^.;]{0,120}?(?:như|gồm|là):?\s", re.I)
_FOCUS_ON = re.compile(r"trong đó[^.;]{0,60}?(?:cho|đến|tới|vào)(?: nhóm)?\s", re.I)
_TRIM = re.compile(
    r",?\s(?:đặc biệt là|nhất là|trong đó|đặc biệt|chú trọng|ưu tiên|như:?|bao gồm|gồm)\s.*\Z|\s?\([^)]*\)\s*\Z",
    re.S,
)
# one of these stands in whatever it cuts off
_TRIM_SIGNS = ("(", "như", "đặc biệt", "nhất là", "trong đó", "chú trọng", "ưu tiên", "gồm")
# groups that belong to who must act, not who is spoken to: rules on whom a decree binds
_BOUND = re.compile(
    r"\b(?:nghi dinh|thong tu|quy che|quyet dinh|luat|nghi quyet|quy dinh) nay\b|\bap dung doi voi\b"
)


def find_audiences(steps: list[Step]) -> tuple[Fact, ...]:
    """One group each; only from a part that is about audiences, or a sentence that names them."""
    found: list[Fact] = []
    for step in steps:
        if AUDIENCES not in step.parts:
            if "doi tuong" in step.folded and not step.head:
                found.extend(_inline(step))
        elif not _is_of_one_activity(step):
            own_words = bool(step.head) and step.rest < len(step.text)
            if not step.node.children or own_words:
                found.extend(_groups(step))
            elif not step.head and "doi tuong" in step.folded:
                found.extend(_inline(step))
    return _once(found)


def find_topics(steps: list[Step]) -> tuple[Fact, ...]:
    """What is to be told: the lowest paragraphs of the part on topics."""
    return _once([fact for step in steps if TOPICS in step.parts for fact in _whole(step, TOPICS)])


def find_channels(steps: list[Step]) -> tuple[Fact, ...]:
    """By what means: the lowest paragraphs of the part on platforms, channels and forms."""
    return _once([fact for step in steps if CHANNELS in step.parts for fact in _whole(step, CHANNELS)])


# --- audiences -----------------------------------------------------------------------------------


def _groups(step: Step) -> Iterator[Fact]:
    start = step.rest if step.head else 0
    words = step.text[start:]
    if words.rstrip().endswith(":") or _is_bound(step.folded[start : start + 200]):
        return
    yield from _split(words, step.at.start + start, listed=_is_listed(step))


def _is_bound(folded: str) -> bool:
    return (" nay" in folded or "ap dung" in folded) and bool(_BOUND.search(folded))


def _is_of_one_activity(step: Step) -> bool:
    """ "- Đối tượng: ..." among the duties tells who comes to one activity."""
    return (
        step.node.kind in ("dash", "plus")
        and bool(step.head)
        and any(one.under(DUTIES) for one in step.above)
    )


def _is_listed(step: Step) -> bool:
    """One entry of a list that stands under the heading, not the heading's own running text."""
    return step.node.kind != "plain" and AUDIENCES not in parts_of(step.head)


def _split(words: str, offset: int, *, listed: bool) -> Iterator[Fact]:
    """An entry of a list is one group; in running text sentences, and semicolons before capitals, part groups."""
    lead = _ALL_OF.match(words)
    start = lead.end() if lead else 0
    bounds = {start, len(words)}
    bounds |= {found.end() for found in _SENTENCE.finditer(words, start)}
    if not listed and len(_CAPITAL.findall(words)) * 2 > words.count(";"):
        bounds |= {found.end() for found in _CAPITAL.finditer(words, start)}
    places = sorted(bounds)
    for first, last in pairwise(places):
        yield from _group(words, first, last, offset)


def _group(words: str, first: int, last: int, offset: int) -> Iterator[Fact]:
    """The group's name; a focus ("Trong đó chú trọng ... như A; B") names groups of its own."""
    part = words[first:last]
    focus = _FOCUS.match(part) or _FOCUS_ON.match(part)
    if focus:
        start = first + focus.end()
        for piece in re.finditer(r"[^;]+", words[start:last]):
            yield from _fact(piece[0], offset + start + piece.start())
        return
    yield from _fact(part, offset + first)


def _fact(part: str, start: int) -> Iterator[Fact]:
    kept = part.rstrip(" .;,")
    for sign in _TRIM_SIGNS:
        if sign in kept:
            kept = _TRIM.sub("", kept)
            break
    kept = kept.strip(" .;,:")
    if len(kept.split()) < 2:
        return
    shift = part.index(kept[:20]) if kept[:20] in part else 0
    yield Fact(" ".join(kept.split()), Span(start + shift, start + shift + len(kept)))


def _inline(step: Step) -> Iterator[Fact]:
    """ "Đối tượng tuyên truyền là ..." inside running text."""
    found = _INLINE.search(step.text)
    if found:
        words = step.text[found.end() :]
        yield from _split(words, step.at.start + found.end(), listed=False)


# --- topics and channels -------------------------------------------------------------------------


def _whole(step: Step, part: str) -> Iterator[Fact]:
    if step.node.children:
        return
    start = step.rest if step.head and part in parts_of(step.head) else 0
    words = step.text[start:].strip()
    if len(words.split()) >= 3 and not words.endswith(":"):
        first = step.at.start + step.text.index(words, start)
        yield Fact(words.rstrip(" ;"), Span(first, first + len(words)))


def _once(found: list[Fact]) -> tuple[Fact, ...]:
    kept: dict[str, Fact] = {}
    for fact in found:
        kept.setdefault(fold(fact.text), fact)
    return tuple(kept.values())
