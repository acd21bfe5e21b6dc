"""The small province of the tests of assignments, made once a file."""

from __future__ import annotations

from copy import deepcopy

import pytest

from tests.factories.work import World, make_world


@pytest.fixture(scope="module")
def _world(once) -> World:
    return once(make_world)


@pytest.fixture
def world(_world, db) -> World:
    return deepcopy(_world)
