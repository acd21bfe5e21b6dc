"""Fourth stage: the emphasis marks of Markdown go, what they said stays in the paragraph's flags."""

from __future__ import annotations

import re
from dataclasses import replace

from quyen.core.reading.layout.clean import RawBlock
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
        texts = [block.text] if isinstance(block, RawParagraph) else [cell.text for cell in block.cells]
        count += sum(text.count("**") for text in texts)
        if count >= 4:
            return True
    return False


def _stripped(block: RawParagraph) -> RawParagraph:
    text = block.text
    size = len(text) - text.count("*")
    bold = sum(len(part) for part in _BOLD.findall(text)) > 0.6 * size
    italic = sum(len(part) for part in _ITALIC.findall(text)) > 0.6 * size
    return replace(block, text=_bare(text), bold=block.bold or bold, italic=block.italic or italic)


def _bare(text: str) -> str:
    bullet = _BULLET.match(text) if text.count("*") % 2 else None
    if bullet:
        return "- " + _bare(text[bullet.end() :])
    text = text.replace("*", "")
    return (_SPACES.sub(" ", text) if "  " in text or "\t" in text else text).strip()
