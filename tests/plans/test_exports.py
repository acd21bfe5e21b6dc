"""Files out, read back."""

from __future__ import annotations

import io
from datetime import date
from urllib.parse import quote

import pytest
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from quyen.accounts.models import AuditEntry
from quyen.plans.actions.coverage import confirm_matches, propose_matches
from quyen.plans.enums import ItemState
from quyen.plans.models import Match
from quyen.shared.views import disposition, safe_name
from tests.factories.plans import make_family, make_plan


@pytest.fixture
def family(unit, owner):
    parent, follows, differs = make_family(unit)
    propose_matches(actor=owner, parent=parent, children=[follows, differs])
    return parent, follows, differs


def cells(content: bytes, sheet: int = 0) -> list[tuple]:
    return list(load_workbook(io.BytesIO(content)).worksheets[sheet].iter_rows(values_only=True))


def flat(rows) -> set:
    return {value for row in rows for value in row if value is not None}


def query(family) -> str:
    return f"?tren={family[0].pk}&duoi={family[1].pk}&duoi={family[2].pk}"


def addresses(family) -> list[str]:
    plan = [family[0].pk]
    return [
        reverse("plans:plan-docx", args=plan), reverse("plans:plan-xlsx", args=plan),
        *(reverse(f"plans:coverage-{kind}") + query(family) for kind in ("xlsx", "svg", "png")),
    ]  # fmt: skip


def test_every_file_for_each_of_the_cast(client_of, owner, colleague, stranger, family) -> None:
    for url in addresses(family):
        for user in (owner, colleague):
            answer = client_of(user).get(url)
            assert answer.status_code == 200, url
            assert answer["Content-Disposition"].startswith("attachment; filename="), url
        assert client_of(stranger).get(url).status_code == 404, url
        assert client_of().get(url).status_code == 302, url


def test_the_board_for_each_of_the_cast(client_of, owner, colleague, stranger, family) -> None:
    url = reverse("plans:board-xlsx")
    for user, number in ((owner, 1), (colleague, 1), (stranger, 0)):
        rows = cells(client_of(user).get(url).content)
        assert sum("chuyên mục phát thanh" in str(row) for row in rows) == number
    assert client_of().get(url).status_code == 302


def test_every_export_leaves_a_trace_for_each_plan(client_of, owner, family) -> None:
    client_of(owner).get(reverse("plans:coverage-xlsx") + query(family))
    traces = AuditEntry.objects.filter(verb="export", actor=owner)
    assert set(traces.values_list("subject_id", flat=True)) == {plan.pk for plan in family}
    assert traces.first().after["file"] == "Đối chiếu 500-QĐ-UBND.xlsx"


def test_a_plan_as_sheets_is_read_back(client_of, owner, family) -> None:
    content = client_of(owner).get(reverse("plans:plan-xlsx", args=[family[0].pk])).content
    targets, tasks = cells(content, 0), cells(content, 1)
    assert {"200 đầu sách", "90%", "Xuất bản 200 đầu sách tranh cho thiếu nhi miền núi"} <= flat(targets)
    days = [value.date() for row in tasks for value in row if hasattr(value, "date")]
    assert days == [date(2025, 6, 30)]
    assert "Đài Phát thanh và Truyền hình tỉnh" in flat(tasks)
    assert "Già làng, trưởng bản, người có uy tín" in flat(cells(content, 2))


def test_a_plan_as_a_summary_is_read_back(client_of, owner, unit, family) -> None:
    content = client_of(owner).get(reverse("plans:plan-docx", args=[family[0].pk])).content
    made = Document(io.BytesIO(content))
    text = "\n".join(p.text for p in made.paragraphs)
    text += "\n".join(cell.text for table in made.tables for row in table.rows for cell in row.cells)
    assert "500/QĐ-UBND" in text
    assert "Phấn đấu 90% giáo viên tiểu học được tập huấn về quyền trẻ em" in text
    assert "Đài Phát thanh và Truyền hình tỉnh" in text
    assert "Thử Nghiệm, ngày" in text


def test_only_confirmed_items_leave(client_of, owner, unit) -> None:
    plan = make_plan(unit, targets=[{"text": "Đề xuất 80%", "value": 80}], item_state=ItemState.PROPOSED)
    content = client_of(owner).get(reverse("plans:plan-xlsx", args=[plan.pk])).content
    assert not any("Đề xuất 80%" in str(value) for n in range(4) for value in flat(cells(content, n)))


def test_text_that_looks_like_a_formula_stays_text(client_of, owner, unit) -> None:
    plan = make_plan(unit, tasks=[{"text": "=1+1", "lead": ["+84", "@lệnh"]}])
    content = client_of(owner).get(reverse("plans:plan-xlsx", args=[plan.pk])).content
    book = load_workbook(io.BytesIO(content))
    assert not [c for page in book for row in page.iter_rows() for c in row if c.data_type == "f"]


def test_the_board_goes_through_the_same_filter(client_of, owner, unit, family) -> None:
    make_plan(unit, tasks=[{"text": "Việc khác", "lead": ["Sở Khác"]}])
    content = client_of(owner).get(reverse("plans:board-xlsx"), {"co-quan": "so khac"}).content
    assert "Việc khác" in flat(cells(content))
    assert not any("chuyên mục" in str(value) for value in flat(cells(content)))


def test_the_coverage_says_what_is_decided_and_what_is_proposed(client_of, owner, family) -> None:
    confirm_matches(actor=owner, matches=Match.objects.filter(state="differs").values_list("pk", flat=True))
    said = flat(cells(client_of(owner).get(reverse("plans:coverage-xlsx") + query(family)).content))
    assert {"70%", "có ?", "không thấy ?", "2/2", "1/7"} <= said


def test_the_coverage_as_a_picture(client_of, owner, family) -> None:
    client = client_of(owner)
    svg = client.get(reverse("plans:coverage-svg") + query(family)).content.decode()
    assert "UBND huyện Núi Xanh" in svg
    assert client.get(reverse("plans:coverage-png") + query(family)).content.startswith(b"\x89PNG")


def test_a_table_too_large_for_a_picture_says_so(client_of, owner, family, monkeypatch) -> None:
    monkeypatch.setattr("quyen.plans.views.export.LARGEST_PNG", 3)
    shown = client_of(owner).get(reverse("plans:coverage-png") + query(family), follow=True)
    assert "Bảng quá lớn cho hình .png" in shown.content.decode()


def test_the_fonts_of_the_picture_show_every_vietnamese_letter(client_of, owner, family) -> None:
    from quyen.core.paper import coverage_png
    from quyen.plans.views.export import FONTS

    letters = "ăâđêôơưằẳẵắặầẩẫấậềểễếệồổỗốộờởỡớợừửữứựỳỷỹýỵ"
    pictures = {
        coverage_png(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text y="30" font-size="24">{sign}</text></svg>',
            sorted(FONTS.glob("*.ttf")),
        )
        for sign in letters
    }
    assert len(pictures) == len(letters)  # none is left out or drawn as the same box


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Tóm tắt 81/KH-UBND", "Tóm tắt 81-KH-UBND"),
        ("../..\\a:b\n", "a-b"),
        ("", "quyen"),
        ("x" * 300, "x" * 120),
    ],
)
def test_names_hold_no_sign_that_a_file_system_refuses(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_name_is_given_with_and_without_marks() -> None:
    said = disposition("Đối chiếu 500-QĐ.xlsx")
    assert 'filename="doi-chieu-500-qd.xlsx"' in said
    assert f"filename*=utf-8''{quote('Đối chiếu 500-QĐ.xlsx')}" in said
    assert said.isascii()
    assert disposition("plan.xlsx") == 'attachment; filename="plan.xlsx"'
