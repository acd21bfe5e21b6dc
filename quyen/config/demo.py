"""A believable world in one command, safe to run twice: people of one office, its two provinces and seven documents.

The documents are those of docs/tutorial/van-ban, read by the real reader. Passwords are made for each
installation and kept beside the data, readable by its owner only.
"""

from __future__ import annotations

import json
import logging
import secrets
from decimal import Decimal
from pathlib import Path

from django.conf import settings
from django.db import transaction

from quyen.accounts.actions import create_user
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.config.demo_budget import estimates_of
from quyen.config.demo_library import sample_library
from quyen.config.demo_portal import portal_pages
from quyen.config.demo_province import two_years
from quyen.config.demo_rights import rights_library
from quyen.config.demo_upr import followed_up
from quyen.core.arithmetic import year
from quyen.indicators.actions import Given, load_indicators, report_value
from quyen.indicators.models import Indicator
from quyen.organisation.actions import grant_role, open_unit
from quyen.organisation.enums import Role, UnitKind
from quyen.organisation.models import Unit
from quyen.plans.actions import confirm_plan, decide_items
from quyen.plans.actions.coverage import propose_matches
from quyen.plans.actions.parents import set_parent
from quyen.plans.enums import ItemState
from quyen.plans.models import Plan
from quyen.portal.actions.topic_packs import wake_packing
from quyen.sources.actions import receive_files
from quyen.sources.jobs import read_file

log = logging.getLogger(__name__)

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "tutorial" / "van-ban"
UNIT = "Sở Tư pháp tỉnh Sông Lam (dữ liệu mẫu)"
PROVINCES = ("Sông Lam", "Đông Hải")  # invented, and said to be so: they stand beside the country's own
PEOPLE = [  # address, name, role, what the person does
    (
        "dieuphoi@mau.example",
        "Nguyễn Thị Điều",
        Role.COORDINATOR,
        "điều phối viên: rà soát, xác nhận, đối chiếu, đăng tin",
    ),
    ("bientap@mau.example", "Trần Văn Biên", Role.EDITOR, "biên tập viên: tải lên, rà soát, viết tin"),
    ("nguoixem@mau.example", "Lê Xem", Role.VIEWER, "người xem"),
    ("quantri@mau.example", "Phạm Quản", Role.ADMINISTRATOR, "quản trị viên: người, vai trò và đơn vị"),
]
ABOVE = "Cơ quan chủ trì Chương trình (dữ liệu mẫu)"
ELSEWHERE = [  # address, name, role, unit, what the person does
    ("daumoi@mau.example", "Võ Đầu Mối", Role.COORDINATOR, "Tỉnh Sông Lam (dữ liệu mẫu)",
     "đầu mối của tỉnh: soạn báo cáo 30/11 gửi lên trên"),
    ("xa@mau.example", "Hồ Văn Xã", Role.EDITOR, "Phường Bến Cát (dữ liệu mẫu)", "cán bộ phường: báo cáo trên điện thoại"),
    ("captren@mau.example", "Đinh Cấp Trên", Role.COORDINATOR, ABOVE, "cơ quan cấp trên: nhận báo cáo của các tỉnh, phụ trách cổng"),
]  # fmt: skip
CONFIRMED = ("quyet-dinh-415-qd-ttg.docx", "ke-hoach-song-lam.docx", "ke-hoach-dong-hai.txt")
SLOW = ("ban-quet-ben-trang.pdf",)  # a scan: left to the worker, so that the start does not wait for it

Login = tuple[str, str, str]


def demo_world() -> list[Login]:
    """The logins to print; makes what is missing. An office that people changed since is left as it is."""
    path = settings.DATA / "demo-logins.json"
    if path.exists():
        return [tuple(login) for login in json.loads(path.read_text(encoding="utf-8"))]
    if User.objects.exists():
        return []  # a real installation: no demo beside real people
    logins = _people()
    _two_years()
    logins += _people_elsewhere()
    path.touch(mode=0o600)
    path.write_text(json.dumps(logins, ensure_ascii=False), encoding="utf-8")
    _documents()
    _figures()
    _estimates()
    portal_pages(Unit.objects.get(name=ABOVE), Unit.objects.get(name=UNIT))
    rights_library(User.objects.get(email=ELSEWHERE[-1][0]))
    followed_up(User.objects.get(email=PEOPLE[0][0]), User.objects.get(email=ELSEWHERE[-1][0]))
    sample_library(User.objects.get(email=PEOPLE[1][0]), User.objects.get(email=PEOPLE[0][0]))
    wake_packing()  # the worker packs topics and open data, once it is there
    return logins


@transaction.atomic
def _people() -> list[Login]:
    """The office, its people, and the two provinces that its administrator looks after too."""
    provinces = [_province(name) for name in PROVINCES]
    unit = open_unit(
        actor=None, name=UNIT, short_name="Sở Tư pháp Sông Lam", kind=UnitKind.DEPARTMENT, province="Sông Lam",
        parent=provinces[0],
    )  # fmt: skip
    logins = []
    for email, name, role, what in PEOPLE:
        password = f"thu-{secrets.token_hex(4)}"
        user = create_user(actor=None, email=email, full_name=name, password=password)
        for one in (unit, *(provinces if role == Role.ADMINISTRATOR else ())):
            grant_role(actor=None, user=user, unit=one, role=role)
        logins.append((email, password, what))
    return logins


def _two_years() -> None:
    """The province with its merger, two years of work and reports (`demo_province`)."""
    load_indicators()
    above = open_unit(actor=None, name=ABOVE, kind=UnitKind.MINISTRY)
    two_years(
        province=Unit.objects.get(name=f"Tỉnh {PROVINCES[0]} (dữ liệu mẫu)"),
        office=Unit.objects.get(name=UNIT),
        coordinator=User.objects.get(email=PEOPLE[0][0]),
        above=above,
    )


@transaction.atomic
def _people_elsewhere() -> list[Login]:
    logins = []
    for email, name, role, unit, what in ELSEWHERE:
        password = f"thu-{secrets.token_hex(4)}"
        user = create_user(actor=None, email=email, full_name=name, password=password)
        grant_role(actor=None, user=user, unit=Unit.objects.get(name=unit, is_active=True), role=role)
        logins.append((email, password, what))
    return logins


def _province(name: str) -> Unit:
    province = open_unit(actor=None, name=f"Tỉnh {name} (dữ liệu mẫu)", kind=UnitKind.PROVINCE, province=name)
    for department in ("Sở Văn hóa, Thể thao và Du lịch", "Sở Giáo dục và Đào tạo", "Sở Nội vụ"):
        open_unit(
            actor=None, name=f"{department} tỉnh {name} (dữ liệu mẫu)", kind=UnitKind.DEPARTMENT,
            parent=province, province=name,
        )  # fmt: skip
    return province


def _documents() -> None:
    unit = Unit.objects.get(name=UNIT)
    coordinator = User.objects.get(email=PEOPLE[0][0])
    files = [(path.name, path.read_bytes()) for path in sorted(FOLDER.iterdir())]
    received = receive_files(actor=coordinator, unit=unit, files=files)
    for source in received.new:
        if source.name not in SLOW:
            read_file(source_id=source.pk)
    plans = {plan.source.name: plan for plan in Plan.objects.filter(unit=unit).select_related("source")}
    for name in CONFIRMED:
        if plan := plans.get(name):
            _confirm(coordinator, plan)
    national = plans.get(CONFIRMED[0])
    below = [plan for name, plan in plans.items() if name.startswith("ke-hoach-")]
    if national:
        for plan in below:
            set_parent(actor=coordinator, plan=plan, parent=national)
        propose_matches(actor=coordinator, parent=national, children=below)


FIGURES = {  # indicator, invented province: numerator and denominator of 2023, 2024 and 2025; None was never reported
    ("T1", "Sông Lam"): ((9, 24), (15, 24), (20, 22)),
    ("T1", "Đông Hải"): ((6, 20), None, (13, 18)),
    ("T2a", "Sông Lam"): ((120, 410), (260, 415), (371, 402)),
    ("T2a", "Đông Hải"): ((0, 300), (85, 300), None),
    ("T4a", "Sông Lam"): ((2, None), (4, None), (3, None)),
    ("T4a", "Đông Hải"): ((0, None), (1, None), (5, None)),
}


def _figures() -> None:
    """What the two invented provinces reported, with a gap and a nought: enough for the pages of indicators."""
    load_indicators()
    for (code, province), values in FIGURES.items():
        indicator = Indicator.objects.get(code=code)
        unit = Unit.objects.get(name=f"Tỉnh {province} (dữ liệu mẫu)")
        for number, value in zip((2023, 2024, 2025), values, strict=True):
            if value is not None:
                given = Given(Decimal(value[0]), None if value[1] is None else Decimal(value[1]))
                report_value(actor=None, indicator=indicator, unit=unit, period=year(number), given=given)


def _estimates() -> None:
    """Of the office's own plan, with two departments beside it."""
    plan = (
        Plan.objects.filter(source__name=CONFIRMED[1], unit__name=UNIT)
        .select_related("unit", "source")
        .first()
    )
    beside = Unit.objects.filter(parent__name=f"Tỉnh {PROVINCES[0]} (dữ liệu mẫu)", name__startswith="Sở")
    if plan:
        units = list(beside.exclude(pk=plan.unit_id).order_by("-name")[:2])
        estimates_of(plan, User.objects.get(email=PEOPLE[0][0]), units)


def _confirm(coordinator: User, plan: Plan) -> None:
    seen = dict(plan.items.filter(state=ItemState.PROPOSED).values_list("pk", "revision"))
    decide_items(actor=coordinator, plan=plan, verb=Verb.CONFIRM, seen=seen)
    confirm_plan(actor=coordinator, plan=plan)
