"""The checks of the data: each finds its fault and nothing else; what was found is kept, and gone once mended."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from quyen.accounts.models import User
from quyen.config.checks import checks as command
from quyen.core.arithmetic import year
from quyen.indicators.actions import Given, load_indicators, report_value
from quyen.indicators.models import Freeze, Indicator, Observation, ObservationItem
from quyen.organisation.actions.checks import ask, run_checks
from quyen.organisation.jobs import check_data
from quyen.organisation.models import CheckHit, CheckRun, Membership, SuccessionPart, Unit
from quyen.organisation.queries.checks import checks, read_check
from quyen.plans.enums import EvidenceKind
from quyen.plans.models import Assignment, Awaited, Evidence, EvidenceLink, Finding, Match, Plan, Task
from tests.factories.plans import make_plan
from tests.factories.work import ended, given, make_handout, make_world

pytestmark = pytest.mark.django_db


class Fault:
    """One world, and by the name of a check how to hurt it; each returns the subject that must be found."""

    def __init__(self) -> None:
        self.world = make_world()
        self.old = ended(
            "Sở Thông tin và Truyền thông tỉnh Sông Lam", self.world.culture, self.world.province
        )
        self.plan = make_handout(self.world)
        self.work = given(self.world, self.world.communes[0], due_on=date(2026, 6, 30))
        load_indicators()
        self.count = self._value("T4a", 5)
        self.share = self._value("T1", 9, 24)

    def _value(self, code: str, *numbers: int) -> Observation:
        indicator = Indicator.objects.get(code=code)
        found = Given(*map(Decimal, numbers))
        unit = self.world.province
        return report_value(actor=None, indicator=indicator, unit=unit, period=year(2024), given=found)

    def organisation_overlapping_versions(self) -> int:
        _sql("alter table organisation_unitversion drop constraint versions_do_not_overlap")
        self.old.versions.update(valid_until=None)
        self.old.versions.create(
            name="Sở", kind="department", parent=self.world.province, valid_from=date(2025, 1, 1)
        )
        return self.old.pk

    def organisation_parent_not_in_force(self) -> int:
        commune = self.world.communes[0]
        commune.versions.update(parent=self.old)  # gone since 1 March 2025
        return commune.pk

    def organisation_unit_out_of_step(self) -> int:
        Unit.objects.filter(pk=self.world.culture.pk).update(above=[self.world.culture.pk])
        return self.world.culture.pk

    def organisation_shares_not_whole(self) -> int:
        part = SuccessionPart.objects.get(source=self.old)
        SuccessionPart.objects.filter(pk=part.pk).update(share="0.6")
        return part.succession_id

    def organisation_unit_without_administrator(self) -> int:
        Membership.objects.all().delete()
        Membership.objects.create(user=self.world.editor, unit=self.world.culture, role=30)
        return self.world.culture.pk

    def organisation_person_without_unit(self) -> int:
        self.world.viewer.memberships.update(valid_until=timezone.localdate())
        return self.world.viewer.pk

    def organisation_role_in_ended_unit(self) -> int:
        return Membership.objects.create(user=self.world.editor, unit=self.old, role=20).pk

    def sources_reading_never_ended(self) -> int:
        source = self.plan.source
        long_ago = timezone.now() - timedelta(days=3)
        type(source).objects.filter(pk=source.pk).update(state="reading", started_at=long_ago)
        return source.pk

    def indicators_share_over_whole(self) -> int:
        Observation.objects.filter(pk=self.share.pk).update(numerator=25)
        return self.share.pk

    def indicators_value_outside_life(self) -> int:
        Observation.objects.filter(pk=self.count.pk).update(
            unit=self.old, period_start="2025-04-01", period_end="2025-07-01"
        )
        return self.count.pk

    def indicators_frozen_value_changed(self) -> int:
        Freeze.objects.create(
            unit=self.world.province, start="2024-01-01", end="2025-01-01", basis="Chốt số liệu",
            created_at=timezone.now() - timedelta(days=1),
        )  # fmt: skip
        Observation.objects.filter(pk=self.share.pk).update(reason="đính chính theo hồ sơ")
        return self.count.pk

    def indicators_items_differ_from_value(self) -> int:
        Indicator.objects.filter(pk=self.count.indicator_id).update(rule="distinct")
        ObservationItem.objects.create(observation=self.count, kind="library.Product", number=1)
        return self.count.pk

    def indicators_part_over_whole(self) -> int:
        part = copy(self.count)
        part.pk, part.part, part.numerator = None, "tiếng Khmer", Decimal(6)
        part.save()
        return part.pk

    def plans_task_without_owner(self) -> int:
        task = Task.objects.filter(plan=self.plan).first()
        task.responsibilities.all().delete()
        task.assignments.all().delete()
        return task.pk

    def plans_task_with_ended_owner(self) -> int:
        Assignment.objects.filter(pk=self.work.pk).update(unit=self.old)
        return self.work.pk

    def plans_due_after_plan(self) -> int:
        Assignment.objects.filter(pk=self.work.pk).update(due_on=date(2027, 1, 1))
        return self.work.pk

    def plans_share_without_whole(self) -> int:
        share = Assignment.objects.create(
            task=self.work.task, unit=self.world.communes[1], part="lead", parent=self.work, state="given",
            given_at=timezone.now(),
        )  # fmt: skip
        Assignment.objects.filter(pk=self.work.pk).update(state="withdrawn")
        return share.pk

    def plans_awaited_out_of_step(self) -> int:
        Awaited.objects.filter(pk=self.work.pk).update(state="cannot")
        return self.work.pk

    def plans_confirmed_with_open_findings(self) -> int:
        Finding.objects.create(plan=self.plan, kind="spelling", message="Sai chính tả", start=0, end=3)
        return self.plan.pk

    def plans_evidence_of_withdrawn_only(self) -> int:
        evidence = Evidence.objects.create(
            unit=self.work.unit, kind=EvidenceKind.LINK, title="Bản tin", link="https://tin.example/1"
        )
        EvidenceLink.objects.create(evidence=evidence, assignment=self.work)
        Assignment.objects.filter(pk=self.work.pk).update(state="withdrawn")
        return evidence.pk

    def plans_match_of_another_plan(self) -> int:
        here, there = self.plan, self.work.task.plan
        item = here.items.first()
        return Match.objects.create(parent_item=item, child=there, child_item=item, state="covered").pk

    def plans_plan_above_itself(self) -> int:
        below = make_plan(self.world.justice, parent=self.plan, state="in_review")
        Plan.objects.filter(pk=self.plan.pk).update(parent=below)
        return self.plan.pk


def _sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_each_check_finds_its_fault_and_a_sound_world_has_none() -> None:
    fault = Fault()
    Membership.objects.create(user=fault.world.above, unit=fault.world.communes[2], role=40)
    administrator = User.objects.create_user("tinh@lam.example", full_name="Ngô Quản Trị")
    for unit in Unit.objects.filter(parent=None):
        Membership.objects.create(user=administrator, unit=unit, role=40)
    _sql("set constraints all immediate")
    assert {pk: found for pk, check in checks().items() if (found := ask(check))} == {}
    assert len(checks()) >= 20
    for pk, check in checks().items():
        hurt = getattr(fault, pk.replace(".", "_"))
        with transaction.atomic():
            subject = hurt()
            found = ask(check)
            transaction.set_rollback(True)
        assert subject in found, pk
        assert len(found) <= 2, pk
        one = found[subject]
        assert one.unit_id and one.about and reverse(check.link, args=one.place.split()), pk
    assert not any(ask(check) for check in checks().values())


@pytest.fixture
def late(unit):
    """An assignment due after its plan's last year, and a check of just that."""
    plan = make_plan(unit, tasks=[{"text": "Tập huấn", "lead": ["Sở Tư pháp"]}])
    return Assignment.objects.create(
        task=Task.objects.get(plan=plan), unit=unit, part="lead", state="given", given_at=timezone.now(),
        due_on=date(2027, 2, 1),
    )  # fmt: skip


DUE = "plans.due_after_plan"


def test_what_was_found_keeps_its_first_day_and_is_gone_once_mended(late) -> None:
    run_checks(actor=None, only=[checks()[DUE]])
    CheckHit.objects.update(first_seen=date(2026, 1, 1))
    Assignment.objects.update(due_on=date(2028, 2, 1))
    run_checks(actor=None, only=[checks()[DUE]])
    hit = CheckHit.objects.get()
    assert (hit.first_seen, hit.last_seen) == (date(2026, 1, 1), timezone.localdate()) and "2028" in hit.about
    Assignment.objects.update(due_on=date(2026, 2, 1))
    run_checks(actor=None, only=[checks()[DUE]])
    assert CheckHit.objects.get().gone_on == timezone.localdate()
    Assignment.objects.update(due_on=date(2027, 2, 1))
    run_checks(actor=None, only=[checks()[DUE]])
    assert CheckHit.objects.count() == 2 and CheckHit.objects.open().count() == 1


@pytest.mark.parametrize(
    "statement",
    [
        "select 1 as subject_id, 1 as unit_id, 1 as place, nothing as about",
        "update accounts_user set full_name = 'x' returning id as subject_id, 1 as unit_id, 1 as place, '' as about",
        "with x as (delete from plans_assignment returning id) select id as subject_id, 1 as unit_id, 1 as place, '' as about from x",
        "select nextval('plans_item_id_seq') as subject_id, 1 as unit_id, 1 as place, '' as about",
    ],
)
def test_a_bad_check_is_named_and_hurts_nothing(late, statement: str) -> None:
    sound = checks()[DUE]
    run_checks(actor=None, only=[sound])
    run = run_checks(actor=None, only=[replace(sound, sql=statement), checks()["plans.plan_above_itself"]])
    assert [one["check"] for one in run.failed] == [DUE] and run.finished_at
    assert CheckHit.objects.open().get().subject_id == late.pk  # what it found before stays
    assert Assignment.objects.filter(pk=late.pk).exists()


def test_an_endless_check_is_stopped(late, monkeypatch) -> None:
    monkeypatch.setattr("quyen.organisation.actions.checks.SECONDS", "0.05")
    slow = replace(
        checks()[DUE], sql="select 1 as subject_id, 1 as unit_id, pg_sleep(9)::text as place, '' as about"
    )
    assert "timeout" in run_checks(actor=None, only=[slow]).failed[0]["error"]


@pytest.mark.parametrize(
    "change", [("-- link: a:b\n", ""), ("select", "delete from x; select"), ("high", "dire")]
)
def test_a_file_that_is_not_a_check_is_refused(tmp_path: Path, change: tuple[str, str]) -> None:
    text = "-- name: Tên\n-- advice: Sửa\n-- severity: high\n-- subject: a.B\n-- link: a:b\nselect 1\n"
    path = tmp_path / "one.sql"
    path.write_text(text, encoding="utf-8")
    assert read_check(path, "a").pk == "a.one"
    path.write_text(text.replace(*change), encoding="utf-8")
    with pytest.raises(ValueError):
        read_check(path, "a")


def test_the_nightly_job_and_the_command(late, unit, capsys) -> None:
    Unit.objects.filter(pk=unit.pk).update(above=[])
    check_data(timestamp=0)  # works out anew what units are today, and then finds the rest
    assert "organisation.unit_out_of_step" not in set(CheckHit.objects.values_list("check_name", flat=True))
    assert command() == 1 and "Hạn của việc được giao" in capsys.readouterr().out


# --- the screen ----------------------------------------------------------------------------------------


def _page(client_of, user) -> str:
    return client_of(user).get(reverse("checks")).content.decode()


def test_those_who_can_mend_it_see_it(late, client_of, owner, editor, colleague, stranger) -> None:
    run_checks(actor=None)
    operator = User.objects.create_superuser("van-hanh@thu.example", full_name="Vận Hành")
    assert all("Tập huấn" in _page(client_of, user) for user in (owner, editor, operator))
    assert not any("Tập huấn" in _page(client_of, user) for user in (colleague, stranger))
    assert client_of().get(reverse("checks")).status_code == 302
    first, seen = reverse("today"), "2 chỗ trong dữ liệu cần sửa"  # and that nobody is its administrator
    assert seen in client_of(editor).get(first).content.decode()
    assert seen not in client_of(colleague).get(first).content.decode()


def test_an_administrator_has_them_run_but_not_every_moment(
    late, client_of, owner, administrator, stranger
) -> None:
    for user in (owner, stranger):
        assert client_of(user).post(reverse("checks-run")).status_code == 403
    client = client_of(administrator)
    assert client.get(reverse("checks-run")).status_code == 405
    assert "Tập huấn" in client.post(reverse("checks-run"), follow=True).content.decode()
    assert "chưa đầy một phút" in client.post(reverse("checks-run"), follow=True).content.decode()
    assert CheckRun.objects.count() == 1


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_what_is_found(
    late, unit, client_of, owner, django_assert_num_queries, number
) -> None:
    CheckHit.objects.bulk_create(
        CheckHit(check_name=DUE, subject_id=n, unit=unit, place=str(n), about=f"Việc {n}")
        for n in range(number)
    )
    CheckHit.objects.create(
        check_name=DUE, subject_id=9, unit=unit, about="Việc xong", gone_on=timezone.localdate()
    )
    client = client_of(owner)
    with django_assert_num_queries(6):
        page = client.get(reverse("checks")).content.decode()
    assert f"Việc {number - 1}" in page and "Đã sửa trong 30 ngày qua" in page
