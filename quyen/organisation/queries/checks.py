"""The checks of the data: one .sql file each, in `data/checks` of the app that owns the tables; and their screen.

A file begins with lines "-- key: value": name and advice (for the person who mends it), severity, subject (what its
rows are), link (the name of an address). Its one statement gives subject_id, unit_id (whose people can mend it; NULL:
the operator's), place (the address's arguments, parted by spaces) and about (what to call the row). It may ask for
%(today)s, and so a per cent sign is written twice.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from django.apps import apps
from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext

from quyen.accounts.models import User
from quyen.organisation.enums import Role, Severity
from quyen.organisation.models import CheckHit, CheckHitQuerySet, CheckRun
from quyen.organisation.queries.access import unit_ids

KEYS = {"name", "advice", "severity", "subject", "link"}
SHOWN = 50  # findings of one check on the screen
GONE_DAYS = 30


@dataclass(frozen=True)
class Check:
    """`pk` is "app.file"; `name` and `advice` are Vietnamese, as in the file."""

    pk: str
    name: str
    advice: str
    severity: Severity
    subject: str
    link: str
    sql: str


def read_check(path: Path, app: str) -> Check:
    """Raises ValueError, naming the file, where its head or its statement is not as it should be."""
    head: dict[str, str] = {}
    body: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("-- ") and not body:
            key, _, value = line[3:].partition(": ")
            head[key] = value.strip()
        else:
            body.append(line)
    sql = "\n".join(body).strip()
    if head.keys() != KEYS or not all(head.values()) or ";" in sql or not sql:
        raise ValueError(f"{path}: needs {sorted(KEYS)} and one statement without a semicolon")
    return Check(f"{app}.{path.stem}", sql=sql, **(head | {"severity": Severity(head["severity"])}))  # type: ignore[arg-type]


@cache
def checks() -> dict[str, Check]:
    """All checks of all apps, the worst first."""
    found = [
        read_check(path, app.label)
        for app in apps.get_app_configs()
        for path in sorted((Path(app.path) / "data" / "checks").glob("*.sql"))
    ]
    order = list(Severity)
    return {one.pk: one for one in sorted(found, key=lambda one: (order.index(one.severity), one.pk))}


# --- the screen ----------------------------------------------------------------------------------------


def mendable_hits(user: User) -> CheckHitQuerySet:
    """What the person can mend: of units in which they are editors or more; all of it for the operator."""
    if user.is_superuser:
        return CheckHit.objects.all()
    return CheckHit.objects.filter(unit__in=unit_ids(user, Role.EDITOR))


def may_run(user: User) -> bool:
    return user.is_superuser or unit_ids(user, Role.ADMINISTRATOR).exists()


@dataclass(frozen=True)
class HitLine:
    """One row to mend. `url` is empty where its place is not to be opened."""

    about: str
    unit: str
    url: str
    since: date
    gone: date | None = None
    name: str = ""


@dataclass(frozen=True)
class CheckGroup:
    name: str
    advice: str
    severity: Severity
    lines: tuple[HitLine, ...]
    total: int


@dataclass(frozen=True)
class ChecksPage:
    """`groups` the worst first; `gone`: mended within the last month, newest first; `names` of all that is checked."""

    groups: tuple[CheckGroup, ...]
    total: int
    gone: tuple[HitLine, ...]
    last: CheckRun | None
    failed: tuple[str, ...]
    names: tuple[str, ...]
    may_run: bool


def checks_page(user: User) -> ChecksPage:
    """Four queries, however much is found (of each check as many as are shown are made ready)."""
    known = checks()
    mine = mendable_hits(user).filter(check_name__in=known).select_related("unit")
    by_check: dict[str, list[CheckHit]] = {}
    for hit in mine.open():
        by_check.setdefault(hit.check_name, []).append(hit)
    groups = tuple(_group(known[pk], by_check[pk]) for pk in known if pk in by_check)
    since = timezone.localdate() - timedelta(days=GONE_DAYS)
    gone = mine.filter(gone_on__gte=since).order_by("-gone_on", "-id")[:SHOWN]
    last = CheckRun.objects.exclude(finished_at=None).first()
    failed = [one["check"] for one in last.failed] if last else []
    return ChecksPage(
        groups=groups,
        total=sum(group.total for group in groups),
        gone=tuple(_line(known[hit.check_name], hit) for hit in gone),
        last=last,
        failed=tuple(gettext(known[pk].name) for pk in failed if pk in known),
        names=tuple(gettext(one.name) for one in known.values()),
        may_run=may_run(user),
    )


def _group(check: Check, hits: list[CheckHit]) -> CheckGroup:
    lines = tuple(_line(check, hit) for hit in hits[:SHOWN])
    return CheckGroup(gettext(check.name), gettext(check.advice), check.severity, lines, len(hits))


def _line(check: Check, hit: CheckHit) -> HitLine:
    try:
        url = reverse(check.link, args=hit.place.split()) if hit.place else ""
    except NoReverseMatch:
        url = ""
    unit = str(hit.unit) if hit.unit else ""
    return HitLine(hit.about, unit, url, hit.first_seen, hit.gone_on, gettext(check.name))


def open_hits_by_check(names: list[str]) -> Counter[str]:
    """How much each check found, for the command."""
    rows = CheckHit.objects.open().filter(Q(check_name__in=names)).values_list("check_name", flat=True)
    return Counter(rows)
