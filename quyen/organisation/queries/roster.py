"""A list of people taken in: what each of its rows would do, before it does it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.core.text.dates import day_of
from quyen.core.text.folding import fold
from quyen.organisation.enums import Fate, Role
from quyen.organisation.models import Invitation, Membership, Roster
from quyen.organisation.queries.access import unit_ids
from quyen.organisation.queries.account import Account, Conflict, sign_of
from quyen.organisation.queries.people import first_day_without_administrator
from quyen.organisation.queries.roster_sheet import role_words
from quyen.organisation.queries.sheet import Row
from quyen.organisation.queries.unit_finder import UnitFinder


def own_rosters(user: User) -> QuerySet[Roster]:
    """Lists that the person gave: nobody else's to see or carry out."""
    return Roster.objects.filter(entered_by=user)


@dataclass(frozen=True)
class RosterLine:
    """One row and its fate. `said`: in words; the rest is what is then wanted, None where nothing is to do."""

    line: int
    email: str
    full_name: str
    fate: Fate
    said: str
    unit: int | None = None
    unit_name: str = ""
    role: Role | None = None
    since: date | None = None
    until: date | None = None


class RosterAccount(Account[RosterLine]):
    @property
    def works(self) -> tuple[RosterLine, ...]:
        """Those that do something, administrators first: a unit gets its new one before it loses the old."""
        return tuple(sorted(super().works, key=lambda line: (-(line.role or 0), line.line)))


def roster_account(user: User, roster: Roster) -> RosterAccount:
    """Four queries, however many rows; one more for each unit whose administrator is to change."""
    lines = tuple(_Accounting(user, roster).lines())
    said = [
        (one.line, one.fate, one.email, one.full_name, one.unit, one.role, one.since, one.until)
        for one in lines
    ]
    return RosterAccount(roster, lines, sign_of(said))


@dataclass
class _Accounting:
    """`known`: accounts that the person may know of, by address; `held`: their roles now or later, by account and
    unit; `offered`: invitations that wait, by address and unit."""

    user: User
    roster: Roster
    known: dict[str, User] = field(default_factory=dict)
    held: dict[tuple[int, int], list[Membership]] = field(default_factory=dict)
    offered: dict[tuple[str, int], Invitation] = field(default_factory=dict)
    seen: set[tuple[str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.today = timezone.localdate()
        self.finder = UnitFinder(self.user)
        self.roles = {fold(word): role for role, word in role_words().items()}
        emails = {row.get("email", "").lower() for row in self.roster.rows}
        governed = unit_ids(self.user, Role.ADMINISTRATOR)
        members = Membership.objects.filter(unit__in=governed, user__email__in=emails).select_related("user")
        for one in members.order_by("valid_from"):
            self.known[one.user.email.lower()] = one.user
            if one.valid_until is None or one.valid_until > self.today:
                self.held.setdefault((one.user_id, one.unit_id), []).append(one)
        for offer in Invitation.objects.waiting().filter(unit__in=governed, email__in=emails):
            self.offered[offer.email.lower(), offer.unit_id] = offer

    def lines(self) -> list[RosterLine]:
        return self._administrators([self._line(row) for row in self.roster.rows])

    def _line(self, row: Row) -> RosterLine:
        line, email, name = int(row["line"]), row.get("email", "").lower(), row.get("full_name", "")
        try:
            return self._done(row, line, email, name)
        except Conflict as why:
            return RosterLine(line, email, name, Fate.CONFLICT, str(why))

    def _done(self, row: Row, line: int, email: str, name: str) -> RosterLine:
        _check_address(email)
        unit = self._unit(row.get("unit", ""))
        if (email, unit) in self.seen:
            raise Conflict(_("người này đã có ở một dòng trước, cùng đơn vị"))
        self.seen.add((email, unit))
        role = self.roles.get(fold(row.get("role", "")).strip())
        if role is None:
            raise Conflict(_("không có vai trò “%(role)s”") % {"role": row.get("role", "")})
        since, until = self._days(row)
        person = self.known.get(email)
        if person is None and not name:
            raise Conflict(_("thiếu họ và tên"))
        if len(name) > 120:
            raise Conflict(_("ô quá dài (hơn %(most)s chữ)") % {"most": 120})
        fate, said = self._fate(person, email, unit, role, since, until)
        name = person.full_name if person else name
        unit_name = self.finder.names[unit]
        return RosterLine(line, email, name, fate, said, unit, unit_name, role, since or self.today, until)

    def _unit(self, text: str) -> int:
        if not text:
            raise Conflict(_("thiếu đơn vị"))
        found = self.finder.find(text)
        if found.foreign:
            raise Conflict(_("bạn không phải quản trị viên của đơn vị này"))
        if len(found.units) > 1:
            raise Conflict(_("nhiều đơn vị cùng tên; ghi mã, hoặc “tên › cấp trên”"))
        if not found.units:
            raise Conflict(_("không thấy đơn vị này; tên lạ không bao giờ tự thành đơn vị mới"))
        return found.units[0]

    def _days(self, row: Row) -> tuple[date | None, date | None]:
        """First day (None: not said), and the first one without the role. The cell names the last day with it."""
        since, last = (self._day(row.get(name, "")) for name in ("since", "until"))
        until = last + timedelta(days=1) if last else None
        if until and until <= max(since or self.today, self.today):
            raise Conflict(_("“Đến ngày” đã qua, hoặc trước “Từ ngày”"))
        return since, until

    def _day(self, text: str) -> date | None:
        if not text:
            return None
        found = day_of(text)
        if found is None:
            raise Conflict(_("ngày “%(text)s” viết chưa đúng, ví dụ 1/7/2026") % {"text": text})
        return found

    def _fate(
        self, person: User | None, email: str, unit: int, role: Role, since: date | None, until: date | None
    ) -> tuple[Fate, str]:
        held = self.held.get((person.pk, unit), []) if person else []
        offer = None if person else self.offered.get((email, unit))
        if not held and offer is None:
            said = _("giao vai trò ngay") if person else _("gửi lời mời")
            return Fate.NEW, f"{role.label}{_dated(since, until)}: {said}"
        now = offer or _standing(held, since or self.today)
        is_same = now.role == role and now.valid_until == until and (
            since is None or now.valid_from == since or (held and now.valid_from <= self.today >= since)
        )  # fmt: skip
        if is_same and len(held) < 2:
            return Fate.SAME, _("đã mời, đang chờ") if offer else ""
        before = f"{Role(now.role).label}{_dated(now.valid_from, now.valid_until)}"
        return Fate.CHANGE, f"{before} → {role.label}{_dated(since, until)}"

    def _administrators(self, lines: list[RosterLine]) -> list[RosterLine]:
        """No unit is left to nobody by the rows of this list."""
        losing = {
            line.unit for line in lines
            if line.fate == Fate.CHANGE and line.unit and (line.role != Role.ADMINISTRATOR or line.until)
            and self._is_administrator(line)
        }  # fmt: skip
        staying = {
            line.unit for line in lines
            if line.role == Role.ADMINISTRATOR and not line.until and line.email in self.known
        }  # fmt: skip
        words = _("đơn vị sẽ không còn quản trị viên")
        refused = {unit for unit in losing - staying if unit and self._is_last(unit, lines)}
        return [
            replace(line, fate=Fate.CONFLICT, said=words, unit=None)
            if line.unit in refused and line.fate == Fate.CHANGE and self._is_administrator(line)
            else line
            for line in lines
        ]

    def _is_administrator(self, line: RosterLine) -> bool:
        person = self.known.get(line.email)
        rows = self.held.get((person.pk, line.unit), []) if person and line.unit else []
        return any(row.role == Role.ADMINISTRATOR for row in rows)

    def _is_last(self, unit: int, lines: list[RosterLine]) -> bool:
        going = {
            self.known[line.email].pk for line in lines
            if line.unit == unit and line.fate == Fate.CHANGE and self._is_administrator(line)
        }  # fmt: skip
        return first_day_without_administrator(unit, self.today, without=going) < date.max


def _check_address(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError as error:
        raise Conflict(_("thư điện tử “%(email)s” viết chưa đúng") % {"email": email}) from error


def _standing(held: list[Membership], day: date) -> Membership:
    """The role at a day, else the next one."""
    return next((one for one in held if one.valid_until is None or one.valid_until > day), held[-1])


def _dated(since: date | None, until: date | None) -> str:
    """ " từ 01/07/2026 đến hết 31/12/2026", or what is said of it."""
    first = _(" từ %(day)s") % {"day": f"{since:%d/%m/%Y}"} if since else ""
    last = _(" đến hết %(day)s") % {"day": f"{until - timedelta(days=1):%d/%m/%Y}"} if until else ""
    return first + last
