"""Counts of visits: added up in each web process and written together every ten seconds.

Kept of a visit: the day, the page, its language, and whether a page of ours, a search engine, another site or nothing led
there. Not kept, not even for a moment beyond the request: addresses, devices, browsers, who came back.
"""

from __future__ import annotations

import atexit
import logging
import threading
from collections import Counter
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from quyen.portal.enums import From

log = logging.getLogger(__name__)

MOST = 5000  # different pages between two writings; a flood of made-up addresses goes no further
ENGINES = ("google.", "bing.", "duckduckgo.", "coccoc.", "yahoo.", "yandex.", "ecosia.", "baidu.", "qwant.")
MACHINES = ("bot", "crawl", "spider", "slurp", "headlesschrome/0")


class Counts:
    """Shared by the threads of one process."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.seen: Counter[tuple[Any, str, str, str]] = Counter()
        self.writer: threading.Thread | None = None

    def add(self, path: str, language: str, source: str) -> None:
        key = (timezone.localdate(), path[:300], language, source)
        with self.lock:
            if key in self.seen or len(self.seen) < MOST:
                self.seen[key] += 1
            if self.writer is None and settings.VISITS_EVERY:
                self.writer = threading.Thread(target=self._write_on, name="visits", daemon=True)
                self.writer.start()
                atexit.register(self.write)

    def write(self) -> None:
        """What was counted since the last time. Where the database is away it is kept for the next time."""
        from quyen.portal.actions.voices import add_visits

        with self.lock:
            seen, self.seen = self.seen, Counter()
        try:
            add_visits(seen=seen)
        except Exception:
            log.warning("Visits could not be written; they wait", exc_info=True)
            with self.lock:
                self.seen.update(seen)

    def _write_on(self) -> None:
        from django.db import connections

        pause = threading.Event()
        while not pause.wait(settings.VISITS_EVERY):
            if self.seen:
                self.write()
                connections.close_all()


counts = Counts()


def kept(environ: dict[str, Any]) -> None:
    """A page that was sent as it was kept, before Django."""
    path = environ.get("PATH_INFO", "").encode("latin-1", "replace").decode("utf-8", "replace")
    if path.endswith("/") and not _machine(environ.get("HTTP_USER_AGENT", "")):
        first = path.split("/")[1]
        language = first if first in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        counts.add(path, language, source(environ.get("HTTP_REFERER", ""), environ.get("HTTP_HOST", "")))


def source(referrer: str, host: str) -> str:
    """The kind of place that led here; the place itself is forgotten."""
    if not referrer:
        return From.DIRECT.value
    there = urlsplit(referrer).netloc.lower()
    if there == host.lower():
        return From.INSIDE.value
    return (From.SEARCH if any(one in f".{there}" for one in ENGINES) else From.OUTSIDE).value


def _machine(agent: str) -> bool:
    lower = agent.lower()
    return any(one in lower for one in MACHINES)


class VisitsCounted:
    """The same for pages that Django made."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer: HttpResponse = self.get_response(request)
        if _is_visit(request, answer):
            where = source(request.headers.get("Referer", ""), request.headers.get("Host", ""))
            counts.add(request.path, request.LANGUAGE_CODE, where)
        return answer


def _is_visit(request: HttpRequest, answer: HttpResponse) -> bool:
    return (
        request.method == "GET"
        and getattr(request, "public", False)
        and answer.status_code == 200
        and "public" in answer.get("Cache-Control", "")
        and answer.get("Content-Type", "").startswith("text/html")
        and not _machine(request.headers.get("User-Agent", ""))
    )
