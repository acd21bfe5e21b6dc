"""The table of coverage and the runs of the matcher."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from quyen.plans.actions.coverage import change_match, propose_matches
from quyen.plans.enums import Coverage, Decision, ItemKind, ItemState
from quyen.plans.jobs import match_plan
from quyen.plans.models import Item, Match
from tests.factories.plans import make_family, make_plan

QUERIES = 10


@pytest.fixture
def family(unit):
    return make_family(unit)


def address(parent, *children, **more) -> str:
    query = "&".join(
        [f"tren={parent.pk}", *(f"duoi={c.pk}" for c in children), *(f"{k}={v}" for k, v in more.items())]
    )
    return f"{reverse('plans:coverage')}?{query}"


def states(parent, child) -> dict[str, str]:
    rows = Match.objects.filter(parent_item__plan=parent, child=child).select_related("parent_item")
    return {match.parent_item.text[:24]: match.state for match in rows}


def test_the_matcher_proposes_what_each_plan_follows(owner, family) -> None:
    parent, follows, differs = family
    propose_matches(actor=owner, parent=parent, children=[follows, differs])
    assert states(parent, follows)["Phấn đấu 90% giáo viên t"] == "covered"
    assert states(parent, differs)["Phấn đấu 90% giáo viên t"] == "differs"
    assert states(parent, differs)["Xuất bản 200 đầu sách tr"] == "missing"
    match = Match.objects.get(child=differs, state="differs")
    assert match.value == "70%"
    assert match.child_item.text == match.quote
    assert Match.objects.count() == 2 * 6  # targets 2, task, audiences 2, topic


def test_a_second_run_changes_nothing(owner, family) -> None:
    parent, follows, _ = family
    assert propose_matches(actor=owner, parent=parent, children=[follows]) == 6
    assert propose_matches(actor=owner, parent=parent, children=[follows]) == 0


def test_a_decision_survives_every_later_run(owner, family) -> None:
    parent, follows, _ = family
    propose_matches(actor=owner, parent=parent, children=[follows])
    row = parent.items.get(kind=ItemKind.TARGET, text__startswith="Phấn đấu")
    change_match(
        actor=owner, parent_item=row, child=follows, state=Coverage.MISSING, note="Chỉ nói về tiểu học"
    )
    Item.objects.filter(plan=follows, kind=ItemKind.TARGET).update(state=ItemState.REJECTED)
    propose_matches(actor=owner, parent=parent, children=[follows])
    match = Match.objects.get(parent_item=row, child=follows)
    assert (match.state, match.decision, match.note) == ("missing", Decision.CHANGED, "Chỉ nói về tiểu học")
    assert match.proposed["child_item"] is None  # what the matcher says by now is kept beside it


def test_who_may_run_the_matcher(owner, editor, colleague, stranger, family) -> None:
    parent, follows, _ = family
    propose_matches(actor=editor, parent=parent, children=[follows])
    for user in (colleague, stranger):
        with pytest.raises(PermissionDenied):
            propose_matches(actor=user, parent=parent, children=[follows])


def test_only_confirmed_items_make_rows_unless_asked(client_of, owner, family) -> None:
    parent, follows, _ = family
    parent.items.filter(kind=ItemKind.AUDIENCE).update(state=ItemState.PROPOSED)
    client = client_of(owner)
    page = client.get(address(parent, follows)).context["page"]
    assert (page.rows, page.hidden_rows) == (5, 2)
    page = client.get(address(parent, follows, gom=1)).context["page"]
    assert (page.rows, page.hidden_rows) == (7, 0)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_table_takes_the_same_queries(client_of, owner, unit, rows, django_assert_num_queries) -> None:
    parent = make_plan(unit, audience=[f"Nhóm người thứ {n}" for n in range(rows)], treaty=["CRC"])
    children = [make_plan(unit, audience=["Nhóm người thứ 1"]) for _ in range(rows)]
    propose_matches(actor=owner, parent=parent, children=children)
    client = client_of(owner)
    with django_assert_num_queries(QUERIES):
        page = client.get(address(parent, *children)).context["page"]
    assert len(page.cell) == (rows + 1) * rows


def test_the_table_for_each_of_the_cast(client_of, owner, colleague, stranger, family) -> None:
    parent, follows, _ = family
    url = address(parent, follows)
    assert "Núi Xanh" in client_of(owner).get(url).content.decode()
    assert "Núi Xanh" in client_of(colleague).get(url).content.decode()
    page = client_of(stranger).get(url)
    assert page.status_code == 200  # the choice of their own plans, nothing of this
    assert "Núi Xanh" not in page.content.decode()
    assert page.context["page"].children == ()
    assert client_of().get(url).status_code == 302


def test_choosing_plans_runs_the_matcher_and_shows_the_table(
    client_of, owner, colleague, stranger, family
) -> None:
    parent, follows, differs = family
    ask = {"tren": parent.pk, "duoi": [follows.pk, differs.pk]}
    url = reverse("plans:coverage-propose")
    assert client_of(stranger).post(url, ask).status_code == 404
    shown = client_of(colleague).post(url, ask, follow=True)
    assert shown.context["page"].unmatched == 12  # a viewer looks, and writes nothing
    shown = client_of(owner).post(url, ask, follow=True)
    assert shown.context["page"].unmatched == 0
    assert "70%" in shown.content.decode()


def test_a_parent_alone_brings_the_plans_below_it(client_of, owner, family) -> None:
    parent, follows, _ = family
    shown = client_of(owner).post(reverse("plans:coverage-propose"), {"tren": parent.pk}, follow=True)
    assert [child.pk for child in shown.context["page"].children] == [follows.pk]


def test_treaties_are_counted_from_both_plans(client_of, owner, stranger, family) -> None:
    parent, follows, differs = family
    cells = client_of(owner).get(address(parent, follows, differs)).context["page"].cell
    assert cells[f"treaties-{follows.pk}"].word == "2/2"
    assert cells[f"treaties-{differs.pk}"].word == "1/2"
    url = reverse("plans:coverage-treaties", args=[parent.pk, differs.pk])
    assert client_of(owner).get(url).context["page"].lacking == ("CRPD",)
    assert client_of(stranger).get(url).status_code == 404


def test_a_sum_counts_decided_cells_only(client_of, owner, family) -> None:
    parent, follows, _ = family
    propose_matches(actor=owner, parent=parent, children=[follows])
    client = client_of(owner)
    before = client.get(address(parent, follows)).context["page"].sums[0]
    assert (before.follows, before.total, before.waiting) == (1, 7, 6)  # the treaties need no person
    assert before.likely == 2


def test_a_plan_not_confirmed_is_named(client_of, owner, unit, family) -> None:
    parent, follows, _ = family
    late = make_plan(unit, title="Chưa xong", number="88", state="in_review")
    page = client_of(owner).get(address(parent, follows, late)).context["page"]
    assert [plan.pk for plan in page.in_review] == [late.pk]
    assert "Gồm cả mục chưa duyệt" in client_of(owner).get(address(parent, follows, late)).content.decode()


def test_odd_addresses_show_the_choice(client_of, owner, family) -> None:
    parent, _, _ = family
    for query in ("", "?tren=x&duoi=y", "?tren=999999999&duoi=1", f"?tren={parent.pk}&duoi={parent.pk}"):
        assert client_of(owner).get(reverse("plans:coverage") + query).context["page"].children == ()


def test_many_plans_are_matched_in_the_background(client_of, owner, colleague, unit) -> None:
    parent = make_plan(unit, audience=["Học sinh các trường vùng cao"])
    children = [make_plan(unit, audience=["Học sinh các trường vùng cao"]) for _ in range(6)]
    ask = {"tren": parent.pk, "duoi": [child.pk for child in children]}
    shown = client_of(owner).post(reverse("plans:coverage-propose"), ask, follow=True)
    assert (shown.context["page"].queued, shown.context["page"].unmatched) == (6, 6)
    assert "còn 6 kế hoạch" in shown.content.decode()
    client_of(owner).post(reverse("plans:coverage-propose"), ask)  # again: no second job
    jobs = list(ProcrastinateJob.objects.filter(task_name="match_plan"))
    assert len(jobs) == 6
    for job in jobs:
        match_plan(**job.args)
        match_plan(**job.args)
    assert states(parent, children[0]) == {"Học sinh các trường vùng": "covered"}
    assert Match.objects.count() == 6


def test_a_job_for_a_person_who_left_or_a_plan_that_is_gone_does_nothing(owner, unit) -> None:
    parent, child = make_plan(unit, audience=["Học sinh"]), make_plan(unit)
    match_plan(parent_id=parent.pk, child_id=999_999, actor_id=owner.pk, with_proposals=False)
    owner.memberships.update(valid_until=timezone.localdate())
    match_plan(parent_id=parent.pk, child_id=child.pk, actor_id=owner.pk, with_proposals=False)
    assert not Match.objects.exists()
