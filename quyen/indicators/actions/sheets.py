"""What one unit gives for one period in one go: the whole, its parts, and the file that shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import transaction
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.core.arithmetic import Period
from quyen.indicators.actions.observations import Given, ValueRefused, report_value
from quyen.indicators.models import Indicator, Observation
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit
from quyen.sources.actions import open_delivery, receive_file
from quyen.sources.models import SourceFile


@dataclass(frozen=True)
class Upload:
    """A file as it came: kept as evidence, not read as a document."""

    name: str
    data: bytes


@transaction.atomic
def report_sheet(
    *, actor: User | None, indicator: Indicator, unit: Unit, period: Period, whole: Given,
    parts: Sequence[Given] = (), file: Upload | None = None,
) -> Observation:  # fmt: skip
    """Keeps all of it, or nothing; returns the whole. What does not apply has no parts: those given before are closed.

    Raises ValueRefused (a part that is not the indicator's or is larger than the whole, and all that `report_value`
    refuses), FileRefused and its kinds, PermissionDenied.
    """
    require(actor, unit.pk, Role.EDITOR)
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    if file is not None:
        whole = replace(whole, evidence=_received(actor, unit, file))
    _check_parts(indicator, whole, parts)
    given = parts if whole.applicable else _closed(indicator, unit, period, whole)
    made = report_value(actor=actor, indicator=indicator, unit=unit, period=period, given=whole)
    for one in given:
        report_value(actor=actor, indicator=indicator, unit=unit, period=period, given=one)
    return made


def _received(actor: User | None, unit: Unit, file: Upload) -> SourceFile:
    delivery = open_delivery(actor=actor, unit=unit)
    kept = receive_file(
        actor=actor, unit=unit, delivery=delivery, name=file.name, data=file.data, to_read=False
    )
    if kept.delivery_id != delivery.pk:
        delivery.delete()  # the bytes were here already
    return kept


def _check_parts(indicator: Indicator, whole: Given, parts: Sequence[Given]) -> None:
    if not whole.applicable and any(one.numerator is not None for one in parts):
        raise ValueRefused(_("“Không áp dụng” thì không có số."))
    for one in parts:
        if one.part not in indicator.parts:
            raise ValueRefused(_("Chỉ số này không có phân tổ “%(part)s”.") % {"part": one.part})
        pairs = [(one.numerator, whole.numerator)]
        pairs += [(one.denominator, whole.denominator)] if indicator.is_share else []
        if any(part is not None and all_ is not None and part > all_ for part, all_ in pairs):
            raise ValueRefused(_("Phân tổ “%(part)s” lớn hơn số chung.") % {"part": one.part})


def _closed(indicator: Indicator, unit: Unit, period: Period, whole: Given) -> list[Given]:
    rows = Observation.objects.current().filter(
        indicator=indicator, unit=unit, period_start=period.start, is_applicable=True
    )
    labels = rows.exclude(part="").values_list("part", flat=True)
    return [Given(applicable=False, part=label, reason=whole.reason) for label in labels]
