"""What the portal does when a step below tells that the public sees something else."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from quyen.library.signals import published
from quyen.portal.actions.sharing import wake_noting


@receiver(published, dispatch_uid="portal.note_shared")
def products_changed(sender: object, products: tuple[int, ...], **__: Any) -> None:
    wake_noting(products)
