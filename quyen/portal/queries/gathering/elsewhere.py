"""Products of others that were taken over and are shown here: found under the name of those who made them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import override

from quyen.core.sharing import Thing
from quyen.library.enums import Language
from quyen.library.models import Gathered as Taken
from quyen.library.queries.sources import thing_of
from quyen.portal.enums import EntryKind
from quyen.portal.queries.frame import in_language
from quyen.portal.queries.gathering.gathered import Gathered
from quyen.portal.queries.gathering.places import site_language

_TONGUES = dict(Language.choices)


def elsewhere(numbers: Collection[int] | None) -> Iterator[Gathered]:
    """What its source took back, or what is of a source that is not shown, is nobody's to find."""
    rows = Taken.objects.shown().select_related("source").order_by("pk")
    if numbers is not None:
        rows = rows.filter(pk__in=numbers)
    with override("vi"):
        for one in rows.iterator(chunk_size=500):
            yield _taken(one, thing_of(one))


def _taken(one: Taken, thing: Thing) -> Gathered:
    """Its labels: source, issuer, who made it, kind, language, topics and articles. Its note says whose it is."""
    tongue = one.language.partition("-")[0].lower()[:10]
    labels = [one.source.name, one.issuer, one.credits, str(_TONGUES.get(tongue, tongue))]
    labels += [each.text for word in (thing.kind, *thing.subjects) if word for each in word.names]
    labels += [each.label for each in thing.articles]
    origin = _("từ %(source)s") % {"source": one.source.name}
    return Gathered(
        kind=EntryKind.ELSEWHERE, number=one.pk, language=tongue, title=one.title,
        address=in_language(f"/thu-vien/tu-noi-khac/{one.pk}/", site_language(tongue)),
        labels="; ".join(dict.fromkeys(filter(None, labels))), body=one.description,
        note=" · ".join(filter(None, (origin, Truncator(one.credits).chars(120)))),
        year=one.published_on.year if one.published_on else None,
    )  # fmt: skip
