"""Who may read a product, and who may do what with it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from quyen.accounts.models import User
from quyen.library.enums import WRITTEN, ProductState
from quyen.library.models import Bundle, Product
from quyen.library.models.product import ProductQuerySet
from quyen.organisation.enums import Role
from quyen.organisation.queries import role_in, unit_ids


def readable_products(user: User) -> ProductQuerySet:
    """Those of the person's units and of units below them, and whatever everyone may read."""
    return Product.objects.filter(Q(unit__in=unit_ids(user)) | Q(state=ProductState.PUBLISH))


def own_products(user: User) -> ProductQuerySet:
    """Those of the person's units and of units below them: what the desk is about."""
    return Product.objects.filter(unit__in=unit_ids(user))


def editable_products(user: User) -> ProductQuerySet:
    """Those that the person may write on now."""
    return Product.objects.filter(unit__in=unit_ids(user, Role.EDITOR), state__in=WRITTEN)


def readable_bundles(user: User) -> QuerySet[Bundle]:
    return Bundle.objects.filter(unit__in=unit_ids(user))


@dataclass(frozen=True)
class Sides:
    """What the person is to one unit's products: `writes` and checks for it, `releases` in its name; `reads` drafts."""

    reads: bool
    writes: bool
    releases: bool


def sides_of(user: User, unit_id: int) -> Sides:
    """One query."""
    role = role_in(user, unit_id) or 0
    return Sides(role >= Role.VIEWER, role >= Role.EDITOR, role >= Role.COORDINATOR)


def may_check(user: User | None, product: Product) -> bool:
    """Whether the person is another than those who wrote it; the system itself (None) is nobody's other."""
    return user is not None and user.pk not in (product.started_by_id, product.written_by_id)
