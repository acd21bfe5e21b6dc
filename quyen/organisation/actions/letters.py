"""What an administrator does with a letter of the outbox."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from quyen.accounts.actions import send_again
from quyen.accounts.models import Letter, User
from quyen.organisation.queries.letters import governed_letters


def send_letter_again(*, actor: User, letter: Letter) -> Letter:
    """For a letter that failed, or of which nobody knows whether it went. Errors: PermissionDenied where its person
    stands in no unit that the actor looks after; NotToBeSent."""
    if not governed_letters(actor).filter(pk=letter.pk).exists():
        raise PermissionDenied
    return send_again(actor=actor, letter=letter)
