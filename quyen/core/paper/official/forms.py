"""A report in all its forms at once: the PDF is set by a process of its own while Word and Excel are written here."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from quyen.core.paper.figures import Figure, figures
from quyen.core.paper.official.described import Official
from quyen.core.paper.official.portable import pdf
from quyen.core.paper.official.word import docx


class Forms(NamedTuple):
    """The three files, as bytes."""

    docx: bytes
    pdf: bytes
    xlsx: bytes


def all_forms(official: Official, rows: Sequence[Figure]) -> Forms:
    """The files of a document and of its figures. Same values, same bytes. Errors as for `pdf`."""
    with ThreadPoolExecutor(1) as aside:
        portable = aside.submit(pdf, official)
        word, sheet = docx(official), figures(rows)
        return Forms(word, portable.result(), sheet)
