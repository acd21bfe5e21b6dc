"""Readings without a reader: records in the reader's form, their places counted from a text built line by line."""

from __future__ import annotations

import hashlib
from typing import Any

from quyen.organisation.models import Unit
from quyen.plans.actions import store_reading
from quyen.plans.models import Plan
from quyen.sources.enums import FileState
from quyen.sources.models import Delivery, SourceFile, StoredReading

Json = dict[str, Any]
TASKS = (
    ("Tổ chức hội thi tìm hiểu về quyền trẻ em.", "Sở Giáo dục", "Quý II/2025"),
    ("Biên soạn tờ gấp bằng tiếng dân tộc.", "Sở Tư pháp", "Trước ngày 15/12/2025"),
)
TARGETS = (("80% trường học có góc thông tin", 80, "%"), ("In 500 cuốn sổ tay", 500, "cuốn"))


class _Text:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.blocks: list[Json] = []
        self.length = 0

    def add(self, line: str, **style: Any) -> list[int]:
        at = [self.length, self.length + len(line)]
        self.lines.append(line)
        self.blocks.append({"kind": "paragraph", "at": at, "page": None, "bold": False, "italic": False,
                            "centred": False, "heading": None, **style})  # fmt: skip
        self.length = at[1] + 1
        return at


def make_record(
    *, title: str = "Truyền thông về quyền con người năm 2025", number: str = "12", symbol: str = "KH-UBND",
    targets=TARGETS, tasks=TASKS, audiences=("Học sinh, sinh viên",), bases=("5/QĐ-TTg",),
    findings=(), tail: str = "", version: str = "1",
) -> Json:  # fmt: skip
    """`findings`: (words that stand in the text, suggestion)."""
    text = _Text()
    record: Json = {"places": {}, "period": [2025, 2025], "notes": [], "pages": 1, "reader_version": version}
    for name, value in (("number", number), ("symbol", symbol), ("title", title)):
        record[name] = value
        record["places"][name] = text.add(value, bold=name == "title", centred=name == "title")
    record["legal_bases"] = [
        {"number": one, "date": None, "kind": None, "issuer": None, "at": text.add(f"Căn cứ {one}")}
        for one in bases
    ]
    record["targets"] = [
        {"text": words, "value": value, "comparator": "=", "unit": unit, "subject": "", "deadline_year": None,
         "at": text.add(words)} for words, value, unit in targets
    ]  # fmt: skip
    record["audiences"] = list(audiences)
    record["places"]["audiences"] = [text.add(one) for one in audiences]
    record["tasks"] = [_task(text, n, *one) for n, one in enumerate(tasks, start=1)]
    if tail:
        text.add(tail)
    record["text"], record["blocks"] = "\n".join(text.lines), text.blocks
    record["findings"] = [_finding(record["text"], *one) for one in findings]
    return record


def _task(text: _Text, no: int, words: str, lead: str, deadline: str) -> Json:
    return {
        "no": str(no), "text": words, "lead": [lead], "coordinate": [], "deadline": deadline, "product": None,
        "at": text.add(words), "lead_units": [{"text": lead, "canonical": lead, "at": text.add(lead)}],
        "coordinate_units": [], "deadline_at": text.add(deadline), "product_at": None,
    }  # fmt: skip


def _finding(text: str, words: str, suggestion: str | None) -> Json:
    start = text.index(words)
    return {"kind": "spelling", "message": "Có thể viết sai.", "at": [start, start + len(words)],
            "suggestion": suggestion, "sure": 0.9}  # fmt: skip


def make_source(
    unit: Unit, name: str = "ke-hoach.txt", *, replaces: SourceFile | None = None, **more: Any
) -> SourceFile:
    delivery = Delivery.objects.create(unit=unit)
    number = SourceFile.objects.count()
    sha256 = hashlib.sha256(f"{name} {number}".encode()).hexdigest()
    fields = {"state": FileState.READ, "size": 10, "content": f"sources/{sha256}"} | more
    return SourceFile.objects.create(
        unit=unit, delivery=delivery, name=name, sha256=sha256, replaces=replaces, **fields
    )


def read_into(source: SourceFile, record: Json, version: str = "1") -> Plan:
    """Keeps a record as a reading of the file, and makes or merges its plan."""
    reading = StoredReading.objects.create(
        source=source, reader_version=version, record=record, text=record["text"], pages=record["pages"]
    )
    plan = store_reading(reading=reading)
    assert plan is not None
    return plan


def make_read_plan(unit: Unit, **more: Any) -> Plan:
    return read_into(make_source(unit), make_record(**more))
