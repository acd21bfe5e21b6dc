"""The door for other systems under requests made from its own description; longer: python -m tests.fuzz.door."""

from __future__ import annotations

import pytest

from quyen.config import api
from tests.factories.asked import make_asked, make_key
from tests.fuzz.door import attack

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_no_request_made_from_the_description_breaks_the_door(monkeypatch) -> None:
    monkeypatch.setattr(api, "A_MINUTE", 10**6)
    asked = make_asked()
    assert attack(make_key(asked.commune)[1], asked.report.pk, 8) == []
