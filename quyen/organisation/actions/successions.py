"""What becomes of units at a day: recorded as data, and undone again without a trace in the units.

A succession closes versions at its day, opens others, and says in its parts who carries on what. Figures are never
moved: they are read through the parts (quyen.core.arithmetic.succession).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.arithmetic import Correspondence
from quyen.organisation.actions.guard import require
from quyen.organisation.actions.units import FACTS, Facts, UnitRefused, refresh_units
from quyen.organisation.enums import Role, SuccessionKind
from quyen.organisation.models import Succession, SuccessionPart, Unit, UnitVersion
from quyen.organisation.queries import passages, tree_on

ONE = Decimal(1)


@dataclass(frozen=True)
class Part:
    """So much of `source` is carried on by `target` (see SuccessionPart)."""

    source: int
    target: int
    share: Decimal = ONE
    back: Decimal = Decimal(0)


@transaction.atomic
def record_succession(
    *,
    actor: User | None,
    kind: SuccessionKind,
    day: date,
    basis: str,
    changes: dict[int, Facts | None],
    parts: Sequence[Part] = (),
) -> Succession:
    """Records it and brings today's units in step.

    `changes`: what each unit is from the day on, None for one that is no more; a unit without a version yet begins at
    the day. Raises UnitRefused (a later change stands in the way, a unit would hang under one that is no more, a
    circle), UnevenShares (parts that do not add up). Nothing is kept then.
    """
    touched = {*changes, *(part.source for part in parts), *(part.target for part in parts)}
    for unit_id in sorted(touched | _parents_left_or_gained(changes)):
        require(actor, unit_id, Role.ADMINISTRATOR)
    names = dict(
        Unit.objects.select_for_update().filter(pk__in=touched).order_by("pk").values_list("pk", "name")
    )
    if not basis.strip():
        raise UnitRefused(_("Thiếu căn cứ pháp lý của việc sắp xếp."))
    succession = Succession.objects.create(kind=kind, day=day, basis=basis.strip(), entered_by=actor)
    _write(succession, changes, names)
    SuccessionPart.objects.bulk_create(
        SuccessionPart(
            succession=succession,
            source_id=part.source,
            target_id=part.target,
            share=part.share,
            back=part.back,
        )
        for part in parts
    )
    Correspondence(passages())  # refuses uneven shares
    tree_on(day)  # refuses circles and units that hang under one that is no more
    refresh_units()
    record(
        [entry(actor=actor, verb=Verb.CREATE, subject=succession, unit_id=unit_id, after=as_json(succession))
         for unit_id in sorted(touched)]
    )  # fmt: skip
    return succession


def _parents_left_or_gained(changes: dict[int, Facts | None]) -> set[int]:
    """Those who look after a unit follow the tree, so a unit is hung elsewhere only by who governs both ends."""
    held = dict(
        UnitVersion.objects.filter(unit__in=changes, valid_until=None).values_list("unit_id", "parent_id")
    )
    ends = [(held.get(unit_id), facts.parent_id) for unit_id, facts in changes.items() if facts is not None]
    return {parent for old, new in ends if old != new for parent in (old, new) if parent is not None}


def _write(succession: Succession, changes: dict[int, Facts | None], names: dict[int, str]) -> None:
    """Closes the versions in force and opens the new ones."""
    held = {
        version.unit_id: version for version in UnitVersion.objects.filter(unit__in=changes, valid_until=None)
    }
    known = set(UnitVersion.objects.filter(unit__in=changes).values_list("unit_id", flat=True))
    day = succession.day
    closed, opened = [], []
    for unit_id, facts in changes.items():
        version = held.get(unit_id)
        if version is not None:
            if version.valid_from is not None and version.valid_from >= day:
                raise UnitRefused(_later(names[unit_id]))
            version.valid_until, version.closed_by = day, succession
            closed.append(version)
        elif unit_id in known or facts is None:
            raise UnitRefused(_later(names[unit_id]))
        if facts is not None:
            opened.append(UnitVersion(unit_id=unit_id, valid_from=day, opened_by=succession, **asdict(facts)))
    UnitVersion.objects.bulk_update(closed, ["valid_until", "closed_by"], batch_size=2000)
    UnitVersion.objects.bulk_create(opened, batch_size=2000)


def _later(name: str) -> str:
    return _("“%(name)s” đã có thay đổi từ ngày này trở về sau; hãy hoàn tác thay đổi đó trước.") % {
        "name": name
    }


@transaction.atomic
def undo_succession(*, actor: User | None, succession: Succession) -> None:
    """Takes a succession back: every version is again what it was, units that it opened are gone.

    Raises UnitRefused where a later change builds on it, or where a unit that it opened is in use.
    """
    held = Succession.objects.select_for_update().get(pk=succession.pk)
    touched = _touched(held)
    for unit_id in sorted(touched):
        require(actor, unit_id, Role.ADMINISTRATOR)
    units = {unit.pk: unit for unit in Unit.objects.select_for_update().filter(pk__in=touched).order_by("pk")}
    later = UnitVersion.objects.filter(opened_by=held).exclude(closed_by=None).first()
    if later is not None:
        raise UnitRefused(_later(later.name))
    before = as_json(held)
    opened = set(held.opened.values_list("unit_id", flat=True))
    held.opened.all().delete()
    held.closed.update(valid_until=None, closed_by=None)
    held.delete()
    refresh_units()
    _drop_empty([unit for pk, unit in units.items() if pk in opened])
    record([entry(actor=actor, verb=Verb.REMOVE, subject=succession, before=before)])


def _touched(succession: Succession) -> set[int]:
    found: set[int] = set()
    for pair in succession.parts.values_list("source_id", "target_id"):
        found.update(pair)
    for rows in (succession.opened, succession.closed):
        found.update(rows.values_list("unit_id", flat=True))
    return found


def _drop_empty(units: Iterable[Unit]) -> None:
    """Units that have no version any more were opened by what is undone."""
    for unit in units:
        if not unit.versions.exists():
            try:
                unit.delete()
            except ProtectedError as error:
                raise UnitRefused(
                    _("“%(name)s” đã có người hoặc văn bản; hãy chuyển đi trước khi hoàn tác.")
                    % {"name": unit.name}
                ) from error


def as_json(succession: Succession) -> dict[str, Any]:
    """All that a succession says, for the trail."""
    return {
        "kind": succession.kind,
        "day": succession.day.isoformat(),
        "basis": succession.basis,
        "parts": [
            [part.source_id, part.target_id, str(part.share), str(part.back)]
            for part in succession.parts.order_by("source_id", "target_id")
        ],
        "opened": [
            [version.unit_id, *(getattr(version, name) for name in FACTS)]
            for version in succession.opened.order_by("unit_id")
        ],
        "closed": sorted(succession.closed.values_list("unit_id", flat=True)),
    }
