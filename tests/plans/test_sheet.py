"""The source as a page: every letter in its place, marks around what was read."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from quyen.plans.queries.sheet import Mark, sheet_of


def page(text: str, marks: list[Mark], blocks=None) -> str:
    blocks = blocks or [{"kind": "paragraph", "at": [0, len(text)], "page": None}]
    return "".join(block.html for block in sheet_of({"text": text, "blocks": blocks}, marks))


def test_a_passage_is_marked() -> None:
    assert page("Năm 2025", [Mark("i1", 4, 8)]) == 'Năm <mark id="at-i1" data-of="i1">2025</mark>'


def test_marks_that_overlap_are_cut_where_they_meet() -> None:
    drawn = page("abcdef", [Mark("i1", 0, 4), Mark("f2", 2, 6)])
    assert drawn == (
        '<mark id="at-i1" data-of="i1">ab</mark>'
        '<mark id="at-f2" class="doubt" data-of="f2 i1">cd</mark>'
        '<mark class="doubt" data-of="f2">ef</mark>'
    )


def test_two_marks_on_one_passage_both_have_an_address() -> None:
    drawn = page("abc", [Mark("i1", 0, 3), Mark("i2", 0, 3)])
    assert 'id="at-i1"' in drawn
    assert 'id="at-i2"' in drawn


def test_nothing_of_a_document_becomes_markup() -> None:
    assert page("<script>&", [Mark("i1", 0, 8)]) == (
        '<mark id="at-i1" data-of="i1">&lt;script&gt;</mark>&amp;'
    )


def test_a_table_keeps_its_spans_and_its_cells_in_order() -> None:
    cells = [
        {"at": [2, 3], "row": 0, "column": 1, "row_span": 2, "column_span": 1},
        {"at": [0, 1], "row": 0, "column": 0, "row_span": 1, "column_span": 1},
        {"at": [4, 5], "row": 1, "column": 0, "row_span": 1, "column_span": 1},
    ]
    block = {"kind": "table", "at": [0, 5], "page": 1, "rows": 2, "columns": 2, "ruled": True, "cells": cells}
    (table,) = sheet_of({"text": "a\tb\nc", "blocks": [block]}, [])
    assert [[cell.html for cell in row] for row in table.rows] == [["a", "b"], ["c"]]
    assert table.rows[0][1].row_span == 2


def test_a_new_page_is_said_once() -> None:
    blocks = [{"kind": "paragraph", "at": [n, n + 1], "page": p} for n, p in enumerate([1, 1, 2, 2])]
    assert [b.page for b in sheet_of({"text": "abcd", "blocks": blocks}, [])] == [None, None, 2, None]


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(-2, 45), st.integers(-2, 45)), max_size=8),
)
def test_the_letters_are_those_of_the_text(text: str, places) -> None:
    drawn = page(text, [Mark(f"i{n}", *at) for n, at in enumerate(places)])
    assert html.unescape(re.sub(r"<[^>]*>", "", drawn)) == html.unescape(html.escape(text))
