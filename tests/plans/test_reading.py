"""A reading becomes a plan; a later one is merged without overwriting a decision."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry
from quyen.plans.actions import (
    add_item,
    correct_item,
    decide_items,
    keep_finding,
    settle_newer,
    store_reading,
)
from quyen.plans.enums import FindingState, ItemKind, ItemState
from quyen.plans.models import Item, Plan, Target, Task
from quyen.sources.models import StoredReading
from tests.factories.readings import TASKS, make_read_plan, make_record, make_source, read_into


def decide(actor, item: Item, verb: Verb = Verb.CONFIRM) -> Item:
    decide_items(actor=actor, plan=item.plan, verb=verb, seen={item.pk: item.revision})
    return Item.objects.get(pk=item.pk)


def the(plan: Plan, words: str) -> Item:
    return plan.items.get(text__contains=words)


def test_a_reading_becomes_a_plan_with_its_items(unit) -> None:
    plan = make_read_plan(unit, findings=[("hội thi", "cuộc thi")])
    assert (plan.reference, plan.title) == ("12/KH-UBND", "Truyền thông về quyền con người năm 2025")
    assert (plan.first_year, plan.last_year, plan.unit) == (2025, 2025, unit)
    assert plan.items.count() == 9
    target = Target.objects.get(plan=plan, measured_in="%")
    assert (target.value, target.comparator, target.state) == (Decimal(80), "=", ItemState.PROPOSED)
    task = Task.objects.get(plan=plan, no="2")
    assert (task.due_on, task.deadline) == (date(2025, 12, 14), "Trước ngày 15/12/2025")
    assert [(r.name, r.part) for r in task.responsibilities.all()] == [("Sở Tư pháp", "lead")]
    assert task.quote == TASKS[1][0] == plan.reading.text[task.start : task.end]
    assert task.before.endswith("Quý II/2025\n")
    assert task.sha256 == plan.source.sha256
    assert plan.findings.get().quote == "hội thi"


def test_the_same_reading_twice_changes_nothing(unit) -> None:
    plan = make_read_plan(unit)
    before = list(plan.items.order_by("pk").values())
    store_reading(reading=plan.reading)
    assert list(plan.items.order_by("pk").values()) == before


@pytest.mark.parametrize("tasks", [1, 30])
def test_a_first_reading_takes_the_same_statements(unit, tasks, django_assert_max_num_queries) -> None:
    record = make_record(tasks=[(f"Nhiệm vụ số {n}", f"Sở {n}", "Năm 2025") for n in range(tasks)])
    source = make_source(unit)
    reading = StoredReading.objects.create(
        source=source, reader_version="1", record=record, text=record["text"]
    )
    with django_assert_max_num_queries(18):
        store_reading(reading=reading)


def test_a_figure_too_large_for_a_column_stays_as_words(unit) -> None:
    plan = make_read_plan(unit, targets=[("Số rất lớn", 10**40, "đồng")])
    assert the(plan, "Số rất lớn").kind == ItemKind.OBJECTIVE


def test_a_newer_reader_replaces_what_nobody_touched(unit) -> None:
    plan = make_read_plan(unit)
    renamed = [("Tổ chức cuộc thi tìm hiểu về quyền trẻ em.", "Sở Giáo dục", "Quý II/2025")]
    read_into(plan.source, make_record(tasks=renamed), "2")
    texts = [item.text for item in plan.items.filter(kind=ItemKind.TASK)]
    assert texts == [renamed[0][0]]
    assert Task.objects.get(plan=plan).responsibilities.count() == 1


def test_a_decision_stands_and_the_other_value_waits(unit, owner) -> None:
    plan = make_read_plan(unit)
    item = decide(owner, the(plan, "80%"))
    read_into(plan.source, make_record(targets=[("90% trường học có góc thông tin", 90, "%")]), "2")
    item.refresh_from_db()
    assert (item.state, item.text) == (ItemState.CONFIRMED, "80% trường học có góc thông tin")
    assert item.target.value == 80
    assert item.newer["value"] == "90"
    assert item.quote == "90% trường học có góc thông tin"  # its place is that of the new text


@pytest.mark.parametrize(("take", "text", "value"), [(True, "90%", 90), (False, "80%", 80)])
def test_a_person_takes_the_new_value_or_keeps_theirs(unit, owner, take, text, value) -> None:
    plan = make_read_plan(unit)
    decide(owner, the(plan, "80%"))
    record = make_record(targets=[("90% trường học có góc thông tin", 90, "%")])
    read_into(plan.source, record, "2")
    item = settle_newer(actor=owner, item=the(plan, "80%"), revision=the(plan, "80%").revision, take=take)
    item.refresh_from_db()
    assert item.text.startswith(text)
    assert (item.newer, Target.objects.get(pk=item.pk).value) == (None, value)
    read_into(plan.source, record, "3")
    item.refresh_from_db()
    assert item.newer is None  # settled is settled: the same reading does not ask again


def test_a_corrected_item_that_the_reader_now_reads_so_is_no_difference(unit, owner) -> None:
    plan = make_read_plan(unit)
    item = the(plan, "80%")
    right = item.as_value() | {"text": "85% trường học có góc thông tin", "value": "85"}
    correct_item(actor=owner, item=item, revision=0, value=right)
    read_into(plan.source, make_record(targets=[("85% trường học có góc thông tin", 85, "%")]), "2")
    item.refresh_from_db()
    assert (item.state, item.newer, item.proposed["value"]) == (ItemState.CORRECTED, None, "85")


def test_a_passage_that_moved_is_found_again(unit, owner) -> None:
    plan = make_read_plan(unit)
    item = decide(owner, the(plan, "tờ gấp"))
    moved = make_record(
        title="Một trích yếu dài hơn hẳn trích yếu cũ của kế hoạch", tasks=[], tail=TASKS[1][0]
    )
    read_into(plan.source, moved, "2")
    item.refresh_from_db()
    assert (item.state, item.newer) == (ItemState.CONFIRMED, None)
    assert moved["text"][item.start : item.end] == TASKS[1][0]


def test_a_passage_that_is_gone_leaves_the_decision_out_of_date(unit, owner) -> None:
    plan = make_read_plan(unit)
    item = decide(owner, the(plan, "tờ gấp"))
    read_into(plan.source, make_record(tasks=TASKS[:1]), "2")
    item.refresh_from_db()
    assert (item.state, item.decision, item.start) == (ItemState.OUT_OF_DATE, ItemState.CONFIRMED, None)
    assert item.quote == TASKS[1][0]
    assert not plan.items.counted().filter(pk=item.pk).exists()
    assert decide(owner, item).state == ItemState.CONFIRMED  # a person may keep it all the same


def test_an_out_of_date_item_comes_back_with_its_passage(unit, owner) -> None:
    plan = make_read_plan(unit)
    item = decide(owner, the(plan, "tờ gấp"))
    read_into(plan.source, make_record(tasks=TASKS[:1]), "2")
    read_into(plan.source, make_record(), "3")
    item.refresh_from_db()
    assert (item.state, item.decision) == (ItemState.CONFIRMED, "")


def test_a_rejected_item_is_not_proposed_again(unit, owner) -> None:
    plan = make_read_plan(unit)
    item = decide(owner, the(plan, "tờ gấp"), Verb.REJECT)
    read_into(plan.source, make_record(bases=["5/QĐ-TTg", "7/NQ-CP"]), "2")
    assert plan.items.get(text=TASKS[1][0]).pk == item.pk
    item.refresh_from_db()
    assert item.state == ItemState.REJECTED


def test_what_a_person_added_stays_and_is_not_doubled(unit, owner) -> None:
    plan = make_read_plan(unit, audiences=[], tail="Người lao động ở khu công nghiệp")
    value = {"text": "Người lao động ở khu công nghiệp"}
    added = add_item(actor=owner, plan=plan, kind=ItemKind.AUDIENCE, value=value)
    assert plan.reading.text[added.start : added.end] == value["text"]
    read_into(plan.source, make_record(audiences=[value["text"]]), "2")
    assert plan.items.get(kind=ItemKind.AUDIENCE).pk == added.pk


def test_a_replaced_file_takes_the_plan_along(unit, owner) -> None:
    plan = make_read_plan(unit)
    item = decide(owner, the(plan, "80%"))
    newer = make_source(unit, "ban-moi.txt", replaces=plan.source)
    again = read_into(newer, make_record(number="13"))
    assert (again.pk, again.source, again.number) == (plan.pk, newer, "13")
    item.refresh_from_db()
    assert (item.state, item.sha256) == (ItemState.CONFIRMED, newer.sha256)
    assert Plan.objects.count() == 1


def test_a_late_reading_of_the_old_file_changes_nothing(unit) -> None:
    plan = make_read_plan(unit)
    old, newer = plan.source, make_source(unit, "ban-moi.txt", replaces=plan.source)
    read_into(newer, make_record(number="13"))
    record = make_record()
    late = StoredReading.objects.create(source=old, reader_version="9", record=record, text=record["text"])
    assert store_reading(reading=late) is None
    assert Plan.objects.get().number == "13"


def test_findings_are_merged_too(unit, owner) -> None:
    slips = [("hội thi", "cuộc thi"), ("tờ gấp", "tờ rơi"), ("góc thông tin", None)]
    plan = make_read_plan(unit, findings=slips)
    keep_finding(actor=owner, finding=plan.findings.get(quote="hội thi"))
    read_into(
        plan.source, make_record(findings=[("tờ gấp", "tờ rơi"), ("sổ tay", None)], tasks=TASKS[1:]), "2"
    )
    states = dict(plan.findings.values_list("quote", "state"))
    assert states == {"hội thi": FindingState.KEPT, "tờ gấp": FindingState.OPEN, "sổ tay": FindingState.OPEN}


def test_a_merge_leaves_its_trace(unit) -> None:
    plan = make_read_plan(unit)
    read_into(plan.source, make_record(tasks=TASKS[:1]), "2")
    entry = AuditEntry.objects.filter(subject="plans.Plan", verb=Verb.READ).first()
    assert (entry.after["gone"], entry.after["renewed"], entry.actor_name) == (1, 8, "Quyền")
