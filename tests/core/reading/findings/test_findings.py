"""Findings: nothing in a clean plan, each fault found, no exception and no quadratic time whatever the text."""

from __future__ import annotations

import time
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyen.core.reading.citations import find_citations
from quyen.core.reading.findings import find_findings
from quyen.core.reading.findings.syllables import is_syllable
from quyen.core.reading.findings.times import last_day
from quyen.core.types import Document, Finding, Paragraph, Reading, Span
from tests.core.reading.findings.clean_plan import PLAN, clean_reading, kinds_of, read_text
from tests.core.reading.findings.faults import FAULTS, Faulty

# the least share of faults found; only a mark that makes another real word may slip through
BARS = {"wrong_mark": 0.6, "swapped_letters": 0.9}
SEEDS = 8


def plain(text: str) -> Reading:
    """A reading of one paragraph with its citations and nothing else."""
    document = Document(text, (Paragraph(Span(0, len(text))),))
    return Reading(document=document, citations=tuple(find_citations(text)))


def found(text: str) -> list[tuple[str, str, str | None]]:
    """(kind, the words at the place, suggestion) of each finding."""
    findings = find_findings(plain(text))
    return [(one.kind, text[one.at.start : one.at.end], one.suggestion) for one in findings]


def marks(reading: Reading, faulty: Faulty) -> list[Finding]:
    def at_place(finding: Finding) -> bool:
        words = reading.text[finding.at.start : finding.at.end].strip().lower()
        return words in faulty.words.lower() or faulty.words.lower() in words

    return [one for one in reading.findings if one.kind in faulty.kinds and at_place(one)]


@pytest.mark.slow
def test_clean_plan_has_no_finding() -> None:
    assert clean_reading().findings == ()


def test_clean_plan_is_read_whole() -> None:
    reading = clean_reading()
    assert reading.number and reading.number.text == "117"
    assert reading.date and reading.date.text == "2024-03-14"
    assert len(reading.tasks) > 5


@pytest.mark.slow
@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_found_where_it_stands(name: str) -> None:
    rnd = Random(f"fault {name}")
    hits = 0
    for _ in range(SEEDS):
        faulty = FAULTS[name](PLAN, rnd)
        assert faulty.text != PLAN
        hits += bool(marks(read_text(faulty.text), faulty))
    assert hits >= BARS.get(name, 1.0) * SEEDS


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(set(FAULTS) - {"skipped_part"}))
def test_fault_raises_no_other_finding(name: str) -> None:
    rnd = Random(f"echo {name}")
    for _ in range(3):
        faulty = FAULTS[name](PLAN, rnd)
        assert {one.kind for one in read_text(faulty.text).findings} <= set(faulty.kinds)


@pytest.mark.parametrize(
    ("text", "place", "better"),
    [
        ("biên soạn ấn phẩm và phát án phẩm tới cơ sở", "án", "ấn"),
        ("Noi nhận: như trên", "Noi", "Nơi"),
        ("hành vi phuơng hại đến lợi ích", "phuơng", "phương"),
        ("công tác phòng ngùa tội phạm", "ngùa", "ngừa"),
        ("nguồn nươc sinh hoạt", "nươc", "nước"),
        ("ỦY BÀN NHÂN DÂN", "BÀN", "BAN"),
        ("Chỉ thị so 12 của tỉnh", "so", "số"),
    ],
)
def test_wrong_mark(text: str, place: str, better: str) -> None:
    assert ("spelling", place, better) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "trao đổi với các đơn vị về nội dung",
        "các cơ quan tham gia công tác tác chiến",
        "Quốc gia gia nhập công ước",
        "Đắk Lắk, Kon Tum, Krông Ana",
        "trang hỏi đáp trực tuyến",
        "danh từ chung chỉ địa hình",
        "nghị định số 12 quy định so với trước đây",
        "Thuỷ lợi, hoà bình, uỷ ban, khoẻ mạnh, quý khách",
        "xem tại www.anbinh.gov.vn, gửi tới hop.thu@anbinh.gov.vn",
        "Hội đồng Nhân quyền Liên hợp quốc",
        "TP.Huế và PGS.TS Lê An",
        "một danh mục (gồm: a) sách; b) báo) kèm phim",
        "Ngày …… tháng …… năm ……",
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 và Luật số 72/2025/QH15",
        "Công văn số 1234/BTTTT-TTĐN ngày 02/3/2023",
    ],
)
def test_right_text_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("printed", "better"),
    [
        ("1079/QĐTTg", "1079/QĐ-TTg"),
        ("27/CTTg", "27/CT-TTg"),
        ("75/KH- UBND", "75/KH-UBND"),
        ("12/QĐ/TTg", "12/QĐ-TTg"),
        ("12-QĐ/TTg", "12/QĐ-TTg"),
        ("27/NQ-TW", "27-NQ/TW"),
        ("81/QD-UBND", "81/QĐ-UBND"),
    ],
)
def test_malformed_symbol(printed: str, better: str) -> None:
    assert ("malformed_symbol", printed, better) in found(f"theo văn bản số {printed} của cấp trên")


def test_type_that_is_not_of_the_symbol() -> None:
    assert [kind for kind, *_ in found("Nghị quyết số 15/QĐ-UBND của tỉnh")] == ["type_conflict"]


def test_two_documents_of_one_day_are_no_slip() -> None:
    text = (
        "Quyết định số 1229/QĐ-TTg ngày 05/6/2023 phê duyệt quy hoạch cảng cá; "
        "Quyết định số 1239/QĐ-TTg ngày 05/6/2023 công nhận xã nông thôn mới nâng cao"
    )
    assert found(text) == []


def test_same_number_of_another_year_is_no_slip() -> None:
    text = (
        "Nghị quyết số 45/NQ-HĐND ngày 05/6/2022 về đặt tên đường phố; "
        "Nghị quyết số 45/NQ-HĐND ngày 05/6/2023 về học phí trường công lập"
    )
    assert found(text) == []


def test_quote_over_paragraphs_is_paired() -> None:
    text = "Sửa đổi như sau: “Khoản một quy định về sách;\nKhoản hai quy định về báo”."
    document = Document(text, (Paragraph(Span(0, 45)), Paragraph(Span(46, len(text)))))
    assert find_findings(Reading(document=document)) == ()


def test_date_of_issue_after_today() -> None:
    reading = clean_reading()
    assert [one.kind for one in find_findings(reading, today=date(2024, 1, 1))] == ["future_date"]
    assert find_findings(reading, today=date(2024, 3, 14)) == ()


def test_news_item_has_no_form() -> None:
    assert not kinds_of("(Tin) - Ủy ban nhân dân tỉnh An Bình vừa ban hành Kế hoạch phát triển thư viện.")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Quý II/2024", "2024-06-30"),
        ("tháng 02 năm 2024", "2024-02-29"),
        ("Năm 2024 - 2025", "2025-12-31"),
        ("trước ngày 15/3/2024", "2024-03-15"),
    ],
)
def test_last_day(text: str, day: str) -> None:
    assert str(last_day(text)) == day


def test_last_day_without_year() -> None:
    assert last_day("Thường xuyên") is None


@pytest.mark.parametrize(
    "word", ["nghiêng", "quốc", "giếng", "khoẻ", "khỏe", "thuở", "ươm", "gìn", "khuỷu", "xoong"]
)
def test_syllable(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["phuơng", "nươc", "ngiệp", "kông", "thưc", "hịên", "quôc", "ghà"])
def test_no_syllable(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='aạăâđêệôơưABĐ 0123456789.,;:()“”"[]/-–\n\t…İ\u00a0\ufffd', max_size=300))
def test_any_text_gives_places_inside_it(text: str) -> None:
    for one in find_findings(plain(text)):
        assert 0 <= one.at.start <= one.at.end <= len(text)


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 40))
def test_torn_plan_gives_places_inside_it(rnd: Random, cuts: int) -> None:
    text = PLAN
    for _ in range(cuts):
        start = rnd.randrange(len(text))
        text = text[:start] + text[start + rnd.randrange(60) :]
    reading = read_text("KẾ HOẠCH\n\n" + text)
    assert all(0 <= one.at.start <= one.at.end <= len(reading.text) for one in reading.findings)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "a.",
        "“",
        "(a ",
        "phụ lục kèm theo luật ",
        "Quyết định số 12/QĐ-TTg ngày 1/1/2024 ",
        "các các ",
        "nươc ",
    ],
)
def test_time_grows_with_the_length(piece: str) -> None:
    def seconds(size: int) -> float:
        """The least of three: what else the machine does makes a run longer, nothing makes it shorter."""
        reading = plain(piece * (size // len(piece)))
        times = []
        for _ in range(3):
            start = time.process_time()
            find_findings(reading)
            times.append(time.process_time() - start)
        return min(times)

    seconds(1000)
    # sixteen times the length; two hundred and fifty-six times as long if it were squared
    assert seconds(80_000) < 64 * max(seconds(5_000), 0.005)
