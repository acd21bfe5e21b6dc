"""Sign-in rules that allauth asks us for."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """Nobody signs up: an administrator of a unit makes the account."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
