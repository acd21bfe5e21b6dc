"""Public pages are read from a streaming replica where DATABASE_REPLICA_URL names one; what one server cannot answer the
other does. Without the primary the site goes on, says that it is read-only, and takes nothing that it could not keep.

Decision 0033; how to set a replica up: docs/how-to/replica.md.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from typing import Any

from django.conf import settings
from django.core.signals import got_request_exception
from django.db import Error, OperationalError, connection
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from quyen.portal.queries.generation import changes
from quyen.shared import servers
from quyen.shared.servers import PRIMARY, REPLICA, watched

log = logging.getLogger(__name__)

READS = {"GET", "HEAD", "OPTIONS"}
FRESH = ("/dang-nhap/", "/api/", "/suc-khoe/")  # what writes while it reads, or must know the newest
AGAIN = 30  # seconds after which a client may ask again

# PostgreSQL, appendix A: connection exceptions; shut down, crashed, starting up
_GONE = ("08", "57P01", "57P02", "57P03")
# a write on a replica; a reading that the replica broke off because what it read was removed by the primary
_ELSEWHERE = ("25006", "40001", "40P01")


def _state(error: BaseException) -> str | None:
    return getattr(error.__cause__, "sqlstate", None)


def is_lost(error: BaseException) -> bool:
    """Whether the server is gone, and not the statement at fault."""
    if not isinstance(error, Error):
        return False
    state = _state(error)
    return state.startswith(_GONE) if state else isinstance(error, OperationalError) or _closed(error)


def _closed(error: BaseException) -> bool:
    return "connection is closed" in str(error)


def belongs_elsewhere(error: BaseException) -> bool:
    return isinstance(error, Error) and (_state(error) or "").startswith(_ELSEWHERE)


@receiver(got_request_exception, dispatch_uid="config.replica.note")
def _note(sender: object, request: HttpRequest | None = None, **__: Any) -> None:
    """What was raised outside a view: by the session, for one."""
    error = sys.exc_info()[1]
    if request is not None and error is not None and (is_lost(error) or belongs_elsewhere(error)):
        request.lost = error  # type: ignore[attr-defined]


class ReadsElsewhere:
    """Sets `request.read_only` while the primary is away."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        for server in order(request):
            request.lost = None  # type: ignore[attr-defined]
            request.read_only = server == REPLICA and watched.is_lost(PRIMARY)  # type: ignore[attr-defined]
            with servers.answered_by(server):
                response = self.get_response(request)
            if request.lost is None:  # type: ignore[attr-defined]
                return _answered(request, response, server)
            _mark(server, request.lost)  # type: ignore[attr-defined]
        return _unanswered(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not (is_lost(error) or (not servers.may_write() and belongs_elsewhere(error))):
            return None
        request.lost = error  # type: ignore[attr-defined]
        return HttpResponse(status=503)  # nobody sees it: another server answers, or `_unanswered` does


def order(request: HttpRequest) -> list[str]:
    """The servers to ask, the first one first."""
    if not servers.has_replica() or request.method not in READS:
        return [PRIMARY]
    if watched.is_lost(REPLICA):
        return [PRIMARY]
    if watched.is_lost(PRIMARY) or (_public(request) and watched.replica_follows()):
        return [REPLICA, PRIMARY]
    return [PRIMARY, REPLICA]


def _public(request: HttpRequest) -> bool:
    signed_in = settings.SESSION_COOKIE_NAME in request.COOKIES
    return not signed_in and not request.path.startswith(FRESH)


def last_changes() -> tuple[int, Sequence[tuple[int, Sequence[str]]]]:
    """`changes` as the server knows them that public pages are read from: a replica has a number only after the change.
    Errors: django.db.Error where that server is away; the next call asks over a new connection."""
    follows = servers.has_replica() and not watched.is_lost(REPLICA) and watched.replica_follows()
    with servers.answered_by(REPLICA if follows else PRIMARY):
        try:
            return changes()
        except Error:
            connection.close()
            raise


def _mark(server: str, error: BaseException) -> None:
    if not is_lost(error):
        return  # it is well, but cannot do this
    if not watched.is_lost(server):
        log.warning("database server %s is away: %s", server, str(error).partition("\n")[0])
    watched.lose(server)


def _answered(request: HttpRequest, response: HttpResponse, server: str) -> HttpResponse:
    if servers.has_replica():
        response.headers["X-Read-From"] = "replica" if server == REPLICA else "primary"
    watched.find(server)
    if getattr(request, "read_only", False) and "Cache-Control" in response.headers:
        response.headers["Cache-Control"] = "public, max-age=5"  # the note on it must not outlive the outage
    return response


def _unanswered(request: HttpRequest) -> HttpResponse:
    """503, and what became of what was sent."""
    writes = request.method not in READS
    told = _told(request, writes)
    if request.path.startswith("/api/"):
        body = {"type": "about:blank", "title": told, "status": 503}
        answer: HttpResponse = JsonResponse(body, status=503, content_type="application/problem+json")
    else:
        answer = render(request, "503.html", {"told": told, "writes": writes}, status=503)
    answer.headers["Retry-After"] = str(AGAIN)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _told(request: HttpRequest, writes: bool) -> str:
    if not writes:
        return _("Cơ sở dữ liệu đang tạm ngừng. Những gì đã lưu vẫn còn.")
    if _state(request.lost) is None and "connection failed" in str(request.lost):  # type: ignore[attr-defined]
        return _("Hệ thống đang ở chế độ chỉ đọc vì máy chủ chính tạm ngừng. Chưa lưu gì từ lần gửi này.")
    return _(
        "Máy chủ chính vừa ngừng giữa lần gửi này, nên không chắc đã lưu hay chưa."
        " Khi có lại, hãy mở trang để xem trước khi gửi lần nữa."
    )
