"""The world of the budget's tests, made once a file."""

from __future__ import annotations

from copy import deepcopy

import pytest

from tests.factories.budget import Money, make_money


@pytest.fixture(scope="module")
def _money(once) -> Money:
    return once(make_money)


@pytest.fixture
def money(_money, db) -> Money:
    return deepcopy(_money)
