"""Legal bases of the preamble: numbered ones wherever they stand, others by name, each once."""

from tests.core.reading.papers import plan


def _bases(*clauses: str) -> list[tuple[str, str | None]]:
    reading = plan("I. MỤC TIÊU\n\n1. Giữ rừng.", bases="\n\n".join(("", *clauses, "")))
    return [(one.number, one.date) for one in reading.legal_bases]


def test_numbered_and_named_ones_are_told_apart() -> None:
    assert _bases(
        "Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;",
        "Căn cứ Luật Đất đai số 31/2024/QH15 ngày 18 tháng 01 năm 2024;",
        "Theo đề nghị của Sở Nông nghiệp tại Tờ trình số 9/TTr-SNN ngày 1/2/2024.",
    ) == [("Luật Lâm nghiệp", "2017-11-15"), ("31/2024/QH15", "2024-01-18"), ("9/TTr-SNN", "2024-02-01")]


def test_one_cited_in_the_title_of_another_counts_once_and_takes_the_date_given_later() -> None:
    assert _bases(
        "Thực hiện Quyết định số 14/QĐ-TTg của Thủ tướng Chính phủ;",
        "Thực hiện Quyết định số 29/QĐ-UBND ngày 2/3/2024 của UBND tỉnh thực hiện Quyết định số 14/QĐ-TTg ngày 1/2/2024;",
    ) == [("14/QĐ-TTg", "2024-02-01"), ("29/QĐ-UBND", "2024-03-02")]


def test_a_law_named_in_the_title_of_a_decree_is_no_basis() -> None:
    assert _bases(
        "Căn cứ Nghị định số 15/2018/NĐ-CP ngày 1/2/2018 của Chính phủ quy định chi tiết một số điều của Luật Lâm nghiệp;"
    ) == [("15/2018/NĐ-CP", "2018-02-01")]


def test_an_amending_law_without_number_keeps_its_whole_name() -> None:
    name = "Luật sửa đổi, bổ sung một số điều của Luật Quy hoạch, Luật Đầu tư và Luật Đấu thầu"
    assert _bases(f"Căn cứ Luật Quy hoạch ngày 24/11/2017; {name} ngày 29/11/2024;") == [
        ("Luật Quy hoạch", "2017-11-24"),
        (name, "2024-11-29"),
    ]


def test_an_amending_law_with_a_number_goes_by_it() -> None:
    assert _bases(
        "Căn cứ Luật Xây dựng số 50/2014/QH13, được sửa đổi tại Luật sửa đổi, bổ sung một số điều của Luật Xây dựng số 62/2020/QH14 ngày 17 tháng 6 năm 2020;"
    ) == [("50/2014/QH13", None), ("62/2020/QH14", "2020-06-17")]


def test_background_that_is_no_clause_of_basis_is_left_out() -> None:
    assert (
        _bases(
            "Sau 5 năm thực hiện Nghị quyết số 19-NQ/TW ngày 1/2/2018, công tác giữ rừng có tiến bộ.",
            "Căn cứ tình hình thực tế tại địa phương;",
        )
        == []
    )
