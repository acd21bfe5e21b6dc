"""Forms that text takes on its way out of a file: marks of emphasis, cells in one line, columns of blanks."""

import pytest

from tests.core.reading.papers import read_text
from tests.core.reading.test_layout import laid, paragraphs, tables

# --- marks ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("*Căn cứ Luật Thư viện;*", "Căn cứ Luật Thư viện;"),
        ("_Căn cứ Luật Thư viện;_", "Căn cứ Luật Thư viện;"),
        ("**Điều 1.** Mở thư viện.", "Điều 1. Mở thư viện."),
        ("*Huế, ngày 02 tháng* *5 năm 2024*", "Huế, ngày 02 tháng 5 năm 2024"),
        ("*(Kèm theo Kế hoạch này)*", "(Kèm theo Kế hoạch này)"),
        ("*Đơn vị chủ trì: *Thư viện tỉnh", "Đơn vị chủ trì: Thư viện tỉnh"),
        ("Kế hoạch *(sau đây gọi là Đề án)* này", "Kế hoạch (sau đây gọi là Đề án) này"),
    ],
)
def test_a_pair_of_marks_goes_even_where_no_other_stands(text: str, words: str) -> None:
    assert laid(text).text == words


@pytest.mark.parametrize(
    "text",
    [
        "(*) Chủ tịch quyết định, (*) Bộ trưởng trình.",
        "* Ghi chú: số liệu quý I",
        "Sở A* và Sở B*",
        "Tăng 5%* so với 4%* năm trước",
        "cao 2 * 3 * 4 mét",
        "Họ tên: ______ Ngày sinh: ____ Quê: ___",
        "tệp ke_hoach_nam.docx và bang_diem_2.xlsx",
        "https://vi.du/_a_/b_c_d",
    ],
)
def test_a_sign_that_is_no_mark_stays(text: str) -> None:
    assert laid(text).text == text


def test_a_footnote_sign_stays_among_marks() -> None:
    document = laid("**Ghi chú**\n\n(*) **Bộ trưởng** quyết định.")
    assert paragraphs(document) == ["Ghi chú", "(*) Bộ trưởng quyết định."]


def test_a_line_of_stars_alone_says_nothing() -> None:
    assert paragraphs(laid("Một.\n* *\n***\nHai.")) == ["Một.", "Hai."]


# --- endings -------------------------------------------------------------------------------------

_HEAD = "KẾ HOẠCH\nMở thư viện lưu động\n\nI. MỤC TIÊU\n\n1. Có thêm sách cho bạn đọc nhỏ tuổi.\n\n"
_LISTED = ["Như trên", "Sở Y tế; Sở Nội vụ", "Lưu: VT, VX."]


def _ending(text: str) -> tuple[list[str], tuple[str | None, str | None, str] | None]:
    reading = read_text(_HEAD + text)
    who = reading.signer
    return [one.text for one in reading.recipients], who and (who.authority, who.title, who.name)


@pytest.mark.parametrize(
    ("cell", "who"),
    [
        ("KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Lê Thị Na", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Thị Na")),
        ("BỘ TRƯỞNG     Lê Thị Na", (None, "BỘ TRƯỞNG", "Lê Thị Na")),
        (
            "TM. ỦY BAN NHÂN DÂN  KT. CHỦ TỊCH PHÓ CHỦ TỊCH  (Đã ký)  Lê Thị Na",
            ("TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Na"),
        ),
        (
            "TL. BỘ TRƯỞNG CHÁNH VĂN PHÒNG Lê Thị Na",
            ("TL. BỘ TRƯỞNG", "CHÁNH VĂN PHÒNG", "Lê Thị Na"),
        ),
    ],
)
def test_an_ending_in_one_line_of_a_table_is_parted(cell: str, who: tuple[str | None, ...]) -> None:
    row = f"| *Nơi nhận:* - Như trên; - Sở Y tế; Sở Nội vụ; - Lưu: VT, VX. | {cell} |"
    assert _ending(row) == (_LISTED, who)
    assert _ending(f"{row}\n| --- | --- |") == (_LISTED, who)


def test_an_ending_with_one_bar_in_the_last_line_of_the_list() -> None:
    text = (
        "Nơi nhận:\n- Như trên;\n- Sở Y tế; Sở Nội vụ;\n- Lưu: VT, VX. | KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n\n"
        "Lê Thị Na\n\nPHỤ LỤC\n\nDanh sách thư viện"
    )
    assert _ending(text) == (_LISTED, ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Thị Na"))


COLUMNS = """                                              TM. ỦY BAN NHÂN DÂN
Nơi nhận:                                         KT. CHỦ TỊCH
- Như trên;                                      PHÓ CHỦ TỊCH
- Sở Y tế;
Sở Nội vụ;
- Lưu: VT, VX.{beside}



{below}

                          PHỤ LỤC I
"""


@pytest.mark.parametrize(("beside", "below"), [("", " " * 48 + "Lê Thị Na"), (" " * 30 + "Lê Thị Na", "")])
def test_an_ending_in_two_columns_of_blanks(beside: str, below: str) -> None:
    listed, who = _ending(COLUMNS.format(beside=beside, below=below))
    assert who == ("TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Na")
    assert listed[0] == "Như trên" and listed[-1] == "Lưu: VT, VX."


def test_a_list_with_blanks_and_no_signature_beside_it_stays_a_list() -> None:
    text = "Nơi nhận:     - Như trên;\n- Sở Y tế;\n- Lưu: VT, VX.\n\nGIÁM ĐỐC\nLê Thị Na"
    assert _ending(text)[1] == (None, "GIÁM ĐỐC", "Lê Thị Na")


# --- tables --------------------------------------------------------------------------------------


def test_a_table_without_outer_bars_keeps_its_empty_cells() -> None:
    (rows,) = tables(
        laid(
            "Thời gian | Việc | Cơ quan thực hiện\n"
            " |  |  | Chủ trì | Phối hợp\n"
            "I | MỞ CỬA\n"
            "Tháng 5 | In thẻ | Sở A | Phòng B | Phòng C\n"
            " | Mua sách | Sở A | Phòng C | \n"
            "Tháng 6 | Đón bạn đọc | Sở A |  | Phòng C"
        )
    )
    assert rows[0][:3] == ["Thời gian", "Việc", "Cơ quan thực hiện"]
    assert rows[1][3:] == ["Chủ trì", "Phối hợp"]
    assert rows[2][:2] == ["I", "MỞ CỬA"]
    assert rows[4] == ["", "Mua sách", "Sở A", "Phòng C", ""]
    assert rows[5] == ["Tháng 6", "Đón bạn đọc", "Sở A", "", "Phòng C"]


def test_a_time_in_the_first_column_holds_for_the_rows_below() -> None:
    document = laid(
        "Thời gian | Việc | Ai\nTháng 5 | In thẻ | Sở A\n | Mua sách | Sở B\nTháng 6 | Mở cửa | Sở A"
    )
    spans = {document.cut(cell.at): cell.row_span for cell in document.blocks[0].cells}  # type: ignore[union-attr]
    assert spans["Tháng 5"] == 2 and spans["Tháng 6"] == 1


def test_a_cell_with_line_breaks_does_not_end_its_table() -> None:
    (rows,) = tables(
        laid(
            "TT\tViệc\tAi\tThời gian\n1\tLập danh sách.\nIn thẻ.\nPhát thẻ.\tSở A\tTháng 5\n2\tMở cửa\tSở B\tTháng 6"
        )
    )
    assert rows[1] == ["1", "Lập danh sách.\nIn thẻ.\nPhát thẻ.", "Sở A", "Tháng 5"]
    assert rows[2] == ["2", "Mở cửa", "Sở B", "Tháng 6"]


def test_short_rows_of_a_tab_table_are_not_joined() -> None:
    (rows,) = tables(laid("TT\tViệc\tAi\tKhi nào\nA\tMỞ CỬA\n1\tIn thẻ\tSở A\n2\tMua sách\tSở A\tTháng 5"))
    assert [row[0] for row in rows] == ["TT", "A", "1", "2"]


# --- a page's layout kept by blanks --------------------------------------------------------------

PAGE = """   SỞ VĂN HÓA                      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
   TỔ CÔNG TÁC                          Độc lập - Tự do - Hạnh phúc
 THEO QUYẾT ĐỊNH
  SỐ 12/QĐ-SVH                        Huế, ngày 5 tháng 6 năm 2026

   Số: 34/TCT-TV
 V/v mở cửa thư viện lưu động tại
Trường Trung học Kim Long và các xã
 ven biển

      Để bạn đọc nhỏ tuổi có thêm sách hay trong kỳ nghỉ hè năm nay, Tổ công tác của
Sở Văn hóa đề nghị các trường mở cửa phòng đọc vào hai buổi sáng trong tuần;
giữ sách sạch sẽ, gọn gàng. Các trường cử người trực và ghi sổ mượn sách từng
Buổi một theo mẫu chung của thư viện tỉnh.
      1. Trường Trung học Kim Long
      Mở cửa phòng đọc vào thứ bảy và chủ nhật, sắp xếp sách theo lứa tuổi của bạn
đọc, tổ chức giờ kể chuyện cho học sinh lớp một, giờ vẽ tranh cho lớp hai, lớp ba;
                                         2

Thư viện tỉnh cho mượn xe và loa, chọn người kể chuyện, chuẩn bị giấy vẽ, bút
màu cho các em.
      Ủy ban nhân dân phường
      Bố trí chỗ đỗ xe, nước uống và mái che cho bạn đọc trong những ngày nắng nóng
      Công an phường giữ trật tự, hướng dẫn giao thông quanh trường vào giờ tan học
để học sinh về nhà an toàn.
"""


def test_lines_at_the_margin_go_on_with_the_paragraph_above() -> None:
    found = paragraphs(laid(PAGE))
    assert "V/v mở cửa thư viện lưu động tại Trường Trung học Kim Long và các xã ven biển" in found
    (opening,) = [one for one in found if one.startswith("Để bạn đọc")]
    assert opening.endswith(
        "trong tuần; giữ sách sạch sẽ, gọn gàng. Các trường cử người trực và ghi sổ mượn sách từng Buổi một theo mẫu chung của thư viện tỉnh."
    )
    assert "1. Trường Trung học Kim Long" in found
    assert "Ủy ban nhân dân phường" in found
    assert any(one.startswith("Công an phường") and one.endswith("an toàn.") for one in found)


def test_a_page_break_inside_a_paragraph_closes() -> None:
    (opened,) = [one for one in paragraphs(laid(PAGE)) if one.startswith("Mở cửa phòng đọc vào thứ")]
    assert opened.endswith(
        "lớp ba; Thư viện tỉnh cho mượn xe và loa, chọn người kể chuyện, chuẩn bị giấy vẽ, bút màu cho các em."
    )


def test_the_number_line_goes_before_a_number_in_the_name_of_a_body() -> None:
    reading = read_text(PAGE)
    assert (reading.number and reading.number.text, reading.symbol and reading.symbol.text) == (
        "34",
        "TCT-TV",
    )
    assert reading.date and reading.date.text == "2026-06-05"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG THÁP", "Ủy ban nhân dân tỉnh Đồng Tháp"),
        ("UBND XÃ THÔNG NÔNG", "UBND xã Thông Nông"),
        ("BẢO HIỂM XÃ HỘI", "Bảo Hiểm xã hội"),
    ],
)
def test_the_name_of_a_place_keeps_its_capitals(printed: str, name: str) -> None:
    issuer = read_text(f"{printed}\n\nSố: 1/KH-VP\n\nKẾ HOẠCH\nMở thư viện\n\nI. MỤC TIÊU\n").issuer
    assert issuer and issuer.text == name


# --- a table one cell a line ---------------------------------------------------------------------

STACKED = """
PHỤ LỤC
TT
Nhiệm vụ
Cơ quan chủ trì
Phối hợp
Thời gian
thực hiện
1
Mở cửa thư viện
a)
In thẻ bạn đọc
Sở A
Phòng B
Tháng 5
b)
Mua sách cho
Sở A, Sở
Phòng C
Tháng 6
thiếu nhi các xã
Nội vụ
2
Tổng kết, khen thưởng
Sở D
- Phòng B;
- Phòng C.
Tháng 7
Kế hoạch này thay kế hoạch năm trước.
"""


def test_a_table_that_stands_one_cell_a_line_is_built_again() -> None:
    document = laid(STACKED)
    (rows,) = tables(document)
    assert rows == [
        ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Phối hợp", "Thời gian thực hiện"],
        ["1", "Mở cửa thư viện", "", "", ""],
        ["a)", "In thẻ bạn đọc", "Sở A", "Phòng B", "Tháng 5"],
        ["b)", "Mua sách cho thiếu nhi các xã", "Sở A, Sở Nội vụ", "Phòng C", "Tháng 6"],
        ["2", "Tổng kết, khen thưởng", "Sở D", "- Phòng B;\n- Phòng C.", "Tháng 7"],
    ]
    assert paragraphs(document)[-1] == "Kế hoạch này thay kế hoạch năm trước."


def test_the_same_table_with_a_part_of_its_head_in_bars() -> None:
    head = "| TT | Nhiệm vụ | Cơ quan chủ trì | Phối hợp |\n| --- | --- | --- | --- |\n"
    (rows,) = tables(laid(head + STACKED.split("Phối hợp\n", 1)[1]))
    assert rows[0][-1] == "Thời gian thực hiện"
    assert rows[2] == ["a)", "In thẻ bạn đọc", "Sở A", "Phòng B", "Tháng 5"]


def test_a_head_in_bars_without_a_row_below_is_left_as_it_is() -> None:
    document = laid(
        "| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |\n| --- | --- | --- | --- |\nGiao Sở A in thẻ.\n"
    )
    assert paragraphs(document) == ["Giao Sở A in thẻ."]


def test_lines_that_do_not_add_up_to_a_table_stay_lines() -> None:
    text = "TT\nNhiệm vụ\nCơ quan chủ trì\n1\nIn thẻ\n2\nMua sách\nSở A\nSở B\nSở C\nSở D\n3\nMở cửa\nSở A"
    document = laid(text)
    assert tables(document) == [] and len(paragraphs(document)) == text.count("\n") + 1


# --- heads and preambles -------------------------------------------------------------------------

_LETTER = (
    "SỞ VĂN HÓA\n\nSố: 7/SVH-TV\n\nV/v triển khai Quyết định số 12/QĐ-UBND về thư viện lưu động\n\nKính gửi: Các trường\n\n"
    "Ngày 3/4/2026, Ủy ban nhân dân tỉnh ban hành Quyết định số 12/QĐ-UBND ngày 3/4/2026 về thư viện lưu động.\n\n"
    "1. Các trường mở cửa phòng đọc{more}.\n"
)


def test_a_letter_rests_on_what_its_subject_says_it_carries_out() -> None:
    (base,) = read_text(_LETTER.format(more="")).legal_bases
    assert (base.number, base.date) == ("12/QĐ-UBND", "2026-04-03")
    clause = "Căn cứ Quyết định số 9/QĐ-BVH ngày 1/2/2026 của Bộ Văn hóa về việc mở cửa thư viện;\n\nNgày 3/4"
    found = read_text(_LETTER.format(more="").replace("Ngày 3/4", clause, 1)).legal_bases
    assert [one.number for one in found] == ["9/QĐ-BVH"]


@pytest.mark.parametrize(
    ("preamble", "name"),
    [
        ("Thực hiện Kế hoạch số 3/KH-UBND, Ban Chỉ đạo Phát triển văn hóa đọc xã xây dựng kế hoạch như sau:", "Ban Chỉ đạo Phát triển văn hóa đọc xã Thông Nông"),
        ("Thực hiện Kế hoạch số 3/KH-UBND của tỉnh về văn hóa đọc, nội dung như sau:", "Ban Chỉ đạo Đọc Sách"),
    ],
)  # fmt: skip
def test_a_body_in_short_is_named_as_the_preamble_names_it(preamble: str, name: str) -> None:
    head = "UBND XÃ THÔNG NÔNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBCĐ ĐỌC SÁCH\tĐộc lập - Tự do - Hạnh phúc\nSố:     /KH-BCĐ\tThông Nông, ngày     tháng 3 năm 2026"
    reading = read_text(f"{head}\n\nKẾ HOẠCH\nMở thư viện\n\n{preamble}\n\nI. MỤC TIÊU\n")
    assert reading.issuer and reading.issuer.text == name
    assert reading.number is None and reading.symbol and reading.symbol.text == "KH-BCĐ"


@pytest.mark.parametrize(
    "text",
    [
        "Nơi nhận: - Như trên; - Sở Y tế; Sở Nội vụ; - Lưu: VT, VX. | KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Lê Thị Na",
        "| *Nơi nhận:* - Như trên; - Sở Y tế; Sở Nội vụ; - Lưu: VT, VX. | KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC |\n\nLê Thị Na",
        "| _Nơi nhận:_<br>- Như trên;<br>- Sở Y tế; Sở Nội vụ;<br>- Lưu: VT, VX. | **KT. GIÁM ĐỐC**<br>PHÓ GIÁM ĐỐC<br>Lê Thị Na |",
        "Nơi nhận:\tKT. GIÁM ĐỐC\n- Như trên;\tPHÓ GIÁM ĐỐC\n- Sở Y tế; Sở Nội vụ;\n- Lưu: VT, VX.\n\n\tLê Thị Na",
        "|\n*Nơi nhận:*\n- Như trên;\n- Sở Y tế; Sở Nội vụ;\n- Lưu: VT, VX.\n|\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLê Thị Na\n|\n\nTT | NỘI DUNG | AI\n1 | In thẻ | Sở A",
    ],
)
def test_other_ways_of_printing_list_and_signature_in_two_cells(text: str) -> None:
    assert _ending(text) == (_LISTED, ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Thị Na"))


def test_a_short_basis_is_no_part_of_the_subject() -> None:
    reading = read_text("KẾ HOẠCH\nMở thư viện\n\nCăn cứ Luật số 46/2019/QH14;\n\nI. MỤC TIÊU\n")
    assert reading.title and reading.title.text == "Mở thư viện"
    assert [one.number for one in reading.legal_bases] == ["46/2019/QH14"]


def test_a_lone_pipe_among_the_rows_of_a_table() -> None:
    text = "| TT | Việc | Kinh phí |\n| 1 | In thẻ | 1.250 \n|\n |\t| 3 | Mở cửa | 365 |"
    assert "Mở cửa" in laid(text).text
