"""Documents cited: number, symbol, date, type and issuer, with the slips of real files."""

import pytest

from quyen.core.reading.citations import find_citations


@pytest.mark.parametrize(
    ("text", "number", "date"),
    [
        ("Quyết định số 12/QĐ-TTg ngày 14/9/2022 của Thủ tướng Chính phủ", "12/QĐ-TTg", "2022-09-14"),
        ("Thông tư số 06/2022/TT-BTC, ngày 1 tháng 2 năm 2023", "06/2022/TT-BTC", "2023-02-01"),
        ("Luật số 72/2025/QH15", "72/2025/QH15", None),
        ("Nghị quyết số 66.2/2025/NQ-CP ngày 28-8-2025", "66.2/2025/NQ-CP", "2025-08-28"),
        ("Nghị quyết 57-NQ/TW ngày 22/12/2024", "57-NQ/TW", "2024-12-22"),
        ("Tờ trình số 95/TTr- SNN-CCTL ngày 23/10/2025", "95/TTr-SNN-CCTL", "2025-10-23"),
        ("Nghị định số 78/2021/NĐ -CP", "78/2021/NĐ-CP", None),
        ("Công văn số 5768/BTTTT-PTTH&TTĐT", "5768/BTTTT-PTTH&TTĐT", None),
        ("QUYẾT ĐỊNH SỐ 06/QĐ-TTG NGÀY 02 THÁNG 01 NĂM 2025", "06/QĐ-TTG", "2025-01-02"),
        ("Quyết định số 12/QĐTTg", "12/QĐTTg", None),
    ],
)
def test_a_citation_is_read(text: str, number: str, date: str | None) -> None:
    (one,) = find_citations(text)
    assert (one.number, one.date) == (number, date)


@pytest.mark.parametrize(
    "text", ["24/7", "109 bé trai/100 bé gái", "khoản 2 Điều 5", "1/2 Xã", "15/12 hằng năm"]
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert find_citations(text) == []


def test_type_and_issuer_are_as_written() -> None:
    (one,) = find_citations("theo Chỉ thị số 5/CT-TTg ngày 1/2/2023 của Thủ tướng Chính phủ về phòng dịch")
    assert (one.kind, one.issuer) == ("Chỉ thị", "Thủ tướng Chính phủ")


def test_the_place_reaches_from_the_type_to_the_date() -> None:
    text = "Căn cứ Kế hoạch số 9/KH-UBND ngày 1/2/2023 của UBND tỉnh"
    (one,) = find_citations(text)
    assert text[one.at.start : one.at.end] == "Kế hoạch số 9/KH-UBND ngày 1/2/2023"
