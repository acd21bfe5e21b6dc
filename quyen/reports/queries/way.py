"""The way of a report as a line of stages, and what the person may do next."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from quyen.reports.enums import Deed, State
from quyen.reports.models import Submission
from quyen.reports.queries.access import Sides

DONE, HERE, LATER = "ok", "on", ""
_PLACE = {
    State.DRAFT: 0, State.RETURNED: 0, State.REVIEW: 1, State.APPROVED: 2, State.SUBMITTED: 3, State.ACCEPTED: 4,
}  # fmt: skip


@dataclass(frozen=True)
class Stage:
    word: str
    sign: str


@dataclass(frozen=True)
class Next:
    """One deed that can be done now. `is_main`: what this person is most likely here for."""

    deed: str
    word: str
    is_main: bool = False
    asks_reason: bool = False


def stages(held: Submission) -> tuple[Stage, ...]:
    """Writing, approval (where the regime asks for it, or where it was asked for), sending, taking in."""
    approval = held.cycle.regime.needs_approval or held.state in (State.REVIEW, State.APPROVED)
    words = [(0, _("Soạn")), (1, _("Lãnh đạo duyệt")), (2, _("Gửi")), (3, _("Cấp trên nhận"))]
    here = _PLACE[State(held.state)]
    return tuple(
        Stage(word, DONE if place < here else HERE if place == here else LATER)
        for place, word in words
        if place != 1 or approval
    )


def next_deeds(held: Submission, sides: Sides) -> tuple[Next, ...]:
    """In the order of buttons, the main one last; nothing in a round that is closed."""
    if not held.cycle.is_open:
        return ()
    return tuple(_judging(held, sides) + _own(held, sides))


def _own(held: Submission, sides: Sides) -> list[Next]:
    state = held.state
    if state in (State.DRAFT, State.RETURNED) and sides.writes:
        if held.cycle.regime.needs_approval:
            return [Next(Deed.PUT_UP, _("Trình duyệt"), is_main=True)]
        return [Next(Deed.PUT_UP, _("Trình duyệt")), Next(Deed.SUBMIT, _("Gửi báo cáo"), is_main=True)]
    found = []
    if state in (State.REVIEW, State.APPROVED) and sides.writes:
        found.append(Next(Deed.TAKE_BACK, _("Lấy về sửa")))
    if state == State.REVIEW and sides.approves:
        found.append(Next(Deed.APPROVE, _("Duyệt"), is_main=True))
    if state == State.APPROVED and sides.writes:
        found.append(Next(Deed.SUBMIT, _("Gửi báo cáo"), is_main=True))
    return found


def _judging(held: Submission, sides: Sides) -> list[Next]:
    if not sides.judges:
        return []
    if held.state == State.SUBMITTED:
        return [
            Next(Deed.RETURN, _("Trả lại"), asks_reason=True),
            Next(Deed.ACCEPT, _("Nhận báo cáo"), is_main=True),
        ]
    if held.state == State.ACCEPTED:
        return [Next(Deed.REOPEN, _("Mở lại"), asks_reason=True)]
    return []
