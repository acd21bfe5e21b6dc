"""Published products, each language a find of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import override

from quyen.library.enums import Language, Medium
from quyen.library.models import Product, ProductProvision
from quyen.portal.enums import EntryKind
from quyen.portal.queries.addresses import product_path
from quyen.portal.queries.frame import in_language
from quyen.portal.queries.gathering.gathered import Gathered
from quyen.portal.queries.gathering.places import site_language
from quyen.rights.enums import TieState


def products(numbers: Collection[int] | None) -> Iterator[Gathered]:
    rows = Product.objects.published().select_related("unit")
    if numbers is not None:
        rows = rows.filter(pk__in=numbers)
    ties = Prefetch("provisions", ProductProvision.objects.filter(state=TieState.CONFIRMED))
    with override("vi"):
        for one in rows.prefetch_related("topics", ties).order_by("pk").iterator(chunk_size=500):
            yield _product(one)


def _product(one: Product) -> Gathered:
    """Its labels: kind, language and media in words, the unit that issues it, topics, and the articles it explains."""
    kind, tongue = str(one.get_kind_display()), str(Language(one.language).label)
    labels = [kind, tongue, one.unit.name, *(topic.name_vi for topic in one.topics.all())]
    labels += [str(Medium(medium).label) for medium in one.media if medium in Medium.values]
    labels += [f"Điều {tie.path} {tie.code}" for tie in one.provisions.all()]
    return Gathered(
        kind=EntryKind.PRODUCT, number=one.pk, language=one.language, title=one.title,
        address=in_language(product_path(one.pk, one.title), site_language(one.language)),
        labels="; ".join(labels), body="\n".join(part for part in (one.summary, one.body, one.transcript) if part),
        note=" · ".join(part for part in (kind, _lasts(one.seconds)) if part),
        audience=one.audiences[0] if one.audiences else "", unit=one.unit_id,
        year=one.published_on.year if one.published_on else None,
    )  # fmt: skip


def _lasts(seconds: int | None) -> str:
    if not seconds:
        return ""
    minutes = round(seconds / 60)
    return (
        _("%(minutes)s phút") % {"minutes": minutes}
        if minutes
        else _("%(seconds)s giây") % {"seconds": seconds}
    )
