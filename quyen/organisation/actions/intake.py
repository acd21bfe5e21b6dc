"""A list of units taken in: kept as given, then carried out as it was looked at, all of it or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import groupby

from django.db import transaction
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.core.paper import given_rows
from quyen.core.paper.given import ROWS
from quyen.organisation.actions.successions import record_succession
from quyen.organisation.actions.taken import check_rows, check_seen, close_sheet, hold_once, keep_sheet
from quyen.organisation.actions.units import new_row
from quyen.organisation.enums import Fate, SuccessionKind
from quyen.organisation.models import Succession, UnitIntake
from quyen.organisation.queries import Facts
from quyen.organisation.queries.intake import IntakeLine, account
from quyen.organisation.queries.sheet import rows_of


@transaction.atomic
def receive_units(*, actor: User, name: str, content: bytes, day: date, basis: str) -> UnitIntake:
    """Keeps the rows of a workbook to be looked at; changes no unit. Raises FileRefused, SheetRefused."""
    rows = check_rows(
        rows_of(given_rows(content)), most=ROWS,
        missing=_("Không thấy cột “Tên đơn vị” trong 20 dòng đầu của trang tính đầu tiên."),
        advice=_("Hãy tải danh mục ra, sửa trên tệp đó rồi nhập lại. Chưa có gì thay đổi."),
    )  # fmt: skip
    return keep_sheet(actor, UnitIntake(name=name, rows=rows, day=day, basis=basis.strip()))


@transaction.atomic
def carry_out_intake(*, actor: User, intake: UnitIntake, sign: str) -> list[Succession]:
    """Does what the account says, in one transaction; rows in conflict are left out, as the account says too.

    Each day and kind of change is a succession of its own, which can be undone. Raises PermissionDenied, SeenOtherwise,
    SheetRefused, and as `record_succession` does.
    """
    held = hold_once(actor, UnitIntake.objects.all(), intake.pk)
    seen = account(actor, held)
    check_seen(seen, sign)
    made = _make(seen.works)
    successions = [
        record_succession(
            actor=actor, kind=kind, day=day, basis=held.basis, changes=_changes(list(lines), made)
        )
        for (day, kind), lines in groupby(
            sorted(seen.works, key=lambda one: (_day(one), _ORDER.index(_kind(one)))),
            key=lambda one: (_day(one), _kind(one)),
        )
    ]
    close_sheet(actor, held, seen)
    return successions


_ORDER = (SuccessionKind.FOUND, SuccessionKind.MOVE, SuccessionKind.RENAME)


def _day(line: IntakeLine) -> date:
    assert line.day is not None
    return line.day


def _kind(line: IntakeLine) -> SuccessionKind:
    if line.fate == Fate.NEW:
        return SuccessionKind.FOUND
    return SuccessionKind.MOVE if line.moves else SuccessionKind.RENAME


def _make(lines: tuple[IntakeLine, ...]) -> dict[int, int]:
    """The rows of new units, a parent before those under it; what each stood as, and its number."""
    made: dict[int, int] = {}
    waiting = [line for line in lines if line.fate == Fate.NEW]
    while waiting:
        ready = [line for line in waiting if line.facts and _above(line.facts, made) is not None]
        for line in ready:
            assert line.facts is not None and line.unit is not None
            made[line.unit] = new_row(replace(line.facts, parent_id=_above(line.facts, made))).pk
        waiting = [line for line in waiting if line not in ready]
    return made


def _above(facts: Facts, made: dict[int, int]) -> int | None:
    parent = facts.parent_id or 0
    return parent if parent > 0 else made.get(parent)


def _changes(lines: list[IntakeLine], made: dict[int, int]) -> dict[int, Facts | None]:
    changes: dict[int, Facts | None] = {}
    for line in lines:
        assert line.facts is not None and line.unit is not None
        parent = line.facts.parent_id
        facts = replace(line.facts, parent_id=made.get(parent, parent) if parent else None)
        changes[made.get(line.unit, line.unit)] = facts
    return changes
