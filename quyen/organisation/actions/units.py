"""A unit's own facts: opened, corrected, and kept in step with the day."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.organisation.actions.guard import require
from quyen.organisation.enums import Role, UnitKind
from quyen.organisation.models import Unit, UnitVersion
from quyen.organisation.queries import (
    Facts,
    Tree,
    Ways,
    beginnings,
    correspondence,
    heirs,
    stale_units,
    tree_on,
)
from quyen.organisation.queries.tree import FACTS
from quyen.organisation.signals import units_changed

_CACHED = (*FACTS, "is_active", "above")


class UnitRefused(QuyenError):
    """A unit cannot be what was asked for."""

    advice = "Hãy sửa lại rồi ghi; chưa có gì thay đổi."


@transaction.atomic
def open_unit(
    *,
    actor: User | None,
    name: str,
    kind: str = UnitKind.OTHER,
    short_name: str = "",
    code: str = "",
    parent: Unit | None = None,
    province: str = "",
    since: date | None = None,
) -> Unit:
    """A new unit with its first version, from `since` on (None: from before our records, or with its parent).

    Below a parent an administrator of the parent may do it; at the top only the system. Raises PermissionDenied,
    UnitRefused (the parent is not there on the day).
    """
    if actor is not None:
        require(actor, parent.pk if parent else 0, Role.ADMINISTRATOR)
    since = _under(parent, since) if parent else since
    facts = Facts(name, kind, parent.pk if parent else None, short_name, code)
    begun = since is None or since <= timezone.localdate()
    unit = new_row(facts, province=province, is_active=begun)
    UnitVersion.objects.create(unit=unit, valid_from=since, **asdict(facts))
    record([entry(actor=actor, verb=Verb.CREATE, subject=unit, unit_id=unit.pk, after=asdict(facts))])
    units_changed.send(sender=Unit)
    return unit


def _under(parent: Unit, since: date | None) -> date | None:
    """From when on a unit may stand under another."""
    lives = list(UnitVersion.objects.filter(unit=parent).values_list("valid_from", "valid_until"))
    if since is None:
        return lives[0][0] if lives else None
    if not any((first or date.min) <= since < (until or date.max) for first, until in lives):
        raise UnitRefused(
            _("“%(name)s” không có vào ngày %(day)s.") % {"name": parent.name, "day": f"{since:%d/%m/%Y}"}
        )
    return since


def new_row(facts: Facts, *, province: str = "", is_active: bool = False) -> Unit:
    """The row of a unit whose first version is opened by the caller."""
    unit = Unit(province=province, is_active=is_active, **asdict(facts))
    unit.full_clean(exclude=["above"])
    unit.save()
    over = (
        Unit.objects.filter(pk=facts.parent_id).values_list("above", flat=True).first()
        if facts.parent_id
        else None
    )
    unit.above = [*(over or ()), unit.pk]
    unit.save(update_fields=["above"])
    return unit


@transaction.atomic
def change_unit(*, actor: User | None, unit: Unit, **given: str) -> Unit:
    """Corrects what is wrong in a unit's facts of today. What changed at a day is a succession, not a correction."""
    require(actor, unit.pk, Role.ADMINISTRATOR)
    held = Unit.objects.select_for_update().get(pk=unit.pk)
    before = {name: getattr(held, name) for name in given}
    for name, value in given.items():
        setattr(held, name, value)
    held.full_clean(exclude=["above"])
    held.save(update_fields=list(given))
    facts = {name: value for name, value in given.items() if name in FACTS}
    UnitVersion.objects.on(timezone.localdate()).filter(unit=held).update(**facts)
    record([entry(actor=actor, verb=Verb.CORRECT, subject=held, unit_id=held.pk, before=before, after=given)])
    units_changed.send(sender=Unit)
    return held


def refresh_units(*, day: date | None = None) -> int:
    """Brings the facts that `Unit` repeats in step with the versions in force today; returns how many differed.

    Run after every succession; versions that begin or end by themselves need it on their day.
    """
    day = day or timezone.localdate()
    tree = tree_on(day)
    ways = _ways_beside(day, tree)
    rows = Unit.objects.select_for_update().order_by("pk")
    changed = [unit for unit in rows if _refresh(unit, tree.versions.get(unit.pk), tree.above, ways)]
    _write(changed)
    return len(changed)


def _ways_beside(day: date, tree: Tree) -> dict[int, list[int]]:
    """The ways to units that are not in force: under the heir of one that is no more; where one to come will begin."""
    found = {unit: [*tree.above[heir], unit] for unit, heir in heirs(day).items()}
    coming = beginnings(after=day)
    if not coming:
        return found
    ways = Ways(day, tree.above, correspondence(), coming)
    return found | {unit: ways.to(unit) for unit in coming}


@transaction.atomic
def refresh_units_if_due() -> int:
    """Brings today's facts in step where a day has begun since; one query where it has not. Returns how many differed."""
    return refresh_units() if stale_units(timezone.localdate()).exists() else 0


def _write(units: list[Unit]) -> None:
    """All in one statement: a country's units take a second this way, and a minute through `bulk_update`."""
    names = ("pk", "name", "short_name", "kind", "parent_id", "code", "is_active")
    columns = [[getattr(unit, name) for unit in units] for name in names]
    ways = ["{" + ",".join(map(str, unit.above)) + "}" for unit in units]
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE organisation_unit AS u SET name = v.name, short_name = v.short_name, kind = v.kind,"
            " parent_id = v.parent_id, code = v.code, is_active = v.is_active, above = v.above::bigint[]"
            " FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[], %s::bigint[], %s::text[], %s::boolean[], %s::text[])"
            " AS v(id, name, short_name, kind, parent_id, code, is_active, above) WHERE u.id = v.id",
            [*columns, ways],
        )


def _refresh(
    unit: Unit, version: UnitVersion | None, above: dict[int, list[int]], beside: dict[int, list[int]]
) -> bool:
    """Whether anything about the unit differed from its version of today."""
    before = [getattr(unit, name) for name in _CACHED]
    if version is not None:
        for name in FACTS:
            setattr(unit, name, getattr(version, name))
        unit.is_active, unit.above = True, above[unit.pk]
    else:
        unit.is_active = False
        unit.above = beside.get(unit.pk, [unit.pk])
    return before != [getattr(unit, name) for name in _CACHED]
