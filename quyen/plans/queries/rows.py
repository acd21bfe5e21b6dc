"""One item as one row of the review screen, its value said in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from quyen.plans.enums import COUNTED, ItemKind, ItemState
from quyen.plans.models import Item

Json = dict[str, Any]
SIGNS = {"=": "=", ">=": "≥", "<=": "≤", ">": ">", "<": "<"}


@dataclass(frozen=True, slots=True)
class ItemRow:
    """`lead` stands bold before the text (a figure, a printed number), `label` says which field it is, `lines`
    are (word, value) below it; `newer` the same for what a later reading says."""

    pk: int
    revision: int
    kind: str
    label: str
    state: str
    state_word: str
    lead: str
    text: str
    lines: list[tuple[str, str]]
    start: int | None
    decided_by: str
    decided_at: datetime | None
    newer: Said | None
    was_added: bool

    @property
    def number(self) -> str:
        """As ids and addresses want it: without a separator of thousands."""
        return str(self.pk)

    @property
    def is_decided(self) -> bool:
        return self.state not in (ItemState.PROPOSED, ItemState.OUT_OF_DATE)

    @property
    def is_counted(self) -> bool:
        return self.state in COUNTED

    @property
    def differs(self) -> bool:
        return self.newer is not None or self.state == ItemState.OUT_OF_DATE

    @property
    def seen(self) -> str:
        """What a button posts: the item and the revision that the person saw."""
        return f"{self.pk}:{self.revision}"


@dataclass(frozen=True, slots=True)
class Said:
    """A value in words."""

    lead: str
    text: str
    lines: list[tuple[str, str]]


_LABELLED = {
    ItemKind.DOC_TYPE, ItemKind.NUMBER, ItemKind.SYMBOL, ItemKind.DATE, ItemKind.ISSUER, ItemKind.TITLE,
    ItemKind.SIGNER, ItemKind.TREATY,
}  # fmt: skip


def item_row(item: Item) -> ItemRow:
    said = say(item.kind, item.as_value())
    return ItemRow(
        pk=item.pk, revision=item.revision, kind=item.kind,
        label=item.get_kind_display() if item.kind in _LABELLED else "",
        state=item.state, state_word=item.get_state_display(),
        lead=said.lead, text=said.text, lines=said.lines, start=item.start,
        decided_by=item.decided_by.full_name if item.decided_by else "", decided_at=item.decided_at,
        newer=say(item.kind, item.newer) if item.newer else None, was_added=item.proposed is None,
    )  # fmt: skip


def say(kind: str, value: Json) -> Said:
    """Any value (an item's own, `proposed`, `newer`, one in the history) as a person reads it."""
    text = value.get("text") or ""
    if kind == ItemKind.DATE:
        return Said("", day(text), [])
    if kind == ItemKind.TARGET:
        return Said(figure(value), _without_figure(text, value), list(_target_lines(value)))
    if kind == ItemKind.TASK:
        return Said(value.get("no") or "", text, list(_task_lines(value)))
    if kind == ItemKind.LEGAL_BASIS:
        return Said("", text, [(_("Ngày"), day(value["date"]))] if value.get("date") else [])
    if kind == ItemKind.SIGNER:
        shown = [(_("Thẩm quyền"), value.get("authority")), (_("Chức vụ"), value.get("title"))]
        return Said("", text, [(word, said) for word, said in shown if said])
    return Said("", text, [])


def figure(value: Json) -> str:
    """ "≥ 70%", "15–20%", "= 1.000 đầu sách"."""
    low, unit = _number(value.get("value")), value.get("measured_in") or ""
    gap = "" if unit == "%" else " "
    if value.get("comparator") == "range" and value.get("value_max") is not None:
        return f"{low}–{_number(value['value_max'])}{gap}{unit}".strip()
    return f"{SIGNS.get(value.get('comparator', '='), '=')} {low}{gap}{unit}".strip()


def _without_figure(text: str, value: Json) -> str:
    """A clause that begins with its own figure: the figure stands before it in bold already."""
    low, unit = _number(value.get("value")), value.get("measured_in") or ""
    if value.get("comparator") == "range":
        return text
    for said in (f"{low}{unit}", f"{low} {unit}"):
        if unit and text.startswith(said) and text[len(said) :].strip():
            return text[len(said) :].strip()
    return text


def day(iso: str) -> str:
    try:
        return date_format(date.fromisoformat(iso), "d/m/Y")
    except ValueError:
        return iso


def _number(text: str | None) -> str:
    number = Decimal(text or "0")
    places = max(0, -int(number.as_tuple().exponent))
    return number_format(number, places, use_l10n=True, force_grouping=True)


def _target_lines(value: Json) -> Iterator[tuple[str, str]]:
    subject = value.get("subject") or ""
    if subject and subject.casefold() not in (value.get("text") or "").casefold():
        yield _("Đối tượng đo"), value["subject"]
    yield _("Hạn"), str(value["deadline_year"]) if value.get("deadline_year") else _("chưa nêu")


def _task_lines(value: Json) -> Iterator[tuple[str, str]]:
    lead, coordinate = _names(value, "lead"), _names(value, "coordinate")
    yield _("Chủ trì"), lead or _("chưa nêu")
    if coordinate:
        yield _("Phối hợp"), coordinate
    written, due = value.get("deadline") or "", day(value["due_on"]) if value.get("due_on") else ""
    yield (
        _("Thời gian"),
        f"{written} ({due})" if written and due and due not in written else written or due or _("chưa nêu"),
    )
    if value.get("product"):
        yield _("Sản phẩm"), value["product"]


def _names(value: Json, part: str) -> str:
    return "; ".join(unit["name"] for unit in value.get(part) or [])
