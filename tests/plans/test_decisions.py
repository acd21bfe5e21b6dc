"""One cell of the coverage: opened, confirmed, changed, taken back."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from quyen.accounts.models import AuditEntry
from quyen.plans.actions.coverage import change_match, confirm_matches, propose_matches, undo_match
from quyen.plans.enums import Coverage, Decision, ItemKind, ItemState
from quyen.plans.models import Match
from tests.factories.plans import make_family, make_plan


@pytest.fixture
def family(unit, owner):
    parent, follows, differs = make_family(unit)
    propose_matches(actor=owner, parent=parent, children=[follows, differs])
    return parent, follows, differs


@pytest.fixture
def row(family):
    return family[0].items.get(kind=ItemKind.TARGET, text__startswith="Phấn đấu")


def cell_url(name: str, row, child) -> str:
    return reverse(f"plans:coverage-{name}", args=[row.pk, child.pk])


def query(family) -> str:
    return f"?tren={family[0].pk}&duoi={family[1].pk}&duoi={family[2].pk}"


def test_an_opened_cell_shows_both_texts_and_why(client_of, owner, family, row) -> None:
    page = client_of(owner).get(cell_url("cell", row, family[2]))
    said = page.content.decode()
    assert '<mark class="on">giáo viên tiểu học được tập huấn về quyền trẻ em</mark>' in said
    assert "khác mức" in said
    assert "<html" in said
    part = client_of(owner).get(cell_url("cell", row, family[2]), headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()


def test_an_opened_cell_for_each_of_the_cast(client_of, owner, colleague, stranger, family, row) -> None:
    url = cell_url("cell", row, family[1])
    assert 'name="viec"' in client_of(owner).get(url).content.decode()
    assert 'name="viec"' not in client_of(colleague).get(url).content.decode()
    assert client_of(stranger).get(url).status_code == 404
    assert client_of().get(url).status_code == 302


def test_a_cells_own_page_leads_back_to_the_table_one_came_from(client_of, owner, family, row) -> None:
    table = f"http://testserver{reverse('plans:coverage')}{query(family)}"
    said = client_of(owner).get(cell_url("cell", row, family[2]), headers={"Referer": table}).content.decode()
    assert (reverse("plans:coverage") + query(family)).replace("&", "&amp;") in said
    said = client_of(owner).get(cell_url("cell", row, family[2]), headers={"Referer": "http://x/?tren=5"})
    assert "tren=5" not in said.content.decode()


def test_a_row_is_not_held_against_its_own_plan(client_of, owner, family, row) -> None:
    assert client_of(owner).get(cell_url("cell", row, family[0])).status_code == 404


def test_a_decision_for_each_of_the_cast(client_of, owner, editor, colleague, stranger, family, row) -> None:
    url = cell_url("decide", row, family[2]) + query(family)
    for user, status in ((editor, 403), (colleague, 403), (stranger, 404)):
        assert client_of(user).post(url, {"viec": "duyet"}).status_code == status
    shown = client_of(owner).post(url, {"viec": "duyet"})
    assert shown.url.endswith(f"#o-{row.pk}-{family[2].pk}")
    match = Match.objects.get(parent_item=row, child=family[2])
    assert (match.decision, match.decided_by) == (Decision.CONFIRMED, owner)
    assert AuditEntry.objects.filter(verb="confirm", subject="plans.Match", subject_id=match.pk).count() == 1


def test_htmx_gets_the_cell_and_the_sum_back(client_of, owner, family, row) -> None:
    url = cell_url("decide", row, family[2]) + query(family)
    said = client_of(owner).post(url, {"viec": "duyet"}, headers={"HX-Request": "true"}).content.decode()
    assert f'id="o-{row.pk}-{family[2].pk}" hx-swap-oob="true"' in said
    assert f'id="tong-{family[2].pk}" hx-swap-oob="true"' in said


def test_a_cell_is_matched_with_another_item(client_of, owner, family, row) -> None:
    other = family[2].items.get(kind=ItemKind.TOPIC)
    ask = {"viec": "luu", "trang-thai": "covered", "muc": other.pk, "ghi-chu": "Nêu ở phần nội dung"}
    client_of(owner).post(cell_url("decide", row, family[2]), ask)
    match = Match.objects.get(parent_item=row, child=family[2])
    assert (match.state, match.child_item, match.quote) == ("covered", other, other.quote)
    assert (match.decision, match.note) == (Decision.CHANGED, "Nêu ở phần nội dung")


def test_an_item_of_another_plan_is_refused(client_of, owner, family, row) -> None:
    foreign = family[1].items.first()
    ask = {"viec": "luu", "trang-thai": "covered", "muc": foreign.pk}
    assert client_of(owner).post(cell_url("decide", row, family[2]), ask).status_code == 404
    with pytest.raises(ValueError, match="another plan"):
        change_match(
            actor=owner, parent_item=row, child=family[2], state=Coverage.COVERED, child_item=foreign
        )


def test_a_decision_taken_back_is_the_proposal_again(owner, family, row) -> None:
    before = Match.objects.get(parent_item=row, child=family[2])
    change_match(actor=owner, parent_item=row, child=family[2], state=Coverage.MISSING, note="Không phải")
    changed = Match.objects.get(pk=before.pk)
    assert (changed.state, changed.quote, changed.child_item) == ("missing", "", None)
    undo_match(actor=owner, match=changed)
    again = Match.objects.get(pk=before.pk)
    for name in ("state", "value", "quote", "child_item_id", "decision", "note", "decided_by"):
        assert getattr(again, name) == getattr(before, name), name


def test_a_decision_where_the_matcher_never_spoke_goes_without_trace_in_the_table(owner, unit, row) -> None:
    child = make_plan(unit)
    match = change_match(actor=owner, parent_item=row, child=child, state=Coverage.MISSING)
    assert match.decision == Decision.CHANGED
    assert undo_match(actor=owner, match=match) is None
    assert not Match.objects.filter(pk=match.pk).exists()


def test_the_same_as_proposed_is_a_confirmation(owner, family, row) -> None:
    match = Match.objects.get(parent_item=row, child=family[2])
    saved = change_match(
        actor=owner, parent_item=row, child=family[2], state=Coverage(match.state), child_item=match.child_item,
        value=match.value,
    )  # fmt: skip
    assert saved.decision == Decision.CONFIRMED


def test_all_sure_cells_are_confirmed_together(client_of, owner, colleague, stranger, family) -> None:
    Match.objects.update(sure=0.9)
    Match.objects.filter(child=family[2]).update(sure=0.1)
    ask = {"tren": family[0].pk, "duoi": [family[1].pk, family[2].pk]}
    url = reverse("plans:coverage-confirm")
    for user in (stranger, colleague):
        client_of(user).post(url, ask)
        assert not Match.objects.exclude(decision=Decision.PROPOSED).exists()
    client_of(owner).post(url, ask)
    assert Match.objects.filter(decision=Decision.CONFIRMED, child=family[1]).count() == 6
    assert not Match.objects.filter(child=family[2]).exclude(decision=Decision.PROPOSED).exists()


def test_many_cells_are_confirmed_all_or_none(owner, editor, family) -> None:
    every = list(Match.objects.values_list("pk", flat=True))
    with pytest.raises(PermissionDenied):
        confirm_matches(actor=editor, matches=every)
    assert confirm_matches(actor=owner, matches=every) == 12
    assert confirm_matches(actor=owner, matches=every) == 0


def test_a_cell_whose_item_was_rejected_since_asks_to_be_looked_at(client_of, owner, family, row) -> None:
    match = Match.objects.get(parent_item=row, child=family[1])
    confirm_matches(actor=owner, matches=[match.pk])
    match.child_item.state = ItemState.REJECTED
    match.child_item.save()
    page = client_of(owner).get(reverse("plans:coverage") + query(family)).context["page"]
    assert page.cell[f"{row.pk}-{family[1].pk}"].is_stale
