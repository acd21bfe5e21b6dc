"""Changes of the reports step: permission, lock, change, audit, after-commit."""

from quyen.reports.actions.cycles import (
    CycleWish,
    RegimeWish,
    change_regime,
    close_cycle,
    found_regime,
    open_cycle,
    open_due_rounds,
    open_round_of,
    refresh_expected,
    refresh_open_rounds,
    reopen_cycle,
    with_rule,
)
from quyen.reports.actions.flow import (
    ChangedSince,
    accept,
    approve,
    put_up,
    reopen,
    send_back,
    submit,
    take_back,
)
from quyen.reports.actions.guard import CycleClosed, ReportRefused
from quyen.reports.actions.receiving import (
    Clash,
    Fault,
    GivenFigure,
    GivenReport,
    GivenText,
    GivenWork,
    KeyReused,
    NotTaken,
    answer_of,
    receive_once,
    receive_report,
)
from quyen.reports.actions.tokens import make_token, revoke_token, token_used
from quyen.reports.actions.writing import (
    PassageConflict,
    append_passage,
    give_back,
    write_head,
    write_passage,
)

__all__ = [
    "ChangedSince", "Clash", "CycleClosed", "CycleWish", "Fault", "GivenFigure", "GivenReport", "GivenText", "GivenWork",
    "KeyReused", "NotTaken", "PassageConflict", "RegimeWish", "ReportRefused", "accept", "answer_of",
    "append_passage", "approve", "change_regime", "close_cycle", "found_regime", "give_back", "make_token", "open_cycle", "open_due_rounds",
    "open_round_of", "put_up", "receive_once", "receive_report", "refresh_expected", "refresh_open_rounds", "reopen", "reopen_cycle", "revoke_token", "send_back", "submit",
    "take_back", "token_used", "with_rule", "write_head", "write_passage",
]  # fmt: skip
