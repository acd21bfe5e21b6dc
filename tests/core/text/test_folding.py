"""Folding keeps places; both placings of a tone mark are one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyen.core.text.folding import CAPITALS, SMALL, fold, fold_loose, fold_tones

VIETNAMESE = st.text(
    st.sampled_from(
        "abcdeghiklmnopqrstuvxyăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ ĐẮK12/-,."
    )
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Quyền con người", "quyen con nguoi"),
        ("ĐẮK LẮK", "dak lak"),
        ("Ủy ban, Uỷ ban", "uy ban, uy ban"),
        ("plain ASCII 12%", "plain ascii 12%"),
    ],
)
def test_fold_takes_marks_and_case_away(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_fold_loose_takes_decomposed_text() -> None:
    assert fold_loose(unicodedata.normalize("NFD", "Hoà giải ở cơ sở")) == "hoa giai o co so"


@pytest.mark.parametrize(
    ("late", "early"),
    [
        ("hoà", "hòa"),
        ("Uỷ ban", "Ủy ban"),
        ("khoẻ", "khỏe"),
        ("thuý", "thúy"),
        ("quý", "quý"),
        ("hoàn", "hoàn"),
        ("huệ", "huệ"),
    ],
)
def test_fold_tones_moves_only_what_has_two_places(late: str, early: str) -> None:
    assert fold_tones(late) == early


@pytest.mark.slow
@given(VIETNAMESE)
def test_folding_keeps_the_length_of_composed_text(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert len(fold(text)) == len(text)
    assert len(fold_tones(text)) == len(text)
    assert fold(fold_tones(text)) == fold(text)


def test_letters_for_patterns_are_whole() -> None:
    assert set("AĐẮỦỬÝ") <= set(CAPITALS)
    assert set("ađắủửý") <= set(SMALL)
    assert not set(CAPITALS) & set(SMALL)
