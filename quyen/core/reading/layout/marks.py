"""Fourth stage: the emphasis marks of Markdown go, what they said stays in the paragraph's flags.

A document full of `**` loses all its stars but those of bullets and of footnotes. In any other only a pair of
marks that stands around words (`*Căn cứ ...;*`, `_Nơi nhận:_`) goes: a star may be a sign of its own there.
"""

from __future__ import annotations

import re
from typing import cast

from quyen.core.reading.layout.whole import Lines
from quyen.core.types import RawParagraph, RawTable

_BOLD = re.compile(r"\*\*([^*]++)\*\*")
_ITALIC = re.compile(r"\*(?<!\*\*)([^*]++)\*(?!\*)")
_BULLET = re.compile(r"\s*+\*\s++")
_SPACES = re.compile(r"[ \t]++")
_FOOTNOTE_OR_STARS = re.compile(r"(\(\*{1,3}\))|\*++")
# a pair of marks: words begin right after the first and end right before the second
_STARRED = re.compile(
    r"(?<![\w*.%)])(\*{1,3})(?=[^\W_]|[(\[“\"'‘/])([^*]++)(?:(?<=\S)\1(?![\w*])|(?<=: )\1(?=\w))"
)
_UNDERLINED = re.compile(r"(?<![^\s(“\"*|])(_{1,2})(?=[^\W_]|[(\[“\"'‘*])([^_]++)(?<=\S)\1(?![\w_])")
_ONLY_STARS = re.compile(r"[\s*]++\Z")
_FEW_MARKS = 4  # `**` in a document that is full of them


def strip_marks(lines: Lines) -> Lines:
    """The lines without marks of emphasis."""
    tables = [lines.table(at) for at in lines.tables]
    bare = _bare if _uses_marks(lines, tables) else _without_pairs
    for table in tables:
        for cell in table.cells:
            if "*" in cell.text or "_" in cell.text:
                cell.text = "\n".join([bare(line) for line in cell.text.split("\n")])
    stars, underlines = "*" in lines.whole, "_" in lines.whole
    if not stars and not underlines:
        return lines
    blocks, texts = lines.blocks, lines.texts
    for at in [
        at for at, text in enumerate(texts) if (stars and "*" in text) or (underlines and "_" in text)
    ]:
        words = bare(texts[at])
        if words != texts[at]:
            blocks[at] = _stressed(cast("RawParagraph", blocks[at]), texts[at], words)
            texts[at] = words
    return lines


def _uses_marks(lines: Lines, tables: list[RawTable]) -> bool:
    count = "\n".join(lines.texts).count("**") if "**" in lines.whole else 0
    for table in tables:
        if count >= _FEW_MARKS:
            break
        count += sum([cell.text.count("**") for cell in table.cells])
    return count >= _FEW_MARKS


def _stressed(block: RawParagraph, text: str, words: str) -> RawParagraph:
    """The paragraph with what the marks around its words said."""
    most = 0.6 * len(words)
    pairs = text.count("**")
    single = text.count("*") - 2 * pairs  # marks of italics stand alone, and there are two of them
    bold = pairs > 1 and _bold(text, single) > most
    italic = single > 1 and sum(map(len, _ITALIC.findall(text))) > most
    if not bold and not italic:
        return block
    return RawParagraph(
        words,
        block.page,
        block.line,
        block.bold or bold,
        block.italic or italic,
        block.centred,
        block.heading,
        block.footnote,
    )


def _bold(text: str, single: int) -> int:
    """How many letters stand between marks of bold."""
    if single or "****" in text:
        return sum(map(len, _BOLD.findall(text)))
    return sum(map(len, text.split("**")[1:-1:2]))  # as in nearly all paragraphs: every second piece


def _bare(text: str) -> str:
    if "*" not in text:
        return _without_pairs(text)
    bullet = _BULLET.match(text) if text.count("*") % 2 else None
    if bullet:
        return "- " + _bare(text[bullet.end() :])
    text = _FOOTNOTE_OR_STARS.sub(r"\1", text) if "(*" in text else text.replace("*", "")
    return (_SPACES.sub(" ", text) if "  " in text or "\t" in text else text).strip()


def _without_pairs(text: str) -> str:
    if "*" in text:
        text = "" if _ONLY_STARS.match(text) else _STARRED.sub(r"\2", text)
    return _UNDERLINED.sub(r"\2", text) if "_" in text else text
