"""The landing page: what is late or due, what changed, how far we are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from quyen.accounts.models import User
from quyen.organisation.enums import Role
from quyen.organisation.queries import held_by
from quyen.plans.enums import Decision, FindingState, PlanState
from quyen.plans.models import Finding, Item, Match, Plan
from quyen.plans.queries.board import TaskLine, tasks_of
from quyen.plans.queries.days import LATE, NEXT
from quyen.plans.queries.desk import HowFar, blocks_of, how_far
from quyen.plans.queries.lists import PlanLine, line_of
from quyen.plans.queries.news import News, news
from quyen.plans.queries.review import UNDECIDED, readable_plans
from quyen.plans.signals import Block
from quyen.sources.enums import PENDING, FileState
from quyen.sources.queries import readable_files

LINES = 8  # of tasks, of news, of plans to review
RECENT = 30  # days: what is over for longer is counted, not listed
WEEK = 7


@dataclass(frozen=True)
class Meter:
    """How far one kind of work is: `done` of `total`, of what the person may read."""

    name: str
    done: int
    total: int
    link: str

    @property
    def percent(self) -> int:
        """Rounded down, so that 100 means all."""
        return self.done * 100 // self.total if self.total else 0

    @property
    def sign(self) -> str:
        return "good" if self.done == self.total else "mid" if self.percent >= 50 else "low"


@dataclass(frozen=True)
class Waiting:
    """A plan with the proposals and the findings that nobody has decided."""

    plan: PlanLine
    items: int
    findings: int


@dataclass(frozen=True)
class Work:
    """What the page is made of. `tasks` are those that lately went over or are due soon."""

    is_new: (
        bool  # no document was ever received, no work given, nothing asked, no step above has anything to do
    )
    may_upload: bool
    tasks: tuple[TaskLine, ...]
    late: int
    soon: int
    news: tuple[News, ...]
    meters: tuple[Meter, ...]
    waiting: tuple[Waiting, ...]
    waiting_plans: int
    failed: int
    pending: int
    blocks: tuple[Block, ...]  # what the steps above say, and what an administrator looks after
    far: HowFar
    coordinates: bool  # somewhere: then missing values of indicators are theirs to ask for

    @property
    def main(self) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if not block.is_side)

    @property
    def side(self) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.is_side)

    @property
    def has_side(self) -> bool:
        return bool(self.side or self.meters or self.waiting_plans or self.failed)


@dataclass(frozen=True)
class Today:
    headline: str
    lede: str
    work: Work


def today(user: User) -> Today:
    """As many queries for one row of anything as for many."""
    work = _work(user)
    return Today(_headline(work), _lede(work), work)


def _work(user: User) -> Work:
    files = dict(readable_files(user).order_by().values_list("state").annotate(Count("pk")))
    day = timezone.localdate()
    tasks, blocks = tasks_of(user, day), blocks_of(user, day)
    highest = max((one.role for one in held_by(user)), default=0)
    late = [task for task in tasks if task.bucket == LATE]
    soon = [task for task in tasks if task.bucket == NEXT]
    recent = [task for task in late if task.days_over <= RECENT]
    plans = list(readable_plans(user).select_related("source"))
    items, findings, cells = _counts(plans)
    waiting = _waiting(plans, items, findings)
    return Work(
        is_new=not (files.keys() - {FileState.KEPT} or tasks or any(one.url for one in blocks)),
        may_upload=highest >= Role.EDITOR,
        tasks=tuple((recent[: LINES - min(len(soon), LINES // 2)] + soon)[:LINES]),
        late=len(late),
        soon=len(soon),
        news=news(user, LINES),
        meters=_meters(plans, items, findings, cells),
        waiting=tuple(waiting[:LINES]),
        waiting_plans=len(waiting),
        failed=files.get(FileState.FAILED, 0),
        pending=sum(files.get(state, 0) for state in PENDING),
        blocks=blocks,
        far=how_far(user, day),
        coordinates=highest >= Role.COORDINATOR,
    )


Counts = dict[int, tuple[int, int]]  # by plan: all, and those not decided


def _counts(plans: Sequence[Plan]) -> tuple[Counts, Counts, Counts]:
    keys = [plan.pk for plan in plans]
    items = Item.objects.filter(plan_id__in=keys).order_by().values_list("plan_id")
    findings = Finding.objects.filter(plan_id__in=keys).order_by().values_list("plan_id")
    cells = Match.objects.filter(child_id__in=keys).order_by().values_list("child_id")
    found = (
        rows.annotate(every=Count("pk"), waiting=Count("pk", filter=open_ones))
        for rows, open_ones in (
            (items, Q(state__in=UNDECIDED)),
            (findings, Q(state=FindingState.OPEN)),
            (cells, Q(decision=Decision.PROPOSED)),
        )
    )
    one, two, three = ({plan: (every, waiting) for plan, every, waiting in rows} for rows in found)
    return one, two, three


def _meters(plans: Sequence[Plan], items: Counts, findings: Counts, cells: Counts) -> tuple[Meter, ...]:
    confirmed = sum(plan.state == PlanState.CONFIRMED for plan in plans)
    meters = (
        Meter(_("Văn bản đã xác nhận"), confirmed, len(plans), reverse("plans:list")),
        Meter(
            _("Mục máy đọc đã có người xem"), *_share(items), reverse("plans:list") + "?tinh-trang=in_review"
        ),
        Meter(_("Điều cần xem đã xử lý"), *_share(findings), reverse("plans:list")),
        Meter(_("Ô đối chiếu đã duyệt"), *_share(cells), reverse("plans:coverage")),
    )
    return tuple(meter for meter in meters if meter.total)


def _share(counts: Counts) -> tuple[int, int]:
    every = sum(one for one, _waiting in counts.values())
    return every - sum(waiting for _one, waiting in counts.values()), every


def _waiting(plans: Sequence[Plan], items: Counts, findings: Counts) -> list[Waiting]:
    """Plans that still want a person, those nearest to their end first."""
    none = (0, 0)
    rows = [
        Waiting(line_of(plan), items.get(plan.pk, none)[1], findings.get(plan.pk, none)[1])
        for plan in plans
        if plan.state != PlanState.CONFIRMED
    ]
    return sorted(rows, key=lambda row: (row.items + row.findings, row.plan.pk))


def _headline(work: Work) -> str:
    """The one sentence that matters today: what is due this week, else what waits for a person, else peace."""
    due = [task for task in work.tasks if task.days is not None and 0 <= task.days <= WEEK]
    if work.is_new:
        return _("Bắt đầu từ văn bản của bạn")
    if first := _first_block(work, due):
        return first.headline
    if due:
        return _due_said(due)
    if work.waiting_plans:
        said = ngettext("%d văn bản chờ rà soát", "%d văn bản chờ rà soát", work.waiting_plans)
        return said % work.waiting_plans
    if work.soon:
        said = ngettext("%d nhiệm vụ đến hạn trong 30 ngày", "%d nhiệm vụ đến hạn trong 30 ngày", work.soon)
        return said % work.soon
    if work.pending:
        said = ngettext("Đang đọc %d văn bản", "Đang đọc %d văn bản", work.pending)
        return said % work.pending
    return _("Không có việc gì đến hạn trong 30 ngày tới")


def _first_block(work: Work, due: Sequence[TaskLine]) -> Block | None:
    """The block that speaks of this week, unless a task is due sooner."""
    until = min((task.days for task in due if task.days is not None), default=WEEK)
    soon = (block for block in work.blocks if block.headline and block.days is not None)
    return next((block for block in soon if block.days is not None and block.days <= until), None)


def _due_said(due: Sequence[TaskLine]) -> str:
    first = due[0]
    if len(due) > 1 and not first.days:
        return _("%(n)d nhiệm vụ đến hạn trong 7 ngày tới, có việc đến hạn hôm nay") % {"n": len(due)}
    if len(due) > 1:
        said = _("%(n)d nhiệm vụ đến hạn trong 7 ngày tới, việc gần nhất còn %(days)d ngày")
        return said % {"n": len(due), "days": first.days}
    text = Truncator(first.text).chars(90)
    return (
        _("Còn %(days)d ngày: %(text)s") % {"days": first.days, "text": text}
        if first.days
        else (_("Hôm nay đến hạn: %s") % text)
    )


def _lede(work: Work) -> str:
    if work.is_new:
        return _("Thả thư mục văn bản vào đây; chỉ tiêu, nhiệm vụ và những chỗ cần xem lại sẽ tự hiện ra.")
    late, waiting, failed, pending = work.late, work.waiting_plans, work.failed, work.pending
    facts = (
        (
            late,
            ngettext(
                "%d nhiệm vụ đã qua ngày ghi trong văn bản", "%d nhiệm vụ đã qua ngày ghi trong văn bản", late
            ),
        ),
        (waiting, ngettext("%d văn bản chờ rà soát", "%d văn bản chờ rà soát", waiting)),
        (failed, ngettext("%d tệp không đọc được", "%d tệp không đọc được", failed)),
        (pending, ngettext("%d tệp đang chờ đọc", "%d tệp đang chờ đọc", pending)),
    )
    told = [block.fact for block in work.blocks if block.fact]
    said = "; ".join(told + [words % number for number, words in facts if number])
    return f"{said}." if said else _("Mọi văn bản đã nhận đều đã được xác nhận.")
