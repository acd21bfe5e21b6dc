"""Changes of the rights step: permission, lock, change, audit, after-commit."""

from quyen.rights.actions.citations import add_citation, find_again
from quyen.rights.actions.structure import Loaded, load_structure
from quyen.rights.actions.texts import Stored, TextGiven, TextRefused, store_text
from quyen.rights.actions.ties import LinkRefused, add_link, propose_links, settle

__all__ = [
    "LinkRefused", "Loaded", "Stored", "TextGiven", "TextRefused", "add_citation", "add_link", "find_again",
    "load_structure", "propose_links", "settle", "store_text",
]  # fmt: skip
