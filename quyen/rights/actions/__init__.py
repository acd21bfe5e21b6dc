"""Changes of the rights step: permission, lock, change, audit, after-commit."""

from quyen.rights.actions.citations import add_citation, find_again
from quyen.rights.actions.instruments import (
    InstrumentGiven,
    InstrumentRefused,
    StatusGiven,
    add_article,
    add_status,
    change_instrument,
    change_subject,
    define_instrument,
)
from quyen.rights.actions.intake import carry_out_text, receive_text
from quyen.rights.actions.structure import Loaded, load_structure
from quyen.rights.actions.texts import Stored, TextGiven, TextRefused, store_text
from quyen.rights.actions.ties import LinkRefused, add_link, propose_links, settle

__all__ = [
    "InstrumentGiven", "InstrumentRefused", "LinkRefused", "Loaded", "StatusGiven", "Stored", "TextGiven", "TextRefused",
    "add_article", "add_citation", "add_link", "add_status", "carry_out_text", "change_instrument", "change_subject",
    "define_instrument", "find_again", "load_structure", "propose_links", "receive_text", "settle", "store_text",
]  # fmt: skip
