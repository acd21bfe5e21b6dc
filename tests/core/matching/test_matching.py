"""Single properties of matching: values, joint clauses, twins, places, odd input."""

from __future__ import annotations

import json

import pytest

from quyen.core.matching import Claim, Figure, coverage, plan_from_record, propose
from quyen.core.matching.assign import assign
from quyen.core.matching.figures import equal, figure_in, said, without
from quyen.core.matching.words import key, terms


def target(text, value, subject="", unit="%", comparator="=", **more):
    return {"text": text, "value": value, "unit": unit, "comparator": comparator, "subject": subject, **more}


def one(above, below, text=""):
    """The only cell of a parent with one row."""
    return propose(plan_from_record(above), plan_from_record(below | {"text": text}))[0]


NURSES = target("90% điều dưỡng được cấp chứng chỉ hành nghề", 90, "điều dưỡng")


@pytest.mark.parametrize(
    ("value", "comparator", "state"),
    [(90, "=", "covered"), (90, ">=", "covered"), (95, "=", "differs"), (80, ">=", "differs")],
)
def test_value_decides_between_covered_and_differs(value, comparator, state):
    same = NURSES | {"value": value, "comparator": comparator}
    cell = one({"targets": [NURSES]}, {"targets": [same]})
    assert cell.state == state
    assert cell.claim is not None


def test_differing_cell_says_both_values():
    cell = one({"targets": [NURSES]}, {"targets": [NURSES | {"value": 100}]})
    assert (cell.above, cell.below) == ("90%", "100%")
    assert "cao hơn" in cell.reason


def test_sentence_without_figure_differs_and_is_placed():
    text = "Kế hoạch của ngành.\nTiếp tục cấp chứng chỉ hành nghề cho đội ngũ điều dưỡng tại bệnh viện."
    cell = one({"targets": [NURSES]}, {}, text)
    assert cell.state == "differs"
    assert cell.claim.kind == "sentence"
    assert text[cell.claim.at.start : cell.claim.at.end] == cell.claim.text
    assert cell.below == "không nêu số"


def test_sentence_with_figure_that_the_reader_missed_is_covered():
    text = "Trong năm, tỉnh bảo đảm 90% điều dưỡng được cấp chứng chỉ hành nghề."
    assert one({"targets": [NURSES]}, {}, text).state == "covered"


def test_joint_clause_covers_each_of_its_rows():
    rows = [
        target("100% kỹ sư trưởng", 100, "kỹ sư trưởng"),
        target("60% thợ lặn cứu hộ được huấn luyện", 60, "thợ lặn cứu hộ"),
        target("100% phi công trực thăng", 100, "phi công trực thăng"),
    ]
    joint = target("100% kỹ sư trưởng của nhà máy, thợ lặn cứu hộ được huấn luyện", 100)
    cells = propose(plan_from_record({"targets": rows}), plan_from_record({"targets": [joint]}))
    assert [cell.state for cell in cells] == ["covered", "differs", "missing"]
    assert "chung" in cells[0].reason


def test_rows_alike_but_for_the_year_do_not_share_a_claim():
    rows = [
        target("Đến năm 2025, 50% hộ dân có nước máy", 50, "hộ dân", deadline_year=2025),
        target("Đến năm 2030, 80% hộ dân có nước máy", 80, "hộ dân", deadline_year=2030),
    ]
    cells = propose(plan_from_record({"targets": rows}), plan_from_record({"targets": [rows[1]]}))
    assert [cell.state for cell in cells] == ["missing", "covered"]


def test_narrower_area_is_covered_and_named():
    below = NURSES | {"text": "90% điều dưỡng trên địa bàn tỉnh Bình Minh được cấp chứng chỉ hành nghề"}
    cell = one({"targets": [NURSES]}, {"targets": [below]})
    assert cell.state == "covered"
    assert "trên địa bàn tỉnh" in cell.reason


def test_objective_with_other_numbers_differs():
    above = {"objectives": ["Thực hiện kiến nghị số 7, 9 của đoàn kiểm tra về nguồn nước"]}
    same = {"objectives": ["Thực hiện kiến nghị số 07, 09 của đoàn kiểm tra về nguồn nước trên địa bàn"]}
    other = {"objectives": ["Thực hiện kiến nghị số 7 của đoàn kiểm tra về nguồn nước"]}
    assert one(above, same).state == "covered"
    assert one(above, other).state == "differs"


def test_task_due_later_than_the_parent_differs():
    above = {
        "tasks": [{"text": "Trình ban hành quy chế trực ban mùa lũ", "deadline": "trước ngày 30/6/2026"}]
    }
    late = {"tasks": [{"text": "Trình ban hành quy chế trực ban mùa lũ", "deadline": "Quý IV năm 2026"}]}
    soon = {"tasks": [{"text": "Trình ban hành quy chế trực ban mùa lũ", "deadline": "15/5/2026"}]}
    assert one(above, late).state == "differs"
    assert one(above, soon).state == "covered"


def test_old_and_new_place_of_tone_and_abbreviation_are_the_same():
    assert key("hoà") == key("hòa")
    assert key("tỉ") == key("tỷ")
    assert terms("UBND xã Long Hòa") == terms("Ủy ban nhân dân xã Tân Phú")


def test_places_of_plain_texts_come_from_the_record():
    text = "Ngư dân, ngư dân trẻ"
    record = {"audiences": ["ngư dân trẻ"], "places": {"audiences": [[9, 20]]}, "text": text}
    claim = plan_from_record(record).claims[0]
    assert tuple(claim.at) == (9, 20)


def test_deadline_without_year_means_the_plans_only_year():
    record = {"tasks": [{"text": "Báo cáo", "deadline": "Quý II"}], "period": [2026, 2026]}
    assert plan_from_record(record).claims[0].due.isoformat() == "2026-06-30"


def test_recipients_are_no_evidence():
    text = "Nơi nhận:\n- Liên đoàn Lao động tỉnh phụ trách thợ lặn cứu hộ;"
    record = {"recipients": ["Liên đoàn Lao động tỉnh phụ trách thợ lặn cứu hộ"]}
    above = {"targets": [target("60% thợ lặn cứu hộ", 60, "thợ lặn cứu hộ")]}
    assert one(above, record, text).state == "missing"


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"targets": None, "tasks": None},
        {"targets": [{"text": None}], "audiences": [None, ""]},
        {"targets": [{"text": "100%", "value": 100, "unit": None, "comparator": None, "subject": None}]},
        {"text": None, "topics": [{"text": ";;; ,, --", "at": None}]},
    ],
)
def test_odd_records_never_raise(record):
    found = coverage("a", {"targets": [NURSES]} | record, {"b": record, "c": {"targets": [NURSES]}})
    assert json.loads(json.dumps(found)) == found
    assert all(set(row["cells"]) == {"b", "c"} for row in found["rows"])


def test_json_carries_kind_place_and_details():
    text = f"Mở đầu.\n{NURSES['text']}."
    found = coverage("cha", {"targets": [NURSES], "text": text}, {"con": {"targets": [NURSES], "text": text}})
    row = found["rows"][0]
    assert text[slice(*row["at"])] == row["text"]
    assert row["value"] == "90%"
    assert row["cells"] == {"con": "covered"}
    assert row["details"]["con"]["index"] == 0
    assert 0 <= row["details"]["con"]["sure"] <= 1


def test_assign_moves_an_owner_that_has_a_second_choice():
    scores = {(0, 0): 0.95, (0, 1): 0.9, (1, 0): 0.85}
    assert assign(scores, lambda row, owner, claim: False) == {0: 1, 1: 0}


def test_figures_are_said_in_vietnamese():
    assert said(Figure(1000, "cây")) == "1.000 cây"
    assert said(Figure(10, "%", "<")) == "dưới 10%"
    assert said(Figure(15, "%", "range", 20)) == "15-20%"
    assert not equal(Figure(10, "%", "<"), Figure(10, "%", ">"))
    assert not equal(Figure(10, "%"), Figure(10, "xã"))


def test_figure_in_a_sentence_takes_the_equal_one():
    assert figure_in("Năm ngoái 20%, năm nay 35% số hộ", Figure(35)) == Figure(35)
    assert figure_in("Năm ngoái 20% số hộ", Figure(35)) == Figure(20)
    assert figure_in("Không có số nào năm 2024", Figure(35)) is None
    assert figure_in("Trồng 1.500 cây xanh", Figure(2000, "cây xanh")) == Figure(1500, "cây xanh")


def test_only_the_own_figure_is_left_out_of_the_words():
    assert "15" in without(Figure(22), "trẻ em dưới 15 tuổi đạt 22%")
    assert "22" not in without(Figure(22), "trẻ em dưới 15 tuổi đạt 22%")


def test_other_ages_are_another_subject():
    above = {"targets": [target("30% trẻ em dưới 3 tuổi", 30, "trẻ em dưới 3 tuổi")]}
    below = {"targets": [target("30% trẻ em từ 11 đến 15 tuổi", 30, "trẻ em từ 11 đến 15 tuổi")]}
    assert one(above, below).state == "missing"


def test_long_row_is_found_in_a_paragraph_of_several_sentences():
    topic = (
        "Luật về nguồn nước của các nước trong vùng; kinh nghiệm chia sẻ lưu vực sông. Tấm gương gìn giữ rừng "
        "đầu nguồn; cách làm hay của bà con miền núi về giếng làng"
    )
    cell = one({"topics": [topic]}, {}, f"Mở đầu kế hoạch của ngành.\n{topic}.\nKết thúc kế hoạch của ngành.")
    assert (cell.state, cell.claim.kind) == ("covered", "paragraph")


def test_target_mentioned_in_a_long_task_differs_by_its_sentence():
    task = (
        "Chủ trì rà soát các quy định về phòng bệnh. Tham mưu cấp chứng chỉ hành nghề cho điều dưỡng ở các trạm. "
        "Báo cáo kết quả kiểm tra thuốc và vật tư"
    )
    cell = one({"targets": [NURSES]}, {"tasks": [{"text": task}]})
    assert (cell.state, cell.claim.kind) == ("differs", "task")


def test_words_scattered_over_a_long_task_cover_no_target():
    task = (
        "Rà soát cơ sở hành nghề y. Cấp phát thuốc tới trạm. Điều phối xe cứu thương; in chứng chỉ tập huấn lái xe. "
        "Bố trí giường dưỡng bệnh"
    )
    assert one({"targets": [NURSES]}, {"tasks": [{"text": task}]}).state == "missing"


def test_claim_is_frozen():
    with pytest.raises(AttributeError):
        Claim("target", 0, "x").text = "y"
