"""What people type into the screens of the library."""

__all__ = []
