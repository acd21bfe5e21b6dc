"""JSON of another system, read without trusting it: what is odd is refused by name and never guessed at.

A body holds at most `MOST` bytes, UTF-8, one value per name, numbers as written (a decimal never becomes a float),
no NaN, no text that PostgreSQL cannot hold, and no more nesting or values than a report needs.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.parser import Parser

from quyen.core.errors import QuyenError

MOST = 2 * 1024 * 1024
DEEPEST, VALUES, DIGITS = 12, 50_000, 60


class BadBody(QuyenError):
    """`status` as HTTP says it; `code` for programs."""

    advice = "Hãy sửa nội dung rồi gửi lại với khóa Idempotency-Key cũ. Chưa ghi gì."

    def __init__(self, code: str, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.code, self.status = code, status


class StrictParser(Parser):
    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        if request.content_type != "application/json":
            raise BadBody("khong-phai-json", _("Nội dung phải có kiểu application/json."), 415)
        return strict_json(request.body)


def strict_json(content: bytes) -> dict[str, Any]:
    """The object that a body holds. Errors: BadBody."""
    if len(content) > MOST:
        raise too_large()
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        said = _("Nội dung không phải UTF-8 (byte thứ %(at)s).") % {"at": error.start + 1}
        raise BadBody("sai-bang-ma", said) from error
    try:
        found = json.loads(
            text, object_pairs_hook=_once, parse_constant=_constant, parse_float=_number, parse_int=_whole
        )
    except json.JSONDecodeError as error:
        where = {"line": error.lineno, "column": error.colno}
        raise BadBody("sai-json", _("JSON viết sai ở dòng %(line)s, cột %(column)s.") % where) from error
    except RecursionError as error:
        raise _too_deep() from error
    if not isinstance(found, dict):
        raise BadBody("sai-json", _("JSON phải là một đối tượng {…}."))
    _walk(found)
    return found


def too_large() -> BadBody:
    said = _("Nội dung lớn hơn %(most)s MiB.") % {"most": MOST // (1024 * 1024)}
    return BadBody("qua-lon", said, 413)


def _too_deep() -> BadBody:
    return BadBody("qua-sau", _("JSON lồng quá %(most)s tầng.") % {"most": DEEPEST})


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise BadBody("trung-ten", _("Tên “%(name)s” có hai lần trong một đối tượng.") % {"name": twice[:60]})
    return found


def _constant(name: str) -> None:
    raise BadBody("khong-phai-so", _("“%(name)s” không phải số.") % {"name": name})


def _number(text: str) -> Decimal:
    if len(text) > DIGITS or (number := Decimal(text)).adjusted() > DIGITS or number.adjusted() < -DIGITS:
        raise BadBody("so-qua-dai", _("Có số quá lớn hoặc quá dài: %(number)s…") % {"number": text[:20]})
    return number


def _whole(text: str) -> int:
    if len(text) > DIGITS:
        raise BadBody("so-qua-dai", _("Có số quá lớn hoặc quá dài: %(number)s…") % {"number": text[:20]})
    return int(text)


def _walk(found: Any) -> None:
    """Without recursion: depth, number of values, and texts that have a null sign or half of a pair."""
    waiting, count = [(found, 1)], 0
    while waiting:
        value, depth = waiting.pop()
        count += 1
        if depth > DEEPEST:
            raise _too_deep()
        if count > VALUES:
            raise BadBody("qua-nhieu", _("Nội dung có hơn %(most)s giá trị.") % {"most": VALUES})
        if isinstance(value, str):
            _check_text(value)
        elif isinstance(value, dict):
            waiting += [(one, depth + 1) for pair in value.items() for one in pair]
        elif isinstance(value, list):
            waiting += [(one, depth + 1) for one in value]


def _check_text(text: str) -> None:
    if "\0" in text:
        raise BadBody("ky-tu-rong", _("Có ký tự rỗng (U+0000) trong lời văn."))
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise BadBody("sai-bang-ma", _("Có nửa cặp ký tự (U+D800 đến U+DFFF) trong lời văn.")) from error
