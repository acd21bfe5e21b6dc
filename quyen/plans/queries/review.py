"""What the review screen shows, in a fixed number of queries however many items a plan has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from quyen.accounts.models import User
from quyen.organisation.enums import Role
from quyen.organisation.queries import may, role_in, unit_ids
from quyen.plans.enums import COUNTED, FindingState, ItemKind, ItemState, PlanState
from quyen.plans.models import Finding, Item, Plan
from quyen.plans.queries.rows import ItemRow, item_row
from quyen.plans.queries.sheet import Mark, SheetBlock, sheet_of

GROUPS = (  # (name in addresses, heading, kinds)
    ("dau-van-ban", _("Đầu văn bản"), (
        ItemKind.DOC_TYPE, ItemKind.NUMBER, ItemKind.SYMBOL, ItemKind.DATE, ItemKind.ISSUER, ItemKind.TITLE,
        ItemKind.SIGNER,
    )),
    ("can-cu", _("Căn cứ"), (ItemKind.LEGAL_BASIS,)),
    ("muc-tieu", _("Mục tiêu"), (ItemKind.OBJECTIVE,)),
    ("chi-tieu", _("Chỉ tiêu"), (ItemKind.TARGET,)),
    ("nhiem-vu", _("Nhiệm vụ"), (ItemKind.TASK,)),
    ("doi-tuong", _("Đối tượng"), (ItemKind.AUDIENCE,)),
    ("noi-dung", _("Nội dung"), (ItemKind.TOPIC, ItemKind.TREATY)),
    ("kenh", _("Nền tảng, kênh"), (ItemKind.CHANNEL,)),
    ("bao-cao", _("Chế độ báo cáo"), (ItemKind.REPORT_RULE,)),
    ("kinh-phi", _("Kinh phí"), (ItemKind.BUDGET_SOURCE,)),
    ("noi-nhan", _("Nơi nhận"), (ItemKind.RECIPIENT,)),
)  # fmt: skip
GROUP_OF = {kind: name for name, _word, kinds in GROUPS for kind in kinds}
MANY_ROWS = 25  # from here on whole cards are drawn anew
UNDECIDED = (ItemState.PROPOSED, ItemState.OUT_OF_DATE)


def readable_plans(user: User) -> QuerySet[Plan]:
    """Plans in the units where the person holds any role today."""
    return Plan.objects.filter(unit__in=unit_ids(user))


def editable_plans(user: User) -> QuerySet[Plan]:
    """Plans that the person may review."""
    return Plan.objects.filter(unit__in=unit_ids(user, Role.EDITOR))


def confirmable_plans(user: User) -> QuerySet[Plan]:
    """Plans that the person may confirm as a whole."""
    return Plan.objects.filter(unit__in=unit_ids(user, Role.COORDINATOR))


@dataclass(frozen=True, slots=True)
class Group:
    """One card of the screen, with how many items it has in each state. `kind` is what "add" adds."""

    name: str
    word: str
    kind: str
    states: Counter[str]
    rows: list[ItemRow] = field(default_factory=list)

    @property
    def total(self) -> int:
        return self.states.total()

    @property
    def waiting(self) -> int:
        return self.states[ItemState.PROPOSED]

    @property
    def done(self) -> int:
        return self.total - sum(self.states[state] for state in UNDECIDED)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the review is. `counted` leave this screen; the rest does not."""

    total: int
    done: int
    counted: int
    waiting: int
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class ReviewPage:
    plan: Plan
    groups: list[Group]
    findings: list[Finding]
    sheet: list[SheetBlock]
    progress: Progress
    may_edit: bool  # an editor of the unit, and the plan is open
    may_keep: bool  # an editor of the unit: says of a finding that the text is right
    may_confirm: bool

    @property
    def open_findings(self) -> int:
        return sum(f.state == FindingState.OPEN for f in self.findings)

    @property
    def differing(self) -> list[ItemRow]:
        """Where a later reading says something else than a person decided."""
        return [row for group in self.groups for row in group.rows if row.differs]

    @property
    def notes(self) -> list[str]:
        return self.plan.reading.record.get("notes") or []


def review_page(user: User, plan: Plan) -> ReviewPage:
    """Four queries beside the plan's own: role, items, responsibilities, findings."""
    role = role_in(user, plan.unit_id) or 0
    items = list(plan.items.detailed())
    findings = list(plan.findings.select_related("decided_by"))
    groups = _groups(items)
    return ReviewPage(
        plan=plan,
        groups=groups,
        findings=findings,
        sheet=sheet_of(plan.reading.record, [*_marks(plan, items), *_doubts(findings)]),
        progress=_progress_of(groups, plan),
        may_edit=role >= Role.EDITOR and plan.state != PlanState.CONFIRMED,
        may_keep=role >= Role.EDITOR,
        may_confirm=role >= Role.COORDINATOR,
    )


def for_review(plans: QuerySet[Plan]) -> QuerySet[Plan]:
    """With all that the screen's head and sheet need: one query."""
    return plans.select_related("unit", "source", "reading", "confirmed_by")


@dataclass(frozen=True, slots=True)
class Changed:
    """What a decision changed on the screen: some rows, or where they are many the cards that hold them."""

    plan: Plan
    rows: list[ItemRow]
    cards: list[Group]
    heads: list[Group]  # of the cards that hold the rows, for their counts
    steps: list[Group]
    progress: Progress
    findings: list[Finding]
    may_edit: bool
    may_keep: bool = True
    may_confirm: bool = False


def changed(user: User, plan: Plan, pks: Collection[int], *, with_findings: bool) -> Changed:
    """Five queries at most, however many items the plan has."""
    counts = _counted(plan)
    items = list(plan.items.filter(pk__in=pks).detailed()) if len(pks) <= MANY_ROWS else []
    kinds = {item.kind for item in items} or set(
        plan.items.filter(pk__in=pks).order_by().values_list("kind", flat=True).distinct()
    )
    names = {GROUP_OF[ItemKind(kind)] for kind in kinds}
    cards = [] if items else _cards(plan, names)
    return Changed(
        plan=plan, rows=[item_row(item) for item in items], cards=cards,
        heads=[group for group in counts if group.name in names and not cards], steps=counts,
        progress=_progress_of(counts, plan),
        findings=list(plan.findings.select_related("decided_by")) if with_findings else [],
        may_edit=plan.state != PlanState.CONFIRMED, may_confirm=may(user, plan.unit_id, Role.COORDINATOR),
    )  # fmt: skip


def _cards(plan: Plan, names: Collection[str]) -> list[Group]:
    kinds = [kind for name, _word, kinds in GROUPS if name in names for kind in kinds]
    return (
        [g for g in _groups(plan.items.filter(kind__in=kinds).detailed()) if g.name in names] if names else []
    )


def _progress_of(groups: Iterable[Group], plan: Plan) -> Progress:
    states: Counter[str] = sum((group.states for group in groups), Counter())
    waiting = sum(states[state] for state in UNDECIDED)
    return Progress(
        total=states.total(), done=states.total() - waiting, counted=sum(states[state] for state in COUNTED),
        waiting=waiting, is_confirmed=plan.state == PlanState.CONFIRMED,
    )  # fmt: skip


def _empty_groups() -> dict[str, Group]:
    return {name: Group(name, str(word), kinds[0], Counter()) for name, word, kinds in GROUPS}


def _counted(plan: Plan) -> list[Group]:
    """The cards without their rows: one query."""
    groups = _empty_groups()
    for kind, state, count in plan.items.order_by().values_list("kind", "state").annotate(Count("pk")):
        groups[GROUP_OF[ItemKind(kind)]].states[state] += count
    return list(groups.values())


def _groups(items: Iterable[Item]) -> list[Group]:
    groups = _empty_groups()
    order = {kind: n for n, kind in enumerate(ItemKind.values)}
    for item in sorted(items, key=lambda i: (order[i.kind] if i.kind in _BY_KIND else 0, i.position, i.pk)):
        group = groups[GROUP_OF[ItemKind(item.kind)]]
        group.rows.append(item_row(item))
        group.states[item.state] += 1
    return list(groups.values())


_BY_KIND = {kind for _name, _word, kinds in GROUPS if len(kinds) > 1 for kind in kinds}


def _marks(plan: Plan, items: list[Item]) -> list[Mark]:
    """Each item's passage; a task's owners and time too, where the reading saw them elsewhere in its row."""
    beside = {tuple(one["at"]): list(_beside(one)) for one in plan.reading.record.get("tasks") or []}
    marks = []
    for item in items:
        if item.start is None or item.end is None or item.reading_id != plan.reading_id:
            continue
        if item.state != ItemState.REJECTED:
            places = [(item.start, item.end), *beside.get((item.start, item.end), ())]
            marks += [Mark(f"i{item.pk}", start, end) for start, end in places]
    return marks


def _beside(task: dict[str, Any]) -> Iterator[tuple[int, int]]:
    start, end = task["at"]
    units = [*(task.get("lead_units") or ()), *(task.get("coordinate_units") or ())]
    for at in [*(unit["at"] for unit in units), task.get("deadline_at"), task.get("product_at")]:
        if at and not (start <= at[0] and at[1] <= end):
            yield at[0], at[1]


def _doubts(findings: list[Finding]) -> list[Mark]:
    return [Mark(f"f{f.pk}", f.start, f.end) for f in findings if f.state == FindingState.OPEN]
