"""A report as plain data: the page as it will be signed, with every figure in it and where each comes from.

    {"head": {...}, "sections": [{"key", "level", "number", "title", "sort", "by_hand", "paragraphs", "table"}],
     "texts": {key: text}, "figures": {key: {...}}, "annexes": [{"key", "title", "sort", "columns", "rows"}], "unknown": [...]}

A paragraph is a list of runs: a text, or {"figure": key}. A table has "columns" and "rows" of cells, a cell being a
text or {"figure": key}. The same facts and words give the same data, so its hash says whether anything changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from quyen.organisation.enums import PLACES
from quyen.organisation.models import Unit
from quyen.reports.enums import AnnexSort, Sort
from quyen.reports.models import Submission
from quyen.reports.queries.facts import Facts, facts_of
from quyen.reports.queries.outline import AnnexPart, Section, annexes_of, sections_of
from quyen.reports.queries.saying import day_said
from quyen.reports.queries.words import TOKEN, filled

Content = dict[str, Any]
HEAD = ("superior", "issuer", "number", "symbol", "place", "day", "kind", "subject", "addressees", "recipients",
        "authority", "signer")  # fmt: skip


def content_of(
    submission: Submission, facts: Facts | None = None, written: dict[str, str] | None = None
) -> Content:
    """`submission` with its unit (and that one's parent), cycle and regime. `written`: what stands in its sections, by
    their keys, where the caller knows it."""
    facts = facts or facts_of(submission)
    if written is None:
        written = dict(submission.passages.values_list("key", "text"))
    sections = [
        _section(part, written.get(part.key), facts) for part in sections_of(submission.cycle.outline)
    ]
    annexes = [_annex(part, facts) for part in annexes_of(submission.cycle.annexes)]
    used = set(_used(sections)) | set(_used(annexes))
    return {
        "head": head_of(submission),
        "sections": sections,
        "texts": {one["key"]: text for one in sections if (text := words_of(one, facts)).strip()},
        "figures": {key: asdict(facts.figures[key]) for key in sorted(used) if key in facts.figures},
        "annexes": [one for one in annexes if one["rows"]],
        "unknown": sorted(used - facts.figures.keys()),
    }


def canonical(content: Content) -> str:
    """As JSON: keys in order, no blanks."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def hash_of(content: Content) -> str:
    """SHA-256 of the canonical JSON in UTF-8."""
    return sha256_of(canonical(content))


def sha256_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def head_of(submission: Submission) -> dict[str, Any]:
    """What the unit set, over what can be known of it."""
    unit, cycle = submission.unit, submission.cycle
    is_place = unit.kind in PLACES
    known = {
        # a People's Committee names nobody above it (Nghị định 30/2020, Phụ lục I, Phần I, mục II, 2)
        "superior": "" if is_place or unit.parent is None else unit.parent.authority,
        "issuer": unit.authority,
        "number": "",
        "symbol": f"BC-{_short(unit)}",
        "place": _place(unit),
        "day": "",
        "kind": "BÁO CÁO",
        "subject": cycle.title,
        "addressees": [],
        "recipients": [f"{cycle.regime.unit.authority} (để báo cáo)", *cycle.regime.recipients, "Lưu: VT"],
        "authority": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"] if is_place else ["THỦ TRƯỞNG ĐƠN VỊ"],
        "signer": "",
    }
    return known | {name: value for name, value in submission.head.items() if name in HEAD}


def _short(unit: Unit) -> str:
    if unit.kind in PLACES:
        return "UBND"
    words = unit.short_name or unit.name
    name = words.split(" tỉnh ")[0].split(" thành phố ")[0].split(" (")[0]
    return "".join(
        word[0] for word in name.replace(",", " ").replace("-", " ").split() if word != "và"
    ).upper()


def _place(unit: Unit) -> str:
    """A place's own name; the province where any other unit has its seat."""
    name = unit.name if unit.kind in PLACES else unit.province or unit.name
    for kind in ("Thành phố ", "Tỉnh ", "Phường ", "Xã ", "Đặc khu "):
        name = name.removeprefix(kind)
    return name.split(" (")[0]


# --- sections and annexes ---------------------------------------------------------------------------


def _section(part: Section, written: str | None, facts: Facts) -> dict[str, Any]:
    text = filled(part.sort, facts) if written is None else written
    return {
        "key": part.key, "level": part.level, "number": part.number, "title": part.title, "sort": str(part.sort),
        "by_hand": written is not None, "paragraphs": [runs_of(line) for line in text.split("\n") if line.strip()],
        "table": _tables[part.sort](facts) if part.sort in _tables else None,
    }  # fmt: skip


def runs_of(line: str) -> list[Any]:
    """A paragraph's runs: words, and figures by their keys."""
    runs: list[Any] = []
    for place, piece in enumerate(TOKEN.split(line.strip())):
        if piece:
            runs.append({"figure": piece} if place % 2 else piece)
    return runs


def words_of(section: dict[str, Any], facts: Facts) -> str:
    """The section's paragraphs with their figures said."""
    lines = []
    for runs in section["paragraphs"]:
        lines.append("".join(run if isinstance(run, str) else _said(run["figure"], facts) for run in runs))
    return "\n".join(lines)


def _said(key: str, facts: Facts) -> str:
    return facts.figures[key].words if key in facts.figures else "{{" + key + "}}"


def _of_indicators(facts: Facts) -> dict[str, Any] | None:
    rows = [
        [row.name, {"figure": row.level}, {"figure": row.result}, {"figure": row.share} if row.share else "",
         {"figure": row.before}]
        for row in facts.indicators
    ]  # fmt: skip
    columns = ["Chỉ tiêu", "Kế hoạch", "Thực hiện", "Tỷ lệ", "Kỳ trước"]
    return {"columns": columns, "rows": rows} if rows else None


def _of_money(facts: Facts) -> dict[str, Any] | None:
    rows = [
        [row.name, {"figure": row.planned}, {"figure": row.approved}, {"figure": row.spent}]
        for row in facts.money.rows
    ]
    columns = ["Nguồn (triệu đồng)", "Dự toán", "Được duyệt", "Đã chi"]
    return {"columns": columns, "rows": rows} if rows else None


_tables = {Sort.INDICATORS: _of_indicators, Sort.BUDGET: _of_money}


def _annex(part: AnnexPart, facts: Facts) -> dict[str, Any]:
    columns, rows = _ANNEXES[part.sort](facts)
    columns = ["TT", *columns]
    return {
        "key": part.key, "title": part.title, "sort": str(part.sort), "columns": columns, "rows": rows,
    }  # fmt: skip


def _by_unit(facts: Facts) -> tuple[list[str], list[list[str]]]:
    rows = [
        [row.code, row.name, unit, counted, share]
        for row in facts.indicators
        for unit, counted, share in row.groups
    ]
    return ["Mã", "Chỉ số", "Đơn vị", "Thực hiện", "Giá trị"], _numbered(rows)


def _by_task(facts: Facts) -> tuple[list[str], list[list[str]]]:
    rows = [
        [row.text, row.plan, row.units_said, "chủ trì" if row.part == "lead" else "phối hợp",
         day_said(row.due_on) if row.due_on else "–", _STATES[row.state],
         "; ".join(f"{unit}: {note.rstrip(' .;')}" for unit, note in row.notes[:3])]
        for row in facts.tasks
    ]  # fmt: skip
    columns = ["Nhiệm vụ", "Kế hoạch", "Đơn vị", "Vai", "Hạn", "Tiến độ", "Ghi chú"]
    return columns, _numbered(rows)


_STATES = {"not_started": "chưa làm", "under_way": "đang làm", "done": "xong", "cannot": "không làm được"}


def _by_sending(facts: Facts) -> tuple[list[str], list[list[str]]]:
    rows = [[row.unit, row.said, _SENT.get(row.state, "đang soạn")] for row in facts.below]
    return ["Đơn vị", "Gửi báo cáo", "Tình trạng"], _numbered(rows)


_SENT = {"submitted": "đã gửi", "returned": "trả lại để sửa", "accepted": "đã nhận"}
_ANNEXES = {AnnexSort.INDICATORS: _by_unit, AnnexSort.TASKS: _by_task, AnnexSort.UNITS: _by_sending}


def _numbered(rows: list[list[str]]) -> list[list[str]]:
    return [[str(number), *row] for number, row in enumerate(rows, 1)]


def _used(parts: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The keys of all figures named in sections."""
    for part in parts:
        table = part.get("table") or {"rows": ()}
        for cells in (*part.get("paragraphs", ()), *table["rows"]):
            yield from (cell["figure"] for cell in cells if isinstance(cell, dict))
