"""Goals, audiences, topics, channels, money and reports: each from the part of the text that is about it."""

from tests.core.reading.papers import plan


def test_goals_without_a_figure_are_objectives() -> None:
    reading = plan(
        "I. MỤC TIÊU\n\n- Giữ gìn màu xanh của rừng ven biển.\n\n- 100% số xã có tổ giữ rừng.\n\nII. NHIỆM VỤ\n\n- Trồng cây."
    )
    assert [one.text for one in reading.objectives] == ["Giữ gìn màu xanh của rừng ven biển."]


COMMUNICATION = """I. MỤC ĐÍCH

Giữ rừng.

II. ĐỐI TƯỢNG, NỘI DUNG, HÌNH THỨC TUYÊN TRUYỀN

1. Đối tượng tuyên truyền

- Người dân sống ven biển, đặc biệt là hộ nuôi tôm.

- Học sinh, sinh viên; giáo viên các cấp.

2. Nội dung tuyên truyền

- Giá trị của rừng ngập mặn đối với đời sống.

3. Hình thức tuyên truyền

- Phát thanh trên hệ thống loa của xã.

III. TỔ CHỨC THỰC HIỆN

1. Sở A làm.
"""


def test_each_list_comes_from_its_own_part() -> None:
    reading = plan(COMMUNICATION)
    assert [one.text for one in reading.audiences] == [
        "Người dân sống ven biển",
        "Học sinh, sinh viên; giáo viên các cấp",
    ]
    assert [one.text for one in reading.topics] == ["Giá trị của rừng ngập mặn đối với đời sống."]
    assert [one.text for one in reading.channels] == ["Phát thanh trên hệ thống loa của xã."]


def test_a_focus_named_in_running_text_gives_groups_of_its_own() -> None:
    body = "I. ĐỐI TƯỢNG TRUYỀN THÔNG\n\nNgười dân toàn tỉnh. Trong đó chú trọng các nhóm như người nghèo vùng biển; cán bộ xã ven biển.\n\nII. NHIỆM VỤ\n\nTrồng cây."
    assert [one.text for one in plan(body).audiences] == [
        "Người dân toàn tỉnh",
        "người nghèo vùng biển",
        "cán bộ xã ven biển",
    ]


def test_under_a_heading_of_several_parts_only_its_own_paragraph_tells_the_audience() -> None:
    body = "I. PHẠM VI, ĐỐI TƯỢNG\n\n1. Phạm vi: toàn tỉnh và các đảo.\n\n2. Khu vực ưu tiên\n\n- Các xã ven biển phía Đông.\n\nII. NHIỆM VỤ\n\nTrồng cây."
    assert plan(body).audiences == ()


def test_those_to_be_rewarded_are_no_audience() -> None:
    body = "I. KHEN THƯỞNG\n\n1. Đối tượng khen thưởng\n\n- Tập thể có thành tích giữ rừng.\n\nII. NHIỆM VỤ\n\nTrồng cây."
    assert plan(body).audiences == ()


def test_a_source_with_its_sum_stands_for_what_it_pays() -> None:
    body = (
        "I. KINH PHÍ\n\n1. Vốn ngân sách nhà nước: 12 tỷ đồng, bao gồm:\n\n- Xây vườn ươm từ nguồn vốn năm trước: 5 tỷ đồng.\n\n"
        "2. Vốn doanh nghiệp: 3 tỷ đồng\n\n- Trồng cây."
    )
    source = plan(body).budget_source
    assert source and source.text == "Vốn ngân sách nhà nước: 12 tỷ đồng Vốn doanh nghiệp: 3 tỷ đồng"


def test_budget_sources_leave_procedures_out() -> None:
    body = "I. MỤC TIÊU\n\n1. Giữ rừng.\n\nII. KINH PHÍ THỰC HIỆN\n\n- Ngân sách tỉnh và nguồn xã hội hóa.\n\n- Các đơn vị lập dự toán gửi Sở Tài chính tổng hợp trình cấp có thẩm quyền.\n\nIII. TỔ CHỨC THỰC HIỆN\n\n1. Sở A làm."
    source = plan(body).budget_source
    assert source is not None and source.text == "Ngân sách tỉnh và nguồn xã hội hóa."


def test_a_lone_paragraph_on_money_is_found() -> None:
    body = "I. TỔ CHỨC THỰC HIỆN\n\n1. Sở A làm.\n\n2. Kinh phí thực hiện Kế hoạch được bố trí từ nguồn ngân sách tỉnh."
    source = plan(body).budget_source
    assert source is not None and "nguồn ngân sách tỉnh" in source.text


def test_money_asked_of_a_unit_alone_is_no_source() -> None:
    body = (
        "I. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tài chính\n\na) Thẩm định dự toán, tham mưu bố trí kinh phí phù hợp."
    )
    assert plan(body).budget_source is None


def test_report_sentences_with_a_time_are_kept_in_order() -> None:
    body = "I. TỔ CHỨC THỰC HIỆN\n\n1. Sở A định kỳ báo cáo Ủy ban nhân dân tỉnh.\n\n2. Các xã báo cáo kết quả về Sở A trước ngày 15/12 hằng năm.\n\nTrong quá trình thực hiện, nếu có vướng mắc kịp thời báo cáo trước ngày họp."
    due = plan(body).report_deadline
    assert due is not None
    assert (
        due.text
        == "Sở A định kỳ báo cáo Ủy ban nhân dân tỉnh. Các xã báo cáo kết quả về Sở A trước ngày 15/12 hằng năm."
    )


def test_a_report_without_a_time_or_with_only_a_cited_day_is_none() -> None:
    body = "I. TỔ CHỨC THỰC HIỆN\n\n1. Sở A tổng hợp, báo cáo theo Công văn số 5/UBND-NN ngày 3/4/2024."
    assert plan(body).report_deadline is None


def test_of_a_long_sentence_the_clause_on_reports_is_taken() -> None:
    work = "; ".join(f"trồng cây và chăm sóc rừng ở khu vực số {place}" for place in range(1, 6))
    body = f"I. TỔ CHỨC THỰC HIỆN\n\n1. Các xã {work}; báo cáo Sở A trước ngày 5 hằng tháng."
    due = plan(body).report_deadline
    assert due is not None and due.text == "báo cáo Sở A trước ngày 5 hằng tháng."


def test_a_labelled_time_after_a_report_belongs_to_it() -> None:
    body = "I. NHIỆM VỤ\n\n1. Sở A\n\n- Tổng hợp số liệu, báo cáo kết quả gửi Bộ Nông nghiệp.\n\nThời hạn hoàn thành: Trước ngày 31/5/2026.\n\n- Trồng cây."
    due = plan(body).report_deadline
    assert due is not None and due.text.endswith(
        "gửi Bộ Nông nghiệp. Thời hạn hoàn thành: Trước ngày 31/5/2026."
    )


def test_treaties_are_named_by_code_in_the_order_of_the_text() -> None:
    body = "I. NỘI DUNG\n\n1. Công ước về quyền trẻ em; Công ước về xóa bỏ mọi hình thức phân biệt đối xử với phụ nữ (CEDAW); các quyền của người khuyết tật nói chung."
    assert [one.text for one in plan(body).treaties] == ["CRC", "CEDAW"]


def test_a_code_without_any_convention_is_no_treaty() -> None:
    assert plan("I. NỘI DUNG\n\n1. Kiểm tra mã CRC của tệp và dây CAT 6.").treaties == ()
