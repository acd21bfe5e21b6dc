"""Tables of the portal."""

from quyen.portal.models.pages import NewsPage, RoomPage, SitePage, TextPage

__all__ = ["NewsPage", "RoomPage", "SitePage", "TextPage"]
