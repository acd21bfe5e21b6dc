"""What people decide: states, traces, permission, two at once."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry
from quyen.core.errors import QuyenError
from quyen.plans import actions
from quyen.plans.enums import FindingState, ItemKind, ItemState, PlanState
from quyen.plans.models import Item, Plan, Task
from tests.factories.readings import TARGETS, make_read_plan


@pytest.fixture
def plan(unit) -> Plan:
    return make_read_plan(unit, findings=[("hội thi", "cuộc thi")])


def decide(actor, plan: Plan, verb: Verb, *items: Item):
    return actions.decide_items(actor=actor, plan=plan, verb=verb, seen={i.pk: i.revision for i in items})


def entries(item: Item) -> list[AuditEntry]:
    return list(AuditEntry.objects.filter(subject="plans.Item", subject_id=item.pk))


def test_confirming_many_at_once_leaves_a_trace_for_each(plan, editor) -> None:
    tasks = list(plan.items.filter(kind=ItemKind.TASK))
    decided = decide(editor, plan, Verb.CONFIRM, *tasks)
    assert len(decided.changed) == 2
    assert set(plan.items.counted()) == set(tasks)
    (entry,) = entries(tasks[0])
    assert (entry.actor, entry.before, entry.after) == (editor, {"state": "proposed"}, {"state": "confirmed"})
    assert plan.items.counted().first().decided_by == editor


def test_confirming_twice_leaves_one_trace(plan, editor) -> None:
    item = plan.items.first()
    decide(editor, plan, Verb.CONFIRM, item)
    item.refresh_from_db()
    assert decide(editor, plan, Verb.CONFIRM, item).changed == []
    assert len(entries(item)) == 1


@pytest.mark.parametrize("items", [1, 6])
def test_deciding_takes_the_same_queries(plan, editor, items, django_assert_num_queries) -> None:
    chosen = list(plan.items.exclude(kind__in=["number", "symbol", "title"]).order_by("-kind")[:items])
    with django_assert_num_queries(8):
        decide(editor, plan, Verb.CONFIRM, *chosen)


def test_another_was_quicker_and_nothing_is_written(plan, editor, owner) -> None:
    item = plan.items.get(kind=ItemKind.AUDIENCE)
    actions.correct_item(actor=owner, item=item, revision=0, value={"text": "Giáo viên"})
    decided = decide(editor, plan, Verb.REJECT, item)
    assert (decided.changed, [i.text for i in decided.conflicts]) == ([], ["Giáo viên"])
    with pytest.raises(actions.Conflict) as conflict:
        actions.correct_item(actor=editor, item=item, revision=0, value={"text": "Phụ huynh"})
    assert conflict.value.item.text == "Giáo viên"
    item.refresh_from_db()
    assert (item.text, item.state, item.decided_by) == ("Giáo viên", ItemState.CORRECTED, owner)


def test_a_correction_keeps_what_the_reader_said(plan, editor) -> None:
    item = plan.items.get(text__contains="tờ gấp")
    value = item.as_value() | {
        "deadline": "Quý III/2025", "due_on": "2025-09-30",
        "lead": [{"name": "Sở Nội vụ", "canonical": "Sở Nội vụ"}],
    }  # fmt: skip
    actions.correct_item(actor=editor, item=item, revision=0, value=value)
    task = Task.objects.get(pk=item.pk)
    assert (task.state, task.due_on, task.proposed["deadline"]) == (
        ItemState.CORRECTED, date(2025, 9, 30), "Trước ngày 15/12/2025",
    )  # fmt: skip
    assert [r.name for r in task.responsibilities.all()] == ["Sở Nội vụ"]
    (entry,) = entries(item)
    assert set(entry.after) == {"state", "deadline", "due_on", "lead"}
    assert entry.before["deadline"] == "Trước ngày 15/12/2025"


def test_reopening_goes_back_to_what_the_reader_said(plan, editor) -> None:
    item = plan.items.get(text=TARGETS[0][0])
    actions.correct_item(actor=editor, item=item, revision=0, value=item.as_value() | {"value": "85"})
    item = Item.objects.get(pk=item.pk)
    decide(editor, plan, Verb.REOPEN, item)
    item = Item.objects.get(pk=item.pk)
    assert (item.state, item.target.value) == (ItemState.PROPOSED, 80)
    assert [e.verb for e in entries(item)] == [Verb.REOPEN, Verb.CORRECT]


def test_header_columns_follow_the_header_items(plan, editor) -> None:
    number = plan.items.get(kind=ItemKind.NUMBER)
    actions.correct_item(actor=editor, item=number, revision=0, value={"text": "21"})
    plan.refresh_from_db()
    assert plan.reference == "21/KH-UBND"
    decide(editor, plan, Verb.REJECT, plan.items.get(kind=ItemKind.SYMBOL))
    plan.refresh_from_db()
    assert plan.reference == "21"
    actions.add_item(actor=editor, plan=plan, kind=ItemKind.DATE, value={"text": "2025-02-03"})
    plan.refresh_from_db()
    assert plan.issued_on == date(2025, 2, 3)


def test_mending_a_finding_corrects_the_items_read_there(plan, editor) -> None:
    finding = plan.findings.get()
    mended = actions.mend_finding(actor=editor, finding=finding)
    assert [i.text for i in Item.objects.filter(pk__in=[m.pk for m in mended])] == [
        "Tổ chức cuộc thi tìm hiểu về quyền trẻ em."
    ]
    finding.refresh_from_db()
    assert (finding.state, finding.decided_by) == (FindingState.MENDED, editor)
    assert plan.reading.text.count("hội thi") == 1  # the source stays as it is
    assert actions.mend_finding(actor=editor, finding=finding) == []


def test_a_kept_finding_can_be_asked_again(plan, editor) -> None:
    finding = plan.findings.get()
    actions.keep_finding(actor=editor, finding=finding)
    actions.reopen_finding(actor=editor, finding=finding)
    finding.refresh_from_db()
    assert (finding.state, finding.decided_by) == (FindingState.OPEN, None)


def test_a_plan_with_proposals_is_confirmed_only_when_it_is_said(plan, owner) -> None:
    decide(owner, plan, Verb.CONFIRM, plan.items.get(kind=ItemKind.AUDIENCE))
    with pytest.raises(QuyenError, match="8"):
        actions.confirm_plan(actor=owner, plan=plan)
    actions.confirm_plan(actor=owner, plan=plan, leave_proposed=True)
    plan.refresh_from_db()
    assert (plan.state, plan.confirmed_by, plan.items.counted().count()) == (PlanState.CONFIRMED, owner, 1)
    assert AuditEntry.objects.get(subject="plans.Plan", verb=Verb.CONFIRM).after == {
        "state": "confirmed", "left": 8, "counted": 1,
    }  # fmt: skip


def test_a_confirmed_plan_is_opened_again_before_it_changes(plan, owner) -> None:
    actions.confirm_plan(actor=owner, plan=plan, leave_proposed=True)
    item = plan.items.first()
    with pytest.raises(actions.PlanIsConfirmed):
        decide(owner, plan, Verb.CONFIRM, item)
    with pytest.raises(actions.PlanIsConfirmed):
        actions.mend_finding(actor=owner, finding=plan.findings.get())
    actions.keep_finding(actor=owner, finding=plan.findings.get())  # changes no item
    assert plan.findings.get().state == FindingState.KEPT
    actions.reopen_plan(actor=owner, plan=plan)
    assert len(decide(owner, plan, Verb.CONFIRM, item).changed) == 1


def test_who_may_do_what(plan, owner, editor, colleague, stranger) -> None:
    item, finding = plan.items.first(), plan.findings.get()
    for actor in (colleague, stranger):
        for act in (
            lambda a=actor: decide(a, plan, Verb.CONFIRM, item),
            lambda a=actor: actions.correct_item(actor=a, item=item, revision=0, value=item.as_value()),
            lambda a=actor: actions.add_item(actor=a, plan=plan, kind="topic", value={"text": "x"}),
            lambda a=actor: actions.settle_newer(actor=a, item=item, revision=0, take=True),
            lambda a=actor: actions.mend_finding(actor=a, finding=finding),
            lambda a=actor: actions.keep_finding(actor=a, finding=finding),
            lambda a=actor: actions.reopen_finding(actor=a, finding=finding),
            lambda a=actor: actions.confirm_plan(actor=a, plan=plan, leave_proposed=True),
            lambda a=actor: actions.reopen_plan(actor=a, plan=plan),
        ):
            with pytest.raises(PermissionDenied):
                act()
    with pytest.raises(PermissionDenied):
        actions.confirm_plan(actor=editor, plan=plan, leave_proposed=True)
    assert not AuditEntry.objects.filter(actor__isnull=False).exists()


def test_items_of_another_plan_are_out_of_reach(plan, unit, editor) -> None:
    other = make_read_plan(unit)
    assert decide(editor, plan, Verb.CONFIRM, other.items.first()).changed == []
