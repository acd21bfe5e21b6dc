"""What is said of an instrument, of what happened to it, and of its articles, corrected by a person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.rights.actions.guard import names_changed, require_editor, tell
from quyen.rights.actions.ordering import ordinal_of
from quyen.rights.enums import Precision, ProvisionKind
from quyen.rights.models import Instrument, Provision, Status

CODE = re.compile(r"[A-Z][A-Z0-9]{1,19}")
ARTICLE = re.compile(r"\d{1,4}[a-zđ]?")


class InstrumentRefused(QuyenError):
    """What is said of an instrument cannot be so."""

    advice = "Chưa lưu gì; những gì đã ghi còn nguyên để sửa."


@dataclass(frozen=True)
class InstrumentGiven:
    kind: str
    name_vi: str
    short_vi: str
    name_en: str = ""
    short_en: str = ""
    number: str = ""
    year: int | None = None
    names: tuple[str, ...] = ()

    def fields(self) -> dict[str, Any]:
        return vars(self) | {"names": list(self.names)}


@dataclass(frozen=True)
class StatusGiven:
    what: str
    on: date
    source: str
    precision: str = Precision.DAY
    note: str = ""
    stands: bool = True
    successor: Instrument | None = None
    articles: str = ""


@transaction.atomic
def define_instrument(*, actor: User | None, code: str, given: InstrumentGiven) -> Instrument:
    """A further instrument. Raises InstrumentRefused (its code is odd or taken), PermissionDenied."""
    require_editor(actor)
    code = code.strip().upper()
    if not CODE.fullmatch(code):
        raise InstrumentRefused(
            _("Mã gồm 2 đến 20 chữ hoa không dấu và số, bắt đầu bằng chữ, ví dụ LBC2016.")
        )
    if Instrument.objects.filter(code=code).exists():
        raise InstrumentRefused(_("Mã %(code)s đã có ở một văn kiện khác.") % {"code": code})
    made = Instrument.objects.create(code=code, kept=sorted(given.fields()), **given.fields())
    record([entry(actor=actor, verb=Verb.CREATE, subject=made, after={"code": code} | given.fields())])
    names_changed()
    tell("instrument", Instrument, made.pk)
    return made


@transaction.atomic
def change_instrument(*, actor: User | None, instrument: Instrument, given: InstrumentGiven) -> bool:
    """Whether anything changed; what did is no longer set by the shipped data. Raises PermissionDenied."""
    require_editor(actor)
    held = Instrument.objects.select_for_update().get(pk=instrument.pk)
    changed = _correct(actor, held, given.fields())
    if changed:
        names_changed()
        tell("instrument", Instrument, held.pk)
    return changed


@transaction.atomic
def change_subject(*, actor: User | None, provision: Provision, subject_vi: str, subject_en: str) -> bool:
    """The short subject of an article, or of a part. Whether it changed. Raises PermissionDenied."""
    require_editor(actor)
    held = Provision.objects.select_for_update(of=("self",)).get(pk=provision.pk)
    said = {"subject_vi": subject_vi.strip()[:250], "subject_en": subject_en.strip()[:250]}
    changed = _correct(actor, held, said)
    if changed:
        tell("provision", Provision, held.pk)
    return changed


@transaction.atomic
def add_article(
    *, actor: User | None, instrument: Instrument, number: str, subject_vi: str, subject_en: str = ""
) -> Provision:
    """An article that neither the shipped structure nor a text told. Raises InstrumentRefused, PermissionDenied."""
    require_editor(actor)
    held = Instrument.objects.select_for_update().get(pk=instrument.pk)
    number = number.strip().lower()
    if not ARTICLE.fullmatch(number):
        raise InstrumentRefused(_("Số điều gồm chữ số, có thể kèm một chữ cái, ví dụ 12 hoặc 12a."))
    if held.provisions.filter(path=number).exists():
        raise InstrumentRefused(_("Điều %(number)s đã có.") % {"number": number})
    before = (
        held.provisions.filter(kind=ProvisionKind.ARTICLE, ordinal__lt=ordinal_of(number))
        .order_by("-ordinal")
        .first()
    )
    made = Provision.objects.create(
        instrument=held, kind=ProvisionKind.ARTICLE, number=number, path=number, ordinal=ordinal_of(number),
        parent_id=before.parent_id if before else None, subject_vi=subject_vi[:250], subject_en=subject_en[:250],
        kept=["subject_en", "subject_vi"],
    )  # fmt: skip
    record(
        [
            entry(
                actor=actor,
                verb=Verb.ADD,
                subject=made,
                after={"path": number, "subject_vi": made.subject_vi},
            )
        ]
    )
    tell("instrument", Instrument, held.pk)
    return made


@transaction.atomic
def add_status(*, actor: User | None, instrument: Instrument, given: StatusGiven) -> Status:
    """What happened on a day, with its source. Where it is to stand, what stood of the same kind stays and is doubted.
    Raises InstrumentRefused without a source, PermissionDenied."""
    require_editor(actor)
    held = Instrument.objects.select_for_update().get(pk=instrument.pk)
    if not given.source.strip():
        raise InstrumentRefused(_("Mốc nào cũng cần nguồn."))
    if given.stands and not given.articles:
        rows = held.statuses.filter(what=given.what, stands=True, articles="")
        rows.exclude(what__in=_MANY).update(stands=False)
    made = Status.objects.create(instrument=held, **vars(given))
    after = {"what": str(given.what), "on": made.shown, "source": given.source}
    record([entry(actor=actor, verb=Verb.ADD, subject=made, after=after)])
    names_changed()  # which of two that share a name is meant
    tell("instrument", Instrument, held.pk)
    return made


_MANY = ("amended",)  # may happen more than once


def _correct(actor: User | None, held: models.Model, said: dict[str, Any]) -> bool:
    """Sets what differs, keeps it from the shipped data, and leaves the trace."""
    before = {name: getattr(held, name) for name, value in said.items() if getattr(held, name) != value}
    if not before:
        return False
    for name in before:
        setattr(held, name, said[name])
    held.kept = sorted({*held.kept, *before})  # type: ignore[attr-defined]
    held.save(update_fields=[*before, "kept"])
    after = {name: said[name] for name in before}
    record([entry(actor=actor, verb=Verb.CORRECT, subject=held, before=before, after=after)])
    return True
