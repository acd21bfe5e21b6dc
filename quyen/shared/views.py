"""What views of several steps need: what an address asks for, read leniently (odd values count as not given), and files out
under a name that every system takes. And the one way in which a page for everybody is kept by others."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from quyen.core.text.folding import fold_loose

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
}


def answer_file(made: bytes, name: str, kind: str) -> HttpResponse:
    """Always to save, never shown as a page of this site. `kind`: one of TYPES, added to the name."""
    answer = HttpResponse(made, content_type=TYPES[kind])
    answer["Content-Disposition"] = disposition(f"{safe_name(name)}.{kind}")
    return answer


def safe_name(name: str) -> str:
    """No sign that a file system refuses; spaces folded; at most 120 letters."""
    return re.sub(r"[\s\x00-\x1f]+", " ", re.sub(r'[\\/:*?"<>|%]+', "-", name)).strip(" .-")[:120] or "quyen"


def disposition(name: str) -> str:
    """Both forms of a file's name: without marks for old clients, with them for all others (RFC 6266)."""
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", fold_loose(name)).strip("-") or "quyen"
    utf8 = content_disposition_header(True, name) or ""
    if "filename*=" not in utf8:
        return utf8
    return f'attachment; filename="{plain}"; {utf8.split("; ", 1)[1]}'


def whole(value: str | None) -> int | None:
    """A row's number or a year; None for anything else."""
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 16 else None


def wholes(values: Iterable[str]) -> list[int]:
    """Each number once, in the order given."""
    return list(dict.fromkeys(number for number in map(whole, values) if number is not None))


def one_of(value: str | None, known: Iterable[str]) -> str:
    return value if value is not None and value in known else ""


FRESH, STALE = (
    300,
    86_400,
)  # seconds a kept page is fresh, and how long an old one may still be shown meanwhile


def public(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The answer to a reading request is the same for everybody: shared caches may keep it, and who has it already is told
    so. What a view says itself of keeping stands; what is not found or was refused is kept for a minute."""

    @wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        if getattr(request, "is_preview", False) or request.method not in {"GET", "HEAD"}:
            answer.headers.setdefault("Cache-Control", "private, no-store")
            return answer
        return _keepable(request, answer)

    return kept


def _keepable(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    if hasattr(answer, "render"):
        answer = answer.render()
    fresh = FRESH if answer.status_code < 400 else 60
    answer.headers.setdefault("Cache-Control", f"public, max-age={fresh}, stale-while-revalidate={STALE}")
    if answer.status_code != 200 or answer.streaming:
        return answer
    answer.headers.setdefault("ETag", f'"{hashlib.sha256(answer.content).hexdigest()[:32]}"')
    again = get_conditional_response(request, etag=answer["ETag"], response=answer)
    return again or answer
