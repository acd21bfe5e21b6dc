"""What the screens of the rights step, and the steps above, read."""

from quyen.rights.queries.situations import (
    published_situations,
    published_texts,
    situation_page,
    situations_about,
    situations_citing,
)

__all__ = [
    "published_situations", "published_texts", "situation_page", "situations_about", "situations_citing",
]  # fmt: skip
