"""Tesseract's table of words becomes lines, columns and paragraphs."""

from quyen.core.reading.formats.pdf.ocr_layout import ocr_pages
from quyen.core.reading.formats.pdf.paragraphs import ParagraphMaker

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"


def table(*lines):
    """Rows of one page of 595 x 842 points at 72 dpi; a line is (block, top, [(left, word), ...])."""
    rows = [HEAD, "1\t1\t0\t0\t0\t0\t0\t0\t595\t842\t-1\t"]
    for at, (block, top, words) in enumerate(lines):
        for number, (left, word) in enumerate(words):
            rows.append(f"5\t1\t{block}\t1\t{at}\t{number}\t{left}\t{top}\t{6 * len(word)}\t12\t90\t{word}")
    return "\n".join(rows) + "\n"


def blocks(text, first=1):
    pages = ocr_pages(text, 72, first)
    return ParagraphMaker(pages).make(pages)


def words(left, text):
    out = []
    for word in text.split():
        out.append((left, word))
        left += 6 * len(word) + 4
    return out


def test_head_in_two_columns_is_two_cells_and_lines_become_paragraphs():
    found = blocks(
        table(
            (1, 50, words(60, "ỦY BAN NHÂN DÂN") + words(300, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA")),
            (1, 66, words(80, "TỈNH BÌNH AN") + words(310, "Độc lập - Tự do - Hạnh phúc")),
            (
                2,
                120,
                words(
                    60, "Các cơ quan báo chí tuyên truyền về quyền con người theo các kế hoạch của tỉnh và xã"
                ),
            ),
            (2, 136, words(60, "theo quy định.")),
        ),
        first=3,
    )
    assert [cell.text for cell in found[0].cells] == [
        "ỦY BAN NHÂN DÂN\nTỈNH BÌNH AN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA\nĐộc lập - Tự do - Hạnh phúc",
    ]
    assert found[-1].text.endswith("của tỉnh và xã theo quy định.")
    assert {block.page for block in found} == {3}


def test_rows_that_are_no_words_are_passed_over():
    assert blocks("") == []
    assert (
        blocks(
            f"{HEAD}\nrubbish\n1\t1\t0\t0\t0\t0\t0\t0\t595\t842\t-1\t\n5\t1\t1\t1\t1\t1\t0\t0\t9\t9\t0\t \n"
        )
        == []
    )
