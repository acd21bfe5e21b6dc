"""What units are today follows the day, and set-up gets the country's units once."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from unittest.mock import patch
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from quyen.config import units as set_up
from quyen.config.demo import PROVINCES, UNIT, _people
from quyen.config.first import first_administrator
from quyen.organisation import jobs
from quyen.organisation.actions import open_unit, record_succession, refresh_units_if_due
from quyen.organisation.enums import Role, SuccessionKind, UnitKind
from quyen.organisation.models import Membership, Unit
from quyen.organisation.queries import Facts, Part, may, stale_units

pytestmark = pytest.mark.django_db
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def at(day: date, hour: int, minute: int):
    """The clock in Việt Nam."""
    moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=HANOI)
    return patch.object(timezone, "now", lambda: moment.astimezone(ZoneInfo("UTC")))


@pytest.fixture
def tomorrow():
    """A department that is called otherwise, and one that is no more, from tomorrow on."""
    day = timezone.localdate() + timedelta(days=1)
    top = open_unit(actor=None, name="Tỉnh Thử", kind=UnitKind.PROVINCE)
    kept, gone = (
        open_unit(actor=None, name=name, kind=UnitKind.DEPARTMENT, parent=top) for name in ("Sở A", "Sở B")
    )
    record_succession(
        actor=None, kind=SuccessionKind.MERGE, day=day, basis="Nghị quyết 1", parts=[Part(gone.pk, kept.pk)],
        changes={kept.pk: Facts("Sở A và B", UnitKind.DEPARTMENT, top.pk), gone.pk: None},
    )  # fmt: skip
    return day, kept, gone


def test_a_version_that_begins_tomorrow_is_todays_fact_tomorrow(tomorrow) -> None:
    day, kept, gone = tomorrow
    with at(day - timedelta(days=1), 23, 59):
        jobs.refresh_units(timestamp=0)
    kept.refresh_from_db()
    assert (kept.name, Unit.objects.get(pk=gone.pk).is_active) == ("Sở A", True)
    with at(day, 0, 1):  # still the day before in UTC
        jobs.refresh_units(timestamp=0)
        kept.refresh_from_db()
        gone.refresh_from_db()
        assert (kept.name, gone.is_active, gone.above[-2:]) == ("Sở A và B", False, [kept.pk, gone.pk])
        assert refresh_units_if_due() == 0


def test_a_day_on_which_nothing_begins_costs_one_query(tomorrow, django_assert_num_queries) -> None:
    with django_assert_num_queries(3):  # with the two of the transaction
        jobs.refresh_units(timestamp=0)


def test_what_differs_is_found_whatever_it_is(tomorrow) -> None:
    _day, kept, _gone = tomorrow
    today = timezone.localdate()
    assert not stale_units(today).exists()
    for name, value in (("code", "9"), ("kind", "other"), ("short_name", "A"), ("parent", None)):
        kept.versions.filter(valid_until__gt=today).update(**{name: value})
        assert list(stale_units(today)) == [kept]
        assert refresh_units_if_due() == 1


def test_set_up_loads_the_country_once() -> None:
    with patch("quyen.organisation.actions.country.load_country", side_effect=[10, 0]) as load:
        assert (set_up.prepare_units(), set_up.prepare_units()) == (10, 0)
    assert load.call_count == 2


def test_the_demo_office_stands_under_its_invented_province() -> None:
    logins = _people()
    office = Unit.objects.get(name=UNIT)
    assert office.parent is not None and office.parent.name == f"Tỉnh {PROVINCES[0]} (dữ liệu mẫu)"
    administrator = Membership.objects.filter(role=Role.ADMINISTRATOR).first()
    assert administrator and len(logins) == 4
    assert all(may(administrator.user, unit.pk, Role.ADMINISTRATOR) for unit in Unit.objects.all())
    assert office.parent.authority == "Ủy ban nhân dân tỉnh Sông Lam (dữ liệu mẫu)"


def test_the_first_administrators_office_stands_under_its_province(capsys) -> None:
    province = open_unit(actor=None, name="Thành phố Cần Thơ", kind=UnitKind.PROVINCE)
    for email in ("a@thu.example", "b@thu.example"):  # the second finds the office of the first
        first_administrator(
            email=email, name="", unit_name="Sở Tư pháp thành phố Cần Thơ", province="Cần Thơ"
        )
    office = Unit.objects.get(name="Sở Tư pháp thành phố Cần Thơ")
    assert office.parent == province and office.memberships.count() == 2
