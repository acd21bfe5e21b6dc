"""What a careful clerk marks in a document, each with its place, its reason and, where sure, the right words.

    words        the words of the text, shared by the checks
    vocabulary   what is so of a word wherever it stands; which of a text's words and neighbours want a look
    lexicon      the list of two-syllable words (word_pairs, everyday_words)
    spelling     a syllable that cannot be one (syllables); a known word with one wrong mark (word_pairs)
    slips        spaces, doubled words
    brackets     brackets and quotes without their pair
    symbols      numbers and symbols of documents that are not written in their form
    cited        one document cited in two ways; dates that cannot be
    numbering    parts and points that skip or come twice
    columns      task tables with an empty lead or time; sums that do not add up
    times        deadlines before the issue of the document or after its period
    form         number, date, legal bases, annexes, signature and recipients

Kinds and how right they were found to be: docs/reference/findings.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from quyen.core.reading.findings.cited import check_own_date, find_conflicts
from quyen.core.reading.findings.columns import find_columns
from quyen.core.reading.findings.form import find_form
from quyen.core.reading.findings.numbering import find_skips
from quyen.core.reading.findings.slips import find_slips
from quyen.core.reading.findings.spelling import find_misspellings
from quyen.core.reading.findings.symbols import find_malformed
from quyen.core.reading.findings.times import find_late_times
from quyen.core.reading.findings.words import Words
from quyen.core.types import Finding, Reading

__all__ = ["find_findings"]

_MOST = 300  # of a kind; more come from the file, not from its writer
# where several of these stand at one place, one slip made them all; the first kind says most
_ONE_SLIP = ("number_conflict", "date_conflict", "cited_later", "type_conflict")


def find_findings(reading: Reading, *, today: date | None = None) -> tuple[Finding, ...]:
    """All findings in the order of their places. `today` lets a date of issue in the future be marked.

    Never raises, whatever the text; linear in its length.
    """
    words = Words(reading.text)
    found = [*_in_text(reading, words), *_in_form(reading, words), *check_own_date(reading, today)]
    found.sort(key=lambda finding: finding.at)
    found = [*_first_of_each_kind(_without_echoes(found))]
    return tuple(sorted(found, key=lambda finding: (finding.at, finding.kind, -finding.sure)))


def _in_text(reading: Reading, words: Words) -> Iterator[Finding]:
    yield from find_misspellings(words)
    yield from find_slips(reading.document, words)
    yield from find_malformed(reading, words)
    yield from find_conflicts(reading, words)


def _in_form(reading: Reading, words: Words) -> Iterator[Finding]:
    yield from find_skips(reading.document)
    yield from find_columns(reading.document, words)
    yield from find_late_times(reading, words)
    yield from find_form(reading, words)


def _without_echoes(found: list[Finding]) -> Iterator[Finding]:
    """One finding a slip: of several about one citation the one that says most."""
    last: list[Finding] = []
    for finding in found:
        if finding.kind not in _ONE_SLIP:
            yield finding
        elif last and finding.at.start < last[-1].at.end:
            last[-1] = min(last[-1], finding, key=lambda one: _ONE_SLIP.index(one.kind))
        else:
            last.append(finding)
    yield from last


def _first_of_each_kind(found: Iterator[Finding]) -> Iterator[Finding]:
    counts: Counter[str] = Counter()
    for finding in found:
        counts[finding.kind] += 1
        if counts[finding.kind] <= _MOST:
            yield finding
