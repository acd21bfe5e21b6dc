"""A unit's value for a period: given once, corrected by a new version, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import AuditEntry, User
from quyen.core.arithmetic import Period, period_at
from quyen.core.errors import QuyenError
from quyen.indicators.enums import Grade, Origin
from quyen.indicators.models import Freeze, Indicator, Observation, ObservationItem
from quyen.indicators.queries.cells import was_in_force
from quyen.indicators.signals import figures_changed
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.organisation.models import Unit
from quyen.sources.models import SourceFile

_LARGEST = Decimal(10) ** 16
_FINEST = Decimal("0.0001")


class ValueRefused(QuyenError):
    """A value that cannot be what was asked for."""

    advice = "Hãy sửa lại rồi ghi; số liệu đang có vẫn giữ nguyên."


class ValueChanged(ValueRefused):
    """Somebody else gave a newer version in the meantime; `held` is what stands now."""

    advice = "Hãy xem giá trị mới rồi ghi lại nếu vẫn cần; chưa có gì bị ghi đè."

    def __init__(self, held: Observation) -> None:
        super().__init__(_("Số liệu này vừa được người khác ghi trong lúc bạn đang sửa."))
        self.held = held


@dataclass(frozen=True)
class Item:
    """One thing that the value counts."""

    kind: str
    number: int
    label: str = ""


@dataclass(frozen=True)
class Given:
    """A value as it is given. `seen`: the version that the person had before them (0: none); None does not ask.
    `keeps_evidence`: the file of the value that it corrects stays with it.

    `applicable` False says that the indicator does not apply to the unit in the period; there is no number then.
    `withdraws`: what stands is taken back, with its parts, and nothing stands any more.
    """

    numerator: Decimal | None = None
    denominator: Decimal | None = None
    applicable: bool = True
    withdraws: bool = False
    part: str = ""
    reason: str = ""
    note: str = ""
    link: str = ""
    evidence: SourceFile | None = None
    keeps_evidence: bool = False
    origin: Origin = Origin.HAND
    seen: int | None = None
    items: tuple[Item, ...] = field(default=())

    @property
    def grade(self) -> Grade:
        """What stands behind it: records that were counted, a table, a document or link, or nothing."""
        if self.origin == Origin.MEASURE:
            return Grade.RECORDS
        if self.evidence is not None:
            is_table = self.evidence.name.lower().endswith((".xlsx", ".xls", ".csv", ".ods"))
            return Grade.TABLE if is_table else Grade.DOCUMENT
        return Grade.DOCUMENT if self.link else Grade.NONE


@dataclass(frozen=True)
class ValueAsked:
    """One value of a unit: for which indicator and period, and what is given."""

    indicator: Indicator
    period: Period
    given: Given


@transaction.atomic
def report_value(
    *, actor: User | None, indicator: Indicator, unit: Unit, period: Period, given: Given
) -> Observation:
    """Keeps a value as the current one; the same value again changes nothing and returns the one that stands.

    Raises ValueRefused where the value makes no sense (period, unit, number), or a correction lacks its reason;
    ValueChanged where `seen` is no longer the version that stands; PermissionDenied.
    """
    require(actor, unit.pk, Role.EDITOR)
    # not its key: rows that name the unit (a map being worked out names all) are written meanwhile
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    (found,) = values_held(actor, unit, [ValueAsked(indicator, period, given)])
    if isinstance(found, ValueRefused):
        raise found
    return found


def values_held(
    actor: User | None, unit: Unit, asked: Sequence[ValueAsked]
) -> list[Observation | ValueRefused]:
    """The same for many values of a unit that is locked already by a person who may give them: as many queries as for one.
    Where one is refused the error stands in its place, and none of them is written."""
    desk = _Desk(actor, unit, asked)
    found = [desk.take(one) for one in asked]
    if not any(isinstance(one, ValueRefused) for one in found):
        desk.keep()
    return found


# the unit's lives, the freezes over it, and the numbers of the values that stand or were taken back
_KNOWN = """
    SELECT 'life' AS what, NULL::bigint AS pk, valid_from AS first, valid_until AS until
    FROM organisation_unitversion WHERE unit_id = %(unit)s
    UNION ALL
    SELECT 'freeze', unit_id, start, "end" FROM indicators_freeze
    WHERE unit_id = ANY(%(above)s) AND start <= %(latest)s AND "end" > %(first)s
    UNION ALL
    SELECT 'value', id, NULL, NULL FROM indicators_observation
    WHERE unit_id = %(unit)s AND (replaced_at IS NULL OR is_applicable AND numerator IS NULL) AND indicator_id = ANY(%(indicators)s)
        AND period_start = ANY(%(starts)s)
    ORDER BY 2
"""
_Known = tuple[str, int, Any, Any]  # days, the first and the last of a life may be NULL


def _known(unit: Unit, asked: Sequence[ValueAsked]) -> list[_Known]:
    """What values of a unit are checked against. One query."""
    days = [one.period.last_day for one in asked]
    with connection.cursor() as cursor:
        cursor.execute(
            _KNOWN,
            {
                "unit": unit.pk, "above": unit.above, "first": min(days), "latest": max(days),
                "indicators": [one.indicator.pk for one in asked], "starts": [one.period.start for one in asked],
            },
        )  # fmt: skip
        found: list[_Known] = cursor.fetchall()
        return found


_Place = tuple[int, date, str]  # indicator, first day of the period, part


def _last_versions(values: Sequence[int]) -> dict[_Place, Observation]:
    """One query; none where there are no values."""
    rows = Observation.objects.filter(pk__in=values).select_related("evidence").order_by("version")
    return {(row.indicator_id, row.period_start, row.part): row for row in (rows if values else ())}


@dataclass
class _Made:
    """A new value, and the one whose place it takes."""

    made: Observation
    held: Observation | None
    items: tuple[Item, ...]


class _Desk:
    """What many values of one unit are checked against, asked for once, and what is to be written of them."""

    def __init__(self, actor: User | None, unit: Unit, asked: Sequence[ValueAsked]) -> None:
        self.actor, self.unit = actor, unit
        known = _known(unit, asked)
        self.lives = [(first, until) for what, _pk, first, until in known if what == "life"]
        self.freezes = [
            Freeze(unit_id=pk, start=first, end=until) for what, pk, first, until in known if what == "freeze"
        ]
        last = _last_versions([pk for what, pk, _first, _until in known if what == "value"])
        self.held = {place: row for place, row in last.items() if row.replaced_at is None}
        self.last = {place: row.version for place, row in last.items()}
        self.new: dict[_Place, list[_Made]] = {}
        self.corrects_closed = False

    def take(self, asked: ValueAsked) -> Observation | ValueRefused:
        """What stands from now on for a cell, or why it does not. A cell that is given twice is corrected the second
        time, by the rules of any correction."""
        place = (asked.indicator.pk, asked.period.start, asked.given.part)
        held = self.held.get(place)
        if held is not None and asked.given.keeps_evidence and not asked.given.withdraws:
            asked = replace(asked, given=replace(asked.given, evidence=held.evidence))
        try:
            self._check(asked)
            if held is not None and _same(held, asked.given, self._items(place, held)):
                return held
            _check_seen(held, asked.given)
            freeze = self._freeze(asked.period)
            _may_correct(self.actor, freeze, held, asked.given)
        except ValueRefused as error:
            return error
        self.corrects_closed |= freeze is not None
        made = self._make(place, asked, held)
        if asked.given.withdraws and not asked.given.part:
            self._withdraw_parts(asked)
        return made

    def _make(self, place: _Place, asked: ValueAsked, held: Observation | None) -> Observation:
        made = _observation(self.actor, self.unit, asked, self.last.get(place, 0) + 1)
        self.new.setdefault(place, []).append(_Made(made, held, asked.given.items))
        self.held[place], self.last[place] = made, made.version
        if made.is_withdrawn:
            made.replaced_at = made.created_at
            del self.held[place]
        return made

    def _withdraw_parts(self, asked: ValueAsked) -> None:
        """What a number is told apart by says nothing without it."""
        whole = (asked.indicator.pk, asked.period.start)
        for place, held in [(place, row) for place, row in self.held.items() if place[:2] == whole]:
            self._make(place, replace(asked, given=replace(asked.given, part=place[2], note="")), held)

    def _check(self, asked: ValueAsked) -> None:
        indicator, period, given = asked.indicator, asked.period, asked.given
        if period != period_at(period.start, indicator.rhythm):
            raise ValueRefused(
                _("Kỳ của chỉ số này là từng %(rhythm)s.") % {"rhythm": indicator.get_rhythm_display()}
            )
        if period.start > timezone.localdate():
            raise ValueRefused(_("Kỳ này chưa bắt đầu."))
        if period.until <= indicator.since or (indicator.until and period.start >= indicator.until):
            raise ValueRefused(_("Chỉ số này không áp dụng cho kỳ này."))
        if not indicator.is_asked_of(self.unit):
            raise ValueRefused(_("Chỉ số này chỉ do các đơn vị thuộc cơ quan chủ trì báo cáo."))
        if not was_in_force(self.lives, period):
            raise ValueRefused(_("“%(name)s” không hoạt động trong kỳ này.") % {"name": self.unit.name})
        _check_numbers(indicator, given)

    def _items(self, place: _Place, held: Observation) -> Iterable[tuple[str, int]]:
        if held.pk is None:
            return [(item.kind, item.number) for item in self.new[place][-1].items]
        return held.items.values_list("kind", "number")

    def _freeze(self, period: Period) -> Freeze | None:
        return next((one for one in self.freezes if one.start <= period.last_day < one.end), None)

    def keep(self) -> None:
        """Four statements at most, and the trail's."""
        new, now = [one for made in self.new.values() for one in made], timezone.now()
        replaced = [one.held for one in new if one.held is not None]
        for row in replaced:
            row.replaced_at = now
        if kept := [row.pk for row in replaced if row.pk]:
            Observation.objects.filter(pk__in=kept).update(replaced_at=now)
        Observation.objects.bulk_create(one.made for one in new)
        ObservationItem.objects.bulk_create(
            ObservationItem(observation=one.made, kind=item.kind, number=item.number, label=item.label[:250])
            for one in new
            for item in one.items
        )
        record(self._entry(one) for one in new)
        if self.corrects_closed:
            transaction.on_commit(lambda: figures_changed.send_robust(sender=Observation))

    def _entry(self, one: _Made) -> AuditEntry:
        verb = Verb.CORRECT if one.held else Verb.ADD
        return entry(
            actor=self.actor, verb=Verb.WITHDRAW if one.made.is_withdrawn else verb, subject=one.made, unit_id=self.unit.pk,
            before=one.held.as_json() if one.held else None, after=one.made.as_json(),
        )  # fmt: skip


def _check_numbers(indicator: Indicator, given: Given) -> None:
    numerator, denominator = given.numerator, given.denominator
    if given.withdraws or not given.applicable:
        if numerator is not None or denominator is not None:
            raise ValueRefused(_("“Không áp dụng” hay rút số thì không có số."))
        return
    if numerator is None:
        raise ValueRefused(_("Chưa có số. Nếu không có hoạt động nào, hãy ghi 0."))
    if indicator.is_share and denominator is None:
        raise ValueRefused(_("Chỉ số này cần cả tử số và mẫu số."))
    for number in (numerator, denominator):
        if number is not None and not (number.is_finite() and 0 <= number < _LARGEST):
            raise ValueRefused(_("Số phải từ 0 trở lên và nhỏ hơn mười triệu tỷ."))
        if number is not None and number != number.quantize(_FINEST):
            raise ValueRefused(_("Số có nhiều hơn bốn chữ số sau dấu phẩy."))  # would be rounded unasked
    if indicator.is_share and denominator is not None and numerator > denominator:
        raise ValueRefused(_("Tử số lớn hơn mẫu số."))


def _same(held: Observation, given: Given, items: Iterable[tuple[str, int]]) -> bool:
    return (
        (held.is_applicable, held.numerator, held.denominator)
        == (given.applicable, given.numerator, given.denominator)
        and (held.note, held.link, held.evidence, held.origin)
        == (given.note, given.link, given.evidence, given.origin)
        and set(items) == {(item.kind, item.number) for item in given.items}
    )


def _check_seen(held: Observation | None, given: Given) -> None:
    if given.seen is not None and given.seen != (held.version if held else 0):
        raise ValueChanged(held) if held else ValueRefused(_("Số liệu này không còn; hãy tải lại trang."))


def _may_correct(actor: User | None, freeze: Freeze | None, held: Observation | None, given: Given) -> None:
    """What is frozen is changed by a coordinator of the unit that froze it, and with a reason; a value that stands
    is corrected with a reason, too, unless a machine counts again. What is frozen is not withdrawn: it would be missing."""
    if given.withdraws:
        _may_withdraw(freeze, held)
    if freeze is not None:
        try:
            require(actor, freeze.unit_id, Role.COORDINATOR)
        except PermissionDenied as error:
            raise ValueRefused(
                _("Số liệu kỳ này đã chốt; chỉ điều phối viên của %(unit)s đính chính được.")
                % {"unit": freeze.unit}
            ) from error
    corrects = held is not None and given.origin != Origin.MEASURE
    if (freeze is not None or corrects) and not given.reason.strip():
        raise ValueRefused(_("Sửa số liệu đã có thì cần nêu lý do."))


def _may_withdraw(freeze: Freeze | None, held: Observation | None) -> None:
    if held is None:
        raise ValueRefused(_("Chưa có số nào để rút."))
    if freeze is not None:
        said = _(
            "Kỳ này đã được %(unit)s chốt nên không rút số được; hãy đính chính bằng số đúng, hoặc rút sau khi bỏ chốt."
        )
        raise ValueRefused(said % {"unit": freeze.unit})


def _observation(actor: User | None, unit: Unit, asked: ValueAsked, version: int) -> Observation:
    given, period = asked.given, asked.period
    return Observation(
        indicator=asked.indicator, unit=unit, period_start=period.start, period_end=period.until, part=given.part,
        numerator=given.numerator, denominator=given.denominator, is_applicable=given.applicable,
        version=version, reason=given.reason.strip(), origin=given.origin,
        grade=given.grade, evidence=given.evidence, link=given.link, note=given.note, entered_by=actor,
    )  # fmt: skip
