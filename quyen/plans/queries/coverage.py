"""The table of coverage: a parent's rows against the plans chosen, and how far each plan follows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from procrastinate.contrib.django.models import ProcrastinateJob

from quyen.accounts.models import User
from quyen.core.text.sorting import sort_key
from quyen.organisation.enums import Role
from quyen.organisation.queries import unit_ids
from quyen.plans.enums import COUNTED, Coverage, Decision, ItemKind, PlanState
from quyen.plans.models import Item, Match, Plan
from quyen.plans.queries.compared import ROW_KINDS, states
from quyen.plans.queries.lists import PlanLine, line_of
from quyen.plans.queries.page import figure_said
from quyen.plans.queries.review import readable_plans

SURE = 0.75  # from here on a proposal is offered for confirmation together with others
MATCH_PLAN = "match_plan"  # the job's name in the queue
TREATIES = "treaties"  # the one row that is counted from both plans, not matched


@dataclass(frozen=True)
class Asked:
    """What the address asks for. `with_proposals` lets items in that nobody has decided."""

    parent: int | None = None
    children: tuple[int, ...] = ()
    with_proposals: bool = False

    @property
    def query(self) -> str:
        """The same again as an address carries it, from the "?" on."""
        parts = [f"tren={self.parent}"] if self.parent else []
        parts += [f"duoi={child}" for child in self.children]
        return "?" + "&".join(parts + (["gom=1"] if self.with_proposals else []))

    @property
    def including(self) -> Asked:
        """The same with proposals."""
        return replace(self, with_proposals=True)

    @property
    def without(self) -> Asked:
        """The same without proposals."""
        return replace(self, with_proposals=False)


@dataclass(frozen=True)
class CellView:
    """One cell. `state` "" where the matcher has not run; `word` is what stands in it."""

    row: str  # the parent's item, or TREATIES
    child: int
    state: str = ""
    word: str = "…"
    is_decided: bool = False
    is_stale: bool = False  # the item it was matched with no longer counts
    match: int | None = None
    sure: float = 0.0

    @property
    def key(self) -> str:
        return f"{self.row}-{self.child}"

    @property
    def sign(self) -> str:
        """The class it is drawn with: y covered, d differs, n missing, w not matched yet; u where undecided."""
        look = {Coverage.COVERED: "y", Coverage.DIFFERS: "d", Coverage.MISSING: "n"}.get(self.state, "w")  # type: ignore[call-overload]
        return look if self.is_decided or look == "w" else f"{look} u"

    @property
    def follows(self) -> bool:
        return self.state in (Coverage.COVERED, Coverage.DIFFERS)


@dataclass(frozen=True)
class RowView:
    key: str
    text: str
    figure: str
    is_counted: bool
    cells: tuple[CellView, ...]


@dataclass(frozen=True)
class Group:
    kind: str
    label: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True)
class Sum:
    """How far one plan follows: cells by state, of `total`. Only decided ones count in `follows`."""

    child: int
    total: int
    covered: int
    differs: int
    likely: int  # proposed as covered or different, not decided
    waiting: int  # all that are not decided

    @property
    def follows(self) -> int:
        return self.covered + self.differs

    @property
    def key(self) -> str:
        return str(self.child)


@dataclass(frozen=True)
class CoveragePage:
    asked: Asked
    choices: tuple[PlanLine, ...]
    parent: PlanLine | None = None
    children: tuple[PlanLine, ...] = ()
    groups: tuple[Group, ...] = ()
    sums: tuple[Sum, ...] = ()
    unmatched: int = 0  # cells for which the matcher has not run
    sure: tuple[int, ...] = ()  # matches that can be confirmed together
    may_propose: bool = False
    may_decide: bool = False
    queued: int = 0  # plans whose turn of the matcher is still to come
    hidden_rows: int = 0  # rows of the parent left out because nobody has decided them
    in_review: tuple[PlanLine, ...] = ()

    @property
    def ticked(self) -> set[int]:
        """The plans chosen; before any is, those that stand below the parent."""
        if self.children or self.parent is None:
            return {line.pk for line in self.children}
        return {line.pk for line in self.choices if line.parent_pk == self.parent.pk}

    @property
    def columns(self) -> int:
        return len(self.children) + 1

    @property
    def size(self) -> int:
        """How many cells there are."""
        return self.rows * len(self.children)

    @property
    def rows(self) -> int:
        return sum(len(group.rows) for group in self.groups)

    @property
    def cell(self) -> dict[str, CellView]:
        return {cell.key: cell for group in self.groups for row in group.rows for cell in row.cells}

    @property
    def waiting(self) -> int:
        return sum(one.waiting for one in self.sums)


def coverage_page(user: User, asked: Asked) -> CoveragePage:
    """Seven queries however many rows and plans. Plans that the person may not read are left out."""
    plans = {plan.pk: plan for plan in readable_plans(user).select_related("source")}
    lines = sorted((line_of(plan) for plan in plans.values()), key=lambda line: sort_key(line.label))
    parent = plans.get(asked.parent or 0)
    children = [plans[pk] for pk in asked.children if pk in plans and pk != asked.parent]
    asked = Asked(parent.pk if parent else None, tuple(c.pk for c in children), asked.with_proposals)
    if parent is None or not children:
        return CoveragePage(asked, tuple(lines), parent=line_of(parent) if parent else None)
    groups, hidden = _groups(parent, children, asked.with_proposals)
    editable = set(unit_ids(user, Role.EDITOR))
    decidable = set(unit_ids(user, Role.COORDINATOR))
    cells = [cell for group in groups for row in group.rows for cell in row.cells]
    units = {child.pk: child.unit_id for child in children}
    return CoveragePage(
        asked=asked,
        choices=tuple(lines),
        parent=line_of(parent),
        children=tuple(line_of(child) for child in children),
        groups=groups,
        sums=tuple(_sum(child.pk, cells) for child in children),
        unmatched=sum(not cell.state for cell in cells),
        sure=tuple(_sure(cell for cell in cells if units[cell.child] in decidable)),
        may_propose=any(child.unit_id in editable for child in children),
        may_decide=any(child.unit_id in decidable for child in children),
        queued=_queued(parent, children),
        hidden_rows=hidden,
        in_review=tuple(line_of(plan) for plan in (parent, *children) if plan.state != PlanState.CONFIRMED),
    )


def _queued(parent: Plan, children: Sequence[Plan]) -> int:
    locks = [f"match:{parent.pk}:{child.pk}" for child in children]
    jobs = ProcrastinateJob.objects.filter(task_name=MATCH_PLAN, status__in=("todo", "doing"))
    return jobs.filter(queueing_lock__in=locks).count()


def _groups(parent: Plan, children: Sequence[Plan], with_proposals: bool) -> tuple[tuple[Group, ...], int]:
    wanted = states(with_proposals)
    known = parent.items.filter(kind__in=ROW_KINDS, state__in=states(with_proposals=True))
    every = list(known.select_related("target", "task").order_by("position", "id"))
    items = [item for item in every if item.state in wanted]
    found = Match.objects.filter(child__in=[c.pk for c in children], parent_item__in=[i.pk for i in items])
    matches = {(m.parent_item_id, m.child_id): m for m in found.select_related("child_item")}
    groups = []
    for kind in ROW_KINDS:
        rows = tuple(_row(item, children, matches) for item in items if item.kind == kind)
        if rows:
            groups.append(Group(str(kind), str(kind.label), rows))
    treaties = _treaties(parent, children, wanted)
    if treaties:
        groups.append(Group(TREATIES, _("Công ước"), (treaties,)))
    return tuple(groups), len(every) - len(items)


def _row(item: Item, children: Sequence[Plan], matches: dict[tuple[int, int], Match]) -> RowView:
    return RowView(
        key=str(item.pk),
        text=item.text,
        figure=_figure(item),
        is_counted=item.state in COUNTED,
        cells=tuple(cell_view(item.pk, child.pk, matches.get((item.pk, child.pk))) for child in children),
    )


def _figure(item: Item) -> str:
    if item.kind == ItemKind.TARGET and hasattr(item, "target"):
        return figure_said(item.target)
    if item.kind == ItemKind.TASK and hasattr(item, "task"):
        return item.task.deadline
    return ""


def cell_view(row: int, child: int, match: Match | None) -> CellView:
    if match is None:
        return CellView(str(row), child)
    decided = match.decision != Decision.PROPOSED
    return CellView(
        row=str(row),
        child=child,
        state=match.state,
        word=_word(match),
        is_decided=decided,
        is_stale=decided and match.child_item is not None and match.child_item.state not in COUNTED,
        match=match.pk,
        sure=match.sure,
    )


def _word(match: Match) -> str:
    if match.state == Coverage.COVERED:
        return _("có")
    if match.state == Coverage.MISSING:
        return "–"
    return match.value or _("khác")


def treaties_of(plans: Iterable[int], wanted: Sequence[str]) -> dict[int, list[str]]:
    """The codes of the conventions each plan names, each once, in its own order."""
    rows = Item.objects.filter(plan_id__in=plans, kind=ItemKind.TREATY, state__in=wanted)
    named: dict[int, list[str]] = {}
    for plan, text in rows.order_by("position", "id").values_list("plan_id", "text"):
        own = named.setdefault(plan, [])
        if text not in own:
            own.append(text)
    return named


def _treaties(parent: Plan, children: Sequence[Plan], wanted: Sequence[str]) -> RowView | None:
    named = treaties_of([parent.pk, *(child.pk for child in children)], wanted)
    above = named.get(parent.pk, [])
    if not above:
        return None
    cells = []
    for child in children:
        has = sum(code in named.get(child.pk, []) for code in above)
        state = Coverage.COVERED if has == len(above) else Coverage.DIFFERS if has else Coverage.MISSING
        word = f"{has}/{len(above)}" if has else "–"
        cells.append(CellView(TREATIES, child.pk, state, word, is_decided=True))
    text = _("Các công ước mà văn bản nêu: %s") % ", ".join(above)
    return RowView(TREATIES, text, "", True, tuple(cells))


def _sum(child: int, cells: Sequence[CellView]) -> Sum:
    own = [cell for cell in cells if cell.child == child]
    decided = [cell for cell in own if cell.is_decided]
    return Sum(
        child=child,
        total=len(own),
        covered=sum(cell.state == Coverage.COVERED for cell in decided),
        differs=sum(cell.state == Coverage.DIFFERS for cell in decided),
        likely=sum(cell.follows and not cell.is_decided for cell in own),
        waiting=len(own) - len(decided),
    )


def _sure(cells: Iterable[CellView]) -> Iterable[int]:
    return (cell.match for cell in cells if cell.match and not cell.is_decided and cell.sure >= SURE)
