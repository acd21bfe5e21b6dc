"""What estimates say in a report."""

from __future__ import annotations

from datetime import date

import pytest

from quyen.budget.actions import (
    add_line,
    approve_estimates,
    assemble_estimate,
    start_estimate,
    submit_estimate,
)
from quyen.budget.actions.spending import tell_spending
from quyen.budget.enums import Funding
from quyen.budget.models import Estimate
from quyen.budget.queries.given import LineGiven
from quyen.organisation.actions import carry_out
from quyen.organisation.actions.arrangements import Wish
from quyen.organisation.enums import SuccessionKind
from quyen.plans.models import Task
from quyen.reports.models import Cycle, Submission
from quyen.reports.queries import content_of, facts_of, hash_of
from quyen.reports.queries.money import money_of
from quyen.reports.queries.saying import million, million_said
from tests.factories.reports import TODAY, Rounds, of

pytestmark = pytest.mark.django_db


def estimate(rounds: Rounds, unit, *lines: tuple[str, int]):
    plan = rounds.cycle.regime.plan
    made = start_estimate(actor=None, unit=unit, plan=plan, year=rounds.cycle.measured.start.year)
    task = Task.objects.filter(plan=plan).first()
    for source, amount in lines:
        add_line(actor=None, estimate=made, given=LineGiven(source, amount), task=task)
    return assemble_estimate(actor=None, estimate=submit_estimate(actor=None, estimate=made))


def test_a_report_says_what_was_planned_approved_and_spent_by_source_and_unit(rounds):
    world, plan = rounds.world, rounds.cycle.regime.plan
    report = of(rounds.top, world.province)
    empty = content_of(report)
    assert "kinh-phi" not in empty["texts"]  # nothing was estimated: nothing is said, not nought
    assert next(one["table"] for one in empty["sections"] if one["key"] == "kinh-phi") is None
    held = estimate(rounds, world.communes[0], (Funding.STATE, 1_250_500_000), (Funding.SOCIAL, 40_000))
    approve_estimates(
        actor=None, plan=plan, year=held.year, revisions={held.pk: held.revision}, basis="Quyết định số 15"
    )
    estimate(rounds, world.culture, (Funding.STATE, 9_000_000))
    line = held.lines.get(source=Funding.STATE)
    tell_spending(actor=None, line=line, day=TODAY, amount=300_000_000, note="Đợt 1")
    content = content_of(of(rounds.top, world.province))
    assert content["texts"]["kinh-phi"] == (
        f"Kinh phí năm {held.year}: dự toán 1.259,54 triệu đồng; được duyệt 1.250,54 triệu đồng; đã chi 300 triệu đồng."
    )
    said = {key: one["words"] for key, one in content["figures"].items()}
    table = next(one["table"] for one in content["sections"] if one["key"] == "kinh-phi")
    cells = [[one if isinstance(one, str) else said[one["figure"]] for one in row] for row in table["rows"]]
    assert cells == [
        ["Ngân sách nhà nước", "1.259,5", "1.250,5", "300"],
        ["Xã hội hóa", "0,04", "0,04", "0"],
        ["Cộng", "1.259,54", "1.250,54", "300"],
    ]
    parts = [(one["label"], one["words"]) for one in content["figures"]["kinhphi.dutoan.nsnn"]["parts"]]
    assert parts == [("Phường Bến Cát", "1.250,5"), (world.culture.name, "9")]
    assert hash_of(content) == hash_of(content_of(of(rounds.top, world.province)))
    mine = facts_of(of(rounds.cycle, world.communes[0])).figures
    assert (mine["kinhphi.dutoan"].numerator, mine["kinhphi.chi.xahoi"].words) == ("1250.54", "0")
    assert not facts_of(of(rounds.cycle, world.communes[1])).money.rows


def test_the_money_of_a_merged_unit_stands_once_on_the_map_of_then_and_of_now(rounds):
    """A commune is merged into its neighbour, a department of the province into one of the ministry."""
    world, year = rounds.world, rounds.cycle.measured.start.year
    first, second = world.communes[:2]
    estimate(rounds, first, (Funding.STATE, 10_000_000))
    estimate(rounds, second, (Funding.STATE, 5_000_000))
    estimate(rounds, world.culture, (Funding.OTHER, 2_000_000))
    for source, target in ((first, second), (world.culture, world.ministry)):
        carry_out(
            actor=None,
            wish=Wish(SuccessionKind.MERGE, date(year, 7, 1), "Nghị quyết", (source.pk, target.pk), target=target.pk),
        )  # fmt: skip

    def said(day: date, *units) -> list[tuple[str, list[str]]]:
        Cycle.objects.update(figures_on=day)
        plans = set(Estimate.objects.values_list("plan_id", flat=True))
        money = [money_of(report(one), plans, day, {}).figures for one in units]
        return [
            (one["kinhphi.dutoan"].words, [part.label for part in one["kinhphi.dutoan"].parts]) if one else ("–", [])
            for one in money
        ]  # fmt: skip

    def report(unit) -> Submission:
        held = Submission.objects.filter(cycle=rounds.top, unit=unit).first()
        return held or Submission(cycle=rounds.top, unit=unit)

    now = said(date(year, 12, 31), first, second, world.province, world.ministry)
    assert now == [
        ("–", []), ("15", [second.name]), ("15", [second.name]), ("2", ["Bộ Thử"]),
    ]  # fmt: skip
    then = said(date(year, 6, 1), first, second, world.province, world.ministry)
    both = sorted([first.name, second.name, world.culture.name])
    assert then == [("10", [first.name]), ("5", [second.name]), ("17", both), ("–", [])]


@pytest.mark.parametrize(
    ("amount", "said", "plain"),
    [(0, "0", "0"), (499, "0", "0.000499"), (1_000_000, "1", "1"), (100_000_000, "100", "100"), (1_234_567_890, "1.234,568", "1234.56789")],
)  # fmt: skip
def test_amounts_are_said_in_million_dong(amount, said, plain):
    assert (million_said(amount), million(amount)) == (said, plain)
