"""The structure that ships, loaded once a file."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def structure(once):
    from quyen.rights.actions import load_structure

    return once(lambda: load_structure(actor=None))


@pytest.fixture
def centre(unit):
    """The unit as a ministry: its coordinators look after the texts."""
    unit.kind = "ministry"
    unit.save(update_fields=["kind"])
    return unit
