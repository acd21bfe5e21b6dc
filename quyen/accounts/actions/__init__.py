"""Changes to people, the audit trail, and the letters that go out."""

from quyen.accounts.actions.letters import post, send_again
from quyen.accounts.actions.people import choose_digests, create_service, create_user, end_sessions, rename
from quyen.accounts.actions.trail import SYSTEM, entry, record

__all__ = [
    "SYSTEM",
    "choose_digests",
    "create_service",
    "create_user",
    "end_sessions",
    "entry",
    "post",
    "record",
    "rename",
    "send_again",
]
