"""The room of finding: words, blocks, questions, passages. Blocks are held against a plain reading of the same texts."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from quyen.core.finding import (
    Instead,
    Need,
    Wanted,
    Weights,
    distance,
    folded,
    keys_undone,
    likely,
    marked,
    parted,
    passage,
    read_question,
    score,
    seal,
    senses,
    side_by_side,
    spelled,
    with_marks,
    words,
)

SAID = ["má", "ma", "mã QR", "mà", "hoà", "HÒA", "kĩ", "kỹ", "Điều 19", "nhân quyền", "ភាសាខ្មែរ", "Ê Đê", "ĭ", "2/2025", "",
        "information", "internationalisation", "đ", "İ", "ﬁ", "a\u0301"]  # fmt: skip
texts = st.lists(
    st.tuples(*[st.lists(st.sampled_from(SAID), max_size=6).map(" ".join)] * 3), min_size=1, max_size=12
)


@settings(max_examples=25)
@given(texts)
def test_a_block_holds_just_the_words_of_its_texts(given_texts: list[tuple[str, str, str]]) -> None:
    sealed = seal(given_texts)
    held = {
        (word, int(doc)) for group in sealed.groups.values() for word, docs in _by_word(group) for doc in docs
    }
    read = {
        (word.normal, at) for at, text in enumerate(given_texts) for field in text for word in words(field)
    }
    assert held == read
    assert all(folded(word) == bare for bare, group in sealed.groups.items() for word in group.words)


def _by_word(group):
    at = 0
    for word, count in zip(group.words, group.counts, strict=True):
        docs = group.docs[at : at + count]
        assert list(docs) == sorted(set(docs.tolist()))
        yield word, docs
        at += count
    assert at == len(group.docs) == len(group.impacts)


def test_the_title_says_more_and_a_block_has_an_end() -> None:
    import pytest

    group = seal([("quyền", "", "trẻ em"), ("trẻ em", "", "quyền")]).groups["quyen"]
    assert group.impacts[0] > group.impacts[1]
    assert seal([]).groups == {}
    with pytest.raises(ValueError, match="32768"):
        seal([("", "", "")] * 32769)


def test_places_of_the_tone_and_of_y_are_one_spelling() -> None:
    assert (
        spelled("HOÀ bình, khoẻ; kĩ sư Mĩ, lí do, quí vị, thuỷ")
        == " hòa bình khỏe kỹ sư mỹ lý do quý vị thủy "
    )
    assert [word.normal for word in words("30/2020/NĐ-CP")] == ["30", "2020", "nđ", "cp"]
    assert "".join(word.normal for word in words("ភាសា")) == "ភាាសសា"


# --- scoring ------------------------------------------------------------------------------------------


def _order(asked: list[Need], given_texts: list[str]) -> list[int]:
    sealed = seal([("", "", text) for text in given_texts])
    counts = {
        bare: dict(zip(group.words, group.counts, strict=True)) for bare, group in sealed.groups.items()
    }
    found = score(len(given_texts), sealed.groups, Weights(len(given_texts), counts).weighed(asked))
    return [
        at for at in sorted(range(len(given_texts)), key=lambda at: -found.scores[at]) if found.scores[at] > 0
    ]


def _word(said: str, others: float = 0.55) -> Need:
    return Need((Wanted(folded(said), frozenset((said,)), others),))


def test_what_matches_with_its_marks_comes_first() -> None:
    there = ["con ma xó", "ba má", "mã số", "nhà cửa"]
    assert _order([_word("má")], there) == [1, 2, 0] or _order([_word("má")], there) == [1, 0, 2]
    assert _order([_word("mã")], there)[0] == 2
    assert _order([_word("ma", 0.0)], there) == [0]


def test_other_words_count_less_than_those_typed_and_only_together() -> None:
    need = Need(
        (Wanted("sa", frozenset(("sa",)), 0.0), Wanted("thai", frozenset(("thải",)), 0.0)),
        (
            Instead(
                (Wanted("duoi", frozenset(("đuổi",)), 0.0), Wanted("viec", frozenset(("việc",)), 0.0)), 0.55
            ),
        ),
    )
    there = ["bị đuổi việc hôm qua", "bị sa thải hôm qua", "đuổi gà", "việc nhà", "trời mưa"]
    assert _order([need], there) == [1, 0]


def test_framing_words_count_only_where_there_is_nothing_else() -> None:
    frame = Need((Wanted("toi", frozenset(("tôi",)), 0.0, True),))
    there = ["tôi đi chợ", "học phí", "chuyện khác"]
    assert _order([frame, _word("phí")], there) == [1]
    assert _order([frame], there) == [0]


# --- questions ----------------------------------------------------------------------------------------


def test_a_question_is_read_with_its_frame_and_its_phrases() -> None:
    asked = read_question('Tôi bị đuổi việc thì phải làm sao? "có bầu"')
    framing = [asked.words[at].normal for at in sorted(asked.framing)]
    assert framing == ["tôi", "bị", "thì", "phải", "làm", "sao"]
    assert asked.phrases == (("có", "bầu"),)
    assert not read_question("là gì").framing, "where all frames, all counts"
    assert read_question("?!").words == ()
    assert len(read_question("chữ " * 90).words) == 24


def test_abbreviations_and_other_words_are_known_both_ways() -> None:
    def told(text: str) -> dict[str, tuple[str, ...]]:
        asked = read_question(text)
        return {
            " ".join(word.normal for word in asked.words[s.first : s.last]): tuple(o.said for o in s.others)
            for s in senses(asked)
        }

    assert told("UBND xã")["ubnd"] == ("Ủy ban nhân dân",)
    assert "UBND" in told("uỷ ban nhân dân xã")["ủy ban nhân dân"]
    assert told("sở TT&TT")["tt tt"][0] == "Thông tin và Truyền thông"
    assert "sa thải" in told("bi duoi viec")["duoi viec"]
    assert not told("đuôi viếc"), "typed with other marks it is another word"


def test_slips_are_measured_and_keys_undone() -> None:
    assert distance("quyne", "quyen") < 1 < distance("quyen", "khuya")
    assert distance("hocc", "hoc") == 0.5
    assert [keys_undone(word) for word in ("quyeefn", "nguwowif", "quye62n", "ddieejn")] == [
        "quyen",
        "nguoi",
        "quyen",
        "dien",
    ]
    assert keys_undone("quyen") is None
    assert likely("quyem", [("quyen", 5), ("khuyen", 90), ("quy", 7)])[0][0] == "quyen"
    assert likely("ma", [("me", 100)]) == []
    assert parted("quyenconnguoi", {"quyen", "con", "nguoi", "qu", "yen"}) == ("quyen", "con", "nguoi")
    assert parted("xyzabc", {"quyen"}) is None


def test_marks_come_back_by_what_stands_beside() -> None:
    ways = {"thu": {"thư": 80, "thu": 50, "thú": 3}, "dien": {"điện": 9, "diện": 12}, "thoai": {"thoại": 5}}
    pairs = {"dien thoai": {"điện thoại": 30}, "thu dien": {"thu điện": 9}}
    assert with_marks(["thu", "dien", "thoai"], ways, pairs) == ("thu", "điện", "thoại")
    assert with_marks(["zzz"], ways, pairs) == ("zzz",)
    assert with_marks([], ways, pairs) == ()


# --- passages -----------------------------------------------------------------------------------------

LONG = (
    "Lời đầu dài dòng không nói gì. " * 12
    + "Chỉ được thu giữ điện thoại khi có quyết định. "
    + "Lời cuối. " * 40
)


def test_a_passage_is_the_best_stretch_and_begins_with_its_sentence() -> None:
    found = passage(LONG, {"thu": 1.0, "*dien": 2.0, "thoại": 2.0})
    assert [piece.text for piece in found.pieces if piece.is_found] == ["thu", "điện thoại"]
    assert "".join(piece.text for piece in found.pieces).startswith("… Chỉ được thu giữ")
    assert found.sentence == "thu giữ điện thoại khi có"
    assert passage("", {"a": 1.0}).pieces[0].text == ""


def test_the_best_stretch_is_found_anywhere_in_a_long_text() -> None:
    for before in (0, 1, 40, 400):
        text = "Có thu một lần. " * before + "Nói về kĩ năng, thu giữ điện thoại. " + "Còn lại. " * 400
        found = passage(text, {"thu": 1.0, "*dien": 2.0, "thoại": 2.0, "kỹ": 3.0})
        assert [piece.text for piece in found.pieces if piece.is_found][-3:] == ["kĩ", "thu", "điện thoại"]
        said = "".join(piece.text for piece in found.pieces)
        assert said.startswith("… ") is (before > 1) and said.endswith(" …")
        assert said.strip(" …") in " ".join(text.split())


@settings(max_examples=25)
@given(st.lists(st.sampled_from([*SAID, "thu", "điện thoại.", "<b>"]), max_size=60).map(" ".join))
def test_pieces_are_the_text_and_nothing_else(text: str) -> None:
    whole = "".join(piece.text for piece in marked(text, {"thu": 1.0, "*dien": 1.0}))
    assert whole == text
    short = passage(text, {"thu": 1.0}).pieces
    assert "".join(piece.text for piece in short).strip("… ") in " ".join(text.split()) or not text.strip()


def test_words_side_by_side_are_seen_as_words() -> None:
    pairs = [[("điện thoại", "dien thoai"), ("máy", "may")]]
    texts = [
        "Điện thoại của bạn",
        "cái máy",
        "dien thoai",
        "điện thoạix, xđiện thoại",
        "điện",
        "thoại, dien thoai: máy",
        "",
    ]
    assert side_by_side(texts, pairs) == [1, 1, 0.5, 0, 0, 1, 0]
    assert side_by_side(texts[:3], [*pairs, [("của bạn", "cua ban")]]) == [1, 0.5, 0.25]
    assert side_by_side([], pairs) == [] and side_by_side(["a"], []) == [0]
    assert Counter(spelled("a b a").split()) == Counter(a=2, b=1)
