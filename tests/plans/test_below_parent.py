"""A target that asks for less than the plan above it is marked in the plan below."""

from __future__ import annotations

import pytest

from quyen.plans.actions.coverage import change_match, propose_matches, undo_match
from quyen.plans.actions.findings import keep_finding
from quyen.plans.actions.merge import merge_findings
from quyen.plans.enums import Coverage, FindingState, ItemKind
from quyen.plans.models import Finding, Match, Target
from tests.factories.plans import make_family


@pytest.fixture
def family(unit):
    return make_family(unit)


def test_a_lower_share_is_marked_at_its_place_with_both_figures(owner, family) -> None:
    parent, follows, differs = family
    propose_matches(actor=owner, parent=parent, children=[follows, differs])
    finding = Finding.objects.get(kind="below_parent")
    assert finding.plan == differs
    assert "70%" in finding.message
    assert "90%" in finding.message
    assert parent.reference in finding.message
    assert finding.quote == differs.reading.text[finding.start : finding.end]
    assert "70% giáo viên" in finding.quote


def test_a_higher_share_and_a_smaller_count_are_left_alone(owner, family) -> None:
    parent, _follows, differs = family
    Target.objects.filter(plan=differs).update(value=95)
    propose_matches(actor=owner, parent=parent, children=[differs])
    assert not Finding.objects.filter(kind="below_parent").exists()


def test_a_second_run_keeps_what_a_person_decided(owner, family) -> None:
    parent, _follows, differs = family
    propose_matches(actor=owner, parent=parent, children=[differs])
    keep_finding(actor=owner, finding=Finding.objects.get(kind="below_parent"))
    Match.objects.filter(child=differs).update(proposed={})  # as if another reader had proposed
    propose_matches(actor=owner, parent=parent, children=[differs])
    assert Finding.objects.get(kind="below_parent").state == FindingState.KEPT
    Target.objects.filter(plan=differs).update(value=60)  # another figure is asked about anew
    propose_matches(actor=owner, parent=parent, children=[differs])
    assert Finding.objects.get(kind="below_parent").state == FindingState.OPEN


def test_it_goes_with_the_cell_that_a_person_sees_otherwise_and_comes_back(owner, family) -> None:
    parent, _follows, differs = family
    propose_matches(actor=owner, parent=parent, children=[differs])
    row = parent.items.get(kind=ItemKind.TARGET, text__startswith="Phấn đấu")
    match = change_match(actor=owner, parent_item=row, child=differs, state=Coverage.MISSING)
    assert not Finding.objects.filter(kind="below_parent").exists()
    undo_match(actor=owner, match=match)
    assert Finding.objects.filter(kind="below_parent", plan=differs).count() == 1


def test_it_goes_when_the_figure_is_raised(owner, family) -> None:
    parent, _follows, differs = family
    propose_matches(actor=owner, parent=parent, children=[differs])
    Target.objects.filter(plan=differs).update(value=90)
    propose_matches(actor=owner, parent=parent, children=[differs])
    assert not Finding.objects.filter(kind="below_parent").exists()


def test_a_later_reading_moves_it_and_never_drops_it(owner, family) -> None:
    parent, _follows, differs = family
    propose_matches(actor=owner, parent=parent, children=[differs])
    quote = Finding.objects.get(kind="below_parent").quote
    merge_findings(differs, [], f"Một dòng mới.\n{quote}\n")
    finding = Finding.objects.get(kind="below_parent")
    assert (finding.start, finding.end) == (14, 14 + len(quote))
