"""Vietnamese order."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyen.core.text.sorting import sort_key

ORDERED = [
    ["an", "ăn", "ân", "ba", "ca", "da", "đa", "em", "êm", "ga", "ong", "ông", "ơn", "un", "ưng", "y"],
    ["ma", "mà", "mả", "mã", "má", "mạ", "mă", "mâ"],
    ["Hà Giang", "Hà Nam", "Hà Nội", "Hà Tĩnh", "Hải Dương", "Hải Phòng", "Hậu Giang", "Hòa Bình"],
    ["9/KH-UBND", "81/KH-UBND", "100/KH-UBND"],
    [
        "Bạc Liêu",
        "Bắc Giang",
        "Bến Tre",
        "Bình Dương",
        "Cà Mau",
        "Cần Thơ",
        "Đà Nẵng",
        "Đắk Lắk",
        "Điện Biên",
    ],
]


@pytest.mark.parametrize("words", ORDERED)
def test_words_stand_in_the_order_of_the_dictionary(words: list[str]) -> None:
    mixed = words[:]
    random.Random(7).shuffle(mixed)
    assert sorted(mixed, key=sort_key) == words


def test_tones_decide_only_where_all_letters_are_equal() -> None:
    assert sorted(["mạ non", "ma xó", "mà cả"], key=sort_key) == ["mà cả", "mạ non", "ma xó"]


def test_both_placings_and_all_normal_forms_are_one() -> None:
    assert sort_key("hoà bình")[:2] == sort_key("hòa bình")[:2]
    assert sort_key(unicodedata.normalize("NFD", "Điện Biên")) == sort_key("Điện Biên")


def test_letters_of_other_scripts_come_last() -> None:
    assert sorted(["ខ្មែរ", "zin", "đa"], key=sort_key) == ["đa", "zin", "ខ្មែរ"]


@pytest.mark.slow
@given(st.lists(st.text(max_size=12), max_size=6))
def test_any_text_has_a_key_that_can_be_compared(texts: list[str]) -> None:
    assert len(sorted(texts, key=sort_key)) == len(texts)
