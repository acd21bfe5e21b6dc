"""Sign-in rules that allauth asks us for."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse

from quyen.accounts.models import User


class ClosedAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """Nobody signs up: an administrator of a unit makes the account."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_login(self, request: HttpRequest, user: User, **more: Any) -> HttpResponse | None:
        """Accounts of other systems act through tokens only, whatever password one may have got."""
        if user.is_service:
            found: HttpResponse = self.respond_user_inactive(request, user)
            return found
        answer: HttpResponse | None = super().pre_login(request, user, **more)
        return answer
