"""What the screens of the rights step, and the steps above, read."""

from quyen.rights.queries.access import may_edit
from quyen.rights.queries.names import address_of, anchor_of, forget_names, known_names
from quyen.rights.queries.pages import (
    InstrumentLine,
    InstrumentPage,
    all_instruments,
    instrument_page,
    whole_text,
)
from quyen.rights.queries.provisions import (
    CitationLine,
    Column,
    Line,
    LinkLine,
    ProvisionPage,
    provision_page,
)
from quyen.rights.queries.situations import (
    published_situations,
    published_texts,
    situation_page,
    situations_about,
    situations_citing,
)
from quyen.rights.queries.targets import named_provision

__all__ = [
    "CitationLine",
    "Column",
    "InstrumentLine",
    "InstrumentPage",
    "Line",
    "LinkLine",
    "ProvisionPage",
    "address_of",
    "all_instruments",
    "anchor_of",
    "forget_names",
    "instrument_page",
    "known_names",
    "may_edit",
    "named_provision",
    "provision_page",
    "published_situations",
    "published_texts",
    "situation_page",
    "situations_about",
    "situations_citing",
    "whole_text",
]
