"""Public pages kept in the memory of each web process, ready to send: decision 0032.

Stands before Django. What it answers, Django's own code said anyone may see (`Cache-Control: public`), with no cookie and
for this address only. A page is made anew once the public site has changed (`portal.queries.generation`, looked at twice a
second) or after `MOST_SECONDS`; while one thread makes it, the others send the one before. What is about the very thing that
changed is made anew before it is sent again. All else is made anew as long as that takes no more than half the time of one
core; beyond that the page before is sent, for as long as the page itself allows caches to keep it.

Processes of one machine share what they make: a page that another made is taken from `Shared`.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

Environ = dict[str, Any]
Start = Callable[..., Any]
Application = Callable[[Environ, Start], Iterable[bytes]]
Headers = list[tuple[str, str]]

MOST_BYTES = 64 * 1024 * 1024  # of one process
REMEMBERED = 1000  # generations; a page of an older one is made anew before it is sent
AT_ONCE, SHARE = 2.0, 0.5  # seconds of making anew that may come together, and of each second thereafter
LARGEST = 600_000  # bytes of one page before it is packed
MOST_SECONDS = 60.0  # then a page is made anew, in its turn, though nothing was said to have changed
OLDEST = 600.0  # seconds; no page is sent that is older
LOOK_EVERY = 0.5
HANGS = 5.0  # seconds after which another thread makes the page that one has not made
_KINDS = ("text/html", "text/plain", "application/json", "application/xml", "text/xml", "application/rss+xml",
          "application/atom+xml", "application/feed+json", "application/ld+json")  # fmt: skip
_AGE = re.compile(r"max-age=(\d+)")
_LANGUAGE = re.compile(r"^/[a-z]{2}(?=/)")
_OWN = {"content-length", "content-encoding", "etag", "vary", "date"}  # said anew for each way of sending


@dataclass
class Page:
    """One answer with status 200, plain, and packed once that was asked for."""

    headers: tuple[tuple[str, str], ...]
    plain: bytes
    etag: str
    generation: int
    made_at: float
    longest: float  # seconds for which caches may keep it
    _packed: bytes | None = None

    @property
    def packed(self) -> bytes:
        if self._packed is None:
            self._packed = gzip.compress(self.plain, 6, mtime=0)
        return self._packed

    @property
    def size(self) -> int:
        return len(self.plain) * 4 // 3 + 500


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
        """True for one thread at a time; after `HANGS` seconds for another one too, should the first hang."""
        with self.lock:
            if now - self.making.get(key, float("-inf")) < HANGS:
                return False
            self.making[key] = now
            return True


Changes = tuple[int, Sequence[tuple[int, Sequence[str]]]]


class Allowance:
    """Time for making anew what is still good enough: what was saved up, and a share of each second."""

    def __init__(self) -> None:
        self.left, self.at = AT_ONCE, float("-inf")

    def is_there(self, now: float) -> bool:
        self.left, self.at = min(AT_ONCE, self.left + SHARE * (now - self.at)), now
        return self.left > 0


class Shared(Protocol):
    """Where the processes of one machine lay their pages for each other; may lose any of them at any time."""

    def get(self, key: str) -> Page | None: ...
    def put(self, key: str, page: Page) -> None: ...


class KeptPages:
    """`changes()` gives the generation and what the last ones were about, and may raise where no server answers: then what is
    kept goes on being sent. `seen(environ)` is told of each page that Django did not see."""

    def __init__(
        self,
        application: Application,
        changes: Callable[[], Changes],
        seen: Callable[[Environ], None] | None = None,
        shared: Shared | None = None,
    ) -> None:
        self.application, self.changes, self.seen, self.shared = application, changes, seen, shared
        self.shelf = Shelf()
        self.generation, self.looked_at = -1, float("-inf")
        self.left: OrderedDict[int, float] = OrderedDict()  # when each generation was found to be over
        self.about: dict[int, Sequence[str]] = {}  # of the last generations
        self.allowance, self.busy = Allowance(), threading.Semaphore(1)

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} or _personal(environ):
            return self.application(environ, start)
        key, now = _key(environ), time.monotonic()
        page = self.shelf.get(key)
        if page is None or not self._good(page, now):
            page = self._of_others(key) or page
        if page is not None and self._good(page, now):
            return self._kept(page, environ, start)
        if environ["REQUEST_METHOD"] == "HEAD":
            return self.application(environ, start)
        if page is None:
            return self._made(key, environ, start)
        if self._too_old(page, environ["PATH_INFO"], now):
            return self._anew(key, page, environ, start, now)
        return self._in_turn(key, page, environ, start, now)

    def _of_others(self, key: str) -> Page | None:
        """A younger page than ours that another process made. Those with a question are too many kinds to share."""
        if self.shared is None or not key.endswith("?"):
            return None
        page, own = self.shared.get(key), self.shelf.get(key)
        if page is None or (own is not None and page.made_at <= own.made_at):
            return None
        self.shelf.put(key, page)
        return page

    def _too_old(self, page: Page, path: str, now: float) -> bool:
        """A change was about this very page, or it lacks one for longer than caches may keep it."""
        if now - page.made_at >= OLDEST:
            return True
        if now - self.left.get(page.generation, now) >= page.longest:
            return True
        if self.generation - page.generation > REMEMBERED:
            return True
        bare = _LANGUAGE.sub("", path, count=1)
        since = range(page.generation + 1, self.generation + 1)
        return any(_is_about(self.about.get(number), bare) for number in since)

    def _in_turn(self, key: str, page: Page, environ: Environ, start: Start, now: float) -> Iterable[bytes]:
        """One page at a time, while the allowance lasts, so that all pages growing old together do not keep all threads from
        sending what is kept."""
        if not self.busy.acquire(blocking=False):
            return self._kept(page, environ, start)
        try:
            if not self.allowance.is_there(now):
                return self._kept(page, environ, start)
            try:
                return self._anew(key, page, environ, start, now)
            finally:
                self.allowance.left -= time.monotonic() - now
        finally:
            self.busy.release()

    def _anew(self, key: str, page: Page, environ: Environ, start: Start, now: float) -> Iterable[bytes]:
        if not self.shelf.mine_to_make(key, now):
            return self._kept(page, environ, start)
        return self._made(key, environ, start)

    def _good(self, page: Page, now: float) -> bool:
        return page.generation == self._generation(now) and now - page.made_at < min(
            MOST_SECONDS, page.longest
        )

    def _generation(self, now: float) -> int:
        if now - self.looked_at >= LOOK_EVERY:
            self.looked_at = now
            try:
                number, about = self.changes()
            except Exception:
                return self.generation
            if number != self.generation:
                self.about |= dict(about)
                for old in sorted(self.about)[:-REMEMBERED]:
                    del self.about[old]
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
            if self.shared is not None and key.endswith("?"):
                _ = page.packed  # once for all processes
                self.shared.put(key, page)
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
    if "gzip" in environ.get("HTTP_ACCEPT_ENCODING", "") and len(page.packed) < len(body):
        body = page.packed
        headers.append(("Content-Encoding", "gzip"))
    headers.append(("Content-Length", str(len(body))))
    start("200 OK", headers)
    return [b"" if environ["REQUEST_METHOD"] == "HEAD" else body]


def _is_about(pages: Sequence[str] | None, path: str) -> bool:
    """Whether one of the addresses is that of the page; where none are known, every page may be meant."""
    if pages is None:
        return True
    return any(path.startswith(one[:-1]) if one.endswith("*") else path == one for one in pages)


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
    return float(age[1]) if fits and age else 0


def _page(headers: Headers, body: bytes, generation: int, seconds: float) -> Page:
    told = tuple((name, value) for name, value in headers if name.lower() not in _OWN)
    etag = f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    return Page(told, body, etag, generation, time.monotonic(), seconds)
