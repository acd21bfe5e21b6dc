"""Lines -> the numbered paragraphs that list recommendations, from "Conclusions and/or recommendations" to its end.

Where that heading is missing, the first lines that announce recommendations and say their position begin the list. "All
conclusions and/or recommendations ... reflect the position of the submitting State(s)", an annex, or a part on voluntary
commitments end it. A number that goes on a list of bare numbers is an item, not a paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from quyen.core.recommendations.report import Status
from quyen.core.recommendations.status import status_of

_HEADING = re.compile(
    r"(?:[IVX]+\s?[.)]?\s+)?conclusions?(?:,? (?:and(?:\s?/\s?or)?|or)|/| &) ?recommendations?[\s.:*]*", re.I
)
_END = re.compile(
    r"(?:All|Any|ALL)\b.{0,40}\b(?:conclusions?|recommendations?)\b.{0,160}\b(?:reflect|position)", re.I
)
_AFTER = re.compile(
    r"annex(?:es)?(?:\s+(?:[IVX\d]+|[A-Z]))?[.:]?(?:\s+composition of.*)?|composition of the delegation"
    r"|(?:[IVX]+\s?[.)]\s+)?voluntary (?:pledges?|commitments?).{0,60}|appendix(?:\s+\w+)?",
    re.I,
)
_NUMBERED = re.compile(r"(\d{1,3})\s?[.)](?!\d|\s?\d{1,3}[.)]?\s)\s*(.*)")
_DOTTED = re.compile(r"(\d{1,3})\s?[.,·]\s?(\d{1,3})(?!\d)")
_ASKS = re.compile(r"\brecommend", re.I)
_LOOKED_AT = 12  # lines: so far an announcement may reach
_TRIED = 5  # headings
_SKIPPED = 3  # paragraphs whose numbers may be missing


@dataclass(slots=True)
class Paragraph:
    """`number` as printed, "" where none is; `lines` without it."""

    number: str
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def paragraphs_of(lines: list[str]) -> list[Paragraph]:
    """The paragraphs of the part with recommendations; [] where the report holds none."""
    found: list[Paragraph] = []
    for start in _starts(lines):
        found = _collect(lines[start:])
        if any(_DOTTED.match(line) or _ASKS.search(line) for one in found for line in one.lines):
            return found
    return found


def _starts(lines: list[str]) -> list[int]:
    """Where the part may begin, likeliest first: its heading (the last one: contents come before), an announcement."""
    headings = [at + 1 for at, line in enumerate(lines) if _HEADING.fullmatch(line)]
    announced = [at for at in range(len(lines)) if announces(lines, at)]
    return [*headings[: -_TRIED - 1 : -1], *announced[:1], *_first_item(lines)]


def _first_item(lines: list[str]) -> list[int]:
    """The first of "118.1", "118.2": a list without any announcement that can be read."""
    labels = [(at, m[1], m[2]) for at, line in enumerate(lines) if (m := _DOTTED.match(line))]
    return [at for (at, p, n), (_, q, m) in pairwise(labels) if (n, m) == ("1", "2") and p == q][:1]


def announces(lines: list[str], at: int) -> bool:
    """Whether a sentence begins here that ends in ":" and says what became of recommendations."""
    line = lines[at]
    if not line or line[0].islower() or _DOTTED.match(line):
        return False
    words = _announcement(lines, at)
    return bool(words and _ASKS.search(words) and status_of(words) is not Status.UNCLEAR)


def _announcement(lines: list[str], at: int) -> str:
    words: list[str] = []
    for line in lines[at : at + _LOOKED_AT]:
        if words and (not line or _NUMBERED.match(line)):
            return ""
        head, colon, _ = line.partition(":")
        words.append(head)
        if colon:
            return " ".join(words)
        if words and line.endswith((".", ";")) and len(words) > 1:
            return ""
    return ""


def _collect(lines: list[str]) -> list[Paragraph]:
    found: list[Paragraph] = []
    run = _Run()
    for at, line in enumerate(lines):
        label = _NUMBERED.match(line)
        rest = label[2] if label else line
        if _ends(rest, lines, at, found):
            break
        if label and run.is_paragraph(int(label[1]), rest, lines[at + 1 : at + 3]):
            found.append(Paragraph(label[1], [label[2]]))
        elif not label and found and announces(lines, at) and _closed(found[-1].lines):
            found.append(Paragraph("", [line]))
            run.unnumbered()
        elif found:
            found[-1].lines.append(line)
        elif announces(lines, at) or _DOTTED.match(line):
            found.append(Paragraph("", [line]))
    return found


def _ends(rest: str, lines: list[str], at: int, found: list[Paragraph]) -> bool:
    """A wrapped line of an item may begin with the same words, in small letters."""
    if not found or not rest[:1].isupper():
        return False
    return bool(_AFTER.fullmatch(rest) or _END.match(" ".join([rest, *lines[at + 1 : at + 4]])))


def _closed(lines: list[str]) -> bool:
    last = next((line for line in reversed(lines) if line), "")
    return last.endswith((".", ";", ")", ":", "*")) or not last


@dataclass(slots=True)
class _Run:
    """Tells a paragraph's number from that of an item in a list of bare numbers."""

    paragraph: int = 0
    item: int = 0  # the last bare item

    def is_paragraph(self, number: int, rest: str, after: list[str]) -> bool:
        goes_on = number == self.item + 1 or (self.item and self.item < number <= self.item + _SKIPPED)
        next_one = not self.paragraph or self.paragraph < number <= self.paragraph + _SKIPPED
        if self.paragraph and goes_on and not (next_one and _speaks_of(" ".join([rest, *after]))):
            self.item = number
            return False
        if next_one:
            self.paragraph = number
        return bool(next_one)

    def unnumbered(self) -> None:
        self.item = 0


def _speaks_of(words: str) -> bool:
    """Words of a paragraph about recommendations, not of a recommendation."""
    return bool(
        re.match(r"(?:the |these |those |of the |with |in |all |any |as )", words, re.I)
        and _ASKS.search(words)
        and (":" in words or status_of(words) is not Status.UNCLEAR)
    )
