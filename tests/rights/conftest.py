"""The structure that ships, loaded once a file; the people who look after texts and situations."""

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


@pytest.fixture
def ministry(db):
    from quyen.organisation.actions import open_unit
    from quyen.organisation.enums import UnitKind

    return open_unit(actor=None, name="Bộ Thử", kind=UnitKind.MINISTRY)


@pytest.fixture
def desk(ministry):
    """Coordinator of a ministry: writes, reviews, publishes."""
    from tests.conftest import _person

    return _person(ministry, 30, "ban@thu.example", "Bùi Biên Tập")


@pytest.fixture
def writer(ministry):
    """Editor of a ministry: writes."""
    from tests.conftest import _person

    return _person(ministry, 20, "viet@thu.example", "Vũ Viết")


@pytest.fixture
def reader(ministry):
    """Viewer of a ministry: reads the desk."""
    from tests.conftest import _person

    return _person(ministry, 10, "doc@thu.example", "Đào Đọc")
