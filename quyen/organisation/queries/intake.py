"""A list of units taken in: what each of its rows would do, before it does it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.core.text.folding import fold
from quyen.organisation.enums import Fate, Role, UnitKind
from quyen.organisation.models import UnitIntake, UnitVersion
from quyen.organisation.queries.access import unit_ids
from quyen.organisation.queries.account import Account, Conflict, sign_of
from quyen.organisation.queries.sheet import Row, kind_words
from quyen.organisation.queries.tree import Facts, facts_of

LONGEST = {"name": 200, "short_name": 80, "code": 20}
NEW = "moi"


def own_intakes(user: User) -> QuerySet[UnitIntake]:
    """Lists that the person gave: nobody else's to see or carry out."""
    return UnitIntake.objects.filter(entered_by=user)


@dataclass(frozen=True)
class IntakeLine:
    """One row and its fate. `said`: in words; `unit`: whom it changes, or -(its line) for a new one; `facts`, `day`:
    what the unit is then, None where nothing is to do."""

    line: int
    name: str
    fate: Fate
    said: str
    unit: int | None = None
    facts: Facts | None = None
    day: date | None = None
    moves: bool = False  # the unit is hung elsewhere


class UnitAccount(Account[IntakeLine]):
    @property
    def works(self) -> tuple[IntakeLine, ...]:
        """Those that do something, by their day, new units first."""
        return tuple(
            sorted(super().works, key=lambda line: (line.day or date.min, line.fate != Fate.NEW, line.line))
        )


def account(user: User, intake: UnitIntake) -> UnitAccount:
    """Two queries, however many rows."""
    lines = tuple(_Accounting(user, intake).lines())
    said = [(one.line, one.fate, one.unit, one.facts, one.day) for one in lines]
    return UnitAccount(intake, lines, sign_of(said))


def bare(text: str) -> str:
    """A name for looking up: composed, small, without outer or double blanks."""
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


@dataclass
class _Accounting:
    user: User
    intake: UnitIntake
    held: dict[int, UnitVersion] = field(default_factory=dict)
    by_name: dict[str, list[int]] = field(default_factory=dict)
    by_code: dict[str, list[int]] = field(default_factory=dict)
    new_by_name: dict[str, list[int]] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        """`held`: the latest version of each unit that goes on."""
        for version in UnitVersion.objects.filter(valid_until=None).order_by("pk"):
            self.held[version.unit_id] = version
            self.by_name.setdefault(bare(version.name), []).append(version.unit_id)
            if version.code:
                self.by_code.setdefault(version.code, []).append(version.unit_id)
        self.governed = set(unit_ids(self.user, Role.ADMINISTRATOR))
        for row in self.intake.rows:
            if fold(row.get("what", "")) == NEW:
                self.new_by_name.setdefault(bare(row.get("name", "")), []).append(-int(row["line"]))

    def lines(self) -> list[IntakeLine]:
        found = [self._line(row) for row in self.intake.rows]
        for check in (self._codes, self._names, self._places):  # each may leave rows out that others stand on
            found = check(found)
        return self._orphans(found)

    def _line(self, row: Row) -> IntakeLine:
        line, name = int(row["line"]), row.get("name", "")
        try:
            return self._done(row, line, name)
        except Conflict as why:
            return IntakeLine(line, name, Fate.CONFLICT, str(why))

    def _done(self, row: Row, line: int, name: str) -> IntakeLine:
        for column, most in LONGEST.items():
            if len(row.get(column, "")) > most:
                raise Conflict(_("ô quá dài (hơn %(most)s chữ)") % {"most": most})
        is_new = fold(row.get("what", "")) == NEW
        if row.get("what") and not is_new:
            raise Conflict(_("cột “Việc” chỉ nhận “mới” hoặc để trống"))
        day = self._day(row)
        unit = self._unit(row, is_new)
        if unit is None:
            return self._new(row, line, day)
        if unit in self.seen:
            raise Conflict(_("đơn vị này đã có ở một dòng trước"))
        self.seen.add(unit)
        before = facts_of(self.held[unit])
        after = self._facts(row, before)
        if after == before:
            return IntakeLine(line, name or before.name, Fate.SAME, "", unit)
        if is_new:
            raise Conflict(_("đã có đơn vị này; bỏ chữ “mới” nếu muốn đổi nó"))
        self._may_change(unit, before, after, day)
        moves = before.parent_id != after.parent_id
        said = self._difference(before, after)
        return IntakeLine(line, name or before.name, Fate.CHANGE, said, unit, after, day, moves)

    def _day(self, row: Row) -> date:
        text = row.get("day", "")
        if not text:
            return self.intake.day
        try:
            year, month, day = (
                int(one) for one in (text.split("/")[::-1] if "/" in text else text.split("-"))
            )
            found = date(year, month, day)
        except ValueError as error:
            raise Conflict(_("ngày “%(text)s” viết chưa đúng, ví dụ 1/7/2026") % {"text": text}) from error
        if not 1990 <= found.year <= 2100:
            raise Conflict(_("ngày “%(text)s” ngoài khoảng 1990-2100") % {"text": text})
        return found

    def _unit(self, row: Row, is_new: bool) -> int | None:
        """Whom the row is about: by our number, else its code, else its name. None for a new one that says so."""
        if row.get("number"):
            unit = int(row["number"]) if row["number"].isascii() and row["number"].isdigit() else 0
            if unit not in self.held:
                raise Conflict(_("không có đơn vị số %(number)s đang hoạt động") % {"number": row["number"]})
            return unit
        name = row.get("name", "")
        if not name:
            raise Conflict(_("thiếu tên đơn vị"))
        found = self._by_code(row) or self._by_name(row)
        if len(found) > 1:
            raise Conflict(_("nhiều đơn vị cùng tên; ghi “Số trong Quyền” hoặc “Cấp trên”"))
        if not found and not is_new:
            raise Conflict(_("không thấy đơn vị tên này; nếu là đơn vị mới, ghi “mới” ở cột “Việc”"))
        return found[0] if found else None

    def _by_code(self, row: Row) -> list[int]:
        found = self.by_code.get(row.get("code", ""), [])
        kind = _kind(row.get("kind", ""))
        return [unit for unit in found if kind is None or self.held[unit].kind == kind]

    def _by_name(self, row: Row) -> list[int]:
        found = self.by_name.get(bare(row.get("name", "")), [])
        if row.get("above") or row.get("above_number"):
            parent = self._parent(row)
            return [unit for unit in found if self.held[unit].parent_id == parent]
        return found

    def _parent(self, row: Row) -> int:
        number, name = row.get("above_number", ""), row.get("above", "")
        if number:
            parent = int(number) if number.isascii() and number.isdigit() else 0
            if parent not in self.held:
                raise Conflict(_("không có cấp trên số %(number)s đang hoạt động") % {"number": number})
            if not name or bare(self.held[parent].name) == bare(name):
                return parent
        found = self.by_name.get(bare(name), []) or self.new_by_name.get(bare(name), [])
        if not found:
            raise Conflict(_("không thấy cấp trên “%(name)s”") % {"name": name})
        if len(found) > 1:
            raise Conflict(_("nhiều đơn vị tên “%(name)s”; ghi “Số của cấp trên”") % {"name": name})
        return found[0]

    def _facts(self, row: Row, before: Facts) -> Facts:
        """An empty cell changes nothing."""
        kind = _kind(row["kind"]) if row.get("kind") else before.kind
        if kind is None:
            raise Conflict(_("không có loại đơn vị “%(kind)s”") % {"kind": row["kind"]})
        has_parent = row.get("above") or row.get("above_number")
        return Facts(
            name=row.get("name") or before.name,
            kind=kind,
            parent_id=self._parent(row) if has_parent else before.parent_id,
            short_name=row.get("short_name") or before.short_name,
            code=row.get("code") or before.code,
        )

    def _new(self, row: Row, line: int, day: date) -> IntakeLine:
        facts = self._facts(row, Facts(row["name"], UnitKind.OTHER))
        if facts.parent_id is None:
            raise Conflict(_("đơn vị mới cần có cấp trên"))
        if facts.parent_id > 0 and facts.parent_id not in self.governed:
            raise Conflict(_("bạn không phải quản trị viên của cấp trên"))
        if facts.parent_id > 0 and (since := self.held[facts.parent_id].valid_from) and since > day:
            raise Conflict(_("cấp trên có thay đổi sau ngày này"))
        said = _("thuộc %(above)s") % {"above": self._said(facts.parent_id)}
        return IntakeLine(line, facts.name, Fate.NEW, said, -line, facts, day)

    def _said(self, unit: int | None) -> str:
        if unit is None:
            return ""
        if unit > 0:
            return self.held[unit].name
        return next((row["name"] for row in self.intake.rows if int(row["line"]) == -unit), "")

    def _may_change(self, unit: int, before: Facts, after: Facts, day: date) -> None:
        since = self.held[unit].valid_from
        if since is not None and since >= day:
            raise Conflict(
                _("đã có thay đổi từ ngày %(day)s; ngày đổi phải sau đó") % {"day": f"{since:%d/%m/%Y}"}
            )
        needed = {unit}
        if before.parent_id != after.parent_id:
            needed |= {one for one in (before.parent_id, after.parent_id) if one and one > 0}
        if needed - self.governed:
            raise Conflict(_("bạn không phải quản trị viên của đơn vị, hoặc của cấp trên cũ hay mới"))

    def _difference(self, before: Facts, after: Facts) -> str:
        """ "tên: A → B; cấp trên: C → D"."""
        words = (
            (_("tên"), before.name, after.name),
            (_("tên gọn"), before.short_name, after.short_name),
            (_("loại"), str(UnitKind(before.kind).label), str(UnitKind(after.kind).label)),
            (_("mã"), before.code, after.code),
            (_("cấp trên"), self._said(before.parent_id), self._said(after.parent_id)),
        )
        return "; ".join(f"{word}: {old or '–'} → {new}" for word, old, new in words if old != new)

    # --- what rows do to one another ---

    def _codes(self, lines: list[IntakeLine]) -> list[IntakeLine]:
        """An official code is one unit's of its kind."""
        given = {line.unit: line.facts for line in lines if line.facts is not None}
        kept = [facts_of(version) for unit, version in self.held.items() if unit not in given]
        used = Counter((one.kind, one.code) for one in (*kept, *given.values()) if one.code)
        words = _("mã này đã có ở một đơn vị khác cùng loại")
        return [
            _refused(line, words)
            if line.facts and line.facts.code and used[line.facts.kind, line.facts.code] > 1
            and (line.unit not in self.held or self.held[line.unit].code != line.facts.code)
            else line
            for line in lines
        ]  # fmt: skip

    def _names(self, lines: list[IntakeLine]) -> list[IntakeLine]:
        """No two of one name right under one unit."""
        given = {line.unit: line.facts for line in lines if line.facts is not None}
        kept = [facts_of(version) for unit, version in self.held.items() if unit not in given]
        used = Counter((one.parent_id, one.name) for one in (*kept, *given.values()))
        words = _("dưới cùng cấp trên đã có đơn vị tên này")
        return [
            _refused(line, words)
            if line.facts and line.facts.parent_id and used[line.facts.parent_id, line.facts.name] > 1
            else line
            for line in lines
        ]

    def _places(self, lines: list[IntakeLine]) -> list[IntakeLine]:
        """Nothing stands under itself."""
        parents = {unit: version.parent_id for unit, version in self.held.items()}
        parents |= {line.unit: line.facts.parent_id for line in lines if line.unit and line.facts}
        words = _("đơn vị sẽ đứng dưới chính nó")
        return [
            _refused(line, words) if line.facts and _circles(line.unit, parents) else line for line in lines
        ]

    def _orphans(self, lines: list[IntakeLine]) -> list[IntakeLine]:
        """A row that stands on a new unit falls with it, and begins no sooner."""
        while True:
            days = {line.unit: line.day for line in lines if line.fate == Fate.NEW}
            words = _("cấp trên là dòng mới chưa lập được, hoặc bắt đầu sau ngày này")
            found = [_refused(line, words) if _is_orphan(line, days) else line for line in lines]
            if found == lines:
                return found
            lines = found


def _refused(line: IntakeLine, words: str) -> IntakeLine:
    return replace(line, fate=Fate.CONFLICT, said=words, facts=None, unit=None, day=None)


def _circles(unit: int | None, parents: dict[int, int | None]) -> bool:
    here, steps = parents.get(unit) if unit else None, 0
    while here is not None and here != unit and steps < 50:
        here, steps = parents.get(here), steps + 1
    return here is not None


def _is_orphan(line: IntakeLine, days: dict[int | None, date | None]) -> bool:
    parent = line.facts.parent_id if line.facts else None
    if parent is None or parent > 0 or line.day is None:
        return False
    since = days.get(parent)
    return since is None or since > line.day


def _kind(text: str) -> UnitKind | None:
    """By its Vietnamese word, with marks or none, or by its name in the data."""
    asked = fold(text).strip()
    return next((UnitKind(kind) for kind, word in kind_words().items() if asked in (kind, fold(word))), None)
