"""The list that the database orders is the list that Python ordered: the same lines, counts and pages on any day."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from django.db import transaction
from django.utils import timezone

from quyen.core.schedule import Rhythm, Schedule
from quyen.core.text.sorting import sort_key
from quyen.organisation.models import Membership
from quyen.plans.actions.work import awaited as working
from quyen.plans.actions.work.progress import report_progress
from quyen.plans.actions.work.timetable import reschedule
from quyen.plans.enums import Giving, Part, WorkState
from quyen.plans.models import Assignment, Awaited, Progress, Task, Timetable
from quyen.plans.models.awaited import NEVER
from quyen.plans.queries.days import BUCKETS
from quyen.plans.queries.lists import has_words
from quyen.plans.queries.work import lines as screens
from quyen.plans.queries.work.awaited import DONE, holds_through, unknown, waited_for
from quyen.plans.queries.work.lines import HANDED, OURS, WorkFilter, line_of, work_list
from tests.factories.plans import make_plan

D = date
TODAY = D(2026, 11, 27)
RHYTHMS = ("", "", "always", "weekly", "monthly", "quarterly", "yearly")


# --- the oracle: every row built, then filtered, sorted and counted ------------------------------------


def every_line(rows, today):
    detailed = (
        rows.with_work().with_said().select_related("task__plan", "unit").prefetch_related("timetables")
    )
    ordered = detailed.order_by("task__plan_id", "task__position", "unit__name", "pk")
    lines = [line_of(row, today) for row in ordered]
    return sorted(lines, key=lambda line: ((*BUCKETS, DONE).index(line.bucket), line.due_on or date.max))


def fits(line, asked: WorkFilter) -> bool:
    if asked.state and line.state != asked.state:
        return False
    if asked.unit and not has_words(asked.unit, (line.unit_name,)):
        return False
    return has_words(asked.words, (line.text, line.plan_label, line.unit_name))


def told(lines) -> list[tuple[object, ...]]:
    return [
        (one.pk, one.unit, one.unit_name, one.text, one.part, one.due_on, one.recurs, one.days, one.state, one.plan,
         one.plan_label, one.plan_years, one.task, one.is_share) for one in lines
    ]  # fmt: skip


def agree(user, asked: WorkFilter, today: date, page: int) -> None:
    lines = every_line(screens._scope(user, asked.scope), today)
    fitting = [line for line in lines if fits(line, asked)]
    found = [line for line in fitting if not asked.when or line.bucket == asked.when]
    size = screens.PAGE
    got = work_list(user, asked, page)
    assert told(got.lines) == told(found[(got.page - 1) * size : got.page * size]), asked
    assert (got.found, got.total, got.pages) == (len(found), len(lines), max(1, -(-len(found) // size)))
    assert got.counts == {one: sum(line.bucket == one for line in fitting) for one in (*BUCKETS, DONE)}
    assert got.units == tuple(sorted({line.unit_name for line in lines}, key=sort_key))
    assert got.first == next((line.pk for line in found if not line.is_closed), None)


# --- the world -----------------------------------------------------------------------------------------


def fill(world, random: Random) -> list[Assignment]:
    """Written past the actions, so that only the triggers and the calendar answer for what is waited for."""
    tasks = [
        {"text": f"{word} số {n}", "position": n}
        for n, word in enumerate(("Phát loa đường phố", "Tập huấn", "Đăng tin ĐẶC BIỆT"))
    ]
    plans = [
        make_plan(
            unit, title=f"Kế hoạch quyền {n}", number=str(n), years=(2025, 2026 + n % 2),
            tasks=[{"text": one["text"]} for one in tasks],
        )
        for n, unit in enumerate((world.justice, world.culture, world.province))
    ]  # fmt: skip
    rows = [
        Assignment(
            task=task, unit=unit, part=Part.LEAD, text=random.choice(("", "", "Phần việc riêng của xã")),
            due_on=random.choice((None, TODAY + timedelta(days=random.randint(-300, 200)))),
            recurs=random.choice(RHYTHMS), state=random.choice((Giving.GIVEN, Giving.GIVEN, Giving.WITHDRAWN)),
            given_at=timezone.now() - timedelta(days=random.randint(0, 500)),
        )
        for task in Task.objects.filter(plan__in=plans)
        for unit in (world.province, *world.communes)
    ]  # fmt: skip
    Assignment.objects.bulk_create(rows)
    whole = Assignment.objects.filter(unit=world.province).first()
    Assignment.objects.filter(unit__in=world.communes, task=whole.task).update(parent=whole)
    for row in random.sample(rows, 15):
        day = TODAY - timedelta(days=random.randint(0, 200))
        Progress.objects.create(
            assignment=row, day=day, state=random.choice(WorkState.values), by_name="Ai đó",
            **random.choice(({}, {"period_start": day, "period_until": day + timedelta(days=30)})),
        )  # fmt: skip
    for row in random.sample(rows, 4):
        Timetable.objects.create(
            assignment=row, anchor=D(2026, 1, 31), rhythm="monthly", begins=D(2026, 1, 31)
        )
    return rows


@pytest.mark.parametrize("seed", [1, 2])
def test_the_database_lists_what_python_listed(world, seed, monkeypatch) -> None:
    random = Random(seed)
    fill(world, random)
    monkeypatch.setattr(screens, "PAGE", 5)
    for later, is_worked_out in ((0, False), (40, True), (400, False)):
        today = TODAY + timedelta(days=later)
        monkeypatch.setattr(timezone, "localdate", lambda *_, day=today: day)
        if is_worked_out:
            working.work_out()
            assert not Awaited.objects.filter(through__lt=today, assignment__state=Giving.GIVEN).exists()
        for user in (world.above, world.editor, world.coordinator):
            agree(user, WorkFilter(), today, 2)
            for _ in range(2):
                asked = WorkFilter(
                    words=random.choice(("", "dac biet", "loa duong so 0", "xa quyen 1", "Phần RIÊNG", "Tập huấn 2")),
                    unit=random.choice(("", "xa", "ben cat")), when=random.choice(("", *BUCKETS, DONE)),
                    state=random.choice(("", "", *WorkState.values)), scope=random.choice((OURS, HANDED)),
                )  # fmt: skip
                agree(user, asked, today, random.randint(1, 3))


def test_what_was_worked_out_holds_to_its_last_day_and_no_longer(world, monkeypatch) -> None:
    """Day by day over a year: the same round, until the day after the one that is kept."""
    fill(world, Random(4))
    for row in unknown(Assignment.objects.given(), TODAY)[:6]:
        day, last, kept = TODAY, TODAY, None
        for day in (TODAY + timedelta(days=n) for n in range(0, 365)):
            if kept is None or day > last:
                kept, last = waited_for(row, day), holds_through(row, day)
            assert waited_for(row, day) == kept


def test_a_change_is_known_within_its_own_transaction(world, monkeypatch) -> None:
    from tests.factories.work import given

    monkeypatch.setattr(timezone, "localdate", lambda *_: TODAY)
    Membership.objects.update(valid_from=TODAY)  # they begin on the day of the clock, which may be later
    row = given(world, world.communes[0], due_on=D(2026, 12, 15), recurs="monthly")
    kept = Awaited.objects.get(pk=row.pk)
    assert (kept.due_on, kept.state, kept.through) == (D(2026, 12, 15), "not_started", D(2026, 12, 15))
    report_progress(
        actor=world.editor, assignment=row, revision=0, state=WorkState.DONE, note="", period=None
    )
    kept.refresh_from_db()
    assert (kept.state, kept.through > NEVER) == ("done", True)
    reschedule(actor=world.coordinator, assignment=row, schedule=Schedule(D(2027, 2, 1), Rhythm.QUARTERLY))
    kept.refresh_from_db()
    assert kept.through > NEVER
    assert kept.due_on == line_of(unknown_or_all(row), TODAY).due_on


def unknown_or_all(row: Assignment):
    found = Assignment.objects.filter(pk=row.pk).with_work().with_said()
    return found.select_related("task__plan", "unit").prefetch_related("timetables").get()


def test_a_longer_plan_and_an_undone_change_are_seen(world) -> None:
    """The triggers follow what no action named; what is rolled back leaves what was."""
    from tests.factories.work import given

    row = given(world, world.communes[0], due_on=D(2026, 12, 15), recurs="monthly")
    once = given(world, world.communes[0], due_on=D(2026, 12, 1))
    known = Awaited.objects.get(pk=row.pk).through
    with transaction.atomic():
        type(row.task.plan).objects.filter(pk=row.task.plan_id).update(last_year=2030)
        Assignment.objects.filter(pk=once.pk).update(due_on=D(2026, 12, 2))
        assert Awaited.objects.get(pk=row.pk).through == NEVER
        assert Awaited.objects.get(pk=once.pk).due_on == D(2026, 12, 2)
        transaction.set_rollback(True)
    assert (Awaited.objects.get(pk=row.pk).through, Awaited.objects.get(pk=once.pk).due_on) == (
        known,
        D(2026, 12, 1),
    )
    Progress.objects.create(assignment=once, state=WorkState.DONE, by_name="Ai đó")
    assert Awaited.objects.get(pk=once.pk).state == "done"
