"""Who may do what with a page: read off the roles that people hold in units, never off groups of Wagtail's own.

A page names the unit that looks after it. Editors of that unit write drafts, its coordinators publish, lock and take back,
its administrators delete as well; as everywhere, a role reaches the units below. What holds for a page holds for the
pages under it, so the roles in the home page's unit open the whole site. A page without a unit is the
programme's: for the administrators of ministries and central bodies.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from quyen.accounts.models import User
from quyen.organisation.enums import Role, UnitKind
from quyen.organisation.models import Membership
from quyen.organisation.queries import held_by, unit_ids
from quyen.portal.models import SitePage

DEEDS = {
    Role.EDITOR: ("add", "change"),
    Role.COORDINATOR: ("publish", "lock", "unlock"),
    Role.ADMINISTRATOR: ("bulk_delete",),
}
OF_THE_PROGRAMME = (UnitKind.CENTRAL, UnitKind.MINISTRY)


@dataclass(frozen=True)
class Deed:
    codename: str


@dataclass(frozen=True)
class Held:
    """What Wagtail asks of a permission: the page from which downwards it holds, and its name."""

    page: Page
    permission: Deed

    @property
    def page_id(self) -> int:
        return int(self.page.pk)


def may_edit_pages(user: User) -> bool:
    """Whether any page is in the person's care: who opens the editors' room."""
    return bool(held_pages(user))


def held_pages(user: User) -> list[Held]:
    """Two queries at most four: pages by the highest role in their unit."""
    found: list[Held] = []
    for role, deeds in DEEDS.items():
        for page in _topmost(_cared(user, role)):
            found += [Held(page, Deed(f"{deed}_page")) for deed in deeds]
    return found


def _cared(user: User, role: Role) -> QuerySet[SitePage]:
    pages: QuerySet[SitePage] = SitePage.objects.filter(unit__in=unit_ids(user, role))
    if is_of_the_programme(user):
        pages = pages | SitePage.objects.filter(unit=None)
    return pages.order_by("path").only("path", "depth", "pk", "numchild")


def is_of_the_programme(user: User) -> bool:
    return any(one.role == Role.ADMINISTRATOR and one.unit.kind in OF_THE_PROGRAMME for one in held_by(user))


def _topmost(pages: Iterable[SitePage]) -> list[SitePage]:
    """In the order of the tree, those that do not stand under one before them."""
    kept: list[SitePage] = []
    for page in pages:
        if not (kept and page.path.startswith(kept[-1].path)):
            kept.append(page)
    return kept


class RolesDecide(PagePermissionPolicy):  # type: ignore[misc]  # Wagtail carries no types
    """Wagtail's rules for pages, with our roles in the place of its groups."""

    def get_all_permissions_for_user(self, user: Any) -> list[Held]:
        return held_pages(user) if user.is_active and isinstance(user, User) else []

    def users_with_any_permission(self, actions: Iterable[str], include_superusers: bool = True) -> Any:
        return _people(self.model._default_manager.none(), actions)

    def users_with_any_permission_for_instance(
        self, actions: Iterable[str], instance: Page, include_superusers: bool = True
    ) -> Any:
        return _people(instance.get_ancestors(inclusive=True), actions)


def _people(pages: Any, actions: Iterable[str]) -> QuerySet[User]:
    """Those whose role in the units of these pages allows one of the actions."""
    wanted = set(actions)
    least = min((role for role, deeds in DEEDS.items() if wanted & set(deeds)), default=None)
    if least is None:
        return User.objects.none()
    units = SitePage.objects.filter(pk__in=pages.values("pk")).values("unit__above")
    above = {unit for row in units for unit in row["unit__above"] or ()}
    held = Membership.objects.valid().filter(unit__in=above, role__gte=least)
    return User.objects.filter(pk__in=held.values("user_id"))
