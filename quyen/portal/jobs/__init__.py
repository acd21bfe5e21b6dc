"""Background work of the portal. procrastinate looks here for it."""

from quyen.portal.jobs import pages, search, sharing

__all__ = ["pages", "search", "sharing"]
