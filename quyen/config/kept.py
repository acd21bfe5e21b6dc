"""Public pages kept in the memory of each web process, ready to send: decision 0032.

Stands before Django. What it answers, Django's own code said anyone may see (`Cache-Control: public`), with no cookie and
for this address only. A page is made anew once the public site has changed (`portal.queries.generation`, looked at twice a
second) or after `MOST_SECONDS`; while one thread makes it, the others send the one before, and for `STALE` seconds after a change
one page at a time is made.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

Environ = dict[str, Any]
Start = Callable[..., Any]
Application = Callable[[Environ, Start], Iterable[bytes]]
Headers = list[tuple[str, str]]

MOST_BYTES = 64 * 1024 * 1024  # of one process
REMEMBERED = 1000  # generations; a page of an older one is made anew before it is sent
LARGEST = 600_000  # bytes of one page before it is packed
MOST_SECONDS = 60.0  # then a page is made anew, in its turn, though nothing was said to have changed
OLDEST = 600.0  # seconds; no page is sent that is older
LOOK_EVERY = 0.5
STALE = 5.0  # seconds for which others are sent the page before, while it is made anew
_KINDS = ("text/html", "text/plain", "application/json", "application/xml", "text/xml", "application/rss+xml",
          "application/atom+xml", "application/feed+json", "application/ld+json")  # fmt: skip
_AGE = re.compile(r"max-age=(\d+)")
_OWN = {"content-length", "content-encoding", "etag", "vary", "date"}  # said anew for each way of sending


@dataclass(frozen=True)
class Page:
    """One answer with status 200, plain and packed."""

    headers: tuple[tuple[str, str], ...]
    plain: bytes
    packed: bytes
    etag: str
    generation: int
    made_at: float
    seconds: float

    @property
    def size(self) -> int:
        return len(self.plain) + len(self.packed) + 500


class Shelf:
    """Pages by address; those not asked for longest go first. Threads share it."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self.most, self.size = most, 0
        self.pages: OrderedDict[str, Page] = OrderedDict()
        self.making: dict[str, float] = {}
        self.lock = threading.Lock()

    def get(self, key: str) -> Page | None:
        with self.lock:
            page = self.pages.get(key)
            if page is not None:
                self.pages.move_to_end(key)
            return page

    def put(self, key: str, page: Page) -> None:
        with self.lock:
            self.making.pop(key, None)
            before = self.pages.pop(key, None)
            self.size += page.size - (before.size if before else 0)
            self.pages[key] = page
            while self.size > self.most:
                _key, gone = self.pages.popitem(last=False)
                self.size -= gone.size

    def drop(self, key: str) -> None:
        with self.lock:
            self.making.pop(key, None)
            gone = self.pages.pop(key, None)
            self.size -= gone.size if gone else 0

    def mine_to_make(self, key: str, now: float) -> bool:
        """True for one thread at a time; after `STALE` seconds for another one too, should the first hang."""
        with self.lock:
            if now - self.making.get(key, float("-inf")) < STALE:
                return False
            self.making[key] = now
            return True


class KeptPages:
    """`number()` is the generation, and may raise where no server answers: then what is kept goes on being sent.
    `seen(path, referrer)` is told of each page that Django did not see."""

    def __init__(
        self,
        application: Application,
        number: Callable[[], int],
        seen: Callable[[Environ], None] | None = None,
    ) -> None:
        self.application, self.number, self.seen = application, number, seen
        self.shelf = Shelf()
        self.generation, self.looked_at = -1, float("-inf")
        self.left: OrderedDict[int, float] = OrderedDict()  # when each generation was found to be over
        self.busy = threading.Semaphore(1)

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} or _personal(environ):
            return self.application(environ, start)
        key, now = _key(environ), time.monotonic()
        page = self.shelf.get(key)
        if page is not None and self._good(page, now):
            return self._kept(page, environ, start)
        if environ["REQUEST_METHOD"] == "HEAD":
            return self.application(environ, start)
        if page is None or now - page.made_at >= OLDEST:
            return self._made(key, environ, start)
        return self._anew(key, page, environ, start, now)

    def _anew(self, key: str, page: Page, environ: Environ, start: Start, now: float) -> Iterable[bytes]:
        """One page at a time is made anew where nothing has changed or in the first `STALE` seconds after the change that it
        lacks, so that all pages growing old together do not keep all threads from sending what is kept."""
        over = self.left.get(page.generation, float("-inf"))
        alone = page.generation == self.generation or now - over < STALE
        if alone and not self.busy.acquire(blocking=False):
            return self._kept(page, environ, start)
        try:
            if not self.shelf.mine_to_make(key, now):
                return self._kept(page, environ, start)
            return self._made(key, environ, start)
        finally:
            if alone:
                self.busy.release()

    def _good(self, page: Page, now: float) -> bool:
        return page.generation == self._generation(now) and now - page.made_at < page.seconds

    def _generation(self, now: float) -> int:
        if now - self.looked_at >= LOOK_EVERY:
            self.looked_at = now
            try:
                number = self.number()
            except Exception:
                return self.generation
            if number != self.generation:
                self.left[self.generation] = now
                self.generation = number
                while len(self.left) > REMEMBERED:
                    self.left.popitem(last=False)
        return self.generation

    def _kept(self, page: Page, environ: Environ, start: Start) -> Iterable[bytes]:
        if self.seen is not None:
            self.seen(environ)
        return _sent(page, environ, start)

    def _made(self, key: str, environ: Environ, start: Start) -> Iterable[bytes]:
        generation, said = self._generation(time.monotonic()), _Said()
        answer = self.application(environ, said)
        seconds = _keepable(said)
        if not seconds:
            return self._other(key, said, answer, environ, start)
        body = b"".join(answer)
        if hasattr(answer, "close"):
            answer.close()
        page = _page(said.headers, body, generation, seconds)
        if page.size <= LARGEST * 2:
            self.shelf.put(key, page)
        return _sent(page, environ, start)

    def _other(
        self, key: str, said: _Said, answer: Iterable[bytes], environ: Environ, start: Start
    ) -> Iterable[bytes]:
        """What is not kept. In place of a fault the page before it is sent, where there is one."""
        before = self.shelf.get(key) if said.status.startswith("5") else None
        if before is None:
            self.shelf.drop(key)
            start(said.status, said.headers)
            return answer
        if hasattr(answer, "close"):
            answer.close()
        return self._kept(before, environ, start)


def _sent(page: Page, environ: Environ, start: Start) -> Iterable[bytes]:
    age = int(time.monotonic() - page.made_at)
    headers = [*page.headers, ("ETag", page.etag), ("Vary", "Accept-Encoding"), ("Age", str(age))]
    if page.etag in environ.get("HTTP_IF_NONE_MATCH", ""):
        start("304 Not Modified", [h for h in headers if h[0].lower() != "content-type"])
        return [b""]
    body = page.plain
    if len(page.packed) < len(body) and "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""):
        body = page.packed
        headers.append(("Content-Encoding", "gzip"))
    headers.append(("Content-Length", str(len(body))))
    start("200 OK", headers)
    return [b"" if environ["REQUEST_METHOD"] == "HEAD" else body]


class _Said:
    """What Django said before its body."""

    status = ""

    def __init__(self) -> None:
        self.headers: Headers = []

    def __call__(self, status: str, headers: Headers, exc_info: Any = None) -> Callable[[bytes], None]:
        self.status, self.headers = status, headers
        return lambda _data: None


def _personal(environ: Environ) -> bool:
    return "HTTP_AUTHORIZATION" in environ or "HTTP_RANGE" in environ or "HTTP_HX_REQUEST" in environ


def _key(environ: Environ) -> str:
    host = environ.get("HTTP_HOST") or environ.get("SERVER_NAME", "")
    scheme = environ.get("HTTP_X_FORWARDED_PROTO") or environ.get("wsgi.url_scheme", "")
    return f"{scheme}://{host}{environ.get('PATH_INFO', '')}?{environ.get('QUERY_STRING', '')}"


def _keepable(said: _Said) -> float:
    """For how many seconds; 0: not at all."""
    if not said.status.startswith("200"):
        return 0
    headers = {name.lower(): value for name, value in said.headers}
    control = headers.get("cache-control", "")
    age = _AGE.search(control)
    vary = {word.strip().lower() for word in headers.get("vary", "").split(",") if word.strip()}
    fits = (
        "public" in control
        and "set-cookie" not in headers
        and vary <= {"accept-encoding"}
        and headers.get("content-type", "").partition(";")[0] in _KINDS
        and int(headers.get("content-length") or 0) <= LARGEST
    )
    return min(MOST_SECONDS, float(age[1])) if fits and age else 0


def _page(headers: Headers, body: bytes, generation: int, seconds: float) -> Page:
    told = tuple((name, value) for name, value in headers if name.lower() not in _OWN)
    etag = f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    return Page(told, body, gzip.compress(body, 6, mtime=0), etag, generation, time.monotonic(), seconds)
