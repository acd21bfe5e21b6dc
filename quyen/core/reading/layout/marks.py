"""Fourth stage: the emphasis marks of Markdown go, what they said stays in the paragraph's flags.

A document full of `**` loses all its stars but those of bullets and of footnotes. In any other only a pair of
marks that stands around words (`*Căn cứ ...;*`, `_Nơi nhận:_`) goes: a star may be a sign of its own there.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from quyen.core.reading.layout.clean import RawBlock, reworded
from quyen.core.types import RawParagraph, RawTable

_BOLD = re.compile(r"\*\*([^*]++)\*\*")
_ITALIC = re.compile(r"(?<!\*)\*([^*]++)\*(?!\*)")
_BULLET = re.compile(r"\s*+\*\s++")
_SPACES = re.compile(r"[ \t]++")
_FOOTNOTE_OR_STARS = re.compile(r"(\(\*{1,3}\))|\*++")
# a pair of marks: words begin right after the first and end right before the second
_STARRED = re.compile(
    r"(?<![\w*.%)])(\*{1,3})(?=[^\W_]|[(\[“\"'‘/])([^*]++)(?:(?<=\S)\1(?![\w*])|(?<=: )\1(?=\w))"
)
_UNDERLINED = re.compile(r"(?<![^\s(“\"*|])(_{1,2})(?=[^\W_]|[(\[“\"'‘*])([^_]++)(?<=\S)\1(?![\w_])")
_ONLY_STARS = re.compile(r"[\s*]++\Z")


def strip_marks(blocks: list[RawBlock]) -> list[RawBlock]:
    """The blocks without marks of emphasis."""
    bare = _bare if _uses_marks(blocks) else _without_pairs
    out: list[RawBlock] = []
    for block in blocks:
        if isinstance(block, RawTable):
            for cell in block.cells:
                if "*" in cell.text or "_" in cell.text:
                    cell.text = "\n".join([bare(line) for line in cell.text.split("\n")])
            out.append(block)
        else:
            out.append(_stripped(block, bare) if "*" in block.text or "_" in block.text else block)
    return out


def _uses_marks(blocks: list[RawBlock]) -> bool:
    count = 0
    for block in blocks:
        for text in [block.text] if isinstance(block, RawParagraph) else [cell.text for cell in block.cells]:
            if "**" in text:
                count += text.count("**")
                if count >= 4:
                    return True
    return False


def _stripped(block: RawParagraph, bare: Callable[[str], str]) -> RawParagraph:
    text = block.text
    words = bare(text)
    if words == text:
        return block
    stripped = reworded(block, words)
    most = 0.6 * len(words)
    stripped.bold = block.bold or len("".join(_BOLD.findall(text))) > most
    if "*" in text.replace("**", ""):  # a mark of italics stands alone
        stripped.italic = block.italic or len("".join(_ITALIC.findall(text))) > most
    return stripped


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
