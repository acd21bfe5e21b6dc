"""The form that is filled in without a line: what goes out, what comes back, what becomes of each cell."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from quyen.core.arithmetic import Period, year
from quyen.core.errors import FileRefused
from quyen.core.paper import workbook
from quyen.indicators.actions import (
    Given,
    Upload,
    freeze_period,
    report_sheet,
    report_value,
    unfreeze_period,
)
from quyen.indicators.models import Indicator, Observation
from quyen.plans.actions.work.progress import report_progress
from quyen.plans.enums import WorkState
from quyen.reports import actions
from quyen.reports.actions.filling import NotReady, carry_out_form, choose_cells, receive_form
from quyen.reports.enums import Via
from quyen.reports.models import Cycle, FormIntake, Submission
from quyen.reports.queries import form_of
from quyen.reports.queries.form_sheet import HIDDEN, FormRefused, form_sheets
from quyen.reports.queries.intake import intake_page
from tests.factories.asked import TODAY, Asked, make_key, report_of

pytestmark = pytest.mark.django_db


def form(report: Submission) -> bytes:
    return workbook(form_sheets(report, form_of(report), {"chi-dao": "Trong kỳ đã ban hành …"}))


def filled(content: bytes, cells: dict[tuple[str, str], object]) -> bytes:
    """`cells`: what is written at a place ("so:LOA") in a column."""
    book = load_workbook(io.BytesIO(content))
    for (place, heading), value in cells.items():
        for sheet in book.worksheets[:3]:
            headings = {cell.value: cell.column for cell in sheet[3]}
            for row in sheet.iter_rows(min_row=4):
                if row[0].value == place:
                    sheet.cell(row[0].row, headings[heading]).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def by_libreoffice(content: bytes, folder) -> bytes:
    """Opened and saved again by LibreOffice, as an office without Excel does."""
    (folder / "bieu.xlsx").write_bytes(content)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out"), str(folder / "bieu.xlsx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return (folder / "out" / "bieu.xlsx").read_bytes()


def given(asked: Asked, content: bytes) -> FormIntake:
    return receive_form(actor=asked.world.editor, submission=asked.report, name="bieu.xlsx", content=content)[
        0
    ]


def everything(asked: Asked) -> dict[tuple[str, str], object]:
    place = f"viec:{asked.work.pk}"
    return {
        (place, "Tiến độ"): "Xong", (place, "Ghi chú"): "Đã phát 12 buổi\nở sáu thôn",
        ("so:LOA", "Số (tử số)"): 12.5, ("so:TY", "Số (tử số)"): "1.000", ("so:TY", "Mẫu số"): 2000,
        ("muc:kien-nghi", "Đơn vị viết"): "Cấp loa mới.\nThêm người.",
    }  # fmt: skip


def test_the_form_guards_what_is_not_to_be_filled_in(asked):
    book = load_workbook(io.BytesIO(form(asked.report)))
    assert book.sheetnames == ["Nhiệm vụ", "Số liệu", "Báo cáo", HIDDEN]
    assert book[HIDDEN].sheet_state == "veryHidden"
    sheet = book["Nhiệm vụ"]
    assert sheet.protection.sheet and sheet["B4"].protection.locked and not sheet["E4"].protection.locked
    (rule,) = sheet.data_validations.dataValidation
    assert rule.formula1 == '"Chưa làm,Đang làm,Xong,Không làm được"'
    assert sheet["B4"].value == "Phát trên loa truyền thanh về quyền con người"
    assert book["Báo cáo"]["D4"].value == "Trong kỳ đã ban hành …"


def test_what_a_cell_cannot_hold_or_writes_otherwise_is_no_change(asked):
    for key, text in (("kien-nghi", "Dài " * 12_000), ("kho-khan", "=1+1\x0bở  hai\tnơi\r\n\nCó")):
        actions.write_passage(actor=asked.world.editor, submission=asked.report, key=key, text=text, seen=0)
    assert given(asked, form(asked.report)).rows == []


@pytest.mark.slow
def test_a_form_goes_through_libreoffice_and_nothing_is_lost(asked, tmp_path):
    if not shutil.which("soffice"):
        pytest.skip("không có LibreOffice: apt install libreoffice-calc")
    untouched = given(asked, by_libreoffice(form(asked.report), tmp_path))
    assert untouched.rows == []
    content = by_libreoffice(filled(form(asked.report), everything(asked)), tmp_path)
    intake = given(asked, content)
    page = intake_page(intake)
    assert page.is_ready and len(page.writes) == 6
    answer = carry_out_form(actor=asked.world.editor, intake=intake, send=True)
    assert (answer["state"], answer["late"]) == ("submitted", False)
    asked.report.refresh_from_db()
    assert asked.report.via == Via.SHEET
    held = {row.indicator.code: (row.numerator, row.denominator) for row in Observation.objects.all()}
    assert held == {"LOA": (Decimal("12.5"), None), "TY": (Decimal(1000), Decimal(2000))}
    assert asked.report.passages.get().text == "Cấp loa mới.\nThêm người."
    last = asked.work.reports.get()
    assert (last.state, last.note) == ("done", "Đã phát 12 buổi\nở sáu thôn")
    again, is_new = receive_form(
        actor=asked.world.editor, submission=asked.report, name="lan-hai.xlsx", content=content
    )
    assert (again, is_new) == (intake, False)
    assert carry_out_form(actor=asked.world.editor, intake=again, send=True) == answer


def test_where_two_people_wrote_the_person_chooses_cell_by_cell(asked):
    place, world = f"viec:{asked.work.pk}", asked.world
    content = filled(form(asked.report), everything(asked))
    report_progress(actor=world.above, assignment=asked.work, revision=0, state=WorkState.UNDER_WAY, note="")
    value = {
        "indicator": Indicator.objects.get(code="LOA"),
        "unit": asked.commune,
        "period": year(TODAY.year),
    }
    report_value(actor=world.above, **value, given=Given(Decimal(9), note="Đếm lại"))
    intake = given(asked, content)
    page = intake_page(intake)
    assert [(one.name, one.where, one.mine, one.theirs, one.by) for one in page.clashes] == [
        (f"{place}|state", "Nhiệm vụ, dòng 4, cột Tiến độ", "Xong", "Đang làm", "Hoàng Cấp Trên"),
        ("so:LOA|numerator", "Số liệu, dòng 4, cột Số (tử số)", "12,5", "9", "Hoàng Cấp Trên"),
    ]
    with pytest.raises(NotReady):
        carry_out_form(actor=world.editor, intake=intake, send=True)
    assert Observation.objects.filter(indicator__code="TY").count() == 0  # all or nothing
    chosen = {f"{place}|state": "theirs", "so:LOA|numerator": "mine", "so:TY|note": "mine"}
    choose_cells(actor=world.editor, intake=intake, choices=chosen, reason="")
    intake.refresh_from_db()
    assert intake_page(intake).is_ready and intake_page(intake).needs_reason
    choose_cells(actor=world.editor, intake=intake, choices={}, reason="Theo sổ của phường")
    carry_out_form(actor=world.editor, intake=intake, send=False)
    loa = Observation.objects.current().get(indicator__code="LOA")
    assert (loa.numerator, loa.note, loa.reason) == (Decimal("12.5"), "Đếm lại", "Theo sổ của phường")
    last = asked.work.reports.order_by("-id").first()
    assert (last.state, last.note) == ("under_way", "Đã phát 12 buổi\nở sáu thôn")
    asked.report.refresh_from_db()
    assert asked.report.state == "draft"


def test_an_emptied_cell_is_kept_unless_taken_out_and_the_file_stays_with_its_figure(asked, client_of):
    editor, report, place = asked.world.editor, asked.report, f"viec:{asked.work.pk}"
    loa, ty = (Indicator.objects.get(code=code) for code in ("LOA", "TY"))
    one = {"actor": editor, "unit": asked.commune, "period": year(TODAY.year)}
    file = Upload("so-phat-thanh.txt", b"12 buoi")
    report_sheet(**one, indicator=loa, whole=Given(Decimal(12), note="Sổ cũ"), file=file)
    report_value(**one, indicator=ty, given=Given(Decimal(1), Decimal(2), note="Giữ"))
    report_progress(
        actor=editor, assignment=asked.work, revision=0, state=WorkState.UNDER_WAY, note="Ghi nhầm"
    )
    actions.write_passage(actor=editor, submission=report, key="kien-nghi", text="Thừa", seen=0)
    content = filled(form(report), {
        ("so:LOA", "Số (tử số)"): 15, ("so:LOA", "Ghi chú"): None, ("so:LOA", "Lý do sửa"): "Đếm sót",
        ("so:TY", "Mẫu số"): None, ("so:TY", "Ghi chú"): None, (place, "Ghi chú"): None,
        ("muc:kien-nghi", "Đơn vị viết"): None,
    })  # fmt: skip
    intake = given(asked, content)
    page = intake_page(intake)
    names = ["so:LOA|note", "so:TY|denominator", "so:TY|note", f"{place}|note", "muc:kien-nghi|text"]
    assert sorted(cell.name for cell in page.emptied) == sorted(names)
    assert {cell.take for cell in page.emptied} == {"theirs"} and page.is_ready and len(page.writes) == 1
    (number,) = [cell for cell in page.emptied if cell.message]
    assert number.name == "so:TY|denominator" and "không bỏ trống được" in number.message
    path = reverse("reports:sheet-intake", args=[report.pk, intake.pk])
    assert "Bỏ trống" in client_of(editor).get(path).content.decode()
    taken = {f"o:{name}": "mine" for name in names if name != "so:TY|note"}
    client_of(editor).post(path, taken | {"lam": "ghi"})
    now = {row.indicator.code: row for row in Observation.objects.current()}
    assert (now["LOA"].numerator, now["LOA"].note, now["LOA"].evidence.name) == (15, "", file.name)
    assert (now["TY"].denominator, now["TY"].note, now["TY"].version) == (2, "Giữ", 1)
    last = asked.work.reports.order_by("-id").first()
    assert (last.state, last.note, report.passages.get().text) == ("under_way", "", "")


def test_a_number_left_empty_is_withdrawn_where_the_person_says_so(asked, client_of):
    editor, report, above = asked.world.editor, asked.report, asked.world.above
    loa, ty = (Indicator.objects.get(code=code) for code in ("LOA", "TY"))
    one = {"actor": editor, "unit": asked.commune, "period": year(TODAY.year)}
    report_value(**one, indicator=loa, given=Given(Decimal(12), note="Sổ cũ"))
    report_value(**one, indicator=ty, given=Given(Decimal(1000), Decimal(2000)))
    emptied = [("so:LOA", "Số (tử số)"), ("so:TY", "Số (tử số)"), ("so:TY", "Mẫu số")]
    intake = given(asked, filled(form(report), dict.fromkeys(emptied)))
    page = intake_page(intake)
    cells = [(cell.name, cell.theirs, cell.take, cell.withdraws) for cell in page.emptied]
    assert cells == [("so:LOA|numerator", "12", "theirs", True), ("so:TY|numerator", "1.000 / 2.000", "theirs", True)]  # fmt: skip
    assert page.is_ready and not page.merged  # nothing happens by itself
    path = reverse("reports:sheet-intake", args=[report.pk, intake.pk])
    assert client_of(editor).get(path).content.decode().count("<b>Rút số</b>") == 2
    period = Period(date(TODAY.year, 1, 1), date(TODAY.year + 1, 1, 1))
    freeze = freeze_period(actor=above, unit=asked.world.province, period=period, basis="Báo cáo năm")
    taken = {"o:so:LOA|numerator": "mine", "o:so:TY|numerator": "mine", "lam": "ghi"}
    refused = client_of(editor).post(path, taken).content.decode()
    assert refused.count("chốt nên không rút số được") == 2 and Observation.objects.count() == 2
    unfreeze_period(actor=above, freeze=freeze)
    client_of(editor).post(path, taken)
    rows = Observation.objects.filter(version=2)
    assert {(row.indicator.code, row.is_withdrawn, row.reason, row.note) for row in rows} == {
        ("LOA", True, "để trống trong biểu", ""), ("TY", True, "để trống trong biểu", ""),
    }  # fmt: skip
    assert not Observation.objects.current().exists()
    assert [(cell.numerator, cell.seen) for cell in form_of(report).figures] == [(None, 0), (None, 0)]
    again = given(asked, filled(form(report), {("so:LOA", "Số (tử số)"): 3}))
    carry_out_form(actor=editor, intake=again, send=True)
    assert Observation.objects.current().get().version == 3


def test_a_choice_counts_only_for_what_was_seen(asked):
    content = filled(form(asked.report), {("so:LOA", "Số (tử số)"): 12})
    value = {
        "indicator": Indicator.objects.get(code="LOA"),
        "unit": asked.commune,
        "period": year(TODAY.year),
    }
    report_value(actor=asked.world.above, **value, given=Given(Decimal(9)))
    intake = given(asked, content)
    choose_cells(actor=asked.world.editor, intake=intake, choices={"so:LOA|numerator": "mine"}, reason="Sổ")
    report_value(actor=asked.world.above, **value, given=Given(Decimal(10), reason="Lại"))
    intake.refresh_from_db()
    assert intake_page(intake).open_clashes == 1


def test_faults_are_named_by_sheet_row_and_column(asked):
    cells = {(f"viec:{asked.work.pk}", "Tiến độ"): "Gần xong", ("so:LOA", "Số (tử số)"): "mười hai",
             ("so:TY", "Áp dụng"): "Không", ("so:TY", "Số (tử số)"): 3}  # fmt: skip
    book = load_workbook(io.BytesIO(filled(form(asked.report), cells)))
    book["Nhiệm vụ"].append(["viec:999999", "Việc thêm", "", None, "Xong"])
    out = io.BytesIO()
    book.save(out)
    page = intake_page(given(asked, out.getvalue()))
    assert [one.where for one in page.faults] == [
        "Nhiệm vụ, dòng 4, cột Tiến độ", "Nhiệm vụ, dòng 5", "Số liệu, dòng 4, cột Số (tử số)",
        "Số liệu, dòng 5, cột Số (tử số)",
    ]  # fmt: skip
    assert not page.is_ready and all(one.message for one in page.faults)
    more = filled(form(asked.report), {("so:TY", "Số (tử số)"): 9, ("so:TY", "Mẫu số"): 3})
    with pytest.raises(actions.NotTaken, match="1 ô chưa đúng"):
        carry_out_form(actor=asked.world.editor, intake=given(asked, more), send=True)
    assert FormIntake.objects.filter(carried_out_at=None).count() == 2


def test_a_form_of_another_report_or_a_changed_one_is_named_as_such(asked):
    beside = report_of(asked.cycle, asked.world.communes[1])
    with pytest.raises(FormRefused, match="báo cáo khác"):
        given(asked, form(beside))
    book = load_workbook(io.BytesIO(form(asked.report)))
    book[HIDDEN]["A2"] = book[HIDDEN]["A2"].value[1:]
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(FormRefused, match="đã bị sửa"):
        given(asked, out.getvalue())
    del book[HIDDEN]
    book.save(out := io.BytesIO())
    with pytest.raises(FormRefused, match="mất trang ẩn"):
        given(asked, out.getvalue())
    for hostile in (b"", b"PK\x03\x04hong", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", form(asked.report)[:2000]):
        with pytest.raises(FileRefused):
            given(asked, hostile)
    assert not FormIntake.objects.exists()


def test_late_forms_are_taken_and_marked_and_a_closed_round_keeps_them_only(asked):
    Cycle.objects.update(due_on=TODAY - timedelta(days=1))
    intake = given(asked, filled(form(asked.report), everything(asked)))
    actions.close_cycle(actor=None, cycle=asked.cycle)
    with pytest.raises(actions.CycleClosed):
        carry_out_form(actor=asked.world.editor, intake=intake, send=True)
    assert FormIntake.objects.get().rows and not Observation.objects.exists()
    actions.reopen_cycle(actor=None, cycle=asked.cycle)
    assert carry_out_form(actor=asked.world.editor, intake=intake, send=True)["late"] is True


def test_only_those_who_write_the_report_reach_its_forms(asked, client_of):
    intake, world = given(asked, form(asked.report)), asked.world
    paths = [
        reverse("reports:sheet", args=[asked.report.pk]), reverse("reports:sheet-out", args=[asked.report.pk]),
        reverse("reports:sheet-intake", args=[asked.report.pk, intake.pk]),
    ]  # fmt: skip
    for path in paths:
        for user, status in (
            (world.editor, 200),
            (world.above, 200),
            (world.viewer, 404),
            (world.beside, 404),
        ):
            assert client_of(user).get(path).status_code == status
        assert client_of(world.beside).post(path).status_code in (404, 405)
    key, _secret = make_key(asked.commune)
    tokens = reverse("reports:tokens", args=[asked.commune.pk])
    revoke = reverse("reports:revoke-token", args=[key.pk])
    for user in (world.editor, world.above, world.beside, world.stranger):
        assert client_of(user).get(tokens).status_code == 404
        assert client_of(user).post(revoke).status_code == 404
    assert client_of(key.made_by).get(tokens).status_code == 200


def test_a_form_is_looked_at_with_as_many_queries_however_much_it_says(asked, client_of):
    client, counts = client_of(asked.world.editor), []
    for cells in ({("so:LOA", "Số (tử số)"): 1}, everything(asked)):
        intake = given(asked, filled(form(asked.report), cells))
        path = reverse("reports:sheet-intake", args=[asked.report.pk, intake.pk])
        client.get(path)
        with CaptureQueriesContext(connection) as asked_for:
            client.get(path)
        counts.append(len(asked_for))
    assert counts[0] == counts[1] <= 16
