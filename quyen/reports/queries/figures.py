"""The figures that a report may name, each with where it comes from. Nothing is typed: all is counted here.

Keys: "T1" the numerator with its whole ("112 trên 138") or the number, "T1.tyle" the share, "T1.truoc" the period before,
"T1.tang" the difference to it, "T1.muc" the level of the year, "T1.thieu" how many have not reported; "nhiemvu.*" and
"donvi.*" in `_TASKS` and `_UNITS`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from quyen.core.arithmetic import Period
from quyen.core.text.rhythm import shifted
from quyen.core.text.saying import plain
from quyen.indicators.enums import Grade
from quyen.indicators.models import Indicator, IndicatorTarget
from quyen.indicators.queries import SheetLine, indicator_sheets
from quyen.indicators.queries.pages import Figure as Standing
from quyen.organisation.models import Unit
from quyen.plans.enums import Part as TaskPart
from quyen.plans.enums import WorkState
from quyen.reports.models import Submission
from quyen.reports.queries.below import Sent
from quyen.reports.queries.saying import said, share_said, two_digits
from quyen.reports.queries.tasks import TaskRow

MOST_PARTS = 200  # units named with a figure; the rest is on the figure's own page


DERIVED = {
    "tyle": "tỷ lệ", "muc": "mức phải đạt", "thieu": "đơn vị chưa báo cáo", "truoc": "kỳ trước", "tang": "tăng, giảm",
}  # fmt: skip


def titled(key: str, title: str) -> str:
    """The title of a figure with what it says of it: "Cơ quan ...: tỷ lệ"."""
    said = DERIVED.get(key.partition(".")[2])
    return f"{title}: {said}" if said else title


@dataclass(frozen=True)
class FigurePart:
    """What one unit gave of a figure."""

    label: str
    words: str
    is_missing: bool = False


@dataclass(frozen=True)
class Figure:
    """One figure of a report. `how`: what it counts; `grades`: how many values stand on what; `parts` by unit.

    `numerator`, `denominator`: plain decimals as text, or empty."""

    key: str
    words: str
    title: str
    how: str
    numerator: str = ""
    denominator: str = ""
    measured_in: str = ""
    url: str = ""
    missing: int = 0
    zero: int = 0
    grades: dict[str, int] = field(default_factory=dict)
    parts: tuple[FigurePart, ...] = ()


Figures = dict[str, Figure]


@dataclass(frozen=True)
class IndicatorRow:
    """One indicator as a row of a table: keys of its figures, and its groups for the annex."""

    code: str
    name: str
    level: str
    result: str
    share: str
    before: str
    groups: tuple[tuple[str, str, str], ...]  # unit, figure, share


def indicator_figures(
    submission: Submission, day: date, names: dict[int, str], grades: dict[int, dict[str, int]]
) -> tuple[Figures, list[IndicatorRow]]:
    """`names`: of units, filled as they are needed; `grades` by indicator. Nine queries at most, whatever the number of
    units."""
    cycle, unit = submission.cycle, submission.unit
    now = cycle.measured
    before = Period(shifted(now.start, -now.months), shifted(now.until, -now.months))
    lines, earlier = indicator_sheets((now, before), day, unit.pk, day)
    past = {line.indicator.pk: line for line in earlier}
    wanted = {key for line in lines for key in line.groups} - names.keys()
    if wanted:
        names.update(Unit.objects.filter(pk__in=wanted).values_list("pk", "name"))
    figures: Figures = {}
    rows = []
    for line in lines:
        mine = _of_indicator(
            line, past.get(line.indicator.pk), grades.get(line.indicator.pk, {}), names, unit
        )
        figures.update((one.key, one) for one in mine)
        rows.append(_row(line, names, unit.pk))
    return figures, rows


def _of_indicator(
    line: SheetLine, past: SheetLine | None, grades: dict[str, int], names: dict[int, str], unit: Unit
) -> Iterable[Figure]:
    one, standing = line.indicator, line.figure
    url = reverse("indicators:values", args=[one.code, unit.pk])
    if len(line.groups) > 1 or unit.pk not in line.groups:
        url = f"{reverse('indicators:indicator', args=[one.code])}?duoi={unit.pk}"
    base: dict[str, Any] = {
        "title": one.name,
        "how": one.definition,
        "measured_in": one.measured_in,
        "url": url,
    }
    yield Figure(
        one.code, counted(one, standing), **base, numerator=plain(standing.total.numerator) or "",
        denominator=plain(standing.total.denominator) or "", missing=int(standing.total.missing), zero=int(standing.total.zero),
        grades={str(Grade(grade).label): number for grade, number in grades.items()}, parts=_parts(line, names),
    )  # fmt: skip
    yield Figure(f"{one.code}.tyle", valued(one, standing), **base)
    yield Figure(f"{one.code}.muc", level_said(one, standing.target), **base)
    yield Figure(f"{one.code}.thieu", two_digits(standing.total.missing), **base)
    held = past.figure.value if past else None
    yield Figure(f"{one.code}.truoc", valued(one, past.figure if past else None), **base)
    gained = None if held is None or standing.value is None else standing.value - held
    yield Figure(f"{one.code}.tang", said(gained), **base)


def counted(one: Indicator, standing: Standing) -> str:
    """ "112 trên 138" for a share, else the number."""
    total = standing.total
    if total.numerator is None:
        return "–"
    if not one.is_share:
        return two_digits(total.numerator)
    return f"{said(total.numerator)} trên {said(total.denominator)}"


def valued(one: Indicator, standing: Standing | None) -> str:
    """ "93,0%" for a share, else the number."""
    value = standing.value if standing else None
    return share_said(value) if one.is_share else two_digits(value)


def level_said(one: Indicator, target: IndicatorTarget | None) -> str:
    if target is None:
        return "–"
    sign = "%" if one.is_share else ""
    low = said(target.value)
    return f"{low}–{said(target.value_max)}{sign}" if target.value_max is not None else f"{low}{sign}"


def _parts(line: SheetLine, names: dict[int, str]) -> tuple[FigurePart, ...]:
    """The units that gave something, then those that did not, each in the order of their names."""
    found = [
        FigurePart(
            names.get(key, "?"),
            counted(line.indicator, one) if one.total.is_known else _("chưa báo cáo"),
            is_missing=not one.total.is_known,
        )
        for key, one in line.groups.items()
        if one.total.is_known or one.total.missing
    ]
    found.sort(key=lambda part: (part.is_missing, part.label))
    return tuple(found[:MOST_PARTS])


def _row(line: SheetLine, names: dict[int, str], own: int) -> IndicatorRow:
    code = line.indicator.code
    groups = sorted(
        (names.get(key, "?"), counted(line.indicator, one), valued(line.indicator, one))
        for key, one in line.groups.items()
        if one.total.is_known or one.total.missing
    )
    return IndicatorRow(
        code, line.indicator.name, f"{code}.muc", code, f"{code}.tyle" if line.indicator.is_share else "",
        f"{code}.truoc", tuple(groups),
    )  # fmt: skip


_TASKS = {
    WorkState.DONE: ("nhiemvu.xong", "Nhiệm vụ đã hoàn thành"),
    WorkState.UNDER_WAY: ("nhiemvu.danglam", "Nhiệm vụ đang thực hiện"),
    WorkState.NOT_STARTED: ("nhiemvu.chualam", "Nhiệm vụ chưa bắt đầu"),
    WorkState.CANNOT: ("nhiemvu.khongduoc", "Nhiệm vụ không thực hiện được"),
}


def task_figures(rows: Sequence[TaskRow]) -> Figures:
    """Tasks that the unit leads (or units below it), by how far they are; what it only takes part in is counted apart."""
    led = [row for row in rows if row.part == TaskPart.LEAD]
    states = Counter(row.state for row in led)
    how = "Đếm nhiệm vụ đơn vị chủ trì theo báo cáo tiến độ mới nhất; việc giao nhiều nơi chỉ xong khi mọi nơi xong."
    url = reverse("plans:work")
    figures = {
        "nhiemvu.tong": Figure("nhiemvu.tong", two_digits(len(led)), "Nhiệm vụ chủ trì", how, str(len(led)), url=url),
        "nhiemvu.phoihop": Figure(
            "nhiemvu.phoihop", two_digits(len(rows) - len(led)), "Nhiệm vụ phối hợp", how, str(len(rows) - len(led)),
            url=url,
        ),
    }  # fmt: skip
    for state, (key, title) in _TASKS.items():
        parts = tuple(FigurePart(row.text[:200], row.units_said) for row in led if row.state == state)
        number = states[state]
        figures[key] = Figure(
            key,
            two_digits(number),
            title,
            how,
            str(number),
            str(len(led)),
            "nhiệm vụ",
            url,
            parts=parts[:MOST_PARTS],
        )
    return figures


_UNITS: dict[str, tuple[str, Callable[[Sent], bool]]] = {
    "donvi.phaigui": ("Đơn vị phải gửi báo cáo", lambda one: True),
    "donvi.dagui": ("Đơn vị đã gửi báo cáo", lambda one: one.first_sent_on is not None),
    "donvi.dunghan": ("Đơn vị gửi đúng hạn", lambda one: one.first_sent_on is not None and not one.is_late),
    "donvi.danhan": ("Báo cáo đã được nhận", lambda one: one.is_accepted),
    "donvi.chuagui": ("Đơn vị chưa gửi báo cáo", lambda one: one.first_sent_on is None),
}


def unit_figures(rows: Sequence[Sent]) -> Figures:
    """How complete and how timely the reports of the units below are; no figure where none is asked for one."""
    how = "Đếm theo ngày gửi thật so với hạn của đợt, trong các đơn vị phải báo cáo."
    figures: Figures = {}
    for key, (title, fits) in _UNITS.items() if rows else ():
        those = [row for row in rows if fits(row)]
        parts = tuple(FigurePart(row.unit, row.said) for row in those)
        figures[key] = Figure(
            key,
            two_digits(len(those)),
            title,
            how,
            str(len(those)),
            str(len(rows)),
            "đơn vị",
            parts=parts[:MOST_PARTS],
        )
    return figures
