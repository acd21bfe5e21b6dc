"""Values that are counted from records by a registered measure."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.core.arithmetic import Period
from quyen.indicators.actions.observations import Given, Item, ValueRefused, report_value
from quyen.indicators.enums import Origin
from quyen.indicators.measures import measure_called
from quyen.indicators.models import Indicator, Observation
from quyen.indicators.queries.cells import frozen_by
from quyen.organisation.models import Unit


@transaction.atomic
def compute(*, actor: User | None, indicator: Indicator, period: Period) -> int:
    """Counts an indicator anew for a period; returns how many values changed. Frozen values stay as they are.

    Raises ValueRefused where the app that counts it is not there.
    """
    measure = measure_called(indicator.measure)
    if measure is None:
        raise ValueRefused(_("Chỉ số này chưa có phép đo; số liệu do người nhập."))
    counts = {one.unit_id: one for one in measure.count(period, timezone.localdate(), indicator.given_by)}
    before = set(_current(indicator, period))
    for unit in Unit.objects.filter(pk__in=counts).order_by("pk"):
        if not indicator.is_asked_of(unit) or frozen_by(unit, period) is not None:
            continue
        one = counts[unit.pk]
        items = tuple(Item(*thing) for thing in one.items)
        given = Given(
            numerator=one.numerator, denominator=one.denominator, origin=Origin.MEASURE, items=items
        )
        report_value(actor=actor, indicator=indicator, unit=unit, period=period, given=given)
    return len(set(_current(indicator, period)) - before)


def _current(indicator: Indicator, period: Period) -> QuerySet[Observation, int]:
    rows = Observation.objects.current().filter(indicator=indicator, period_start=period.start)
    return rows.values_list("pk", flat=True)
