"""Layout: broken lines, drawn tables, page breaks, marks, furniture; the same for text and for paragraphs."""

import unicodedata

from quyen.core.reading.formats.plain import read_plain
from quyen.core.reading.layout import lay_out
from quyen.core.types import Paragraph, RawCell, RawDocument, RawParagraph, RawTable, Table


def laid(text: str, kind: str = "txt"):
    return lay_out(read_plain(text.encode(), kind))


def paragraphs(document) -> list[str]:
    return [document.cut(block.at) for block in document.blocks if isinstance(block, Paragraph)]


def tables(document) -> list[list[list[str]]]:
    found = []
    for block in document.blocks:
        if isinstance(block, Table):
            rows = [["" for _ in range(block.columns)] for _ in range(block.rows)]
            for cell in block.cells:
                rows[cell.row][cell.column] = document.cut(cell.at)
            found.append(rows)
    return found


WRAPPED = """**I. MỤC
TIÊU**

**1. Mục tiêu chung**

Nâng cao chất lượng phục vụ
bạn đọc tại các thư viện công cộng, mở rộng giờ mở cửa và bổ sung sách mới cho
thiếu nhi trên toàn địa bàn thành phố.

- Bổ sung ít nhất một nghìn
bản sách mỗi năm cho thư viện các xã, phường, trong đó ưu tiên sách thiếu nhi,
sách khoa học.

- Mở cửa thư viện vào cuối
tuần để phục vụ học sinh, sinh viên và người lao động.

**2. Sở Văn hóa và
Thể thao **(cơ quan chủ trì)

a) Xây dựng quy chế
phục vụ bạn đọc giai đoạn 2026
- 2030 của hệ thống thư viện công cộng thành phố, trình Ủy ban nhân dân thành
phố ban hành.
"""

EDGE = """|
**TT**
|
**Nhiệm vụ**
|
**Cơ quan chủ trì**
|
**Thời gian**
|
**Kinh phí**
|
|
**I**
|
**Phát triển vốn tài
liệu**
|
|
1
|
Bổ sung sách cho thư
viện xã
|
Sở Văn hóa và Thể thao
|
Quý I/2026
|
Ngân sách tỉnh
|
|
Số hóa tài liệu địa chí
|
Thư viện tỉnh
|
|
2
|
Luân chuyển sách
|
Thư viện tỉnh
|
Hằng năm
|
|
|
3
|
Kiểm kê kho sách
|
Thư viện tỉnh
|
Quý IV/2026
|
|
"""


def test_hard_wrapped_lines_become_paragraphs():
    found = paragraphs(laid(WRAPPED))
    assert found[0] == "I. MỤC TIÊU"
    assert found[2].endswith("thiếu nhi trên toàn địa bàn thành phố.")
    assert found[3].startswith("- Bổ sung ít nhất một nghìn bản sách")
    assert "giai đoạn 2026 - 2030 của hệ thống" in found[-1]
    assert found[5] == "2. Sở Văn hóa và Thể thao (cơ quan chủ trì)"


def test_bold_marks_become_a_flag_even_over_a_line_break():
    document = laid(WRAPPED)
    first, *_, last = document.blocks
    assert first.bold and not last.bold
    assert "*" not in document.text


def test_the_same_lines_as_word_paragraphs_give_the_same_text():
    raw = RawDocument("docx", [RawParagraph(line) for line in (WRAPPED + EDGE).split("\n")])
    assert lay_out(raw).text == laid(WRAPPED + EDGE).text


def test_true_paragraphs_are_never_joined():
    lines = [
        "Kế hoạch này quy định trách nhiệm của các cơ quan trong việc tổ chức ngày hội đọc sách " * 3,
        "các cơ quan báo chí đưa tin",
        "Sở Nội vụ",
        "thư viện các trường mở cửa cả ngày",
    ]
    raw = RawDocument("docx", [RawParagraph(line.strip()) for line in lines * 4])
    assert len(paragraphs(lay_out(raw))) == 16


def test_one_paragraph_a_line_stays_so():
    text = "Dòng thứ nhất của bản tin dài hơn một trăm ký tự " * 4 + "\n" + "Dòng thứ hai.\nDòng thứ ba.\n"
    assert len(paragraphs(laid(text))) == 3


def test_pipes_on_their_own_lines_draw_a_table_with_merged_cells():
    (rows,) = tables(laid(WRAPPED + "\n" + EDGE))
    assert rows[0] == ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian", "Kinh phí"]
    assert rows[1][:2] == ["I", "Phát triển vốn tài liệu"]
    assert rows[2][1] == "Bổ sung sách cho thư viện xã"
    assert rows[3][1:3] == ["Số hóa tài liệu địa chí", "Thư viện tỉnh"]
    assert rows[4] == ["2", "Luân chuyển sách", "Thư viện tỉnh", "Hằng năm", ""]


def test_a_cell_that_a_short_row_lacks_reaches_down_from_above():
    document = laid(WRAPPED + "\n" + EDGE)
    table = next(block for block in document.blocks if isinstance(block, Table))
    spans = {document.cut(cell.at): cell.row_span for cell in table.cells}
    assert spans["Quý I/2026"] == 2
    assert spans["Ngân sách tỉnh"] == 2
    assert spans["Luân chuyển sách"] == 1


def test_the_two_column_head_of_a_letter_keeps_its_rows():
    text = "|\n**ỦY BAN NHÂN\nDÂN **\nTỈNH A\n-------\n|\n**CỘNG HÒA**\n---\n|\n|\nSố: 1/KH-UBND\n|\nA, ngày 1\n|\n"
    (rows,) = tables(laid(text + WRAPPED))
    assert rows[1] == ["Số: 1/KH-UBND", "A, ngày 1"]
    assert rows[0][0].replace("\n", " ") == "ỦY BAN NHÂN DÂN TỈNH A"


def test_markdown_rows_draw_a_table_and_their_divider_goes():
    (rows,) = tables(laid("| TT | Việc |\n|:--|:--|\n| 1 | Mua sách |\n", "md"))
    assert rows == [["TT", "Việc"], ["1", "Mua sách"]]


def test_a_tab_table_cut_by_a_page_break_is_one_again():
    text = (
        "TT\tNội dung\tCơ quan chủ trì\tThời gian\n"
        "1\tTổ chức ngày hội\tSở Văn hóa\tNăm 2026\n"
        "\n"
        "\tđọc sách toàn tỉnh\tvà Thể thao\t\n"
        "2\tTrao giải\tThư viện tỉnh\tNăm 2026\n"
    )
    (rows,) = tables(laid(text))
    assert rows[1] == ["1", "Tổ chức ngày hội đọc sách toàn tỉnh", "Sở Văn hóa và Thể thao", "Năm 2026"]
    assert len(rows) == 3


def test_pieces_of_a_table_with_a_repeated_head_are_joined():
    head = [RawCell("TT", 0, 0), RawCell("Việc", 0, 1), RawCell("Ai", 0, 2)]

    def piece(number: str, page: int) -> RawTable:
        row = [RawCell(number, 1, 0), RawCell(f"Việc {number}.", 1, 1), RawCell("Sở Y tế", 1, 2)]
        return RawTable([*head, *row], rows=2, columns=3, page=page)

    document = lay_out(RawDocument("pdf", [piece("1", 1), piece("2", 2)]))
    (rows,) = tables(document)
    assert [row[0] for row in rows] == ["TT", "1", "2"]


def test_page_numbers_and_running_heads_go():
    blocks = []
    for page in range(1, 6):
        blocks.append(RawParagraph("Thư viện tỉnh - Báo cáo năm", page=page))
        blocks.append(RawParagraph(f"Nội dung riêng của trang thứ {page} trong báo cáo.", page=page))
        blocks.append(RawParagraph(str(page), page=page))
    assert paragraphs(lay_out(RawDocument("pdf", blocks))) == [
        f"Nội dung riêng của trang thứ {page} trong báo cáo." for page in range(1, 6)
    ]


def test_text_is_nfc_without_invisible_signs():
    document = laid(unicodedata.normalize("NFD", "Kế hoạch\u200b của\u00a0tỉnh"))
    assert document.text == "Kế hoạch của tỉnh"


def test_a_sentence_cut_by_a_blank_line_is_mended():
    text = WRAPPED + "\n- Đơn vị phối hợp: Văn phòng tỉnh; các cơ quan, đơn vị, địa phương\n\nliên quan.\n"
    assert paragraphs(laid(text))[-1].endswith("địa phương liên quan.")
