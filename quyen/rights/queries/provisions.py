"""One article: its texts side by side, the ones before and after, and all that is tied to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from quyen.rights.enums import WITH_TEXT, TieState
from quyen.rights.models import (
    Citation,
    Instrument,
    Link,
    Passage,
    Provision,
    Recommendation,
    RecommendationProvision,
    Topic,
    Version,
)
from quyen.rights.queries.force import Lapse, endings, lapse_of
from quyen.rights.queries.names import address_of, anchor_of
from quyen.rights.queries.versions import chosen_versions, current_versions

MOST_TIES = 200


@dataclass(frozen=True)
class Line:
    """One paragraph: `path` of the clause or point that it belongs to, `anchor` its id on the page (empty for all but the
    first of that path), `sign` as printed, `level` 0 to 3."""

    path: str
    anchor: str
    sign: str
    text: str
    level: int


@dataclass(frozen=True)
class Column:
    """One text of an article."""

    version: Version
    heading: str
    lines: tuple[Line, ...]

    @classmethod
    def of(cls, version: Version, passage: Passage) -> Column:
        seen: set[str] = set()
        lines = []
        for path, sign, start, end, level in passage.pieces:
            words = passage.text[start:end]
            anchor = "" if path in seen else anchor_of(path)
            seen.add(path)
            lines.append(Line(path, anchor, sign, words[len(sign) :].strip() if sign else words, level))
        return cls(version, passage.heading, tuple(lines))


def columns_of(provision: Provision | None, chosen: Sequence[Version]) -> tuple[Column, ...]:
    """In the order chosen; a text that does not hold the article is left out. One query, none without a provision."""
    if provision is None or not chosen:
        return ()
    rows = Passage.objects.filter(provision=provision, version__in=[one.pk for one in chosen])
    by_version = {row.version_id: row for row in rows}
    return tuple(Column.of(one, by_version[one.pk]) for one in chosen if one.pk in by_version)


@dataclass(frozen=True)
class LinkLine:
    """A tie seen from one article: `other` is the article, or `topic` the topic, at its other end."""

    tie: Link
    other: Provision | None
    topic: Topic | None

    @property
    def address(self) -> str:
        return address_of(self.other.instrument.code, self.other.path) if self.other else ""

    @property
    def is_international(self) -> bool:
        return self.other is not None and self.other.instrument.is_international


@dataclass(frozen=True)
class CitationLine:
    """A quote in `place`; `target` is what it cites, None where that is not known here."""

    tie: Citation

    @property
    def place_address(self) -> str:
        return address_of(self.tie.place.instrument.code, self.tie.place.path)

    @property
    def target_address(self) -> str:
        return address_of(self.tie.code, self.tie.path)


@dataclass(frozen=True)
class ProvisionPage:
    """`provision` is the article (or the preamble) and `focus` the clause or point asked for ("19.2"; empty for the whole).
    `versions`: the texts of today that hold it. `links`, `cites`, `cited_by` and `recommendations`: for the public
    only what a person confirmed. `lapse`: that it stands no longer, soon will not, or may not."""

    instrument: Instrument
    provision: Provision
    focus: str
    holders: tuple[Provision, ...]
    versions: tuple[Version, ...]
    columns: tuple[Column, ...]
    previous: Provision | None
    next: Provision | None
    links: tuple[LinkLine, ...]
    cites: tuple[CitationLine, ...]
    cited_by: tuple[CitationLine, ...]
    recommendations: tuple[Recommendation, ...]
    lapse: Lapse | None = None

    @property
    def focus_anchor(self) -> str:
        return anchor_of(self.focus) if self.focus else ""

    @property
    def address(self) -> str:
        return address_of(self.instrument.code, self.provision.path)

    @property
    def topics(self) -> tuple[Topic, ...]:
        return tuple(one.topic for one in self.links if one.topic is not None)


def provision_page(
    code: str, path: str, languages: Sequence[str] = (), *, day: date | None = None, all_ties: bool = False
) -> ProvisionPage | None:
    """None where there is no such article; a clause that is not known shows its article. At most fourteen queries, however many
    texts and ties; eight where there are neither. `all_ties`: with what is proposed (for the desk)."""
    article, _dot, below = path.partition(".")
    rows = Provision.objects.filter(instrument__code=code, kind__in=WITH_TEXT).select_related(
        "instrument", "parent__parent"
    )
    provision = rows.filter(path=article).order_by("pk").first()
    if provision is None:
        return None
    versions = _versions(provision, day)
    own = _own(provision)
    before, after = _neighbours(provision)
    state = Q() if all_ties else Q(state=TieState.CONFIRMED)
    return ProvisionPage(
        provision.instrument, provision, path if below else "", _holders(provision), versions,
        columns_of(provision, chosen_versions(versions, languages)), before, after, _links(own, state, all_ties=all_ties),
        *_cites(provision, own, state), _recommendations(own, all_ties=all_ties),
        lapse_of(endings([code]), provision.path),
    )  # fmt: skip


def _versions(provision: Provision, day: date | None) -> tuple[Version, ...]:
    """The texts of today that hold it. Of most laws only the structure is here."""
    held = Passage.objects.filter(provision=provision).order_by().values_list("version_id", flat=True)
    if not (holding := set(held)):
        return ()
    return tuple(one for one in current_versions(provision.instrument, day) if one.pk in holding)


def _own(provision: Provision) -> list[int]:
    """The article with its clauses and points: asked for by their numbers, ties are found by an index."""
    below = Q(parent=provision) | Q(parent__parent=provision)
    found = Provision.objects.filter(below).order_by().values_list("pk", flat=True)
    return [provision.pk, *found]


def _recommendations(own: list[int], *, all_ties: bool) -> tuple[Recommendation, ...]:
    """Those of published reviews that a person tied to it; at the desk also those only proposed."""
    ties = RecommendationProvision.objects.filter(provision__in=own).order_by()
    if all_ties:
        rows = Recommendation.objects.standing()
        ties = ties.exclude(state=TieState.REFUSED)
    else:
        rows = Recommendation.objects.public()
        ties = ties.filter(state=TieState.CONFIRMED)
    pks = list(ties.values_list("recommendation", flat=True))
    if not pks:
        return ()
    found = rows.filter(pk__in=pks).select_related("review")
    return tuple(found.order_by("-review__adopted_on", "ordinal")[:MOST_TIES])


def _holders(provision: Provision) -> tuple[Provision, ...]:
    """Part and chapter, the wider first."""
    found: list[Provision] = []
    one = provision.parent
    while one is not None and len(found) < 2:
        found.insert(0, one)
        one = one.parent if len(found) < 2 else None
    return tuple(found)


def _neighbours(provision: Provision) -> tuple[Provision | None, Provision | None]:
    """(the one before, the one after), in one query."""
    rows = Provision.objects.filter(instrument=provision.instrument_id, kind=provision.kind)
    before = rows.filter(ordinal__lt=provision.ordinal).order_by("-ordinal")[:1]
    after = rows.filter(ordinal__gt=provision.ordinal).order_by("ordinal")[:1]
    found = {one.ordinal > provision.ordinal: one for one in before.union(after, all=True)}
    return found.get(False), found.get(True)


def _links(own: list[int], state: Q, *, all_ties: bool) -> tuple[LinkLine, ...]:
    """Both ends; links of its clauses are its own. Most articles have none, which one short query tells. `all_ties`: with
    who made and settled them."""
    found = Link.objects.filter(Q(provision__in=own) | Q(other__in=own), state)
    pks = list(found.values_list("pk", flat=True)[:MOST_TIES])
    if not pks:
        return ()
    people = ("made_by", "settled_by") if all_ties else ()
    rows = Link.objects.filter(pk__in=pks).select_related(
        "provision__instrument", "other__instrument", "topic", *people
    )
    lines = [_line(row, own) for row in rows]
    return tuple(sorted(lines, key=_order))


def _line(row: Link, own: list[int]) -> LinkLine:
    other = row.other if row.provision_id in own else row.provision
    return LinkLine(row, other if row.topic is None else None, row.topic)


def _order(line: LinkLine) -> tuple[int, int, str]:
    if line.other is None:
        return 9_999, 0, str(line.topic)
    return line.other.instrument.position, line.other.ordinal, ""


def _cites(
    provision: Provision, own: list[int], state: Q
) -> tuple[tuple[CitationLine, ...], tuple[CitationLine, ...]]:
    """(what it cites, what cites it). Most articles have neither, which one short query tells."""
    mine, theirs = Q(place=provision), Q(target__in=own)
    if not Citation.objects.filter(mine | theirs, state).exists():
        return (), ()
    return _citations(mine, state), _citations(theirs, state)


def _citations(which: Q, state: Q) -> tuple[CitationLine, ...]:
    rows = Citation.objects.filter(which, state).select_related(
        "place__instrument", "target__instrument", "version", "made_by", "settled_by"
    )
    ordered = rows.order_by("place__instrument__position", "place__ordinal", "start")
    return tuple(CitationLine(row) for row in ordered[:MOST_TIES])
