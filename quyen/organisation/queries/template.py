"""The usual departments and bodies of a province (`data/departments.tsv`), beside those that it has."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.db.models import F, QuerySet

from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry, User
from quyen.organisation.enums import UnitKind
from quyen.organisation.models import SuccessionPart, Unit, UnitVersion
from quyen.organisation.queries.access import governed_units
from quyen.organisation.queries.tree import stem

FILE = Path(__file__).resolve().parents[1] / "data" / "departments.tsv"
BASIS = "Nghị định số 150/2025/NĐ-CP quy định tổ chức các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh, thành phố"


@dataclass(frozen=True)
class TemplateLine:
    """One row of the template. `known`: the unit that bears or bore such a name in this province, if any."""

    key: int
    name: str
    is_usual: bool
    known: Unit | None


@dataclass(frozen=True)
class TemplatePage:
    province: Unit
    lines: tuple[TemplateLine, ...]
    since: date | None  # the province's own last change: the first day that makes sense

    @property
    def missing(self) -> int:
        return sum(line.known is None for line in self.lines)


def governed_provinces(user: User) -> QuerySet[Unit]:
    return governed_units(user).active().filter(kind=UnitKind.PROVINCE)  # type: ignore[attr-defined,no-any-return]


@cache
def _rows() -> tuple[tuple[str, bool], ...]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple((row["name"], row["usual"] == "1") for row in csv.DictReader(file, delimiter="\t"))


def template_page(province: Unit) -> TemplatePage:
    """Five queries, whatever the province has."""
    places = _places(province)
    known = _known(province, places)
    lines = []
    for key, (pattern, is_usual) in enumerate(_rows()):
        name = _named(pattern, province.name)
        lines.append(TemplateLine(key, name, is_usual, known.get(stem(name, places))))
    since = UnitVersion.objects.filter(unit=province, valid_until=None).values_list("valid_from", flat=True)
    return TemplatePage(province, tuple(lines), since.first())


def _named(pattern: str, province: str) -> str:
    """ "Sở Tư pháp {place}" is "Sở Tư pháp tỉnh Hậu Giang"; {party} is "Tỉnh ủy Hậu Giang" or "Thành ủy Cần Thơ"."""
    place, party = province, province
    for word, committee in (("Tỉnh", "Tỉnh ủy"), ("Thành phố", "Thành ủy")):
        if province.startswith(f"{word} "):
            place = word.lower() + province[len(word) :]
            party = committee + province[len(word) :]
    return pattern.format(place=place, party=party)


def _places(province: Unit) -> list[str]:
    """Names of the province and of what went into it, with those of its party committee; the longest first."""
    merged = SuccessionPart.objects.filter(target=province).order_by().values("source_id")
    names = UnitVersion.objects.filter(unit__in=[*(row["source_id"] for row in merged), province.pk])
    found = {province.name, *names.values_list("name", flat=True)}
    found |= {_named("{party}", name) for name in found}
    return sorted(found, key=lambda name: (-len(name), name))


def _known(province: Unit, places: Iterable[str]) -> dict[str, Unit]:
    """By bare name: units that stand or stood right under the province, by every name that they ever bore."""
    rows = UnitVersion.objects.filter(parent=province).select_related("unit")
    units = {row.unit_id: row.unit for row in rows.order_by(F("valid_until").asc(nulls_last=True))}
    names = [(row.unit_id, row.name) for row in rows]
    corrected = AuditEntry.objects.filter(
        subject=Unit._meta.label, subject_id__in=units, verb=Verb.CORRECT, before__has_key="name"
    )
    names += [(entry.subject_id, entry.before["name"]) for entry in corrected if entry.before]
    return {stem(name, places): units[unit] for unit, name in names}
