"""Targets: clauses with a figure and its subject; what is now, how work is done and money are none."""

import pytest

from quyen.core.types import Target
from tests.core.reading.papers import plan


def _targets(line: str, *, heading: str = "II. MỤC TIÊU CỤ THỂ ĐẾN NĂM 2028") -> tuple[Target, ...]:
    return plan(
        f"I. MỤC ĐÍCH\n\nGiữ rừng.\n\n{heading}\n\n- {line}\n\nIII. TỔ CHỨC THỰC HIỆN\n\n1. Sở A làm."
    ).targets


@pytest.mark.parametrize(
    ("line", "value", "comparator", "unit"),
    [
        ("100% số xã có tổ giữ rừng.", 100, "=", "%"),
        ("Tỷ lệ che phủ rừng đạt trên 42,5%.", 42.5, ">", "%"),
        ("Có ít nhất 1.200 hộ nhận khoán rừng.", 1200, ">=", "hộ nhận khoán rừng"),
        ("Tối thiểu 30 % diện tích được tỉa thưa.", 30, ">=", "%"),
        ("Tỷ lệ cháy rừng giảm còn dưới 0,5%.", 0.5, "<", "%"),
        ("Số vụ vi phạm không quá 12 vụ mỗi huyện.", 12, "<=", "vụ"),
        ("Tỷ lệ cây sống đạt từ 85% trở lên.", 85, ">=", "%"),
        ("Phấn đấu chỉ số xanh của tỉnh thuộc top 10 cả nước.", 10, "<=", "cả nước"),
        ("Độ che phủ đạt khoảng 45%.", 45, "=", "%"),
    ],
)
def test_a_figure_is_read_with_its_comparator(line: str, value: float, comparator: str, unit: str) -> None:
    (one,) = _targets(line)
    assert (one.value, one.comparator, one.unit) == (value, comparator, unit)
    assert one.deadline_year == 2028


@pytest.mark.parametrize("line", ["tăng từ 15% đến 20% mỗi năm.", "chiếm 15 - 20% tổng số.", "đạt 15%-20%."])
def test_a_range_has_both_ends(line: str) -> None:
    (one,) = _targets(f"Diện tích rừng trồng {line}")
    assert (one.value, one.value_max, one.comparator) == (15, 20, "range")


def test_two_figures_are_two_targets_with_their_own_words() -> None:
    first, second = _targets("100% cán bộ kiểm lâm, 70% cán bộ xã ven biển được tập huấn.")
    assert first.text == "100% cán bộ kiểm lâm"
    assert second.text == "70% cán bộ xã ven biển được tập huấn."


def test_subjects_before_their_figures_are_parted_too() -> None:
    texts = [one.text for one in _targets("Tỷ lệ nam, nữ tham gia tổ rừng đạt 40%, tỷ lệ cây sống đạt 80%.")]
    assert texts == ["Tỷ lệ nam, nữ tham gia tổ rừng đạt 40%", "tỷ lệ cây sống đạt 80%."]


def test_a_count_inside_a_share_is_not_a_second_target() -> None:
    (one,) = _targets("70% hộ ven biển được cấp ít nhất 3 loại cây giống.")
    assert one.value == 70


@pytest.mark.parametrize(
    "line",
    [
        "Hiện nay 60% diện tích rừng đã có chủ.",
        "Bố trí 30 tỷ đồng cho giữ rừng.",
        "Trả lời trong 24 giờ, họp 2 lần/năm.",
        "Thực hiện Nghị quyết số 29 khóa XI năm 2013 về 05 nội dung.",
        "Triển khai chính quyền 2 cấp từ ngày 1/7/2025.",
    ],
)
def test_what_is_no_target_is_left_out(line: str) -> None:
    assert _targets(line) == ()


def test_shares_of_capital_in_the_part_on_money_are_none() -> None:
    assert _targets("Ngân sách tỉnh chiếm 80% tổng vốn.", heading="II. KINH PHÍ THỰC HIỆN") == ()


def test_a_share_outside_the_goals_counts_a_bare_count_does_not() -> None:
    heading = "II. NHIỆM VỤ"
    assert len(_targets("Bảo đảm 100% thủ tục được xử lý trực tuyến.", heading=heading)) == 1
    assert _targets("Tổ chức 3 hội nghị tại 5 huyện.", heading=heading) == ()


def test_the_same_said_again_counts_once() -> None:
    body = "I. MỤC TIÊU\n\n- 100% số xã có tổ giữ rừng.\n\nII. NHIỆM VỤ\n\n- Vận động để 100% số xã có tổ giữ rừng."
    assert len(plan(body).targets) == 1


def test_a_table_of_indicators_gives_what_is_to_be_reached_not_what_was() -> None:
    rows = """I. CHỈ TIÊU

| TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2023 | Kế hoạch năm 2024 |
| 1 | Tỷ lệ che phủ rừng | % | 41 | ≥ 42 |
| 2 | Số tổ giữ rừng | tổ | 120 | 150 |
"""
    found = [
        (one.subject, one.value, one.comparator, one.unit, one.deadline_year) for one in plan(rows).targets
    ]
    assert found == [("Tỷ lệ che phủ rừng", 42, ">=", "%", 2024), ("Số tổ giữ rừng", 150, "=", "tổ", 2024)]


def test_conditions_of_a_decree_are_no_targets() -> None:
    from tests.core.reading.papers import read_text

    text = "CHÍNH PHỦ\n\nSố: 9/2024/NĐ-CP\n\nHà Nội, ngày 1 tháng 2 năm 2024\n\nNGHỊ ĐỊNH\n\nQuy định về họp\n\nĐiều 1. Họp\n\n1. Cuộc họp có ít nhất 50% thành viên tham dự."
    assert read_text(text).targets == ()


def test_the_words_stand_at_the_place() -> None:
    reading = plan("I. MỤC TIÊU\n\n- Đến năm 2027, 90% số xã có tổ giữ rừng; 80% hộ ký cam kết.")
    assert [reading.document.cut(one.at) for one in reading.targets] == [one.text for one in reading.targets]


def test_a_range_of_years_in_brackets_is_no_amount() -> None:
    said = [
        one.value
        for one in plan("I. MỤC TIÊU\n\n- Phấn đấu 90% cán bộ xã được tập huấn (2021 - 2025).\n").targets
    ]
    assert said == [90]
