"""Plans with items for the tests: a text is put together, and every item points into it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import count
from typing import Any

from django.core.files.base import ContentFile

from quyen.organisation.models import Unit
from quyen.plans.enums import ItemKind, ItemState, Part, PlanState
from quyen.plans.models import Finding, Item, Plan, Responsibility, Target, Task
from quyen.sources.enums import FileState
from quyen.sources.models import Delivery, SourceFile, StoredReading

_number = count(1)
SHORT = 80  # letters kept before and after a quote


def make_plan(
    unit: Unit,
    *,
    title: str = "Kế hoạch truyền thông về quyền trẻ em",
    number: str = "",
    symbol: str = "KH-UBND",
    issuer: str = "UBND tỉnh Thử Nghiệm",
    years: tuple[int, int] = (2026, 2026),
    issued_on: date | None = date(2026, 1, 15),
    state: str = PlanState.CONFIRMED,
    item_state: str = ItemState.CONFIRMED,
    parent: Plan | None = None,
    targets: Iterable[Mapping[str, Any]] = (),
    tasks: Iterable[Mapping[str, Any]] = (),
    **texts: Iterable[str],
) -> Plan:
    """`texts` are lists by kind ("audience", "topic", "treaty", "legal_basis" ...). A target is
    {"text", "value", ...Target's columns}; a task {"text", "lead": [name], "coordinate": [name], ...}."""
    number = number or str(next(_number))
    targets, tasks = list(targets), list(tasks)
    said = [title, *(t["text"] for t in targets), *(t["text"] for t in tasks)]
    said += [text for many in texts.values() for text in many]
    reading = _reading(unit, f"{number}-{symbol}.txt", said)
    plan = Plan.objects.create(
        unit=unit, source=reading.source, reading=reading, parent=parent, doc_type="Kế hoạch", number=number,
        symbol=symbol, issued_on=issued_on, issuer=issuer, title=title, first_year=years[0],
        last_year=years[1], state=state,
    )  # fmt: skip
    place = _Places(plan, item_state)
    for target in targets:
        make_target(place, **target)
    for task in tasks:
        make_task(place, **task)
    for kind, many in texts.items():
        for text in many:
            Item.objects.create(**place.of(text), kind=kind, data=_data(kind, text))
    return plan


def make_target(place: _Places, *, text: str, value: float, **fields: Any) -> Target:
    fields = {"comparator": "=", "measured_in": "%"} | fields
    return Target.objects.create(**place.of(text), kind=ItemKind.TARGET, value=value, **fields)


def make_task(
    place: _Places, *, text: str, lead: Iterable[str] = (), coordinate: Iterable[str] = (), **fields: Any
) -> Task:
    task = Task.objects.create(**place.of(text), kind=ItemKind.TASK, **fields)
    Responsibility.objects.bulk_create(
        Responsibility(task=task, part=part, position=i, name=name, canonical=name)
        for part, names in ((Part.LEAD, lead), (Part.COORDINATE, coordinate))
        for i, name in enumerate(names)
    )
    return task


def make_tasks(plan: Plan, number: int, *, names: int = 12) -> None:
    """Many confirmed tasks at once, over some units and the days of a year."""
    place = _Places(plan, ItemState.CONFIRMED)
    for i in range(number):
        make_task(
            place, text=f"Tổ chức hoạt động truyền thông số {i}", lead=[f"Sở thứ {i % names}"],
            deadline=f"Tháng {i % 12 + 1}", due_on=date(2026, i % 12 + 1, i % 28 + 1) if i % 7 else None,
        )  # fmt: skip


def make_finding(plan: Plan, **fields: Any) -> Finding:
    fields = {"kind": "symbol", "message": "Ký hiệu viết thiếu gạch nối", "start": 0, "end": 8} | fields
    return Finding.objects.create(
        plan=plan, quote=plan.reading.text[fields["start"] : fields["end"]], **fields
    )


class _Places:
    """Columns that every item of a plan has, with its passage found in the plan's text."""

    def __init__(self, plan: Plan, state: str) -> None:
        self.plan, self.state, self.position = plan, state, 0

    def of(self, text: str) -> dict[str, Any]:
        whole, self.position = self.plan.reading.text, self.position + 1
        start = whole.find(text)
        place: dict[str, Any] = {}
        if start >= 0:
            end = start + len(text)
            place = {
                "start": start, "end": end, "quote": text, "before": whole[max(0, start - SHORT) : start],
                "after": whole[end : end + SHORT],
            }  # fmt: skip
        return place | {
            "plan": self.plan, "state": self.state, "text": text, "position": self.position,
            "reading": self.plan.reading, "sha256": self.plan.source.sha256, "proposed": {"text": text},
        }  # fmt: skip


def _reading(unit: Unit, name: str, paragraphs: list[str]) -> StoredReading:
    text = "\n".join(paragraphs) + "\n"
    content = f"{unit.pk} {next(_number)}\n{text}".encode()
    delivery = Delivery.objects.create(unit=unit)
    source = SourceFile.objects.create(
        unit=unit, delivery=delivery, name=name, sha256=hashlib.sha256(content).hexdigest(), size=len(content),
        state=FileState.READ, content=ContentFile(content, name=name),
    )  # fmt: skip
    blocks, start = [], 0
    for words in paragraphs:
        blocks.append({"kind": "paragraph", "at": [start, start + len(words)], "page": 1})
        start += len(words) + 1
    record = {"text": text, "kind": "txt", "pages": None, "blocks": blocks, "outline": [], "notes": []}
    return StoredReading.objects.create(source=source, reader_version="1", record=record, text=text)


def _data(kind: str, text: str) -> dict[str, Any]:
    return {"number": text, "date": None} if kind == ItemKind.LEGAL_BASIS else {}


def make_family(unit: Unit) -> tuple[Plan, Plan, Plan]:
    """A scheme and two plans below it: one follows it, one differs and leaves things out."""
    parent = make_plan(
        unit, title="Đề án truyền thông về quyền trẻ em giai đoạn 2025-2027", number="500", symbol="QĐ-UBND",
        issuer="UBND tỉnh Thử Nghiệm", years=(2025, 2027),
        targets=[
            {"text": "Phấn đấu 90% giáo viên tiểu học được tập huấn về quyền trẻ em", "value": 90},
            {"text": "Xuất bản 200 đầu sách tranh cho thiếu nhi miền núi", "value": 200, "measured_in": "đầu sách"},
        ],
        tasks=[
            {"text": "Xây dựng chuyên mục phát thanh về quyền trẻ em bằng tiếng dân tộc thiểu số",
             "lead": ["Đài Phát thanh và Truyền hình tỉnh"], "deadline": "Quý II/2025",
             "due_on": date(2025, 6, 30)},
        ],
        audience=["Giáo viên, cán bộ quản lý các trường tiểu học", "Già làng, trưởng bản, người có uy tín"],
        topic=["Quyền được bảo vệ khỏi bạo lực học đường"],
        treaty=["CRC", "CRPD"],
    )  # fmt: skip
    follows = make_plan(
        unit, title="Kế hoạch truyền thông về quyền trẻ em huyện Núi Xanh", number="12", parent=parent,
        issuer="UBND huyện Núi Xanh",
        targets=[{"text": "Có 90% giáo viên tiểu học trên địa bàn huyện được tập huấn về quyền trẻ em", "value": 90}],
        audience=["Giáo viên và cán bộ quản lý các trường tiểu học trong huyện"],
        treaty=["CRC", "CRPD"], legal_basis=["500/QĐ-UBND"],
    )  # fmt: skip
    differs = make_plan(
        unit, title="Kế hoạch truyền thông về quyền trẻ em huyện Sông Dài", number="34",
        issuer="UBND huyện Sông Dài",
        targets=[{"text": "Phấn đấu 70% giáo viên tiểu học được tập huấn về quyền trẻ em", "value": 70}],
        topic=["Kỹ năng an toàn trên không gian mạng"], treaty=["CRC"], legal_basis=["500/QĐ-UBND"],
    )  # fmt: skip
    return parent, follows, differs
