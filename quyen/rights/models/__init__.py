"""Tables of the rights step."""

from quyen.rights.models.topic import Topic

__all__ = ["Topic"]
