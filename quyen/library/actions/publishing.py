"""What goes out to the public, comes back, and is mended while it is out."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.library.actions.guard import (
    LibraryRefused,
    NotComplete,
    in_state,
    locked,
    seen,
    tell_published,
    tell_step,
    touch,
    trace,
)
from quyen.library.actions.pausing import settle_writing
from quyen.library.actions.translating import copy_ties
from quyen.library.enums import Deed, ProductState
from quyen.library.models import (
    BundleItem,
    Product,
    ProductEdition,
    ProductFile,
)
from quyen.library.models.product import WORDS, print_of
from quyen.library.queries.bundle_kinds import Outcome
from quyen.library.queries.bundles import lacks_of
from quyen.library.queries.conditions import faults_of, with_all
from quyen.library.queries.content import content_of, matter
from quyen.library.queries.page import SORT
from quyen.organisation.actions import require
from quyen.organisation.enums import Role
from quyen.organisation.queries import may
from quyen.organisation.queries.access import roles_remembered

MOVED = (
    *WORDS, "kind", "media", "audiences", "licence", "credits", "seconds", "source_edition", "made_from",
    "is_machine_drafted", "written_by_id",
)  # fmt: skip


@transaction.atomic
def publish_product(*, actor: User | None, product: Product, revision: int | None = None) -> Product:
    """To everyone, now. Of a revision the product that it revised is returned, with what the revision says.

    Errors: PermissionDenied, ProductChanged, LibraryRefused, NotComplete (all that is missing).
    """
    held = locked(product)
    require(actor, held.unit_id, Role.COORDINATOR)
    in_state(held, ProductState.READY)
    seen(held, revision)
    faults = faults_of(held)
    if faults:
        raise NotComplete(faults)
    return _publish(actor, held)


def _publish(actor: User | None, held: Product) -> Product:
    """Its conditions were looked at, under its lock."""
    out = _moved_in(held) if held.revises is not None else held
    today = timezone.localdate()
    before = out.state
    out.state, out.edition = ProductState.PUBLISH, out.edition + 1
    out.published_on, out.republished_on, out.retired_on = out.published_on or today, today, None
    out.waits_for, out.due_on = None, None
    try:
        with transaction.atomic():
            touch(
                out, *(name.removesuffix("_id") for name in MOVED), "state", "edition", "published_on", "republished_on",
                "retired_on", "waits_for", "due_on",
            )  # fmt: skip
    except IntegrityError as error:
        raise LibraryRefused(_("Đã có một bản khác bằng ngôn ngữ này của cùng sản phẩm.")) from error
    _keep_edition(actor, out)
    tell_step(actor, out, Deed.PUBLISH, edition=out.edition)
    trace(actor, Verb.PUBLISH, out, {"state": before}, {"state": str(out.state), "edition": out.edition})
    below = _followed(out)
    tell_published([out.pk, *below])
    return out


def _keep_edition(actor: User | None, out: Product) -> None:
    assert out.republished_on is not None
    content = content_of(out)
    ProductEdition.objects.create(
        product=out, number=out.edition, published_on=out.republished_on, content=content, sha256=print_of(content),
        by=actor, by_name=str(actor) if actor else "Quyền",
    )  # fmt: skip


def _followed(out: Product) -> list[int]:
    """Translations that were made from just these words and pictures are up to date; the others show that they are not.
    Returns all of them."""
    rows = Product.objects.filter(translation_of=out)
    rows.filter(made_from=matter(out)).update(source_edition=out.edition)
    return list(rows.filter(revises=None).values_list("pk", flat=True))


def _moved_in(draft: Product) -> Product:
    """What the revision says is now said by the product that it revised, and the revision is no more."""
    assert draft.revises is not None
    settle_writing(draft)
    target = locked(draft.revises)
    for name in MOVED:
        setattr(target, name, getattr(draft, name))
    target.topics.set(draft.topics.all())
    target.other_units.set(draft.other_units.all())
    for rows in (target.files, target.provisions, target.tasks):
        rows.all().delete()
    for kept in (draft.files, draft.provisions, draft.tasks, draft.comments, draft.review_links, draft.steps):
        kept.update(product=target)
    BundleItem.objects.filter(sort=SORT, subject_id=draft.pk).update(subject_id=target.pk)
    draft.delete()
    return target


@transaction.atomic
def retire_product(
    *, actor: User | None, product: Product, reason: str, revision: int | None = None
) -> Product:
    """No longer for everyone; its editions stay. Errors: PermissionDenied, ProductChanged, LibraryRefused."""
    held = locked(product)
    require(actor, held.unit_id, Role.COORDINATOR)
    in_state(held, ProductState.PUBLISH)
    seen(held, revision)
    if not reason.strip():
        raise LibraryRefused(_("Rút một sản phẩm thì cần nêu lý do."))
    held.state, held.retired_on = ProductState.RETIRE, timezone.localdate()
    touch(held, "state", "retired_on")
    tell_step(actor, held, Deed.RETIRE, reason=reason.strip())
    after = {"state": str(held.state), "reason": reason.strip()}
    trace(actor, Verb.RETIRE, held, {"state": str(ProductState.PUBLISH)}, after)
    tell_published([held.pk, *held.translations.filter(revises=None).values_list("pk", flat=True)])
    return held


@transaction.atomic
def revise_product(*, actor: User | None, product: Product, reason: str = "") -> Product:
    """A draft of what was published, to be written on while the product stays as it is for everyone.

    Errors: PermissionDenied, LibraryRefused (there is one already).
    """
    held = locked(product)
    require(actor, held.unit_id, Role.EDITOR)
    in_state(held, ProductState.PUBLISH, ProductState.RETIRE)
    if held.revisions.exists():
        raise LibraryRefused(_("Sản phẩm này đang có một bản sửa."), advice=_("Hãy làm tiếp trên bản ấy."))
    made = Product(
        unit=held.unit, language=held.language, translation_of=held.translation_of, revises=held,
        state=ProductState.EDIT, started_by=actor, **{name: getattr(held, name) for name in MOVED},
    )  # fmt: skip
    made.written_by = actor
    made.save()
    copy_ties(held, made)
    rows = ProductFile.objects.filter(product=held)
    ProductFile.objects.bulk_create([ProductFile(product=made, **_placed(one)) for one in rows])
    tell_step(actor, made, Deed.REVISE, reason=reason.strip())
    trace(actor, Verb.CREATE, made, after=made.as_json() | {"revises": held.pk})
    return made


def _placed(one: ProductFile) -> dict[str, object]:
    return {
        name: getattr(one, name) for name in ("file_id", "role", "position", "alternative_text", "language")
    }


def release_products(actor: User, pks: Sequence[int]) -> Outcome:
    """All of them to everyone, or what each lacks; within the bundle's transaction. Sources go before translations."""
    list(
        Product.objects.select_for_update().filter(pk__in=pks).order_by("pk").values_list("pk")
    )  # locks, in order
    known = with_all(pks)
    products, together = [one for one in known if not one.is_out], frozenset(pks)
    with roles_remembered():
        lacks = {one.pk: _lacks(actor, one, together) for one in products}
    lacks |= {pk: (_("Không còn sản phẩm này."),) for pk in together - {one.pk for one in known}}
    lacks = {pk: said for pk, said in lacks.items() if said}
    if lacks:
        return Outcome(lacks)
    moved = {}
    for one in sorted(products, key=lambda one: (one.translation_of_id is not None, one.pk)):
        moved[one.pk] = _publish(actor, locked(one)).pk
    return Outcome({}, {old: new for old, new in moved.items() if old != new})


def _lacks(actor: User, product: Product, together: frozenset[int]) -> tuple[str, ...]:
    said = lacks_of(product, together)
    if not may(actor, product.unit_id, Role.COORDINATOR):
        words = _("%(who)s không có quyền phát hành của %(unit)s.") % {"who": actor, "unit": product.unit}
        said = (words, *said)
    return said
