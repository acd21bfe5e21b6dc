"""Amounts as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyen.core.text.money import LARGEST, NotMoney, grouped, parse_money


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.500.000", 1_500_000), ("1,5 triệu", 1_500_000), ("1.5 tr", 1_500_000), ("2 tỷ 300 triệu", 2_300_000_000),
        ("500 nghìn đồng", 500_000), ("12 345 678 đ", 12_345_678), ("1,500,000", 1_500_000), ("0", 0),
        ("1.500 triệu", 1_500_000_000), ("1,500 triệu", 1_500_000), ("1.500.000 VNĐ", 1_500_000), (" 7 ", 7),
    ],
)  # fmt: skip
def test_what_officers_type(text: str, amount: int) -> None:
    assert parse_money(text) == amount


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"), ("mười", "unknown"), ("1..5", "unknown"), ("1,500", "ambiguous"), ("2 tỷ 3", "ambiguous"),
        ("1500,5", "fraction"), ("0,0000001 triệu", "fraction"), ("-5", "negative"), ("(5)", "negative"),
        ("9" * 16, "large"), ("300 triệu 2 tỷ", "unknown"), ("٣", "unknown"),
    ],
)  # fmt: skip
def test_what_is_no_amount(text: str, reason: str) -> None:
    with pytest.raises(NotMoney) as told:
        parse_money(text)
    assert told.value.reason == reason


def test_a_column_in_millions() -> None:
    assert parse_money("1,5", scale=1_000_000) == 1_500_000
    assert parse_money("1.500.000 đồng", scale=1_000_000) == 1_500_000


@settings(max_examples=25)
@given(st.integers(0, LARGEST - 1))
def test_what_is_written_is_read_again(amount: int) -> None:
    assert parse_money(grouped(amount)) == amount
