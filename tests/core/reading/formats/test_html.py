"""Pages as a browser shows them."""

import pytest

from quyen.core.errors import DamagedFile, TooLarge
from quyen.core.reading.formats import kind_of, open_document
from quyen.core.types import RawCell, RawParagraph, RawTable


def read(inner, name="a.html"):
    return open_document(f"<html><head><title>Đề</title></head><body>{inner}</body></html>".encode(), name)


def texts(inner):
    return [block.text for block in read(inner).blocks if isinstance(block, RawParagraph)]


def test_blocks_and_what_a_browser_hides():
    page = (
        "<nav>Trang chủ</nav><script>var a = 1;</script><h2>Đề  mục</h2><p>Một\n câu <b>đậm</b></p>chữ trần"
        "<div style='display:none'>ẩn</div><p>&nbsp;</p><p align=center><strong>Giữa<br>hai dòng</strong></p>"
    )
    found = read(page).blocks
    assert [block.text for block in found] == ["Đề mục", "Một câu đậm", "chữ trần", "", "Giữa\nhai dòng"]
    assert (found[0].heading, found[0].bold) == (2, True)
    assert (found[1].bold, found[4].bold, found[4].centred) == (False, True, True)


def test_lists_carry_their_markers():
    page = (
        "<ul><li>gạch</li></ul><ol><li>một<li>hai<ol type=a><li>nhỏ</li></ol></ol>"
        "<ol start=4 type=I><li>bốn<li value=9>chín</ol>"
    )
    assert texts(page) == ["- gạch", "1. một", "2. hai", "a. nhỏ", "IV. bốn", "IX. chín"]


def test_table_spans_and_cell_paragraphs():
    page = (
        "<table><thead><tr><th rowspan=2>TT<th colspan=2>Việc</thead><tbody><tr><td>A<td><p>B</p><p>C</p></tr>"
        "<tr><td>1<td>x<td>y</tbody></table>"
    )
    (table,) = read(page).blocks
    assert table == RawTable(
        [
            RawCell("TT", 0, 0, 2, 1),
            RawCell("Việc", 0, 1, 1, 2),
            RawCell("A", 1, 1),
            RawCell("B\nC", 1, 2),
            RawCell("1", 2, 0),
            RawCell("x", 2, 1),
            RawCell("y", 2, 2),
        ],
        rows=3,
        columns=3,
    )


def test_table_for_layout_is_opened():
    inner = "<table><tr><td>a<td>b</tr></table>"
    page = f"<table><tr><td>menu<td><p>thân</p>{inner}</tr></table>"
    assert [type(block) for block in read(page).blocks] == [RawParagraph, RawParagraph, RawTable]


def test_main_part_is_taken_only_where_it_holds_most():
    long = "nội dung " * 30
    assert texts(f"<div>quảng cáo</div><main><p>{long}</p></main>") == [long.strip()]
    assert texts(f"<article>mẩu</article><p>{long}</p>") == ["mẩu", long.strip()]


def test_footnotes_are_marked_and_their_numbers_left_out():
    page = "<p>Câu<sup><a href='#_ftn1'>[1]</a></sup> m<sup>2</sup></p><div id='ftn1'><p>Chú thích</p></div>"
    found = read(page).blocks
    assert [(block.text, block.footnote) for block in found] == [("Câu m2", False), ("Chú thích", True)]


@pytest.mark.parametrize(
    ("codec", "charset"),
    [
        ("utf-8", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-8", "iso-8859-1"),
        ("utf-8", "no-such-thing"),
        ("utf-8", ""),
    ],
)
def test_charset_of_bytes_wins_over_a_wrong_name(codec, charset):
    page = f"<html><meta charset='{charset}'><p>Quyền con người</p></html>"
    assert open_document(page.encode(codec), "a.htm").blocks[0].text == "Quyền con người"


def test_charset_named_by_the_page_is_used():
    page = "<html><meta http-equiv=x content='text/html; charset=koi8-r'><p>план</p></html>"
    assert open_document(page.encode("koi8-r"), "a.htm").blocks[0].text == "план"


def test_entities_of_files_are_never_read():
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>a&x;b</p></body></html>'
    said = "".join(block.text for block in open_document(page.encode(), "a.html").blocks)
    assert "root:" not in said


MHT = """MIME-Version: 1.0
Content-Type: multipart/related; boundary="=_x"; type="text/html"

--=_x
Content-Type: text/html; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

<html><body><p>Quy=E1=BB=81n con ng=C6=B0=E1=BB=9Di</p></body></html>
--=_x
Content-Type: image/png
Content-Transfer-Encoding: base64

AAAA
--=_x--
"""


def test_mht_gives_its_page_whatever_its_name():
    assert kind_of(MHT.encode(), "a.doc") == "mht"
    found = open_document(MHT.encode(), "a.doc")
    assert (found.kind, found.blocks[0].text) == ("mht", "Quyền con người")


def test_mht_without_text_is_refused():
    with pytest.raises(DamagedFile):
        open_document(MHT.replace("text/html", "image/gif").encode(), "a.mht")


@pytest.mark.parametrize(
    "page", ["<div>" * 5000 + "x", "<table>" + "<tr>" + "<td colspan=1000>x" * 9 + "</table>"]
)
def test_pages_made_to_burst_are_refused(page):
    with pytest.raises(TooLarge):
        open_document(f"<html>{page}".encode(), "a.html")
