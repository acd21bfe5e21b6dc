"""What leaves as a file: the frozen inputs of `core.paper`, made from what the screens show."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.core.paper import (
    Column,
    Matrix,
    MatrixCell,
    MatrixColumn,
    MatrixRow,
    PlanSummary,
    Sheet,
    TargetLine,
    TaskLine,
)
from quyen.organisation.models import Unit
from quyen.plans.enums import ItemKind
from quyen.plans.queries import board
from quyen.plans.queries.coverage import CellView, CoveragePage
from quyen.plans.queries.days import bucket_labels
from quyen.plans.queries.page import ItemView, PlanPage

GONE = "—"


def summary_of(page: PlanPage, unit: Unit) -> PlanSummary:
    """The plan's confirmed items as the summary of Nghị định 30's form, made by the unit that holds it."""
    texts = {section.kind: tuple(item.text for item in section.items) for section in page.sections}
    header = {item.kind: item for item in page.header.items}
    signer = header.get(ItemKind.SIGNER)
    return PlanSummary(
        subject=page.plan.name,
        unit=unit.authority,
        unit_above=unit.parent.authority if unit.parent else "",
        place=unit.province,
        day=timezone.localdate(),
        number_symbol=page.plan.reference,
        issued_on=f"{page.issued_on:%d/%m/%Y}" if page.issued_on else "",
        issuer=page.plan.issuer,
        doc_type=page.doc_type or _("Kế hoạch"),
        signer=", ".join(part for part in (signer.text, signer.note) if part) if signer else "",
        period=page.plan.years,
        bases=texts.get(ItemKind.LEGAL_BASIS, ()),
        objectives=texts.get(ItemKind.OBJECTIVE, ()),
        targets=tuple(_target(item) for item in _items(page, ItemKind.TARGET)),
        tasks=tuple(_task(item) for item in _items(page, ItemKind.TASK)),
        audiences=texts.get(ItemKind.AUDIENCE, ()),
        topics=texts.get(ItemKind.TOPIC, ()) + texts.get(ItemKind.TREATY, ()),
        channels=texts.get(ItemKind.CHANNEL, ()),
        budget_source=" ".join(texts.get(ItemKind.BUDGET_SOURCE, ())),
        report_rule=" ".join(texts.get(ItemKind.REPORT_RULE, ())),
        findings=tuple(finding.message for finding in page.findings if finding.is_open),
    )


def _items(page: PlanPage, kind: str) -> Iterable[ItemView]:
    return next((section.items for section in page.sections if section.kind == kind), ())


def _target(item: ItemView) -> TargetLine:
    return TargetLine(item.text, item.figure, str(item.year or ""))


def _task(item: ItemView) -> TaskLine:
    return TaskLine(item.text, ", ".join(item.lead), ", ".join(item.coordinate), item.deadline)


def plan_sheets(page: PlanPage) -> tuple[Sheet, ...]:
    """A sheet for targets, one for tasks, one for everything else, one for findings."""
    title = page.plan.label
    targets = [
        (n, item.text, item.figure, item.subject or None, item.year, _quote(item))
        for n, item in enumerate(_items(page, ItemKind.TARGET), 1)
    ]
    tasks = [
        (
            item.no or str(n), item.text, ", ".join(item.lead), ", ".join(item.coordinate), item.deadline,
            item.due_on, item.product, _quote(item),
        )
        for n, item in enumerate(_items(page, ItemKind.TASK), 1)
    ]  # fmt: skip
    own = {ItemKind.TARGET, ItemKind.TASK}
    rest = [(item.label, item.text, item.note, _quote(item)) for item in page.header.items]
    for section in page.sections:
        if section.kind not in own:
            rest += [(section.label, item.text, item.note, _quote(item)) for item in section.items]
    findings = [(f.message, f.suggestion, f.state, f.passage.quote) for f in page.findings]
    source = Column(_("Câu trong văn bản"), 60)
    return (
        Sheet(
            _("Chỉ tiêu"),
            (Column(_("TT"), 5, "number"), Column(_("Chỉ tiêu"), 60), Column(_("Mức"), 18),
             Column(_("Đối tượng đo"), 36), Column(_("Hạn (năm)"), 10), source),
            targets, title,
        ),
        Sheet(
            _("Nhiệm vụ"),
            (Column(_("TT"), 6), Column(_("Nhiệm vụ"), 60), Column(_("Chủ trì"), 28), Column(_("Phối hợp"), 32),
             Column(_("Thời gian"), 20), Column(_("Hạn"), 12, "date"), Column(_("Sản phẩm"), 24), source),
            tasks, title,
        ),
        Sheet(
            _("Nội dung khác"),
            (Column(_("Mục"), 22), Column(_("Nội dung"), 70), Column(_("Thêm"), 22), source), rest, title,
        ),
        Sheet(
            _("Điều cần xem"),
            (Column(_("Điều cần xem"), 60), Column(_("Gợi ý"), 24), Column(_("Tình trạng"), 14), source),
            findings, title,
        ),
    )  # fmt: skip


def _quote(item: ItemView) -> str:
    return item.passage.quote if item.passage else ""


def board_sheet(tasks: Iterable[board.TaskLine], said: str) -> Sheet:
    """`said` tells which filter the rows went through."""
    labels = bucket_labels()
    rows = [
        (
            labels[task.bucket], task.due_on, task.text, ", ".join(task.lead), ", ".join(task.coordinate),
            task.deadline, task.recurs_said, task.product, task.plan_label,
        )
        for task in tasks
    ]  # fmt: skip
    columns = (
        Column(_("Tình trạng"), 20), Column(_("Hạn"), 12, "date"), Column(_("Nhiệm vụ"), 60),
        Column(_("Chủ trì"), 28), Column(_("Phối hợp"), 32), Column(_("Thời gian, như viết"), 22),
        Column(_("Lặp lại"), 14), Column(_("Sản phẩm"), 24), Column(_("Kế hoạch"), 40),
    )  # fmt: skip
    return Sheet(_("Nhiệm vụ"), columns, rows, _("Bảng nhiệm vụ"), said)


def coverage_sheet(page: CoveragePage) -> Sheet:
    rows = [
        (group.label, row.text, row.figure, *(_cell_said(cell) for cell in row.cells))
        for group in page.groups
        for row in group.rows
    ]
    rows.append((_("Đã theo"), "", "", *(f"{one.follows}/{one.total}" for one in page.sums)))
    columns = (
        Column(_("Nhóm"), 18), Column(_("Mục của cấp trên"), 60), Column(_("Mức, thời gian"), 20),
        *(Column(child.label, 24) for child in page.children),
    )  # fmt: skip
    return Sheet(_("Đối chiếu"), columns, rows, coverage_title(page), _note(page))


def coverage_title(page: CoveragePage) -> str:
    return _("Đối chiếu với %s") % (page.parent.label if page.parent else "")


def _note(page: CoveragePage) -> str:
    parts = [_("Ô có dấu ? là đề xuất của máy, chưa có người duyệt.")] if page.waiting else []
    if page.asked.with_proposals:
        parts.append(_("Gồm cả mục chưa duyệt."))
    return " ".join(parts)


def _cell_said(cell: CellView) -> str:
    if not cell.state:
        return _("chưa ghép")
    word = _("không thấy") if cell.state == "missing" else cell.word
    return word if cell.is_decided else f"{word} ?"


def matrix_of(page: CoveragePage) -> Matrix:
    """The picture's input. A proposal keeps its word, followed by "?"."""
    return Matrix(
        title=coverage_title(page),
        parent=page.parent.label if page.parent else "",
        columns=tuple(
            MatrixColumn(
                child.issuer or child.name, " · ".join(p for p in (child.reference, child.years) if p)
            )
            for child in page.children
        ),
        rows=tuple(
            MatrixRow(group.label, row.text, tuple(_drawn(cell) for cell in row.cells), row.figure)
            for group in page.groups
            for row in group.rows
        ),
        note=_note(page),
    )


def _drawn(cell: CellView) -> MatrixCell:
    if not cell.is_decided:
        return MatrixCell("proposed", f"{cell.word} ?" if cell.state else "")
    return MatrixCell(cell.state, cell.word if cell.state == "differs" or "/" in cell.word else "")
