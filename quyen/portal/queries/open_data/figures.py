"""Public figures of the indicators: the whole and each unit, by year, with numerator and denominator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.conf import settings

from quyen.core.sharing import Column, Said
from quyen.indicators.models import Indicator
from quyen.portal.queries.figures import FigurePage, figure_page
from quyen.portal.queries.open_data.table import CC_BY, Keyed, Table

COLUMNS = (
    Column("indicator", "Mã chỉ số"), Column("name", "Chỉ số"), Column("year", "Năm", "integer"),
    Column("unit_code", "Mã đơn vị", about="trống: mọi đơn vị đã chốt số, cộng lại"), Column("unit", "Đơn vị"),
    Column("numerator", "Tử số", "number"), Column("denominator", "Mẫu số", "number"),
    Column("value", "Giá trị", "number", "tỷ lệ: phần trăm"), Column("measured_in", "Đơn vị tính"),
    Column("source", "Trang có định nghĩa và nguồn"),
)  # fmt: skip


def _rows(after: str, most: int) -> Sequence[Keyed]:
    """All are worked out each time: they are as many as closed years, indicators and units at the top together."""
    found = [row for one in Indicator.objects.filter(is_national=True).order_by("code") for row in _of(one)]
    keyed = [Keyed(f"{at:06}", row) for at, row in enumerate(found, 1)]
    return [one for one in keyed if one.key > after][:most]


def _of(one: Indicator) -> Iterator[tuple[object, ...]]:
    newest = figure_page(one)
    for year in newest.years if newest else ():
        page = newest if newest and year == newest.year else figure_page(one, year)
        if page:
            yield from _year(page)


def _year(page: FigurePage) -> Iterator[tuple[object, ...]]:
    one = page.indicator
    source = f"{settings.ADDRESS}/tien-do/{one.code}/?nam={page.year}"
    lines = [
        ("", "Mọi đơn vị đã chốt", page.figure),
        *((line.unit.code, line.unit.name, line.figure) for line in page.lines),
    ]
    for code, name, figure in lines:
        value = None if figure.value is None else round(figure.value, 4)
        total = figure.total
        yield (one.code, one.name, page.year, code, name, total.numerator, total.denominator, value, one.measured_in, source)  # fmt: skip


TABLE = Table(
    "so-lieu",
    (Said("Số liệu các chỉ số của chương trình", "vi"), Said("Figures of the programme's indicators", "en")),
    (
        Said("Mỗi dòng một số của một đơn vị trong một năm đã chốt, với tử số, mẫu số và trang nguồn.", "vi"),
        Said("One row a figure of a unit in a closed year, with numerator, denominator and its page.", "en"),
    ),
    COLUMNS, "Số liệu đã chốt hoặc đã được cơ quan nhận báo cáo chấp nhận.", CC_BY, _rows, ("chỉ số", "tiến độ"),
)  # fmt: skip
