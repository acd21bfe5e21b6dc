"""Asking the checks of the data, and keeping what they found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.organisation.models import CheckHit, CheckRun
from quyen.organisation.queries.checks import Check, checks, may_run

SECONDS = 10  # of one check
MOST = 2000  # rows of one check that are kept
PAUSE = timedelta(minutes=1)  # between two runs that people ask for
KEPT_DAYS = 365  # runs, and what was mended


class TooSoon(QuyenError):
    """Somebody had the checks run a moment ago."""

    def __init__(self) -> None:
        super().__init__(_("Vừa kiểm tra chưa đầy một phút trước."))
        self.advice = _("Kết quả ở dưới là mới nhất; hãy chờ một phút rồi kiểm tra lại.")


@dataclass(frozen=True)
class Found:
    """One row of a check, as its file gave it."""

    subject_id: int
    unit_id: int | None
    place: str
    about: str


def ask(check: Check) -> dict[int, Found]:
    """What the check finds now, by subject. Raises DatabaseError.

    Read only, within its seconds, and rolled back in any case: whatever a file says, it changes nothing.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"set local statement_timeout = '{SECONDS}s'")
        cursor.execute("set transaction read only")
        cursor.execute(
            f"select subject_id::bigint, unit_id::bigint, coalesce(place::text, ''), left(about, 300)"  # noqa: S608
            f" from ({check.sql}\n) as found order by 1 limit {MOST}",
            {"today": timezone.localdate()},
        )
        rows = cursor.fetchall()
        transaction.set_rollback(True)
    return {row[0]: Found(*row) for row in rows}


def run_checks(*, actor: User | None, only: Iterable[Check] | None = None) -> CheckRun:
    """Asks all checks and keeps what they found: new findings, those still there, and those that are gone.

    One that fails is named in the run, and its findings stay. Raises PermissionDenied, TooSoon.
    """
    if actor is not None and not may_run(actor):
        raise PermissionDenied
    asked = list(checks().values() if only is None else only)
    with transaction.atomic():
        # one run at a time; a second one waits here, and then sees the first
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(hashtext('quyen.checks'))")
        if actor is not None and CheckRun.objects.filter(started_at__gt=timezone.now() - PAUSE).exists():
            raise TooSoon
        run = CheckRun.objects.create(by=actor, asked=len(asked))
        for check in asked:
            try:
                found = ask(check)
            except DatabaseError as error:
                run.failed.append({"check": check.pk, "error": str(error).strip()[:500]})
            else:
                _keep(check, found)
        run.finished_at = timezone.now()
        run.save(update_fields=["finished_at", "failed"])
        _forget()
    return run


def _keep(check: Check, found: dict[int, Found]) -> None:
    """Three statements at most, however much was found."""
    today = timezone.localdate()
    held = {hit.subject_id: hit for hit in CheckHit.objects.open().filter(check_name=check.pk)}
    gone = [hit.pk for subject, hit in held.items() if subject not in found]
    if gone:
        CheckHit.objects.filter(pk__in=gone).update(gone_on=today)
    rows = [
        CheckHit(
            check_name=check.pk, subject_id=one.subject_id, unit_id=one.unit_id, place=one.place[:80],
            about=one.about, first_seen=today, last_seen=today,
        )
        for one in found.values()
    ]  # fmt: skip
    new = [row for row in rows if row.subject_id not in held]
    still = [_renewed(held[row.subject_id], row) for row in rows if row.subject_id in held]
    CheckHit.objects.bulk_create(new, batch_size=1000)
    CheckHit.objects.bulk_update(still, ["unit", "place", "about", "last_seen"], batch_size=1000)


def _renewed(held: CheckHit, row: CheckHit) -> CheckHit:
    held.unit_id, held.place, held.about, held.last_seen = row.unit_id, row.place, row.about, row.last_seen
    return held


def _forget() -> None:
    """What was mended a year ago, and runs of then, are history enough. Findings of a check that is no more are gone."""
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    CheckHit.objects.filter(gone_on__lt=before.date()).delete()
    CheckRun.objects.filter(started_at__lt=before).delete()
    CheckHit.objects.open().exclude(check_name__in=checks()).update(gone_on=timezone.localdate())
