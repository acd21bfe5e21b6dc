"""Tables of the library."""

from quyen.library.models.files import StoredFile

__all__ = ["StoredFile"]
