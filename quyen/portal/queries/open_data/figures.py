"""Public figures of the indicators: the whole and each unit, by year, with numerator and denominator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.conf import settings
from django.utils import timezone

from quyen.core.arithmetic import year
from quyen.core.sharing import Column, Said
from quyen.indicators.models import Indicator
from quyen.indicators.queries import Map, of_all, one_snapshot
from quyen.indicators.queries.rollup import Total, overall
from quyen.organisation.models import Unit
from quyen.portal.queries.figures import closed_units, public_years
from quyen.portal.queries.open_data.table import CC_BY, Keyed, Table

COLUMNS = (
    Column("indicator", "Mã chỉ số"), Column("name", "Chỉ số"), Column("year", "Năm", "integer"),
    Column("unit_code", "Mã đơn vị", about="trống: mọi đơn vị đã chốt số, cộng lại"), Column("unit", "Đơn vị"),
    Column("numerator", "Tử số", "number"), Column("denominator", "Mẫu số", "number"),
    Column("value", "Giá trị", "number", "tỷ lệ: phần trăm"), Column("measured_in", "Đơn vị tính"),
    Column("source", "Trang có định nghĩa và nguồn"),
)  # fmt: skip


def _rows(after: str, most: int) -> Sequence[Keyed]:
    """All are worked out each time: they are as many as closed years, indicators and units at the top together. A few
    queries a year."""
    keyed = [Keyed(f"{at:06}", row) for at, row in enumerate(_all_figures(), 1)]
    return [one for one in keyed if one.key > after][:most]


@one_snapshot()
def _all_figures() -> list[tuple[object, ...]]:
    """The latest year first; by the same rule as the pages of progress (`queries.figures`)."""
    closed = closed_units()
    indicators = list(Indicator.objects.filter(is_national=True).order_by("code"))
    return [row for number in public_years(closed) for row in _of_year(number, closed[number], indicators)]


def _of_year(number: int, closed: set[int], indicators: Sequence[Indicator]) -> Iterator[tuple[object, ...]]:
    period = year(number)
    asked = [one for one in indicators if one.since < period.until]
    found = of_all(asked, period, Map(period.last_day), today=timezone.localdate())
    units = Unit.objects.in_bulk(closed)
    for one in asked:
        mine = {pk: total for pk, total in found[one.pk].items() if pk in closed and total.is_known}
        if mine:
            yield _row(one, number, "", "Mọi đơn vị đã chốt", overall(mine))
        for pk in sorted(mine, key=lambda pk: (units[pk].kind, units[pk].code, units[pk].name)):
            yield _row(one, number, units[pk].code, units[pk].name, mine[pk])


def _row(one: Indicator, number: int, code: str, name: str, total: Total) -> tuple[object, ...]:
    value = one.value(total.numerator, total.denominator)
    shown = None if value is None else round(value, 4)
    source = f"{settings.ADDRESS}/tien-do/{one.code}/?nam={number}"
    return (
        one.code,
        one.name,
        number,
        code,
        name,
        total.numerator,
        total.denominator,
        shown,
        one.measured_in,
        source,
    )


TABLE = Table(
    "so-lieu",
    (Said("Số liệu các chỉ số của chương trình", "vi"), Said("Figures of the programme's indicators", "en")),
    (
        Said("Mỗi dòng một số của một đơn vị trong một năm đã chốt, với tử số, mẫu số và trang nguồn.", "vi"),
        Said("One row a figure of a unit in a closed year, with numerator, denominator and its page.", "en"),
    ),
    COLUMNS, "Số liệu đã chốt hoặc đã được cơ quan nhận báo cáo chấp nhận.", CC_BY, _rows, ("chỉ số", "tiến độ"),
)  # fmt: skip
