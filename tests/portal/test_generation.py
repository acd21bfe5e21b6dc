"""The number that tells kept pages of a change."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import transaction

from quyen.core.arithmetic import year
from quyen.indicators.models import Freeze
from quyen.portal.actions.generation import changed
from quyen.portal.queries.generation import changes, generation
from tests.factories.reports import make_rounds, of, value


@pytest.mark.django_db(transaction=True)
def test_a_change_is_told_once_and_only_when_it_is_committed() -> None:
    assert generation() == 0
    with transaction.atomic():
        changed("/")
        with transaction.atomic():
            changed("/", "/tin/")
        assert generation() == 0
    assert generation() == 1
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        changed()
        raise ZeroDivisionError
    assert generation() == 1
    changed("/thu-vien/12-*")
    assert changes() == (2, [[2, ["/thu-vien/12-*"]], [1, ["/", "/tin/"]]])
    for _ in range(60):
        changed()
    number, recent = changes()
    assert (number, len(recent), recent[0]) == (62, 50, [62, []])


@pytest.mark.django_db
def test_only_what_can_move_a_public_figure_is_told(django_capture_on_commit_callbacks, monkeypatch) -> None:
    """Freezes, corrections within them, levels, and reports when they are taken in: yes. Values that are being written and
    reports on their way: no."""
    from quyen.indicators.actions import freeze_period
    from quyen.indicators.actions.defining import Level, set_targets
    from quyen.indicators.actions.periods import unfreeze_period
    from quyen.indicators.models import Indicator
    from quyen.reports import actions

    said: list[bool] = []
    monkeypatch.setattr("quyen.portal.receivers.kept.changed", lambda *pages: said.append(True))

    def told(do: Callable[[], object]) -> bool:
        said.clear()
        with django_capture_on_commit_callbacks(execute=True):
            do()
        return bool(said)

    rounds = make_rounds(given=False)
    world, report = rounds.world, of(rounds.cycle, rounds.world.communes[0])
    freezes: list[Freeze] = []
    province, school = {"unit": world.province, "period": year(2024)}, world.communes[0]

    def freeze() -> None:
        freezes.append(freeze_period(actor=None, basis="Quyết định 7", **province))

    assert not told(lambda: value(rounds, "T2a", school, 1, 4, 2024))
    assert told(freeze) and not told(freeze)
    assert told(lambda: value(rounds, "T2a", school, 2, 4, 2024))
    assert not told(lambda: value(rounds, "T2a", school, 2, 4, 2024)), "the same again"
    assert not told(lambda: value(rounds, "T2a", school, 1, 4))
    assert told(lambda: unfreeze_period(actor=None, freeze=freezes[0]))
    assert told(lambda: set_targets(actor=None, indicator=Indicator.objects.get(code="T2a"), levels=[Level(2028, Decimal(90))]))  # fmt: skip
    assert not told(lambda: actions.submit(actor=None, submission=report))
    assert told(lambda: actions.accept(actor=None, submission=report))
    assert told(lambda: actions.reopen(actor=None, submission=report, reason="Thiếu phụ lục"))
