"""Tables of the public site."""

from quyen.portal.models.generation import Generation
from quyen.portal.models.pages import NewsPage, RoomPage, SitePage, TextPage

__all__ = ["Generation", "NewsPage", "RoomPage", "SitePage", "TextPage"]
