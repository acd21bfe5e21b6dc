"""Keeps the register of what is shared in step with what is published."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from quyen.core.sharing import digest
from quyen.library.models import Product
from quyen.library.queries import published_products
from quyen.portal.models import Shared
from quyen.portal.queries.shared import shelves_of
from quyen.portal.queries.things import things_of

NOTE, NOTE_ALL, QUEUE = "note_shared", "note_all_shared", "sharing"
AT_ONCE = 500


def wake_noting(products: Iterable[int]) -> None:
    """Queues the noting; the nightly run over all finds whatever is lost here."""
    numbers = sorted(set(products))
    lock = f"{NOTE}:{','.join(map(str, numbers))}"[:120] if len(numbers) < 10 else None
    job = app.configure_task(NOTE, queue=QUEUE, queueing_lock=lock, allow_unknown=True)
    with suppress(AlreadyEnqueued), transaction.atomic():
        job.defer(products=[*numbers])


def wake_noting_all() -> None:
    """At the start, where something is published that harvesters were never told of: a new demo world, a copy put back."""
    known = Shared.objects.filter(is_gone=False).values("number")
    if not published_products().order_by().exclude(pk__in=known).exists():
        return
    job = app.configure_task(NOTE_ALL, queue=QUEUE, queueing_lock=NOTE_ALL, allow_unknown=True)
    with suppress(AlreadyEnqueued), transaction.atomic():
        job.defer(timestamp=0)


def note_shared(products: Iterable[int]) -> int:
    """What everyone may see of these products, and of the other languages of the same works, is written down where it has
    changed. Returns how many rows changed. Safe to run twice, and at the same time."""
    asked = list(products)
    works = Product.objects.filter(pk__in=asked).values_list("translation_of", flat=True)
    roots = [*asked, *(one for one in works if one is not None)]
    family = Product.objects.filter(Q(pk__in=roots) | Q(translation_of__in=roots), revises=None)
    numbers = sorted({*family.values_list("pk", flat=True), *asked})
    return sum(_note(numbers[at : at + AT_ONCE]) for at in range(0, len(numbers), AT_ONCE))


def note_all() -> int:
    """The same for everything that is or was public."""
    known = Shared.objects.filter(is_gone=False).values_list("number", flat=True)
    return note_shared({*known, *published_products().order_by().values_list("pk", flat=True)})


@transaction.atomic
def _note(numbers: list[int]) -> int:
    """Rows are locked in their order before the library is read: who waited sees what the other wrote."""
    new = published_products().order_by().filter(pk__in=numbers).values_list("pk", flat=True)
    Shared.objects.bulk_create(
        [Shared(number=one, changed_at=timezone.now(), is_gone=True) for one in new], ignore_conflicts=True
    )
    rows = list(Shared.objects.select_for_update().filter(number__in=numbers).order_by("number"))
    things = things_of(row.number for row in rows)
    now, changed = timezone.now(), []
    for row in rows:
        thing = things.get(row.number)
        sign = digest(thing) if thing else row.digest
        if row.is_gone == (thing is None) and sign == row.digest:
            continue
        row.is_gone, row.digest, row.changed_at = thing is None, sign, now
        if thing:
            mine = shelves_of(thing)
            row.shelves = sorted({*mine, *(one.partition(":")[0] for one in mine)})
        changed.append(row)
    Shared.objects.bulk_update(changed, ["is_gone", "digest", "changed_at", "shelves"])
    return len(changed)
