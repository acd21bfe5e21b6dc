"""Tables of the public site."""

from quyen.portal.models.generation import Generation
from quyen.portal.models.index import Block, Entry, Known, Missed, WordGroup

__all__ = ["Block", "Entry", "Generation", "Known", "Missed", "WordGroup"]
