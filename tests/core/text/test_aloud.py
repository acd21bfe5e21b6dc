"""Vietnamese as it is read over a loudspeaker."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyen.core.text.aloud import number_in_words, read_aloud, seconds_aloud, unread


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"), (5, "năm"), (15, "mười lăm"), (21, "hai mươi mốt"), (24, "hai mươi tư"), (55, "năm mươi lăm"),
        (105, "một trăm linh năm"), (1005, "một nghìn không trăm linh năm"), (2026, "hai nghìn không trăm hai mươi sáu"),
        (1_000_000, "một triệu"), (2_300_000_000, "hai tỷ ba trăm triệu"), (10**12, "một nghìn tỷ"),
    ],
)  # fmt: skip
def test_numbers_in_words(number, words) -> None:
    assert number_in_words(number) == words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ngày 10/12/2026, UBND tỉnh", "Ngày mùng mười tháng mười hai năm hai nghìn không trăm hai mươi sáu, Ủy ban nhân dân tỉnh"),
        ("đạt 15-20 %, tức 1.000,5", "đạt mười lăm đến hai mươi phần trăm, tức một nghìn phẩy năm"),
        ("Điều 19 ICCPR", "Điều mười chín Công ước quốc tế về các quyền dân sự và chính trị"),
        ("số 1079/QĐ-TTg", "số một nghìn không trăm bảy mươi chín, quyết định của Thủ tướng Chính phủ"),
        ("lúc 7:30 ngày 4/4", "lúc bảy giờ ba mươi phút ngày mùng bốn tháng tư"),
        ("Gọi tổng đài 111; có 111 xã", "Gọi tổng đài một một một; có một trăm mười một xã"),
        ("xem https://quyen.gov.vn/tin/.", "xem quyen chấm gov chấm vn gạch chéo tin"),
        ("TP. Huế, 2.000.000đ, 25 km2", "thành phố Huế, hai triệu đồng, hai mươi lăm ki-lô-mét vuông"),
        ("thế kỷ XXI, nam/nữ, HIV/AIDS", "thế kỷ hai mươi mốt, nam hoặc nữ, hát i vê hoặc ết"),
        ("ngày 31/02/2026", "ngày ba mươi mốt/hai/hai nghìn không trăm hai mươi sáu"),
    ],
)  # fmt: skip
def test_figures_signs_and_abbreviations_are_said(text, said) -> None:
    assert read_aloud(text) == said


def test_what_nobody_knows_how_to_read_is_listed_and_capitals_are_not() -> None:
    assert unread("BQLDA và UBND họp.\nQUYỀN CON NGƯỜI LÀ GÌ") == ("BQLDA",)


def test_how_long_it_takes() -> None:
    assert 55 <= seconds_aloud("quyền " * 150, "vi") <= 65
    assert seconds_aloud("សិទ្ធិមនុស្ស " * 30, "km") > 20


@settings(max_examples=50)
@given(st.text(alphabet="0123456789.,/-: hđkmA%UBNDyờigtổngà\n", max_size=40))
def test_whatever_is_read_no_error_comes(text) -> None:
    seconds_aloud(read_aloud(text), "vi")
    unread(text)
