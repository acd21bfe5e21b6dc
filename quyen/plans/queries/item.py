"""Who changed one item, when, and what it was before and after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from quyen.accounts.queries import history
from quyen.plans.enums import ItemState
from quyen.plans.models import Item
from quyen.plans.queries.rows import day

WORDS = {
    "text": _("Nội dung"), "date": _("Ngày"), "authority": _("Thẩm quyền"), "title": _("Chức vụ"),
    "value": _("Mức"), "value_max": _("Đến mức"), "comparator": _("So với mức"), "measured_in": _("Đơn vị tính"),
    "subject": _("Đối tượng đo"), "deadline_year": _("Hạn (năm)"), "no": _("Số thứ tự"), "lead": _("Chủ trì"),
    "coordinate": _("Phối hợp"), "deadline": _("Thời gian"), "due_on": _("Hạn"), "product": _("Sản phẩm"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after, in words."""

    word: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the trail: who did what, and the fields that it changed."""

    who: str
    when: datetime
    verb: str
    state: str
    changes: list[Change]


def item_history(item: Item) -> list[Step]:
    """Newest first: one query."""
    return [
        Step(
            who=entry.actor_name,
            when=entry.at,
            verb=entry.get_verb_display(),
            state=str(ItemState((entry.after or {}).get("state", item.state)).label),
            changes=_changes(entry.before, entry.after or {}),
        )
        for entry in history(Item(pk=item.pk))
    ]


def _changes(before: dict[str, Any] | None, after: dict[str, Any]) -> list[Change]:
    if before is None:
        return []
    return [
        Change(str(word), _word(before.get(name)), _word(after[name]))
        for name, word in WORDS.items()
        if name in after
    ]


def _word(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(str(unit.get("name", "")) for unit in value)
    return day(str(value)) if value not in (None, "") else "–"
