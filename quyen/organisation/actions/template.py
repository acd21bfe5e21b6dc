"""The usual departments of a province, founded where they are missing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.organisation.actions.guard import require
from quyen.organisation.actions.successions import record_succession
from quyen.organisation.actions.units import UnitRefused, new_row
from quyen.organisation.enums import Role, SuccessionKind, UnitKind
from quyen.organisation.models import Succession, Unit
from quyen.organisation.queries import Facts
from quyen.organisation.queries.template import template_page


@transaction.atomic
def apply_template(
    *, actor: User | None, province: Unit, day: date, basis: str, wanted: Mapping[int, str]
) -> Succession | None:
    """Founds the rows that are wanted, by their key, each under the name given; they can be undone together.

    A row that the province has or had, under whatever name by now, is left as it is: applying twice changes nothing,
    and returns None. Raises PermissionDenied, and UnitRefused for a name that is empty, too long or taken.
    """
    require(actor, province.pk, Role.ADMINISTRATOR)
    held = Unit.objects.select_for_update().get(pk=province.pk)
    page = template_page(held)
    names = [
        " ".join(wanted[line.key].split()) for line in page.lines if line.key in wanted and line.known is None
    ]
    if not names:
        return None
    for name in names:
        if not name or len(name) > 200:
            raise UnitRefused(_("Tên đơn vị không được để trống hay dài hơn 200 chữ."))
    if len(set(names)) < len(names):
        raise UnitRefused(_("Hai dòng của mẫu đang mang cùng một tên."))
    if page.since and page.since > day:
        raise UnitRefused(
            _("Tỉnh, thành phố có thay đổi từ %(day)s; chọn ngày đó hoặc sau đó.")
            % {"day": f"{page.since:%d/%m/%Y}"}
        )
    made = [Facts(name, UnitKind.DEPARTMENT, held.pk) for name in names]
    return record_succession(
        actor=actor, kind=SuccessionKind.FOUND, day=day, basis=basis,
        changes={new_row(facts, province=held.province).pk: facts for facts in made},
    )  # fmt: skip
