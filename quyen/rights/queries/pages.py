"""Instruments: all of them, and one with its articles, what happened to it, and its texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from quyen.rights.enums import HOLDERS, LANGUAGES, ProvisionKind, StatusKind, TieState
from quyen.rights.models import Instrument, Provision, Status, Version
from quyen.rights.queries.force import Lapse, lapse_of, lapses
from quyen.rights.queries.names import address_of
from quyen.rights.queries.provisions import Column, columns_of
from quyen.rights.queries.versions import chosen_versions, current_versions

_JOINED = (StatusKind.RATIFIED, StatusKind.ACCEDED)


@dataclass(frozen=True)
class InstrumentLine:
    """`joined`: what bound Việt Nam, for a treaty; when it entered into force, for a law. `proposals`: links that wait for a
    person. `lapse`: that it stands no longer as a whole, soon will not, or may not."""

    instrument: Instrument
    articles: int
    languages: tuple[str, ...]
    joined: Status | None
    proposals: int
    lapse: Lapse | None = None

    @property
    def address(self) -> str:
        return address_of(self.instrument.code)

    @property
    def language_names(self) -> list[str]:
        names = dict(LANGUAGES)
        return [str(names.get(code, code)) for code in self.languages]


def all_instruments() -> tuple[InstrumentLine, ...]:
    """In their order: declaration and treaties, the constitution, codes and laws. Three queries."""
    rows = Instrument.objects.annotate(
        articles=Count("provisions", filter=Q(provisions__kind=ProvisionKind.ARTICLE), distinct=True),
        proposals=Count(
            "provisions__links", filter=Q(provisions__links__state=TieState.PROPOSED), distinct=True
        ),
    )
    languages: dict[int, list[str]] = {}
    for pk, language in (
        Version.objects.order_by("language").values_list("instrument_id", "language").distinct()
    ):
        languages.setdefault(pk, []).append(language)
    statuses: dict[int, list[Status]] = {}
    for one in Status.objects.filter(Q(stands=True) | Q(what=StatusKind.REPLACED)).select_related(
        "successor"
    ):
        statuses.setdefault(one.instrument_id, []).append(one)
    ordered = sorted(rows, key=lambda one: (not one.is_international, one.position, one.code))
    return tuple(
        InstrumentLine(
            one, one.articles, tuple(sorted(languages.get(one.pk, []), key=lambda code: (code != "vi", code))),
            _joined(one, statuses.get(one.pk, [])), one.proposals, lapse_of(statuses.get(one.pk, []), ""),
        )
        for one in ordered
    )  # fmt: skip


def _joined(instrument: Instrument, statuses: Sequence[Status]) -> Status | None:
    wanted: tuple[StatusKind, ...] = _JOINED if instrument.is_international else (StatusKind.IN_FORCE,)
    found = [one for one in statuses if one.what in wanted]
    return found[0] if found else next((one for one in statuses if one.what == StatusKind.ADOPTED), None)


@dataclass(frozen=True)
class InstrumentPage:
    """`items`: parts, chapters, sections and articles in their order (each a Provision; a holder stands before its articles).
    `statuses` stand; `doubted` are what other sources say. `versions` stand on the day; `editions` are all that ever did, the
    newest first. `preamble`: the chosen texts side by side, empty where the instrument has none. `lapses`: what of it
    stands no longer, soon will not, or may not."""

    instrument: Instrument
    items: tuple[Provision, ...]
    statuses: tuple[Status, ...]
    doubted: tuple[Status, ...]
    versions: tuple[Version, ...]
    chosen: tuple[Version, ...]
    editions: tuple[Version, ...]
    preamble: tuple[Column, ...]
    with_text: frozenset[int]
    lapses: tuple[Lapse, ...] = ()

    @property
    def whole_lapse(self) -> Lapse | None:
        return next((one for one in self.lapses if not one.status.articles), None)

    @property
    def articles(self) -> tuple[Provision, ...]:
        return tuple(one for one in self.items if one.kind == ProvisionKind.ARTICLE)


def instrument_page(
    code: str, languages: Sequence[str] = (), day: date | None = None
) -> InstrumentPage | None:
    """None where there is no such instrument. Seven queries, however many articles and texts; `day` is today by default."""
    instrument = Instrument.objects.filter(code=code).first()
    if instrument is None:
        return None
    shown = (*HOLDERS, ProvisionKind.ARTICLE, ProvisionKind.PREAMBLE)
    rows = list(instrument.provisions.filter(kind__in=shown).order_by("ordinal", "pk"))
    for one in rows:
        one.instrument = instrument
    statuses = list(instrument.statuses.select_related("successor"))
    versions = current_versions(instrument, day)
    chosen = chosen_versions(versions, languages)
    editions = tuple(instrument.versions.select_related("brought_by").order_by("-created_at", "-pk"))
    preamble = next((one for one in rows if one.kind == ProvisionKind.PREAMBLE), None)
    written = instrument.provisions.filter(passages__version__in=[one.pk for one in versions])
    return InstrumentPage(
        instrument, tuple(one for one in rows if one is not preamble), tuple(one for one in statuses if one.stands),
        tuple(one for one in statuses if not one.stands), versions, chosen, editions, columns_of(preamble, chosen),
        frozenset(written.values_list("pk", flat=True)), lapses(statuses),
    )  # fmt: skip


def whole_text(version: Version) -> tuple[tuple[Provision, Column], ...]:
    """All articles of one edition in order, with their words. One query."""
    rows = version.passages.select_related("provision__parent").order_by("provision__ordinal")
    return tuple((row.provision, Column.of(version, row)) for row in rows)
