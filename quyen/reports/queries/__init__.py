"""What the reports step can be asked."""

from quyen.reports.queries.access import (
    Sides,
    editable_regimes,
    editable_submission,
    editable_submissions,
    governed_cycles,
    readable_cycles,
    readable_editions,
    readable_regimes,
    readable_submissions,
    sides_of,
    written_unit,
)
from quyen.reports.queries.below import Gathered, Sent, gathered, sent_below
from quyen.reports.queries.changes import Change, changes
from quyen.reports.queries.content import Content, content_of, hash_of, head_of
from quyen.reports.queries.facts import Facts, facts_of
from quyen.reports.queries.figures import Figure
from quyen.reports.queries.form import FigureCell, ReportForm, TextCell, WorkCell, form_of, place_of
from quyen.reports.queries.outline import (
    ANNEXES,
    YEARLY,
    AnnexPart,
    BadOutline,
    Section,
    annexes_of,
    as_data,
    sections_of,
)
from quyen.reports.queries.tokens import governed_tokens

__all__ = [
    "ANNEXES", "YEARLY", "AnnexPart", "BadOutline", "Change", "Content", "Facts", "Figure", "FigureCell", "Gathered",
    "ReportForm", "Section", "Sent", "Sides", "TextCell", "WorkCell", "annexes_of", "as_data", "changes", "content_of",
    "editable_regimes", "editable_submission", "editable_submissions", "facts_of", "form_of", "gathered", "governed_cycles", "governed_tokens",
    "hash_of", "head_of", "place_of", "readable_cycles", "readable_editions", "readable_regimes", "readable_submissions",
    "sections_of", "sent_below", "sides_of", "written_unit",
]  # fmt: skip
