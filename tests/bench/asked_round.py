"""Material of bin/bench submissions: communes of the real country that are asked for a report, their keys, and readers."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

TASKS = ("Phát trên loa truyền thanh về quyền con người", "Tổ chức buổi nói chuyện ở thôn, tổ dân phố")
CODES = ("LOA", "TY")


@dataclass
class Sender:
    """One commune's system. `works`: its assignments by task."""

    report: int
    unit: int
    secret: str
    works: tuple[int, ...]


@dataclass
class Material:
    senders: list[Sender]
    cookies: list[str]  # of signed-in readers


def make(units: int, readers: int) -> Material:
    """A round of `units` communes under their provinces, two tasks and two indicators each. Only public actions make
    the rounds; keys and hand-outs, which people give one by one, are written in bulk."""
    from django.utils import timezone

    from quyen.indicators.enums import Rule
    from quyen.indicators.models import Indicator
    from quyen.organisation.enums import UnitKind
    from quyen.organisation.models import Unit
    from quyen.reports import actions

    year = timezone.localdate().year
    provinces = list(Unit.objects.active().filter(kind=UnitKind.PROVINCE).order_by("pk"))
    below = [unit.pk for unit in provinces]
    communes = Unit.objects.active().filter(kind=UnitKind.COMMUNE, parent__in=below).order_by("pk")[:units]
    shape: dict[str, Any] = {"definition": "Đếm.", "given_by": [UnitKind.COMMUNE], "since": date(year, 1, 1)}
    Indicator.objects.create(code="LOA", name="Buổi phát thanh", measured_in="buổi", **shape)
    Indicator.objects.create(code="TY", name="Thôn có loa", measured_in="thôn", rule=Rule.RATIO, **shape)
    plan = _plan(provinces[0])
    _give(plan, list(communes))
    for province in provinces:
        wish = actions.RegimeWish(
            "Báo cáo năm", kinds=(UnitKind.COMMUNE,), by_assignment=False, plan=plan, anchor=date(year, 1, 1)
        )
        regime = actions.found_regime(actor=None, unit=province, wish=wish)
        due = timezone.localdate() + timedelta(days=1)
        actions.open_cycle(
            actor=None, regime=regime, wish=actions.CycleWish("", date(year, 1, 1), date(year + 1, 1, 1), due)
        )
    return Material(_senders([unit.pk for unit in communes]), _cookies(provinces, readers))


def _plan(unit: Any) -> Any:
    from tests.factories.plans import make_plan

    return make_plan(unit, tasks=[{"text": text, "lead": []} for text in TASKS])


def _give(plan: Any, communes: list[Any]) -> None:
    from django.utils import timezone

    from quyen.plans.enums import Giving, Part
    from quyen.plans.models import Assignment, Task

    now = timezone.now()
    Assignment.objects.bulk_create(
        Assignment(task=task, unit=unit, part=Part.LEAD, state=Giving.GIVEN, given_at=now)
        for task in Task.objects.filter(plan=plan)
        for unit in communes
    )


def _senders(communes: list[int]) -> list[Sender]:
    from quyen.accounts.models import SERVICE_DOMAIN, User
    from quyen.organisation.enums import Role
    from quyen.organisation.models import Membership
    from quyen.plans.models import Assignment
    from quyen.reports.actions.tokens import PREFIX, hashed
    from quyen.reports.models import Submission, Token

    reports = dict(Submission.objects.filter(unit__in=communes).values_list("unit_id", "pk"))
    works: dict[int, list[int]] = {}
    for pk, unit in Assignment.objects.order_by("task").values_list("pk", "unit_id"):
        works.setdefault(unit, []).append(pk)
    users = User.objects.bulk_create(
        User(email=f"may-{unit}@{SERVICE_DOMAIN}", full_name="Hệ thống: LRIS", password="!")
        for unit in communes
    )
    Membership.objects.bulk_create(
        Membership(user=user, unit_id=unit, role=Role.EDITOR)
        for user, unit in zip(users, communes, strict=True)
    )
    words = [PREFIX + secrets.token_urlsafe(32) for _unit in communes]
    until = date(date.today().year + 2, 1, 1)
    Token.objects.bulk_create(
        Token(unit_id=unit, name="LRIS", hint=word[:12], sha256=hashed(word), account=user, expires_on=until)
        for unit, user, word in zip(communes, users, words, strict=True)
    )
    return [
        Sender(reports[unit], unit, word, tuple(works[unit]))
        for unit, word in zip(communes, words, strict=True)
    ]


def _cookies(provinces: list[Any], readers: int) -> list[str]:
    from django.test import Client

    from quyen.accounts.models import User
    from quyen.organisation.enums import Role
    from quyen.organisation.models import Membership

    found = []
    for number in range(readers):
        user = User.objects.create_user(f"doc{number}@thu.example", None, full_name=f"Người đọc {number}")
        Membership.objects.create(user=user, unit=provinces[number % len(provinces)], role=Role.COORDINATOR)
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        found.append(client.cookies["sessionid"].value)
    return found


def clash(sender: Sender) -> None:
    """A colleague says something of the first task before the system does."""
    from quyen.plans.actions.work.progress import report_progress
    from quyen.plans.enums import WorkState
    from quyen.plans.models import Assignment
    from quyen.reports.models import Token

    account = Token.objects.select_related("account").get(unit=sender.unit).account
    work = Assignment.objects.get(pk=sender.works[0])
    report_progress(actor=account, assignment=work, revision=0, state=WorkState.UNDER_WAY, note="Đang phát")


def left_behind(senders: list[Sender], told: dict[int, dict[str, Any]]) -> dict[str, int]:
    """What the database holds against what each sender was told, by SQL: {"found", "lost", "doubled", "receipts"}."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(_HELD, [[one.report for one in senders]])
        held = {row[0]: row[1:] for row in cursor.fetchall()}
    found = sum(held[pk][:2] == ("submitted", answer["edition"]) for pk, answer in told.items())
    whole = {pk for pk, row in held.items() if row[2:] == (1, 2, 2, 1, 2)}
    more = sum(any(a > b for a, b in zip(row[2:], (1, 2, 2, 1, 2), strict=True)) for row in held.values())
    return {"found": found, "lost": len(told.keys() - whole) - more, "doubled": more}


# of each report: its state, its last edition, how often it was sent, its values, their versions, its words, its work
_HELD = """
    SELECT s.id, s.state,
        (SELECT e.sha256 FROM reports_edition e WHERE e.submission_id = s.id ORDER BY e.id DESC LIMIT 1),
        (SELECT count(*) FROM reports_step t WHERE t.submission_id = s.id AND t.deed = 'submit')::int,
        (SELECT count(*) FROM indicators_observation o WHERE o.unit_id = s.unit_id AND o.replaced_at IS NULL)::int,
        (SELECT count(*) FROM indicators_observation o WHERE o.unit_id = s.unit_id)::int,
        (SELECT count(*) FROM reports_passage p WHERE p.submission_id = s.id)::int,
        (SELECT count(DISTINCT a.id) FROM plans_assignment a JOIN plans_progress g ON g.assignment_id = a.id
            WHERE a.unit_id = s.unit_id AND g.state = 'done')::int
    FROM reports_submission s WHERE s.id = ANY(%s)
"""
