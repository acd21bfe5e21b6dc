"""The one question before every change of what is common to all, and the word that goes out after it."""

from __future__ import annotations

from dataclasses import dataclass

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
    """After commit, and once however often it is asked for in one transaction: what the public may read of one object is
    no longer what it was."""
    word = _Word(kind, sender, pk)
    line = transaction.get_connection()
    here = set(
        line.savepoint_ids
    )  # what an outer block asked for is not this block's: it may be undone alone
    if all(waiting != word or ids != here for ids, waiting, _ in line.run_on_commit):
        transaction.on_commit(word, robust=True)


def names_changed() -> None:
    """An instrument is new, or called otherwise: texts cite it by other words from now on."""
    forget_names()
    transaction.on_commit(forget_names, robust=True)  # another request may have read the old ones meanwhile


@dataclass(frozen=True)
class _Word:
    kind: str
    sender: type[models.Model]
    pk: int

    def __call__(self) -> None:
        text_changed.send(sender=self.sender, kind=self.kind, pk=self.pk)
