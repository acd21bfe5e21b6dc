"""bin/bench access: an officer's lists in a country of 3,355 units and 1,300 role rows.

Material, made here in a database of its own: the 34 provinces and 3,321 communes of today under one central body, 1,300
people with a role each, twelve plans a province with four tasks, those of four plans given to every commune of the
province, and a year's values of the national indicators. An officer of a commune and one of a province ask; what a person
may see follows the tree as it stands. The bar is the whole answer of the screen, sign-in, page and all, warm, p95 over all
samples; beside it the one query that says which units are reached. For an administrator of the whole country the same
figures are told without a bar.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.bench.bars import Bars

UNITS, ROLES = 3_355, 1_300
PLANS, GIVEN, TASKS, SAMPLES = 12, 4, 4, 40
OFFICERS, ABOVE_ALL = ("a commune's officer", "a province's officer"), "the country's administrator"
LISTS = (  # (what, address, what is asked)
    ("today", "today", {}),
    ("plans", "plans:list", {}),
    ("assignments", "plans:work", {}),
    ("tasks", "plans:board", {}),
    ("indicators", "indicators:list", {}),
    ("units", "organisation:units", {}),
    ("units by words", "organisation:units", {"tim": "tan"}),
    ("people", "organisation:people", {}),
    ("people by words", "organisation:people", {"tim": "nguoi 7"}),
)


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--samples", type=int, default=SAMPLES)
    given = ask.parse_args()
    import django

    django.setup()
    from django.db import connection
    from django.test import override_settings

    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    bars = Bars()
    try:
        with tempfile.TemporaryDirectory() as folder, override_settings(**_settings(folder)):
            people = _fill()
            for said in OFFICERS:
                _lists(bars, said, people[said], given.samples)
            _lists(None, ABOVE_ALL, people[ABOVE_ALL], 3)
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
    bars.done()


def _settings(folder: str) -> dict[str, Any]:
    """Files of its own, and static files without a manifest."""
    storages = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    return {"ALLOWED_HOSTS": ["testserver"], "MEDIA_ROOT": folder, "STORAGES": storages}


# --- material -----------------------------------------------------------------------------------------


def _fill() -> dict[str, Any]:
    from django.db import connection
    from django.utils import timezone

    from quyen.indicators.actions import load_indicators, prepare_figures, prepare_maps
    from quyen.organisation.actions.country import load_country
    from quyen.organisation.models import Membership, Unit

    start = time.perf_counter()
    load_country()
    load_indicators()
    _one_top()
    provinces = list(Unit.objects.active().filter(kind="province").order_by("pk"))
    communes = list(Unit.objects.active().filter(kind="commune").order_by("pk"))
    people = _people(provinces, communes)
    for province in provinces:
        _plans(province, [one for one in communes if one.parent_id == province.pk])
    _values([*provinces, *communes])
    prepare_maps(
        today=timezone.localdate()
    )  # as the worker does when units have changed, and every ten minutes
    prepare_figures(today=timezone.localdate())
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    found = Unit.objects.active().filter(kind__in=["province", "commune"]).count(), Membership.objects.count()
    assert found == (UNITS, ROLES), found
    print(
        f"{found[0]:,} units and {found[1]:,} role rows made in {time.perf_counter() - start:.0f} s",
        flush=True,
    )
    return people


def _one_top() -> None:
    """One central body above all provinces, for a person who looks after the whole country."""
    from django.db import transaction

    from quyen.organisation.actions import open_unit, refresh_units
    from quyen.organisation.enums import UnitKind
    from quyen.organisation.models import UnitVersion

    top = open_unit(actor=None, name="Cơ quan chủ trì", kind=UnitKind.CENTRAL)
    UnitVersion.objects.filter(kind=UnitKind.PROVINCE, parent=None, valid_until=None).update(parent=top)
    with transaction.atomic():
        refresh_units()


def _people(provinces: list[Any], communes: list[Any]) -> dict[str, Any]:
    from quyen.accounts.models import User
    from quyen.organisation.enums import Role
    from quyen.organisation.models import Membership, Unit

    units = [Unit.objects.get(name="Cơ quan chủ trì"), *provinces, *communes[:: len(communes) // 1_265]]
    units = [*units, *communes][:ROLES]
    users = User.objects.bulk_create(
        User(email=f"n{at}@nuoc.example", full_name=f"Người {at}", password="!") for at in range(ROLES)
    )
    roles = [Role.ADMINISTRATOR if unit.kind == "central" else Role.COORDINATOR for unit in units]
    Membership.objects.bulk_create(
        Membership(user=user, unit=unit, role=role)
        for user, unit, role in zip(users, units, roles, strict=True)
    )
    return {OFFICERS[0]: users[40], OFFICERS[1]: users[1], ABOVE_ALL: users[0]}


def _plans(province: Any, communes: list[Any]) -> None:
    from django.utils import timezone

    from quyen.plans.enums import Giving, Part
    from quyen.plans.models import Assignment, Task
    from tests.factories.plans import make_plan

    for number in range(PLANS):
        tasks = [
            {"text": f"Tổ chức hoạt động truyền thông số {number}.{at}", "lead": ["các xã, phường"],
             "due_on": date(2026, 1 + at * 3, 15)} for at in range(TASKS)
        ]  # fmt: skip
        targets = [{"text": f"Phấn đấu {50 + number}% xã có hoạt động truyền thông", "value": 50 + number}]
        plan = make_plan(province, title=f"Kế hoạch {number} {province.name}", tasks=tasks, targets=targets)
        for task in Task.objects.filter(plan=plan) if number < GIVEN else ():
            Assignment.objects.bulk_create(
                Assignment(task=task, unit=unit, part=Part.LEAD, state=Giving.GIVEN, given_at=timezone.now(),
                           due_on=task.due_on) for unit in communes
            )  # fmt: skip


def _values(units: list[Any]) -> None:
    from quyen.indicators.models import Indicator, Observation

    def rows() -> Iterator[Observation]:
        for indicator in Indicator.objects.all():
            for at, unit in enumerate(units):
                if unit.kind in indicator.given_by:
                    yield Observation(
                        indicator=indicator, unit=unit, period_start=date(2025, 1, 1), period_end=date(2026, 1, 1),
                        numerator=at % 50, denominator=50 if indicator.is_share else None,
                    )  # fmt: skip

    Observation.objects.bulk_create(rows(), batch_size=5_000)


# --- screens --------------------------------------------------------------------------------------------


def _lists(bars: Bars | None, said: str, user: Any, samples: int) -> None:
    from django.test import Client
    from django.urls import reverse

    from quyen.organisation.queries import unit_ids

    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    reached = [_timed(lambda: len(unit_ids(user))) for _ in range(samples)]
    number = unit_ids(user).count()
    way = "by the index" if "units_by_those_above" in unit_ids(user).explain() else "by a look at all units"
    print(f"{said}: {number:,} units reached, one query {way}, median {statistics.median(reached):.1f} ms")
    for what, name, asked in LISTS:
        times = []
        for at in range(samples + 3):
            taken = _timed(lambda: _page(client, reverse(name), asked))  # noqa: B023
            if at >= 3:  # the first warm both up
                times.append(taken)
        print(f"{said}, {what}: median {statistics.median(times):.0f} ms", flush=True)
        if bars is not None:
            bars.at_most(f"{said}, list of {what}, p95", _p95(times), 150, " ms")


def _page(client: Any, path: str, asked: dict[str, str]) -> None:
    answer = client.get(path, asked)
    assert answer.status_code == 200, (path, answer.status_code)


def _timed(work: Any) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _p95(times: list[float]) -> float:
    return sorted(times)[max(0, round(len(times) * 0.95) - 1)]


if __name__ == "__main__":
    main()
