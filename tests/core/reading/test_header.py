"""Number, symbol, date, issuer, type, subject and period from the head of a document."""

import pytest

from quyen.core.reading import read
from quyen.core.reading.header import find_period
from quyen.core.types import Fact
from tests.core.reading.papers import plan, read_text


def _text(fact: Fact | None) -> str | None:
    return fact.text if fact else None


def test_a_head_in_two_columns_is_read() -> None:
    reading = plan("I. MỤC TIÊU\n\n1. Giữ rừng.")
    assert (_text(reading.number), _text(reading.symbol)) == ("07", "KH-UBND")
    assert _text(reading.date) == "2024-04-03"
    assert _text(reading.issuer) == "Ủy ban nhân dân tỉnh An Bình"
    assert _text(reading.doc_type) == "Kế hoạch"
    assert reading.period == (2024, 2028)
    assert reading.title is not None and reading.title.text.startswith("BẢO VỆ RỪNG")


def test_every_fact_of_the_head_stands_where_it_says() -> None:
    reading = plan("I. MỤC TIÊU\n\n1. Giữ rừng.")
    assert reading.number and reading.symbol and reading.doc_type
    assert reading.document.cut(reading.number.at) == "07"
    assert reading.document.cut(reading.symbol.at) == "KH-UBND"
    assert reading.document.cut(reading.doc_type.at) == "KẾ HOẠCH"


LINES = """UBND TỈNH AN BÌNH
SỞ TƯ PHÁP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: {number}
An Bình, ngày {day} năm 2024
{subject}

Kính gửi: Các phòng chuyên môn

Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2023 của UBND tỉnh, Sở Tư pháp đề nghị các phòng như sau:
1. Tổ chức họp.
"""


def test_a_letter_without_type_is_a_cong_van() -> None:
    reading = read_text(LINES.format(number="31/STP-PBGD", day="06 tháng 3", subject="V/v tổ chức họp"))
    assert _text(reading.doc_type) == "Công văn"
    assert (_text(reading.number), _text(reading.symbol)) == ("31", "STP-PBGD")
    assert _text(reading.issuer) == "Sở Tư pháp"
    assert _text(reading.title) == "tổ chức họp"
    assert _text(reading.date) == "2024-03-06"


def test_a_blank_number_and_day_are_absent_not_taken_from_a_citation() -> None:
    reading = read_text(LINES.format(number="     /STP-PBGD", day="   tháng 3", subject="V/v tổ chức họp"))
    assert reading.number is None and reading.date is None
    assert _text(reading.symbol) == "STP-PBGD"


def test_a_number_broken_over_two_lines_is_one() -> None:
    text = "CHÍNH PHỦ\n\nSố:\n45/NQ-CP\n\nHà Nội, ngày 2 tháng 3 năm 2024\n\nNGHỊ QUYẾT\n\nVề ban hành Kế hoạch giữ rừng\n\nĐiều 1. Ban hành."
    reading = read_text(text)
    assert (_text(reading.number), _text(reading.symbol)) == ("45", "NQ-CP")
    assert _text(reading.doc_type) == "Nghị quyết (ban hành Kế hoạch)"
    assert _text(reading.issuer) == "Chính phủ"


def test_a_decision_that_carries_a_plan_says_so() -> None:
    text = "BỘ Y TẾ\n\nSố: 5/QĐ-BYT\n\nHà Nội, ngày 2 tháng 3 năm 2024\n\nQUYẾT ĐỊNH\n\nVỀ VIỆC BAN HÀNH KẾ HOẠCH PHÒNG BỆNH\n\nĐiều 1. Ban hành kèm theo Quyết định này."
    assert _text(read_text(text).doc_type) == "Quyết định (ban hành Kế hoạch)"


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("GIỮ RỪNG GIAI ĐOẠN 2023-2028, TẦM NHÌN 2045", (2023, 2028)),
        ("Giữ rừng năm 2024", (2024, 2024)),
        ("Giữ rừng đến năm 2030", (2024, 2030)),
        ("Thực hiện Quyết định số 5/QĐ-TTg ngày 3 tháng 4 năm 2021", None),
        ("Bầu cử nhiệm kỳ 2026 - 2031", None),
        ("", None),
    ],
)
def test_the_period_comes_from_the_subject(title: str, period: tuple[int, int] | None) -> None:
    assert find_period(title, "2024-05-01") == period


def test_issuer_named_in_the_body_ends_before_what_its_plan_is_about() -> None:
    text = (
        "KẾ HOẠCH\n\nTổ chức ngày hội đọc sách năm 2024\n\n"
        "Thực hiện Kế hoạch số 12/KH-UBND của UBND tỉnh về triển khai phong trào đọc sách;\n\n"
        "Ủy ban nhân dân tỉnh Sông Lam ban hành Kế hoạch như sau:\n\nI. MỤC ĐÍCH\n\n- Khuyến khích đọc sách.\n"
    )
    issuer = read(text.encode(), "a.txt").issuer
    assert issuer
    assert issuer.text == "Ủy ban nhân dân tỉnh Sông Lam"
