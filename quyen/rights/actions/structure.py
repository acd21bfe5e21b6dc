"""The structure that ships with the programme: instruments, what happened to them, their articles and subjects.

Loading again brings changes of the files in and doubles nothing; fields that a person corrected (`kept`) stay. Rows are
told by code, key and path, never by their place.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from django.db import models, transaction

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.rights.actions.guard import names_changed, require_editor, tell
from quyen.rights.actions.ordering import holder_ordinal, ordinal_of
from quyen.rights.actions.ties import Pair, propose_links
from quyen.rights.enums import HOLDERS, Precision
from quyen.rights.models import Instrument, Provision, Status

DATA = Path(__file__).resolve().parents[1] / "data"
LINKS_RULE = "danh-muc/1"
_PLAIN = ("kind", "name_vi", "name_en", "short_vi", "short_en", "number", "year", "names", "position")
Row = TypeVar("Row", bound=models.Model)


@dataclass
class Loaded:
    """How many rows of the structure were new, changed, or as they are."""

    new: int = 0
    changed: int = 0
    same: int = 0


@transaction.atomic
def load_structure(*, actor: User | None, folder: Path = DATA) -> Loaded:
    """All instruments of `instruments.json`, their articles (`articles/CODE.tsv`) and the links between them (`links.tsv`,
    as proposals). Raises PermissionDenied."""
    require_editor(actor)
    done = Loaded()
    given = json.loads((folder / "instruments.json").read_text(encoding="utf-8"))
    held = {one.code: one for one in Instrument.objects.select_for_update()}
    known = dict(held)  # what takes the place of another stands before it in the file
    for one in given:
        before = (done.new, done.changed)
        known[one["code"]] = instrument = _instrument(held.get(one["code"]), one, done)
        _statuses(instrument, one.get("statuses", ()), known, done)
        _provisions(instrument, folder / "articles" / f"{instrument.code}.tsv", done)
        if before != (done.new, done.changed):
            record([_trace(actor, instrument, is_new=one["code"] not in held)])
            tell("instrument", Instrument, instrument.pk)
    if done.new or done.changed:
        names_changed()
    propose_links(actor=actor, rule=LINKS_RULE, pairs=_pairs(folder / "links.tsv"))
    return done


def _trace(actor: User | None, instrument: Instrument, *, is_new: bool) -> Any:
    verb = Verb.CREATE if is_new else Verb.CORRECT
    return entry(
        actor=actor,
        verb=verb,
        subject=instrument,
        after={"code": instrument.code, "from": "instruments.json"},
    )


def _instrument(held: Instrument | None, given: dict[str, Any], done: Loaded) -> Instrument:
    said = {name: given[name] for name in _PLAIN if name in given}
    if held is None:
        done.new += 1
        return Instrument.objects.create(code=given["code"], **said)
    _correct([held], {held.pk: said}, done)
    return held


def _correct(rows: Iterable[Row], said: dict[int, dict[str, Any]], done: Loaded) -> None:
    """Fields that differ and that no person corrected; one statement for all rows."""
    changed: list[Row] = []
    names: set[str] = set()
    for row in rows:
        kept = getattr(row, "kept", ())
        other = {n: v for n, v in said[row.pk].items() if n not in kept and getattr(row, n) != v}
        for name, value in other.items():
            setattr(row, name, value)
        names |= set(other)
        done.same += not other
        if other:
            changed.append(row)
    if changed:
        type(changed[0])._default_manager.bulk_update(changed, sorted(names))
        done.changed += len(changed)


def _statuses(
    instrument: Instrument, given: Iterable[dict[str, Any]], known: dict[str, Instrument], done: Loaded
) -> None:
    """Those without a key are people's and stay; one that the file does not name any more goes."""
    wanted = {
        one["key"]: {
            "what": one["what"], "on": date.fromisoformat(one["on"]), "source": one["source"],
            "precision": one.get("precision", Precision.DAY), "note": one.get("note", ""), "stands": one.get("stands", True),
            "successor": known[one["successor"]] if "successor" in one else None, "articles": one.get("articles", ""),
        }
        for one in given
    }  # fmt: skip
    held = {one.key: one for one in instrument.statuses.exclude(key="")}
    instrument.statuses.filter(key__in=held.keys() - wanted.keys()).delete()
    new = [Status(instrument=instrument, key=key, **said) for key, said in wanted.items() if key not in held]
    Status.objects.bulk_create(new)
    done.new += len(new)
    _correct(
        [one for key, one in held.items() if key in wanted],
        {one.pk: wanted[key] for key, one in held.items() if key in wanted},
        done,
    )


def _provisions(instrument: Instrument, path: Path, done: Loaded) -> None:
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    said = _placed(rows)
    held = {one.path: one for one in instrument.provisions.all()}
    new = [Provision(instrument=instrument, path=at, **one) for at, one in said.items() if at not in held]
    Provision.objects.bulk_create(new)
    done.new += len(new)
    there = [held[at] for at in said if at in held]
    _correct(there, {one.pk: said[one.path] for one in there}, done)
    _hang(rows, {one.path: one for one in (*held.values(), *new)})


def _placed(rows: list[dict[str, str]]) -> dict[str, dict[str, Any]]:
    """By path, with the ordinal; a part stands before its first article."""
    made: dict[str, dict[str, Any]] = {}
    for at, row in enumerate(rows):
        kind, number = row["kind"], row["number"]
        if kind in HOLDERS:
            first = next((one["number"] for one in rows[at:] if one["kind"] not in HOLDERS), "2100")
            path, ordinal = f"{kind}-{number}", holder_ordinal(kind, first)
        else:
            path, ordinal = number, ordinal_of(number)
        made[path] = {
            "kind": kind, "number": number, "ordinal": ordinal, "subject_vi": row["subject_vi"],
            "subject_en": row["subject_en"], "in_data": True,
        }  # fmt: skip
    return made


def _hang(rows: list[dict[str, str]], held: dict[str, Provision]) -> None:
    """Each article under the part that stands before it in the file."""
    part: Provision | None = None
    moved = []
    for row in rows:
        if row["kind"] in HOLDERS:
            part = held[f"{row['kind']}-{row['number']}"]
        elif held[row["number"]].parent_id != (part.pk if part else None):
            held[row["number"]].parent = part
            moved.append(held[row["number"]])
    Provision.objects.bulk_update(moved, ["parent"])


def _pairs(path: Path) -> list[Pair]:
    """ "ICCPR 19<tab>HP2013 25" a line."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    ends = {name for line in lines for name in line.split("\t")}
    codes = {name.split()[0] for name in ends}
    rows = Provision.objects.filter(instrument__code__in=codes).values_list("instrument__code", "path", "pk")
    by_name = {f"{code} {at}": pk for code, at, pk in rows}
    named = [line.split("\t") for line in lines]
    return [(by_name[a], by_name[b]) for a, b in named if a in by_name and b in by_name]
