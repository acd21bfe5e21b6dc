"""What holds for every text, however bad: no exception, spans inside the text, words as they stand there."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quyen.core.reading.agencies import find_units, split_units
from quyen.core.reading.formats.plain import read_plain
from quyen.core.reading.layout import lay_out
from quyen.core.reading.tasks import find_tasks
from quyen.core.types import Document, Node, Table

FRAGMENTS = [
    "|", "||", "| a | b |", "|---|---|", "\t", "a\tb\tc", "**", "* ", "*x*", "", "\f", "--------", "1", "2",
    "TT", "Nhiệm vụ", "Cơ quan chủ trì", "Phối hợp", "Thời gian", "I. TỔ CHỨC THỰC HIỆN", "1. Sở Y tế", "2. Giao:",
    "a) Chủ trì, phối hợp với Sở Y tế,", "- Công an tỉnh: kiểm tra trước ngày 30/6", "+ các sở, ban, ngành và", "đ) (",
    "Điều 1. Giao Sở Tài chính", "PHỤ LỤC I", "Nơi nhận:", "- Đơn vị chủ trì:", "- Cơ quan thực hiện: Sở Y tế",
    "Thời gian: Quý II/2026", "các cơ quan, đơn vị liên quan", "\u00a0\u200b", "e\u0301\u0323", "UBND các xã, phường, đặc khu",
]  # fmt: skip

lines = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=12)), max_size=24)
documents = lines.map("\n".join)
quick = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def laid(text: str) -> Document:
    return lay_out(read_plain(text.encode("utf-8", "replace"), "txt"))


def inside(document: Document, at) -> bool:
    return 0 <= at.start <= at.end <= len(document.text)


def nodes(found: tuple[Node, ...]):
    for node in found:
        yield node
        yield from nodes(node.children)


@pytest.mark.slow
@quick
@given(documents)
def test_every_span_lies_in_the_text(text):
    document = laid(text)
    for block in document.blocks:
        assert inside(document, block.at)
        if isinstance(block, Table):
            assert all(
                block.at.start <= cell.at.start <= cell.at.end <= block.at.end
                and cell.row < block.rows
                and cell.column < block.columns
                for cell in block.cells
            )
    for node in nodes(document.outline):
        assert (
            inside(document, node.at) and node.at.start <= node.title.start <= node.title.end <= node.at.end
        )


@pytest.mark.slow
@quick
@given(documents)
def test_tasks_say_what_stands_at_their_place(text):
    document = laid(text)
    for task in find_tasks(document):
        assert " ".join(document.cut(task.at).split()) == task.text
        for part in (*task.lead, *task.coordinate, *filter(None, (task.deadline, task.product))):
            assert " ".join(document.cut(part.at).split()) == part.text


@pytest.mark.slow
@quick
@given(documents)
def test_words_are_kept_and_reading_again_changes_nothing(text):
    document = laid(text)
    assert laid(text) == document
    assert find_tasks(document) == find_tasks(document)


@pytest.mark.slow
@quick
@given(st.text(max_size=120), st.integers(0, 5))
def test_units_lie_where_they_say(text, offset):
    for unit in (*find_units(text, offset), *split_units(text, offset)):
        assert " ".join(text[unit.at.start - offset : unit.at.end - offset].split()) == unit.text


@pytest.mark.slow
def test_long_input_takes_linear_time():
    for text in ("Sở, " * 20_000, "a, " * 50_000, "|\n" * 10_000, "1. Căn cứ " + "x " * 50_000, "(" * 50_000):
        find_tasks(laid(text))
