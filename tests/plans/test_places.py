"""Where a passage stands."""

from __future__ import annotations

import pytest

from quyen.plans.queries.places import Places

RECORD = {
    "blocks": [{"at": [0, 50], "page": 1}, {"at": [50, 90], "page": 2}, {"at": [90, 100], "page": None}],
    "outline": [
        {"kind": "roman", "label": "I.", "at": [0, 60], "children": [
            {"kind": "number", "label": "2", "at": [10, 60], "children": [
                {"kind": "letter", "label": "a)", "at": [20, 30], "children": []}]}]},
        {"kind": "dieu", "label": "3", "at": [60, 100], "children": [
            {"kind": "khoan", "label": "1", "at": [70, 100], "children": []}]},
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("start", "said"),
    [
        (25, "mục I.2.a, trang 1"),
        (55, "mục I.2, trang 2"),
        (75, "Điều 3, khoản 1, trang 2"),
        (99, "Điều 3, khoản 1, trang 2"),
        (None, ""),
    ],
)
def test_a_place_is_said_by_its_outline_and_page(start, said: str) -> None:
    assert Places(RECORD).said(start) == said


def test_a_record_without_places_says_nothing() -> None:
    assert Places({}).said(3) == Places(None).said(3) == ""
