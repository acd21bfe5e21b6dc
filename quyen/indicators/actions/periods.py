"""Freezing the values of a stretch of time, so that a report can be made again figure for figure."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.arithmetic import Period
from quyen.indicators.actions.observations import ValueRefused
from quyen.indicators.models import Freeze
from quyen.indicators.signals import figures_changed
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit


@transaction.atomic
def freeze_period(*, actor: User | None, unit: Unit, period: Period, basis: str) -> Freeze:
    """From now on values of the unit and all below it, for periods that end within, need a reason to be corrected.

    The same freeze again is the one that stands. Raises ValueRefused without a basis, or before it begins.
    """
    require(actor, unit.pk, Role.COORDINATOR)
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    if not basis.strip():
        raise ValueRefused(_("Thiếu căn cứ của việc chốt số liệu."))
    if period.start > timezone.localdate():
        raise ValueRefused(_("Kỳ này chưa bắt đầu."))
    held = Freeze.objects.filter(unit=unit, start=period.start, end=period.until).first()
    if held is not None:
        return held
    made = Freeze.objects.create(
        unit=unit, start=period.start, end=period.until, basis=basis.strip(), frozen_by=actor
    )
    record([entry(actor=actor, verb=Verb.CONFIRM, subject=made, unit_id=unit.pk, after=_as_json(made))])
    _tell()
    return made


@transaction.atomic
def unfreeze_period(*, actor: User | None, freeze: Freeze) -> None:
    """Takes a freeze back; it stays in the trail."""
    require(actor, freeze.unit_id, Role.COORDINATOR)
    held = Freeze.objects.select_for_update().get(pk=freeze.pk)
    record([entry(actor=actor, verb=Verb.REOPEN, subject=held, unit_id=held.unit_id, before=_as_json(held))])
    held.delete()
    _tell()


def _tell() -> None:
    transaction.on_commit(lambda: figures_changed.send_robust(sender=Freeze))


def _as_json(freeze: Freeze) -> dict[str, str]:
    return {"start": freeze.start.isoformat(), "end": freeze.end.isoformat(), "basis": freeze.basis}
