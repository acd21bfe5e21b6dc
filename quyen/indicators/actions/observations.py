"""A unit's value for a period: given once, corrected by a new version, never changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.arithmetic import Period, period_at
from quyen.core.errors import QuyenError
from quyen.indicators.enums import Grade, Origin
from quyen.indicators.models import Freeze, Indicator, Observation, ObservationItem
from quyen.indicators.queries.cells import frozen_by, was_in_force
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

    `applicable` False says that the indicator does not apply to the unit in the period; there is no number then.
    """

    numerator: Decimal | None = None
    denominator: Decimal | None = None
    applicable: bool = True
    part: str = ""
    reason: str = ""
    note: str = ""
    link: str = ""
    evidence: SourceFile | None = None
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
    _check(indicator, unit, period, given)
    held = (
        Observation.objects.current()
        .filter(indicator=indicator, unit=unit, period_start=period.start, part=given.part)
        .first()
    )
    if held is not None and _same(held, given):
        return held
    if given.seen is not None and given.seen != (held.version if held else 0):
        raise ValueChanged(held) if held else ValueRefused(_("Số liệu này không còn; hãy tải lại trang."))
    _may_correct(actor, unit, period, held, given)
    return _keep(actor, indicator, unit, period, given, held)


def _check(indicator: Indicator, unit: Unit, period: Period, given: Given) -> None:
    if period != period_at(period.start, indicator.rhythm):
        raise ValueRefused(
            _("Kỳ của chỉ số này là từng %(rhythm)s.") % {"rhythm": indicator.get_rhythm_display()}
        )
    if period.start > timezone.localdate():
        raise ValueRefused(_("Kỳ này chưa bắt đầu."))
    if period.end <= indicator.since or (indicator.until and period.start >= indicator.until):
        raise ValueRefused(_("Chỉ số này không áp dụng cho kỳ này."))
    if not indicator.is_asked_of(unit):
        raise ValueRefused(_("Chỉ số này chỉ do các đơn vị thuộc cơ quan chủ trì báo cáo."))
    if not was_in_force(unit, period):
        raise ValueRefused(_("“%(name)s” không hoạt động trong kỳ này.") % {"name": unit.name})
    _check_numbers(indicator, given)


def _check_numbers(indicator: Indicator, given: Given) -> None:
    numerator, denominator = given.numerator, given.denominator
    if not given.applicable:
        if numerator is not None or denominator is not None:
            raise ValueRefused(_("“Không áp dụng” thì không có số."))
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


def _same(held: Observation, given: Given) -> bool:
    return (
        (held.is_applicable, held.numerator, held.denominator)
        == (given.applicable, given.numerator, given.denominator)
        and (held.note, held.link, held.evidence, held.origin)
        == (given.note, given.link, given.evidence, given.origin)
        and _items(held) == {(item.kind, item.number) for item in given.items}
    )


def _items(held: Observation) -> set[tuple[str, int]]:
    return set(held.items.values_list("kind", "number"))


def _may_correct(
    actor: User | None, unit: Unit, period: Period, held: Observation | None, given: Given
) -> None:
    """What is frozen is changed by a coordinator of the unit that froze it, and with a reason; a value that stands
    is corrected with a reason, too, unless a machine counts again."""
    freeze: Freeze | None = frozen_by(unit, period)
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


def _keep(
    actor: User | None,
    indicator: Indicator,
    unit: Unit,
    period: Period,
    given: Given,
    held: Observation | None,
) -> Observation:
    if held is not None:
        held.replaced_at = timezone.now()
        held.save(update_fields=["replaced_at"])
    made = Observation.objects.create(
        indicator=indicator, unit=unit, period_start=period.start, period_end=period.end, part=given.part,
        numerator=given.numerator, denominator=given.denominator, is_applicable=given.applicable,
        version=held.version + 1 if held else 1, reason=given.reason.strip(), origin=given.origin,
        grade=given.grade, evidence=given.evidence, link=given.link, note=given.note, entered_by=actor,
    )  # fmt: skip
    ObservationItem.objects.bulk_create(
        ObservationItem(observation=made, kind=item.kind, number=item.number, label=item.label[:250])
        for item in given.items
    )
    record(
        [entry(actor=actor, verb=Verb.CORRECT if held else Verb.ADD, subject=made, unit_id=unit.pk,
               before=held.as_json() if held else None, after=made.as_json())]
    )  # fmt: skip
    return made
