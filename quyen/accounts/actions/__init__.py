"""Changes to people, the audit trail, and the letters that go out."""

from quyen.accounts.actions.letters import PUT_IN_LATER, post, secret_of, send_again
from quyen.accounts.actions.people import choose_digests, create_service, create_user, end_sessions, rename
from quyen.accounts.actions.trail import SYSTEM, entry, record, recorded_together

__all__ = [
    "PUT_IN_LATER",
    "SYSTEM",
    "choose_digests",
    "create_service",
    "create_user",
    "end_sessions",
    "entry",
    "post",
    "record",
    "recorded_together",
    "rename",
    "secret_of",
    "send_again",
]
