"""Which of two figures is the weaker promise."""

from __future__ import annotations

import pytest

from quyen.core.matching import coverage
from quyen.core.matching.claims import Figure
from quyen.core.matching.figures import asks_less


@pytest.mark.parametrize(
    ("above", "below", "less"),
    [
        (Figure(90, "%", ">="), Figure(80, "%", ">="), True),
        (Figure(90, "%", ">="), Figure(95, "%"), False),
        (Figure(90, "%"), Figure(90, "%", ">="), False),
        (Figure(10, "%", "<"), Figure(15, "%", "<"), True),
        (Figure(10, "%", "<"), Figure(5, "%", "<"), False),
        (Figure(15, "%", "range", 20), Figure(10, "%"), True),
        (Figure(15, "%", "range", 20), Figure(15, "%"), False),
        (
            Figure(1000, "đầu sách"),
            Figure(20, "đầu sách"),
            False,
        ),  # a province's part of what all make together
        (Figure(63, "tỉnh"), Figure(50, "%"), False),
    ],
)
def test_the_weaker_promise(above, below, less) -> None:
    assert asks_less(above, below) is less


def test_the_coverage_file_says_so() -> None:
    wanted = "Phấn đấu 90% giáo viên tiểu học được tập huấn về quyền trẻ em"
    has = wanted.replace("90", "70")

    def record(text: str, value: int) -> dict:
        target = {"text": text, "value": value, "comparator": "=", "unit": "%", "at": [0, len(text)]}
        return {"text": text, "targets": [target]}

    rows = coverage("tren", record(wanted, 90), {"duoi": record(has, 70), "bang": record(wanted, 90)})["rows"]
    assert [rows[0]["details"][name]["lower"] for name in ("duoi", "bang")] == [True, False]
