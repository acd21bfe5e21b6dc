"""A unit's own template: filled in its own look, and refused with a word where it is not safe or not clear."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from quyen.core.errors import BadTemplate, FileRefused, TooLarge, UnknownKind, UnsafeFile
from quyen.core.paper.official import filled, template_places
from tests.core.paper.samples import report

REPORT = report(5)


def saved(made) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def template(*lines: str) -> bytes:
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    return saved(made)


def words(content: bytes) -> list[str]:
    return [
        "".join(
            "\n" if one.tag == qn("w:br") else one.text or "" for one in paragraph.iter(qn("w:t"), qn("w:br"))
        )
        for paragraph in docx.Document(io.BytesIO(content)).element.body.iter(qn("w:p"))
    ]


def changed(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        for one in names:
            new.writestr(one, change(old.read(one)) if one == name else old.read(one))
        if name not in names:
            new.writestr(name, change(b""))
    return out.getvalue()


def test_places_are_filled_in_their_own_look_however_words_are_cut() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("Về ")
    for piece in ("{", "{ trích", " yếu }", "} năm {{năm}}"):
        run = paragraph.add_run(piece)
        run.font.size, run.bold = Pt(20), True
    made.sections[0].header.paragraphs[0].text = "{{ CƠ QUAN BAN HÀNH }} - {{ số, ký hiệu }}"
    made.add_table(1, 1).cell(0, 0).text = "{{ nơi nhận }}"
    content = filled(saved(made), REPORT)
    assert words(content)[0] == f"Về {REPORT.subject} năm 2025"
    assert words(content)[1].startswith("- Như trên;\n- Thường trực")
    again = docx.Document(io.BytesIO(content))
    assert again.sections[0].header.paragraphs[0].text == "ỦY BAN NHÂN DÂN TỈNH BÌNH MINH - 125/BC-UBND"
    assert {run.font.size for run in again.paragraphs[0].runs if run.text == REPORT.subject} == {Pt(20)}
    assert filled(saved(made), REPORT) == content


def test_blocks_tables_and_annexes_stand_where_their_place_was() -> None:
    content = filled(
        template("đầu", "{{ nội dung }}", "giữa", "{{ bảng: phụ lục II }}", "{{ phụ lục 3 }}", "cuối"), REPORT
    )
    said = words(content)
    assert said[0] == "đầu"
    assert said[-1] == "cuối"
    order = [
        "đầu",
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
        "giữa",
        "Nguồn",
        "Phụ lục III",
        "Xã Bến Trong 1",
        "cuối",
    ]
    assert [said.index(one) for one in order] == sorted(said.index(one) for one in order)
    assert "Kinh phí gồm các nguồn sau:" not in said  # of the annex only its table was asked for


def test_a_table_is_as_wide_as_the_column_it_is_put_in() -> None:
    made = docx.Document()
    made.sections[0].page_width = Pt(500)
    made.add_paragraph("{{ bảng: phụ lục I }}")
    section = made.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    table = docx.Document(io.BytesIO(filled(saved(made), REPORT))).tables[0]
    assert sum(column.width for column in table.columns) == pytest.approx(room, rel=0.01)


def test_words_of_a_report_are_no_places_of_the_template() -> None:
    sly = replace(REPORT, subject="{{ nội dung }} {% for x in y %}", signer="{{ số }}")
    assert (
        words(filled(template("{{ người ký }}: {{ trích yếu }}"), sly))[0] == f"{{{{ số }}}}: {sly.subject}"
    )


def test_all_unknown_places_are_named_and_all_known_ones_said() -> None:
    with pytest.raises(BadTemplate) as raised:
        filled(template("{{ số }} {{ con số }}", "{{ phụ lục 9 }}"), REPORT)
    assert "{{ con số }}, {{ phụ lục 9 }}" in str(raised.value)
    assert "trích yếu" in raised.value.advice
    assert template_places(template("{{ số }} {{  người   ký }}", "{{số}}")) == ("số", "người ký")


@pytest.mark.parametrize(
    "line",
    [
        "{% for x in y %}",
        "{{ số",
        "{{ ''.__class__.__mro__ }}",
        "{{ nội dung }} và nữa",
        "{# x #}",
        "{{ số }} }}",
    ],
)
def test_logic_and_broken_places_are_refused(line: str) -> None:
    with pytest.raises(BadTemplate):
        filled(template(line), REPORT)


def field(code: str) -> bytes:
    made = docx.Document()
    pieces = "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in code)
    run = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    made.element.body.insert(
        0, parse_xml(f"<w:p {nsdecls('w')}>{run.format('begin')}{pieces}{run.format('end')}</w:p>")
    )
    return saved(made)


def relation(kind: str, target: str) -> bytes:
    line = f'<Relationship Id="rId99" Type="http://x/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    return changed(
        template("{{ số }}"),
        "word/_rels/document.xml.rels",
        lambda old: old.replace(b"</Relationships>", line.encode()),
    )


PLAIN = template("{{ số }}")
BOMB = b'<?xml version="1.0"?><!--' + b" " * 9000 + b'--><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", UnknownKind),
        (b"%PDF-1.7", UnknownKind),
        (b"PK\3\4 broken", FileRefused),
        (changed(PLAIN, "word/vbaProject.bin", lambda _: b"x"), UnsafeFile),
        (changed(PLAIN, "word/embeddings/a.xml", lambda _: b"<x/>"), UnsafeFile),
        (
            changed(
                PLAIN,
                "[Content_Types].xml",
                lambda old: old.replace(
                    b"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                    b"vnd.ms-word.document.macroEnabled.main",
                ),
            ),
            UnsafeFile,
        ),
        (changed(PLAIN, "word/settings.xml", lambda _: BOMB), UnsafeFile),
        (changed(PLAIN, "word/media/a.xml", lambda _: b"<x>" + b" " * (5 << 20) + b"</x>"), TooLarge),
        (relation("image", "https://example.org/a.png"), UnsafeFile),
        (relation("attachedTemplate", "file:///a.dotm"), UnsafeFile),
        (field('DDEAUTO c:\\\\cmd "/k calc"'), UnsafeFile),
        (field("INCLUDETEXT https://example.org/a"), UnsafeFile),
        (field("QUOTE 68 68 69"), UnsafeFile),
        (b"PK" + b"0" * (9 << 20), TooLarge),
    ],
)
def test_what_is_not_safe_is_refused_before_it_is_opened(content: bytes, kind: type[FileRefused]) -> None:
    with pytest.raises(kind) as raised:
        filled(content, REPORT)
    assert raised.value.advice


def test_links_and_page_numbers_of_a_template_may_stay() -> None:
    assert filled(relation("hyperlink", "https://example.org"), REPORT)
    assert filled(field(" PAGE "), REPORT)
