"""Sums of the budget: the same however they are brought together, and on every map of the units."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from quyen.budget.enums import Funding
from quyen.budget.models import Estimate, EstimateLine
from quyen.budget.queries import Sums, budget_figures
from quyen.budget.queries.assembled import _task_rows, assembled
from quyen.budget.queries.page import content_from
from quyen.budget.queries.sums import added, by_source
from quyen.organisation.actions import carry_out
from quyen.organisation.actions.arrangements import Share, Wish
from quyen.organisation.enums import SuccessionKind
from tests.factories.budget import YEAR, sent

AMOUNTS = st.integers(0, 10**12)
LINES = st.lists(st.tuples(st.integers(1, 4), st.sampled_from(Funding.values), AMOUNTS, AMOUNTS), max_size=30)


@settings(max_examples=25)
@given(LINES)
def test_rows_columns_and_totals_agree(many) -> None:
    """In memory: by task, by source and by line the same lines come to the same."""
    estimate, lines = Estimate(pk=1, state="assembled"), []
    for number, (task, source, planned, spent) in enumerate(many, 1):
        line = EstimateLine(pk=number, task_id=task, heading="x", source=source, planned_vnd=planned)
        line.spent = spent
        lines.append(line)
    content = content_from(estimate, lines)
    total = Sums(sum(one[2] for one in many), 0, sum(one[3] for one in many))
    assert content.sums == total == added(one.sums for one in content.sources)
    rows = _task_rows([(estimate, row) for row in content.rows])
    assert added(row.sums for row in rows) == total
    columns = [sum(row.cells[at] for row in rows) for at in range(len(Funding))]
    assert columns == [one.sums.planned for one in by_source((r.line.source, r.sums) for r in content.rows)]


def test_a_divided_unit_keeps_every_dong(money) -> None:
    """The culture department is split into thirds that no đồng can be divided by, and merged units come together."""
    sent(money)
    EstimateLine.objects.filter(estimate__unit=money.unit).update(planned_vnd=10_000_001)
    wish = Wish(
        SuccessionKind.SPLIT, date(2027, 3, 1), "Nghị quyết số 9", (money.unit.pk,),
        shares=(Share(None, "Sở Văn hóa tỉnh Sông Lam", Decimal("0.33")), Share(None, "Sở Du lịch tỉnh Sông Lam", Decimal("0.67"))),
    )  # fmt: skip
    carry_out(actor=None, wish=wish)
    for shown in (None, date(2027, 4, 1)):
        page = assembled(money.head, money.plan, YEAR, shown)
        assert page.sums.planned == 20_000_002 == sum(row.sums.planned for row in page.units)
        assert not page.faults
        found = budget_figures([money.plan.pk], None, YEAR, shown=shown)
        assert found.sums.planned == 20_000_002
    assert len(page.units) == 2 and {row.others for row in page.units} == {(money.unit.name,)}
    parts = [
        budget_figures([money.plan.pk], [row.unit], YEAR, shown=shown).sums.planned for row in page.units
    ]
    assert sorted(parts) == sorted(row.sums.planned for row in page.units)
