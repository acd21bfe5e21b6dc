"""A day is asked for as people write it, whatever language their browser speaks."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from django import forms

from quyen.shared.forms import DayField

HOUSE = Path(__file__).resolve().parents[2] / "quyen"


@pytest.mark.parametrize(
    "said", ["30/11/2026", "30-11-2026", "30.11.2026", "30112026", " 30112026 ", "2026-11-30"]
)
def test_a_day_is_read_however_it_is_written(said) -> None:
    assert DayField().clean(said) == date(2026, 11, 30)


@pytest.mark.parametrize("said", ["30/13/2026", "3011202", "99112026", "30/11/26", "hôm nay", "30/11/3026"])
def test_what_is_no_day_is_told(said) -> None:
    with pytest.raises(forms.ValidationError):
        DayField().clean(said)


def test_no_form_leaves_the_writing_of_days_to_the_browser() -> None:
    files = [*HOUSE.rglob("*.html"), *HOUSE.rglob("*.py")]
    assert len(files) > 100
    own = re.compile(r"""type=["'](?:date|time|datetime-local)["']|["']type["']: ["'](?:date|time)["']""")
    assert not [str(one) for one in files if own.search(one.read_text(encoding="utf-8"))]
