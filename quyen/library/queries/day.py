"""The library on the landing page: what is late or due, what waits for this person, bundles that did not go out."""

from __future__ import annotations

from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quyen.accounts.models import User
from quyen.library.enums import UNDER_WAY, WRITTEN, BundleState, ProductState
from quyen.library.models import Bundle, Product
from quyen.library.queries.due import RELEASES, WANTED
from quyen.organisation.enums import Role
from quyen.organisation.queries import units_held
from quyen.plans.signals import Block, Line

MOST = 6
SOON, WEEK = 14, 7  # days ahead


def day_block(user: User, day: date) -> Block:
    """Of units in which the person holds a role: two queries."""
    releases = units_held(user, Role.COORDINATOR)
    rows = Product.objects.filter(_theirs(user, day), state__in=UNDER_WAY).select_related("unit")
    products = sorted(rows, key=lambda one: (one.due_on or date.max, one.pk))
    failed = Bundle.objects.filter(Q(owner=user) | Q(unit__in=releases), state=BundleState.FAILED)
    lines = [_failed(one) for one in failed.order_by("-release_at", "-pk")[:MOST]]
    lines += [_line(one, day) for one in products]
    days = [(one.due_on - day).days for one in products if one.due_on]
    count = ngettext("%d việc", "%d việc", len(lines)) % len(lines)
    late = sum(number < 0 for number in days)
    fact = ngettext("%d sản phẩm quá hạn", "%d sản phẩm quá hạn", late) % late if late else ""
    return Block(
        _("Thư viện: đến hạn và chờ bạn"), count, reverse("library:list"), tuple(lines[:MOST]),
        days=min(days, default=None), headline=_headline(products, day), fact=fact, is_side=True,
    )  # fmt: skip


def _theirs(user: User, day: date) -> Q:
    """What waits for this person; what waits for nobody by name and this person may do: edit what has a day, check what
    others wrote, approve and publish; and what is late in units that the person coordinates."""
    writes, releases = units_held(user, Role.EDITOR), units_held(user, Role.COORDINATOR)
    by_others = ~Q(started_by=user) & ~Q(written_by=user)
    for_all = (
        Q(unit__in=writes, state__in=WRITTEN, due_on__isnull=False)
        | Q(by_others, unit__in=writes, state=ProductState.CHECK)
        | Q(unit__in=releases, state__in=RELEASES)
    )
    return Q(waits_for=user) | Q(for_all, waits_for=None) | Q(unit__in=releases, due_on__lt=day)


def _headline(products: list[Product], day: date) -> str:
    """ "Trễ 5 ngày: Tờ rơi"; of the first that is due within the week."""
    first = next(iter(products), None)
    if first is None or first.due_on is None or (first.due_on - day).days > WEEK:
        return ""
    said, _sign = due_said(first.due_on, day)
    return f"{said[0].upper()}{said[1:]}: {first.title}"


def _failed(bundle: Bundle) -> Line:
    said = "; ".join(f"{one['title']}: {' '.join(one['said'])}" for one in bundle.reasons[:2])
    return Line(
        bundle.title, reverse("library:bundle", args=[bundle.pk]), when=_("chưa ra"), sign="late", reason=said
    )


def _line(one: Product, day: date) -> Line:
    when, sign = due_said(one.due_on, day) if one.due_on else ("", "")
    note = f"{one.tongue.label} · {WANTED[ProductState(one.state)]}"
    return Line(one.title, reverse("library:product", args=[one.pk]), when=when, sign=sign, note=note)


def due_said(due: date, day: date) -> tuple[str, str]:
    """In words, with the colour of it."""
    days = (due - day).days
    if days < 0:
        return ngettext("trễ %d ngày", "trễ %d ngày", -days) % -days, "late"
    if days == 0:
        return _("hôm nay"), "warn"
    said = ngettext("còn %d ngày", "còn %d ngày", days) % days
    return said, "warn" if days <= SOON else ""
