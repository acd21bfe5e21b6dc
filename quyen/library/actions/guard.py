"""What every change of a product begins and ends with: permission, its lock, what was seen, the trace, the news of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.library.actions.pausing import differing, settle_writing
from quyen.library.enums import Deed, ProductState
from quyen.library.models import Product, ProductStep
from quyen.library.queries.conditions import Fault
from quyen.library.signals import published
from quyen.organisation.actions import require
from quyen.organisation.enums import Role


class LibraryRefused(QuyenError):
    """What cannot be done in the library; nothing was changed."""

    def __init__(self, message: str, *, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice or _("Chưa có gì thay đổi.")


class ProductChanged(LibraryRefused):
    """Somebody else changed it in the meantime; nothing was written."""

    def __init__(self) -> None:
        super().__init__(
            _("Sản phẩm này vừa được người khác thay đổi."),
            advice=_("Hãy xem lại rồi làm tiếp; chưa ghi gì."),
        )


class ProductConflict(LibraryRefused):
    """Somebody else wrote first. `product` is as it stands now."""

    def __init__(self, product: Product) -> None:
        super().__init__(
            _("Người khác vừa sửa sản phẩm này."),
            advice=_("Bản của bạn còn nguyên trên màn hình và chưa ghi."),
        )
        self.product = product


class NotComplete(LibraryRefused):
    """Conditions of publishing that are not met, all of them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        said = " ".join(one.said for one in self.faults)
        super().__init__(
            said, advice=_("Hãy bổ sung rồi làm lại; mọi thứ đã ghi vẫn còn nguyên.")
        )  # fmt: skip


def locked(product: Product) -> Product:
    """The product as it stands, with its files, ties and comments guarded by its lock."""
    rows = Product.objects.select_for_update(of=["self"]).select_related("unit", "translation_of", "revises")
    found = rows.filter(pk=product.pk).first()
    if found is None:
        raise LibraryRefused(_("Sản phẩm này không còn nữa: bản sửa đã được phát hành hoặc bỏ."))
    return found


def to_write(actor: User | None, product: Product) -> Product:
    """Locked, for one of its editors. Errors: PermissionDenied, LibraryRefused where it is out of their hands."""
    held = locked(product)
    require(actor, held.unit_id, Role.EDITOR)
    if not held.is_written:
        raise LibraryRefused(
            _("Sản phẩm %(state)s nên không sửa được.") % {"state": held.get_state_display()},
            advice=_("Hãy rút về sửa, hoặc mở bản sửa nếu đã phát hành."),
        )
    return held


def in_state(held: Product, *states: ProductState) -> None:
    """Errors: LibraryRefused where it is in none of them."""
    if held.state not in states:
        raise LibraryRefused(
            _("Việc này không làm được khi sản phẩm %(state)s.") % {"state": held.get_state_display()}
        )


def seen(held: Product, revision: int | None) -> None:
    """Errors: ProductChanged where `revision` is no longer what stands; None does not ask."""
    if revision is not None and held.revision != revision:
        raise ProductChanged


def touch(held: Product, *columns: str) -> None:
    """Saves the columns, and counts the change."""
    held.revision += 1
    held.save(update_fields=["revision", "changed_at", *columns])


def tell_step(
    actor: User | None,
    held: Product,
    deed: Deed,
    *,
    reason: str = "",
    due_on: date | None = None,
    edition: int | None = None,
) -> None:
    ProductStep.objects.create(
        product=held, deed=deed, reason=reason, due_on=due_on, edition=edition, by=actor,
        by_name=str(actor) if actor else "Quyền",
    )  # fmt: skip


def trace(
    actor: User | None,
    verb: Verb,
    held: Product,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> None:
    """Of a change only what differs. What was being written until now stands before it in the trail."""
    settle_writing(held)
    if before is not None and after is not None:
        before, after = differing(before, after)
    record([entry(actor=actor, verb=verb, subject=held, unit_id=held.unit_id, before=before, after=after)])


def tell_published(products: Iterable[int]) -> None:
    """After commit: what the public may see of these has changed."""
    pks = tuple(products)
    transaction.on_commit(lambda: published.send_robust(sender=Product, products=pks), robust=True)
