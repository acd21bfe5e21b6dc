"""Citations found in a labelled set; quotes found again; guarantees for any text."""

from __future__ import annotations

import time
from collections import Counter
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyen.core.citing import KNOWN, Cited, Here, Named, Names, anchor, find_citations, quote
from tests.core.citing.labelled import SENTENCES, TABLE
from tests.core.citing.labelled_press import PRESS

NAMES = Names([*KNOWN, *(Named(code, year, words, number) for code, year, words, number in TABLE)])


def said(found: tuple[Cited, ...]) -> str:
    return ", ".join(f"{one.code} {one.path}{f'..{one.through}' if one.through else ''}" for one in found)


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_labelled_sentences(sentence: str, expected: str) -> None:
    assert said(find_citations(sentence, NAMES)) == expected


def test_the_set_is_large_enough() -> None:
    assert len(SENTENCES) >= 80 and sum(not expected for _, expected in SENTENCES) >= 20
    assert len({sentence for sentence, _ in SENTENCES}) == len(SENTENCES)


def test_citations_as_offices_and_the_press_write_them() -> None:
    """A set of a second hand, measured as a whole: hardly one wrong, hardly one missed."""
    right = found = wanted = 0
    for sentence, expected in PRESS:
        got, want = (
            Counter(one.split(", ")) - Counter([""])
            for one in (said(find_citations(sentence, NAMES)), expected)
        )
        right, found, wanted = right + (got & want).total(), found + got.total(), wanted + want.total()
    assert len(PRESS) >= 60 and wanted >= 80
    assert right / found >= 0.98 and right / wanted >= 0.96, (right, found, wanted)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("điểm a khoản 1 và điểm b khoản 2 Điều 5 CRC", "CRC 5.1.a, CRC 5.2.b"),
        ("khoản 1, khoản 3 Điều 31 Hiến pháp (suy đoán vô tội) và các luật", "HP2013 31.1, HP2013 31.3"),
        ("Điều 10 (Hiến pháp)", "HP2013 10"),
        ("khoản 1 Điều này và Điều 7 ICCPR", "ICCPR 7"),
        ("the 1992 Constitution, articles 20 and 31", ""),
        ("Article 5 of the Constitution of India and article 35 of the Labour Code of Laos", ""),
        ("Article 20 of the Constitution of the Socialist Republic of Viet Nam", "HP2013 20"),
        ("điểm a và điểm b khoản 1 Điều 38 Bộ luật Lao động 2012", "BLLD2012 38.1.a, BLLD2012 38.1.b"),
        ("Articles 20 and 31 of the 1992 Constitution; article 35 of the 2012 Labour Code", "BLLD2012 35"),
    ],
)
def test_what_belongs_together(sentence: str, expected: str) -> None:
    assert said(find_citations(sentence, NAMES)) == expected


def test_places_reach_over_the_words_that_are_linked() -> None:
    text = "Theo điểm a, b khoản 1 Điều 35 và  Điều 37 Bộ luật Lao động năm 2019, …"
    words = [text[one.start : one.end] for one in find_citations(text, NAMES)]
    assert words == ["điểm a", "b khoản 1 Điều 35", "Điều 37 Bộ luật Lao động năm 2019"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quyền tại khoản 1 Điều này", "LTE2016 5.1"),
        ("theo quy định tại Điều 21 của Luật này", "LTE2016 21"),
        ("theo Điều 21 và khoản 2 Điều 22", "LTE2016 21, LTE2016 22.2"),
        ("theo Điều 21 của Nghị định thư", ""),
        ("theo Điều 21 Bộ luật Dân sự", ""),
        ("theo Điều 28 Công ước về quyền trẻ em", "CRC 28"),
        ("paragraph 2 of this article and article 12 of the present Convention", "LTE2016 5.2, LTE2016 12"),
    ],
)
def test_within_a_text_of_law_its_own_articles_are_known(text: str, expected: str) -> None:
    assert said(find_citations(text, NAMES, Here("LTE2016", "5"))) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Điều 19 Công ước dân sự, chính trị", "ICCPR 19"),
        ("Điều 13 Công ước Liên Hợp Quốc về Quyền Trẻ em", "CRC 13"),
        ("Điều 5 Công ước chống phân biệt chủng tộc và Đ24 CRPD", "ICERD 5, CRPD 24"),
        ("ICCPR’s article 19. Article 2 of the UN Convention against Torture", "ICCPR 19, CAT 2"),
    ],
)
def test_names_as_headings_and_speech_have_them(sentence: str, expected: str) -> None:
    assert said(find_citations(sentence, NAMES)) == expected


@pytest.mark.parametrize("sentence", [sentence for sentence, expected in SENTENCES if expected][::4])
def test_letters_parted_from_their_marks_are_letters_all_the_same(sentence: str) -> None:
    parted = f"x\u0302 {normalize('NFD', sentence)}"
    found, same = find_citations(parted, NAMES), find_citations(f"x {sentence}", NAMES)
    assert said(found) == said(same)
    words = [f"x {sentence}"[one.start : one.end] for one in same]
    assert [normalize("NFC", parted[one.start : one.end]) for one in found] == words


def test_a_range_names_all_its_articles() -> None:
    (one,) = find_citations("Articles 6 to 9 of the ICCPR")
    assert one.articles == ("6", "7", "8", "9")
    (wide,) = find_citations("Điều 1-4000 ICCPR")
    assert wide.articles == ("1", "4000")


PIECES = st.sampled_from(
    ["Điều ", "dieu ", "khoản ", "điểm ", "Article ", "paragraph ", "19", "2", "a", "(3)", "(b)", ", ", " và ", " - ", ";",
     " ICCPR", " Hiến pháp", " 2013", " năm 1992", " Công ước quốc tế về các quyền dân sự", " và chính trị", " của ", "\n\n",
     "  ", "\u00a0", "đ", "…", "𝔸", "İ"]
)  # fmt: skip


@settings(max_examples=60)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=18).map("".join)))
def test_any_text_gives_places_in_order_within_it(text: str) -> None:
    end = 0
    for one in find_citations(text, NAMES, Here("CRC", "1")):
        assert end <= one.start < one.end <= len(text)
        assert one.article and one.code
        end = one.end


def test_hostile_texts_take_linear_time() -> None:
    for piece in (
        "Điều 1, ",
        "Công ước quốc tế của ",
        "Điều 1 " + " " * 300,
        "Convention on the ",
        "khoản 1 Điều ",
        "((((",
        "Điều 9-",
    ):
        times = []
        for size in (2_000, 16_000):
            text = (piece * size)[:size]
            begun = time.process_time()
            find_citations(text, NAMES)
            times.append(time.process_time() - begun)
        assert times[1] < 0.5 and times[1] < max(times[0] * 24, 0.05), piece


# --- quotes ---------------------------------------------------------------------------------------------

OLD = "Mọi người có quyền hỏi. Theo Điều 19 ICCPR, câu hỏi được trả lời. Theo Điều 19 ICCPR, câu trả lời được ghi lại."


def test_a_quote_is_told_from_its_like_by_its_neighbours() -> None:
    start = OLD.rindex("Điều 19 ICCPR")
    held = quote(OLD, start, start + 13)
    new = "Lời mở đầu mới. " + OLD.replace("câu hỏi được trả lời", "câu hỏi được trả lời trong 10 ngày")
    place = anchor(new, held)
    assert place and new[place[0] :].startswith("Điều 19 ICCPR, câu trả lời được ghi")


def test_a_quote_survives_white_space_and_the_placing_of_tones() -> None:
    held = quote("Công dân được hòa giải ở cơ sở.", 9, 22)
    new = "CÔNG DÂN được  hoà\ngiải ở cơ sở"
    place = anchor(new, held)
    assert place and new[slice(*place)].split() == ["được", "hoà", "giải"]


@pytest.mark.parametrize("new", ["", "Không còn gì.", "Chỉ nhắc Điều 19 ICCPR ở chỗ khác hẳn, với chữ khác."])
def test_a_short_quote_without_its_neighbours_is_lost(new: str) -> None:
    start = OLD.index("Điều 19 ICCPR")
    assert anchor(new, quote(OLD, start, start + 13)) is None


@settings(max_examples=60)
@given(st.text(max_size=80), st.data())
def test_a_quote_of_any_text_is_found_in_that_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    held = quote(text, start, end)
    place = anchor(text, held)
    if place is not None:
        assert 0 <= place[0] < place[1] <= len(text)
    elif held.exact.split() and len(held.exact) >= 20 and text.count(held.exact) == 1:
        raise AssertionError("a long quote that stands once is found")
