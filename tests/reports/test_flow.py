"""A round from its opening to the accepted report: who must report, what is filled in, what is fixed."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from quyen.core.arithmetic import year
from quyen.core.text.rhythm import Period, Rhythm
from quyen.indicators.actions import Given, ValueRefused, report_value
from quyen.indicators.models import Freeze, Indicator
from quyen.organisation.enums import UnitKind
from quyen.plans.actions.work.progress import report_progress
from quyen.plans.enums import WorkState
from quyen.plans.models import Assignment, Task
from quyen.reports import actions
from quyen.reports.enums import Deed, State, Via
from quyen.reports.models import Cycle, Edition, Submission
from quyen.reports.queries import changes, content_of, facts_of, form_of, gathered, hash_of
from tests.factories.reports import END, START, TODAY, of, value

pytestmark = pytest.mark.django_db


def test_a_round_expects_the_units_of_its_kinds_and_those_with_work(rounds):
    world = rounds.world
    names = set(Submission.objects.filter(cycle=rounds.cycle).values_list("unit__name", flat=True))
    assert names >= {unit.name for unit in (*world.communes, world.justice, world.culture)}
    assert rounds.top.title == f"Kết quả thực hiện Đề án năm {TODAY.year}"
    assert rounds.top.due_on == date(TODAY.year, 11, 29)
    again = actions.CycleWish("Đợt năm", START, END, END)
    assert actions.open_cycle(actor=None, regime=rounds.cycle.regime, wish=again) == rounds.cycle


def test_a_report_is_filled_from_facts_and_every_figure_has_its_source(rounds):
    world = rounds.world
    value(rounds, "T1", world.province, 9, 24)
    value(rounds, "T1", world.province, 6, 20, TODAY.year - 1)
    first = Assignment.objects.given().filter(unit=world.communes[0]).first()
    report_progress(actor=world.editor, assignment=first, revision=0, state=WorkState.CANNOT, note="Loa hỏng")
    content = content_of(of(rounds.top, world.province))
    texts = content["texts"]
    assert "9 trên 24 (37,5%); kỳ trước 30,0%" in texts["chi-tieu"]
    assert content["figures"]["T1"]["numerator"] == "9"
    assert content["figures"]["T1"]["grades"] == {"chưa có minh chứng": 1}
    assert "Loa hỏng (Phường Bến Cát)" not in texts.get("kho-khan", "")  # two other communes still can
    assert content["figures"]["nhiemvu.tong"]["words"] == "02"  # the third names a unit that is not there
    assert "đơn vị đã gửi báo cáo" in texts["nhiem-vu"]
    commune = content_of(of(rounds.cycle, world.communes[0]))
    assert "Loa hỏng (Phường Bến Cát)" in commune["texts"]["kho-khan"]
    assert commune["head"]["issuer"] == "Ủy ban nhân dân phường Bến Cát"
    assert commune["head"]["superior"] == ""
    assert content_of(of(rounds.cycle, world.justice))["head"]["symbol"] == "BC-STP"


def test_the_way_of_a_report_is_kept_step_by_step(rounds):
    world, report = rounds.world, of(rounds.cycle, rounds.world.communes[0])
    with pytest.raises(PermissionDenied):
        actions.submit(actor=world.viewer, submission=report)
    with pytest.raises(PermissionDenied):
        actions.submit(actor=world.beside, submission=report)
    first = actions.submit(actor=world.editor, submission=report)
    assert actions.submit(actor=world.editor, submission=report) == first  # twice is once
    with pytest.raises(actions.ReportRefused):
        actions.write_passage(actor=world.editor, submission=report, key="kien-nghi", text="Thêm", seen=0)
    with pytest.raises(PermissionDenied):
        actions.accept(actor=world.editor, submission=report)
    with pytest.raises(actions.ReportRefused, match="lý do"):
        actions.send_back(actor=world.above, submission=report, reason=" ")
    actions.send_back(actor=world.above, submission=report, reason="Thiếu kiến nghị")
    actions.write_passage(actor=world.editor, submission=report, key="kien-nghi", text="Cấp loa mới", seen=0)
    second = actions.submit(actor=world.editor, submission=report)
    assert second.edition != first.edition
    with pytest.raises(actions.ReportRefused, match="bản khác"):
        actions.accept(actor=world.above, submission=report, seen=first.edition.sha256)
    actions.accept(actor=world.above, submission=report, seen=second.edition.sha256)
    report.refresh_from_db()
    assert report.state == State.ACCEPTED
    assert [step.deed for step in report.steps.all()] == [
        Deed.SUBMIT, Deed.RETURN, Deed.SUBMIT, Deed.ACCEPT,
    ]  # fmt: skip
    assert Freeze.objects.filter(unit=report.unit).count() == 1
    assert [one.text for one in gathered(of(rounds.top, world.province), "kien-nghi")] == ["Cấp loa mới"]
    actions.reopen(actor=world.above, submission=report, reason="Sai số")
    assert not Freeze.objects.filter(unit=report.unit).exists()


def test_an_edition_stays_figure_for_figure(rounds):
    world, report = rounds.world, of(rounds.top, rounds.world.province)
    value(rounds, "T1", world.province, 9, 24)
    actions.submit(actor=world.above, submission=report)
    actions.accept(actor=None, submission=report)
    edition = Edition.objects.get(submission=report)
    with pytest.raises(ValueRefused):  # frozen: a correction needs the unit that froze it, and a reason
        report_value(
            actor=world.above, indicator=Indicator.objects.get(code="T1"), unit=world.province,
            period=year(TODAY.year), given=Given(Decimal(10), Decimal(24)),
        )  # fmt: skip
    value(rounds, "T1", world.province, 10, 24)
    found = {
        one.key: (one.before, one.after)
        for one in changes(edition.content, content_of(of(rounds.top, world.province)))
    }
    assert found["T1"] == ("9 trên 24", "10 trên 24")
    assert hash_of(Edition.objects.get().content) == edition.sha256
    with pytest.raises(DatabaseError), transaction.atomic():
        Edition.objects.filter(pk=edition.pk).update(sha256="0" * 64)


def test_a_report_that_needs_approval_leaves_only_as_it_was_approved(rounds):
    world = rounds.world
    regime = rounds.top.regime
    regime.needs_approval = True
    regime.save()
    report = of(rounds.top, world.province)
    with pytest.raises(actions.ReportRefused):
        actions.submit(actor=world.above, submission=report)
    actions.put_up(actor=world.above, submission=report)
    actions.approve(actor=world.above, submission=report)
    value(rounds, "T1", world.province, 9, 24)
    with pytest.raises(actions.ChangedSince):
        actions.submit(actor=world.above, submission=report)
    actions.take_back(actor=world.above, submission=report)
    actions.put_up(actor=world.above, submission=report)
    actions.approve(actor=world.above, submission=report)
    assert actions.submit(actor=world.above, submission=report).deed == Deed.SUBMIT


def test_two_people_in_one_section_see_both_versions(rounds):
    world, report = rounds.world, of(rounds.cycle, rounds.world.communes[0])
    actions.write_passage(actor=world.editor, submission=report, key="kien-nghi", text="Một", seen=0)
    with pytest.raises(actions.PassageConflict) as caught:
        actions.write_passage(actor=world.above, submission=report, key="kien-nghi", text="Hai", seen=0)
    assert (caught.value.held.text, caught.value.mine) == ("Một", "Hai")
    actions.write_passage(actor=world.above, submission=report, key="kien-nghi", text="Hai", seen=1)
    actions.give_back(actor=world.above, submission=report, key="chi-dao")
    content = content_of(of(rounds.cycle, world.communes[0]))
    assert content["texts"]["kien-nghi"] == "Hai"


def test_a_figure_that_is_not_there_is_named_and_nothing_is_sent(rounds):
    world, report = rounds.world, of(rounds.cycle, rounds.world.communes[0])
    actions.write_passage(actor=world.editor, submission=report, key="kien-nghi", text="Đạt {{T99}}", seen=0)
    with pytest.raises(actions.ReportRefused, match="T99"):
        actions.submit(actor=world.editor, submission=report)
    report.refresh_from_db()
    assert (report.state, Edition.objects.count()) == (State.DRAFT, 0)


def test_a_whole_report_is_taken_or_refused_cell_by_cell(rounds):
    world, unit = rounds.world, rounds.world.communes[0]
    report = of(rounds.cycle, unit)
    work = Assignment.objects.given().filter(unit=unit).first()
    text = actions.GivenText("kien-nghi", "Cấp loa mới")
    wrong = actions.GivenReport(
        works=(actions.GivenWork(work.pk, "flying"), actions.GivenWork(work.pk + 10**6, "done")),
        figures=(actions.GivenFigure("T99", Decimal(1)),), texts=(text,),
    )  # fmt: skip
    with pytest.raises(actions.NotTaken) as caught:
        actions.receive_report(actor=world.editor, submission=report, given=wrong, via=Via.SHEET)
    assert [one.place.partition(":")[0] for one in caught.value.faults] == ["so", "viec", "viec"]
    assert not report.passages.exists()
    report_progress(actor=world.editor, assignment=work, revision=0, state=WorkState.UNDER_WAY, note="Nửa")
    mine = actions.GivenReport(works=(actions.GivenWork(work.pk, "done", "Xong rồi"),), texts=(text,))
    with pytest.raises(actions.NotTaken) as caught:
        actions.receive_report(actor=world.editor, submission=report, given=mine, via=Via.SHEET)
    (clash,) = caught.value.clashes
    assert (clash.theirs, clash.mine) == ("Đang làm. Nửa", "Xong. Xong rồi")
    chosen = actions.GivenReport(
        works=(actions.GivenWork(work.pk, "done", "Xong rồi", seen=clash.now),), texts=(text,)
    )
    answer = actions.receive_report(actor=world.editor, submission=report, given=chosen, via=Via.SHEET)
    assert answer["state"] == State.SUBMITTED
    assert (
        actions.receive_report(actor=world.editor, submission=report, given=chosen, via=Via.SHEET) == answer
    )
    assert Edition.objects.count() == 1


def test_what_comes_late_is_taken_and_marked_and_a_closed_round_takes_nothing(rounds):
    world = rounds.world
    Cycle.objects.filter(pk=rounds.cycle.pk).update(due_on=TODAY - timedelta(days=3))
    late = of(rounds.cycle, world.communes[0])
    actions.submit(actor=world.editor, submission=late)
    assert of(rounds.cycle, world.communes[0]).is_late
    actions.close_cycle(actor=world.above, cycle=rounds.cycle)
    with pytest.raises(actions.CycleClosed):
        actions.submit(actor=None, submission=of(rounds.cycle, world.communes[1]))
    figures = facts_of(of(rounds.top, world.province)).figures
    assert (figures["donvi.dagui"].words, figures["donvi.dunghan"].words) == ("01", "0")


def test_a_month_of_a_regime_is_named_and_dated_by_its_schedule(rounds):
    wish = actions.RegimeWish(
        "Báo cáo", Rhythm.QUARTERLY, kinds=(UnitKind.COMMUNE,), anchor=date(2024, 12, 15), due_days=4
    )
    regime = actions.found_regime(actor=None, unit=rounds.world.province, wish=wish)
    cycle = actions.open_round_of(actor=None, regime=regime, day=date(2025, 8, 1))
    assert cycle is not None
    assert (cycle.title, cycle.due_on) == ("Báo cáo quý III năm 2025", date(2025, 9, 19))
    assert cycle.measured == Period(date(2025, 7, 1), date(2025, 10, 1))


def test_work_that_comes_back_stands_in_a_report_for_its_period(rounds):
    unit = rounds.world.communes[0]
    Task.objects.filter(assignments__unit=unit).update(recurs="monthly")
    Assignment.objects.filter(unit=unit).update(recurs="monthly", due_on=date(TODAY.year, 1, 31))
    content = content_of(of(rounds.cycle, unit))
    (rows,) = [one["rows"] for one in content["annexes"] if one["key"] == "nhiem-vu"]
    assert rows[0][6] == "chưa làm"
    assert form_of(of(rounds.cycle, unit)).works[0].state == WorkState.NOT_STARTED
