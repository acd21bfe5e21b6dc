"""Dates as documents write them."""

import pytest

from quyen.core.text.dates import parse_dates


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("ngày 14 tháng 9 năm 2022", "2022-09-14"),
        ("NGÀY 02 THÁNG 01 NĂM 2025", "2025-01-02"),
        ("ngày 14/9/2022 của", "2022-09-14"),
        ("14-9-2022", "2022-09-14"),
        ("14.09.2022", "2022-09-14"),
        ("date: 2022-09-14", "2022-09-14"),
        ("ngày 3\ntháng 4\nnăm 2024", "2024-04-03"),
    ],
)
def test_a_date_is_found_in_each_form(text: str, iso: str) -> None:
    found = list(parse_dates(text))
    assert [one.iso for one in found] == [iso]
    assert text[found[0].at.start].isdigit()


@pytest.mark.parametrize(
    "text", ["31/02/2024", "2024", "Quyết định 06/2022/TT-BTC", "trước ngày 15/12", "1/2/3/2024"]
)
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert list(parse_dates(text)) == []


def test_several_dates_come_in_their_order() -> None:
    text = "từ ngày 01/02/2024 đến ngày 3 tháng 4 năm 2025"
    assert [one.iso for one in parse_dates(text)] == ["2024-02-01", "2025-04-03"]
