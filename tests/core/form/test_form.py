"""A sound document has no deviation; one thing spoilt, and exactly that is named, with its clause and its place."""

from __future__ import annotations

import pytest

from quyen.core.form import Severity, check_form, said
from tests.core.form.samples import DECISION, LETTER, LONG, PLAN, P, Page, made, spoilt

NO_PAGE = Page()


def rules(data: bytes) -> list[str]:
    return [one.rule for one in check_form(data).deviations]


@pytest.mark.parametrize(
    ("sample", "kind"), [(PLAN, "Kế hoạch"), (DECISION, "Quyết định"), (LETTER, "Công văn")]
)
def test_a_sound_document_has_no_deviation(sample: dict[str, P], kind: str) -> None:
    report = check_form(made(sample))
    assert report.deviations == ()
    assert report.kind == kind
    assert next(said(report)).startswith("Đúng thể thức")


def test_all_parts_are_found_with_their_places() -> None:
    found = {part.kind: part.place for part in check_form(made(PLAN)).parts}
    wanted = "state motto issuer number place_date type subject body authority signer recipients annex"
    assert set(found) == set(wanted.split())
    assert found["state"] == (3, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert found["signer"].quote == "Trần Thị Bình"


HEAD_FAULTS = [
    ("state", {"size": 16}, "state.size"),
    ("state", {"bold": False}, "state.bold"),
    ("state", {"italic": True}, "state.italic"),
    ("state", {"align": "left"}, "state.centred"),
    ("state", {"text": "CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM"}, "state.words"),
    ("state", {}, "state.absent"),
    ("motto", {"size": 12}, "motto.size"),
    ("motto", {"text": "Độc lập – Tự do – Hạnh phúc"}, "motto.words"),
    ("motto", {"text": "Độc Lập - Tự Do - Hạnh Phúc"}, "motto.words"),
    ("motto", {"text": "ĐỘC LẬP - TỰ DO - HẠNH PHÚC"}, "motto.case"),
    ("motto", {}, "motto.absent"),
    ("motto_rule", {}, "motto.rule"),
    ("issuer", {"bold": False}, "issuer.bold"),
    ("issuer", {"size": 14}, "issuer.size"),
    ("issuer", {"text": "Sở Tư pháp"}, "issuer.case"),
    ("issuer_rule", {}, "issuer.rule"),
    ("number", {"size": 14}, "number.size"),
    ("number", {"bold": True}, "number.bold"),
    ("number", {"text": "Số: 5/KH-STP"}, "number.nought"),
    ("number", {"text": "Số 05/KH-STP"}, "number.colon"),
    ("number", {"text": "Số: 05/KH - STP"}, "number.hyphen"),
    ("number", {"text": "Số: 05/QĐ-STP"}, "number.symbol_type"),
    ("number", {}, "number.absent"),
    ("date", {"italic": False}, "place_date.italic"),
    ("date", {"text": "Bình Minh, ngày 5 tháng 02 năm 2026"}, "place_date.nought_day"),
    ("date", {"text": "Bình Minh, ngày 05 tháng 2 năm 2026"}, "place_date.nought_month"),
    ("date", {"text": "Bình Minh, ngày 30 tháng 02 năm 2026"}, "place_date.day"),
    ("date", {"text": "Bình Minh ngày 05 tháng 02 năm 2026"}, "place_date.comma"),
    ("date", {}, "place_date.absent"),
    ("type", {"text": "Kế hoạch"}, "type.case"),
    ("type", {"size": 15}, "type.size"),
    ("subject", {"bold": False}, "subject.bold"),
    ("subject", {"text": "TRUYỀN THÔNG VỀ QUYỀN CON NGƯỜI"}, "subject.case"),
]
BODY_FAULTS = [
    ("basis", {"italic": False}, "bases.italic"),
    ("basis", {"text": PLAN["basis"].text.replace(";", ",")}, "bases.end"),
    ("last_basis", {"text": PLAN["last_basis"].text.replace("2022.", "2022;")}, "bases.end"),
    ("roman", {"bold": False}, "roman.bold"),
    ("roman", {"text": "I. Mục đích, yêu cầu"}, "roman.case"),
    ("clause", {"text": "1) Mục đích"}, "clause.sign"),
    ("text", {"size": 12}, "body.size"),
    ("text", {"italic": True}, "body.italic"),
    ("text", {"align": "left"}, "body.justified"),
    ("text", {"first": 0}, "body.indent"),
    ("text", {"after": 0}, "body.gap"),
    ("text", {"line": 480}, "body.leading"),
    ("text", {"font": "Arial"}, "letters.font"),
    ("text", {"font": ".VnTime"}, "letters.font"),
    ("text", {"colour": "FF0000"}, "letters.colour"),
    ("point_đ", {"text": "e) Thi tìm hiểu."}, "point.order"),
    ("point_đ", {"text": "f) Thi tìm hiểu."}, "point.letter"),
    ("point_d", {"text": "d. Tập huấn cho cán bộ;"}, "point.sign"),
]
END_FAULTS = [
    ("recipients", {"italic": False}, "recipients.italic"),
    ("recipients", {"size": 13}, "recipients.size"),
    ("recipients", {"text": "Nơi nhận"}, "recipients.colon"),
    ("recipient", {"size": 12}, "recipient.size"),
    ("recipient", {"text": "- UBND tỉnh (để báo cáo),"}, "recipient.end"),
    ("archive", {"text": "- Phòng PBGDPL."}, "recipient.archive"),
    ("authority", {"bold": False}, "authority.bold"),
    ("title", {"size": 12}, "authority.size"),
    ("signer", {"bold": False}, "signer.bold"),
    ("signer", {"text": "TRẦN THỊ BÌNH"}, "signer.case"),
    ("signer", {"text": "TS. Trần Thị Bình"}, "signer.learned"),
    ("signer", {}, "signer.absent"),
    ("annex", {"size": 13}, "annex.size"),
    ("annex", {"text": "PHỤ LỤC I"}, "annex.case"),
    ("annex_2", {"text": "Phụ lục 2"}, "annex.count"),
    ("annex_title", {"text": "Danh mục nhiệm vụ"}, "annex_title.case"),
    ("annex_remark", {"italic": False}, "annex_remark.italic"),
]


ALL_FAULTS = HEAD_FAULTS + BODY_FAULTS + END_FAULTS


@pytest.mark.parametrize(("name", "change", "rule"), ALL_FAULTS[::5])
def test_one_fault_in_a_plan_is_named_and_nothing_else(name: str, change: dict, rule: str) -> None:
    only(name, change, rule)


@pytest.mark.slow  # together
@pytest.mark.parametrize(
    ("name", "change", "rule"), [one for place, one in enumerate(ALL_FAULTS) if place % 5]
)
def test_each_other_fault_in_a_plan_is_named_and_nothing_else(name: str, change: dict, rule: str) -> None:
    only(name, change, rule)


def only(name: str, change: dict, rule: str) -> None:
    """The plan with one paragraph changed has that deviation alone."""
    report = check_form(spoilt(PLAN, name, **change))
    assert [one.rule for one in report.deviations] == [rule]
    one = report.deviations[0]
    assert one.clause.startswith("Phụ lục I, Phần I, Mục ")
    assert one.expected
    assert one.found
    if change and "text" not in change:
        assert one.place.quote == PLAN[name].text[:60] or rule == "body.gap"


DECISION_FAULTS = [
    ("chapter", {"text": "Chương 1"}, "chapter.count"),
    ("chapter", {"text": "CHƯƠNG I"}, "chapter.case"),
    ("chapter", {"align": "left"}, "chapter.centred"),
    ("chapter_title", {"text": "Quy định chung"}, "chapter_title.case"),
    ("section", {"text": "Mục I"}, "section.count"),
    ("section", {"bold": False}, "section.bold"),
    ("article", {"bold": False}, "article.bold"),
    ("article", {"text": "Điều 1: Phạm vi điều chỉnh"}, "article.sign"),
    ("article", {"italic": True}, "article.italic"),
    ("proposal", {"text": "Theo đề nghị của Chánh Văn phòng Sở;"}, "bases.end"),
]


@pytest.mark.slow  # together with the others
@pytest.mark.parametrize(("name", "change", "rule"), DECISION_FAULTS)
def test_one_fault_in_a_decision(name: str, change: dict, rule: str) -> None:
    assert rules(spoilt(DECISION, name, **change)) == [rule]


LETTER_FAULTS = [
    ("about", {"size": 14}, "about.size"),
    ("about", {}, "about.absent"),
    ("to", {"text": "Kính gửi"}, "addressees.colon"),
    ("to_2", {"text": "- Bộ Nội vụ"}, "addressees.end"),
]


@pytest.mark.parametrize(("name", "change", "rule"), LETTER_FAULTS)
def test_one_fault_in_a_letter(name: str, change: dict, rule: str) -> None:
    assert rules(spoilt(LETTER, name, **change)) == [rule]


def test_a_letter_says_to_whom_it_is_sent() -> None:
    rest = {name: one for name, one in LETTER.items() if not name.startswith("to")}
    assert rules(made(rest)) == ["addressees.absent"]


PAGE_FAULTS = [
    ({"width": 12240, "height": 15840}, "page.size"),
    ({"top": 567}, "page.top"),
    ({"bottom": 1701}, "page.bottom"),
    ({"left": 1134}, "page.left"),
    ({"right": 567}, "page.right"),
    ({"first_differs": False}, "page_number.first"),
    ({"start": "3"}, "page_number.start"),
    ({"where": "footer"}, "page_number.place"),
    ({"number_size": 11}, "page_number.size"),
    ({"number_align": "right"}, "page_number.centred"),
]


@pytest.mark.parametrize(("change", "rule"), PAGE_FAULTS)
def test_one_fault_of_the_page(change: dict, rule: str) -> None:
    assert rules(made(PLAN, NO_PAGE._replace(**change))) == [rule]


def test_margins_that_programs_round_are_sound() -> None:
    assert (
        rules(made(PLAN, NO_PAGE._replace(top=1417, left=1985, right=851, width=11907, height=16840))) == []
    )


def test_one_kind_of_deviation_is_said_once() -> None:
    many = {f"more{number}": P(f"{LONG} {number}.", align="left") for number in range(7)}
    sample = {
        **{k: v for k, v in PLAN.items() if k in {*list(PLAN)[:15]}},
        **many,
        **{k: PLAN[k] for k in list(PLAN)[15:]},
    }
    report = check_form(made(sample))
    assert [(one.rule, one.more) for one in report.deviations] == [("body.justified", 6)]
    assert any("Còn 6 chỗ như vậy" in line for line in said(report))


def test_blanks_of_a_draft_are_no_fault() -> None:
    draft = {**PLAN, "number": PLAN["number"]._replace(text="Số:      /KH-STP")}
    draft["date"] = PLAN["date"]._replace(text="Bình Minh, ngày     tháng     năm 2026")
    assert rules(made(draft)) == []


def test_both_placings_of_the_tone_are_sound() -> None:
    assert rules(spoilt(PLAN, "state", text="CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")) == []


def test_a_paper_without_any_form_lacks_all_its_parts() -> None:
    report = check_form(made({"text": PLAN["text"]}))
    assert {one.rule for one in report.must} == {"type.absent"}
    absent = {one.rule for one in report.should}
    assert {
        "state.absent",
        "issuer.absent",
        "number.absent",
        "recipients.absent",
        "authority.absent",
    } <= absent


def test_what_must_be_mended_comes_first() -> None:
    spoilt_twice = {
        **PLAN,
        "text": PLAN["text"]._replace(first=0),
        "signer": PLAN["signer"]._replace(size=10),
    }
    report = check_form(made(spoilt_twice))
    assert [one.severity for one in report.deviations] == [Severity.MUST, Severity.SHOULD]
    assert next(said(report)).startswith("1 chỗ phải sửa, 1 chỗ nên xem lại")
