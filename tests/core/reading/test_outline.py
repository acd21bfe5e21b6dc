"""The outline: kinds and labels, lists that go on or begin anew, where each step ends."""

import pytest

from quyen.core.reading.formats.plain import read_plain
from quyen.core.reading.labels import read_label, roman_value
from quyen.core.reading.layout import lay_out


def tree(text: str):
    document = lay_out(read_plain(text.encode(), "txt"))

    def show(nodes):
        return [(node.kind, node.label, show(node.children)) for node in nodes]

    return show(document.outline)


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("Phần thứ nhất", "phan", "thứ nhất"),
        ("CHƯƠNG II", "chuong", "II"),
        ("Mục 3. Chế độ", "muc", "3"),
        ("Điều 12. Hiệu lực", "dieu", "12"),
        ("IV. TỔ CHỨC", "roman", "IV"),
        ("III/ KINH PHÍ", "roman", "III"),
        ("1. Mục đích", "number", "1"),
        ("1.Mục đích", "number", "1"),
        ("2.3. Yêu cầu", "number", "2.3"),
        ("2.3 Yêu cầu", "number", "2.3"),
        ("đ) Báo cáo", "letter", "đ"),
        ("a. Luật", "letter", "a"),
        ("(1) Một", "number", "1"),
        ("- Gạch", "dash", "-"),
        ("+ Cộng", "plus", "+"),
        ("PHỤ LỤC II", "annex", "II"),
        ("B. NỘI DUNG", "letter", "B"),
    ],
)
def test_label_kinds(text, kind, label):
    found = read_label(text)
    assert (found.kind, found.text) == (kind, label)


@pytest.mark.parametrize(
    "text", ["Sở Y tế", "15 ngày", "2.820 người", "2026 là năm", "Phụ lục kèm theo nêu rõ", "Iran"]
)
def test_what_is_no_label(text):
    assert read_label(text) is None


def test_roman_values():
    assert [roman_value(word) for word in ("I", "IV", "IX", "XIV", "XL", "Z")] == [1, 4, 9, 14, 40, 0]


def test_points_under_articles_have_their_legal_names():
    text = "Điều 1. Phạm vi\n1. Khoản một.\na) Điểm a.\nb) Điểm b.\n2. Khoản hai.\nĐiều 2. Hiệu lực"
    (first, second) = tree(text)
    assert first[0] == "dieu" and second[1] == "2"
    assert [(kind, label) for kind, label, _ in first[2]] == [("khoan", "1"), ("khoan", "2")]
    assert [(kind, label) for kind, label, _ in first[2][0][2]] == [("diem", "a"), ("diem", "b")]


def test_a_list_goes_on_after_dashes_and_begins_anew_in_the_next_part():
    text = "I. PHẦN MỘT\n1. Một\n- x\n- y\n2. Hai\nII. PHẦN HAI\n1. Lại một"
    (first, second) = tree(text)
    assert [label for _, label, _ in first[2]] == ["1", "2"]
    assert [label for _, label, _ in second[2]] == ["1"]


def test_parts_lie_under_the_article_that_opens_them():
    text = "Điều 1. Phê duyệt Đề án với nội dung sau:\nI. MỤC TIÊU\n1. Một.\nII. NHIỆM VỤ\n1. Hai.\nĐiều 2. Giao Sở Y tế."
    (first, second) = tree(text)
    assert [label for _, label, _ in first[2]] == ["I", "II"]
    assert (second[0], second[1]) == ("dieu", "2")


def test_letters_lie_under_the_plain_lead_in_before_them():
    text = "1. Sở Y tế\nThực hiện các việc sau:\na) Một;\nb) Hai.\n2. Sở Nội vụ"
    (first, _) = tree(text)
    (lead_in,) = first[2]
    assert [label for _, label, _ in lead_in[2]] == ["a", "b"]


def test_an_annex_begins_a_new_tree():
    roots = tree("I. NỘI DUNG\n1. Một\nPHỤ LỤC I\n1. Danh mục")
    assert [kind for kind, _, _ in roots] == ["roman", "annex"]
