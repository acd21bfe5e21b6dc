"""The demo world as `bin/run` makes it: the province over two years."""

from __future__ import annotations

from datetime import date

import pytest

from quyen.config import demo
from quyen.organisation.enums import UnitKind
from quyen.organisation.models import Unit
from quyen.organisation.queries import tree_on
from quyen.plans.models import Assignment, Progress
from quyen.reports.enums import State
from quyen.reports.models import Submission
from quyen.reports.queries import content_of

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_the_demo_province_has_two_years_with_gaps_and_a_report_to_assemble(settings, tmp_path):
    settings.DATA = tmp_path
    logins = demo.demo_world()
    assert len({address for address, _password, _what in logins}) == 7
    assert demo.demo_world() == [tuple(login) for login in logins]  # safe to run again
    province = Unit.objects.get(name="Tỉnh Sông Lam (dữ liệu mẫu)")
    units = Unit.objects.active().filter(parent=province)
    assert units.filter(kind=UnitKind.COMMUNE).count() == 30
    assert units.filter(kind=UnitKind.DEPARTMENT).count() == 12
    away = Unit.objects.get(name__startswith="Tỉnh Vân Trạch")
    assert not away.is_active
    assert away.pk in tree_on(date(2025, 6, 30)).versions
    given = Assignment.objects.given().filter(task__plan__unit__name=demo.UNIT)
    assert {row.year for row in given.dates("given_at", "year")} >= {2024, 2025}
    assert Progress.objects.filter(assignment__in=given, day__year=2024).exists()
    below = Submission.objects.filter(cycle__feeds__period_end=date(2025, 12, 1))
    late = sum(row.is_late for row in below.select_related("cycle"))
    waiting = below.filter(first_sent_on=None).count()
    assert (below.count(), late > 2, waiting > 4) == (41, True, True)
    own = Submission.objects.select_related("unit__parent", "cycle__regime__unit")
    report = own.get(unit=province, cycle__period_end=date(2025, 12, 1))
    assert report.state == State.DRAFT
    content = content_of(report)
    figure = content["figures"]["SL1"]
    assert figure["missing"] > 0
    assert figure["words"] in content["texts"]["chi-tieu"]
    assert content["unknown"] == []
