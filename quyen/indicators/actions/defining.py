"""An indicator is defined, changed with a reason, and given its levels by year."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.core.text.rhythm import IN_YEAR
from quyen.core.text.saying import plain
from quyen.indicators.enums import Direction, Rule
from quyen.indicators.models import Indicator, IndicatorTarget
from quyen.indicators.signals import definitions_changed
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit

CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,19}")
_TAKEN = {"moi"}  # a word of an address


class DefinitionRefused(QuyenError):
    """A definition, or a level, that cannot be what was asked for."""

    advice = "Chưa lưu gì; những gì đã ghi còn nguyên để sửa."


class DefinitionChanged(QuyenError):
    """Somebody else saved the indicator since the person opened it."""

    advice = (
        "Hãy xem hai bản ở dưới: bản của bạn còn nguyên và chưa lưu gì. Lưu lại thì bản của bạn thay bản kia."
    )

    def __init__(self) -> None:
        super().__init__(_("Người khác vừa sửa chỉ số này."))


@dataclass(frozen=True)
class Definition:
    """All that is said of an indicator but its code. `until`: the first day on which it is no longer given."""

    name: str
    definition: str
    measured_in: str
    given_by: tuple[str, ...]
    owner: Unit | None
    since: date
    until: date | None = None
    rule: str = Rule.SUM
    direction: str = Direction.UP
    rhythm: int = IN_YEAR
    due_days: int = 15
    baseline: Decimal | None = None
    baseline_on: date | None = None
    measure: str = ""
    parts: tuple[str, ...] = ()
    is_national: bool = False


@dataclass(frozen=True)
class Level:
    """What is to be reached by the end of a year; `most` where it is a range."""

    year: int
    value: Decimal
    most: Decimal | None = None


@transaction.atomic
def define_indicator(*, actor: User | None, code: str, given: Definition) -> Indicator:
    """A new indicator of a unit. Raises DefinitionRefused (code, days, kinds); PermissionDenied, also where it is to be
    given by the whole country: only a superuser says that, for its owner then sees every unit's values."""
    _require(actor, given.owner)
    if given.is_national and not _is_super(actor):
        raise PermissionDenied
    code = code.strip()
    if not CODE.fullmatch(code) or code.lower() in _TAKEN:
        raise DefinitionRefused(_("Mã chỉ gồm chữ không dấu, số, dấu chấm và gạch, dài nhất 20."))
    if Indicator.objects.filter(code__iexact=code).exists():
        raise DefinitionRefused(_("Mã %(code)s đã có ở một chỉ số khác.") % {"code": code})
    _check(given)
    made = Indicator.objects.create(code=code, **_fields(given))
    record(
        [
            entry(
                actor=actor,
                verb=Verb.CREATE,
                subject=made,
                unit_id=made.owner_id,
                after={"code": code} | as_json(made),
            )
        ]
    )
    tell_definitions(made.pk)
    return made


def tell_definitions(*indicators: int) -> None:
    transaction.on_commit(lambda: definitions_changed.send_robust(sender=Indicator, indicators=indicators))


@transaction.atomic
def change_indicator(
    *, actor: User | None, indicator: Indicator, given: Definition, reason: str, seen: str | None = None
) -> bool:
    """Whether anything changed. Values that stand were given under the old words, so every change keeps its reason.
    `seen`: `definition_mark` of what the person had before them.

    Raises DefinitionChanged where that is no longer what stands; DefinitionRefused without a reason; where values stand and the way of adding up, the rhythm or a part in use
    would change; PermissionDenied.
    """
    held = Indicator.objects.select_for_update(of=("self",)).get(pk=indicator.pk)
    _require(actor, held.owner)
    if seen is not None and seen != definition_mark(held):
        raise DefinitionChanged
    _may_hand_over(actor, held, given)
    _check(given)
    before, fields = as_json(held), _fields(given)
    for name, value in fields.items():
        setattr(held, name, value)
    after = as_json(held)
    changed = {name for name in after if after[name] != before[name]}
    if not changed:
        return False
    if not reason.strip():
        raise DefinitionRefused(_("Đổi một chỉ số thì cần nêu lý do."))
    _check_against_values(held, before, changed)
    held.save()
    after = {name: after[name] for name in changed} | {"reason": reason.strip()[:300]}
    old = {name: before[name] for name in changed}
    record(
        [
            entry(
                actor=actor,
                verb=Verb.CORRECT,
                subject=held,
                unit_id=held.owner_id,
                before=old,
                after=after,
            )
        ]
    )
    tell_definitions(held.pk)
    return True


@transaction.atomic
def set_targets(*, actor: User | None, indicator: Indicator, levels: Sequence[Level]) -> bool:
    """The levels by year become these; whether anything changed. Raises DefinitionRefused where a year stands twice or
    the highest level lies under the level; PermissionDenied."""
    held = Indicator.objects.select_for_update(of=("self",)).get(pk=indicator.pk)
    _require(actor, held.owner)
    if len({one.year for one in levels}) < len(levels):
        raise DefinitionRefused(_("Một năm chỉ có một mức phải đạt."))
    if any(one.value < 0 or (one.most is not None and one.most < one.value) for one in levels):
        raise DefinitionRefused(_("Mức phải đạt từ 0 trở lên; mức cao nhất không nhỏ hơn mức."))
    before = _levels(Level(one.year, one.value, one.value_max) for one in held.targets.all())
    after = _levels(levels)
    if before == after:
        return False
    held.targets.all().delete()
    IndicatorTarget.objects.bulk_create(
        IndicatorTarget(indicator=held, year=one.year, value=one.value, value_max=one.most) for one in levels
    )
    record(
        [
            entry(
                actor=actor,
                verb=Verb.CORRECT,
                subject=held,
                unit_id=held.owner_id,
                before={"targets": before},
                after={"targets": after},
            )
        ]
    )
    tell_definitions(held.pk)
    return True


def definition_mark(one: Indicator) -> str:
    """Differs whenever words or levels differ."""
    levels = _levels(Level(row.year, row.value, row.value_max) for row in one.targets.all())
    said = json.dumps([as_json(one), levels], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()


def as_json(one: Indicator) -> dict[str, Any]:
    """What is said of an indicator, as the trail keeps it."""
    return {
        "name": one.name, "definition": one.definition, "measured_in": one.measured_in, "rule": str(one.rule),
        "direction": str(one.direction), "rhythm": int(one.rhythm), "due_days": one.due_days,
        "given_by": [str(kind) for kind in one.given_by], "owner": one.owner_id, "measure": one.measure,
        "baseline": plain(one.baseline), "baseline_on": one.baseline_on and one.baseline_on.isoformat(),
        "since": one.since.isoformat(), "until": one.until and one.until.isoformat(), "parts": list(one.parts),
        "is_national": one.is_national,
    }  # fmt: skip


def _levels(levels: Any) -> dict[str, str]:
    return {
        str(one.year): "-".join(str(plain(n)) for n in (one.value, one.most) if n is not None)
        for one in sorted(levels, key=lambda one: one.year)
    }


def _fields(given: Definition) -> dict[str, Any]:
    return vars(given) | {"given_by": list(given.given_by), "parts": list(given.parts)}


def _is_super(actor: User | None) -> bool:
    return actor is None or actor.is_superuser


def _require(actor: User | None, owner: Unit | None) -> None:
    """A coordinator of the unit that leads it; without one, a superuser."""
    if _is_super(actor):
        return
    if owner is None:
        raise PermissionDenied
    require(actor, owner.pk, Role.COORDINATOR)


def _may_hand_over(actor: User | None, held: Indicator, given: Definition) -> None:
    """To a unit of the person's own only: whoever leads a national one sees every unit's values."""
    if given.is_national != held.is_national and not _is_super(actor):
        raise PermissionDenied
    if given.owner != held.owner:
        _require(actor, given.owner)


def _check(given: Definition) -> None:
    if not given.given_by:
        raise DefinitionRefused(_("Chọn ít nhất một loại đơn vị báo cáo."))
    if given.until is not None and given.until <= given.since:
        raise DefinitionRefused(_("Ngày kết thúc phải sau ngày bắt đầu."))
    if not given.is_national and given.owner is None:
        raise DefinitionRefused(_("Chọn cơ quan chủ trì."))
    if len({part.casefold() for part in given.parts}) < len(given.parts):
        raise DefinitionRefused(_("Hai phân tổ có cùng tên."))


def _check_against_values(held: Indicator, before: dict[str, Any], changed: set[str]) -> None:
    rows = held.observations.all()
    if changed & {"rule", "rhythm"} and rows.exists():
        raise DefinitionRefused(
            _("Đã có số liệu nên không đổi được cách gộp và kỳ; hãy kết thúc chỉ số này và lập chỉ số mới.")
        )
    gone = set(before["parts"]) - set(held.parts)
    used = sorted(set(rows.filter(part__in=gone).values_list("part", flat=True))) if gone else []
    if used:
        raise DefinitionRefused(
            _("Phân tổ đã có số liệu thì không bỏ được: %(parts)s.") % {"parts": ", ".join(used)}
        )
