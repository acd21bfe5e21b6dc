"""Products whose step is due: whose turn it is, and what is to be done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quyen.library.enums import ProductState
from quyen.library.models import Product
from quyen.organisation.enums import Role
from quyen.organisation.signals import DueItem

LEAD = 3  # days ahead; a step takes days, not weeks
WANTED = {
    ProductState.DRAFT: gettext_lazy("cần soạn xong"),
    ProductState.EDIT: gettext_lazy("cần biên tập"),
    ProductState.CHECK: gettext_lazy("cần kiểm tra"),
    ProductState.APPROVE: gettext_lazy("cần duyệt"),
    ProductState.READY: gettext_lazy("cần phát hành"),
}
RELEASES = (ProductState.APPROVE, ProductState.READY)  # steps of a coordinator


def due_products(since: date, until: date) -> Iterator[DueItem]:
    """Steps due in [since, until), as the reminders ask for them: of the person whose turn it is, else of all who may do the
    step. One query."""
    rows = Product.objects.under_way().filter(due_on__gte=since, due_on__lt=until)
    for one in rows.annotate(known=Max("steps__created_at")).order_by("due_on", "pk"):
        assert one.due_on is not None
        known = timezone.localdate(one.known or one.created_at)  # type: ignore[attr-defined]
        yield DueItem(
            f"library.Product:{one.pk}:{one.state}:{one.due_on.isoformat()}", one.unit_id, one.unit_id,
            _("%(title)s: %(wanted)s") % {"title": one.title, "wanted": WANTED[ProductState(one.state)]}, one.due_on,
            reverse("library:product", args=[one.pk]), known, LEAD,
            Role.COORDINATOR if one.state in RELEASES else Role.EDITOR, one.waits_for_id,
        )  # fmt: skip
