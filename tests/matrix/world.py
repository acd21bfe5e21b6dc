"""A small world for the matrix: five units, one object of each kind in each, and people in all places and roles.

    cấp trên (above)            tỉnh xa (far)
    ├── own ── below
    └── beside

Every text in a unit holds the unit's word; a response that holds the word of a unit which its reader may not read is a
leak. Names of units are public and hold no word.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from quyen.accounts.enums import LetterState
from quyen.accounts.models import Letter, User
from quyen.core.arithmetic import year
from quyen.indicators.actions import Given, definition_mark, report_value
from quyen.indicators.enums import Rule
from quyen.indicators.models import Freeze, Indicator
from quyen.organisation.actions import carry_out, open_unit
from quyen.organisation.actions.arrangements import Wish
from quyen.organisation.enums import Role, SuccessionKind, UnitKind
from quyen.organisation.models import Invitation, Membership, Roster, Succession, Unit, UnitIntake
from quyen.organisation.queries.invitations import hashed
from quyen.plans.enums import Coverage, EvidenceKind, Giving, ItemState, Part, PlanState
from quyen.plans.models import (
    Assignment,
    CalendarLink,
    Evidence,
    EvidenceLink,
    Item,
    Match,
    Plan,
    Question,
    Target,
    Task,
)
from tests.factories.plans import make_finding, make_plan
from tests.matrix import common, shelf, steps

PLACES = ("own", "above", "below", "beside", "far")
REACH = {  # whose objects a person in a place reads
    "own": {"own", "below"}, "above": {"above", "own", "below", "beside"}, "below": {"below"}, "beside": {"beside"},
    "far": {"far"}, "centre": set(), "none": set(),
}  # fmt: skip


@dataclass
class Someone:
    """`place`: where the role is held; "none" for those who hold none today. Nobody has no account."""

    name: str
    place: str
    role: int
    user: User | None = None

    @property
    def reads(self) -> set[str]:
        return REACH[self.place]

    def holds(self, role: int) -> bool:
        """Whether the person has at least this role where the objects asked for are: there, or above."""
        return self.place in ("own", "above") and self.role >= role


@dataclass
class World:
    """`things`: what stands in addresses and forms, by name, all of the unit "own"."""

    units: dict[str, Unit]
    words: dict[str, str]
    things: dict[str, Any] = field(default_factory=dict)
    people: list[Someone] = field(default_factory=list)

    @property
    def keeper(self) -> Someone:
        """The administrator of "own", to whom personal things belong."""
        return next(one for one in self.people if one.name == "own 40")


def make_world() -> World:
    above = open_unit(actor=None, name="Vùng Thử")
    own = open_unit(actor=None, name="Tỉnh Giữa", kind=UnitKind.PROVINCE, parent=above)
    units = {
        "above": above, "own": own, "below": open_unit(actor=None, name="Xã Dưới", parent=own),
        "beside": open_unit(actor=None, name="Tỉnh Bên", kind=UnitKind.PROVINCE, parent=above),
        "far": open_unit(actor=None, name="Tỉnh Xa", kind=UnitKind.PROVINCE),
    }  # fmt: skip
    world = World(units, {place: f"zimtstern{place}" for place in PLACES})
    indicator = Indicator.objects.create(
        code="ZM", name="Chỉ số thử", definition="Đếm.", measured_in="người", rule=Rule.SUM,
        given_by=[UnitKind.PROVINCE], since=date(2020, 1, 1),
    )  # fmt: skip
    _people(world)
    _officers(world, open_unit(actor=None, name="Ban Điều Hành Thử", kind=UnitKind.CENTRAL))
    shared, asked = steps.make_round_of_all(), common.make_recommendation()
    for place, unit in units.items():
        word = world.words[place]
        made = _things(unit, word, indicator)
        made |= steps.reports(unit, word, shared) | shelf.products(unit, word)
        made |= common.carried_out(asked["asked"], made["task"], made["evidence"])
        if place == "own":
            world.things |= made | asked | common.site_desk(unit, word) | {"national": indicator}
    world.things |= steps.drafts_for_another(own, units["far"], world.words["far"], world.things["parent"])
    _personal(world)
    return world


def _people(world: World) -> None:
    for place, unit in world.units.items():
        for role in Role if place in ("own", "above") else (Role.VIEWER, Role.EDITOR, Role.ADMINISTRATOR):
            _someone(world, f"{place} {role.value}", place, role, unit)
    today = timezone.localdate()
    once = _someone(world, "once 40", "none", Role.ADMINISTRATOR, world.units["own"], word="")
    Membership.objects.filter(user=once.user).update(
        valid_from=today - timedelta(days=90), valid_until=today - timedelta(days=1)
    )
    soon = _someone(world, "soon 40", "none", Role.ADMINISTRATOR, world.units["own"], word="")
    Membership.objects.filter(user=soon.user).update(valid_from=today + timedelta(days=1))
    _someone(world, "no role", "none", 0, None, word="")
    world.people.append(Someone("nobody", "none", 0))


def _officers(world: World, centre: Unit) -> None:
    """Of a central body: they keep what is common to all, and read no unit's own."""
    for role in (Role.VIEWER, Role.EDITOR, Role.COORDINATOR):
        _someone(world, f"centre {role.value}", "centre", role, centre, word="")


def _someone(
    world: World, name: str, place: str, role: int, unit: Unit | None, word: str | None = None
) -> Someone:
    word = world.words[place] if word is None else word
    user = User.objects.create_user(
        f"{name.replace(' ', '')}{word}@thu.example", "x", full_name=f"{name} {word}"
    )
    if unit is not None:
        Membership.objects.create(user=user, unit=unit, role=role)
    made = Someone(name, place, 0 if place == "none" else role, user)
    world.people.append(made)
    return made


def _things(unit: Unit, word: str, indicator: Indicator) -> dict[str, Any]:
    """One object of each kind in a unit; each text of it holds the word."""
    made = _plans(unit, word)
    made |= _work(unit, word, made["parent"], made["read"])
    made |= steps.money(unit, word, made["parent"])
    steps.finding(unit, word)
    given = Given(Decimal(7), note=f"Ghi chú {word}", evidence=made["source"])
    value = report_value(actor=None, indicator=indicator, unit=unit, period=year(2024), given=given)
    own = Indicator.objects.create(  # those below give it, and so read its words: they hold no word of the unit
        code=f"ZM{unit.pk}", name="Của đơn vị", definition="Đếm.", measured_in="lớp", given_by=[UnitKind.PROVINCE],
        since=date(2020, 1, 1), owner=unit, is_national=False,
    )  # fmt: skip
    freeze = Freeze.objects.create(unit=unit, start=date(2022, 1, 1), end=date(2023, 1, 1), basis="Biên bản")
    member = User.objects.create_user(f"nguoi-{word}@thu.example", "x", full_name=f"Người {word}")
    membership = Membership.objects.create(user=member, unit=unit, role=Role.VIEWER)
    invitation = Invitation.objects.create(
        unit=unit, email=f"moi-{word}@thu.example", full_name=f"Khách {word}", role=Role.EDITOR,
        secret_hash=hashed(word), expires_at=timezone.now() + timedelta(days=9),
    )  # fmt: skip
    letter = Letter.objects.create(
        to=f"thu-{word}@thu.example", unit_id=unit.pk, kind="test", period="1", subject=f"Thư {word}",
        state=LetterState.FAILED,
    )  # fmt: skip
    spare = open_unit(actor=None, name=f"Phòng Phụ {unit.pk}", parent=unit)
    wish = Wish(
        SuccessionKind.RENAME, date(2024, 3, 1), "Quyết định 1", (spare.pk,), name=f"Phòng Mới {unit.pk}"
    )
    carry_out(actor=None, wish=wish)
    return made | {
        "unit": unit, "code": indicator.code, "month": date(2025, 1, 1), "member": member, "membership": membership,
        "invitation": invitation, "secret": word, "succession": Succession.objects.latest("pk"),
        "below": spare, "letter": letter, "own_code": own.code, "own_mark": definition_mark(own), "freeze": freeze, "shown_value": value,
    }  # fmt: skip


def _plans(unit: Unit, word: str) -> dict[str, Any]:
    texts: dict[str, Any] = {
        "targets": [{"text": f"Phấn đấu 90% giáo viên {word} được tập huấn", "value": 90}],
        "tasks": [{"text": f"Tổ chức hội nghị {word}", "lead": [unit.name], "due_on": date(2026, 12, 1)}],
        "topic": [f"Quyền trẻ em {word}"], "treaty": ["CRC"],
    }  # fmt: skip
    read = make_plan(
        unit, title=f"Kế hoạch đọc {word}", state=PlanState.IN_REVIEW, item_state=ItemState.PROPOSED, **texts
    )
    parent = make_plan(unit, title=f"Đề án {word}", **texts)
    child = make_plan(unit, title=f"Kế hoạch con {word}", parent=parent, **texts)
    row = Target.objects.get(plan=parent)
    Match.objects.create(
        parent_item=row, child=child, child_item=Target.objects.get(plan=child), state=Coverage.values[0],
        reason=word, sure=1,
    )  # fmt: skip
    return {
        "read": read, "item": Item.objects.get(plan=read, kind="target"), "finding": make_finding(read),
        "parent": parent, "child": child, "row": row, "task": Task.objects.get(plan=parent),
        "loose_task": Task.objects.get(plan=child),
        "source": read.source, "delivery": read.source.delivery,
    }  # fmt: skip


def _work(unit: Unit, word: str, parent: Plan, read: Plan) -> dict[str, Any]:
    now = timezone.now()
    task = Task.objects.get(plan=parent)
    state = {"task": task, "unit": unit, "state": Giving.GIVEN, "given_at": now, "due_on": date(2026, 12, 1)}
    whole = Assignment.objects.create(part=Part.LEAD, **state)
    share = Assignment.objects.create(part=Part.COORDINATE, parent=whole, text=f"Phần {word}", **state)
    seen = Evidence.objects.create(unit=unit, kind=EvidenceKind.FILE, title=f"Ảnh {word}", file=read.source)
    link = EvidenceLink.objects.create(evidence=seen, assignment=whole)
    question = Question.objects.create(assignment=whole, from_unit=True, text=f"Hỏi {word}?")
    return {"work": whole, "share": share, "evidence": seen, "link": link, "question": question}


def _personal(world: World) -> None:
    keeper, word = world.keeper.user, world.words["own"]
    assert keeper is not None
    row = {
        "line": "2",
        "name": word,
        "email": f"{word}@thu.example",
        "unit": "Tỉnh Giữa",
        "role": "người xem",
    }
    world.things |= {
        "roster": Roster.objects.create(name=f"{word}.xlsx", rows=[row], entered_by=keeper),
        "intake": UnitIntake.objects.create(
            name=f"{word}.xlsx", rows=[row], day=date(2026, 1, 1), basis=word, entered_by=keeper
        ),
        "calendar": CalendarLink.objects.create(
            user=keeper, unit=world.units["own"], secret_hash=hashed("lich" + word)
        ),
        "calendar_secret": "lich" + word,
        "sheet": steps.sheet_of(keeper, word, world.things["writing"]),
        "soon": steps.TODAY + timedelta(days=9),
        "review_file": common.review_file(keeper, word, world.things["source"]),
    }  # fmt: skip
    Invitation.objects.update(invited_by=keeper)
