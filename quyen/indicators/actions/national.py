"""The six national targets of Decision 1079/QĐ-TTg as indicators, from `data/national.tsv`."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

from django.db import transaction

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.indicators.actions.defining import tell_definitions
from quyen.indicators.models import Indicator, IndicatorTarget

DATA = Path(__file__).resolve().parents[1] / "data" / "national.tsv"
_SINCE = date(2023, 1, 1)
_UNTIL = date(2029, 1, 1)
_DUE_DAYS = 15


@transaction.atomic
def load_indicators() -> int:
    """Adds those that are not there yet; what people changed since stays. Returns how many were added."""
    known = set(Indicator.objects.values_list("code", flat=True))
    made = []
    with DATA.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["code"] not in known:
                made.append(_add(row))
    record([entry(actor=None, verb=Verb.CREATE, subject=one, after={"code": one.code}) for one in made])
    if made:
        tell_definitions(*(one.pk for one in made))
    return len(made)


def _add(row: dict[str, str]) -> Indicator:
    made = Indicator.objects.create(
        code=row["code"], name=row["name"], definition=row["definition"], measured_in=row["measured_in"],
        rule=row["rule"], direction=row["direction"], rhythm=int(row["rhythm"]), due_days=_DUE_DAYS,
        given_by=row["given_by"].split(), measure=row["measure"], since=_SINCE, until=_UNTIL,
    )  # fmt: skip
    for target in row["targets"].split(";"):
        year, _equals, level = target.partition("=")
        low, _dash, high = level.partition("-")
        IndicatorTarget.objects.create(
            indicator=made, year=int(year), value=Decimal(low), value_max=Decimal(high) if high else None
        )
    return made
