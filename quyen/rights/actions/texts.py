"""Texts stored: one edition at a time, whole or not at all. What stood before is never written over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.core.statutes import Unit, passage, sign_of
from quyen.rights.actions.citations import carry_citations, find_in_version
from quyen.rights.actions.guard import require_editor, tell
from quyen.rights.actions.ordering import HOLDERS, holder_ordinal, ordinal_of
from quyen.rights.enums import LANGUAGES, ProvisionKind
from quyen.rights.models import Instrument, Passage, Provision, Version
from quyen.rights.queries.texts import TextDifference, difference

_TONGUES = {code for code, _name in LANGUAGES}
_LONGEST_PATH = 60


class TextRefused(QuyenError):
    """A text that cannot be stored so."""

    advice = "Chưa lưu gì."


@dataclass(frozen=True)
class TextGiven:
    """What is said of a text. `valid_from`: the first day of its words, where they changed by law."""

    language: str
    source: str
    label: str = ""
    title: str = ""
    licence: str = ""
    valid_from: date | None = None
    is_official: bool = False
    file_name: str = ""


@dataclass(frozen=True)
class Stored:
    """`is_new`: whether an edition was added; else its words stood already, and `version` is that edition."""

    version: Version
    is_new: bool
    report: TextDifference


@transaction.atomic
def store_text(
    *, actor: User | None, instrument: Instrument, given: TextGiven, units: Sequence[Unit]
) -> Stored:
    """A further edition of a text, or nothing but what is said of it where its words are the same as those that stand.
    Raises TextRefused (unknown language, no source, no article), PermissionDenied."""
    require_editor(actor)
    check_text(given, units)
    held = Instrument.objects.select_for_update().get(pk=instrument.pk)
    report = difference(held, given.language, given.label, units)
    sign = sign_of(units)
    if report.before is not None and report.before.sign == sign:
        _say(actor, report.before, given)
        return Stored(report.before, False, report)
    version = _version(actor, held, given, sign, report.before)
    provisions = _provisions(held, units)
    _passages(version, provisions, units)
    if report.before is not None:
        carry_citations(report.before, version)
    find_in_version(version)
    after = {"language": given.language, "label": given.label, "edition": version.edition, **report.counts}
    record([entry(actor=actor, verb=Verb.RECEIVE, subject=version, after=after)])
    tell("instrument", Instrument, held.pk)
    return Stored(version, True, report)


def check_text(given: TextGiven, units: Sequence[Unit]) -> None:
    """Raises TextRefused."""
    if given.language not in _TONGUES:
        raise TextRefused(_("Chưa biết ngôn ngữ “%(language)s”.") % {"language": given.language})
    if not given.source.strip():
        raise TextRefused(_("Văn bản nào cũng cần nguồn: trang mạng, số công báo, nhà xuất bản."))
    if not any(unit.kind == "article" for unit in units):
        raise TextRefused(_("Không có điều nào để lưu."))


def _say(actor: User | None, version: Version, given: TextGiven) -> None:
    """Source, licence and days are corrected on the edition that stands; its words are the same."""
    said: dict[str, Any] = {
        "source": given.source, "licence": given.licence, "is_official": given.is_official,
        "title": given.title or version.title, "valid_from": given.valid_from or version.valid_from,
    }  # fmt: skip
    old = {name: getattr(version, name) for name, value in said.items() if getattr(version, name) != value}
    if not old:
        return
    for name, value in said.items():
        setattr(version, name, value)
    if version.valid_until and version.valid_from and version.valid_from >= version.valid_until:
        raise TextRefused(_("Ngày có hiệu lực phải trước ngày hết hiệu lực của chính bản này."))
    version.save(update_fields=list(said))
    after = {name: str(said[name]) for name in old}
    before = {name: str(value) for name, value in old.items()}
    record([entry(actor=actor, verb=Verb.CORRECT, subject=version, before=before, after=after)])
    tell("instrument", Instrument, version.instrument_id)


def _version(
    actor: User | None, instrument: Instrument, given: TextGiven, sign: str, before: Version | None
) -> Version:
    """The next edition. Where its words are valid from a day, those before were valid until then."""
    if before is not None and given.valid_from is not None:
        if before.valid_from is not None and before.valid_from >= given.valid_from:
            raise TextRefused(
                _("Bản đang có hiệu lực từ %(day)s, không trước ngày của bản mới.")
                % {"day": f"{before.valid_from:%d/%m/%Y}"},
                advice=_("Hãy sửa ngày có hiệu lực. Chưa lưu gì."),
            )
        if before.valid_until is None or before.valid_until > given.valid_from:
            before.valid_until = given.valid_from
            before.save(update_fields=["valid_until"])
    return Version.objects.create(
        instrument=instrument, language=given.language, label=given.label, title=given.title[:300],
        edition=before.edition + 1 if before else 1, valid_from=given.valid_from, source=given.source[:500],
        licence=given.licence[:300], is_official=given.is_official, sign=sign, file_name=given.file_name[-200:],
        brought_by=actor,
    )  # fmt: skip


def _provisions(instrument: Instrument, units: Sequence[Unit]) -> dict[str, Provision]:
    """Every place of the text, by path; those that are not known yet are added, parts before their articles."""
    held = {one.path: one for one in instrument.provisions.all()}
    _add_holders(instrument, units, held)
    _add_articles(instrument, units, held)
    _add_below(instrument, units, held)
    return held


def _add(held: dict[str, Provision], made: list[Provision]) -> None:
    Provision.objects.bulk_create(made)
    held.update({one.path: one for one in made})


def _add_holders(instrument: Instrument, units: Sequence[Unit], held: dict[str, Provision]) -> None:
    """Parts and chapters, only where the shipped structure says none: it knows them better than a file."""
    if any(one.kind in HOLDERS and one.in_data for one in held.values()):
        return
    made = []
    for at, unit in enumerate(units):
        first = next((one.path for one in units[at:] if one.kind == "article"), None)
        if unit.kind in HOLDERS and unit.path not in held and first:
            made.append(
                Provision(
                    instrument=instrument, kind=unit.kind, number=unit.number[:20], path=unit.path[:_LONGEST_PATH],
                    ordinal=holder_ordinal(unit.kind, first), subject_vi=unit.heading[:250],
                )
            )  # fmt: skip
    _add(held, made)


def _add_articles(instrument: Instrument, units: Sequence[Unit], held: dict[str, Provision]) -> None:
    made, parent = [], None
    for unit in units:
        if unit.kind in HOLDERS:
            parent = held.get(unit.path, parent)
        elif unit.path not in held:
            made.append(
                Provision(
                    instrument=instrument, kind=unit.kind, number=unit.number, path=unit.path, parent=parent,
                    ordinal=ordinal_of(unit.path), subject_vi=unit.heading[:250],
                )
            )  # fmt: skip
    _add(held, made)


def _add_below(instrument: Instrument, units: Sequence[Unit], held: dict[str, Provision]) -> None:
    """Clauses and points, so that "19.2" can be linked and cited."""
    made: dict[str, Provision] = {}
    for unit in units:
        for one in unit.paragraphs:
            path = f"{unit.path}.{one.tail}"
            if one.tail and path not in held and path not in made and len(path) <= _LONGEST_PATH:
                last = one.tail.split(".")[-1]
                kind = ProvisionKind.CLAUSE if last[0].isdigit() else ProvisionKind.POINT
                made[path] = Provision(
                    instrument=instrument, kind=kind, number=last, path=path, ordinal=ordinal_of(path),
                    parent=held[unit.path],
                )  # fmt: skip
    _add(held, list(made.values()))


def _passages(version: Version, provisions: dict[str, Provision], units: Sequence[Unit]) -> None:
    made = []
    for unit in units:
        if unit.paragraphs:
            text, pieces = passage(unit)
            made.append(
                Passage(
                    version=version, provision=provisions[unit.path], heading=unit.heading, text=text,
                    pieces=[list(piece) for piece in pieces],
                )
            )  # fmt: skip
    Passage.objects.bulk_create(made)
