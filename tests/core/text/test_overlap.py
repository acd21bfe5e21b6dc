"""Shared words of two texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyen.core.text.overlap import shared


def cut(text: str, spans) -> list[str]:
    return [text[span.start : span.end] for span in spans]


def test_shared_runs_are_found_in_both() -> None:
    one = "100% giáo viên được tập huấn về quyền trẻ em"
    two = "Phấn đấu 80% giáo viên trên địa bàn được tập huấn kỹ năng"
    here, there = shared(one, two)
    assert cut(one, here) == ["giáo viên", "được tập huấn"]
    assert cut(two, there) == ["giáo viên", "được tập huấn"]


def test_marks_and_placing_of_tones_do_not_part_words() -> None:
    here, _ = shared("Hoà giải viên cơ sở", "hòa giải viên ở xã")
    assert here == ((0, 13),)


def test_a_lone_word_counts_only_with_a_figure() -> None:
    assert shared("và 70%", "hoặc, và rồi 70%")[0] == ((3, 6),)


@pytest.mark.slow
@given(st.text(max_size=80), st.text(max_size=80))
def test_spans_lie_inside_and_in_order(one: str, two: str) -> None:
    for text, spans in zip((one, two), shared(one, two), strict=True):
        edges = [edge for span in spans for edge in span]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(text) for edge in edges)
