"""Deadlines as documents write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyen.core.text.due import Due, parse_due


def day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


@pytest.mark.parametrize(
    ("written", "last"),
    [
        ("Năm 2024", "2024-12-31"),
        ("2024", "2024-12-31"),
        ("Quý II/2025", "2025-06-30"),
        ("Quý 3 năm 2025", "2025-09-30"),
        ("Quý III, IV/2025", "2025-12-31"),
        ("Quý I - Quý II năm 2026", "2026-06-30"),
        ("trước ngày 15/12/2025", "2025-12-14"),
        ("Trước 01/3/2025", "2025-02-28"),
        ("trước tháng 12/2025", "2025-11-30"),
        ("trước năm 2026", "2025-12-31"),
        ("chậm nhất ngày 15/12/2025", "2025-12-15"),
        ("đến ngày 05 tháng 9 năm 2025", "2025-09-05"),
        ("Tháng 9/2025", "2025-09-30"),
        ("tháng 02 năm 2024", "2024-02-29"),
        ("Tháng 9-12/2025", "2025-12-31"),
        ("Từ tháng 3 đến tháng 6/2025", "2025-06-30"),
        ("Từ ngày 01/3/2025 đến ngày 15/4/2025", "2025-04-15"),
        ("9/2025", "2025-09-30"),
        ("2024 - 2028", "2028-12-31"),
        ("2023-2028", "2028-12-31"),
        ("Giai đoạn 2024–2025", "2025-12-31"),
        ("6 tháng đầu năm 2025", "2025-06-30"),
        ("06/11/2026", "2026-11-06"),
        ("Hoàn thành trong năm 2025", "2025-12-31"),
        ("trước ngày 15/6 và ngày 30/11/2025", "2025-11-30"),
        ("Từ năm 2024", None),
        ("kể từ ngày 01/7/2025", None),
        ("sau khi Đề án được phê duyệt", None),
        ("Quý II", None),
        ("ngày 31/02/2025", None),
        ("trong 30 ngày", None),
        ("", None),
    ],
)
def test_last_day_named(written: str, last: str | None) -> None:
    assert parse_due(written).on == day(last)


@pytest.mark.parametrize(
    ("written", "recurs"),
    [
        ("hằng năm", "yearly"),
        ("Hàng năm", "yearly"),
        ("trước ngày 30/11 hàng năm", "yearly"),
        ("Năm 2024 và các năm tiếp theo", "yearly"),
        ("định kỳ hằng quý, hằng năm", "quarterly"),
        ("định kỳ 6 tháng, hằng năm", "half_yearly"),
        ("hàng tháng", "monthly"),
        ("Thường xuyên", "always"),
        ("định kỳ hoặc đột xuất", "periodic"),
        ("Năm 2024", ""),
    ],
)
def test_rhythm_named(written: str, recurs: str) -> None:
    assert parse_due(written).recurs == recurs


def test_the_plans_own_year_fills_a_missing_one() -> None:
    assert parse_due("Quý II", year=2025) == Due(date(2025, 6, 30))
    assert parse_due("trước ngày 30/11 hàng năm", year=2025) == Due(date(2025, 11, 29), "yearly")
    assert parse_due("Quý II/2024", year=2025).on == date(2024, 6, 30)
    assert parse_due("trước ngày 30/11 hàng năm").on is None


@pytest.mark.slow
@given(st.text(alphabet=st.sampled_from("0123456789/-. ,quýiIVthángnămtrướcngàyđến\n"), max_size=120))
def test_never_raises(text: str) -> None:
    parse_due(text, year=2025)
