"""Figures: points part thousands, commas are decimal."""

import pytest

from quyen.core.text.numbers import parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.000", 1000), ("2,1", 2.1), ("1.234.567,5", 1234567.5), ("10.5", 10.5), ("05", 5), ("12,000", 12000)],
)
def test_a_figure_has_its_value(text: str, value: float) -> None:
    assert parse_number(text) == value


def test_a_share_with_three_decimals_stays_one() -> None:
    assert parse_number("2,125", share=True) == 2.125


@pytest.mark.parametrize("text", ["", "một", "1,2,3,x", "--"])
def test_what_is_no_figure_is_none(text: str) -> None:
    assert parse_number(text) is None
