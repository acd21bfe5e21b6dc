"""What the indicators step does when a step below calls."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.dispatch import receiver

from quyen.indicators.actions.maps import wake_preparing
from quyen.organisation.signals import units_changed


@receiver(units_changed, dispatch_uid="indicators.prepare_maps")
def prepare_maps_anew(sender: object, **_: Any) -> None:
    """Once the change is kept: else the first figure after it would wait some seconds for its map."""
    transaction.on_commit(wake_preparing, robust=True)
