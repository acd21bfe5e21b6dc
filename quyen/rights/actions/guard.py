"""The one question before every change of what is common to all, and the word that goes out after it."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import models, transaction

from quyen.accounts.models import User
from quyen.rights.queries.access import may_edit
from quyen.rights.queries.names import forget_names
from quyen.rights.signals import text_changed


def require_editor(actor: User | None) -> None:
    """Raises PermissionDenied."""
    if not may_edit(actor):
        raise PermissionDenied


def tell(kind: str, sender: type[models.Model], pk: int) -> None:
    """After commit: what the public may read of one object is no longer what it was."""
    if kind == "instrument":
        forget_names()
    transaction.on_commit(lambda: _sent(kind, sender, pk), robust=True)


def _sent(kind: str, sender: type[models.Model], pk: int) -> None:
    if kind == "instrument":
        forget_names()  # another request may have read the old ones meanwhile
    text_changed.send(sender=sender, kind=kind, pk=pk)
