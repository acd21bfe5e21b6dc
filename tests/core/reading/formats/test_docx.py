"""What a Word file shows is what is read: numbers, merged cells, changes, boxes, old fonts."""

import pytest

from quyen.core.errors import DamagedFile, ProtectedFile, TooLarge, UnsafeFile
from quyen.core.reading.formats import Limits, open_document
from quyen.core.types import RawCell, RawParagraph, RawTable
from tests.core.reading.formats.builders import (
    NUMBERING,
    docx,
    field,
    level,
    numbered,
    p,
    r,
    tbl,
    tc,
    tr,
    zipped,
)


def read(body, **parts):
    return open_document(docx(body, **parts), "a.docx")


def texts(body, **parts):
    return [block.text for block in read(body, **parts).blocks if isinstance(block, RawParagraph)]


def table(body, **parts):
    (found,) = [block for block in read(body, **parts).blocks if isinstance(block, RawTable)]
    return found


def test_paragraphs_keep_order_and_empty_ones():
    assert texts(p("Một") + p() + p("Hai ", "ba")) == ["Một", "", "Hai ba"]


def test_runs_signs_breaks_and_decomposed_letters():
    run = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:br/><w:t>Hoa\u0300</w:t></w:r>"
    )
    sign = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 90%\u00a0số</w:t></w:r>'
    assert texts(p(run) + p(sign)) == ["a\tb-c\nHoà", "≥ 90% số"]


def test_numbers_are_rendered_and_deeper_levels_begin_again():
    body = "".join(
        numbered(text, 1, at)
        for text, at in [
            ("A", 0),
            ("B", 1),
            ("C", 2),
            ("D", 2),
            ("E", 3),
            ("F", 1),
            ("G", 2),
            ("H", 0),
            ("K", 1),
        ]
    )
    want = ["I. A", "1. B", "a) C", "b) D", "- E", "2. F", "a) G", "II. H", "1. K"]
    assert texts(body, numbering=NUMBERING) == want


def test_numbers_two_lists_of_one_definition_count_on_unless_told():
    body = numbered("A", 1) + numbered("B", 3) + numbered("C", 4) + numbered("D", 4)
    assert texts(body, numbering=NUMBERING) == ["I. A", "II. B", "V. C", "VI. D"]


def test_numbers_of_several_parts_words_and_plus():
    body = numbered("A", 2) + numbered("B", 2, 1) + numbered("C", 2, 1) + numbered("D", 2, 2)
    assert texts(body, numbering=NUMBERING) == ["Điều 1. A", "1.1. B", "1.2. C", "+ D"]


def test_numbers_from_the_style_and_switched_off():
    styles = (
        '<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="L2"><w:basedOn w:val="L"/></w:style>'
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="7">'
        + level(0, "decimal", "%1.")
        + level(1, "lowerLetter", "%2)", '<w:pStyle w:val="L2"/>')
        + '</w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="7"/></w:num>'
    )
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        p("A", properties='<w:pStyle w:val="L"/>')
        + p("B", properties='<w:pStyle w:val="L2"/>')
        + p("C", properties='<w:pStyle w:val="L"/>' + off)
        + p("D", properties='<w:pStyle w:val="L"/>')
    )
    assert texts(body, styles=styles, numbering=numbering) == ["1. A", "a) B", "C", "2. D"]


def test_numbers_of_an_empty_cell_are_its_text():
    cell = tc(numbered("", 1, 1))
    body = tbl(tr("TT", "Nhiệm vụ"), tr(cell, "Tập huấn"), tr(cell, "Biên soạn"))
    cells = {(c.row, c.column): c.text for c in table(body, numbering=NUMBERING).cells}
    assert cells[1, 0].strip() == "1."
    assert cells[2, 0].strip() == "2."


def test_table_spans_across_and_down():
    wide = '<w:gridSpan w:val="2"/>'
    body = tbl(
        tr(tc("A", properties='<w:vMerge w:val="restart"/>'), tc("B", properties=wide)),
        tr(tc("", properties="<w:vMerge/>"), "C", "D"),
        tr("E", "F", "G"),
    )
    assert table(body) == RawTable(
        [
            RawCell("A", 0, 0, 2, 1),
            RawCell("B", 0, 1, 1, 2),
            RawCell("C", 1, 1),
            RawCell("D", 1, 2),
            RawCell("E", 2, 0),
            RawCell("F", 2, 1),
            RawCell("G", 2, 2),
        ],
        rows=3,
        columns=3,
    )


def test_table_words_in_a_merged_away_cell_and_rows_shifted_are_kept():
    body = tbl(
        tr(tc("A", properties='<w:vMerge w:val="restart"/>'), "B"),
        tr(tc("thêm", properties="<w:vMerge/>"), "C"),
        tr("D", properties='<w:gridBefore w:val="1"/>'),
    )
    found = table(body)
    assert found.cells[0].text == "A\nthêm"
    assert (found.cells[-1].text, found.cells[-1].column) == ("D", 1)


def test_table_in_a_cell_is_flattened_and_a_frame_of_one_cell_is_opened():
    inner = tbl(tr("x", "y"), tr("z", "t"))
    found = table(tbl(tr(tc("Trước", inner, p("Sau")), "bên")))
    assert found.cells[0].text == "Trước\nx\ty\nz\tt\nSau"
    framed = read(tbl(tr(tc("Đầu", inner)))).blocks
    assert [type(block) for block in framed] == [RawParagraph, RawTable]


def test_table_deleted_row_is_left_out():
    mark = '<w:del w:id="1" w:author="x"/>'
    found = table(tbl(tr("a", "b"), tr("c", "d", properties=mark), tr("e", "f")))
    assert [cell.text for cell in found.cells] == ["a", "b", "e", "f"]


def test_tracked_changes_as_accepted_with_a_note():
    body = (
        p(
            r("giữ "),
            f"<w:ins>{r('thêm ')}</w:ins>",
            "<w:del><w:r><w:delText>bỏ </w:delText></w:r></w:del>",
            f"<w:moveFrom>{r('đi ')}</w:moveFrom>",
            f"<w:moveTo>{r('đến')}</w:moveTo>",
        )
        + p("nối ", properties="<w:rPr><w:del/></w:rPr>")
        + p("liền")
    )
    found = read(body)
    assert [block.text for block in found.blocks] == ["giữ thêm đến", "nối liền"]
    assert any("theo dõi" in note for note in found.notes)


def test_fields_give_their_result_and_broken_ones_hide_nothing():
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>mã</w:t></w:r>'
        + field("PAGE", "7")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("kết quả")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = f'<w:fldSimple w:instr="DATE">{r("01/02/2024")}</w:fldSimple>'
    assert texts(p("trang ", field("PAGE", "3"), " ", simple) + p(nested)) == [
        "trang 3 01/02/2024",
        "kết quả",
    ]
    broken = read(p("a", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p("b") + p("c"))
    assert [block.text for block in broken.blocks] == ["a", "b", "c"]


def test_wrappers_are_opened_and_alternatives_read_once():
    sdt = f"<w:sdt><w:sdtContent>{p('trong khung')}</w:sdtContent></w:sdt>"
    box = "<w:txbxContent>{}</w:txbxContent>"
    choice = f"<w:drawing><wps:txbx>{box.format(p('hộp'))}</wps:txbx></w:drawing>"
    fallback = f"<w:pict><v:textbox>{box.format(p('hộp'))}</v:textbox></w:pict>"
    both = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps">'
        f"{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    link = f'<w:hyperlink r:id="x">{r("liên kết")}</w:hyperlink>'
    assert texts(sdt + p("trước", both) + p(link)) == ["trong khung", "trước", "hộp", "liên kết"]


def test_footnotes_come_last_without_their_mark():
    body = p("Câu", '<w:r><w:footnoteReference w:id="2"/></w:r>', " tiếp") + p("Cuối")
    notes = f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", " Chú thích.")}</w:footnote>'
    found = read(body, footnotes=notes).blocks
    assert [(block.text, block.footnote) for block in found] == [
        ("Câu tiếp", False),
        ("Cuối", False),
        ("Chú thích.", True),
    ]


def test_look_of_a_whole_paragraph():
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/><w:pPr><w:jc w:val="center"/></w:pPr>'
        "<w:rPr><w:b/></w:rPr></w:style>"
    )
    body = (
        p("Đề mục", properties='<w:pStyle w:val="H"/>')
        + p(r("đậm ", "<w:b/>"), r("  "), r("hết", "<w:b/>"))
        + p(r("đậm ", "<w:b/>"), r("không", '<w:b w:val="0"/>'))
        + p(r("nghiêng", "<w:i/>"), properties='<w:jc w:val="center"/><w:outlineLvl w:val="0"/>')
        + p(r("hoa", "<w:caps/>"), r("ẩn", "<w:vanish/>"))
    )
    found = read(body, styles=styles).blocks
    looks = [(block.bold, block.italic, block.centred, block.heading) for block in found]
    assert looks == [
        (True, False, True, 2),
        (True, False, False, None),
        (False, False, False, None),
        (False, True, True, 1),
        (False, False, False, None),
    ]
    assert found[-1].text == "HOA"


def test_style_circles_end():
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn w:val="{b}"/><w:rPr>{look}</w:rPr></w:style>'
        for a, b, look in [("A", "B", ""), ("B", "C", "<w:b/>"), ("C", "A", ""), ("S", "S", "")]
    )
    body = p("x", properties='<w:pStyle w:val="A"/>') + p("y", properties='<w:pStyle w:val="S"/>')
    assert [block.bold for block in read(body, styles=styles).blocks] == [True, False]


@pytest.mark.parametrize(
    ("font", "pieces", "want"),
    [
        (".VnTime", ["KÕ ho¹ch truyÒn th«ng"], "Kế hoạch truyền thông"),
        (".VnTimeH", ["kÕ ho¹ch"], "KẾ HOẠCH"),
        ("VNI-Times", ["Keá hoa", "ïch truyeàn tho", "âng"], "Kế hoạch truyền thông"),
        (".VnTime", ["quyền con người é"], "quyền con người é"),
    ],
)
def test_old_fonts_are_converted_across_runs(font, pieces, want):
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    assert texts(p(*[r(piece, fonts) for piece in pieces])) == [want]
    by_default = f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}</w:rPr></w:rPrDefault></w:docDefaults>"
    assert texts(p(*pieces), styles=by_default) == [want]


def test_pages_are_counted_where_word_marked_them():
    mark = "<w:r><w:lastRenderedPageBreak/><w:t>hai</w:t></w:r>"
    found = read(p("một") + p(mark) + p("hai nữa"))
    assert [block.page for block in found.blocks] == [1, 2, 2]
    assert found.pages == 2
    assert read(p("một")).blocks[0].page is None


def test_chunk_of_html_is_read_in_its_place_and_others_are_noted():
    rows = (("c1", "aFChunk", "chunk.html"), ("c2", "aFChunk", "chunk.bin"))
    extra = {"word/chunk.html": "<html><body><p>Đoạn chèn</p></body></html>", "word/chunk.bin": b"\0\1"}
    body = (
        p("trước") + '<w:altChunk r:id="c1"/>' + p("sau") + '<w:altChunk r:id="c2"/><w:altChunk r:id="none"/>'
    )
    found = read(body, rows=rows, extra=extra)
    assert [block.text for block in found.blocks if block.text] == ["trước", "Đoạn chèn", "sau"]
    assert len([note for note in found.notes if "altChunk" in note]) == 3


def test_macros_and_embedded_objects_are_noted_not_run():
    extra = {"word/vbaProject.bin": b"\0", "word/embeddings/oleObject1.bin": b"\0"}
    found = read(p("x") + p("y", properties='<w:ind w:left="-5000" w:hanging="99999"/>'), extra=extra)
    assert [block.text for block in found.blocks] == ["x", "y"]
    assert len(found.notes) == 2


def test_strict_files_are_read():
    name = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    xml = f'<w:document xmlns:w="{name}"><w:body>{p("chặt chẽ")}</w:body></w:document>'
    assert open_document(zipped({"word/document.xml": xml})).blocks[0].text == "chặt chẽ"


ENTITY = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "boom">]>'


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_entities_are_refused_and_never_read(codec):
    xml = f"{ENTITY}<w:document xmlns:w='urn:x'><w:body><w:p>&x;&y;</w:p></w:body></w:document>"
    with pytest.raises(UnsafeFile):
        open_document(zipped({"word/document.xml": xml.encode(codec)}))


def test_entities_in_styles_are_refused_too():
    with pytest.raises(UnsafeFile):
        open_document(
            docx(
                p("x"),
                rows=(("s", "styles", "styles.xml"),),
                extra={"word/styles.xml": f"{ENTITY}<a>&x;</a>"},
            )
        )


@pytest.mark.slow
def test_bombs_are_refused_before_they_are_unpacked():
    big = docx(p("x"), extra={"word/media/a.bin": b"\0" * 9_000_000})
    assert open_document(big).blocks[0].text == "x"  # nobody unpacks a picture
    with pytest.raises(TooLarge):
        open_document(big, limits=Limits(unpacked=8_000_000))
    with pytest.raises(TooLarge):
        open_document(zipped({"word/document.xml": b" " * 9_000_000}))
    with pytest.raises(TooLarge):
        open_document(docx("<w:sdt>" * 400 + "</w:sdt>" * 400))
    with pytest.raises(TooLarge):
        open_document(docx(tbl(*[tr("a", "b")] * 60)), limits=Limits(cells=100))


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"PK\x03\x04" + b"rubbish" * 50, DamagedFile),
        (docx(p("x" * 5000))[:-40], DamagedFile),
        (zipped({"word/document.xml": "<w:document"}), DamagedFile),
        (zipped({"[Content_Types].xml": "<Types/>"}), DamagedFile),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), ProtectedFile),
        (b"", DamagedFile),
    ],
)
def test_broken_containers_are_refused(data, error):
    with pytest.raises(error):
        open_document(data, "a.docx")


@pytest.mark.slow
def test_table_of_nine_thousand_rows_stays_whole():
    found = table(tbl(tr("TT", "Việc"), tr("1", "Việc") * 9000))
    assert (found.rows, found.columns, len(found.cells)) == (9001, 2, 18002)
