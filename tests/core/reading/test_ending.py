"""Recipients and signer, in a table or in lines, with the slips of real files."""

import pytest

from tests.core.reading.papers import HEAD, plan, read_text


def test_a_table_of_list_and_signature_is_read() -> None:
    reading = plan("I. MỤC TIÊU\n\n1. Giữ rừng.")
    assert [one.text for one in reading.recipients] == [
        "Bộ Nông nghiệp (b/c)",
        "Các sở, ngành",
        "Lưu: VT, NN.",
    ]
    assert reading.signer is not None
    assert reading.signer.name == "Trương Văn Tịnh"
    assert reading.signer.title == "PHÓ CHỦ TỊCH"
    assert reading.signer.authority == "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH"


LIST = "{label}\n\n- Như trên;\n- Sở A (để b/c);\n- Lưu: VT. (3)\n\n{signature}\n"


def _ended(signature: str, label: str = "Nơi nhận:"):  # type: ignore[no-untyped-def]
    return read_text(
        f"{HEAD}\n\nI. MỤC TIÊU\n\n1. Giữ rừng ven biển cho mai sau.\n\n"
        + LIST.format(label=label, signature=signature)
    )


@pytest.mark.parametrize(
    ("signature", "name"),
    [
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\nĐào Mỹ", "Đào Mỹ"),
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\nLê Thị Ánh Tuyết", "Lê Thị Ánh Tuyết"),
        ("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG ✓\nNGUYỄN VĂN BÌNH", "Nguyễn Văn Bình"),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH Hồ Văn Tính", "Hồ Văn Tính"),
        ("T/M BAN CHẤP HÀNH\nBÍ THƯ\nY Thanh Hà", "Y Thanh Hà"),
        ("Q. CỤC TRƯỞNG\nPGS.TS. Trần Quang", "Trần Quang"),
    ],
)
def test_a_name_stands_under_an_office(signature: str, name: str) -> None:
    signer = _ended(signature).signer
    assert signer is not None and signer.name == name


def test_a_block_without_a_name_has_no_signer() -> None:
    assert _ended("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)").signer is None


@pytest.mark.parametrize("label", ["Nơi nhận:", "Noi nhận:", "*Nơi nhận:*", "NƠI NHẬN"])
def test_the_list_is_found_under_each_form_of_its_label(label: str) -> None:
    reading = _ended("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nĐào Mỹ", label)
    assert [one.text for one in reading.recipients] == ["Như trên", "Sở A (để b/c)", "Lưu: VT. (3)"]


def test_a_list_whose_label_was_lost_is_found_by_its_last_entry() -> None:
    reading = _ended("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nĐào Mỹ", "./.")
    assert [one.text for one in reading.recipients] == ["Như trên", "Sở A (để b/c)", "Lưu: VT. (3)"]


def test_the_form_in_an_annex_is_not_the_document_s_ending() -> None:
    text = f"{HEAD}\n\nI. MỤC TIÊU\n\n1. Giữ rừng.\n\nPHỤ LỤC\n\nMẪU BÁO CÁO\n\n1. Số liệu\n\nNơi nhận:\n- Bộ A;\n\nGIÁM ĐỐC\nTrần Văn A"
    reading = read_text(text)
    assert reading.recipients == () and reading.signer is None
