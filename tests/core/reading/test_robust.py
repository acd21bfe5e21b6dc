"""Bad text never raises, and no text makes a search run away."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quyen.core.reading import to_record
from tests.core.reading.papers import plan, read_text

PIECES = st.sampled_from(
    [
        "Căn cứ Luật sửa đổi", "Thực hiện", " số ", "12/QĐ-TTg", "/", "-", " ngày 1/2/2024", ", ", "; ", ". ", ":\n",
        "\n\n", "\n- ", "\nI. ", "\n1. ", "\na) ", "100%", "từ 15 đến 20%", "ít nhất ", "Mục tiêu", "Đối tượng: ",
        "Kinh phí: ", "báo cáo trước ngày ", "Nơi nhận:\n- ", "TM. ỦY BAN", "KẾ HOẠCH\n", "|", "\t", "CHỦ TỊCH\n",
        "Công ước về ", "quyền trẻ em", "1.000.000", "“", "\u0301", "Ủy ban nhân dân tỉnh ban hành Kế hoạch số ",
    ]
)  # fmt: skip

WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=8)


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES | WORDS, max_size=60).map("".join))
def test_any_text_gives_a_record_with_places_inside_it(text: str) -> None:
    reading = read_text(text or " ")
    record = to_record(reading)
    size = len(record["text"])
    for item in record["targets"] + record["legal_bases"] + record["citations"] + record["tasks"]:
        assert 0 <= item["at"][0] <= item["at"][1] <= size


SIZE = 20_000  # the same texts were read at a megabyte each; a search that runs away does so here too

HOSTILE = {
    "digits": "1",
    "slashed": "1/",
    "points": "1.000.",
    "capitals": "A",
    "symbols": "KH-UBND-",
    "spaces": "ngày ",
    "openings": "phấn đấu ít nhất ",
    "commas": "Luật, ",
    "percents": "5%, ",
    "semicolons": "; 5%",
    "colons": "mục tiêu: ",
    "references": "số 12/QĐ-TTg ngày 1/2/2024; ",
    "brackets": "(",
    "names": "Ủy ban nhân dân tỉnh ",
    "quotes": "“",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_text_is_read_in_time(name: str) -> None:
    piece = HOSTILE[name]
    text = piece * (SIZE // len(piece)) + " 5%"
    began = time.process_time()
    plan(f"I. MỤC TIÊU\n\n1. {text}\n\nII. KINH PHÍ\n\n{text}")
    assert time.process_time() - began < 4
