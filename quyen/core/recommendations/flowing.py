"""Text that flows on without line breaks (a page saved as one line, text taken out of a PDF file) -> lines.

A break is set where the words themselves show that something begins: the heading of the part, a numbered paragraph or
item behind an end of sentence, a closing word, an annex. Heads of pages and footnotes on the wording of a recommendation
are taken out, for they stand in the middle of sentences here.
"""

from __future__ import annotations

import re

LONG = 200  # characters; no line that was set as one is longer

_SYMBOL = re.compile(r"\bA/HRC/\d{1,3}/\d{1,3}\b")
_JOB = re.compile(r"(?:\b\d{1,2} )?\bGE\.\s?\d\d-?\s?\d{4,6}\b(?: ?\(E\))?(?: \d{6})*(?: \d{1,2}(?![\d.]))?")
_NOTE = re.compile(
    r"\s?(?:(?<=\s)\d{1,2}|\*{1,4})\s+(?:The )?(?:original |full )?recommendations? (?:as|was|were|reads?|made|originally)\b"
    r"[^“”:]{0,120}:?\s*[“\"][^”\"]{1,1200}[”\"]\.?(?=\s|$)",
    re.I,
)
_NOTED_BEHIND = re.compile(
    r"(?<=[;.)])\s+\d{1,2}\s+The (?:original |full )?recommendations? (?:as|was|were) (?:read|made|originally|formulated)\b.*$",
    re.I,
)
_HEADING = re.compile(
    r"(?<=\s)((?:[IVX]{1,4}\s?[.)]?\s+)?conclusions? and\s?/\s?or recommendations?[\s.:*]{0,6})\s+(?=\d{1,3}\s?\.\s?[A-Z])",
    re.I,
)
_LABEL = re.compile(
    r"(?:(?<=[;:.)*”\]])|(?<=\)[,\d])|(?<=[;.]\d)|(?<=; and))(?<!\bNo\.)(?<!\bNos\.)(?<!\barts\.)(?<!\bart\.)(?<!\bparas\.)(?<!\bpara\.)"
    r"(?:\s+|(?<=[);])(?=\d{1,3}\.[^\W\d])|(?<=\);)(?=\d{1,3}\.\s))(?=\d{1,3}\s?\.(?:\s?\d{1,3}\b\s?\.?)?\s?[^\W\d(])"
)
_AFTER = re.compile(r"(?<=[.”)*])\s+(?=annex(?:es)?\s+(?:[IVX]+\s+)?composition of)", re.I)


def in_lines(text: str) -> str:
    """The text with a line break before each part of it; a short text as it is."""
    if len(text) <= LONG:
        return text
    text = _NOTE.sub("", _JOB.sub(" ", _without_heads(re.sub(r"[ \t\xa0]+", " ", text))))
    text = _HEADING.sub(r"\n\1\n", text)
    return _AFTER.sub("\n", _LABEL.sub("\n", text))


def without_notes(words: str) -> str:
    """An item without the footnotes on its wording that were taken into it."""
    return _NOTED_BEHIND.sub("", _NOTE.sub("", words))


def _without_heads(text: str) -> str:
    """Without the report's own symbol where a page begins, and the number of the page beside it."""
    symbol = _SYMBOL.search(text)
    if symbol is None:
        return text
    head = re.escape(symbol[0])
    return re.sub(rf"(?: \d{{1,2}})? {head}(?: [Pp]age)?(?: \d{{1,2}}(?![\d.]))?(?= )", "", text)
