"""The landing page of each role, with what reports, money and indicators tell it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quyen.accounts.enums import LetterState
from quyen.accounts.models import Letter
from quyen.budget.actions import start_estimate
from quyen.budget.enums import EstimateState
from quyen.budget.models import Estimate
from quyen.indicators.queries import prepared
from quyen.organisation.actions import open_unit
from quyen.organisation.enums import Role, UnitKind
from quyen.organisation.models import Invitation
from quyen.plans.queries import desk
from quyen.reports import actions
from quyen.reports.enums import State
from quyen.reports.models import Cycle, Submission
from tests.factories.reports import END, START, TODAY, Rounds, of, value
from tests.factories.work import member

pytestmark = pytest.mark.django_db
QUERIES = 36


@pytest.fixture
def rounds(rounds) -> Rounds:
    made = rounds
    due = TODAY + timedelta(days=2)
    Cycle.objects.filter(pk=made.cycle.pk).update(due_on=due)
    Cycle.objects.filter(pk=made.top.pk).update(due_on=due + timedelta(days=60))
    return Rounds(made.world, Cycle.objects.get(pk=made.cycle.pk), made.top)


def work_of(client):
    return client.get(reverse("today")).context["today"]


def block(client, name: str):
    return next((one for one in work_of(client).work.blocks if one.name == name), None)


def test_an_editor_sees_the_report_due_and_why_it_was_given_back(client_of, rounds):
    world, report = rounds.world, of(rounds.cycle, rounds.world.communes[0])
    client = client_of(world.editor)
    assert work_of(client).headline == "Còn 2 ngày tới hạn: Đợt năm"
    actions.submit(actor=world.editor, submission=report)
    assert block(client, "Báo cáo phải gửi") is None  # the other round is due in two months
    actions.send_back(actor=world.above, submission=report, reason="Thiếu số liệu quý IV")
    page = client.get(reverse("today"))
    (line,) = block(client, "Báo cáo phải gửi").lines
    assert (line.when, line.reason) == ("còn 2 ngày", "Thiếu số liệu quý IV")
    assert line.url == reverse("reports:report", args=[report.pk])
    assert "Trả lại: Thiếu số liệu quý IV" in " ".join(page.content.decode().split())
    assert "1 báo cáo bị trả lại để sửa" in page.context["today"].lede
    Cycle.objects.filter(pk=rounds.cycle.pk).update(due_on=TODAY - timedelta(days=3))
    assert work_of(client).headline == "Chậm 3 ngày: Đợt năm"
    assert block(client, "Thu báo cáo") is None


def test_a_coordinator_sees_how_complete_each_round_is_and_who_is_missing(client_of, rounds):
    world, round_url = rounds.world, reverse("reports:round", args=[rounds.cycle.pk])
    actions.submit(actor=world.editor, submission=of(rounds.cycle, world.communes[0]))
    actions.submit(actor=None, submission=of(rounds.cycle, world.communes[1]))
    actions.accept(actor=world.above, submission=of(rounds.cycle, world.communes[1]))
    client = client_of(world.above)
    today = work_of(client)
    assert today.headline == "Còn 2 ngày tới hạn: Đợt năm"
    assert "Đợt năm: 2 trên 5 đơn vị đã gửi, 1 báo cáo chờ nhận" in today.lede
    (line,) = block(client, "Thu báo cáo").lines
    assert [(one.name, one.number, one.percent) for one in line.bar.shares] == [
        ("received", 2, 40), ("on_time", 2, 40), ("accepted", 1, 20),
    ]  # fmt: skip
    assert [(one.words, one.url) for one in line.chips] == [
        ("1 chờ nhận", f"{round_url}?xem=cho-nhan"), ("3 chưa gửi", f"{round_url}?xem=chua-gui"),
    ]  # fmt: skip
    assert {one.words for one in line.units} == {"Xã Tân Lập", world.justice.name, world.culture.name}
    for one in line.units:  # each leads to the round with that unit alone
        assert [row.unit for row in client.get(one.url).context["page"].lines] == [one.words]
    actions.close_cycle(actor=world.above, cycle=rounds.cycle)
    assert block(client, "Thu báo cáo") is None


def test_rounds_of_a_department_are_the_provinces_too_but_not_those_of_a_commune(client_of, rounds):
    world = rounds.world
    office = open_unit(actor=None, name="Trung tâm của Sở", kind=UnitKind.OTHER, parent=world.justice)
    ward = open_unit(actor=None, name="Văn phòng phường", kind=UnitKind.OTHER, parent=world.communes[0])
    for unit in (world.justice, office, world.communes[0], ward):
        wish = actions.RegimeWish(f"Của {unit}", kinds=(UnitKind.COMMUNE,), anchor=START)
        regime = actions.found_regime(actor=None, unit=unit, wish=wish)
        actions.open_cycle(actor=None, regime=regime, wish=actions.CycleWish(f"Đợt {unit}", START, END, END))
    house = {"Đợt năm", f"Đợt {world.justice}", f"Đợt {office}"}
    expected = {
        world.above: house, world.coordinator: house - {"Đợt năm"}, world.beside: set(), world.editor: set(),
    }  # fmt: skip
    for user, titles in expected.items():
        client = client_of(user)
        found = block(client, "Thu báo cáo")
        assert {line.words for line in (found.lines if found else ())} == titles
        incoming = client.get(reverse("reports:list")).context["list"].incoming
        mine = titles | ({f"Đợt {world.communes[0]}"} if user == world.editor else set())
        assert {line.cycle.title for line in incoming} == mine
    assert {line.note for line in block(client_of(world.above), "Thu báo cáo").lines} == {
        world.province.name, world.justice.name, office.name,
    }  # fmt: skip


def test_how_far_we_are_is_for_everyone_and_missing_values_for_who_asks_for_them(
    client_of, rounds, monkeypatch
):
    world = rounds.world
    value(rounds, "T1", world.communes[0], 1, 1)
    (reached,) = [
        one for one in work_of(client_of(world.viewer)).work.far.lines if one.indicator.code == "T1"
    ]
    assert reached.figure.value == 100
    viewer = client_of(world.viewer).get(reverse("today")).content.decode()
    assert viewer.index('id="far-h"') < viewer.index('id="due-h"')  # who only reads sees that first
    editor = client_of(world.editor).get(reverse("today")).content.decode()
    assert editor.index('id="due-h"') < editor.index('id="far-h"')
    assert not work_of(client_of(world.stranger)).work.main
    spring = date(TODAY.year + 1, 2, 15)  # the year is over, and its values are due
    monkeypatch.setattr("quyen.plans.queries.today.how_far", lambda user, day: desk.how_far(user, spring))
    pages = {
        user: client_of(user).get(reverse("today")).content.decode() for user in (world.above, world.editor)
    }
    assert "đơn vị chưa báo cáo" in pages[world.above]
    assert "đơn vị chưa báo cáo" not in pages[world.editor]


def test_one_year_is_summed_although_others_gave_something_in_the_next(rounds, monkeypatch):
    world, added = rounds.world, []
    sums = prepared.summed
    monkeypatch.setattr(prepared, "summed", lambda rows, number, *more: added.append(number) or sums(rows, number, *more))  # fmt: skip
    summer = date(TODAY.year, 7, 1)
    assert (
        desk.how_far(world.above, summer).year == TODAY.year
    )  # nobody gave anything: what is waited for now
    value(rounds, "T1", world.communes[0], 1, 1, number=TODAY.year - 1)
    elsewhere = open_unit(actor=None, name="Tỉnh Khác", kind=UnitKind.PROVINCE)
    value(rounds, "T1", open_unit(actor=None, name="Xã Khác", kind=UnitKind.COMMUNE, parent=elsewhere), 1, 1)
    assert desk.how_far(world.above, summer).year == TODAY.year - 1
    value(rounds, "T1", world.communes[0], 1, 1)
    assert desk.how_far(world.above, summer).year == TODAY.year
    assert added == [TODAY.year, TODAY.year - 1, TODAY.year]


def test_an_administrator_sees_letters_that_failed_and_invitations_that_ran_out(client_of, rounds):
    world = rounds.world
    head = member(world.province, Role.ADMINISTRATOR, "Đinh Quản Trị")
    Letter.objects.create(
        to="x@lam.example", subject="x", body="x", unit_id=world.province.pk, state=LetterState.FAILED
    )
    for place, days in enumerate((-1, 5)):
        Invitation.objects.create(
            unit=world.province, role=Role.EDITOR, email=f"m{place}@lam.example", secret_hash=f"{place}" * 64,
            full_name="Người mời", expires_at=timezone.now() + timedelta(days=days), valid_from=TODAY,
        )  # fmt: skip
    words = [line.words for line in block(client_of(head), "Cần trông nom").lines]
    assert words == ["1 thư không gửi được", "1 lời mời đã hết hạn"]
    assert block(client_of(world.above), "Cần trông nom") is None


def test_estimates_given_back_or_waiting_stand_at_whose_turn_it_is(client_of, rounds):
    world, plan = rounds.world, rounds.cycle.regime.plan
    made = start_estimate(actor=None, unit=world.communes[0], plan=plan, year=TODAY.year)
    Estimate.objects.filter(pk=made.pk).update(state=EstimateState.SUBMITTED)
    name = "Dự toán cần xem"
    assert block(client_of(world.editor), name) is None
    assert block(client_of(world.coordinator), name).lines[0].note == "chờ tổng hợp"
    Estimate.objects.filter(pk=made.pk).update(state=EstimateState.RETURNED, returned_for="Sai nguồn")
    assert block(client_of(world.editor), name).lines[0].reason == "Sai nguồn"
    assert block(client_of(world.viewer), name) is block(client_of(world.coordinator), name) is None


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_the_same_number_of_questions(client_of, rounds, number, django_assert_num_queries):
    world, regime = rounds.world, rounds.cycle.regime
    for place in range(1, number):
        shift = timedelta(days=366 * place)
        wish = actions.CycleWish(f"Đợt {place}", START - shift, END - shift, TODAY + timedelta(days=place))
        actions.open_cycle(actor=None, regime=regime, wish=wish)
    Submission.objects.filter(unit__in=world.communes[number:]).update(is_expected=False)
    both = member(world.province, Role.ADMINISTRATOR, "Cả Hai Vai")
    client = client_of(both)
    client.get(reverse("today"))  # the map of today is worked out once
    with django_assert_num_queries(QUERIES):
        work = work_of(client).work
    assert len(next(one for one in work.blocks if one.name == "Thu báo cáo").lines) == number


def test_a_round_that_is_complete_is_not_waited_for(client_of, rounds):
    world = rounds.world
    client = client_of(world.above)
    assert block(client, "Thu báo cáo") is not None
    Submission.objects.filter(cycle=rounds.cycle).update(state=State.ACCEPTED, first_sent_on=TODAY)
    assert block(client, "Thu báo cáo") is None


def test_provinces_stand_on_a_map_by_how_far_their_reports_are(client_of, rounds):
    client, names = client_of(rounds.world.above), ("Lai Châu", "Lào Cai", "Huế", "Cà Mau", "Cần Thơ")
    states = (State.ACCEPTED, State.SUBMITTED, State.RETURNED, State.DRAFT, State.DRAFT)
    for name, state in zip(names[:4], states, strict=False):
        unit = open_unit(actor=None, name=f"Tỉnh {name}", kind=UnitKind.PROVINCE)
        sent = None if state == State.DRAFT else TODAY
        Submission.objects.create(
            cycle=rounds.cycle, unit=unit, is_expected=True, state=state, first_sent_on=sent
        )
    assert block(client, rounds.cycle.title) is None  # four are too few for a map
    unit = open_unit(actor=None, name="Thành phố Cần Thơ", kind=UnitKind.PROVINCE)
    Submission.objects.create(cycle=rounds.cycle, unit=unit, is_expected=True)
    found = block(client, rounds.cycle.title)
    assert [(one.short, one.column, one.row, one.sign) for one in found.places] == [
        ("LCh", 1, 1, "got"), ("LCa", 2, 1, "sent"), ("Huế", 5, 7, "back"), ("CMa", 1, 15, "not"), ("CTh", 2, 15, "not"),
    ]  # fmt: skip
    assert found.places[2].words == "Tỉnh Huế: trả lại"
    assert found.places[2].url.startswith(reverse("reports:round", args=[rounds.cycle.pk]))
    assert "Mỗi ô một tỉnh" in client.get(reverse("today")).content.decode()
