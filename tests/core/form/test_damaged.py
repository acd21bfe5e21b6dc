"""Whatever lies in a Word file, the check ends in a report or in one of our own errors."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyen.core.errors import DamagedFile, FileRefused, TooLarge, UnsafeFile
from quyen.core.form import FormReport, check_form, said
from quyen.core.reading.formats.limits import Limits
from tests.core.form.samples import DECISION, LETTER, PLAN, P, body, document, made
from tests.core.reading.formats.mutations import case, harmed, harmed_members

pytestmark = pytest.mark.slow  # the quick half of the core is to take seconds only

SMALL = Limits(unpacked=32 << 20)


def outcome(data: bytes) -> str:
    """ "report" or the name of the error; any other error fails the test that asks."""
    try:
        report = check_form(data, SMALL)
    except FileRefused as error:
        assert str(error)
        assert error.advice
        return type(error).__name__
    check(report)
    return "report"


def check(report: FormReport) -> None:
    for one in report.deviations:
        assert one.part
        assert one.expected
        assert one.found
        assert one.clause.startswith("Phụ lục I, Phần I, Mục ")
        assert (one.place.paragraph == 0) == (one.place.quote == "")
    keys = [(one.rule, one.found) for one in report.deviations]
    assert len(keys) == len(set(keys))
    assert next(said(report))


def test_what_is_no_word_file_is_refused_with_advice() -> None:
    for data in (b"", b"PK\x03\x04", made(PLAN)[:900]):
        assert outcome(data) == "DamagedFile"
    for data in (b"%PDF-1.7", b"\xd0\xcf\x11\xe0", document("", root="workbook")):
        assert outcome(data) == "UnknownKind"


def test_a_document_type_is_refused() -> None:
    with pytest.raises(UnsafeFile):
        check_form(document("", before='<!DOCTYPE w:document [<!ENTITY e SYSTEM "/etc/hostname">]>'))


def test_too_many_paragraphs_are_refused() -> None:
    with pytest.raises(TooLarge):
        check_form(made(PLAN), Limits(blocks=3))


def test_an_empty_document_lacks_everything() -> None:
    assert "type.absent" in {one.rule for one in check_form(document("")).deviations}


def test_what_a_file_does_not_say_is_word_s_own() -> None:
    silent = body({"text": P("Một dòng.")}).replace('<w:sz w:val="28"/>', "")
    assert "body.size" not in {
        one.rule for one in check_form(document(silent)).deviations
    }  # the styles say 14
    found = {one.rule: one.found for one in check_form(document(silent, styles="<broken")).deviations}
    assert found["body.size"] == "cỡ chữ 10"


def _broken(number: int) -> str:
    chance = random.Random(number)
    data = made(chance.choice((PLAN, DECISION, LETTER)))
    harm = harmed if number % 3 == 0 else lambda it, how: harmed_members(it, how, "/etc/hostname")
    return outcome(harm(data, chance))


def test_damaged_documents_give_a_report_or_a_clear_error() -> None:
    found = [_broken(number) for number in range(20)]
    assert "report" in found
    assert "DamagedFile" in found


@pytest.mark.slow
def test_many_damaged_documents_give_a_report_or_a_clear_error() -> None:
    assert {_broken(number) for number in range(800)} >= {"report", DamagedFile.__name__}
    others = [data for name, data in map(case, range(400)) if name.endswith(".docx")]
    assert {outcome(data) for data in others} >= {"report"}


SNIPPETS = """Số: 5/KH-X|Điều 1.|Chương I|Mục 2|Nơi nhận:|Phụ lục|KẾ HOẠCH|Kính gửi:|- Lưu|I. A|d) x|e) y|Căn cứ Luật;|V/v
|TM. UBND|ngày 31 tháng 2 năm 2026|Độc lập - Tự do - Hạnh phúc|\t|_____|𝔸|"""
WORDS = st.sampled_from(SNIPPETS.split("|"))
PARAGRAPHS = st.builds(
    P,
    text=st.lists(WORDS | st.text(st.characters(exclude_categories=["C"]), max_size=12), max_size=4).map(
        " ".join
    ),
    size=st.sampled_from([0, 11, 13, 13.5, 800]),
    bold=st.booleans(),
    italic=st.booleans(),
    align=st.sampled_from(["center", "both", "left", "", "?"]),
    first=st.integers(-10, 10**6),
    font=st.sampled_from(["", ".VnTimeH", "VNI-Times", "Wingdings"]),
    after=st.integers(-10, 500),
    line=st.sampled_from([0, 240, 10**7]),
    colour=st.sampled_from(["", "auto", "FF0000", "?"]),
    ruled=st.booleans(),
    cell=st.none() | st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, 2)),
)


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(st.lists(PARAGRAPHS, max_size=30))
def test_any_paragraphs_give_a_report(paragraphs: list[P]) -> None:
    assert outcome(made({str(number): one for number, one in enumerate(paragraphs)})) == "report"
