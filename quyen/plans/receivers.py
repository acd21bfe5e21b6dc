"""What the plans step does when a step below calls."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from quyen.plans.actions.reading import store_reading
from quyen.sources.models import StoredReading
from quyen.sources.signals import reading_stored


@receiver(reading_stored, dispatch_uid="plans.store_reading")
def make_or_merge_the_plan(sender: object, reading: StoredReading, **_: Any) -> None:
    """Within the transaction that keeps the reading: a reading without its plan is never seen."""
    store_reading(reading=reading)
