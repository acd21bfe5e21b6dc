"""Agencies: where a name ends, how lists part, what abbreviations stand for."""

import pytest

from quyen.core.reading.agencies import canonical_name, find_units, is_unit_list, leading_units, split_units


def names(units) -> list[str]:
    return [unit.text for unit in units]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Sở Y tế tăng cường kiểm tra", ["Sở Y tế"]),
        ("các cơ quan, đơn vị liên quan rà soát", ["các cơ quan, đơn vị liên quan"]),
        ("Sở Tư pháp và các cơ quan liên quan tổ chức phổ biến", ["Sở Tư pháp", "các cơ quan liên quan"]),
        (
            "Sở Văn hóa, Thể thao và Du lịch, UBND các xã, phường, đặc khu thực hiện",
            ["Sở Văn hóa, Thể thao và Du lịch", "UBND các xã, phường, đặc khu"],
        ),
        ("Trung tâm Kiểm soát bệnh tật tỉnh chủ trì", ["Trung tâm Kiểm soát bệnh tật tỉnh"]),
        ("Ban Dân tộc và Tôn giáo tỉnh phối hợp", ["Ban Dân tộc và Tôn giáo tỉnh"]),
        ("Báo và Phát thanh, Truyền hình tỉnh đưa tin", ["Báo và Phát thanh, Truyền hình tỉnh"]),
        ("các sở, ban, ngành, Công an tỉnh xây dựng", ["các sở, ban, ngành", "Công an tỉnh"]),
        ("cấp trên để bảo đảm nguồn lực", ["cấp trên"]),
        ("các Sở: Tài chính, Nội vụ, KH&CN thẩm định", ["Tài chính", "Nội vụ", "KH&CN"]),
        ("Bộ trưởng Bộ Y tế chỉ đạo", ["Bộ trưởng Bộ Y tế"]),
        (
            "Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ báo cáo",
            ["Các Bộ trưởng", "Thủ trưởng cơ quan ngang bộ"],
        ),
        ("cơ quan Thuế, Sở Y tế rà soát", ["cơ quan Thuế", "Sở Y tế"]),
        ("cơ sở giáo dục phổ thông chủ trì", ["cơ sở giáo dục phổ thông"]),
        ("thu thập, biên tập tài liệu", []),
        ("Tổ chức các lớp tập huấn", []),
        ("Ban hành kế hoạch", []),
        ("Báo cáo kết quả", []),
    ],
)
def test_units_that_open_a_text(text, units):
    assert names(leading_units(text, 0)[0]) == units


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("Sở Y tế; Công an tỉnh", ["Sở Y tế", "Công an tỉnh"]),
        ("Các sở, ngành, UBND xã, phường", ["Các sở, ngành", "UBND xã, phường"]),
        ("Các Sở, ban, ngành và UBND cấp xã", ["Các Sở, ban, ngành", "UBND cấp xã"]),
        ("- Sở Nội vụ\n- Tỉnh đoàn", ["Sở Nội vụ", "Tỉnh đoàn"]),
        ("Sở KH&CN, Sở VH,TT&DL", ["Sở KH&CN", "Sở VH,TT&DL"]),
        ("Công an tỉnh (PA05, PC02); Sở Y tế", ["Công an tỉnh (PA05, PC02)", "Sở Y tế"]),
        ("Nhóm chuyên gia độc lập", ["Nhóm chuyên gia độc lập"]),
        ("", []),
    ],
)
def test_a_cell_is_parted_where_another_unit_begins(cell, units):
    assert names(split_units(cell)) == units


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Sở TT&TT", "Sở Thông tin và Truyền thông"),
        ("Sở TTTT", "Sở Thông tin và Truyền thông"),
        ("Sở Thông tin và Truyền thông", "Sở Thông tin và Truyền thông"),
        ("Sở Văn hoá, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo"),
        ("Sở NN&MT tỉnh", "Sở Nông nghiệp và Môi trường tỉnh"),
        ("UBND các xã, phường", "Ủy ban nhân dân các xã, phường"),
        ("Uỷ ban nhân dân Tỉnh", "Ủy ban nhân dân Tỉnh"),
        ("Các Sở, ban, ngành", "các Sở, ban, ngành"),
    ],
)
def test_canonical_names(written, known):
    assert canonical_name(written) == known


def test_places_point_at_the_words():
    text = "Kính gửi: Sở Y tế, Công an tỉnh và UBND các xã, phường."
    for unit in find_units(text):
        assert text[unit.at.start : unit.at.end] == unit.text
    assert names(find_units(text)) == ["Sở Y tế", "Công an tỉnh", "UBND các xã, phường"]


@pytest.mark.slow
def test_a_heading_is_units_only_or_not_at_all():
    assert names(is_unit_list("Sở Tài chính (cơ quan chủ trì)")) == ["Sở Tài chính"]
    assert names(is_unit_list("SỞ TÀI CHÍNH")) == ["SỞ TÀI CHÍNH"]
    assert is_unit_list("Cơ chế phối hợp") == ()
    assert is_unit_list("TỔ CHỨC THỰC HIỆN") == ()
    assert is_unit_list("Sở Y tế chủ trì kiểm tra") == ()
