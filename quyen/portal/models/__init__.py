"""Tables of the public site."""

from quyen.portal.models.generation import Generation
from quyen.portal.models.pages import NewsPage, RoomPage, SitePage, TextPage
from quyen.portal.models.voices import Mistake, Visit

__all__ = ["Generation", "Mistake", "NewsPage", "RoomPage", "SitePage", "TextPage", "Visit"]
