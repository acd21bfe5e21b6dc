"""What OAI-PMH is asked for: the register says what there is and when it changed, the library what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_noop as _
from django.utils.translation import override

from quyen.core.sharing import Identity, Place, Record, Shelfmark, Thing, Window
from quyen.library.enums import Language, ProductKind
from quyen.organisation.models import Unit
from quyen.portal.models import Shared
from quyen.portal.queries.things import host, identifier_of, things_of
from quyen.rights.models import Topic

BEGINNING = datetime(2023, 1, 1, tzinfo=UTC)
ROOTS = {
    "kind": _("Theo loại"),
    "language": _("Theo ngôn ngữ"),
    "topic": _("Theo chủ đề"),
    "unit": _("Theo đơn vị"),
}


def shelves_of(thing: Thing) -> tuple[str, ...]:
    """The sets that a thing is in, without those above them."""
    found = [f"language:{thing.language}"]
    found += [f"kind:{thing.kind.slug}"] if thing.kind else []
    found += [f"topic:{word.slug}" for word in thing.subjects]
    found += [f"unit:{thing.issuer.code}"] if thing.issuer else []
    return tuple(sorted(found))


class PublicShelf:
    """Reads only. A thing that the library does not publish at this moment is told as gone, whatever the register says."""

    def identity(self) -> Identity:
        first = Shared.objects.order_by("changed_at").values_list("changed_at", flat=True).first()
        mail = settings.DEFAULT_FROM_EMAIL.rpartition("<")[2].rstrip(">")
        if not re.fullmatch(r"\S+@(\S+\.)+\S+", mail):
            mail = f"quyen@{host()}.invalid"
        base = settings.ADDRESS + reverse("doors:oai")
        schema = settings.ADDRESS + reverse("doors:thing-schema")
        return Identity("Quyền", base, host(), mail, schema, first or BEGINNING)

    def shelves(self) -> Sequence[Shelfmark]:
        """Those that anything was ever in, with those above."""
        used = {one for row in Shared.objects.values_list("shelves", flat=True).distinct() for one in row}
        with override("vi"):
            named = {f"kind:{one.value}": str(one.label) for one in ProductKind}
            named |= {f"language:{one.value}": str(one.label) for one in Language}
            named |= {f"topic:{slug}": name for slug, name in Topic.objects.values_list("slug", "name_vi")}
            units = [int(one[5:]) for one in used if one.startswith("unit:")]
            named |= {f"unit:{one.pk}": one.name for one in Unit.objects.filter(pk__in=units)}
            named |= ROOTS
        return [Shelfmark(one, named.get(one, one)) for one in sorted(used)]

    def record(self, identifier: str) -> Record | None:
        found = re.fullmatch(rf"oai:{re.escape(host())}:product/(\d{{1,18}})", identifier)
        rows = list(Shared.objects.filter(number=int(found[1]))) if found else []
        return self._records(rows)[0] if rows else None

    def count(self, window: Window) -> int:
        return self._rows(window).count()

    def page(self, window: Window, after: Place | None, most: int) -> Sequence[Record]:
        rows = self._rows(window)
        if after:
            later = Q(changed_at__gt=after.changed_at)
            rows = rows.filter(later | Q(changed_at=after.changed_at, number__gt=after.number))
        return self._records(list(rows.order_by("changed_at", "number")[:most]))

    def _rows(self, window: Window) -> QuerySet[Shared]:
        rows = Shared.objects.all()
        if window.since:
            rows = rows.filter(changed_at__gte=window.since)
        if window.until:
            rows = rows.filter(changed_at__lt=window.until)
        return rows.filter(shelves__contains=[window.shelf]) if window.shelf else rows

    def _records(self, rows: Sequence[Shared]) -> list[Record]:
        times = {row.number: row.changed_at for row in rows if not row.is_gone}
        things = things_of(times, times) if times else {}
        return [
            Record(
                identifier_of(row.number), row.changed_at, row.number,
                tuple(one for one in row.shelves if ":" in one), things.get(row.number),
            )
            for row in rows
        ]  # fmt: skip
