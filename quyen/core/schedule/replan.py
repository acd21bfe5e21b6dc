"""A schedule that changes under way: extended, shortened, begun elsewhere, in another rhythm.

What was reported on stays as it was, and so does every period before it: a report has been given for a stretch of
time that nobody may move afterwards. Only what follows the last reported period is planned anew, from its end on.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from quyen.core.errors import QuyenError
from quyen.core.schedule.periods import DuePeriod, Schedule, periods_from


class UnknownReport(QuyenError):
    """A report on a period that the plan does not hold."""

    advice = "Hãy tải lại trang để thấy các kỳ hiện có rồi sửa lịch lần nữa. Chưa có gì thay đổi."


class Replan(NamedTuple):
    """`kept`: as they were, to the day; `dropped`: no longer asked for; `added`: new, or with another due day.
    A period after the last reported one that the new schedule asks for unchanged is kept too."""

    kept: tuple[DuePeriod, ...]
    dropped: tuple[DuePeriod, ...]
    added: tuple[DuePeriod, ...]

    @property
    def periods(self) -> tuple[DuePeriod, ...]:
        """The plan from now on, in order."""
        return tuple(sorted(self.kept + self.added))


def replan(planned: Sequence[DuePeriod], reported: Collection[date], new: Schedule, through: date) -> Replan:
    """The periods of a changed schedule.

    `planned` are the periods as they are kept today, `reported` the first days of those that a report was given on,
    `through` the day up to which periods are wanted (a period that reaches over it is the last).
    The new periods follow the grid of the new schedule, also before its anchor, so that no day falls out: the first
    begins where the last reported one ends and may be cut. Where nothing was reported, the plan begins at the anchor.
    Raises UnknownReport for a first day that no period has.
    """
    old = sorted(planned)
    fixed = _up_to_last_reported(old, reported)
    start = fixed[-1].until if fixed else new.anchor
    wanted = _from(new, start, through)
    rest = old[len(fixed) :]
    same = set(wanted) & set(rest)
    return Replan(
        kept=(*fixed, *(period for period in rest if period in same)),
        dropped=tuple(period for period in rest if period not in same),
        added=tuple(period for period in wanted if period not in same),
    )


def _up_to_last_reported(old: Sequence[DuePeriod], reported: Collection[date]) -> list[DuePeriod]:
    unknown = set(reported) - {period.start for period in old}
    if unknown:
        raise UnknownReport(f"Có báo cáo cho kỳ bắt đầu ngày {min(unknown):%d/%m/%Y} mà lịch không có kỳ đó.")
    last = max((place for place, one in enumerate(old) if one.start in reported), default=-1)
    return list(old[: last + 1])


def _from(new: Schedule, start: date, through: date) -> list[DuePeriod]:
    return list(takewhile(lambda period: period.start <= through, periods_from(new, start)))
