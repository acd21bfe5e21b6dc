"""Who may read, write and judge which report."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import BigIntegerField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet

from quyen.accounts.models import User
from quyen.organisation.enums import PLACES, Role
from quyen.organisation.models import Unit
from quyen.organisation.queries import may, role_in, unit_ids, units_held
from quyen.organisation.queries.roles import ROLE_OVER, asked_of
from quyen.reports.enums import Deed
from quyen.reports.models import Cycle, Edition, Regime, Step, Submission, SubmissionQuerySet


def readable_regimes(user: User) -> QuerySet[Regime]:
    """Asked by a unit of the person's, or asked of one: then the person knows what is wanted."""
    units = unit_ids(user)
    return Regime.objects.filter(
        Q(unit__in=units) | Q(pk__in=Submission.objects.filter(unit__in=units).values("cycle__regime"))
    )


def editable_regimes(user: User) -> QuerySet[Regime]:
    return Regime.objects.filter(unit__in=unit_ids(user, Role.COORDINATOR))


def readable_cycles(user: User) -> QuerySet[Cycle]:
    """Rounds of which the person sees at least one report."""
    units = unit_ids(user)
    return Cycle.objects.filter(
        Q(regime__unit__in=units) | Q(pk__in=Submission.objects.filter(unit__in=units).values("cycle"))
    )


def governed_cycles(user: User) -> QuerySet[Cycle]:
    """Rounds whose reports the person takes in: opens, returns, accepts, closes."""
    return Cycle.objects.filter(regime__unit__in=unit_ids(user, Role.COORDINATOR))


def collected_cycles(user: User) -> QuerySet[Cycle]:
    """Rounds of the person's own house: of the units in which they are a coordinator, and of the offices under these (a
    department of the province). What a commune asks for is the commune's own business."""
    held = units_held(user, Role.COORDINATOR)
    reached = unit_ids(user, Role.COORDINATOR)
    way = ExpressionWrapper(OuterRef("regime__unit__above"), ArrayField(BigIntegerField()))
    others = Unit.objects.filter(kind__in=PLACES, pk__in=reached).exclude(pk__in=held).annotate(way=way)
    elsewhere = others.filter(way__contains=[F("pk")])  # type: ignore[misc]  # an array, as the stubs do not know
    return Cycle.objects.filter(~Exists(elsewhere), regime__unit__in=reached)


def readable_submissions(user: User) -> SubmissionQuerySet:
    """Those of the person's units and the units below; and for the unit that asks, those that have been sent to it
    (a draft is its unit's own business, above the unit too where the way goes another chain)."""
    units = unit_ids(user)
    return Submission.objects.filter(
        Q(unit__in=units) | Q(cycle__regime__unit__in=units, first_sent_on__isnull=False)
    )


def editable_submissions(user: User) -> SubmissionQuerySet:
    return Submission.objects.filter(unit__in=unit_ids(user, Role.EDITOR))


def editable_submission(user: User, pk: int, *needed: str) -> Submission | None:
    """One of `editable_submissions`, with what of it is `needed`: the row and the role are two plain questions, and the role
    may be known already (`roles_remembered`)."""
    rows = Submission.objects.order_by()
    found = (rows.select_related(*needed) if needed else rows).filter(pk=pk).first()
    return found if found and may(user, found.unit_id, Role.EDITOR) else None


_WRITTEN = f"""
    SELECT s.unit_id, {ROLE_OVER} FROM reports_submission s JOIN organisation_unit u ON u.id = s.unit_id
    WHERE s.id = %(report)s
"""  # noqa: S608  our own words


def written_unit(user: User, pk: int) -> int | None:
    """The unit of one of `editable_submissions`. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_WRITTEN, asked_of(user) | {"report": pk})
        unit, role = cursor.fetchone() or (None, None)
    return unit if (role or 0) >= Role.EDITOR else None


def readable_editions(user: User) -> QuerySet[Edition]:
    """All of the person's own units and those below; of others those that were sent to a unit of the person's."""
    units = unit_ids(user)
    sent = Step.objects.filter(deed=Deed.SUBMIT).values("edition")
    return Edition.objects.filter(
        Q(submission__unit__in=units) | Q(submission__cycle__regime__unit__in=units, pk__in=sent)
    )


@dataclass(frozen=True)
class Sides:
    """What a person may do with a report: write it, approve it for the unit, judge it for the level above, read it
    before it is sent."""

    writes: bool
    approves: bool
    judges: bool
    reads_drafts: bool


def sides_of(user: User, submission: Submission) -> Sides:
    """Two queries. Whoever judges a report for the unit above does not lose that by standing above the unit, too."""
    own = role_in(user, submission.unit_id) or 0
    above = role_in(user, submission.cycle.regime.unit_id) or 0
    return Sides(own >= Role.EDITOR, own >= Role.COORDINATOR, above >= Role.COORDINATOR, bool(own))
