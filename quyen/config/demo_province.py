"""The demo province over two years: before and after its merger, its tasks, evidence and reports, with gaps.

All places, people and figures are made up. Sông Lam has twelve departments and, since Vân Trạch was merged into it on
1 July 2025, thirty communes. The plans of both years are read by the real reader and given to the units of their day;
the rounds of 2024 are over, those of 2025 stand open: some units sent in time, some late, some not yet. Rows of the past
carry the days of the past, so they are made here and not by the actions, which know today only.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.arithmetic import Period, year
from quyen.indicators.actions import Given, report_value
from quyen.indicators.enums import Rule
from quyen.indicators.models import Indicator, IndicatorTarget, Observation
from quyen.organisation.actions import carry_out, open_unit
from quyen.organisation.actions.arrangements import Wish
from quyen.organisation.enums import SuccessionKind, UnitKind
from quyen.organisation.models import Unit
from quyen.organisation.queries import tree_on
from quyen.plans.actions import confirm_plan, decide_items
from quyen.plans.actions.work.giving import propose_assignments
from quyen.plans.enums import EvidenceKind, Giving, ItemState, Part, WorkState
from quyen.plans.models import Assignment, Evidence, EvidenceLink, Plan, Progress
from quyen.reports.actions import CycleWish, RegimeWish, found_regime, open_cycle
from quyen.reports.enums import Deed, State
from quyen.reports.models import Cycle, Edition, Passage, Step, Submission
from quyen.reports.queries import content_of, hash_of
from quyen.sources.actions import receive_files
from quyen.sources.jobs import read_file

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "tutorial" / "hai-nam"
MERGER = date(2025, 7, 1)
BASIS = "Nghị quyết về sắp xếp đơn vị hành chính (dữ liệu mẫu)"
SAMPLE = "(dữ liệu mẫu)"
DEPARTMENTS = (
    "Sở Y tế", "Sở Tài chính", "Sở Nông nghiệp và Môi trường", "Sở Xây dựng", "Sở Công Thương",
    "Sở Khoa học và Công nghệ", "Công an tỉnh", "Thanh tra tỉnh",
)  # fmt: skip  # beside the four that the office's world has already
OLD_NAMES = ("Bến Cát", "An Hòa", "Tân Lập", "Phú Thịnh", "Hòa Bình Thượng", "Long Sơn", "Mỹ Lộc", "Thanh Tâm", "Bình An",
             "Xuân Mai", "Đông Phong", "Tây Hồ Nam", "Nam Cường", "Bắc Sơn Lâm", "Yên Khê", "Cẩm Giang", "Kim Long",
             "Ngọc Hà", "Hồng Thủy", "Vĩnh Phước", "Tam Giang", "Đại Lộc", "Quảng Phú")  # fmt: skip
TOGETHER = ((0, 1), (4, 5), (10, 11))  # by place in OLD_NAMES: merged in pairs, the first goes on
AWAY_NAMES = ("Thạch Bàn", "Suối Vàng", "Đồi Cọ", "Khe Sanh Hạ", "Mường Lống", "Bản Hạ", "Trà Lân", "Cửa Lò Con", "Hà Tây Thượng",
              "Lâm Bình An")  # fmt: skip
OWN = (  # the plan's own indicators: code, name, unit of measure, rule, who gives it, levels of 2024 and 2025
    ("SL1", "Xã, phường có chuyên mục phát thanh hằng tháng", "% xã, phường", Rule.RATIO, [UnitKind.COMMUNE], (50, 80)),
    ("SL2", "Cán bộ tiếp công dân được tập huấn", "% người", Rule.RATIO, [UnitKind.COMMUNE, UnitKind.DEPARTMENT], (60, 90)),
    ("SL3", "Buổi phổ biến kiến thức ở khu dân cư", "buổi", Rule.SUM, [UnitKind.COMMUNE], (200, 300)),
)  # fmt: skip


@dataclass
class _World:
    province: Unit
    away: Unit
    office: Unit
    coordinator: User
    dice: random.Random


def two_years(*, province: Unit, office: Unit, coordinator: User, above: Unit) -> None:
    """Fills the province of the demo world; `office` holds its plans, `above` asks for its report."""
    world = _World(province, _away(), office, coordinator, random.Random(1079))  # noqa: S311  a made-up world, the same each time
    with transaction.atomic():
        _units(world)
        _own_indicators(province)
        before = _communes_on(world, MERGER - timedelta(days=1))
    plans = _plans(world)
    with transaction.atomic():
        _figures_of(world, 2024, before)
        for code, numerator, denominator in (("T1", 5, 14), ("T2a", 60, 190), ("T4a", 1, None)):
            whole = None if denominator is None else Decimal(denominator)
            _give(Indicator.objects.get(code=code), world.away, 2024, Decimal(numerator), whole)
        _work_2024(world, plans[2024], before)
        _merge(world)
        _figures_of(world, 2025, _communes_on(world, MERGER))
        _work_2025(world, plans[2025])
    for number, plan in plans.items():
        with transaction.atomic():
            _rounds(world, number, plan, above)


# --- units -------------------------------------------------------------------------------------------


def _away() -> Unit:
    return open_unit(
        actor=None, name=f"Tỉnh Vân Trạch {SAMPLE}", kind=UnitKind.PROVINCE, province="Vân Trạch"
    )


def _units(world: _World) -> None:
    for name in DEPARTMENTS:
        _department(f"{name} Sông Lam" if name.endswith("tỉnh") else f"{name} tỉnh Sông Lam", world.province)
    for name in ("Sở Tư pháp", "Sở Nội vụ", "Sở Y tế", "Sở Giáo dục và Đào tạo"):
        _department(f"{name} tỉnh Vân Trạch", world.away)
    for place, name in enumerate(OLD_NAMES):
        _commune(("Phường " if place % 5 == 0 else "Xã ") + name, world.province)
    for name in AWAY_NAMES:
        _commune(f"Xã {name}", world.away)


def _department(name: str, above: Unit) -> Unit:
    return open_unit(
        actor=None, name=f"{name} {SAMPLE}", kind=UnitKind.DEPARTMENT, parent=above, province=above.province
    )


def _commune(name: str, above: Unit) -> Unit:
    return open_unit(
        actor=None, name=f"{name} {SAMPLE}", kind=UnitKind.COMMUNE, parent=above, province=above.province
    )


def _merge(world: _World) -> None:
    """On one day: the province of Vân Trạch with its departments and communes, and three pairs of communes."""
    wish = Wish(
        SuccessionKind.MERGE, MERGER, BASIS, (world.province.pk, world.away.pk), target=world.province.pk
    )
    carry_out(actor=None, wish=wish)
    old = list(Unit.objects.filter(parent=world.province, kind=UnitKind.COMMUNE).order_by("pk"))
    for first, second in TOGETHER:
        pair = (old[first].pk, old[second].pk)
        carry_out(actor=None, wish=Wish(SuccessionKind.MERGE, MERGER, BASIS, pair, target=old[first].pk))
    world.province.refresh_from_db()


def _communes_on(world: _World, day: date) -> list[int]:
    tree, tops = tree_on(day), {world.province.pk, world.away.pk}
    return sorted(
        pk for pk, one in tree.versions.items() if one.kind == UnitKind.COMMUNE and tree.above[pk][0] in tops
    )


# --- figures -----------------------------------------------------------------------------------------


def _own_indicators(province: Unit) -> None:
    for code, name, measured_in, rule, givers, levels in OWN:
        one = Indicator.objects.create(
            code=code, name=name, definition=f"{name}, theo kế hoạch của tỉnh Sông Lam (dữ liệu mẫu).",
            measured_in=measured_in, rule=rule, given_by=givers, since=date(2024, 1, 1),
            owner=province, is_national=False,
        )  # fmt: skip
        IndicatorTarget.objects.bulk_create(
            IndicatorTarget(indicator=one, year=2024 + at, value=level) for at, level in enumerate(levels)
        )


def _figures_of(world: _World, number: int, communes: list[int]) -> None:
    """What communes and departments gave: most of them, some nought, some nothing."""
    own = {one.code: one for one in Indicator.objects.filter(code__startswith="SL")}
    departments = Unit.objects.filter(kind=UnitKind.DEPARTMENT, parent=world.province)
    below = Unit.objects.filter(
        pk__in=communes, above__contains=[world.province.pk]
    )  # the indicators are the province's
    for unit in (*below, *departments):
        if world.dice.random() < 0.12:
            continue  # not reported
        people = world.dice.randrange(4, 14)
        trained = Decimal(
            min(people, int(people * world.dice.uniform(0.5, 1.1) * (0.7 if number == 2024 else 1)))
        )
        _give(own["SL2"], unit, number, trained, Decimal(people))
        if unit.kind == UnitKind.COMMUNE:
            share = 0.55 if number == 2024 else 0.85
            _give(own["SL1"], unit, number, Decimal(int(world.dice.random() < share)), Decimal(1))
            _give(own["SL3"], unit, number, Decimal(world.dice.choice((0, 4, 6, 8, 12, 15, 20))), None)
    given = Observation.objects.filter(indicator__in=own.values(), period_start=date(number, 1, 1))
    given.update(created_at=_at(date(number, 10, 31)))  # before the reports that tell of them were sent


def _give(one: Indicator, unit: Unit, number: int, numerator: Decimal, denominator: Decimal | None) -> None:
    report_value(
        actor=None, indicator=one, unit=unit, period=year(number), given=Given(numerator, denominator)
    )


# --- plans and work ----------------------------------------------------------------------------------


def _plans(world: _World) -> dict[int, Plan]:
    files = [(path.name, path.read_bytes()) for path in sorted(FOLDER.iterdir())]
    received = receive_files(actor=world.coordinator, unit=world.office, files=files)
    found = {}
    for source in received.new:
        read_file(source_id=source.pk)
        plan = Plan.objects.get(source=source)
        seen = dict(plan.items.filter(state=ItemState.PROPOSED).values_list("pk", "revision"))
        decide_items(actor=world.coordinator, plan=plan, verb=Verb.CONFIRM, seen=seen)
        plan.refresh_from_db()
        confirm_plan(actor=world.coordinator, plan=plan)
        plan.refresh_from_db()
        found[int(source.name.removesuffix(".txt")[-4:])] = plan
    return found


def _work_2024(world: _World, plan: Plan, communes: list[int]) -> None:
    """Given before the merger, to the communes of that day; all that the reader named otherwise by its proposal."""
    propose_assignments(actor=world.coordinator, plan=plan)
    _give_out(world, plan, date(2024, 2, 5))
    _reports(world, plan, date(2024, 11, 20), done=0.9)


def _work_2025(world: _World, plan: Plan) -> None:
    propose_assignments(actor=world.coordinator, plan=plan)
    _give_out(world, plan, date(2025, 2, 10))
    _reports(world, plan, date(2025, 11, 18), done=0.72)


def _give_out(world: _World, plan: Plan, day: date) -> None:
    rows = Assignment.objects.filter(task__plan=plan, state=Giving.PROPOSED)
    rows.update(state=Giving.GIVEN, given_by=world.coordinator, given_at=_at(day))


def _reports(world: _World, plan: Plan, last: date, done: float) -> None:
    """Progress and evidence: most work is done by the day, some under way, some not begun, one or two cannot be done."""
    rows = list(Assignment.objects.given().filter(task__plan=plan).select_related("task", "unit"))
    for row in rows:
        luck = world.dice.random()
        if luck > 0.95:
            continue  # nobody reported
        due = row.due_on or last
        for day, state, note in _story(world.dice, row, min(due, last), luck < done):
            Progress.objects.create(
                assignment=row, day=day, state=state, note=note, by_name="Cán bộ đơn vị", created_at=_at(day)
            )
            row.revision += 1
        row.save(update_fields=["revision"])
        if luck < done and row.part == Part.LEAD and world.dice.random() < 0.8:
            _evidence(row, min(due, last))


def _story(
    dice: random.Random, row: Assignment, due: date, done: bool
) -> Iterator[tuple[date, WorkState, str]]:
    begun = due - timedelta(days=dice.randrange(40, 90))
    yield (
        begun,
        WorkState.UNDER_WAY,
        dice.choice(("Đã phân công.", "Đang chuẩn bị nội dung.", "Đang xin ý kiến.")),
    )
    day = due - timedelta(days=dice.randrange(-8, 20))
    if done:
        yield (
            day,
            WorkState.DONE,
            dice.choice(("Đã làm xong.", "Hoàn thành đúng nội dung.", "Đã xong, có ảnh.")),
        )
    elif dice.random() < 0.25:
        why = (
            "Loa truyền thanh hỏng, chưa có kinh phí sửa.",
            "Chưa bố trí được kinh phí.",
            "Thiếu người dịch.",
        )
        yield day, WorkState.CANNOT, dice.choice(why)


def _evidence(row: Assignment, day: date) -> None:
    link = f"https://songlam.example/tin/{row.pk}"
    made = Evidence.objects.create(
        unit=row.unit, kind=EvidenceKind.LINK, title=f"Tin, ảnh: {row.words[:120]}", day=day, link=link,
        created_at=_at(day),
    )  # fmt: skip
    EvidenceLink.objects.create(evidence=made, assignment=row, created_at=_at(day))


# --- reports -----------------------------------------------------------------------------------------


def _rounds(world: _World, number: int, plan: Plan, above: Unit) -> None:
    """The province is asked from above; it asks its units, whose reports feed its own."""
    period = Period(date(number - 1, 12, 1), date(number, 12, 1))
    top = _top_regime(world, above)
    asked = open_cycle(
        actor=None, regime=top,
        wish=CycleWish(f"{top.title} năm {number}", period.start, period.until, date(number, 11, 29)),
    )  # fmt: skip
    Submission.objects.get_or_create(cycle=asked, unit=world.province)
    wish = RegimeWish(
        f"Kết quả thực hiện Kế hoạch {plan.reference}", kinds=(UnitKind.COMMUNE, UnitKind.DEPARTMENT),
        scope=world.province, plan=plan, anchor=period.start, due_days=-17, recipients=("Sở Tư pháp",),
    )  # fmt: skip
    regime = found_regime(actor=None, unit=world.office, wish=wish)
    below = open_cycle(
        actor=None, regime=regime,
        wish=CycleWish(wish.title, period.start, period.until, date(number, 11, 14), feeds=asked),
    )  # fmt: skip
    _send(world, below, number)
    if number == 2024:
        _file_2024(asked, world)


def _top_regime(world: _World, above: Unit):  # type: ignore[no-untyped-def]
    title = "Kết quả triển khai Chương trình phổ biến kiến thức về quyền con người"
    known = above.regimes.filter(title=title).first()
    wish = RegimeWish(
        title, by_assignment=True, anchor=date(2023, 12, 1), due_days=-2, kinds=(UnitKind.PROVINCE,)
    )
    return known or found_regime(actor=None, unit=above, wish=wish)


def _send(world: _World, cycle: Cycle, number: int) -> None:
    rows = Submission.objects.filter(cycle=cycle).select_related("unit__parent", "cycle__regime__unit")
    for row in rows.order_by("unit__kind", "pk"):
        luck = world.dice.random()
        if number == 2025 and luck < 0.2:
            continue  # not sent yet
        late = luck > 0.85
        day = cycle.due_on + timedelta(
            days=world.dice.randrange(1, 9) if late else -world.dice.randrange(0, 12)
        )
        if world.dice.random() < 0.4:
            Passage.objects.create(
                submission=row, key="kien-nghi", text=world.dice.choice(_ASKS), by_name="Cán bộ đơn vị",
                changed_at=_at(day),
            )  # fmt: skip
        accepted = number == 2024 or world.dice.random() < 0.6
        _sent(row, day, day + timedelta(days=3) if accepted else None)


_ASKS = (
    "Đề nghị cấp kinh phí sửa hệ thống truyền thanh cơ sở.",
    "Đề nghị cung cấp tài liệu bằng tiếng dân tộc thiểu số.",
    "Đề nghị tập huấn thêm cho cán bộ mới sau sắp xếp.",
    "Đề nghị có mẫu hỏi đáp ngắn để phát trên loa.",
)


def _sent(row: Submission, day: date, accepted: date | None) -> None:
    content = content_of(row)
    edition = Edition.objects.create(
        submission=row, content=content, sha256=hash_of(content), created_at=_at(day)
    )
    Step.objects.create(
        submission=row, deed=Deed.SUBMIT, edition=edition, by_name="Cán bộ đơn vị", created_at=_at(day)
    )
    row.state, row.first_sent_on, row.sent_at, row.changed_at = State.SUBMITTED, day, _at(day), _at(day)
    if accepted:
        Step.objects.create(
            submission=row,
            deed=Deed.ACCEPT,
            edition=edition,
            by_name="Nguyễn Thị Điều",
            created_at=_at(accepted),
        )
        row.state, row.accepted_at = State.ACCEPTED, _at(accepted)
    row.revision += 1
    row.save()


def _file_2024(asked: Cycle, world: _World) -> None:
    """The province's report of 2024 is long with the level above."""
    row = Submission.objects.select_related("unit__parent", "cycle__regime__unit").get(
        cycle=asked, unit=world.province
    )
    row.head = {"number": "212", "day": "2024-11-28", "signer": "Phan Thị Hòa"}
    row.save(update_fields=["head"])
    _sent(row, date(2024, 11, 28), date(2024, 12, 9))


def _at(day: date) -> datetime:
    """Nine in the morning of a day, as the country's clocks show it."""
    return timezone.make_aware(datetime(day.year, day.month, day.day, 9))
