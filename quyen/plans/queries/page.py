"""The page of one plan: what was confirmed of it, part by part, each with its place in the source."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from quyen.accounts.models import User
from quyen.core.text.saying import plain, say_number
from quyen.organisation.enums import Role
from quyen.organisation.queries import role_in
from quyen.plans.enums import COUNTED, FindingState, ItemKind, ItemState, Part, PlanState
from quyen.plans.models import Finding, Item, Plan, Target, Task
from quyen.plans.queries.lists import PlanLine, line_of
from quyen.plans.queries.parents import ParentChoice, parent_choices
from quyen.plans.queries.places import Places
from quyen.plans.queries.review import GROUP_OF, UNDECIDED, readable_plans
from quyen.plans.signals import Chip, deeds_asked

HEADER = (
    ItemKind.DOC_TYPE, ItemKind.NUMBER, ItemKind.SYMBOL, ItemKind.DATE, ItemKind.ISSUER, ItemKind.TITLE,
    ItemKind.SIGNER,
)  # fmt: skip
PARTS = (
    ItemKind.TARGET, ItemKind.OBJECTIVE, ItemKind.TASK, ItemKind.AUDIENCE, ItemKind.TOPIC, ItemKind.TREATY,
    ItemKind.CHANNEL, ItemKind.BUDGET_SOURCE, ItemKind.REPORT_RULE, ItemKind.LEGAL_BASIS, ItemKind.RECIPIENT,
)  # fmt: skip
AROUND = 80  # letters shown before and after a finding
SIGNS = {
    ">=": _("ít nhất %(figure)s"), "<=": _("tối đa %(figure)s"), ">": _("trên %(figure)s"), "<": _("dưới %(figure)s"),
}  # fmt: skip


@dataclass(frozen=True)
class Passage:
    """The words in the source, those before and after, and where they stand ("mục I.2, trang 3")."""

    quote: str
    before: str = ""
    after: str = ""
    place: str = ""


@dataclass(frozen=True)
class ItemView:
    """One confirmed item. `figure` is a target's, with what an indicator of it may take over (`prefill`, the words of
    an address); the fields after `year` are a task's."""

    pk: int
    kind: str
    text: str
    was_corrected: bool
    decided_by: str
    decided_at: datetime | None
    passage: Passage | None
    label: str = ""
    note: str = ""
    figure: str = ""
    subject: str = ""
    year: int | None = None
    prefill: str = ""
    no: str = ""
    lead: tuple[str, ...] = ()
    coordinate: tuple[str, ...] = ()
    deadline: str = ""
    due_on: date | None = None
    recurs: str = ""
    product: str = ""

    @property
    def key(self) -> str:
        """The number as an address carries it."""
        return str(self.pk)


@dataclass(frozen=True)
class Section:
    kind: str
    label: str
    items: tuple[ItemView, ...]
    waiting: int  # proposals that nobody has decided

    @property
    def group(self) -> str:
        """The card of the review screen that these proposals stand in."""
        return GROUP_OF[ItemKind(self.kind)] if self.kind in ItemKind.values else ""


@dataclass(frozen=True)
class FindingView:
    pk: int
    kind: str
    message: str
    suggestion: str
    is_open: bool
    state: str
    passage: Passage

    @property
    def key(self) -> str:
        return str(self.pk)


@dataclass(frozen=True)
class PlanPage:
    plan: PlanLine
    file_name: str
    doc_type: str
    issued_on: date | None
    confirmed_by: str
    confirmed_at: datetime | None
    header: Section
    sections: tuple[Section, ...]
    findings: tuple[FindingView, ...]
    children: tuple[PlanLine, ...]
    parents: tuple[ParentChoice, ...]
    parent: PlanLine | None
    may_edit: bool
    may_confirm: bool
    unit_id: int
    is_public: bool  # everyone may read it on the public site
    deeds: tuple[Chip, ...]  # what the steps above can do with it

    @property
    def waiting(self) -> int:
        return self.header.waiting + sum(section.waiting for section in self.sections)

    @property
    def open_findings(self) -> int:
        return sum(finding.is_open for finding in self.findings)

    @property
    def proposed(self) -> ParentChoice | None:
        """The plan above that its legal bases name, the first of them."""
        return next((choice for choice in self.parents if choice.cited_as), None)

    @property
    def preset(self) -> int | None:
        """What stands chosen in the form: the plan above, else the one proposed."""
        if self.parent:
            return self.parent.pk
        return self.proposed.plan.pk if self.proposed else None

    @property
    def is_bare(self) -> bool:
        """Nothing of it is confirmed yet."""
        return not self.header.items and not any(section.items for section in self.sections)


def plan_page(user: User, plan_id: int) -> PlanPage:
    """Nine queries however large the plan. Errors: Http404 where the person may not read it."""
    plans = readable_plans(user).select_related("source", "reading", "parent__source", "confirmed_by")
    plan = get_object_or_404(plans, pk=plan_id)
    items, waiting = _items(plan)
    places = Places(plan.reading.record, plan.reading_id)
    role = role_in(user, plan.unit_id) or 0
    children = readable_plans(user).filter(parent=plan).select_related("source").order_by("issuer", "id")
    parent = plan.parent
    return PlanPage(
        plan=line_of(plan),
        file_name=plan.source.name,
        doc_type=plan.doc_type,
        issued_on=plan.issued_on,
        confirmed_by=str(plan.confirmed_by or ""),
        confirmed_at=plan.confirmed_at,
        header=_section("header", HEADER, items, waiting, places),
        sections=tuple(_section(kind, (kind,), items, waiting, places) for kind in PARTS),
        findings=_findings(plan, plan.reading.text, places),
        children=tuple(line_of(child) for child in children),
        parents=parent_choices(user, plan),
        parent=line_of(parent) if parent else None,
        may_edit=role >= Role.EDITOR,
        may_confirm=role >= Role.COORDINATOR,
        unit_id=plan.unit_id,
        is_public=plan.is_public,
        deeds=_deeds(plan) if role >= Role.COORDINATOR else (),
    )


def _deeds(plan: Plan) -> tuple[Chip, ...]:
    if plan.state != PlanState.CONFIRMED:
        return ()
    answers: list[tuple[Any, Any]] = deeds_asked.send(sender=None, plan=plan.pk)
    return tuple(chip for _receiver, chip in answers)


def item_view(item: Item, places: Places | None = None) -> ItemView:
    """`places` say where in the document it stands; they must be those of the item's own reading."""
    own: dict[str, object] = {}
    if item.kind == ItemKind.TARGET and hasattr(item, "target"):
        own = _of_target(item.target)
    elif item.kind == ItemKind.TASK and hasattr(item, "task"):
        own = _of_task(item.task)
    return ItemView(
        pk=item.pk,
        kind=item.kind,
        text=item.text,
        was_corrected=item.state == ItemState.CORRECTED,
        decided_by=str(item.decided_by or ""),
        decided_at=item.decided_at,
        passage=passage_of(item, places),
        label=item.get_kind_display(),
        note=_note(item),
        **own,  # type: ignore[arg-type]
    )


def passage_of(item: Item, places: Places | None = None) -> Passage | None:
    if not item.quote:
        return None
    own = places is not None and places.reading_id == item.reading_id
    return Passage(item.quote, item.before, item.after, places.said(item.start) if places and own else "")


def figure_said(target: Target) -> str:
    """As a person writes it: "dưới 10%", "15–20%", "1.000 đầu sách"."""
    unit = "%" if target.measured_in == "%" else f" {target.measured_in}" if target.measured_in else ""
    low = say_number(target.value)
    if target.value_max is not None:
        return f"{low}–{say_number(target.value_max)}{unit}"
    said = SIGNS.get(target.comparator)
    return str(said) % {"figure": f"{low}{unit}"} if said else f"{low}{unit}"


def _items(plan: Plan) -> tuple[list[Item], Counter[str]]:
    waiting = Counter(plan.items.filter(state__in=UNDECIDED).values_list("kind", flat=True))
    items = plan.items.filter(state__in=COUNTED).detailed().order_by("position", "id")
    return list(items), waiting


def _section(
    name: str, kinds: tuple[str, ...], items: list[Item], waiting: Counter[str], places: Places
) -> Section:
    order = {kind: place for place, kind in enumerate(kinds)}
    own = sorted((item for item in items if item.kind in order), key=lambda item: order[item.kind])
    return Section(
        kind=name,
        label=str(ItemKind(name).label) if name in ItemKind.values else "",
        items=tuple(item_view(item, places) for item in own),
        waiting=sum(waiting[kind] for kind in kinds),
    )


def _of_target(target: Target) -> dict[str, object]:
    said = {
        "ten": (target.subject or target.text)[:250], "dinh_nghia": target.text[:4000],
        "don_vi_tinh": target.measured_in[:60], "nam": target.deadline_year, "muc": plain(target.value),
        "muc_cao": plain(target.value_max),
    }  # fmt: skip
    prefill = urlencode({name: value for name, value in said.items() if value})
    return {
        "figure": figure_said(target), "subject": target.subject, "year": target.deadline_year, "prefill": prefill,
    }  # fmt: skip


def _of_task(task: Task) -> dict[str, object]:
    parts = list(task.responsibilities.all())
    return {
        "no": task.no,
        "lead": tuple(part.name for part in parts if part.part == Part.LEAD),
        "coordinate": tuple(part.name for part in parts if part.part == Part.COORDINATE),
        "deadline": task.deadline,
        "due_on": task.due_on,
        "recurs": task.recurs,
        "product": task.product,
    }


def _note(item: Item) -> str:
    """What a kind keeps beside its text: the day of a document cited, a signer's title."""
    if item.kind == ItemKind.LEGAL_BASIS:
        return _day(item.data.get("date"))
    if item.kind == ItemKind.SIGNER:
        return " · ".join(str(item.data[name]) for name in ("authority", "title") if item.data.get(name))
    return ""


def _day(iso: object) -> str:
    try:
        return f"{date.fromisoformat(str(iso)):%d/%m/%Y}"
    except ValueError:
        return ""


def _findings(plan: Plan, text: str, places: Places) -> tuple[FindingView, ...]:
    rows = plan.findings.order_by("-sure", "start", "id")
    views = [_finding(row, text, places) for row in rows]
    return tuple(sorted(views, key=lambda view: not view.is_open))


def _finding(row: Finding, text: str, places: Places) -> FindingView:
    return FindingView(
        pk=row.pk,
        kind=row.kind,
        message=row.message,
        suggestion=row.suggestion or "",
        is_open=row.state == FindingState.OPEN,
        state=row.get_state_display(),
        passage=Passage(
            quote=row.quote,
            before=text[max(0, row.start - AROUND) : row.start],
            after=text[row.end : row.end + AROUND],
            place=places.said(row.start),
        ),
    )
