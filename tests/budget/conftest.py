"""The world of the budget's tests."""

from __future__ import annotations

import pytest

from tests.factories.budget import Money, make_money


@pytest.fixture
def money(db) -> Money:
    return make_money()
