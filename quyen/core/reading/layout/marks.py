"""Fourth stage: the emphasis marks of Markdown go, what they said stays in the paragraph's flags."""

from __future__ import annotations

import re

from quyen.core.reading.layout.clean import RawBlock, reworded
from quyen.core.types import RawParagraph, RawTable

_BOLD = re.compile(r"\*\*([^*]++)\*\*")
_ITALIC = re.compile(r"(?<!\*)\*([^*]++)\*(?!\*)")
_BULLET = re.compile(r"\s*+\*\s++")
_SPACES = re.compile(r"[ \t]++")


def strip_marks(blocks: list[RawBlock]) -> list[RawBlock]:
    """The blocks without `**` and `*`, where the document uses them as marks at all."""
    if not _uses_marks(blocks):
        return blocks
    out: list[RawBlock] = []
    for block in blocks:
        if isinstance(block, RawTable):
            for cell in block.cells:
                if "*" in cell.text:
                    cell.text = "\n".join(_bare(line) for line in cell.text.split("\n"))
            out.append(block)
        else:
            out.append(_stripped(block) if "*" in block.text else block)
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


def _stripped(block: RawParagraph) -> RawParagraph:
    text = block.text
    stripped = reworded(block, _bare(text))
    most = 0.6 * (len(text) - text.count("*"))
    stripped.bold = block.bold or len("".join(_BOLD.findall(text))) > most
    if "*" in text.replace("**", ""):  # a mark of italics stands alone
        stripped.italic = block.italic or len("".join(_ITALIC.findall(text))) > most
    return stripped


def _bare(text: str) -> str:
    bullet = _BULLET.match(text) if text.count("*") % 2 else None
    if bullet:
        return "- " + _bare(text[bullet.end() :])
    text = text.replace("*", "")
    return (_SPACES.sub(" ", text) if "  " in text or "\t" in text else text).strip()
