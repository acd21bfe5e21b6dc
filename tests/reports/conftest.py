"""The worlds of the tests of reports, made once a file."""

from __future__ import annotations

from copy import deepcopy

import pytest

from tests.factories.asked import Asked, make_asked
from tests.factories.reports import Rounds, make_rounds


@pytest.fixture(scope="module")
def _rounds(once) -> Rounds:
    return once(make_rounds)


@pytest.fixture
def rounds(_rounds, db) -> Rounds:
    return deepcopy(_rounds)


@pytest.fixture(scope="module")
def _asked(once) -> Asked:
    return once(make_asked)


@pytest.fixture
def asked(_asked, db) -> Asked:
    return deepcopy(_asked)
