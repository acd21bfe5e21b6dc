"""The words of a text, looked up all at once: the same as one by one."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyen.core.reading.findings import vocabulary as vocabularies
from quyen.core.reading.findings.everyday_words import NEVER, ONCE
from quyen.core.reading.findings.lexicon import FREE_WORDS, lexicon
from quyen.core.reading.findings.vocabulary import PUNCTUATION, Survey, Vocabulary, is_odd, survey
from quyen.core.reading.findings.words import Words, lowered
from quyen.core.text.folding import page_code

_SYLLABLES = ["ấn", "án", "an", "phẩm", "phòng", "ngừa", "ngùa", "nơi", "noi", "nhận", "các", "và", "nghiêng"]
_STRANGE = [
    "truyềnthôngcộngđồng",
    "qu7ền3",
    "ương2",
    "từ\ufffd",
    "ข้าว",
    "a",
    "2026",
    "tuyên✓",
    "\ufffd",
    "kiểmm",
]
_WORD = rf"[^\s{re.escape(PUNCTUATION)}]+"
_GAPS = [" ", " ", " ", "  ", "\n", "\t", ", ", ".", "/", " - ", "”"]
TEXTS = st.lists(st.tuples(st.sampled_from(_SYLLABLES + _STRANGE), st.sampled_from(_GAPS))).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)


def _of(text: str) -> Survey:
    lower = lowered(text)
    return survey(lower, page_code(lower))


@pytest.mark.slow  # hundreds of texts
@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_odd_words_are_those_that_are_odd_one_by_one(text: str) -> None:
    assert _of(text).odd == sorted({word for word in re.findall(_WORD, text) if is_odd(word)})


@pytest.mark.slow  # hundreds of texts
@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_watched_pairs_are_those_of_the_list_one_by_one(text: str) -> None:
    slips = {pair for word in _SYLLABLES if word not in FREE_WORDS for pair in lexicon().slips_of(word)}
    asked = slips | set(NEVER) | {(word, word) for word in ONCE.split()}
    words = list(re.finditer(_WORD, text))
    pairs = {(one[0], next_[0]) for one, next_ in pairwise(words) if text[one.end() : next_.start()] == " "}
    assert _of(text).watched == pairs & asked


@pytest.mark.slow  # hundreds of texts
@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(_SYLLABLES), st.sampled_from(_SYLLABLES))
def test_neighbours_are_found_over_spaces_only(text: str, first: str, second: str) -> None:
    edge = rf"[\s{re.escape(PUNCTUATION)}]"
    expected = re.search(rf"(?:(?<={edge})|\A){first} +{second}(?={edge}|\Z)", text)
    assert _of(text).has(first, second) == bool(expected)


def test_a_name_without_its_last_word_is_told_from_a_whole_one() -> None:
    assert _of("ủy ban nhân tỉnh").breaks_off("ủy ban nhân", "dân")
    assert not _of("ủy ban nhân dân tỉnh").breaks_off("ủy ban nhân", "dân")
    assert not _of("ủy ban nhân").breaks_off("ủy ban nhân", "dân")


@pytest.mark.parametrize("text", ["", " ", "x", "ấn", "\ufffd", "ủy ban", "\u0130stanbul ấn án"])
def test_the_shortest_texts_have_words_too(text: str) -> None:
    words = Words(text)
    assert len(words.lower) == len(text)
    assert list(words.kinds_at(b"a.a")) == []


def test_two_words_of_one_slot_are_both_known() -> None:
    """A slot keeps one word; the other is found on the shelf, and neither is taken for the other."""
    vocabulary = Vocabulary()
    vocabulary._settled[:] = np.uint64(1)  # every slot is taken by another word
    text = "phòng ngùa và ấn phẩm"
    seen = [Survey(vocabulary, text, page_code(text)) for _ in range(2)]
    assert seen[0].watched == seen[1].watched == {("phòng", "ngùa")}


def test_a_vocabulary_begins_anew_before_it_grows_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabularies, "_MOST", 10)
    monkeypatch.setattr(vocabularies, "_in_use", [])
    _of("một hai ba bốn năm sáu bảy tám chín mười mươi trăm")
    full = vocabularies._in_use[0]
    assert full.full
    assert _of("phòng ngùa").watched == {("phòng", "ngùa")}
    assert vocabularies._in_use[0] is not full
