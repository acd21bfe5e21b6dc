"""Tables of the public site."""

from quyen.portal.models.generation import Generation
from quyen.portal.models.index import Block, Entry, Known, Missed, WordGroup
from quyen.portal.models.pack import Pack
from quyen.portal.models.pages import NewsPage, RoomPage, SitePage, TextPage
from quyen.portal.models.shared import Shared
from quyen.portal.models.voices import Mistake, Visit

__all__ = [
    "Block",
    "Entry",
    "Generation",
    "Known",
    "Missed",
    "Mistake",
    "NewsPage",
    "Pack",
    "RoomPage",
    "Shared",
    "SitePage",
    "TextPage",
    "Visit",
    "WordGroup",
]
