"""Where products of others are taken from, and what came from there."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.shortcuts import get_object_or_404
from lxml import etree

from quyen.accounts.models import User
from quyen.core.sharing import Thing
from quyen.core.sharing.full import from_full
from quyen.library.models import Gathered, HarvestRun, Source
from quyen.library.models.harvest import GatheredQuerySet
from quyen.organisation.enums import Role
from quyen.organisation.queries import role_in, unit_ids
from quyen.shared.queries import held_alone

PAGE = 50
HARVEST_LOCK = 0x51_56  # first half of the advisory lock of a source that is being asked


def readable_sources(user: User) -> QuerySet[Source]:
    """Those of the person's units and of units below them."""
    return Source.objects.filter(unit__in=unit_ids(user))


def editable_sources(user: User) -> QuerySet[Source]:
    return Source.objects.filter(unit__in=unit_ids(user, Role.COORDINATOR))


def source_held(source_id: int) -> AbstractContextManager[bool]:
    """Holds a source while it is asked; False where another process does."""
    return held_alone(HARVEST_LOCK, source_id)


@dataclass(frozen=True)
class SourceRow:
    """One source in the list: how many things of it stand, and its last run (None: never asked)."""

    source: Source
    standing: int
    last: HarvestRun | None


@dataclass(frozen=True)
class SourceList:
    rows: tuple[SourceRow, ...]
    may_add: bool


def source_list(user: User) -> SourceList:
    """Three queries and the person's roles, however many sources."""
    newest = HarvestRun.objects.filter(source=OuterRef("pk")).order_by("-id").values("pk")[:1]
    sources = list(
        readable_sources(user)
        .select_related("unit")
        .annotate(
            standing=Count("gathered", filter=Q(gathered__withdrawn_at=None)), last_run=Subquery(newest)
        )
    )
    runs = {run.pk: run for run in HarvestRun.objects.filter(pk__in=[one.last_run for one in sources])}
    rows = tuple(SourceRow(one, one.standing, runs.get(one.last_run)) for one in sources)
    return SourceList(rows, bool(unit_ids(user, Role.COORDINATOR)))


@dataclass(frozen=True)
class SourcePage:
    """A source with its last runs and what came, newest first."""

    source: Source
    runs: tuple[HarvestRun, ...]
    gathered: Page[Gathered]
    may_change: bool
    may_ask: bool


def source_page(user: User, pk: int, number: int) -> SourcePage:
    """Errors: Http404. Six queries."""
    source = get_object_or_404(readable_sources(user).select_related("unit"), pk=pk)
    rows = source.gathered.defer("content").order_by(
        F("withdrawn_at").asc(nulls_first=True), "-came_at", "-id"
    )
    role = role_in(user, source.unit_id) or 0
    return SourcePage(
        source, tuple(source.runs.select_related("started_by")[:10]), Paginator(rows, PAGE).get_page(number),
        role >= Role.COORDINATOR, role >= Role.EDITOR,
    )  # fmt: skip


# --- for everyone -----------------------------------------------------------------------------------


def shown_gathered(language: str = "", form: str = "") -> GatheredQuerySet:
    """What came from others and stands, newest first."""
    rows = (
        Gathered.objects.shown()
        .select_related("source")
        .order_by(F("published_on").desc(nulls_last=True), "-pk")
    )
    exact = {"language": language, "form": form}
    return rows.filter(**{name: value for name, value in exact.items() if value})


@dataclass(frozen=True)
class GatheredPage:
    row: Gathered
    thing: Thing


def gathered_page(pk: int) -> GatheredPage:
    """Errors: Http404 where it never came, was taken back, or is not shown. One query."""
    row = get_object_or_404(Gathered.objects.shown().select_related("source__unit"), pk=pk)
    return GatheredPage(row, thing_of(row))


def thing_of(row: Gathered) -> Thing:
    """The whole thing, as it came."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    thing = from_full(etree.fromstring(row.content, parser), row.identifier, row.changed_at)
    assert thing is not None
    return thing
