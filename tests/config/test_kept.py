"""Public pages kept before Django: what is kept, for how long, and for whom."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from typing import Any

import pytest

from quyen.config import kept, kept_files
from quyen.config.kept import KeptPages, Shelf
from quyen.config.kept_files import PageFiles


class Site:
    """An application behind the shelf: it counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.status = "200 OK"
        self.headers = {"Cache-Control": "public, max-age=300", "Content-Type": "text/html; charset=utf-8"}
        self.takes, self.clock = 0.0, []  # seconds that making takes, on this clock
        self.number = 1
        self.about: list[tuple[int, list[str]]] = []

    def change(self, *pages: str) -> None:
        self.number += 1
        self.about = [(self.number, list(pages)), *self.about][:50]

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        self.asked += 1
        if self.clock:
            self.clock[0] += self.takes
        start(self.status, list(self.headers.items()))
        return [f"<p>lần {self.asked} {environ['PATH_INFO']} {'chữ ' * 200}</p>".encode()]


class Answer:
    def __init__(self, pages: KeptPages, path: str = "/", method: str = "GET", **more: str) -> None:
        environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "HTTP_HOST": "localhost", **more}
        self.body = b"".join(pages(environ, self._start))

    def _start(self, status: str, headers: list[tuple[str, str]], exc_info: object = None) -> None:
        self.status, self.headers = status, dict(headers)

    @property
    def words(self) -> str:
        body = gzip.decompress(self.body) if self.headers.get("Content-Encoding") else self.body
        return body.decode()[:8]


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def clock(monkeypatch) -> list[float]:
    now = [1000.0]
    monkeypatch.setattr(kept.time, "monotonic", lambda: now[0])
    return now


@pytest.fixture
def pages(site, clock) -> KeptPages:
    return KeptPages(site, lambda: (site.number, site.about))


def test_a_page_is_made_once_until_the_site_changes(site, pages, clock) -> None:
    first, second = Answer(pages), Answer(pages, HTTP_ACCEPT_ENCODING="gzip, br")
    assert (first.words, second.words, site.asked) == ("<p>lần 1", "<p>lần 1", 1)
    assert second.headers["Content-Encoding"] == "gzip" and len(second.body) < len(first.body)
    again = Answer(pages, HTTP_IF_NONE_MATCH=first.headers["ETag"])
    assert (again.status, again.body) == ("304 Not Modified", b"")
    assert Answer(pages, method="HEAD").body == b""
    site.change()
    assert Answer(pages).words == "<p>lần 1"  # not looked at yet
    clock[0] += kept.LOOK_EVERY
    assert Answer(pages).words == "<p>lần 2"
    clock[0] += kept.MOST_SECONDS
    assert Answer(pages).words == "<p>lần 3"


@pytest.mark.parametrize(
    "headers",
    [
        {"Cache-Control": "private, max-age=300"},
        {"Cache-Control": "public"},
        {"Set-Cookie": "sessionid=1"},
        {"Vary": "Cookie"},
        {"Content-Type": "video/mp4"},
    ],
)
def test_what_is_not_for_all_is_never_kept(site, pages, headers) -> None:
    site.headers |= headers
    Answer(pages)
    assert Answer(pages).words == "<p>lần 2"


def test_who_shows_a_key_or_asks_for_a_part_is_answered_by_django(site, pages) -> None:
    Answer(pages)
    for more in (
        {"HTTP_AUTHORIZATION": "Bearer x"},
        {"HTTP_RANGE": "bytes=0-1"},
        {"HTTP_HX_REQUEST": "true"},
    ):
        Answer(pages, **more)
    Answer(pages, method="POST")
    Answer(pages, "/khác/")
    Answer(pages, HTTP_HOST="elsewhere")
    assert site.asked == 7


def test_a_fault_gives_the_page_before_it_where_there_is_one(site, pages, clock) -> None:
    Answer(pages)
    site.status = "503 Service Unavailable"
    clock[0] += kept.MOST_SECONDS
    assert (Answer(pages).status, Answer(pages, "/mới/").status) == ("200 OK", "503 Service Unavailable")
    site.status = "404 Not Found"  # taken back: gone at once
    clock[0] += kept.HANGS
    assert Answer(pages).status == "404 Not Found"
    site.status = "503 Service Unavailable"
    assert Answer(pages).status == "503 Service Unavailable"


def test_while_one_makes_a_page_the_others_get_the_one_before(site, pages, clock) -> None:
    Answer(pages)
    site.change()
    clock[0] += kept.LOOK_EVERY
    key = next(iter(pages.shelf.pages))
    assert pages.shelf.mine_to_make(key, clock[0])
    assert Answer(pages).words == "<p>lần 1"
    clock[0] += kept.HANGS  # the first hangs
    assert Answer(pages).words == "<p>lần 2"


def test_what_a_change_is_about_is_made_anew_before_it_is_sent_again(site, pages, clock) -> None:
    paths = ["/", "/km/thu-vien/12-tranh/", "/thu-vien/", "/thu-vien/120-sach/", "/tin/"]
    for path in paths:
        Answer(pages, path)
    site.change("/", "/thu-vien/", "/thu-vien/12-*")
    site.change("/khac/")
    clock[0] += kept.LOOK_EVERY
    with pages.busy:  # another page is being made: those that the changes are not about wait for their turn
        made = [path for path in paths if Answer(pages, path).words != f"<p>lần {paths.index(path) + 1}"]
    assert made == paths[:3] and site.asked == 8
    assert Answer(pages, "/tin/").words == "<p>lần 9"


def test_what_nobody_said_a_word_of_may_be_about_every_page(site, pages, clock) -> None:
    Answer(pages)
    for _ in range(60):  # more than are told of
        site.change()
    clock[0] += kept.LOOK_EVERY
    with pages.busy:
        assert Answer(pages).words == "<p>lần 2"


def test_making_anew_takes_no_more_than_its_share(site, pages, clock) -> None:
    paths = [f"/{number}/" for number in range(40)]
    for path in paths:
        Answer(pages, path)
    site.change()
    clock[0] += kept.LOOK_EVERY
    site.takes = 0.5  # seconds a page

    def asked_in(seconds: float) -> int:
        before, until = site.asked, clock[0] + seconds
        while clock[0] < until:
            clock[0] += 0.01
            Answer(pages, paths[site.asked % 40])
        return site.asked - before

    site.clock = clock
    assert asked_in(2.0) == 4  # what was saved up: no time is lost
    asked_in(4.0)
    assert 9 <= asked_in(10.0) <= 11  # half of the time


def test_a_page_that_lacks_a_change_is_not_sent_for_longer_than_caches_keep_it(site, pages, clock) -> None:
    Answer(pages)
    with pages.busy:
        for _ in range(300):  # a change each second
            site.change()
            clock[0] += 1
            Answer(pages)
        assert site.asked == 1
        clock[0] += 1
        Answer(pages)
        assert site.asked == 2


def test_what_says_that_it_is_soon_old_is_not_kept_longer(site, pages, clock) -> None:
    site.headers["Cache-Control"] = "public, max-age=5"  # as of a page that says the site is read-only
    Answer(pages)
    clock[0] += 5
    assert Answer(pages).words == "<p>lần 2"


def test_without_a_server_what_is_kept_goes_on(site, pages, clock) -> None:
    Answer(pages)

    def gone() -> kept.Changes:
        raise ConnectionError

    pages.changes = gone
    clock[0] += kept.LOOK_EVERY
    assert Answer(pages).words == "<p>lần 1"


def test_the_shelf_keeps_within_its_size(site, clock) -> None:
    pages = KeptPages(site, lambda: (1, ()))
    pages.shelf = Shelf(most=5_000)
    for number in range(20):
        Answer(pages, f"/{number}/")
    held = pages.shelf
    assert held.size <= 5_000 and held.size == sum(page.size for page in held.pages.values())
    assert "/19/" in next(reversed(held.pages))


def test_what_one_process_makes_the_others_have(site, pages, clock, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(kept_files.time, "time", lambda: clock[0])
    pages.shared = PageFiles(tmp_path)
    other = KeptPages(site, lambda: (site.number, site.about), shared=PageFiles(tmp_path))
    assert (Answer(pages).words, Answer(other).words, site.asked) == ("<p>lần 1", "<p>lần 1", 1)
    Answer(pages, "/tim/", QUERY_STRING="q=a")
    assert Answer(other, "/tim/", QUERY_STRING="q=a").words == "<p>lần 3"  # one of too many to share
    site.change("/")
    clock[0] += kept.LOOK_EVERY
    assert (Answer(other).words, Answer(pages).words) == ("<p>lần 4", "<p>lần 4")
    clock[0] += kept.OLDEST
    assert Answer(pages).words == "<p>lần 5"
    pages.shared.clear()
    assert pages.shared.get("http://localhost/?") is None
    (tmp_path / "x.djcache").write_bytes(b"broken")
    assert Answer(KeptPages(site, lambda: (site.number, ()), shared=pages.shared)).words == "<p>lần 6"
