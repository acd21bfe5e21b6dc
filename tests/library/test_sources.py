"""Products of others: taken from a door of OAI-PMH over real HTTP, kept as they came, and never from inside."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quyen.core.sharing import Credit, Said, answer
from quyen.library.actions.fetching import Limits, NotFetched, fetch
from quyen.library.actions.gathering import SourceKnown, ask_source, gather, save_source
from quyen.library.enums import HarvestState
from quyen.library.models import Gathered, HarvestRun, Source
from quyen.library.queries.sources import gathered_page, shown_gathered, source_held, source_list, source_page
from tests.core.sharing.things import FULL, Memory

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
QUICK = Limits(connect=2, seconds=2, size=200_000, pause=0)


class Elsewhere(HTTPServer):
    """Somebody else's server; tests say what it answers to a path."""

    shelf: Memory
    odd: dict[str, Callable[[BaseHTTPRequestHandler], None]]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/oai"


class _Answer(BaseHTTPRequestHandler):
    server: Elsewhere

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path in self.server.odd:
            return self.server.odd[parts.path](self)
        self.say(200, answer(parse_qsl(parts.query), self.server.shelf, datetime.now(UTC), 3))
        return None

    def say(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, what in headers.items():
            self.send_header(name.replace("_", "-"), what)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture
def elsewhere(settings) -> Iterator[Elsewhere]:
    settings.HARVEST_NETWORKS = ("127.0.0.0/8",)
    server = Elsewhere(("127.0.0.1", 0), _Answer)
    things = [
        replace(FULL, identifier=f"oai:x.example:product/{n}", changed_at=LONG_AGO + timedelta(minutes=n))
        for n in range(7)
    ]
    server.shelf, server.odd = Memory(things), {}
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def source(elsewhere, unit) -> Source:
    made = Source(name="Quyền tỉnh bạn", address=elsewhere.address, licence_words="Ghi nguồn khi dùng lại")
    return save_source(actor=None, unit=unit, source=made)


def test_what_others_give_is_kept_with_its_credits_and_follows_them(source, elsewhere) -> None:
    """First all of it; then only what changed; what is taken back there is withdrawn here; faults stop nothing."""
    run = gather(source=source, limits=QUICK)
    assert (run.state, run.seen, run.added, run.is_whole) == (HarvestState.DONE, 7, 7, True), run.error
    thing = gathered_page(Gathered.objects.get(identifier="oai:x.example:product/3").pk).thing
    assert thing == replace(FULL, identifier=thing.identifier, changed_at=thing.changed_at)
    row = Gathered.objects.get(identifier="oai:x.example:product/3")
    assert row.credits == "Lò Văn Pâng, Nguyễn Thị Hoà, Báo Xưa" and row.issuer == FULL.issuer.name

    source.refresh_from_db()
    now, rows = datetime.now(UTC), elsewhere.shelf.rows
    elsewhere.shelf.touch(1, now, gone=True)
    rows[2] = replace(
        rows[2], changed_at=now, thing=replace(FULL, titles=(Said("Tên mới"),), credits=(Credit("A"),))
    )
    rows[3] = replace(rows[3], changed_at=now, thing=replace(FULL, titles=(), licence=""))
    run = gather(source=source, limits=QUICK)
    assert (run.seen, run.added, run.changed, run.withdrawn, run.is_whole) == (3, 0, 1, 1, False)
    assert run.fault_count == 1 and run.faults[0]["words"] == "Bản ghi không có tên."
    assert shown_gathered().count() == 6 and Gathered.objects.count() == 7
    assert gather(source=source, limits=QUICK).changed == 0


def test_a_source_that_fails_loses_nothing(source, elsewhere) -> None:
    gather(source=source, limits=QUICK)
    whole, elsewhere.shelf = elsewhere.shelf, Memory([])
    run = gather(source=source, whole=True, limits=QUICK)
    assert run.state == HarvestState.DONE and shown_gathered().count() == 7  # suddenly empty: not believed
    elsewhere.shelf = whole
    elsewhere.odd["/oai"] = lambda handler: handler.say(500, b"")
    run = gather(source=source, limits=QUICK)
    assert run.state == HarvestState.FAILED and "500" in run.error and "giữ" in run.error
    assert shown_gathered().count() == 7
    with source_held(source.pk):  # the same connection may hold it twice; another may not
        assert gather(source=source, limits=QUICK).state == HarvestState.FAILED


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://127.0.0.1:9/oai", "nội bộ"),
        ("http://localhost:9/oai", "nội bộ"),
        ("http://[::1]/oai", "nội bộ"),
        ("http://[::ffff:10.0.0.1]/oai", "nội bộ"),
        ("http://[64:ff9b::a00:1]/oai", "nội bộ"),
        ("http://169.254.169.254/latest", "nội bộ"),
        ("http://2130706433/oai", "nội bộ"),
        ("http://0.0.0.0/oai", "nội bộ"),
        ("file:///etc/passwd", "không phải địa chỉ web"),
        ("gopher://x.example/", "không phải địa chỉ web"),
        ("http://a:b@x.example/", "không phải địa chỉ web"),
        ("http://x.example:99999/", "không phải địa chỉ web"),
        ("http://khong-co.invalid/", "Không tìm thấy"),
    ],
)
def test_no_address_leads_inside(settings, address, said) -> None:
    settings.HARVEST_NETWORKS = ()
    with pytest.raises(NotFetched, match=said):
        fetch(address, {"verb": "Identify"}, QUICK)


def test_a_server_cannot_lead_us_inside_or_hold_us(elsewhere, settings) -> None:
    settings.HARVEST_NETWORKS = ("127.0.0.1/32",)

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        with pytest.raises(OSError):
            for _second in range(100):
                handler.wfile.write(b" ")
                time.sleep(0.05)

    elsewhere.odd = {
        "/inside": lambda handler: handler.say(302, b"", Location="http://127.0.0.2:1/secret"),
        "/round": lambda handler: handler.say(302, b"", Location="/round"),
        "/file": lambda handler: handler.say(302, b"", Location="file:///etc/passwd"),
        "/huge": lambda handler: handler.say(200, b"x" * 300_000),
        "/packed": lambda handler: handler.say(200, b"x", Content_Encoding="gzip"),
        "/drip": drip,
    }
    base = elsewhere.address.removesuffix("/oai")
    limits = replace(QUICK, seconds=0.4)
    for path, said in [
        ("/inside", "nội bộ"), ("/round", "302"), ("/file", "không phải"), ("/huge", "quá lớn"),
        ("/packed", "Không lấy được"), ("/drip", "quá"),
    ]:  # fmt: skip
        begun = time.monotonic()
        with pytest.raises(NotFetched, match=said):
            fetch(base + path, {"verb": "Identify"}, limits)
        assert time.monotonic() - begun < 5


def test_a_unit_answers_for_its_sources(unit, editor, colleague, stranger, owner, source) -> None:
    for person in (editor, colleague, stranger):
        with pytest.raises(PermissionDenied):
            save_source(actor=person, unit=unit, source=Source(name="x", address="https://x.example/oai"))
    with pytest.raises(SourceKnown):
        save_source(actor=owner, unit=unit, source=Source(name="Khác", address=source.address))
    with pytest.raises(PermissionDenied):
        ask_source(actor=colleague, source=source)
    source.seen_until, source.address = LONG_AGO, "https://moi.example/oai"
    save_source(actor=owner, unit=unit, source=source)
    source.refresh_from_db()
    assert source.seen_until is None
    assert [row.source for row in source_list(colleague).rows] == [source] and not source_list(stranger).rows
    page = source_page(editor, source.pk, 1)
    assert page.may_ask and not page.may_change


def test_the_list_of_sources_asks_as_much_for_three_as_for_one(unit, owner, client_of) -> None:
    client, asked = client_of(owner), []
    for number in (1, 3):
        for at in range(Source.objects.count(), number):
            made = Source.objects.create(unit=unit, name=f"Nguồn {at}", address=f"https://x.example/{at}/")
            HarvestRun.objects.create(source=made)
        client.get("/san-pham/nguon/")
        with CaptureQueriesContext(connection) as seen:
            assert client.get("/san-pham/nguon/").status_code == 200
        asked.append(len(seen))
    assert asked[0] == asked[1]
