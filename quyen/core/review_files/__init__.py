"""The room of files that hold recommendations: a report or matrix of the Universal Periodic Review, an export of UHRI.

    bytes --by their kind--> report or uhri --> {"reviews": [{symbol, state, body, ..., items, findings}]}

It stands above the rooms that open files and that find recommendations, and joins them. Plain data goes out: the same for
every kind of file (docs/reference/recommendations.md), fit to be made in a process of its own.
"""

from __future__ import annotations

from typing import Any

from quyen.core.review_files.report import report_record
from quyen.core.review_files.uhri import is_uhri, uhri_record

__all__ = ["READ", "read_review_file"]

READ = "quyen.core.review_files:read_review_file"  # what a process of its own is told to call


def read_review_file(data: bytes, name: str) -> dict[str, Any]:
    """The reviews in a file, each with its recommendations and findings.

    Errors: FileRefused and its kinds, where the file cannot be opened or is neither of the known forms.
    """
    return uhri_record(data, name) if is_uhri(data, name) else report_record(data, name)
