"""The list of plans: filters, and counts for the rows of one page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.db.models import Count, Q

from quyen.accounts.models import User
from quyen.core.arithmetic import paged
from quyen.core.text.folding import fold_loose
from quyen.core.text.sorting import sort_key
from quyen.plans.enums import COUNTED, FindingState, ItemKind, PlanState
from quyen.plans.models import Finding, Item, Plan
from quyen.plans.queries.review import UNDECIDED, readable_plans

PAGE = 50


@dataclass(frozen=True)
class PlanFilter:
    """What a person asked for; empty means all. `words` are looked for without marks, each on its own."""

    words: str = ""
    year: int | None = None
    issuer: str = ""
    state: str = ""

    @property
    def is_set(self) -> bool:
        return bool(self.words or self.year or self.issuer or self.state)


@dataclass(frozen=True)
class PlanLine:
    """One plan in a list or a choice. The counts are of confirmed items; `waiting` of those not yet decided."""

    pk: int
    name: str
    reference: str
    issuer: str
    years: str
    is_confirmed: bool
    parent_pk: int | None = None
    parent_name: str = ""
    targets: int = 0
    tasks: int = 0
    waiting: int = 0
    findings: int = 0

    @property
    def key(self) -> str:
        """The number as an address carries it."""
        return str(self.pk)

    @property
    def label(self) -> str:
        """Enough to tell it apart in a choice: "81/KH-UBND · UBND tỉnh A · 2024"."""
        return " · ".join(part for part in (self.reference or self.name, self.issuer, self.years) if part)


@dataclass(frozen=True)
class PlanList:
    """`lines` are those of the page; `found` counts all that the filter found, `total` all there are."""

    lines: tuple[PlanLine, ...]
    found: int
    total: int
    page: int
    pages: int
    years: tuple[int, ...] = ()
    issuers: tuple[str, ...] = ()
    asked: PlanFilter = field(default_factory=PlanFilter)


def plan_list(user: User, asked: PlanFilter, page: int = 1) -> PlanList:
    """Three queries however many plans: the plans, their items counted, their findings counted."""
    plans = list(readable_plans(user).select_related("source").order_by("-issued_on", "-id"))
    found = [plan for plan in plans if _fits(plan, asked)]
    page, pages, cut = paged(len(found), page, PAGE)
    shown = found[cut]
    return PlanList(
        lines=tuple(_with_counts(shown, {plan.pk: plan for plan in plans})),
        found=len(found),
        total=len(plans),
        page=page,
        pages=pages,
        years=tuple(sorted({year for plan in plans for year in years_of(plan)}, reverse=True)),
        issuers=tuple(sorted({plan.issuer for plan in plans if plan.issuer}, key=sort_key)),
        asked=asked,
    )


def plan_choices(user: User) -> tuple[PlanLine, ...]:
    """All readable plans to choose from, in Vietnamese order of issuer, newest first within one: one query."""
    plans = readable_plans(user).select_related("source").order_by("-first_year", "-issued_on", "-id")
    return tuple(line_of(plan) for plan in sorted(plans, key=lambda plan: sort_key(plan.issuer)))


def line_of(plan: Plan) -> PlanLine:
    return PlanLine(
        pk=plan.pk,
        name=str(plan),
        reference=plan.reference,
        issuer=plan.issuer,
        years=years_said(plan),
        is_confirmed=plan.state == PlanState.CONFIRMED,
        parent_pk=plan.parent_id,
    )


def years_of(plan: Plan) -> range:
    """The years that a plan is for; that of its issue where it names none."""
    issued = plan.issued_on.year if plan.issued_on else None
    first = plan.first_year or plan.last_year or issued
    last = plan.last_year or first
    return range(first, last + 1) if first and last and last - first < 100 else range(0)


def years_said(plan: Plan) -> str:
    first, last = plan.first_year, plan.last_year
    if first and last and first != last:
        return f"{first}–{last}"
    return str(first or last or "")


def label_of(plan: Plan) -> str:
    """As beside a task: the reference, the issuer, the years."""
    return " · ".join(part for part in (plan.reference or plan.title, plan.issuer, years_said(plan)) if part)


def _fits(plan: Plan, asked: PlanFilter) -> bool:
    if asked.state and plan.state != asked.state:
        return False
    if asked.issuer and plan.issuer != asked.issuer:
        return False
    if asked.year and asked.year not in years_of(plan):
        return False
    return has_words(asked.words, (plan.reference, plan.title, plan.issuer, plan.source.name))


def has_words(words: str, texts: Iterable[str]) -> bool:
    """Whether every word stands somewhere in the texts, marks and capitals apart."""
    wanted = fold_loose(words).split()
    if not wanted:
        return True
    text = fold_loose(" ".join(texts))
    return all(word in text for word in wanted)


def _with_counts(shown: list[Plan], known: dict[int, Plan]) -> Iterable[PlanLine]:
    keys = [plan.pk for plan in shown]
    counts = item_counts(keys)
    findings = open_findings(keys)
    for plan in shown:
        parent = known.get(plan.parent_id or 0)
        yield replace(
            line_of(plan),
            parent_pk=parent.pk if parent else None,
            parent_name=(parent.reference or str(parent)) if parent else "",
            targets=counts[plan.pk, ItemKind.TARGET],
            tasks=counts[plan.pk, ItemKind.TASK],
            waiting=counts[plan.pk, "waiting"],
            findings=findings[plan.pk],
        )


def item_counts(plans: Iterable[int]) -> Counter[tuple[int, str]]:
    """Confirmed items by plan and kind; under "waiting" those that nobody has decided."""
    rows = (
        Item.objects.filter(plan_id__in=plans)
        .values_list("plan_id", "kind")
        .annotate(
            counted=Count("id", filter=Q(state__in=COUNTED)),
            waiting=Count("id", filter=Q(state__in=UNDECIDED)),
        )
        .order_by()
    )
    counts: Counter[tuple[int, str]] = Counter()
    for plan, kind, counted, waiting in rows:
        counts[plan, kind] += counted
        counts[plan, "waiting"] += waiting
    return counts


def open_findings(plans: Iterable[int]) -> Counter[int]:
    rows = (
        Finding.objects.filter(plan_id__in=plans, state=FindingState.OPEN)
        .values_list("plan_id")
        .annotate(number=Count("id"))
        .order_by()
    )
    return Counter(dict(rows))
