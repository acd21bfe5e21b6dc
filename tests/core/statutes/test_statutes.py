"""Texts of law out of every kind of file, their clauses, and what happens with files that mean harm."""

from __future__ import annotations

import io
import json
import re

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from quyen.core.errors import DamagedFile, FileRefused, QuyenError, TooLarge, UnsafeFile
from quyen.core.statutes import Statute, compare, from_rows, passage, read_statute, sign_of, to_rows
from quyen.core.statutes.clauses import paragraphs_of
from tests.factories.statutes import LAW, TREATY


def html_of(text: str, *, wrap: str = "<html><body>%s</body></html>") -> bytes:
    lines = "".join(
        f"<p>{f'<b>{line}</b>' if line.startswith(('Điều', 'Article')) else line}</p>"
        for line in text.splitlines()
    )
    return (wrap % lines).encode()


def docx_of(text: str) -> bytes:
    document, out = Document(), io.BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


AKOMA = """<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta><identification source="#x">
<FRBRExpression><FRBRlanguage language="vie"/></FRBRExpression></identification></meta>
<preface><p><docTitle>Luật Thử nghiệm</docTitle></p></preface><body>
<chapter eId="chp_I"><num>Chương I</num><heading>NHỮNG QUY ĐỊNH CHUNG</heading>
<article eId="art_1"><num>Điều 1.</num><heading>Phạm vi điều chỉnh</heading><paragraph><content>
<p>Luật này quy định việc <i>thử nghiệm</i><authorialNote><p>chú thích</p></authorialNote>, theo Điều 19 ICCPR.</p></content></paragraph></article>
<article eId="art_2"><num>Điều 2.</num><heading>Người thử nghiệm</heading>
<paragraph><num>1.</num><intro><p>Người thử nghiệm có quyền sau đây:</p></intro>
<point><num>a)</num><content><p>Được nghỉ;</p></content></point><point><num>b)</num><content><p>Được hỏi;</p></content></point>
<point><num>đ)</num><content><p>Được trả lời.</p></content></point></paragraph>
<paragraph><num>2.</num><content><p>Quyền tại khoản 1 Điều này được bảo đảm.</p></content></paragraph></article></chapter>
<chapter eId="chp_II"><num>Chương II</num><heading>ĐIỀU KHOẢN THI HÀNH</heading>
<article eId="art_3"><num>Điều 3.</num><heading>Hiệu lực</heading><content>
<p>Luật này có hiệu lực từ ngày 01 tháng 01 năm 2031. Việc chuyển tiếp theo khoản 1 Điều 2 của Luật này.</p></content></article></chapter>
</body></act></akomaNtoso>""".encode()

ENGLISH_AKOMA = b"""<akomaNtoso xmlns="http://www.akomantoso.org/2.0"><act><body><part id="part_1"><num>Part 1</num><heading>Rest</heading>
<section id="sec_1"><num><b>1</b></num><heading>Testers</heading><subsection><num>(1)</num><content><p>Every tester may rest.</p></content></subsection>
<subsection><num>2</num><content><p>No tester shall be</p></content><paragraph><num>a</num><content><p>hurried;</p></content></paragraph></subsection>
</section></part></body></act></akomaNtoso>"""

JSON = json.dumps(
    {"treaty": "THU", "lang": "en", "articles": [
        {"article": 1, "text": "1. Every *tester* may rest.[^2]\n2. No tester shall be, see [the Charter](../../x/README.md):\n\n(a)hurried;\n\n(b) interrupted.\n[^2]: a note"},
        {"article": "2", "title": "Reach", "text": "All."}]}
).encode()  # fmt: skip


def outline(statute: Statute) -> list[tuple[str, str, list[str]]]:
    return [
        (unit.path, unit.heading, [one.tail for one in unit.paragraphs])
        for unit in statute.units
        if unit.kind != "preamble"
    ]


FILES = {"luat.txt": LAW.encode(), "luat.html": html_of(LAW), "luat.docx": docx_of(LAW), "luat.xml": AKOMA}


@pytest.mark.parametrize("name", FILES)
def test_the_same_law_out_of_every_file(name: str) -> None:
    statute = read_statute(FILES[name], name)
    assert outline(statute) == [
        ("chapter-I", "NHỮNG QUY ĐỊNH CHUNG", []),
        ("1", "Phạm vi điều chỉnh", [""]),
        ("2", "Người thử nghiệm", ["1", "1.a", "1.b", "1.đ", "2"]),
        ("chapter-II", "ĐIỀU KHOẢN THI HÀNH", []),
        ("3", "Hiệu lực", [""]),
    ]
    assert statute.language == "vi" and not statute.notes
    assert passage(statute.articles[1])[0] == passage(read_statute(LAW.encode(), "a.txt").articles[1])[0]
    assert "chú thích" not in str(statute) and "CHỦ TỊCH" not in str(statute)


def test_a_treaty_as_the_un_prints_it() -> None:
    statute = read_statute(
        html_of("PREAMBLE\nThe testers agree:\n" + TREATY, wrap="<!doctype html><html><body>%s</body></html>")
    )
    assert [(u.path, [p.tail for p in u.paragraphs]) for u in statute.units] == [
        ("preamble", [""]), ("1", ["1", "2", "2.a", "2.b"]), ("2", [""])
    ]  # fmt: skip
    assert statute.language == "en"


def test_an_act_of_sections_with_bare_numbers() -> None:
    statute = read_statute(ENGLISH_AKOMA)
    assert outline(statute) == [("part-1", "Rest", []), ("1", "Testers", ["1", "2", "2.a"])]
    assert passage(statute.articles[0])[0] == "(1) Every tester may rest.\n2. No tester shall be\na) hurried;"


PAGES = {  # as sites of laws and of the UN print them
    "<main><h2>PART I</h2><h3>Article 1</h3><ol><li>All rest.</li><li>Each shall:<ol type='a'><li>do;</li><li>not do.</li></ol></li></ol>"
    "<h4>Article 2 &#8211; Purpose</h4><p>Two.</p></main>": [("1", "", ["1", "2", "2.a", "2.b"]), ("2", "Purpose", [""])],
    "<p><a name='dieu_1'><b>Điều 1.</b></a></p><p>1. Một.</p><p><b>Ðiều 2.</b> Hai là một câu.</p><p><b>ĐIỀU 3 : BA</b></p><p>Ba.</p>"
    "<p><strong>Điều 4. Bốn</strong><br/>\n1. Một.<br/>2. Hai:<br/>a) A;<br/>b) B.</p><table><tr><td>Nơi nhận:</td><td>CHỦ TỊCH</td></tr></table>": [
        ("1", "", ["1"]), ("2", "", [""]), ("3", "BA", [""]), ("4", "Bốn", ["1", "2", "2.a", "2.b"])
    ],
    "<p>Điều 1.- Tên gọi</p><p>1- Một.</p><p>2- Hai.</p><p>Điều 2</p><p>a. A;</p><p>b. B. Năm</p><p>2013. Sau.</p>": [
        ("1", "Tên gọi", ["1", "2"]), ("2", "", ["a", "b", ""])
    ],
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_pages_as_sites_print_them(page: str) -> None:
    statute = read_statute(f"<!doctype html><html><body>{page}</body></html>".encode())
    assert [one for one in outline(statute) if one[0][0].isdigit()] == PAGES[page]
    assert "Nơi nhận" not in str(statute)


def test_json_without_markdown_and_notes() -> None:
    statute = read_statute(JSON, "x.json")
    text, pieces = passage(statute.articles[0])
    assert (
        text
        == "1. Every tester may rest.\n2. No tester shall be, see the Charter:\n(a) hurried;\n(b) interrupted."
    )
    assert [piece[0] for piece in pieces] == ["1.1", "1.2", "1.2.a", "1.2.b"]
    assert all(text[start:end].startswith(sign) for _, sign, start, end, _ in pieces)
    assert (statute.code, statute.language, statute.articles[1].heading) == ("THU", "en", "Reach")


def test_a_table_of_contents_an_annex_and_a_sentence_that_begins_with_an_article() -> None:
    contents = "Điều 1. Phạm vi\nĐiều 2. Người\nĐiều 3. Hiệu lực\n"
    annex = "\nPHỤ LỤC\nĐiều 1. Mẫu\nNội dung mẫu.\n"
    body = LAW.replace("2. Quyền tại", "Điều 1 của Luật này cũng áp dụng.\n2. Quyền tại")
    statute = read_statute((contents + body + annex).encode(), "a.txt")
    assert [unit.number for unit in statute.articles] == ["1", "2", "3"]
    assert any("không được đọc" in note for note in statute.notes)
    assert "Điều 1 của Luật này cũng áp dụng." in passage(statute.articles[1])[0]


def test_articles_with_letters_and_letters_that_look_like_roman_figures() -> None:
    text = "Điều 12. Mười hai\nCó chữ.\nĐiều 12a. Thêm\nCó chữ.\nĐiều 13. Sau\nCó chữ."
    assert [unit.path for unit in read_statute(text.encode(), "a.txt").articles] == ["12", "12a", "13"]
    lines = [
        "1. x",
        "(g) x",
        "(h) x",
        "(i) x",
        "(j) x",
        "2. x",
        "(h) y",
        "(i) y",
        "(ii) y",
        "(iii) y",
        "tail",
        "30.000 đồng",
        "3. z",
    ]
    tails = [one.tail for one in paragraphs_of(lines)]
    assert tails == ["1", "1.g", "1.h", "1.i", "1.j", "2", "2.h", "2.h.i", "2.h.ii", "2.h.iii", "2", "2", "3"]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", DamagedFile),
        (b"{", DamagedFile),
        (b"{}", DamagedFile),
        (b'{"articles": [{"article": "../x", "text": ""}]}', DamagedFile),
        (b'{"articles": [{"article": true, "text": "x"}]}', DamagedFile),
        (b"[" * 100_000, QuyenError),
        (b'{"a":' * 100_000, DamagedFile),
        (
            b"<?xml version='1.0'?><!DOCTYPE akomaNtoso [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><akomaNtoso>&a;</akomaNtoso>",
            UnsafeFile,
        ),
        (
            b"<?xml version='1.0'?>"
            + b" " * 70_000
            + b"<!DOCTYPE a [<!ENTITY a 'x'>]><akomaNtoso>&a;</akomaNtoso>",
            FileRefused,
        ),
        (b"<?xml version='1.0'?><akomaNtoso><act>", DamagedFile),
        (b"<?xml version='1.0'?>" + b"<akomaNtoso>" * 5000 + b"</akomaNtoso>" * 5000, DamagedFile),
        (b"<?xml version='1.0'?><rss/>", DamagedFile),
        (b"<akomaNtoso xmlns='x'><act><body/></act></akomaNtoso>", FileRefused),
        (b"Kh\xc3\xb4ng c\xc3\xb3 \xc4\x91i\xe1\xbb\x81u n\xc3\xa0o.", FileRefused),
        (b"\x89PNG\r\n\x1a\n", QuyenError),
        (b"x" * (17 << 20), TooLarge),
    ],
)
def test_files_that_are_broken_or_mean_harm_are_refused_in_plain_words(
    content: bytes, error: type[QuyenError]
) -> None:
    with pytest.raises(error) as told:
        read_statute(content, "")
    assert told.value.told and "Traceback" not in told.value.told


PIECES = st.sampled_from(
    ["Điều 1. ", "Điều 2", "Article 3\n", "Chương I\n", "PHẦN II. X\n", "1. ", "a) ", "(ii) ", "\n", "chữ ", "Lời nói đầu\n", "(h) ",
     "i) ", "CHỦ TỊCH QUỐC HỘI\n", "<p>", "&amp;", "\x00", "\u202e", "2a. "]
)  # fmt: skip


@settings(max_examples=40)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_lines_are_read_or_refused_and_nothing_is_lost_of_an_article(text: str) -> None:
    try:
        statute = read_statute(text.encode(), "a.txt")
    except QuyenError:
        return
    paths = [unit.path for unit in statute.units]
    assert len(set(paths)) == len(paths)
    for unit in statute.units:
        words, pieces = passage(unit)
        assert all(words[start:end] for _, _, start, end, _ in pieces)
        assert len({path for path, sign, *_ in pieces if sign}) == sum(1 for _, sign, *_ in pieces if sign)
    again = from_rows(json.loads(json.dumps(to_rows(statute.units))))
    assert again == statute.units and sign_of(again) == sign_of(statute.units)


@settings(max_examples=40)
@given(st.text(alphabet="ab \n.", max_size=40), st.text(alphabet="ab \n.", max_size=40))
def test_a_comparison_holds_both_texts(old: str, new: str) -> None:
    found = compare(old, new)
    assert "".join(one.words for one in found if one.kind != "new") == old
    assert "".join(one.words for one in found if one.kind != "gone") == new


# --- real texts -----------------------------------------------------------------------------------------

COUNTS = {"ICCPR": 53, "ICESCR": 31, "CEDAW": 30, "ICERD": 25, "CRC": 54, "CRPD": 50, "CAT": 33}


def test_every_article_of_the_seven_treaties_and_both_declarations(shared) -> None:
    folder = shared / "rights"
    for code, count in COUNTS.items():
        statute = read_statute((folder / f"{code}.en.articles.json").read_bytes())
        assert [unit.number for unit in statute.articles] == [str(one) for one in range(1, count + 1)]
        assert (statute.code, statute.language, statute.notes) == (code, "en", ())
        words = "\n".join(passage(unit)[0] for unit in statute.articles)
        assert "](" not in words and "*" not in words
    for name, language in (("UDHR.vie.xml", "vi"), ("UDHR.eng.xml", "en")):
        statute = read_statute((folder / name).read_bytes())
        assert (
            len(statute.articles) == 30
            and statute.language == language
            and statute.units[0].kind == "preamble"
        )
    crc = read_statute((folder / "CRC.en.articles.json").read_bytes())
    assert {"2.b.vii", "4"} <= {one.tail for one in crc.articles[39].paragraphs}


def test_each_word_of_the_treaties_is_kept(shared) -> None:
    """What is left out is markdown only: all letters of an article are in its passage."""
    for code in COUNTS:
        given_ = json.loads((shared / "rights" / f"{code}.en.articles.json").read_text())
        statute = read_statute((shared / "rights" / f"{code}.en.articles.json").read_bytes())
        for one, unit in zip(given_["articles"], statute.articles, strict=True):
            plain = re.sub(r"\]\([^)]*\)", "", one["text"])
            letters = [sign for sign in plain if sign.isalnum()]
            assert [sign for sign in passage(unit)[0] if sign.isalnum()] == letters, (code, unit.number)
