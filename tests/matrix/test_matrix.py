"""Every address × every place in the tree × the roles at the edge of what is allowed: what is not allowed is refused,
changes nothing, and no response holds a word of a unit that its reader may not read."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.db import SessionStore
from django.core.exceptions import BadRequest, PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, models, transaction
from django.http import Http404
from django.test import RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from django_htmx.middleware import HtmxDetails

from quyen.organisation.enums import Role
from quyen.organisation.queries import roles_remembered
from tests.matrix.doors import COMMON, DOORS, EDITING, FREE, KEYED, SHARED, THEIRS, WORDLESS
from tests.matrix.rules import FILE, PUBLIC, Door, Who
from tests.matrix.world import Someone, World, make_world

WRITE = re.compile(r"\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+\"?(\w+)", re.I)
FACTORY = RequestFactory()
PASSING = {"django_session", "cache"}  # written by looking, too


def _names(resolver: URLResolver, path: str = "", space: str = "") -> Iterator[str]:
    for one in resolver.url_patterns:
        if isinstance(one, URLPattern):
            yield f"{space}{one.name}" if one.name else path + str(one.pattern)
        else:
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from _names(one, path + str(one.pattern), inner)


def test_every_address_is_described() -> None:
    described = {one.name for one in DOORS} | THEIRS | KEYED | FREE | SHARED | COMMON
    missing = sorted(name for name in set(_names(get_resolver())) - described if not name.startswith(EDITING))
    assert not missing, (
        f"{missing}: nobody says who may open these. Add one line for each to DOORS in tests/matrix/doors.py: "
        'door("app:name", "thing"..., read=at(VIEWER), change=at(EDITOR), body={...}); a new kind of thing goes into '
        "tests/matrix/world.py, with the unit's word in its texts."
    )
    assert not sorted(described - set(_names(get_resolver()))), "described, but no address any more"


@pytest.mark.slow  # some 3,000 looks and posts, once for the whole house, in one world
def test_what_is_asked_for_is_shown_to_those_who_may_and_nothing_changes_by_others(db) -> None:
    world = make_world()
    before = _digest()
    faults, shown = _looks(world)
    faults += _posts(world, before)
    bare = sorted(one.name for one in DOORS if one.read and one.name not in shown | WORDLESS)
    assert _digest() == before
    assert not faults, "\n".join(faults)
    assert not bare, f"{bare}: nobody saw the unit's word there, so a leak would not be seen either"


def _looks(world: World) -> tuple[list[str], set[str]]:
    """What is wrong, and the names of the addresses at which the word of "own" was seen."""
    faults: list[str] = []
    shown: set[str] = set()
    for one in DOORS:
        for who in _worth_asking(one, one.read, world):
            with _undone(), roles_remembered():  # as the program has it for whoever only looks
                status, content = _answer("get", one, who, world)
            said = f"GET {one.name} by {who.name}: {status}"
            faults += [f"{said} {why}" for why in _wrong_read(one, who, world, status)]
            faults += [f"{said} holds a word of {place}" for place in _leaks(one, who, world, content)]
            shown |= {one.name} if world.words["own"] in content else set()
    return faults, shown


def _posts(world: World, before: str) -> list[str]:
    faults: list[str] = []
    for one in DOORS:
        for who in _worth_asking(one, one.change, world):
            may = one.change is not None and one.change.may(who, world.keeper)
            if one.change is None and who.place not in ("far", "none"):
                continue  # a page that answers a post as it answers a look
            if one.change is None and _reads(one, who, world):
                continue
            with _undone(), _written() as tables:
                status, content = _answer("post", one, who, world)
                changed = bool(tables) and (may or _digest() != before)
            said = f"POST {one.name} by {who.name}: {status}"
            faults += [f"{said} {why}" for why in _wrong_change(one, who, may, status, changed)]
            faults += [f"{said} holds a word of {place}" for place in _leaks(one, who, world, content)]
    return faults


# --- what is asked ------------------------------------------------------------------------------------


def _worth_asking(one: Door, rule: Who | None, world: World) -> list[Someone]:
    """The edges, since roles are ordered. Of those who may: where the thing is the least role, above it and in other
    places the highest. Of those who may not the highest role of each place. Of those without a role in force (past,
    to come, never) one an address, by turns. People of a central body
    where that makes a difference."""
    idle = [who for who in world.people if who.place == "none" and who.user]
    left = [] if "centre" in one.kinds else [who for who in world.people if who.place == "centre"]
    people = [who for who in world.people if who not in idle + left] + [idle[DOORS.index(one) % len(idle)]]
    if rule is None or rule == PUBLIC:
        return [who for who in people if who.role in (0, Role.ADMINISTRATOR)]
    may = [who for who in people if rule.may(who, world.keeper)]
    others = [who for who in people if who not in may]
    least = min((who.role for who in may if who.place == "own"), default=0)
    edges = {"own": {least} if rule.role else {least, Role.ADMINISTRATOR}, "centre": {rule.role}}
    highest = {who.place: max(one.role for one in others if one.place == who.place) for who in others}
    return [who for who in may if who.role in edges.get(who.place, {0, Role.ADMINISTRATOR})] + [
        who for who in others if who.role == highest[who.place]
    ]


def _answer(method: str, one: Door, who: Someone, world: World) -> tuple[int, str]:
    """What the view itself answers: the status and all that it carries. Middleware is the same for every address."""
    numbers = {name: _number(thing) for name, thing in world.things.items()}
    path = reverse(one.name, args=[numbers.get(name, name) for name in one.args])
    asked = _filled(one.ask, numbers)
    if method == "get":
        request = FACTORY.get(path, asked)
    else:
        request = FACTORY.post(f"{path}?{urlencode(asked)}", _filled(one.body, numbers))
    match = resolve(path)
    request.resolver_match, request.user = match, who.user or AnonymousUser()
    request.session, request.htmx = SessionStore(), HtmxDetails(request)
    request._messages = FallbackStorage(request)
    try:
        answer = match.func(request, *match.args, **match.kwargs)
    except Http404:
        return 404, ""
    except PermissionDenied:
        return 403, ""
    except BadRequest:
        return 400, ""
    return answer.status_code, _text(answer) + " ".join(map(str, request._messages))


def _number(thing: Any) -> Any:
    return thing.pk if isinstance(thing, models.Model) else thing


def _filled(values: Any, numbers: dict[str, Any]) -> dict[str, Any]:
    return {
        key: SimpleUploadedFile("moi.txt", b"KE HOACH\n") if value == FILE else value.format(**numbers)
        for key, value in values.items()
    }


# --- what is expected ---------------------------------------------------------------------------------


def _wrong_read(one: Door, who: Someone, world: World, status: int) -> Iterator[str]:
    if one.read is None:
        if status != 405 and not _is_refused(one, who, status):
            yield "where only a change has an address"
    elif _reads(one, who, world):
        if status not in (200, 302):
            yield "for one who may read it"
    elif not _is_refused(one, who, status):
        yield "for one who may not"


def _reads(one: Door, who: Someone, world: World) -> bool:
    return one.read is not None and one.read.may(who, world.keeper)


def _wrong_change(one: Door, who: Someone, may: bool, status: int, changed: bool) -> Iterator[str]:
    if may:
        if status in (403, 404, 405):
            yield "for one who may change it"
        elif one.body and not changed:
            yield "changed nothing for one who may"
        return
    if changed:
        yield "changed something for one who may not"
    if not one.quiet and status != 405 and not _is_refused(one, who, status):
        yield "for one who may not"


def _is_refused(one: Door, who: Someone, status: int) -> bool:
    """404 for what the person may not know of; 403 too where they may read it, or nothing of a unit is asked for."""
    if who.user is None:
        return status in (302, 405)
    if who.holds(Role.VIEWER) or one.kinds & {"anywhere", "centre", "signed"}:
        return status in (403, 404)
    return status == 404


def _leaks(one: Door, who: Someone, world: World, content: str) -> list[str]:
    if one.read == PUBLIC:
        return []  # the address is the key
    return [place for place, word in world.words.items() if place not in who.reads and word in content]


def _text(answer: Any) -> str:
    """All that a response carries, with the members of an archive unpacked."""
    content: bytes = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = b"\n".join(archive.read(name) for name in archive.namelist())
    return content.decode("utf-8", "replace") + " " + str(answer.headers)


# --- what is kept ---------------------------------------------------------------------------------------


@contextmanager
def _undone() -> Iterator[None]:
    """Whatever is done within is taken back."""
    point = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(point)
        transaction.savepoint_commit(
            point
        )  # or each stays open in the next, and every row is asked for in all of them


@contextmanager
def _written() -> Iterator[set[str]]:
    """The tables that were written to within."""
    tables: set[str] = set()

    def watch(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        found = WRITE.match(str(sql))
        if found and found[1] not in PASSING:
            tables.add(found[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield tables


def _digest() -> str:
    """Of every row of every table."""
    names = sorted(set(connection.introspection.table_names()) - PASSING)
    with connection.cursor() as cursor:
        parts = []
        for name in names:
            cursor.execute(
                f"SELECT md5(coalesce(string_agg(t::text, chr(10) ORDER BY t::text), '')) FROM \"{name}\" t"
            )
            parts.append(cursor.fetchone()[0])
    return hashlib.sha256("".join(parts).encode()).hexdigest()
