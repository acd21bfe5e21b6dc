"""Tasks: one test for each rule of the contract, with texts of our own."""

import pytest

from quyen.core.reading.formats.plain import read_plain
from quyen.core.reading.layout import lay_out
from quyen.core.reading.tasks import find_tasks
from quyen.core.reading.tasks.beginnings import beginning
from quyen.core.reading.tasks.deadlines import find_deadline
from quyen.core.reading.tasks.sentences import read_owners
from quyen.core.types import RawCell, RawDocument, RawTable


def found(text: str, issuer: str | None = None):
    return find_tasks(lay_out(read_plain(text.encode(), "txt")), issuer=issuer)


def rows(text: str):
    """(text, leads, coordinating units, deadline) of every task."""
    return [
        (
            task.text,
            [unit.text for unit in task.lead],
            [unit.text for unit in task.coordinate],
            task.deadline.text if task.deadline else None,
        )
        for task in found(text)
    ]


def table(*lines: str) -> str:
    return "\n".join("\t".join(part.strip() for part in line.split("|")) for line in lines) + "\n"


# --- rule 1: tables --------------------------------------------------------------------------------


def test_columns_in_any_order_and_wording():
    text = table(
        "STT | Tiến độ | Đơn vị phối hợp | Tên nhiệm vụ | Sản phẩm | Đơn vị thực hiện",
        "1 | Quý II/2026 | Sở Tài chính; UBND các xã, phường | Xây đường ven sông | Tuyến đường | Sở Xây dựng",
    )
    (task,) = found(text)
    assert task.no == "1"
    assert task.text == "Xây đường ven sông"
    assert [unit.text for unit in task.lead] == ["Sở Xây dựng"]
    assert [unit.text for unit in task.coordinate] == ["Sở Tài chính", "UBND các xã, phường"]
    assert (task.deadline.text, task.product.text) == ("Quý II/2026", "Tuyến đường")


def test_a_row_that_is_only_a_heading_is_none():
    text = table(
        "TT | Nội dung | Cơ quan chủ trì | Thời gian",
        "I | CÔNG TÁC TUYÊN TRUYỀN | | ",
        "1 | In tờ rơi | Sở Y tế | Tháng 3",
        " | Tổng cộng | | ",
    )
    assert [row[0] for row in rows(text)] == ["In tờ rơi"]


def test_a_head_of_two_rows_and_ditto_marks():
    text = table(
        "TT | Nội dung công việc | Cơ quan thực hiện | | Thời hạn",
        " | | Chủ trì | Phối hợp | ",
        "1 | Trồng cây xanh | Sở Xây dựng | Tỉnh đoàn | Tháng 2",
        "2 | Thu gom rác | nt | nt | Tháng 4",
    )
    assert rows(text)[1] == ("Thu gom rác", ["Sở Xây dựng"], ["Tỉnh đoàn"], "Tháng 4")


def test_one_column_for_both_leading_and_coordinating_units():
    text = table(
        "TT | Nhiệm vụ | Cơ quan chủ trì, phối hợp | Thời gian",
        "1 | Khảo sát giếng nước | Sở Y tế chủ trì, phối hợp với Sở Xây dựng, UBND các xã | Năm 2026",
    )
    assert rows(text)[0][1:3] == (["Sở Y tế"], ["Sở Xây dựng", "UBND các xã"])


def test_merged_cells_are_shared_and_a_part_with_its_own_lead_is_its_own_task():
    head = [
        RawCell(words, 0, column) for column, words in enumerate(("TT", "Nhiệm vụ", "Chủ trì", "Thời gian"))
    ]
    body = [
        RawCell("1", 1, 0, row_span=2),
        RawCell("Lắp đèn đường", 1, 1),
        RawCell("Sở Xây dựng", 1, 2),
        RawCell("Năm 2026", 1, 3, row_span=2),
        RawCell("Bảo trì đèn đường", 2, 1),
        RawCell("UBND các xã, phường", 2, 2),
    ]
    document = lay_out(RawDocument("docx", [RawTable([*head, *body], rows=3, columns=4)]))
    first, second = find_tasks(document)
    assert second.deadline.text == first.deadline.text == "Năm 2026"
    assert second.lead[0].text == "UBND các xã, phường"
    assert second.no == "1"


def test_a_task_cell_over_several_rows_is_one_task_of_all_their_units():
    head = [RawCell(words, 0, column) for column, words in enumerate(("TT", "Nhiệm vụ", "Chủ trì"))]
    body = [
        RawCell("1", 1, 0, row_span=2),
        RawCell("Diễn tập chữa cháy", 1, 1, row_span=2),
        RawCell("Công an tỉnh", 1, 2),
        RawCell("Sở Công Thương", 2, 2),
    ]
    (task,) = find_tasks(lay_out(RawDocument("docx", [RawTable([*head, *body], rows=3, columns=3)])))
    assert [unit.text for unit in task.lead] == ["Công an tỉnh", "Sở Công Thương"]


def test_a_table_without_owners_holds_no_tasks():
    assert rows(table("TT | Nội dung | Số lượng", "1 | Lấy mẫu nước | 30")) == []


# --- rule 1: labelled blocks -------------------------------------------------------------------------


def test_a_block_is_one_task_however_many_dashes_it_has():
    text = (
        "II. NHIỆM VỤ\n1. Về trường học\na) Nhiệm vụ:\n- Sửa chữa mái nhà các trường.\n- Mua bàn ghế mới.\n"
        "b) Cơ quan thực hiện:\n- Đơn vị chủ trì: Sở Giáo dục và Đào tạo.\n- Đơn vị phối hợp: Sở Tài chính, UBND xã.\n"
        "c) Thời gian thực hiện: Trước năm học mới.\n"
    )
    ((words, lead, coordinate, deadline),) = rows(text)
    assert words == "Sửa chữa mái nhà các trường. - Mua bàn ghế mới."
    assert (lead, coordinate) == (["Sở Giáo dục và Đào tạo"], ["Sở Tài chính", "UBND xã"])
    assert deadline == "Trước năm học mới"


def test_a_heading_with_labels_under_it_is_the_task_itself():
    text = "1. Xây dựng quy chế quản lý chợ\n- Chủ trì: Sở Công Thương.\n- Thời gian: Quý III.\n2. Khác\n"
    ((words, lead, _, deadline),) = rows(text)
    assert (words, lead, deadline) == ("Xây dựng quy chế quản lý chợ", ["Sở Công Thương"], "Quý III")


def test_labels_inside_a_sentence():
    text = "1. Mở lớp dạy bơi cho trẻ em (Cơ quan chủ trì: Tỉnh đoàn; phối hợp: Sở Y tế; thời gian: tháng 6/2026).\n"
    assert rows(text) == [("Mở lớp dạy bơi cho trẻ em", ["Tỉnh đoàn"], ["Sở Y tế"], "tháng 6/2026")]


def test_a_labelled_time_under_an_assigned_task_is_its_deadline():
    text = "IV. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n- Khám sức khỏe cho công nhân.\nThời gian hoàn thành: Tháng 9/2026.\n"
    assert rows(text) == [("Khám sức khỏe cho công nhân.", ["Sở Y tế"], [], "Tháng 9/2026")]


# --- rule 2: assignment sections -----------------------------------------------------------------------

ASSIGNED = """V. TỔ CHỨC THỰC HIỆN
1. Sở Xây dựng
a) Chủ trì, phối hợp với Công an tỉnh, UBND các xã, phường kiểm tra các cầu yếu trước ngày 30/6/2026.
b) Các nhiệm vụ khác:
- Cắm biển báo tải trọng.
- Công an tỉnh xử lý xe quá tải.
2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các đoàn thể
Vận động nhân dân hiến đất mở đường.
3. Sở Tài chính: Bố trí kinh phí theo phân cấp.
4. Sở Y tế chủ trì, phối hợp với Sở Nội vụ:
- Tập huấn sơ cứu tai nạn.
5. Cơ chế phối hợp
- Trao đổi thông tin kịp thời.
Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Sở Xây dựng./.
"""


def test_the_heading_leads_and_the_units_after_phoi_hop_coordinate():
    first = rows(ASSIGNED)[0]
    assert first[1:] == (["Sở Xây dựng"], ["Công an tỉnh", "UBND các xã, phường"], "trước ngày 30/6/2026")


def test_each_lowest_paragraph_is_a_task_and_a_lead_in_is_none():
    assert [row[0] for row in rows(ASSIGNED)] == [
        "Chủ trì, phối hợp với Công an tỉnh, UBND các xã, phường kiểm tra các cầu yếu trước ngày 30/6/2026.",
        "Cắm biển báo tải trọng.",
        "Công an tỉnh xử lý xe quá tải.",
        "Vận động nhân dân hiến đất mở đường.",
        "Bố trí kinh phí theo phân cấp.",
        "Tập huấn sơ cứu tai nạn.",
    ]


def test_the_sentences_own_subject_goes_before_the_heading():
    assert rows(ASSIGNED)[2][1] == ["Công an tỉnh"]


def test_a_lead_in_hands_its_units_down():
    assert rows(ASSIGNED)[5][1:3] == (["Sở Y tế"], ["Sở Nội vụ"])


def test_a_request_names_the_units_of_the_heading():
    assert rows(ASSIGNED)[3][1] == ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "các đoàn thể"]


def test_an_order_hands_its_points_to_the_units_they_name():
    text = (
        "Để chủ động phòng cháy rừng, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:\n"
        "1. Công an tỉnh chỉ đạo Công an các xã tuần tra.\n"
        "2. Các sở, ban, ngành tỉnh\na) Thường xuyên kiểm tra trụ sở.\n"
    )
    assert [(lead, deadline) for _, lead, _, deadline in rows(text)] == [
        (["Công an tỉnh"], None),
        (["Các sở, ban, ngành tỉnh"], "Thường xuyên"),
    ]


# --- rule 3: elsewhere ----------------------------------------------------------------------------------


def test_elsewhere_only_a_sentence_with_its_owner_counts():
    text = (
        "III. NHIỆM VỤ\n"
        "1. Tăng cường tuyên truyền trên báo chí.\n"
        "2. Sở Nội vụ chủ trì tổng kết phong trào trong năm 2026.\n"
        "3. Các đơn vị liên quan chủ động bố trí nhân lực.\n"
        "4. Giao Sở Y tế tổ chức hội thi.\n"
    )
    assert [row[1] for row in rows(text)] == [["Sở Nội vụ"], ["Sở Y tế"]]


def test_money_reports_and_goals_that_stand_on_their_own_are_none():
    text = (
        "I. MỤC TIÊU\n1. Sở Y tế phấn đấu đạt 90% kế hoạch.\n"
        "IV. KINH PHÍ THỰC HIỆN\n1. Sở Tài chính cân đối nguồn vốn.\n"
        "V. CHẾ ĐỘ BÁO CÁO\n1. Sở Nội vụ báo cáo trước ngày 15/12.\n"
    )
    assert rows(text) == []


def test_articles_that_only_enforce_the_decision_are_none():
    text = (
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch làm đường.\n"
        "Điều 2. Giao Sở Xây dựng theo dõi việc thực hiện.\n"
        "Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Xây dựng chịu trách nhiệm thi hành Quyết định này./.\n"
    )
    assert [row[1] for row in rows(text)] == [["Sở Xây dựng"]]


def test_the_issuer_is_no_owner_of_its_own_plan():
    text = "1. Ủy ban nhân dân tỉnh tổ chức lễ phát động.\n"
    assert found(text, issuer="Ủy ban nhân dân tỉnh") == ()


# --- rule 4 and 5 ------------------------------------------------------------------------------------------


def test_recipients_and_signature_are_none():
    text = ASSIGNED + "Nơi nhận:\n- Sở Y tế;\n- Công an tỉnh;\n- Lưu: VT.\n"
    assert len(rows(text)) == 6


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("Báo cáo trước ngày 15/12 hằng năm về Sở Nội vụ.", "trước ngày 15/12 hằng năm"),
        ("Trình phê duyệt trong tháng 10/2025.", "trong tháng 10/2025"),
        ("Hoàn thành trong quý I/2026.", "Hoàn thành trong quý I/2026"),
        ("Báo cáo định kỳ hằng quý.", "định kỳ hằng quý"),
        ("Thường xuyên rà soát.", "Thường xuyên"),
        ("Gửi kế hoạch trong thời hạn 10 ngày làm việc kể từ ngày ban hành.", None),
        ("Dùng nguồn chi thường xuyên của đơn vị.", None),
        ("Phát triển giáo dục thường xuyên.", None),
        ("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020, xây dựng quy chế.", None),
        ("Thực hiện Chương trình giai đoạn 2026 - 2030.", None),
        ("Xây dựng phần mềm.", None),
    ],
)
def test_deadlines_as_written(text, deadline):
    fact = find_deadline(text)
    if deadline is None and "thời hạn" in text:
        assert fact.text.startswith("trong thời hạn 10 ngày làm việc")
    else:
        assert (fact.text if fact else None) == deadline
    assert fact is None or text[fact.at.start : fact.at.end] == fact.text


@pytest.mark.parametrize(
    ("text", "lead", "coordinate"),
    [
        ("Sở Y tế phối hợp chặt chẽ với Công an tỉnh kiểm tra.", ["Sở Y tế"], ["Công an tỉnh"]),
        ("Căn cứ nhiệm vụ được giao, các sở, ngành lập kế hoạch.", ["các sở, ngành"], []),
        ("Giao Sở A chủ trì.", ["Sở A"], []),
        ("Phối hợp huy động nguồn vốn hỗ trợ.", [], []),
        ("Bệnh viện tỉnh được xếp hạng một.", [], []),
        ("Tổ chức các lớp tập huấn.", [], []),
    ],
)
def test_owners_of_a_sentence(text, lead, coordinate):
    owners = read_owners(text, 0, beginning(text))
    found = (owners.lead, owners.coordinate) if owners else ([], [])
    assert [unit.text for unit in found[0]] == lead
    assert [unit.text for unit in found[1]] == coordinate


def test_a_sum_of_money_under_a_unit_is_no_task():
    text = "V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế:\n- 4.633.640.000 đồng, gồm tiền mặt và hiện vật.\n- Mua sắm trang thiết bị theo quy định.\n"
    assert [row[0] for row in rows(text)] == ["Mua sắm trang thiết bị theo quy định."]
