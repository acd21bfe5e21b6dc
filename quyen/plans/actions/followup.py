"""Tasks and indicators are tied to a recommendation; a person says how far it is carried out, and by what that is shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from quyen.accounts.actions import entry, record
from quyen.accounts.enums import Verb
from quyen.accounts.models import User
from quyen.core.errors import QuyenError
from quyen.core.schedule import today
from quyen.indicators.models import Indicator
from quyen.organisation.enums import Role
from quyen.organisation.queries import may
from quyen.plans.models import Evidence, FollowUp, RecommendationIndicator, RecommendationTask, Task
from quyen.plans.queries.followup import tieable_tasks
from quyen.rights.actions.recommendations import require_keeper, tell
from quyen.rights.enums import FollowUpState, TieState
from quyen.rights.models import Recommendation


class FollowUpRefused(QuyenError):
    """A state is not recorded."""

    advice = "Chưa có gì thay đổi; hãy bổ sung rồi ghi lại."


@transaction.atomic
def tie_task(*, actor: User, recommendation: Recommendation, task: Task) -> RecommendationTask:
    """A task of a confirmed plan carries out the recommendation. Errors: PermissionDenied where the plan is not in the
    person's reach."""
    if not tieable_tasks(actor).filter(pk=task.pk).exists():
        raise PermissionDenied
    tie, is_new = RecommendationTask.objects.get_or_create(
        recommendation=recommendation, task=task, defaults={"made_by": actor, "state": TieState.CONFIRMED}
    )  # fmt: skip
    if is_new or tie.state != TieState.CONFIRMED:
        _settle(actor, tie, TieState.CONFIRMED)
        _trace(actor, Verb.LINK, recommendation, {"task": task.pk}, task.plan.unit_id)
    return tie


@transaction.atomic
def untie_task(*, actor: User, tie: RecommendationTask) -> None:
    """The link goes, and no machine proposes it again. Errors: PermissionDenied."""
    unit_id = tie.task.plan.unit_id
    if not may(actor, unit_id, Role.EDITOR):
        require_keeper(actor)
    _settle(actor, tie, TieState.REFUSED)
    _trace(actor, Verb.REMOVE, tie.recommendation, {"task": tie.task_id}, unit_id)


def _settle(actor: User, tie: RecommendationTask | RecommendationIndicator, state: TieState) -> None:
    tie.state, tie.settled_by, tie.settled_at = state, actor, timezone.now()
    tie.save(update_fields=["state", "settled_by", "settled_at"])


@transaction.atomic
def choose_indicators(
    *, actor: User, recommendation: Recommendation, indicators: Iterable[Indicator]
) -> None:
    """These show how it fares, and no others. Errors: PermissionDenied."""
    require_keeper(actor)
    wanted = {one.pk for one in indicators}
    held = {tie.indicator_id: tie for tie in recommendation.indicator_ties.select_for_update()}
    for pk, tie in held.items():
        state = TieState.CONFIRMED if pk in wanted else TieState.REFUSED
        if tie.state != state:
            _settle(actor, tie, state)
    RecommendationIndicator.objects.bulk_create(
        RecommendationIndicator(
            recommendation=recommendation, indicator_id=pk, made_by=actor, state=TieState.CONFIRMED
        )
        for pk in sorted(wanted - held.keys())
    )  # fmt: skip
    _trace(actor, Verb.LINK, recommendation, {"indicators": sorted(wanted)})


@transaction.atomic
def say_follow_up(
    *, actor: User, recommendation: Recommendation, state: FollowUpState, why: str, day: date,
    evidence: Iterable[Evidence] = (),
) -> FollowUp:  # fmt: skip
    """What a coordinator of the keeping body says; carried out is said only with what shows it. Errors: PermissionDenied,
    FollowUpRefused."""
    require_keeper(actor, Role.COORDINATOR)
    shown, why = list(evidence), why.strip()
    if not why:
        raise FollowUpRefused(_("Hãy ghi vì sao: đã làm gì, căn cứ vào đâu."))
    if day > today():
        raise FollowUpRefused(_("Ngày ghi nhận không thể ở sau hôm nay."))
    if state == FollowUpState.CARRIED_OUT and not shown:
        raise FollowUpRefused(
            _("Đã thực hiện thì phải có ít nhất một minh chứng; hãy chọn minh chứng của nhiệm vụ.")
        )
    held = Recommendation.objects.select_for_update().get(pk=recommendation.pk)
    made = FollowUp.objects.create(
        recommendation=held, state=state, day=day, why=why, by=actor, by_name=str(actor)[:120]
    )
    made.evidence.set(shown)
    before = held.follow_up
    held.follow_up, held.followed_up_on = state, day
    held.save(update_fields=["follow_up", "followed_up_on"])
    _trace(
        actor,
        Verb.REPORT,
        held,
        {"was": before, "state": state, "why": why, "evidence": [e.pk for e in shown]},
    )
    tell([held.pk])
    return made


def _trace(
    actor: User, verb: Verb, row: Recommendation, after: dict[str, object], unit_id: int | None = None
) -> None:
    record([entry(actor=actor, verb=verb, subject=row, unit_id=unit_id, after=after)])
