"""Nothing personal in what others may keep.

An answer that says it may be kept by shared caches must be the same for everybody. Where one read the session, set a
cookie or depends on cookies, this is a mistake of ours: it stops a test, and in service the answer is made private
and the mistake is logged.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

log = logging.getLogger(__name__)


class PersonalAnswer(AssertionError):
    """An answer for everybody depends on who asks."""


class NothingPersonal:
    """Outside of everything that could touch a session, inside of what writes headers for all."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if "public" not in response.get("Cache-Control", ""):
            return response
        if why := why_personal(request, response):
            told = f"{request.path}: {why}"
            if settings.STRICT_KEEPING:
                raise PersonalAnswer(told)
            log.error("A public answer was personal and is not kept: %s", told)
            response.cookies.clear()
            response["Cache-Control"] = "private, no-store"
        return response


def why_personal(request: HttpRequest, response: HttpResponse) -> str:
    """What makes an answer personal; empty where nothing does."""
    session = getattr(request, "session", None)
    if session is not None and (session.accessed or session.modified):
        return "the session was touched"
    if response.cookies or "Set-Cookie" in response.headers:
        return "a cookie is set"
    if "cookie" in response.get("Vary", "").lower():
        return "it varies by cookie"
    return ""
