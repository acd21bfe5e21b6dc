"""A plan's summary as a Word document in the form of Nghị định 30/2020/NĐ-CP.

It is a working paper of the unit that made it and says so: it bears no number, no state organ's seal or signature of
the plan's own signer, and names the plan it was made from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from docx.document import Document

from quyen.core.paper import blocks
from quyen.core.paper.page import new_document, saved

NONE = "Không thấy nêu trong văn bản."


@dataclass(frozen=True, slots=True)
class TargetLine:
    """`level` is the figure as said ("100%", "dưới 10%"), `year` that by which it is due."""

    text: str
    level: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True)
class TaskLine:
    text: str
    lead: str = ""
    coordinate: str = ""
    deadline: str = ""


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """What a summary says. All texts are as confirmed by a person; empty means the plan does not say it.

    `unit`, `unit_above`, `place`, `day`: who makes the summary, under whom, where and when. The rest is the plan's."""

    subject: str
    unit: str
    unit_above: str = ""
    place: str = ""
    day: date | None = None
    number_symbol: str = ""
    issued_on: str = ""
    issuer: str = ""
    doc_type: str = "Kế hoạch"
    signer: str = ""
    period: str = ""
    bases: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    targets: tuple[TargetLine, ...] = ()
    tasks: tuple[TaskLine, ...] = ()
    audiences: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    budget_source: str = ""
    report_rule: str = ""
    findings: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    maker_title: str = "Người lập"
    maker: str = ""


def plan_summary(summary: PlanSummary) -> bytes:
    """The .docx. Same summary, same bytes."""
    made = new_document(f"Bản tóm tắt kế hoạch: {summary.subject}")
    blocks.head(made, summary.unit, summary.unit_above, place=summary.place, day=summary.day)
    blocks.title(made, "Bản tóm tắt kế hoạch", summary.subject, _remark(summary))
    for number, part in enumerate((_header, _targets, _tasks, _communication, _money, _findings)):
        part(made, summary, ROMAN[number])
    blocks.ending(made, summary.recipients, (summary.maker_title,), summary.maker)
    return saved(made)


ROMAN = ("I", "II", "III", "IV", "V", "VI")


def _remark(summary: PlanSummary) -> str:
    source = " ".join(
        part
        for part in (
            summary.doc_type,
            f"số {summary.number_symbol}" if summary.number_symbol else "",
            f"ngày {summary.issued_on}" if summary.issued_on else "",
            f"của {summary.issuer}" if summary.issuer else "",
        )
        if part
    )
    return f"Bản làm việc lập từ {source}; không thay cho văn bản gốc"


def _header(made: Document, summary: PlanSummary, number: str) -> None:
    blocks.heading(made, f"{number}. THÔNG TIN CHUNG")
    facts = (
        ("Số, ký hiệu", summary.number_symbol),
        ("Ngày ban hành", summary.issued_on),
        ("Cơ quan ban hành", summary.issuer),
        ("Người ký", summary.signer),
        ("Giai đoạn", summary.period),
    )
    for name, value in facts:
        blocks.text(made, f"- {name}: {value or 'không thấy nêu'}.")
    blocks.text(made, "- Căn cứ:" if summary.bases else "- Căn cứ: không thấy nêu.")
    blocks.bases(made, summary.bases)


def _targets(made: Document, summary: PlanSummary, number: str) -> None:
    blocks.heading(made, f"{number}. MỤC TIÊU, CHỈ TIÊU")
    if not summary.targets and not summary.objectives:
        blocks.text(made, NONE)
    blocks.listed(made, summary.objectives)
    if summary.targets:
        rows = [
            (f"{place}", line.text, line.level, line.year) for place, line in enumerate(summary.targets, 1)
        ]
        blocks.table(made, ("TT", "Chỉ tiêu", "Mức", "Đến năm"), rows, (1, 9, 3, 2))


def _tasks(made: Document, summary: PlanSummary, number: str) -> None:
    blocks.heading(made, f"{number}. NHIỆM VỤ")
    if not summary.tasks:
        blocks.text(made, NONE)
        return
    rows = [
        (f"{place}", line.text, line.lead or "chưa rõ", line.coordinate, line.deadline or "chưa rõ")
        for place, line in enumerate(summary.tasks, 1)
    ]
    headings = ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian")
    blocks.table(made, headings, rows, (1, 6.2, 3, 3.2, 2.2))


def _communication(made: Document, summary: PlanSummary, number: str) -> None:
    blocks.heading(made, f"{number}. ĐỐI TƯỢNG, NỘI DUNG, KÊNH TRUYỀN THÔNG")
    _group(made, "1. Đối tượng", summary.audiences)
    _group(made, "2. Nội dung", summary.topics)
    _group(made, "3. Kênh", summary.channels)


def _group(made: Document, name: str, items: Sequence[str]) -> None:
    blocks.heading(made, name)
    if items:
        blocks.listed(made, items)
    else:
        blocks.text(made, NONE)


def _money(made: Document, summary: PlanSummary, number: str) -> None:
    blocks.heading(made, f"{number}. KINH PHÍ VÀ CHẾ ĐỘ BÁO CÁO")
    for name, words in (("1. Kinh phí", summary.budget_source), ("2. Báo cáo", summary.report_rule)):
        blocks.text(made, f"{name}: {(words or NONE).rstrip(' ;./')}.")


def _findings(made: Document, summary: PlanSummary, number: str) -> None:
    blocks.heading(made, f"{number}. ĐIỂM CẦN XEM LẠI")
    if summary.findings:
        blocks.listed(made, summary.findings, close="./.")
    else:
        blocks.text(made, "Không có./.")
