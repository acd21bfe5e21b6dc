"""Resumption tokens: all that is needed to go on is in the token itself, so that nothing is kept for anyone.

A token says where in the order of (time of change, number) the list stands. What changes meanwhile moves behind that
place and comes (again) at the end; what does not change is met once. So no list loses or doubles an unchanged thing,
however long the harvester waits and whatever happens to the repository.
"""

from __future__ import annotations

import base64
import binascii
import json
from datetime import UTC, datetime, timedelta

from quyen.core.sharing.shelf import Place, Window
from quyen.core.types import value

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICRO = timedelta(microseconds=1)
_MOST = 2**62


@value
class Token:
    prefix: str
    window: Window
    after: Place
    cursor: int  # how many records came before


class BadToken(ValueError):
    """No token of ours."""


def to_text(token: Token) -> str:
    whole = [
        token.prefix, _ticks(token.window.since), _ticks(token.window.until), token.window.shelf,
        _ticks(token.after.changed_at), token.after.number, token.cursor,
    ]  # fmt: skip
    return base64.urlsafe_b64encode(json.dumps(whole, separators=(",", ":")).encode()).decode().rstrip("=")


def from_text(text: str) -> Token:
    """Errors: BadToken."""
    try:
        whole = json.loads(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
        prefix, since, until, shelf, changed, number, cursor = whole
        if not isinstance(prefix, str) or not isinstance(shelf, str):
            raise BadToken(text)
        after = _moment(changed)
        if after is None:
            raise BadToken(text)
        window = Window(_moment(since), _moment(until), shelf)
        return Token(prefix, window, Place(after, _number(number)), _number(cursor))
    except (binascii.Error, ValueError, TypeError, OverflowError, RecursionError) as error:
        raise BadToken(text) from error


def _ticks(moment: datetime | None) -> int | None:
    return None if moment is None else (moment - _EPOCH) // _MICRO


def _moment(ticks: object) -> datetime | None:
    return None if ticks is None else _EPOCH + _number(ticks) * _MICRO


def _number(one: object) -> int:
    if not isinstance(one, int) or isinstance(one, bool) or not 0 <= one < _MOST:
        raise ValueError(one)
    return one
