"""What the portal does when something public changes below."""

from quyen.portal.receivers import day, kept, pages, search, sharing

__all__ = ["day", "kept", "pages", "search", "sharing"]
