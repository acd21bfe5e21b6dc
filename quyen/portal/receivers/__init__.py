"""What the portal does when something public changes below."""

from quyen.portal.receivers import kept, pages, search, sharing

__all__ = ["kept", "pages", "search", "sharing"]
