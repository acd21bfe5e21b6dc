"""What is told of reports that are due, and rounds that open by themselves."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from quyen.core.text.rhythm import Rhythm
from quyen.organisation.actions import open_unit
from quyen.organisation.enums import UnitKind
from quyen.organisation.signals import DueItem, due_asked
from quyen.reports import actions, jobs
from quyen.reports.models import Cycle, Submission
from tests.factories.reports import TODAY, of

pytestmark = pytest.mark.django_db


def told(since: date, until: date) -> dict[int, DueItem]:
    answers = due_asked.send(sender=None, since=since, until=until)
    items = [one for _receiver, answer in answers for one in answer]
    return {one.unit: one for one in items if one.title == "Đợt năm"}


def test_reports_not_sent_are_due_and_nothing_else_is(rounds, django_assert_num_queries):
    world, cycle, day = rounds.world, rounds.cycle, rounds.cycle.due_on
    report = of(cycle, world.communes[0])
    item = told(day, day + timedelta(days=1))[world.communes[0].pk]
    assert item == DueItem(
        f"reports.Submission:{report.pk}:{day.isoformat()}", report.unit_id, world.province.pk, "Đợt năm", day,
        reverse("reports:report", args=[report.pk]), TODAY, 30,
    )  # fmt: skip
    assert world.communes[0].pk not in told(day - timedelta(days=5), day)  # half-open
    actions.submit(actor=world.editor, submission=report)
    Submission.objects.filter(cycle=cycle, unit=world.communes[1]).update(is_expected=False)
    left = told(day, day + timedelta(days=1))
    assert not {world.communes[0].pk, world.communes[1].pk} & left.keys()
    assert world.communes[2].pk in left
    actions.send_back(actor=world.above, submission=report, reason="Thiếu")
    assert world.communes[0].pk in told(day, day + timedelta(days=1))  # owed again
    actions.close_cycle(actor=None, cycle=cycle)
    assert not told(day, day + timedelta(days=1)).keys() & {one.pk for one in world.communes}


def quarterly(unit, **more) -> actions.RegimeWish:
    given = {"anchor": date(2024, 1, 1), "due_days": 14, "lead_days": 7, "kinds": (UnitKind.COMMUNE,)} | more
    return actions.found_regime(
        actor=None, unit=unit, wish=actions.RegimeWish("Báo cáo", Rhythm.QUARTERLY, **given)
    )


@pytest.mark.parametrize(
    ("day", "opened"),
    [
        (date(2026, 4, 7), []),  # the first quarter is due on 15 April, told of from the 8th
        (date(2026, 4, 8), [date(2026, 1, 1)]),
        (date(2026, 4, 15), [date(2026, 1, 1)]),
        (date(2026, 4, 16), []),
    ],
)
def test_a_round_opens_as_its_reminders_begin_also_after_its_period(rounds, day, opened):
    regime = quarterly(rounds.world.province)
    actions.open_due_rounds(day=day)
    assert list(regime.cycles.values_list("period_start", flat=True)) == opened
    assert actions.open_due_rounds(day=day) == 0  # a second night opens nothing twice


def test_the_nightly_job_takes_in_new_units_and_leaves_closed_rounds_alone(rounds):
    world = rounds.world
    regime = quarterly(world.province, lead_days=0)
    wish = actions.CycleWish("Đã xong", date(2024, 1, 1), date(2024, 4, 1), date(2024, 4, 15))
    closed = actions.open_cycle(actor=None, regime=regime, wish=wish)
    actions.close_cycle(actor=None, cycle=closed)
    new = open_unit(actor=None, name="Xã Mới", kind=UnitKind.COMMUNE, parent=world.province)
    jobs.open_rounds(timestamp=0)
    assert Cycle.objects.get(pk=rounds.cycle.pk).submissions.filter(unit=new, is_expected=True).exists()
    assert not closed.submissions.filter(unit=new).exists()
