"""Reports, evidence, questions and shares."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from quyen.accounts.models import AuditEntry
from quyen.core.errors import QuyenError, UnknownKind
from quyen.plans.actions.work.evidence import (
    About,
    add_file,
    add_item,
    add_link,
    tie_evidence,
    tie_to_item,
    untie_evidence,
)
from quyen.plans.actions.work.giving import Edit, GivingRefused, edit_assignments
from quyen.plans.actions.work.progress import NotGiven, ReportConflict, report_progress
from quyen.plans.actions.work.questions import answer, ask
from quyen.plans.actions.work.sharing import Share, break_down, withdraw_share
from quyen.plans.enums import Giving, WorkState
from quyen.plans.models import Assignment, Evidence, EvidenceLink, Plan, Progress, Target
from quyen.plans.queries.work.evidence_kinds import (
    EvidenceItem,
    EvidenceSort,
    forget_evidence,
    register_evidence,
)
from quyen.sources.enums import FileState
from quyen.sources.jobs import requeue_lost
from quyen.sources.models import SourceFile
from tests.factories.work import given, make_handout

PHOTO = b"\xff\xd8\xff\xe0" + b"anh chup loa phuong" * 20


@pytest.fixture
def row(world) -> Assignment:
    return given(world, world.communes[0], due_on=date(2026, 12, 15))


def said(world, row, state=WorkState.UNDER_WAY, note="", *, revision=0, user=None) -> Assignment:
    user = user or world.editor
    return report_progress(actor=user, assignment=row, revision=revision, state=state, note=note)


def test_the_latest_report_stands_and_the_history_stays(world, row) -> None:
    said(world, row, note="Đã phát 12 lượt")
    said(world, row, WorkState.DONE, "Đã phát 24 lượt", revision=1)
    assert [one.state for one in row.reports.order_by("id")] == ["under_way", "done"]
    assert Assignment.objects.with_work().get(pk=row.pk).work == "done"
    assert AuditEntry.objects.filter(verb="report", subject_id=row.pk).count() == 2


def test_the_same_again_adds_nothing(world, row) -> None:
    assert said(world, row, WorkState.NOT_STARTED).revision == 0
    assert said(world, row, note="Một").revision == 1
    assert said(world, row, note="Một", revision=1).revision == 1
    assert Progress.objects.count() == 1


def test_two_people_at_once_lose_nothing(world, row) -> None:
    said(world, row, note="Của Phường")
    with pytest.raises(ReportConflict) as found:
        said(world, row, WorkState.DONE, "Của cấp trên", user=world.above)
    assert (found.value.latest.note, found.value.revision) == ("Của Phường", 1)
    assert Progress.objects.count() == 1


def test_reports_are_only_ever_added(world, row) -> None:
    said(world, row, note="Một")
    for deed in (lambda: Progress.objects.update(note="Khác"), lambda: Progress.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            deed()
    world.editor.delete()  # a person leaves: what they said stays, with the name of that day
    assert Progress.objects.get().by_name == "Trần Văn Phường"


def test_who_reports(world, row) -> None:
    for user in (world.viewer, world.beside, world.stranger, world.coordinator):
        with pytest.raises(PermissionDenied):
            said(world, row, user=user)
    assert said(world, row, user=world.above).revision == 1


def test_nothing_is_reported_on_what_was_withdrawn(world, row) -> None:
    edit_assignments(actor=world.coordinator, plan=row.task.plan, task=row.task, edit=Edit((), None))
    with pytest.raises(NotGiven):
        said(world, row)


def test_a_photograph_is_kept_and_never_read_as_a_document(world, row) -> None:
    link = add_file(actor=world.editor, assignment=row, name="loa.jpg", data=PHOTO, about=About())
    assert (link.evidence.title, link.evidence.file.state) == ("loa.jpg", FileState.KEPT)
    requeue_lost(0)
    assert SourceFile.objects.get(name="loa.jpg").state == FileState.KEPT
    assert Plan.objects.count() == 1  # the one whose task it is
    again = add_file(actor=world.editor, assignment=row, name="loa-2.jpg", data=PHOTO, about=About())
    assert again.pk == link.pk  # sent again when the line came back
    with pytest.raises(UnknownKind):
        add_file(actor=world.editor, assignment=row, name="x.exe", data=b"MZ\0\1\2\3" * 90, about=About())
    assert Evidence.objects.count() == 1


def test_evidence_is_entered_once_and_tied_to_what_it_shows(world, row) -> None:
    other = given(world, world.communes[0], text="Việc khác")
    link = add_link(
        actor=world.editor, assignment=row, link="https://bencat.example/tin", about=About("Tin bài")
    )
    tie_evidence(actor=world.editor, evidence=link.evidence, assignment=other)
    tie_evidence(actor=world.editor, evidence=link.evidence, assignment=other)
    assert EvidenceLink.objects.count() == 2
    untie_evidence(actor=world.editor, link=link)
    assert Evidence.objects.count() == 1
    untie_evidence(actor=world.editor, link=EvidenceLink.objects.get())
    assert not Evidence.objects.exists()


def test_evidence_of_a_target(world, row) -> None:
    target = Target.objects.get(plan=make_handout(world))
    evidence = add_link(
        actor=world.editor, assignment=row, link="https://a.example/1", about=About()
    ).evidence
    with pytest.raises(PermissionDenied):
        tie_to_item(actor=world.editor, evidence=evidence, item=target)  # another unit's plan
    assert tie_to_item(actor=world.above, evidence=evidence, item=target).item_id == target.pk


def test_an_item_of_an_app_above_is_evidence(world, row) -> None:
    one = EvidenceItem(7, "Hội nghị tháng 6", "/tap-huan/7/")
    register_evidence(
        EvidenceSort("training.Session", "Buổi tập huấn", lambda pks: [one], lambda user: [one])
    )
    try:
        link = add_item(
            actor=world.editor, assignment=row, sort="training.Session", subject_id=7, about=About()
        )
        assert link.evidence.title == "Hội nghị tháng 6"
        for sort, pk in (("training.Session", 8), ("press.Briefing", 7)):
            with pytest.raises(QuyenError):
                add_item(actor=world.editor, assignment=row, sort=sort, subject_id=pk, about=About())
        with pytest.raises(ValueError, match="already"):
            register_evidence(EvidenceSort("training.Session", "", lambda pks: [], lambda user: []))
    finally:
        forget_evidence("training.Session")


def test_a_unit_asks_and_the_giver_answers_once(world, row) -> None:
    question = ask(actor=world.editor, assignment=row, text="Có kinh phí không?")
    assert question.from_unit
    for user in (world.editor, world.beside, world.stranger, world.viewer):
        with pytest.raises(PermissionDenied):
            answer(actor=user, question=question, text="Có")
    answer(actor=world.coordinator, question=question, text="Có, 3 triệu đồng.")
    with pytest.raises(QuyenError):
        answer(actor=world.coordinator, question=question, text="Không")
    question.refresh_from_db()
    assert question.answer == "Có, 3 triệu đồng."


def test_the_giver_asks_and_the_unit_answers(world, row) -> None:
    question = ask(actor=world.coordinator, assignment=row, text="Bao giờ xong?")
    assert not question.from_unit
    assert answer(actor=world.editor, question=question, text="Tuần sau").answered_by == world.editor
    with pytest.raises(PermissionDenied):
        ask(actor=world.viewer, assignment=row, text="?")


def test_a_unit_breaks_its_work_down_for_the_units_below(world) -> None:
    whole = given(world, world.province, due_on=date(2026, 12, 15))
    below = [unit.pk for unit in world.communes[:2]]
    share = Share(below, "Phát 10 lượt", date(2026, 11, 30))
    assert break_down(actor=world.above, assignment=whole, share=share) == 2
    assert break_down(actor=world.above, assignment=whole, share=share) == 0
    rows = Assignment.objects.filter(parent=whole)
    assert {(one.words, one.due_on, one.state) for one in rows} == {
        ("Phát 10 lượt", date(2026, 11, 30), Giving.GIVEN)
    }
    first = rows.get(unit=world.communes[0])
    assert first.giver_unit_id == world.province.pk
    with pytest.raises(PermissionDenied):
        withdraw_share(actor=world.beside, assignment=first)
    withdraw_share(actor=world.above, assignment=first)
    assert break_down(actor=world.above, assignment=whole, share=share) == 1  # and back again


def test_a_share_goes_below_only_and_not_past_the_wholes_day(world) -> None:
    whole = given(world, world.province, due_on=date(2026, 12, 15))
    one = [world.communes[0].pk]
    for units, day in (
        ([], None),
        ([world.province.pk], None),
        ([world.stranger.pk + 9999], None),
        (one, date(2027, 1, 1)),
    ):
        with pytest.raises(GivingRefused):
            break_down(actor=world.above, assignment=whole, share=Share(units, "", day))
    for user in (world.coordinator, world.editor, world.stranger):
        with pytest.raises(PermissionDenied):
            break_down(actor=user, assignment=whole, share=Share(one))
    assert Assignment.objects.count() == 1
