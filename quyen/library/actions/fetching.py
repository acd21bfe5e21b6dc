"""One request to a server of somebody else, without letting it lead us where it likes.

Every address, also one that we are led on to, is looked up once, checked, and then connected to as it was checked: a name
that answers differently the second time leads nowhere. Inside addresses are refused (see `settings.HARVEST_NETWORKS` for
an inner network of offices). An answer is cut off at its size and at its time, however slowly it drips.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from quyen.core.errors import QuyenError

REDIRECTS, TRIES, LONGEST_WAIT = 5, 3, 120
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class NotFetched(QuyenError):
    """The source gave nothing that can be used; the message says what happened."""

    advice = "Những gì đã nhận vẫn được giữ. Hãy kiểm tra địa chỉ nguồn; Quyền sẽ thử lại vào đêm tới."


@dataclass(frozen=True)
class Limits:
    """Seconds to connect, seconds and bytes for a whole answer, seconds between two requests."""

    connect: float = 10
    seconds: float = 60
    size: int = 16 * 1024 * 1024
    pause: float = 0.5


def checked_address(host: str, port: int) -> str:
    """The first network address of a name, where all of them are outside ones. Errors: NotFetched."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotFetched(_("Không tìm thấy máy chủ “%(host)s”.") % {"host": host}) from error
    places = [str(one[4][0]).partition("%")[0] for one in found]
    if not places or not all(_is_outside(ipaddress.ip_address(one)) for one in places):
        raise NotFetched(
            _("Địa chỉ “%(host)s” nằm trong mạng nội bộ, nên không được lấy từ đó.") % {"host": host},
            advice=_("Nếu đó là mạng chung của các cơ quan, người quản trị thêm mạng ấy vào QUYEN_HARVEST_NETWORKS."),
        )  # fmt: skip
    return places[0]


def _is_outside(one: Address) -> bool:
    if any(one in ipaddress.ip_network(network) for network in settings.HARVEST_NETWORKS):
        return True
    if isinstance(one, ipaddress.IPv6Address):
        inner = one.ipv4_mapped or one.sixtofour or (one.teredo and one.teredo[1])
        if inner or one in _NAT64:
            return False  # an IPv4 address in disguise: a real source has one of its own
    return one.is_global and not one.is_multicast


class _Plain(http.client.HTTPConnection):
    """Connects to the address that was checked, whatever the name says by then."""

    def connect(self) -> None:
        place = checked_address(self.host, self.port)
        self.sock = socket.create_connection((place, self.port), self.timeout)


class _Safe(http.client.HTTPSConnection):
    def connect(self) -> None:
        place = checked_address(self.host, self.port)
        bare = socket.create_connection((place, self.port), self.timeout)
        self.sock = _TLS.wrap_socket(bare, server_hostname=self.host)


_TLS = ssl.create_default_context()


def fetch(address: str, arguments: dict[str, str], limits: Limits) -> bytes:
    """The body of the answer. Errors: NotFetched."""
    target = f"{address}{'&' if '?' in address else '?'}{urlencode(arguments)}"
    for _step in range(REDIRECTS + TRIES):
        answer = _once(target, limits)
        if answer.status == 200:
            return answer.body
        if answer.status in (301, 302, 303, 307, 308) and answer.place:
            target = _led_to(target, answer.place)
        elif answer.status in (429, 503):
            time.sleep(min(answer.wait, LONGEST_WAIT))
        else:
            break
    raise NotFetched(_("Nguồn trả lời mã lỗi %(status)s.") % {"status": answer.status})


def _led_to(target: str, place: str) -> str:
    further = urljoin(target, place)
    if target.startswith("https:") and not further.startswith("https:"):
        raise NotFetched(_("Nguồn chuyển từ địa chỉ an toàn (https) sang không an toàn."))
    return further


@dataclass(frozen=True)
class _Answer:
    status: int
    body: bytes
    place: str
    wait: float


def _once(target: str, limits: Limits) -> _Answer:
    parts = urlsplit(target)
    try:
        port = parts.port
    except ValueError:
        port = 0
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or port == 0:
        raise NotFetched(_("“%(address)s” không phải địa chỉ web dùng được.") % {"address": target[:200]})
    kind: Any = _Safe if parts.scheme == "https" else _Plain
    line = kind(parts.hostname, port or kind.default_port, timeout=limits.connect)
    late = threading.Timer(limits.seconds, _cut, [line])
    late.start()
    try:
        return _asked(line, f"{parts.path or '/'}?{parts.query}", limits)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise NotFetched(
            _("Không lấy được từ nguồn: đường truyền đứt, quá chậm, hoặc máy chủ từ chối.")
        ) from error
    finally:
        late.cancel()
        line.close()


def _cut(line: http.client.HTTPConnection) -> None:
    """Time is up: whoever reads from it gets an error at once."""
    if line.sock is not None:
        with contextlib.suppress(OSError):
            line.sock.shutdown(socket.SHUT_RDWR)


def _asked(line: http.client.HTTPConnection, path: str, limits: Limits) -> _Answer:
    begun = time.monotonic()
    own = {
        "User-Agent": f"Quyen/{settings.VERSION} (+{settings.ADDRESS})",
        "Accept": "text/xml, application/xml",
    }
    line.request("GET", path, headers=own | {"Accept-Encoding": "identity"})
    answer = line.getresponse()
    if answer.getheader("Content-Encoding", "identity") != "identity":
        raise ValueError("packed, though not asked for")
    wait = answer.getheader("Retry-After", "")
    body = bytearray()
    while piece := answer.read1(65536):
        body += piece
        if len(body) > limits.size or time.monotonic() - begun > limits.seconds:
            raise NotFetched(_("Câu trả lời của nguồn quá lớn hoặc quá lâu, nên đã dừng."))
    return _Answer(
        answer.status, bytes(body), answer.getheader("Location", ""), float(wait) if wait.isdigit() else 5
    )
