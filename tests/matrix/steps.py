"""The later steps in the world of the matrix: of each unit its estimates, its reports and its key for other systems."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from quyen.accounts.models import User
from quyen.budget.enums import EstimateState, Funding
from quyen.budget.models import Estimate, EstimateIntake, EstimateLine, Spending
from quyen.library.models import Gathered, HarvestRun, Source
from quyen.organisation.actions import open_unit
from quyen.organisation.enums import UnitKind
from quyen.organisation.models import CheckHit, Unit
from quyen.plans.models import Plan
from quyen.reports import actions
from quyen.reports.enums import State
from quyen.reports.models import Cycle, FormIntake, Passage, Submission
from tests.matrix.shelf import a_clip

TODAY = timezone.localdate()
START, END = date(TODAY.year, 1, 1), date(TODAY.year + 1, 1, 1)
SECTION = "kien-nghi"


def make_round_of_all() -> Cycle:
    """One round in which each unit reports to a ministry: of the others' reports nobody may see a word."""
    ministry = open_unit(actor=None, name="Bộ Hỏi Chung")
    return _round(ministry, "Báo cáo chung", None)


def _round(unit: Unit, title: str, feeds: Cycle | None) -> Cycle:
    wish = actions.RegimeWish(title, kinds=(UnitKind.MINISTRY,), by_assignment=False, anchor=START)
    regime = actions.found_regime(actor=None, unit=unit, wish=wish)
    asked = actions.CycleWish(f"Đợt của {title}", START, END, TODAY + timedelta(days=9), feeds=feeds)
    return actions.open_cycle(actor=None, regime=regime, wish=asked)


def reports(unit: Unit, word: str, shared: Cycle) -> dict[str, Any]:
    """A draft in the round of all; a report sent in a round of the unit's own, which feeds that; a form; a key."""
    round_ = _round(unit, f"Chế độ {word}", shared)
    draft = Submission.objects.create(cycle=shared, unit=unit)
    sent = Submission.objects.create(cycle=round_, unit=unit)
    for one, said in ((draft, "Nháp"), (sent, "Gửi")):
        Passage.objects.create(submission=one, key=SECTION, text=f"{said} {word}", by_name=f"Người {word}")
    step = actions.submit(actor=None, submission=sent)
    sent.refresh_from_db()
    assert sent.state == State.SUBMITTED and step.edition is not None
    form = FormIntake.objects.create(
        submission=draft, name=f"Biểu {word}.xlsx", sha256=word, entered_by_name=f"Người {word}"
    )
    token, _secret = actions.make_token(actor=None, unit=unit, name=f"Máy {word}", expires_on=TODAY)
    return {
        "regime": round_.regime, "round": round_, "draft": draft, "sent": sent, "edition": step.edition, "form": form,
        "token": token, "harvest": source_of(unit, word), **a_clip(unit, word),
    }  # fmt: skip


def money(unit: Unit, word: str, plan: Plan) -> dict[str, Any]:
    """Estimates for the unit's own plan: being written, sent, put together, approved, each of another year."""
    writing, line = _estimate(unit, word, plan, 2025, EstimateState.DRAFT)
    waiting, _line = _estimate(unit, word, plan, 2024, EstimateState.SUBMITTED)
    ready, ready_line = _estimate(unit, word, plan, 2023, EstimateState.ASSEMBLED)
    approved, spent_line = _estimate(unit, word, plan, 2022, EstimateState.ASSEMBLED)
    Estimate.objects.filter(pk=approved.pk).update(
        state=EstimateState.APPROVED, approved_at=timezone.now(), basis=f"QĐ {word}", content_hash=word
    )
    spending = Spending.objects.create(
        line=spent_line, amount_vnd=5, note=f"Hóa đơn {word}", by_name=f"Người {word}"
    )
    return {
        "writing": writing, "line": line, "waiting": waiting, "ready": ready, "ready_line": ready_line,
        "approved": approved, "spent_line": spent_line, "spending": spending,
    }  # fmt: skip


def _estimate(
    unit: Unit, word: str, plan: Plan, year: int, state: EstimateState
) -> tuple[Estimate, EstimateLine]:
    made = Estimate.objects.create(unit=unit, plan=plan, year=year, state=state)
    line = EstimateLine.objects.create(
        estimate=made, heading=f"Chi cho {word}", source=Funding.STATE, planned_vnd=1_000_000
    )
    return made, line


def drafts_for_another(giver: Unit, unit: Unit, word: str, plan: Plan) -> dict[str, Any]:
    """Of a unit that owes its estimate and its report to a unit of another tree: who asks sees neither before it is
    sent."""
    _estimate(unit, word, plan, 2023, EstimateState.DRAFT)
    outer = _round(giver, "Báo cáo ngoài cây", None)
    draft = Submission.objects.create(cycle=outer, unit=unit)
    Passage.objects.create(submission=draft, key=SECTION, text=f"Nháp {word}", by_name=f"Người {word}")
    return {"outer": outer}


def finding(unit: Unit, word: str) -> None:
    CheckHit.objects.create(
        check_name="plans.due_after_plan", subject_id=unit.pk, unit=unit, about=f"Việc {word}"
    )


def sheet_of(keeper: User, word: str, estimate: Estimate) -> EstimateIntake:
    row = {
        "at": "2",
        "heading": f"Chi cho {word}",
        "source": "ngân sách nhà nước",
        "planned": "1",
        "scale": "1",
    }
    return EstimateIntake.objects.create(
        estimate=estimate, name=f"{word}.xlsx", rows=[row], entered_by=keeper
    )


def source_of(unit: Unit, word: str) -> Source:
    """Where products of others are taken from, with one that came."""
    made = Source.objects.create(
        unit=unit, name=f"Nguồn {word}", address=f"https://nguon.example/{unit.pk}/oai/"
    )
    HarvestRun.objects.create(source=made, error=f"Lỗi {word}")
    Gathered.objects.create(
        source=made, identifier="oai:x:1", title=f"Sản phẩm {word}", language="vi", form="text", content="", digest="",
        changed_at=timezone.now(),
    )  # fmt: skip
    return made
