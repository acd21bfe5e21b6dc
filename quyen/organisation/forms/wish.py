"""A wish for a change of units, as the screen holds it: all of it in the address, so that nothing is lost on the way.

Names of fields: viec kind, ngay day, can_cu basis, don_vi a unit (many), den target, ten name, phan_den, phan_ten and
phan_ti_le the parts of a split (as many of each), duoi-N the part that takes the unit N below. Buttons: them and bo add
and drop a unit, chon_den and bo_den the target, them_phan ("moi": a new unit) and bo_phan a part.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from quyen.core.text.dates import day_of
from quyen.organisation.actions.arrangements import Share, Wish
from quyen.organisation.enums import SuccessionKind

KINDS = (
    SuccessionKind.MERGE,
    SuccessionKind.SPLIT,
    SuccessionKind.RENAME,
    SuccessionKind.MOVE,
    SuccessionKind.ABOLISH,
)
ONE_ONLY = (SuccessionKind.SPLIT, SuccessionKind.RENAME)
MOST = 60  # units in one wish


@dataclass(frozen=True)
class Piece:
    """A part of a split as typed: `percent` is text until it is asked for."""

    target: int | None
    name: str
    percent: str


@dataclass(frozen=True)
class Ask:
    """What the screen holds, sensible or not yet."""

    kind: SuccessionKind
    day: date | None
    day_typed: str
    basis: str = ""
    units: tuple[int, ...] = ()
    target: int | None = None
    name: str = ""
    pieces: tuple[Piece, ...] = ()
    below: dict[int, int] = field(default_factory=dict)

    @property
    def query(self) -> str:
        pairs: list[tuple[str, object]] = [
            ("viec", self.kind), ("ngay", self.day_typed), ("can_cu", self.basis), ("ten", self.name),
            ("den", self.target or ""), *(("don_vi", unit) for unit in self.units),
        ]  # fmt: skip
        for piece in self.pieces:
            pairs += [
                ("phan_den", piece.target or ""), ("phan_ten", piece.name), ("phan_ti_le", piece.percent)
            ]  # fmt: skip
        pairs += [(f"duoi-{unit}", at) for unit, at in self.below.items()]
        return urlencode(pairs)

    def errors(self) -> list[str]:
        """What is missing before it can be worked out; what cannot be is said by `actions.arrange`."""
        found = []
        if self.day is None:
            found.append(_("Chưa có ngày bắt đầu, hoặc ngày viết chưa đúng (ví dụ 1/7/2026)."))
        if not self.basis:
            found.append(_("Chưa có căn cứ pháp lý: số, ký hiệu và tên văn bản."))
        if self.kind == SuccessionKind.SPLIT and any(_share(piece.percent) is None for piece in self.pieces):
            found.append(_("Phần của mỗi đơn vị là một số phần trăm, ví dụ 60 hoặc 33,5."))
        return found

    def wish(self) -> Wish:
        """Only where there are no `errors`."""
        assert self.day is not None
        is_split = self.kind == SuccessionKind.SPLIT
        shares = tuple(
            Share(one.target, one.name, _share(one.percent) or Decimal(0)) for one in self.pieces if is_split
        )
        units = self.units[:1] if self.kind in ONE_ONLY else self.units
        has_target = self.kind in (SuccessionKind.MERGE, SuccessionKind.MOVE, SuccessionKind.ABOLISH)
        return Wish(
            self.kind, self.day, self.basis, units, self.target if has_target else None,
            self.name if self.kind in (SuccessionKind.MERGE, SuccessionKind.RENAME) else "", shares, self.below,
        )  # fmt: skip


def ask_of(given: QueryDict) -> Ask:
    """Reads what came, and does what its button says. What makes no sense counts as not given."""
    kind = given.get("viec", "")
    typed = given.get("ngay", "").strip()[:20]
    ask = Ask(
        kind=SuccessionKind(kind) if kind in KINDS else SuccessionKind.MERGE,
        day=day_of(typed),
        day_typed=typed,
        basis=_words(given.get("can_cu", ""), 300),
        units=tuple(dict.fromkeys(_numbers(given.getlist("don_vi"))))[:MOST],
        target=_number(given.get("den", "")),
        name=_words(given.get("ten", ""), 200),
        pieces=_pieces(given),
        below=_below(given),
    )
    return _pressed(ask, given)


def _pressed(ask: Ask, given: QueryDict) -> Ask:
    for unit in _numbers(given.getlist("them")):
        kept = () if ask.kind in ONE_ONLY else ask.units
        ask = replace(ask, units=tuple(dict.fromkeys((*kept, unit)))[:MOST])
        if ask.kind == SuccessionKind.SPLIT:
            ask = replace(ask, pieces=(), below={})
    for unit in _numbers(given.getlist("bo")):
        target = None if ask.target == unit else ask.target
        ask = replace(ask, units=tuple(one for one in ask.units if one != unit), target=target)
    if "chon_den" in given:
        ask = replace(ask, target=_number(given.get("chon_den", "")))
    if "bo_den" in given:
        ask = replace(ask, target=None)
    if (more := given.get("them_phan", "")) and len(ask.pieces) < MOST:
        ask = replace(ask, pieces=(*ask.pieces, Piece(_number(more), "", "")))
    if "bo_phan" in given and (gone := _number(given.get("bo_phan", ""), least=0)) is not None:
        kept_pieces = tuple(piece for at, piece in enumerate(ask.pieces) if at != gone)
        ask = replace(ask, pieces=kept_pieces, below={})
    return ask


def _pieces(given: QueryDict) -> tuple[Piece, ...]:
    columns = [given.getlist(name)[:MOST] for name in ("phan_den", "phan_ten", "phan_ti_le")]
    return tuple(
        Piece(_number(target), _words(name, 200), percent.strip()[:12])
        for target, name, percent in zip(*columns, strict=False)
    )


def _below(given: QueryDict) -> dict[int, int]:
    found = {}
    for name in given:
        unit = _number(name.removeprefix("duoi-")) if name.startswith("duoi-") else None
        at = _number(given.get(name, ""), least=0)
        if unit is not None and at is not None and at < MOST:
            found[unit] = at
    return found


def _words(text: str, most: int) -> str:
    return " ".join(text.replace("\0", "").split())[:most]


def _number(text: str, least: int = 1) -> int | None:
    """A number of ours, or None."""
    return (
        int(text)
        if text.isascii() and text.isdigit() and least <= int(text[:18]) and len(text) <= 18
        else None
    )


def _numbers(texts: list[str]) -> list[int]:
    return [number for text in texts if (number := _number(text)) is not None]


def _share(percent: str) -> Decimal | None:
    """ "33,5" is 0.335; None where it is no percent, or finer than four places."""
    try:
        found = Decimal(percent.strip().rstrip("%").replace(",", ".")) / 100
    except InvalidOperation:
        return None
    return found if found.is_finite() and 0 < found <= 1 and found == round(found, 6) else None
