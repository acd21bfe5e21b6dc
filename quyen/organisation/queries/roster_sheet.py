"""People as a sheet: the template to fill in, those of a subtree out, and the rows of a sheet as somebody gives it."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from quyen.accounts.models import User
from quyen.core.paper import Column, Sheet, rows_below
from quyen.core.text.folding import fold
from quyen.organisation.enums import Role
from quyen.organisation.models import Membership
from quyen.organisation.queries.access import unit_ids
from quyen.organisation.queries.sheet import Row
from quyen.organisation.queries.unit_finder import UnitFinder

# name of a column in `Roster.rows`, its headings without marks and small
COLUMNS = {
    "full_name": ("ho va ten", "ho ten"), "email": ("thu dien tu", "email", "e-mail"), "unit": ("don vi",),
    "role": ("vai tro",), "since": ("tu ngay",), "until": ("den ngay", "den het ngay"),
}  # fmt: skip
HEADINGS = (
    Column("Họ và tên", 28), Column("Thư điện tử", 32), Column("Đơn vị", 48), Column("Vai trò", 18),
    Column("Từ ngày", 13, "date"), Column("Đến ngày", 13, "date"),
)  # fmt: skip


def role_words() -> dict[Role, str]:
    """The Vietnamese word of each role: a sheet is the same whichever language its reader has chosen."""
    with override("vi"):
        return {role: str(role.label) for role in Role}


def template_sheets(user: User) -> list[Sheet]:
    """An empty list, and what may stand in two of its columns: roles, and the units that the person looks after."""
    finder = UnitFinder(user)
    words = role_words()
    note = _(
        "Mỗi dòng một người. “Đơn vị”: mã hoặc tên như ở trang “Được điền”. “Đến ngày”: ngày cuối còn giữ vai trò, "
        "để trống nếu chưa định."
    )
    units = [
        (finder.word(unit), None)
        for unit in sorted(finder.governed, key=lambda one: finder.names.get(one, ""))
    ]
    roles = [(None, word) for word in words.values()]
    choices = [
        (units[at][0] if at < len(units) else None, roles[at][1] if at < len(roles) else None)
        for at in range(max(len(units), len(roles)))
    ]
    return [
        Sheet(_("Người"), HEADINGS, [], _("Danh sách người"), note),
        Sheet(_("Được điền"), (Column("Đơn vị", 60), Column("Vai trò", 20)), choices),
    ]


def people_sheet(user: User, under: int | None = None) -> Sheet:
    """Who holds or will hold a role in the units that the person looks after, or in one and those under it; the sheet
    can be changed and given back. Three queries."""
    finder, words = UnitFinder(user), role_words()
    rows = [
        (one.user.full_name, one.user.email, finder.word(one.unit_id) or one.unit.name, words[Role(one.role)],
         one.valid_from, one.last_day)
        for one in _governed_roles(user, under)
    ]  # fmt: skip
    title = _("Người giữ vai trò, ngày %(day)s") % {"day": f"{timezone.localdate():%d/%m/%Y}"}
    return Sheet(_("Người"), HEADINGS, rows, title)


def _governed_roles(user: User, under: int | None) -> QuerySet[Membership]:
    rows = Membership.objects.filter(unit__in=unit_ids(user, Role.ADMINISTRATOR), user__is_active=True)
    if under:
        rows = rows.filter(unit__above__contains=[under])
    rows = rows.exclude(valid_until__lte=timezone.localdate()).select_related("user", "unit")
    return rows.order_by("unit__name", "unit_id", "-role", "user__full_name", "pk")


def rows_of(cells: Sequence[Sequence[object]]) -> list[Row] | None:
    """The rows under the headings, by column; None where no row holds the headings of address and unit."""
    for at, values in enumerate(cells[:20]):
        headings = {fold(str(value)).strip(): place for place, value in enumerate(values) if value}
        places = {
            name: headings[word] for name, words in COLUMNS.items() for word in words if word in headings
        }
        if "email" in places and "unit" in places:
            return [row | {"line": str(number)} for number, row in rows_below(cells, at, places)]
    return None
