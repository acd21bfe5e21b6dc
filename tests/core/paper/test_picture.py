"""The coverage picture: well-formed, told in words, its text inside its column."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from quyen.core.paper import Matrix, MatrixCell, MatrixColumn, MatrixRow, coverage_png, coverage_svg
from quyen.core.paper.measure import balanced, width, wrapped
from quyen.core.paper.picture import FIRST, LOOKS

SVG = "{http://www.w3.org/2000/svg}"
LONG = "Một nội dung rất dài về quyền được tiếp cận nước sạch của người dân ở vùng thượng nguồn " * 6
MATRIX = Matrix(
    "Đối chiếu <A> & B",
    "Chương trình cấp trên",
    (MatrixColumn("Bình Minh", "2026"), MatrixColumn("Thành phố Hồng Hà", "2026")),
    (
        MatrixRow("Chỉ tiêu", "80% hộ dân", (MatrixCell("covered"), MatrixCell("differs", "60%")), "80%"),
        MatrixRow("Chỉ tiêu", LONG, (MatrixCell("missing"), MatrixCell("proposed"))),
        MatrixRow("Đối tượng", "Học sinh", (MatrixCell("covered"), MatrixCell("differs"))),
    ),
    "Lập ngày 23/11/2026",
)


@pytest.fixture(scope="module")
def tree():
    return etree.fromstring(coverage_svg(MATRIX).encode())


def test_title_and_description_say_what_is_shown(tree):
    assert tree.findtext(f"{SVG}title") == MATRIX.title
    described = tree.findtext(f"{SVG}desc")
    assert "3 nội dung của Chương trình cấp trên" in described
    assert "Bình Minh: có, cùng giá trị 2; không thấy 1." in described
    assert tree.get("role") == "img"


def test_each_state_has_its_word_and_its_box(tree):
    shown = [node.text for node in tree.iter(f"{SVG}text")]
    for word in ("có", "60%", "khác", "không", "?"):
        assert word in shown
    assert len({(look.word, look.dash, look.fill == look.stroke) for look in LOOKS.values()}) == len(LOOKS)


def test_long_text_is_broken_and_whole_in_the_title(tree):
    assert LONG in [node.text for node in tree.iter(f"{SVG}title")]
    lines = [node.text for node in tree.iter(f"{SVG}text") if node.get("x") == "32.0"]
    assert any(line.endswith("…") for line in lines)
    assert all(width(line, 14) <= FIRST for line in lines)


def test_all_is_inside_the_picture(tree):
    wide, tall = float(tree.get("width")), float(tree.get("height"))
    for node in tree.iter(f"{SVG}text"):
        assert 0 < float(node.get("x")) < wide
        assert 0 < float(node.get("y")) < tall


def test_ink_on_fill_has_enough_contrast():
    for look in LOOKS.values():
        assert _contrast(look.ink, look.fill) >= 4.5


def test_picture_without_rows_or_columns_is_drawn():
    assert etree.fromstring(coverage_svg(Matrix("Trống", "Trên", ())).encode()) is not None


def test_signs_that_xml_cannot_carry_are_left_out():
    odd = Matrix("a\x00\x0bb", "c\ud83d", (MatrixColumn("\ufffe"),))
    assert etree.fromstring(coverage_svg(odd).encode()).findtext(f"{SVG}title") == "ab"


def test_same_matrix_same_picture():
    assert coverage_svg(MATRIX) == coverage_svg(MATRIX)


def test_missing_font_is_said(tmp_path):
    with pytest.raises(FileNotFoundError):
        coverage_png(coverage_svg(MATRIX), [tmp_path / "none.ttf"])


@pytest.mark.slow
def test_png_is_drawn_with_text():
    fonts = sorted(Path("/usr/share/fonts").rglob("LiberationSans-Regular.ttf"))[:1]
    if not fonts:
        pytest.skip("no font of the system to try with")
    full = coverage_png(coverage_svg(MATRIX), fonts, zoom=1)
    bare = coverage_png(coverage_svg(Matrix("", "", MATRIX.columns)), fonts, zoom=1)
    assert full.startswith(b"\x89PNG")
    assert len(full) > 2 * len(bare)


def test_lines_are_no_wider_than_their_room():
    for room in (40, 120, 300):
        assert all(width(line, 12) <= room for line in wrapped(LONG, 12, room))
    assert wrapped("x" * 100, 12, 50)[0] == "x" * 6
    assert len(balanced("Sở Nông nghiệp và Môi trường", 12, 150, "serif")) == 2


def _contrast(one: str, two: str) -> float:
    lights = sorted((_light(one), _light(two)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
