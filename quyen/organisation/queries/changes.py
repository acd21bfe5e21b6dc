"""What a change of units asks for and what stands in its way; read before anything is changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from quyen.core.errors import QuyenError
from quyen.organisation.models import Membership, Succession, SuccessionPart, UnitVersion
from quyen.organisation.queries.tree import Facts, Part, facts_of, tree_on


def asked(
    before: Mapping[int, Facts], after: Mapping[int, Facts | None], parts: Iterable[Part]
) -> frozenset[int]:
    """Units that must be governed by who changes this: all that are touched, and those right above a unit that
    begins, ends or is hung elsewhere, for what stands under them changes too. At the top there is nobody above."""
    found = {unit for part in parts for unit in (part.source, part.target)} | set(after)
    for unit, facts in after.items():
        old, new = before.get(unit), facts
        if old is None or new is None or old.parent_id != new.parent_id:
            found |= {one.parent_id for one in (old, new) if one and one.parent_id}
    return frozenset(unit for unit in found if unit > 0)


@dataclass(frozen=True)
class Change:
    """A recorded succession by its units: what each was the day before, and is from the day on (None: no more)."""

    before: dict[int, Facts]
    after: dict[int, Facts | None]
    parts: tuple[Part, ...]

    @property
    def founded(self) -> frozenset[int]:
        """Units that have no life before it."""
        return frozenset(self.after.keys() - self.before.keys())


def change_of(succession: Succession) -> Change:
    """Three queries, however many units."""
    before = {one.unit_id: facts_of(one) for one in succession.closed.all()}
    after: dict[int, Facts | None] = dict.fromkeys(before)
    after |= {one.unit_id: facts_of(one) for one in succession.opened.all()}
    rows = succession.parts.values_list("source_id", "target_id", "share", "back")
    return Change(before, after, tuple(Part(*row) for row in rows))


@dataclass(frozen=True)
class Obstacle:
    """Why a succession cannot be undone; `later` is the one to undo first, where it is one."""

    words: str
    later: Succession | None = None


def obstacles(succession: Succession, change: Change) -> tuple[Obstacle, ...]:
    """What builds on a succession, in five queries; empty where it can be undone."""
    return (*_later_changes(succession), *_units_below(succession, change), *_people(succession, change))


def _later_changes(succession: Succession) -> list[Obstacle]:
    later = succession.opened.exclude(closed_by=None).select_related("closed_by").order_by("pk")
    return [Obstacle(later_words(one.name), one.closed_by) for one in later[:5]]


def _units_below(succession: Succession, change: Change) -> list[Obstacle]:
    """Units that somebody hung under, or merged into, one that would be no more."""
    founded = change.founded
    below = UnitVersion.objects.filter(parent__in=founded).exclude(opened_by=succession)
    found = [
        Obstacle(
            _("“%(name)s” đứng dưới “%(parent)s”, đơn vị sẽ không còn.")
            % {"name": one.name, "parent": one.parent.name if one.parent else ""},
            one.opened_by,
        )
        for one in below.select_related("parent", "opened_by").order_by("pk")[:5]
    ]
    parts = SuccessionPart.objects.exclude(succession=succession).select_related(
        "succession", "target", "source"
    )
    for part in parts.filter(target__in=founded).order_by("pk")[:5]:
        if part.source_id == part.target_id:
            found.append(Obstacle(later_words(part.source.name), part.succession))
            continue
        words = _("“%(name)s” đã được sáp nhập vào “%(target)s”.")
        found.append(
            Obstacle(words % {"name": part.source.name, "target": part.target.name}, part.succession)
        )
    return found


def _people(succession: Succession, change: Change) -> list[Obstacle]:
    """Roles in a unit that would be no more, but for the one that its founder got with it."""
    rows = Membership.objects.filter(unit__in=change.founded).select_related("unit", "user")
    rows = rows.exclude(user=succession.entered_by)
    return [Obstacle(in_use_words(one.unit.name)) for one in rows.order_by("pk")[:5]]


def later_words(name: str) -> str:
    return _("“%(name)s” đã có thay đổi từ ngày này trở về sau; hãy hoàn tác thay đổi đó trước.") % {
        "name": name
    }


def in_use_words(name: str) -> str:
    return _("“%(name)s” đã có người hoặc văn bản; hãy chuyển đi trước khi hoàn tác.") % {"name": name}


def check_trees(since: date, changed: Collection[int] = ()) -> None:
    """That every unit stands under one in force, at a day and at every later one at which something changes; and that
    none of those that changed bears the name of one beside it.

    Raises BrokenTree, SameName. One query, and one for each such day.
    """
    rows = UnitVersion.objects.filter(valid_from__gt=since).values_list("valid_from")
    ends = UnitVersion.objects.filter(valid_until__gt=since).values_list("valid_until")
    days = {day for (day,) in rows.order_by().union(ends.order_by()) if day}
    for day in (since, *sorted(days)):
        _check_names(tree_on(day).versions, day, changed)


def _check_names(there: Mapping[int, UnitVersion], day: date, changed: Collection[int]) -> None:
    mine: dict[tuple[str, int | None], int] = {
        (one.name, one.parent_id): pk for pk in changed if (one := there.get(pk)) and one.parent_id
    }
    for pk, one in there.items():
        if mine.get((one.name, one.parent_id), pk) != pk:
            raise SameName(one.name, day)


class SameName(QuyenError):
    """Two units of one name under one."""

    advice = "Hãy đổi tên một đơn vị trước, rồi ghi lại. Chưa có gì thay đổi."

    def __init__(self, name: str, day: date) -> None:
        super().__init__(
            f"Từ ngày {day:%d/%m/%Y}, hai đơn vị cùng tên “{name}” sẽ đứng dưới cùng một đơn vị."
        )


def carried_later(succession: Succession, ended: Collection[int], sources: Collection[int]) -> str:
    """What was recorded of units on this day or a later one and would have nothing to stand on any more: one that ends
    hands nothing on afterwards and takes nothing over, and nobody hands on twice in a day. Empty where nothing was."""
    others = SuccessionPart.objects.exclude(succession=succession).select_related(
        "source", "target", "succession"
    )
    rows = others.filter(
        Q(source__in=ended, succession__day__gte=succession.day)
        | Q(target__in=ended, succession__day__gt=succession.day)
        | Q(source__in=sources, succession__day=succession.day)
    )
    part = rows.order_by("succession__day", "pk").first()
    if part is None:
        return ""
    if part.source_id in ended or part.source_id in sources:
        return later_words(part.source.name)
    words = _("“%(name)s” tiếp nhận “%(source)s” từ ngày %(day)s; hãy hoàn tác việc đó trước.")
    return words % {
        "name": part.target.name, "source": part.source.name, "day": f"{part.succession.day:%d/%m/%Y}"
    }  # fmt: skip
