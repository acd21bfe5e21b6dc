"""Shapes that real files have: heads put together with tabs, endings without a table, a plan behind its decision."""

from __future__ import annotations

import pytest

from quyen.core.form import FormReport, check_form
from tests.core.form.samples import (
    DECISION,
    ENDING,
    HEAD,
    LETTER,
    LONG,
    PLAN,
    STYLES,
    P,
    body,
    centred,
    document,
    left,
    made,
)

pytestmark = pytest.mark.slow  # the quick half of the core is to take seconds only

TEXT = {
    name: one for name, one in PLAN.items() if name not in HEAD and name not in ENDING and "annex" not in name
}


def places(report: FormReport) -> dict[str, str]:
    return {part.kind: part.place.quote for part in report.parts}


def rules(data: bytes) -> list[str]:
    return [one.rule for one in check_form(data).deviations]


def test_a_head_put_together_with_tabs() -> None:
    head = {
        "one": left("SỞ TƯ PHÁP\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True),
        "two": left("\tĐộc lập - Tự do - Hạnh phúc", 13, bold=True),
        "rule": left("_______\t____________________", 13),
        "number": left("Số: 05/KH-STP", 13),
        "date": left("\tBình Minh, ngày 05 tháng 02 năm 2026", 13, italic=True),
    }
    report = check_form(made({**head, **TEXT, **ENDING}))
    assert [one.rule for one in report.deviations] == ["number.centred"]
    found = places(report)
    assert found["issuer"] == "SỞ TƯ PHÁP"
    assert found["state"].startswith("CỘNG HÒA")


def test_a_state_title_over_two_lines_is_known() -> None:
    head = {**HEAD, "state": HEAD["state"]._replace(text="CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM")}
    assert rules(made({**head, **TEXT, **ENDING})) == []


def test_type_and_subject_in_one_paragraph() -> None:
    one = {**PLAN, "type": centred("KẾ HOẠCH\nTruyền thông về quyền con người năm 2026", bold=True)}
    del one["subject"]
    report = check_form(made(one))
    assert report.deviations == ()
    assert places(report)["subject"].startswith("Truyền thông")


def test_a_subject_in_the_wrong_look_is_no_missing_subject() -> None:
    plain = {**PLAN, "subject": P("Thực hiện Đề án truyền thông năm 2026")}
    assert rules(made(plain)) == ["subject.bold", "subject.centred"]


def test_an_ending_without_a_table() -> None:
    ending = {name: one._replace(cell=None) for name, one in ENDING.items()}
    signed_first = {
        name: ending[name]
        for name in ("authority", "title", "space", "signer", "recipients", "recipient", "archive")
    }
    for order in (ending, signed_first):
        report = check_form(made({**HEAD, **TEXT, **order}))
        assert report.deviations == ()
        assert places(report)["signer"] == "Trần Thị Bình"
        assert places(report)["authority"] == "KT. GIÁM ĐỐC"


def test_a_signature_without_recipients() -> None:
    signed = {name: one for name, one in ENDING.items() if one.cell and one.cell[2] == 1}
    for cells in (True, False):
        parts = {name: one if cells else one._replace(cell=None) for name, one in signed.items()}
        if cells:
            parts = {"empty": left("", 12, cell=(2, 0, 0)), **parts}
        report = check_form(made({**HEAD, **TEXT, **parts}))
        assert [one.rule for one in report.deviations] == ["recipients.absent"]
        assert places(report)["signer"] == "Trần Thị Bình"


def test_a_plan_behind_its_decision_is_looked_at_too() -> None:
    plan = {
        "plan": centred("KẾ HOẠCH", bold=True),
        "roman": P("I. MỤC ĐÍCH", bold=True),
        "more": P(f"{LONG}."),
    }
    assert rules(made({**DECISION, **plan})) == []
    plan["more"] = plan["more"]._replace(size=11)
    report = check_form(made({**DECISION, **plan}))
    assert [one.rule for one in report.deviations] == ["body.size"]
    assert places(report)["signer"] == "Trần Thị Bình"


def test_a_sentence_that_cites_is_no_heading() -> None:
    cites = {
        "a": P("Điều 5 của Luật này quy định."),
        "b": P("Phần I của Kế hoạch này."),
        "c": P("Điều phối viên là công chức."),
    }
    assert rules(made({**DECISION, **cites, **ENDING})) == []


def test_a_whole_document_in_a_frame_of_one_cell() -> None:
    rest = {name: one for name, one in PLAN.items() if name not in HEAD}
    framed = f"<w:tbl><w:tr><w:tc>{body(rest)}</w:tc></w:tr></w:tbl>"
    assert check_form(document(body(dict(HEAD)) + framed)).deviations == ()


def test_styles_give_what_paragraphs_do_not_say() -> None:
    styled = STYLES.replace(
        "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/><w:rPr><w:sz w:val="22"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:rPr><w:i/></w:rPr></w:style></w:styles>',
    )
    inner = '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>Một dòng.</w:t></w:r></w:p>'
    found = {one.rule: one.found for one in check_form(document(inner, styles=styled)).deviations}
    assert found["body.size"] == "cỡ chữ 11"
    assert found["body.italic"] == "kiểu chữ nghiêng"


def test_deleted_words_are_not_looked_at_and_inserted_ones_are() -> None:
    gone = '<w:del><w:r><w:rPr><w:sz w:val="60"/></w:rPr><w:delText>Bỏ</w:delText></w:r></w:del>'
    new = '<w:ins><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t> thêm</w:t></w:r></w:ins>'
    inner = f"<w:p><w:r><w:t>Còn lại</w:t></w:r>{gone}{new}</w:p>"
    found = [one.found for one in check_form(document(inner)).deviations if one.rule == "body.size"]
    assert found == ["cỡ chữ 9"]


@pytest.mark.parametrize("name", [".VnTime", "VNI-Times"])
def test_old_letters_are_said_to_be_no_unicode(name: str) -> None:
    found = [
        one.found
        for one in check_form(made({**PLAN, "clause": PLAN["clause"]._replace(font=name)})).deviations
    ]
    assert f"{name} (bộ mã cũ, không phải Unicode)" in found


def test_a_letter_to_one_stands_on_one_line() -> None:
    one = {**{k: v for k, v in LETTER.items() if not k.startswith("to")}, "to": P("Kính gửi: Bộ Tư pháp")}
    ordered = {k: one[k] for k in LETTER if k in one}
    assert rules(made(ordered)) == []


def test_a_base_with_a_date_is_no_place_and_date() -> None:
    rest = {name: one for name, one in PLAN.items() if name != "date"}
    rest["number"] = rest["number"]._replace(
        text="Số: 05/KH-STP\ncủa Thủ tướng Chính phủ về việc ban hành ngày 02 tháng 3 năm 2026 về"
    )
    assert "place_date.absent" in rules(made(rest))


def test_what_follows_the_name_is_no_signature() -> None:
    ending = {name: one._replace(cell=None) for name, one in ENDING.items()}
    attached = {"attached": centred("DANH MỤC NHIỆM VỤ", bold=True), "list": P("1. Tập huấn.")}
    report = check_form(made({**HEAD, **TEXT, **ending, **attached}))
    assert report.deviations == ()
    assert places(report)["signer"] == "Trần Thị Bình"


@pytest.mark.parametrize("name", ["Trương Việt Dũng", "Chu Tích Quang", "Hoàng Ban"])
def test_a_name_that_sounds_like_an_office_is_a_name(name: str) -> None:
    report = check_form(made({**PLAN, "signer": PLAN["signer"]._replace(text=name)}))
    assert report.deviations == ()
    assert places(report)["signer"] == name
