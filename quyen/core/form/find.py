"""Which paragraph is which part of the document.

Found by their words and their place, never by their look: the look is what is checked.
"""

from __future__ import annotations

from collections.abc import Sequence

from quyen.core.form.find_ending import annex_starts, behind, find_ending
from quyen.core.form.find_head import find_addressees, find_head, find_title
from quyen.core.form.lines import Paragraph
from quyen.core.form.parts import Parts


def find_parts(paragraphs: Sequence[Paragraph]) -> Parts:
    """The parts of a document; what is not there stays empty."""
    parts = Parts()
    annexes = annex_starts(paragraphs)
    main = list(paragraphs[: annexes[0]] if annexes else paragraphs)
    ends = [*annexes[1:], len(paragraphs)]
    parts.annexes = [list(paragraphs[start:end]) for start, end in zip(annexes, ends, strict=False)]
    below = find_head(parts, main)
    below = find_title(parts, main, below)
    end = find_ending(parts, main, below)
    parts.body = [one for one in main[below:end] if one.cell is None]
    parts.attached = behind(parts, main)
    find_addressees(parts)
    return parts
