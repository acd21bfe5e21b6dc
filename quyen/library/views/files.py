"""The doors to files: one for everyone, one behind sign-in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from django.contrib.auth.decorators import login_required
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.http import content_disposition_header, quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from quyen.accounts.models import User
from quyen.library.queries.files import Served, private_bytes, public_bytes

FOREVER = "public, max-age=31536000, immutable"  # the address carries the print of the bytes
NEVER = "private, no-store"
SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src 'self'"
CHUNK = 1 << 16
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})\Z")


@require_safe
def public_file(request: HttpRequest, file_id: int, print_: str, name: str) -> HttpResponseBase:
    """What something published uses; 404 for all else, whoever asks. Who asks is not looked at: the same for a cache."""
    served = public_bytes(file_id, print_)
    if served is None:
        raise Http404(_("Không có tệp này, hoặc tệp không còn được đăng."))
    response = sent(request, served, FOREVER)
    response["Access-Control-Allow-Origin"] = "*"  # public bytes: other sites' readers may draw them too
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@login_required
@require_safe
def private_file(request: HttpRequest, file_id: int, print_: str = "") -> HttpResponseBase:
    """For people of the file's unit; a stranger gets the same 404 as for what is not there."""
    assert isinstance(request.user, User)
    served = private_bytes(request.user, file_id, print_)
    if served is None:
        raise Http404(_("Không có tệp này."))
    return sent(request, served, NEVER)


def sent(request: HttpRequest, served: Served, caching: str) -> HttpResponseBase:
    """The bytes, whole or the range that is asked for. Never run as a page of this site, whatever they are."""
    if not default_storage.exists(served.path):
        raise Http404(_("Không còn thấy tệp trong kho; hãy báo người quản trị."))
    etag = quote_etag(served.sha256[:32])
    if etag in request.headers.get("If-None-Match", ""):
        return _dressed(HttpResponse(status=304), served, caching, etag)
    span = _span(request, served.size, etag)
    if span is None:
        response = HttpResponse(status=416)
        response["Content-Range"] = f"bytes */{served.size}"
        return _dressed(response, served, NEVER, etag)
    start, end = span
    body = (
        _bytes(default_storage.open(served.path, "rb"), start, end - start) if request.method == "GET" else ()
    )
    whole = end - start == served.size
    streamed = StreamingHttpResponse(body, status=200 if whole else 206, content_type=served.media_type)
    streamed["Content-Length"] = end - start
    if not whole:
        streamed["Content-Range"] = f"bytes {start}-{end - 1}/{served.size}"
    return _dressed(streamed, served, caching, etag)


def _dressed(response: HttpResponseBase, served: Served, caching: str, etag: str) -> HttpResponseBase:
    charset = "; charset=utf-8" if served.media_type.startswith("text/") else ""
    response["Content-Type"] = served.media_type + charset
    response["Content-Disposition"] = (
        content_disposition_header(not served.inline, served.name) or "attachment"
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    response["Cache-Control"] = caching
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = etag
    return response


def _span(request: HttpRequest, size: int, etag: str) -> tuple[int, int] | None:
    """Beginning and end of what is asked for; the whole where nothing or something unknown is; None past the end."""
    asked = _RANGE.match(request.headers.get("Range", ""))
    if asked is None or asked[0] == "bytes=-" or request.headers.get("If-Range", etag) != etag:
        return 0, size
    first, last = asked[1], asked[2]
    if not first:
        return (max(0, size - int(last)), size) if int(last) else None
    start, end = int(first), min(int(last) + 1, size) if last else size
    return (start, end) if start < end else None


def _bytes(file: IO[bytes], at: int, left: int) -> Iterator[bytes]:
    with file:
        file.seek(at)
        while left > 0 and (chunk := file.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk
