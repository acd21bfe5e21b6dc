"""The whole country's figures worked out ahead, for the pages that many open each morning."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from quyen.accounts.models import User
from quyen.core.arithmetic import year
from quyen.indicators.models import PreparedYear
from quyen.indicators.queries.pages import asked_under
from quyen.indicators.queries.prepared import newest, sign_of, summed, written, year_at_work
from quyen.indicators.queries.snapshot import one_snapshot


def prepare_figures(*, actor: User | None = None, today: date) -> int:
    """Works out the year at work, and the one before it (shown until the first figure of the year is there), anew where
    anything changed since; returns how many. Five quick queries each where nothing did."""
    number = year_at_work(today)
    return sum(_prepare(one, today) for one in (number, number - 1))


def _prepare(number: int, today: date) -> bool:
    with one_snapshot():
        indicators = list(asked_under(None).filter(since__lt=year(number).until))
        now = {"day": today, "sign": sign_of(indicators), "last": newest()}
        if PreparedYear.objects.filter(year=number, **now).exists():
            return False
        at = timezone.now()
        totals = written(summed(indicators, number, today, None))
    PreparedYear.objects.update_or_create(
        year=number, defaults={**now, "totals": totals, "worked_out_at": at}
    )
    return True
