"""The demo's recommendations: the three of the programme, two of them tied to work of the demo's plans."""

from __future__ import annotations

from typing import Any

from quyen.accounts.models import User
from quyen.core.schedule import today
from quyen.plans.actions.followup import say_follow_up, tie_task
from quyen.plans.enums import WorkState
from quyen.plans.models import Assignment, FollowUp, Task
from quyen.plans.queries.followup import follow_up_panel, tieable_tasks
from quyen.rights.actions.recommendation_data import load_recommendations
from quyen.rights.enums import FollowUpState
from quyen.rights.models import Recommendation

WHY = {
    "63": (
        FollowUpState.CARRIED_OUT,
        "Chuyên mục phát thanh ở cơ sở đã phát, có minh chứng kèm theo (dữ liệu mẫu).",
    ),
    "67": (FollowUpState.UNDER_WAY, "Đã giao việc cho các đơn vị, đang thực hiện (dữ liệu mẫu)."),
}


def followed_up(editor: User, keeper: User) -> None:
    """Safe to run twice: what somebody said already is left as it is. `editor` of the office whose plans carry them out,
    `keeper` a coordinator of the central body."""
    load_recommendations()
    if FollowUp.objects.exists():
        return
    rows = {row.called: row for row in Recommendation.objects.filter(in_programme=True)}
    work: Any = Assignment.objects.given().with_work()
    done = work.filter(work=WorkState.DONE, evidence_links__isnull=False)
    shown = tieable_tasks(editor).filter(pk__in=done.values("task")).order_by("pk")
    others = tieable_tasks(editor).filter(text__icontains="quyền con người").order_by("pk")
    for called, tasks in (("63", list(shown[:2])), ("67", list(others[:2]))):
        if called in rows:
            _follow(editor, keeper, rows[called], tasks)


def _follow(editor: User, keeper: User, row: Recommendation, tasks: list[Task]) -> None:
    for task in tasks:
        tie_task(actor=editor, recommendation=row, task=task)
    state, why = WHY[row.called]
    evidence = follow_up_panel(editor, row).evidence
    if state == FollowUpState.CARRIED_OUT and not evidence:
        state = FollowUpState.UNDER_WAY
    say_follow_up(actor=keeper, recommendation=row, state=state, why=why, day=today(), evidence=evidence[:3])
