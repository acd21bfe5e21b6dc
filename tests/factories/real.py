"""The real documents beside the project as confirmed plans, by the real reader. Nothing of them is kept here."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.core.files.base import ContentFile

from quyen.core.reading import READER_VERSION, read, to_record
from quyen.organisation.models import Unit
from quyen.plans.actions import reading
from quyen.plans.enums import ItemState, PlanState
from quyen.plans.models import Plan
from quyen.sources.enums import FileState
from quyen.sources.models import Delivery, SourceFile, StoredReading


def load_confirmed(unit: Unit, path: Path) -> Plan:
    """One file, read, stored and confirmed whole."""
    content = path.read_bytes()
    source = SourceFile.objects.create(
        unit=unit, delivery=Delivery.objects.create(unit=unit), name=path.name, size=len(content),
        sha256=hashlib.sha256(content).hexdigest(), state=FileState.READ,
        content=ContentFile(content, name=path.name),
    )  # fmt: skip
    record = to_record(read(content, path.name))
    stored = StoredReading.objects.create(
        source=source, reader_version=READER_VERSION, record=record, text=record["text"]
    )
    plan = reading.store_reading(reading=stored)
    assert plan is not None
    plan.items.update(state=ItemState.CONFIRMED)
    plan.state = PlanState.CONFIRMED
    plan.save()
    return plan
