"""The country's units before and after 1 July 2025, from the files of `data/` (see the README there).

A new province or commune is the same unit as the old one whose official code it bears; the others that went into it
are merged into it. Of an old unit that was divided only the main successor is known, so all its figures go there:
counted once, and never invented. An administrator who knows the shares records them as a succession of their own.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from django.db import connection, transaction

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.organisation.actions.units import refresh_units
from quyen.organisation.enums import SuccessionKind, UnitKind
from quyen.organisation.models import Succession, SuccessionPart, Unit, UnitVersion
from quyen.organisation.signals import units_changed

DATA = Path(__file__).resolve().parents[1] / "data"
JULY = date(2025, 7, 1)
_PROVINCES = "Nghị quyết số 202/2025/QH15 về việc sắp xếp đơn vị hành chính cấp tỉnh"
_COMMUNES = "Nghị quyết của Ủy ban Thường vụ Quốc hội về việc sắp xếp các đơn vị hành chính cấp xã năm 2025"
_DISTRICTS = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"
_GOVERNMENT = "Nghị quyết số 176/2025/QH15 về cơ cấu tổ chức của Chính phủ nhiệm kỳ 2021-2026"

Row = dict[str, str]


@transaction.atomic
def load_country() -> int:
    """Loads all units, their versions and successions once; returns how many units there were to load (0 where the
    country is there already). Central bodies come first, then provinces, districts and communes."""
    if UnitVersion.objects.filter(kind=UnitKind.PROVINCE).exclude(code="").exists():
        return 0
    load = _Load()
    _central(load)
    _places(load)
    load.write()
    refresh_units()
    first = Unit.objects.get(pk=next(iter(load.units.values())))
    record([entry(actor=None, verb=Verb.CREATE, subject=first, after={"units": len(load.units)})])
    units_changed.send(sender=Unit)
    return len(load.units)


def rows(name: str) -> list[Row]:
    """The rows of a file of `data/`."""
    with (DATA / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@dataclass
class _Load:
    """What is to be written, by keys like ("commune", "00004"); ids are taken from the sequence beforehand, so that
    every row can name its parent."""

    units: dict[tuple[str, str], int] = field(default_factory=dict)
    versions: list[UnitVersion] = field(default_factory=list)
    successions: list[Succession] = field(default_factory=list)
    parts: list[SuccessionPart] = field(default_factory=list)
    marks: dict[int, Succession] = field(default_factory=dict)  # what ended or began a unit's versions
    ids: Iterator[int] = field(default_factory=lambda: _ids(Unit, 20_000))
    succession_ids: Iterator[int] = field(default_factory=lambda: _ids(Succession, 200))

    def version(
        self, key: tuple[str, str], name: str, kind: str, parent: int | None = None, **more: object
    ) -> None:
        unit_id = self.units.get(key) or self.units.setdefault(key, next(self.ids))
        code = key[1] if key[0] != "central" else ""
        self.versions.append(
            UnitVersion(unit_id=unit_id, name=name, kind=kind, parent_id=parent, code=code, **more)
        )

    def succession(self, kind: SuccessionKind, day: date, basis: str) -> Succession:
        made = Succession(pk=next(self.succession_ids), kind=kind, day=day, basis=basis)
        self.successions.append(made)
        return made

    def part(self, succession: Succession, source: int, target: int, share: int = 1, back: int = 0) -> None:
        self.parts.append(
            SuccessionPart(
                succession=succession,
                source_id=source,
                target_id=target,
                share=Decimal(share),
                back=Decimal(back),
            )
        )

    def write(self) -> None:
        latest = {version.unit_id: version for version in self.versions}
        for version in self.versions:
            mark = self.marks.get(version.unit_id)
            if mark is not None:
                version.closed_by = mark if version.valid_until == mark.day else None
                version.opened_by = mark if version.valid_from == mark.day else None
        Unit.objects.bulk_create(
            [
                Unit(
                    pk=pk,
                    name=one.name,
                    short_name=one.short_name,
                    kind=one.kind,
                    code=one.code,
                    is_active=False,
                )
                for pk, one in latest.items()
            ],
            batch_size=2000,
        )
        Succession.objects.bulk_create(self.successions)
        UnitVersion.objects.bulk_create(self.versions, batch_size=2000)
        SuccessionPart.objects.bulk_create(self.parts, batch_size=2000)


def _ids(model: type[Unit] | type[Succession], most: int) -> Iterator[int]:
    """Numbers of the table's own sequence, one query for all; those not used are simply skipped."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, most],
        )
        return iter([number for (number,) in cursor.fetchall()])


def _central(load: _Load) -> None:
    found = rows("central")
    for row in found:
        until = date.fromisoformat(row["until"]) if row["until"] else None
        load.version(
            ("central", row["name"]),
            row["name"],
            row["kind"],
            short_name=row["short_name"],
            valid_until=until,
        )
    for day in sorted({row["until"] for row in found if row["until"]}):
        ended = [row for row in found if row["until"] == day]
        merged = load.succession(SuccessionKind.MERGE, date.fromisoformat(day), _GOVERNMENT)
        for row in ended:
            source = load.units["central", row["name"]]
            for at, heir in enumerate(row["heirs"].split("; ")):
                load.part(merged, source, load.units["central", heir], share=int(at == 0))
            load.marks[source] = merged


def _places(load: _Load) -> None:
    """Provinces, districts and communes on both sides of 1 July 2025."""
    units = load.units
    new_provinces = {row["code"]: row["name"] for row in rows("provinces_2025")}
    new_of = {row["old"]: row["new"] for row in rows("provinces_map")}
    grown = {new for old, new in new_of.items() if old != new}
    for row in rows("provinces_2024"):
        until = JULY if row["code"] in grown or row["code"] not in new_provinces else None
        load.version(("province", row["code"]), row["name"], UnitKind.PROVINCE, valid_until=until)
    for code in sorted(grown):
        load.version(("province", code), new_provinces[code], UnitKind.PROVINCE, valid_from=JULY)
    province_of = {}
    for row in rows("districts_2024"):
        province_of[row["code"]] = row["province"]
        load.version(
            ("district", row["code"]),
            row["name"],
            UnitKind.DISTRICT,
            units["province", row["province"]],
            valid_until=JULY,
        )
    for row in rows("communes_2024"):
        load.version(
            ("commune", row["code"]),
            row["name"],
            UnitKind.COMMUNE,
            units["district", row["district"]],
            valid_until=JULY,
        )
    home = {}
    for row in rows("communes_2025"):
        home[row["code"]] = row["province"]
        load.version(
            ("commune", row["code"]),
            row["name"],
            UnitKind.COMMUNE,
            units["province", row["province"]],
            valid_from=JULY,
        )
    mapped = rows("communes_map")
    by_itself = {
        row["old"] for row in mapped
    } & province_of.keys()  # island districts that became special zones
    _successions(
        load,
        new_of,
        grown,
        {code: province for code, province in province_of.items() if code not in by_itself},
    )
    joined = {
        code: load.succession(SuccessionKind.MERGE, JULY, f"{_COMMUNES}: {name}")
        for code, name in new_provinces.items()
    }
    _join(load, mapped, home, joined)


def _successions(load: _Load, new_of: dict[str, str], grown: set[str], province_of: dict[str, str]) -> None:
    """The parts of the provinces and of the districts, whose figures go to their province."""
    units = load.units
    merged = {code: load.succession(SuccessionKind.MERGE, JULY, _PROVINCES) for code in sorted(grown)}
    for old, new in new_of.items():
        if old != new:
            load.part(merged[new], units["province", old], units["province", new])
        if new in merged:
            load.marks[units["province", old]] = merged[new]
    ended = {
        new: load.succession(SuccessionKind.ABOLISH, JULY, _DISTRICTS) for new in sorted(set(new_of.values()))
    }
    for code, province in province_of.items():
        district, new = units["district", code], new_of[province]
        load.marks[district] = ended[new]
        load.part(ended[new], district, units["province", new])


def _join(load: _Load, mapped: list[Row], home: dict[str, str], joined: dict[str, Succession]) -> None:
    """The parts of the communes. What stays with its own code has no row, unless some of it went elsewhere."""
    units = load.units
    by_new: dict[str, list[Row]] = defaultdict(list)
    divided = set()
    for row in mapped:
        by_new[row["new"]].append(row)
        if row["parts"] != "1":
            divided.add(row["old"])
    for new, sources in by_new.items():
        target, succession = units["commune", new], joined[home[new]]
        keeps = any(row["old"] == new for row in sources)
        chief = None if keeps else max(sources, key=lambda row: int(row["main"]))
        load.marks[target] = succession
        for row in sources:
            source = units.get(("commune", row["old"])) or units["district", row["old"]]
            load.marks.setdefault(source, succession)
            if row["old"] != new or row["old"] in divided:
                load.part(succession, source, target, int(row["main"]), int(row is chief))
