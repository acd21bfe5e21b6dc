"""What a section says before anybody wrote in it: plain sentences over figures, each figure by its key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from quyen.plans.enums import Part, WorkState
from quyen.reports.enums import Sort
from quyen.reports.queries.facts import Facts
from quyen.reports.queries.figures import IndicatorRow
from quyen.reports.queries.tasks import TaskRow

TOKEN = re.compile(r"\{\{\s*([A-Za-z0-9][A-Za-z0-9._-]{0,60})\s*\}\}")
MOST_NAMED = 30  # tasks named one by one; the annex has them all


def key_of(figure: str) -> str:
    return "{{" + figure + "}}"


def filled(sort: str, facts: Facts) -> str:
    """The paragraphs of a section of this sort, parted by line breaks; empty where the facts say nothing."""
    found = _FILLED.get(sort)
    return "\n".join(found(facts)) if found else ""


def _direction(facts: Facts) -> Iterator[str]:
    if facts.issued:
        yield "Trong kỳ, đơn vị đã ban hành: " + "; ".join(facts.issued) + "."


def _indicators(facts: Facts) -> Iterator[str]:
    given = [row for row in facts.indicators if facts.figures[row.code].numerator]
    for row in given:
        yield _of_indicator(row, facts)
    missing = [row.name for row in facts.indicators if not facts.figures[row.code].numerator]
    if missing:
        yield "Chưa có số liệu của kỳ này: " + "; ".join(missing) + "."


def _of_indicator(row: IndicatorRow, facts: Facts) -> str:
    main = facts.figures[row.code]
    said = f"{row.name}: {key_of(row.result)}"
    if row.share:
        said += f" ({key_of(row.share)})"
    elif main.measured_in:
        said += f" {main.measured_in}"
    if facts.figures[row.before].words != "–":
        said += f"; kỳ trước {key_of(row.before)}"
    if main.missing:
        said += f"; {key_of(f'{row.code}.thieu')} đơn vị chưa báo cáo"
    return said + "."


def _tasks(facts: Facts) -> Iterator[str]:
    if not facts.tasks:
        return
    yield (
        f"Đã hoàn thành {key_of('nhiemvu.xong')} trên {key_of('nhiemvu.tong')} nhiệm vụ chủ trì; "
        f"{key_of('nhiemvu.danglam')} nhiệm vụ đang thực hiện, {key_of('nhiemvu.chualam')} chưa bắt đầu, "
        f"{key_of('nhiemvu.khongduoc')} không thực hiện được."
    )
    led = [row for row in facts.tasks if row.part == Part.LEAD]
    open_ones = [row for row in led if row.state in (WorkState.UNDER_WAY, WorkState.NOT_STARTED)]
    if 0 < len(open_ones) <= MOST_NAMED:
        yield "Nhiệm vụ chuyển tiếp sang kỳ sau: " + "; ".join(_named(row) for row in open_ones) + "."
    if facts.below:
        yield (
            f"Có {key_of('donvi.dagui')} trên {key_of('donvi.phaigui')} đơn vị đã gửi báo cáo, "
            f"{key_of('donvi.dunghan')} đơn vị gửi đúng hạn."
        )


def _named(row: TaskRow) -> str:
    return f"{row.text.rstrip(' .;')} ({row.units_said})"


def _obstacles(facts: Facts) -> Iterator[str]:
    for row in facts.tasks:
        for unit, note in row.notes if row.state == WorkState.CANNOT else ():
            yield f"{row.text.rstrip(' .;')}: {note.strip().rstrip('.')} ({unit})."


def _budget(facts: Facts) -> Iterator[str]:
    if not facts.money.rows:
        return
    yield (
        f"Kinh phí năm {facts.money.year}: dự toán {key_of('kinhphi.dutoan')} triệu đồng; "
        f"được duyệt {key_of('kinhphi.duyet')} triệu đồng; đã chi {key_of('kinhphi.chi')} triệu đồng."
    )


_FILLED: dict[str, Callable[[Facts], Iterator[str]]] = {
    Sort.DIRECTION: _direction,
    Sort.INDICATORS: _indicators,
    Sort.TASKS: _tasks,
    Sort.OBSTACLES: _obstacles,
    Sort.BUDGET: _budget,
}
