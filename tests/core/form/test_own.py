"""Our own documents keep the form that we hold others to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyen.core.form import check_form
from quyen.core.paper import PlanSummary, TargetLine, TaskLine, plan_summary

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
LISTS = st.lists(WORDS, max_size=3).map(tuple)


def test_a_summary_keeps_the_form() -> None:
    summary = PlanSummary(
        subject="Bảo vệ nguồn nước trên địa bàn tỉnh Bình Minh năm 2026",
        unit="Sở Nông nghiệp và Môi trường",
        unit_above="UBND tỉnh Bình Minh",
        place="Bình Minh",
        day=date(2026, 2, 5),
        bases=("Căn cứ Luật Tài nguyên nước", "Căn cứ Quyết định số 12/QĐ-TTg"),
        targets=(TargetLine("80% hộ dân dùng nước tiết kiệm", "80%", "2026"),),
        tasks=(TaskLine("Tập huấn", "Sở A"),),
        recipients=("Lãnh đạo Sở", "Lưu: VT"),
        maker="Trần Thị Bình",
    )
    report = check_form(plan_summary(summary))
    assert [one.rule for one in report.deviations] == [
        "number.absent"
    ]  # a working paper bears none, and says so
    assert report.must == ()


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(
    st.builds(
        PlanSummary,
        subject=WORDS,
        unit=st.sampled_from(["Sở Tư pháp", "UBND xã Hòa Bình", "Ban Chỉ đạo " + "truyền thông " * 12]),
        unit_above=st.sampled_from(["", "UBND tỉnh Bình Minh"]),
        place=st.sampled_from(["", "Huế", "Thành phố Hồ Chí Minh"]),
        day=st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
        bases=LISTS,
        objectives=LISTS,
        audiences=LISTS,
        findings=LISTS,
        budget_source=WORDS,
        recipients=st.sampled_from([(), ("Lãnh đạo Sở", "Lưu: VT")]),
        maker=st.sampled_from(["", "Trần Thị Bình", "Trương Văn An"]),
    )
)
def test_any_summary_is_dressed_as_the_decree_asks(summary: PlanSummary) -> None:
    """Size, font, weight, margins, page numbers; the words in it are those of the plan."""
    looks = (".size", ".bold", ".italic", ".font", ".justified", ".absent")
    rules = [one.rule for one in check_form(plan_summary(summary)).must]
    assert not [rule for rule in rules if rule.startswith("page") or rule.endswith(looks)]
