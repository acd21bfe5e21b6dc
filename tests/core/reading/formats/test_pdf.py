"""A page is read as a person sees it: columns, cells, paragraphs, whatever way it was drawn."""

import pytest

from quyen.core.errors import DamagedFile, ProgramMissing, ProtectedFile, TooLarge
from quyen.core.reading.formats import Limits, open_document
from quyen.core.types import RawParagraph, RawTable
from tests.core.reading.formats.pdfs import Sheet, pdf

FULL = "Các cơ quan báo chí tuyên truyền về quyền con người theo kế hoạch được phê duyệt hàng nă"
END = "của tỉnh và trung ương."


def read(*sheets, **parts):
    return open_document(pdf(*sheets, **parts), "a.pdf")


def texts(*sheets, **parts):
    return [block.text for block in read(*sheets, **parts).blocks if isinstance(block, RawParagraph)]


def body(sheet, y, count=3):
    """Full lines that show where the column ends."""
    for at in range(count):
        sheet.say(50, y - 16 * at, FULL)
    return sheet.say(50, y - 16 * count, END)


def test_lines_that_wrapped_are_one_paragraph_and_short_ones_are_not():
    sheet = (
        body(Sheet(), 700)
        .lines(70, 620, "1. Mục tiêu:")
        .lines(50, 600, "a) Việc thứ nhất;", "b) Việc thứ hai.")
    )
    found = read(sheet).blocks
    assert [block.text for block in found if block.text] == [
        f"{FULL} {FULL} {FULL} {END}",
        "1. Mục tiêu:",
        "a) Việc thứ nhất;",
        "b) Việc thứ hai.",
    ]
    assert all(block.line for block in found)


def test_paragraph_goes_on_over_a_page_and_page_numbers_are_dropped():
    first = Sheet().say(50, 500, FULL).say(50, 484, FULL)
    second = Sheet().centre(810, "2").say(50, 780, END).say(50, 764, "Hết.")
    assert texts(first, second) == [f"{FULL} {FULL} {END}", "Hết."]


def test_indent_begins_a_paragraph_though_the_line_above_is_full():
    sheet = Sheet().say(70, 700, FULL[4:]).say(50, 684, FULL).say(70, 668, FULL[4:]).say(50, 652, END)
    assert len(texts(sheet)) == 2


def test_empty_line_is_kept_as_an_empty_paragraph():
    assert texts(Sheet().lines(50, 700, "Một.", "Hai.", "Ba.").say(50, 620, "Bốn.")) == [
        "Một.",
        "Hai.",
        "Ba.",
        "",
        "Bốn.",
    ]


def test_lines_broken_before_the_page_was_set_stay_lines():
    broken = [
        line
        for _ in range(6)
        for line in (
            "Giao cho các đơn vị có liên quan trên địa bàn",
            "tổ chức thực hiện các nhiệm vụ được nêu",
            "trong kế hoạch này.",
        )
    ]
    sheet = Sheet().lines(50, 780, *broken).say(50, 100, FULL)
    assert texts(sheet)[: len(broken)] == broken


def head(sheet):
    left = ["ỦY BAN NHÂN DÂN", "TỈNH BÌNH AN", "Số: 45/KH-UBND"]
    right = [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Bình An, ngày 05 tháng 3 năm 2024",
    ]
    for at, (a, b) in enumerate(zip(left, right, strict=True)):
        sheet.centre(780 - 16 * at, a, 11, middle=150).centre(780 - 16 * at, b, 11, middle=420)
    return sheet, "\n".join(left), "\n".join(right)


def test_head_of_a_letter_is_two_cells_and_the_title_is_apart():
    sheet, left, right = head(Sheet())
    sheet.centre(700, "KẾ HOẠCH", bold=True, middle=314)
    body(sheet, 660)
    table, title = read(sheet).blocks[:2]
    assert isinstance(table, RawTable)
    assert not table.ruled
    assert [cell.text for cell in table.cells] == [left, right]
    assert (title.text, title.bold, title.centred) == ("KẾ HOẠCH", True, True)


def test_recipients_beside_the_signature():
    sheet = body(Sheet(), 700)
    sheet.lines(50, 600, "Nơi nhận:", "- Như trên;", "- Lưu: VT.")
    for y, text in ((600, "TM. ỦY BAN NHÂN DÂN"), (584, "CHỦ TỊCH"), (500, "Nguyễn Văn Bình")):
        sheet.centre(y, text, middle=440)
    table = read(sheet).blocks[-1]
    assert [cell.text for cell in table.cells] == [
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn Bình",
    ]


def test_numbers_before_hanging_paragraphs_are_no_column():
    sheet = Sheet()
    for at in range(5):
        sheet.say(50, 700 - 16 * at, f"{at + 1}.").say(90, 700 - 16 * at, f"Việc thứ {at + 1} của đơn vị.")
    assert all(isinstance(block, RawParagraph) for block in read(sheet).blocks)


def test_ruled_table_with_cells_of_several_lines():
    sheet = Sheet().say(50, 790, "Bảng:").grid([50, 90, 290, 500], [760, 720, 680])
    sheet.say(55, 740, "TT").say(100, 740, "Nhiệm vụ").say(310, 740, "Chủ trì")
    sheet.say(55, 708, "1").lines(100, 708, "Tập huấn cho cán bộ các đơn vị", "ở cơ sở", pitch=14).say(
        310, 708, "Sở Tư pháp"
    )
    table = read(sheet).blocks[-1]
    assert (table.rows, table.columns, table.ruled, table.page) == (2, 3, True, 1)
    assert [cell.text for cell in table.cells] == [
        "TT", "Nhiệm vụ", "Chủ trì", "1", "Tập huấn cho cán bộ các đơn vị ở cơ sở", "Sở Tư pháp",
    ]  # fmt: skip


def test_ruled_table_merged_cells_both_ways():
    sheet = Sheet().rule(50, 760, 350, 760).rule(50, 720, 250, 720).rule(50, 680, 350, 680)
    sheet.rule(50, 760, 50, 680).rule(150, 720, 150, 680).rule(250, 760, 250, 680).rule(350, 760, 350, 680)
    sheet.say(60, 740, "rộng").say(60, 700, "a").say(160, 700, "b").say(260, 700, "cao")
    table = read(sheet).blocks[0]
    found = [(cell.text, cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells]
    assert found == [("rộng", 0, 0, 1, 2), ("cao", 0, 2, 2, 1), ("a", 1, 0, 1, 1), ("b", 1, 1, 1, 1)]


def test_ruled_table_drawn_as_one_path_or_thin_boxes_is_the_same():
    xs, ys = [50, 150, 250], [760, 730, 700]
    path = Sheet()
    moves = [f"{x} {ys[0]} m {x} {ys[-1]} l" for x in xs] + [f"{xs[0]} {y} m {xs[-1]} {y} l" for y in ys]
    path.drawn.append(" ".join(moves) + " S")
    boxes = Sheet()
    boxes.drawn += [f"{x} {ys[-1]} 0.5 {ys[0] - ys[-1]} re f" for x in xs]
    boxes.drawn += [f"{xs[0]} {y} {xs[-1] - xs[0]} 0.5 re f" for y in ys]
    for sheet in (path, boxes):
        sheet.say(60, 740, "một hai").say(160, 740, "ba").say(60, 710, "bốn").say(160, 710, "năm")
        (table,) = read(sheet).blocks
        assert [cell.text for cell in table.cells] == ["một hai", "ba", "bốn", "năm"]


def test_words_drawn_over_two_cells_in_one_go_are_parted():
    sheet = Sheet().grid([50, 110, 250], [760, 730]).say(60, 740, "Việc A  Sở B")
    (table,) = read(sheet).blocks
    assert [cell.text for cell in table.cells] == ["Việc A", "Sở B"]


def test_frame_and_underline_are_no_tables():
    sheet = Sheet().grid([50, 550], [760, 700]).say(60, 720, "Trong khung.").rule(200, 690, 300, 690)
    assert texts(sheet.say(50, 640, "Ngoài khung.")) == ["Trong khung.", "", "Ngoài khung."]


@pytest.mark.parametrize(
    ("turn", "places"),
    [(90, [(100, 100), (120, 100)]), (270, [(120, 700), (100, 700)]), (180, [(500, 100), (500, 120)])],
)
def test_turned_writing_is_read_in_its_own_direction(turn, places):
    sheet = Sheet(rotate=turn % 360)
    for (x, y), text in zip(places, ["Dòng trên.", "Dòng dưới."], strict=True):
        sheet.say(x, y, text, turn=turn)
    assert texts(sheet) == ["Dòng trên.", "Dòng dưới."]


def test_footnotes_come_last_without_their_raised_numbers():
    sheet = body(Sheet(), 700)
    sheet.say(50, 600, "Theo đề án").say(110, 604, "1", 6).say(118, 600, "đã duyệt, rộng 5 m").say(
        226, 604, "2", 6
    )
    sheet.say(50, 89, "1", 6).say(55, 86, "Đề án năm 2022.", 8)
    found = [block for block in read(sheet).blocks if block.text]
    assert found[1].text == "Theo đề án đã duyệt, rộng 5 m2"
    assert (found[-1].text, found[-1].footnote) == ("Đề án năm 2022.", True)


@pytest.mark.parametrize(
    ("font", "shown", "want"),
    [(".VnTime", "KÕ ho¹ch truyÒn th«ng", "Kế hoạch truyền thông"), ("VNI-Times", "Keá hoaïch", "Kế hoạch")],
)
def test_old_fonts_are_converted(font, shown, want):
    assert texts(Sheet().say(50, 700, shown), font=font) == [want]


def test_old_letters_in_a_font_of_another_name_are_known_by_their_words():
    found = read(Sheet().say(50, 700, "KÕ ho¹ch truyÒn th«ng vÒ quyÒn con ngêi"))
    assert found.blocks[0].text.startswith("Kế hoạch truyền thông về quyền")
    assert "phông chữ cũ" in found.notes[0]


def test_page_without_words_is_named():
    assert read(Sheet().say(50, 700, "Có chữ."), Sheet()).notes == ["Trang 2 không có chữ nào."]


def test_scan_without_the_program_names_the_packages(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)
    found = read(Sheet().say(50, 700, "Trang có chữ hẳn hoi."), Sheet(picture=True))
    assert "tesseract-ocr-vie" in found.notes[0]
    with pytest.raises(ProgramMissing) as missing:
        read(Sheet(picture=True))
    assert missing.value.package == "tesseract-ocr tesseract-ocr-vie"


def test_refused_files():
    with pytest.raises(ProtectedFile):
        read(Sheet().say(50, 700, "kín"), encrypt=True)
    with pytest.raises(DamagedFile):
        open_document(b"%PDF-1.7\nnothing of the kind", "a.pdf")
    with pytest.raises(TooLarge):
        open_document(pdf(Sheet(), Sheet(), Sheet()), limits=Limits(pages=2))


@pytest.mark.slow
def test_forty_full_pages_are_one_paragraph_in_linear_time():
    sheets = [Sheet().lines(50, 790, *[FULL] * 45) for _ in range(40)]
    (block,) = read(*sheets).blocks
    assert block.text == " ".join([FULL] * 1800)


def test_lone_letter_under_a_line_is_not_run_into_it():
    assert texts(Sheet().say(60, 740, "rộng").say(60, 700, "a")) == ["rộng", "", "a"]


def test_word_broken_at_its_own_hyphen_is_one_again():
    sheet = Sheet().say(50, 700, FULL[:-9] + "1079/QĐ-").say(50, 684, "TTg của Thủ tướng.")
    assert texts(sheet)[0].endswith("1079/QĐ-TTg của Thủ tướng.")


def test_letters_drawn_after_their_line_are_put_back() -> None:
    said = [
        "Ủy ban nhân dân tỉnh giao Sở Tư pháp chủ trì, phối hợp với các sở",
        "tổ chức tập huấn cho người làm công tác tuyên truyền của mỗi xã",
        "và báo cáo kết quả về Ủy ban nhân dân tỉnh trước ngày 30/11/2026.",
        "Thời hạn nộp dự toán là quý II.",
    ]
    found = " ".join(texts(Sheet().scatter(50, 700, *said))).split()
    assert found == " ".join(said).split()


def test_two_columns_of_scattered_letters_stay_apart() -> None:
    left = ["Nơi nhận:", "- Sở Nội vụ tỉnh;", "- Các xã, phường;", "- Lưu: VT, sổ tổng hợp."]
    right = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Trần Thị Sửu"]
    sheet = body(Sheet(), 760, 1).scatter(50, 700, *left).scatter(340, 700, *right)
    (table,) = [block for block in read(sheet).blocks if isinstance(block, RawTable)]
    cells = [cell.text.split("\n") for cell in table.cells]
    assert cells[0] == left
    assert [line for line in cells[1] if line] == [line for line in right if line]
