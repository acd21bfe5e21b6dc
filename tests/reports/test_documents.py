"""Files of a report: made from what was fixed, the same bytes each time, in the form of the Decree."""

from __future__ import annotations

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from quyen.core.form import check_form
from quyen.core.paper.official import docx
from quyen.core.reading import read
from quyen.plans.actions.work.progress import report_progress
from quyen.plans.enums import WorkState
from quyen.plans.models import Assignment
from quyen.reports import actions
from quyen.reports.models import Edition, Submission
from quyen.reports.queries import content, facts_of, form_check, reading
from quyen.reports.queries.official import official_of, public_of
from quyen.shared.queries import Memory
from tests.factories.reports import of, value

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(rounds) -> Submission:
    """The province's report with a figure, a copied passage and a unit's note, sent to the ministry."""
    world = rounds.world
    value(rounds, "T1", world.province, 9, 24)
    work = Assignment.objects.given().get(unit=world.justice)
    report_progress(
        actor=world.coordinator,
        assignment=work,
        revision=0,
        state=WorkState.CANNOT,
        note="Loa hỏng của ông Tư",
    )
    report = of(rounds.top, world.province)
    text = "Xã An Hòa: Cấp loa mới\nĐạt {{T1.tyle}} kế hoạch"
    actions.write_passage(actor=world.above, submission=report, key="kien-nghi", text=text, seen=0)
    head = {"number": "215", "day": "2026-11-28", "signer": "Hoàng Văn Trên"}
    actions.write_head(actor=world.above, submission=report, given=head)
    actions.submit(actor=world.above, submission=report)
    return of(rounds.top, world.province)


def words_of(data: bytes) -> str:
    return read(data, "docx").text


def test_the_document_is_in_form_and_says_what_was_fixed(sent):
    made = docx(official_of(Edition.objects.get().content))
    report = check_form(made)
    assert not report.deviations
    text = words_of(made)
    for said in ("Số: 215/BC-UBND", "9 trên 24 (37,5%)", "Đạt 37,5% kế hoạch", "Hoàng Văn Trên", "Phụ lục"):
        assert said in text


def test_files_come_out_of_the_edition_twice_the_same(client_of, rounds, sent):
    client = client_of(rounds.world.above)
    names = ("report-docx", "report-pdf", "report-xlsx")
    first = {name: client.get(reverse(f"reports:{name}", args=[sent.pk])).content for name in names}
    assert first["report-pdf"].startswith(b"%PDF")
    value(rounds, "T1", rounds.world.province, 24, 24)  # the facts go on
    for name in names:
        assert client.get(reverse(f"reports:{name}", args=[sent.pk])).content == first[name], name
    sheet = load_workbook(io.BytesIO(first["report-xlsx"]))["Chỉ số"]
    assert any(row[4:6] == (9, 24) for row in sheet.iter_rows(values_only=True))
    assert (
        client_of(rounds.world.stranger).get(reverse("reports:report-docx", args=[sent.pk])).status_code
        == 404
    )


def test_a_draft_is_named_so_and_is_never_public(client_of, rounds):
    report = of(rounds.cycle, rounds.world.communes[0])
    client, address = client_of(rounds.world.editor), reverse("reports:report-docx", args=[report.pk])
    answer = client.get(address)
    assert "DU-THAO" in answer["Content-Disposition"].upper()
    assert "DỰ THẢO" in words_of(answer.content)
    assert client.get(f"{address}?cong-khai").status_code == 404
    assert "Thiếu" in client.get(reverse("reports:form-check", args=[report.pk]) + "?dong=1").content.decode()
    line = client.get(reverse("reports:form-check", args=[report.pk]), headers={"hx-request": "true"})
    assert line.context["form_check"].lacks == ("số", "ngày", "người ký")
    assert not line.context["form_check"].deviations


def test_a_page_works_its_facts_out_once_and_an_unchanged_draft_is_checked_once(
    client_of, rounds, monkeypatch
):
    asked, made = [], []
    monkeypatch.setattr(form_check, "_checked", Memory(2))  # another test may have checked the same content
    monkeypatch.setattr(reading, "facts_of", lambda held: asked.append(held) or facts_of(held))
    monkeypatch.setattr(content, "facts_of", lambda held: asked.append(held) or facts_of(held))
    monkeypatch.setattr(form_check, "docx", lambda paper: made.append(paper) or docx(paper))
    report = of(rounds.cycle, rounds.world.communes[0])
    client, address = client_of(rounds.world.editor), reverse("reports:report", args=[report.pk])
    line = reverse("reports:form-check", args=[report.pk]) + "?dong=1"
    assert line in client.get(address).content.decode() and (len(asked), len(made)) == (1, 0)
    said = client.get(line).content.decode()
    assert "Đúng thể thức" in said and (len(asked), len(made)) == (2, 1)
    page = client.get(address).content.decode()
    assert line not in page and "Đúng thể thức" in page and (len(asked), len(made)) == (3, 1)
    actions.write_head(actor=rounds.world.editor, submission=report, given={"signer": "Trần Văn Mới"})
    assert line in client.get(address).content.decode()  # another content, another check
    assert len(client.get(line).content) and (len(asked), len(made)) == (5, 2)


def test_the_public_edition_names_no_unit_below_and_no_note(client_of, rounds, sent):
    content = Edition.objects.get().content
    assert "Loa hỏng của ông Tư" in str(content) and "Xã An Hòa" in str(content)
    bare = str(public_of(content))
    for hidden in ("Loa hỏng", "Xã An Hòa", "Phường Bến Cát", "Sở Tư pháp", "minh chứng", "/chi-so/"):
        assert hidden not in bare
    for kept in ("9 trên 24", "kế hoạch", "Hoàng Văn Trên", "Tổ chức hội nghị tập huấn"):
        assert kept in bare
    answer = client_of(rounds.world.above).get(reverse("reports:report-docx", args=[sent.pk]) + "?cong-khai")
    assert answer.status_code == 200 and "An Hòa" not in words_of(answer.content)
