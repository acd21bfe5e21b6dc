"""What becomes of units at a day: recorded as data, and undone again without a trace in the units.

A succession closes versions at its day, opens others, and says in its parts who carries on what. Figures are never
moved: they are read through the parts (quyen.core.arithmetic.succession).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.arithmetic import Correspondence, EndlessPassages, UnevenShares
from quyen.organisation.actions.guard import require_all
from quyen.organisation.actions.units import UnitRefused, refresh_units
from quyen.organisation.enums import SuccessionKind
from quyen.organisation.models import Membership, Succession, SuccessionPart, Unit, UnitVersion
from quyen.organisation.queries import Facts, Part, facts_of, passages
from quyen.organisation.queries.changes import (
    SameName,
    asked,
    carried_later,
    change_of,
    check_trees,
    in_use_words,
    later_words,
    obstacles,
)
from quyen.organisation.queries.tree import FACTS
from quyen.organisation.signals import units_changed


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
    the day. Who it asks for is said by `queries.changes.asked`. Raises PermissionDenied, UnitRefused (a later change
    stands in the way, two of one name under one unit), BrokenTree (a unit would hang under one that is no more, a
    circle), UnevenShares (parts that do not add up), EndlessPassages (units that carry each other on). Nothing is kept
    then.
    """
    touched = {*changes, *(part.source for part in parts), *(part.target for part in parts)}
    held = {one.unit_id: one for one in UnitVersion.objects.filter(unit__in=changes, valid_until=None)}
    require_all(actor, asked({pk: facts_of(one) for pk, one in held.items()}, changes, parts))
    names = dict(
        Unit.objects.select_for_update().filter(pk__in=touched).order_by("pk").values_list("pk", "name")
    )
    if not basis.strip():
        raise UnitRefused(_("Thiếu căn cứ pháp lý của việc sắp xếp."))
    succession = Succession.objects.create(kind=kind, day=day, basis=basis.strip(), entered_by=actor)
    _write(succession, changes, names)
    _add_parts(succession, parts)
    if words := carried_later(
        succession, [pk for pk, facts in changes.items() if facts is None], [part.source for part in parts]
    ):
        raise UnitRefused(words)
    _check_and_refresh(day, changes)
    record(
        [entry(actor=actor, verb=Verb.CREATE, subject=succession, unit_id=unit_id, after=as_json(succession))
         for unit_id in sorted(touched)]
    )  # fmt: skip
    return succession


def _add_parts(succession: Succession, parts: Iterable[Part]) -> None:
    SuccessionPart.objects.bulk_create(
        [
            SuccessionPart(
                succession=succession, source_id=one.source, target_id=one.target, share=one.share, back=one.back
            )
            for one in parts
        ],
        batch_size=2000,
    )  # fmt: skip


def _check_and_refresh(day: date, changed: Collection[int]) -> None:
    """Refuses uneven shares, circles, units under one that is no more, two of one name; then today's facts."""
    try:
        Correspondence(passages())
    except UnevenShares as error:
        raise UnevenShares(error.unit, error.day, error.total, _name_of(error.unit)) from error
    except EndlessPassages as error:
        raise EndlessPassages(error.units, error.day, map(_name_of, error.units)) from error
    try:
        check_trees(day, changed)
        with transaction.atomic():
            refresh_units()
    except SameName as error:
        raise UnitRefused(str(error), advice=error.advice) from error
    except IntegrityError as error:
        raise UnitRefused(_("Hai đơn vị cùng tên sẽ đứng dưới cùng một đơn vị.")) from error
    units_changed.send(sender=Succession)


def _name_of(unit_id: int) -> str:
    return Unit.objects.values_list("name", flat=True).get(pk=unit_id)


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
                raise UnitRefused(later_words(names[unit_id]))
            version.valid_until, version.closed_by = day, succession
            closed.append(version)
        elif unit_id in known or facts is None:
            raise UnitRefused(later_words(names[unit_id]))
        if facts is not None:
            opened.append(UnitVersion(unit_id=unit_id, valid_from=day, opened_by=succession, **asdict(facts)))
    UnitVersion.objects.bulk_update(closed, ["valid_until", "closed_by"], batch_size=2000)
    UnitVersion.objects.bulk_create(opened, batch_size=2000)


@transaction.atomic
def undo_succession(*, actor: User | None, succession: Succession) -> None:
    """Takes a succession back: every version is again what it was, units that it opened are gone.

    It asks for the same units as recording it. Raises UnitRefused where a later change builds on it, or where a unit
    that it opened is in use.
    """
    held = Succession.objects.select_for_update().get(pk=succession.pk)
    change = change_of(held)
    require_all(actor, asked(change.before, change.after, change.parts))
    touched = {*change.after, *(unit for part in change.parts for unit in (part.source, part.target))}
    units = {unit.pk: unit for unit in Unit.objects.select_for_update().filter(pk__in=touched).order_by("pk")}
    for obstacle in obstacles(held, change):
        raise UnitRefused(obstacle.words)
    before = as_json(held)
    held.opened.all().delete()
    held.closed.update(valid_until=None, closed_by=None)
    founder = held.entered_by
    day = held.day
    held.delete()
    _check_and_refresh(day, change.before)
    founded = [units[pk] for pk in change.founded]
    _drop(sorted(founded, key=lambda unit: (-len(unit.above), unit.pk)), actor, founder)
    record([entry(actor=actor, verb=Verb.REMOVE, subject=succession, before=before)])


def _drop(units: Iterable[Unit], actor: User | None, founder: User | None) -> None:
    """Units that were opened by what is undone, those below first, with the roles that their founder got."""
    for unit in units:
        roles = list(Membership.objects.filter(unit=unit, user=founder))
        record(
            [entry(actor=actor, verb=Verb.REVOKE, subject=role, unit_id=unit.pk, before=role.as_json())
             for role in roles]
        )  # fmt: skip
        Membership.objects.filter(pk__in=[role.pk for role in roles]).delete()
        try:
            unit.delete()
        except ProtectedError as error:
            raise UnitRefused(in_use_words(unit.name)) from error


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
