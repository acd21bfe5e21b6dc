"""News items about a document: the sentence of issue is read, never the page around it."""

from tests.core.reading.papers import read_text

ITEM = """Trang tin ngày 20/7/2024

Giữ rừng ngập mặn

Nhằm thực hiện Quyết định số 12/QĐ-TTg ngày 14/9/2022 của Thủ tướng Chính phủ, ngày 06/5/2024, Ủy ban nhân dân tỉnh đã ban hành Kế hoạch số 81/KH-UBND về việc giữ rừng trên địa bàn tỉnh An Bình năm 2024.

Kế hoạch đặt mục tiêu đến năm 2028 có 90% diện tích rừng được giao; ít nhất 5 xã có tổ giữ rừng.
"""


def test_number_day_and_issuer_are_those_of_the_document() -> None:
    reading = read_text(ITEM)
    assert reading.number and reading.number.text == "81"
    assert reading.date and reading.date.text == "2024-05-06"
    assert reading.issuer and reading.issuer.text == "Ủy ban nhân dân tỉnh An Bình"
    assert reading.doc_type and reading.doc_type.text == "tin bài về Kế hoạch"
    assert reading.period == (2024, 2024)


def test_what_the_document_carries_out_is_its_basis() -> None:
    assert [one.number for one in read_text(ITEM).legal_bases] == ["12/QĐ-TTg"]


def test_targets_of_an_item_are_read() -> None:
    found = [(one.value, one.comparator, one.unit, one.deadline_year) for one in read_text(ITEM).targets]
    assert found == [(90, "=", "%", 2028), (5, ">=", "xã", 2028)]


def test_an_item_without_number_has_none() -> None:
    reading = read_text(
        "Kế hoạch nhằm giữ rừng ở thành phố Bình Giang.\n\nNgười dân thành phố Bình Giang cùng làm."
    )
    assert reading.number is None and reading.date is None
    assert reading.doc_type and reading.doc_type.text == "tin bài về Kế hoạch"
    assert reading.issuer and reading.issuer.text == "thành phố Bình Giang"
