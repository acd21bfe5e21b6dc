"""Official documents in the form of Nghị định 30/2020/NĐ-CP.

Official(...) with blocks and annexes   what it says, frozen, free of looks
to_json(official), from_json(stored)    kept and made again, figure for figure
filled(template, official)              the same words in a unit's own Word file; template_places(template) names its places
docx(official), pdf(official)           the same pages in Word and as PDF/A, as bytes; same document, same bytes
all_forms(official, figures)            Word, PDF and the workbook of all figures at once
"""

from quyen.core.paper.official.described import (
    Align,
    Annex,
    Block,
    Cell,
    Grid,
    GridColumn,
    Heading,
    Listed,
    Official,
    Run,
    Text,
    text,
)
from quyen.core.paper.official.forms import Forms, all_forms
from quyen.core.paper.official.portable import pdf
from quyen.core.paper.official.stored import blocks_from_json, blocks_to_json, from_json, to_json
from quyen.core.paper.official.template import filled, template_places
from quyen.core.paper.official.word import docx

__all__ = [
    "Align",
    "Annex",
    "Block",
    "Cell",
    "Forms",
    "Grid",
    "GridColumn",
    "Heading",
    "Listed",
    "Official",
    "Run",
    "Text",
    "all_forms",
    "blocks_from_json",
    "blocks_to_json",
    "docx",
    "filled",
    "from_json",
    "pdf",
    "template_places",
    "text",
    "to_json",
]
