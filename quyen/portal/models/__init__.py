"""Tables of the public site."""

from quyen.portal.models.generation import Generation

__all__ = ["Generation"]
