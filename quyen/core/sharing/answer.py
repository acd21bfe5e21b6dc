"""The six verbs of OAI-PMH 2.0, spoken for a `Shelf`.

Source: The Open Archives Initiative Protocol for Metadata Harvesting, version 2.0 (openarchives.org, 2002-06-14, last
revision 2015-01-08). Deleted records are persistent, granularity is to the second, tokens carry their own state.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from lxml import etree

from quyen.core.sharing.dublin import SCHEMA as DC_SCHEMA
from quyen.core.sharing.dublin import to_dublin
from quyen.core.sharing.full import to_full
from quyen.core.sharing.markup import (
    OAI,
    OAI_DC,
    QUYEN,
    SCHEMA_LOCATION,
    XSI,
    Element,
    add,
    fill,
    moment,
    stamp,
    written,
)
from quyen.core.sharing.shelf import Identity, Place, Record, Shelf, Window
from quyen.core.sharing.tokens import BadToken, Token, from_text, to_text
from quyen.core.types import value

PAGE = 100
FORMATS = ("oai_dc", "quyen")
# verb: what it needs, what it may have; a token always stands alone
ARGUMENTS = {
    "Identify": ((), ()),
    "ListMetadataFormats": ((), ("identifier",)),
    "ListSets": ((), ()),
    "GetRecord": (("identifier", "metadataPrefix"), ()),
    "ListIdentifiers": (("metadataPrefix",), ("from", "until", "set")),
    "ListRecords": (("metadataPrefix",), ("from", "until", "set")),
}
_LISTS = ("ListSets", "ListIdentifiers", "ListRecords")
_WELL_FORMED = {
    "identifier": re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[!#$%&'*+,\-./0-9:;=?@A-Z_a-z~()]+"),
    "metadataPrefix": re.compile(r"[A-Za-z0-9\-_.!~*'()]+"),
    "set": re.compile(r"[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*"),
}
_SPACES: Any = {None: OAI, "xsi": XSI}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SECOND = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


class Refused(Exception):
    """An error of the protocol: `code` is one of its eight, the message is for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@value
class Asked:
    verb: str
    arguments: dict[str, str]


def answer(pairs: Sequence[tuple[str, str]], shelf: Shelf, now: datetime, most: int = PAGE) -> bytes:
    """The XML answer to a request's arguments (as they came, doubles too). Never raises for what was asked."""
    identity = shelf.identity()
    root = etree.Element(f"{{{OAI}}}OAI-PMH", nsmap=_SPACES)
    root.set(SCHEMA_LOCATION, f"{OAI} {OAI}OAI-PMH.xsd")
    add(root, "responseDate", stamp(now))
    request = add(root, "request", identity.base)
    try:
        asked = _asked(pairs)
        body = _VERBS[asked.verb](asked, shelf, identity, most)
    except Refused as refused:
        add(root, "error", str(refused), code=refused.code)
        if refused.code in ("badVerb", "badArgument"):
            return written(root)  # the protocol: no attributes then
    else:
        root.append(body)
    fill(request, **dict(pairs))
    return written(root)


def _asked(pairs: Sequence[tuple[str, str]]) -> Asked:
    verbs = [what for key, what in pairs if key == "verb"]
    if len(verbs) != 1 or verbs[0] not in ARGUMENTS:
        raise Refused("badVerb", "verb must be given once and be one of " + ", ".join(ARGUMENTS) + ".")
    rest = [(key, what) for key, what in pairs if key != "verb"]
    arguments = dict(rest)
    if len(arguments) < len(rest):
        raise Refused("badArgument", "An argument is given twice.")
    _check_names(verbs[0], arguments)
    for key, pattern in _WELL_FORMED.items():
        if key in arguments and not pattern.fullmatch(arguments[key]):
            raise Refused("badArgument", f"{key} has signs that it cannot have.")
    return Asked(verbs[0], arguments)


def _check_names(verb: str, arguments: dict[str, str]) -> None:
    needed, allowed = ARGUMENTS[verb]
    if "resumptionToken" in arguments and verb in _LISTS:
        if len(arguments) > 1:
            raise Refused("badArgument", "resumptionToken stands alone.")
        return
    if odd := sorted(set(arguments) - {*needed, *allowed}):
        raise Refused("badArgument", f"{verb} knows no argument {', '.join(map(ascii, odd))}.")
    if missing := [key for key in needed if key not in arguments]:
        raise Refused("badArgument", f"{verb} needs {', '.join(missing)}.")


def _body(verb: str) -> Element:
    return etree.Element(f"{{{OAI}}}{verb}", nsmap=_SPACES)


# --- what the repository is -------------------------------------------------------------------------


def _identify(asked: Asked, shelf: Shelf, identity: Identity, most: int) -> Element:
    body = _body(asked.verb)
    add(body, "repositoryName", identity.name)
    add(body, "baseURL", identity.base)
    add(body, "protocolVersion", "2.0")
    add(body, "adminEmail", identity.admin)
    add(body, "earliestDatestamp", stamp(identity.earliest))
    add(body, "deletedRecord", "persistent")
    add(body, "granularity", "YYYY-MM-DDThh:mm:ssZ")
    return body


def _formats(asked: Asked, shelf: Shelf, identity: Identity, most: int) -> Element:
    if "identifier" in asked.arguments:
        _known(asked, shelf)
    body = _body(asked.verb)
    for prefix, schema, space in (("oai_dc", DC_SCHEMA, OAI_DC), ("quyen", identity.schema, QUYEN)):
        found = add(body, "metadataFormat")
        add(found, "metadataPrefix", prefix)
        add(found, "schema", schema)
        add(found, "metadataNamespace", space)
    return body


def _sets(asked: Asked, shelf: Shelf, identity: Identity, most: int) -> Element:
    if "resumptionToken" in asked.arguments:
        raise Refused("badResumptionToken", "The list of sets comes whole, without tokens.")
    body = _body(asked.verb)
    for one in shelf.shelves():
        found = add(body, "set")
        add(found, "setSpec", one.spec)
        add(found, "setName", one.name)
    return body


# --- records ----------------------------------------------------------------------------------------


def _known(asked: Asked, shelf: Shelf) -> Record:
    found = shelf.record(asked.arguments["identifier"])
    if found is None:
        raise Refused("idDoesNotExist", "Nothing of this identifier was ever shared here.")
    return found


def _get(asked: Asked, shelf: Shelf, identity: Identity, most: int) -> Element:
    prefix = _format(asked.arguments["metadataPrefix"])
    body = _body(asked.verb)
    body.append(_record(_known(asked, shelf), prefix, identity))
    return body


def _format(prefix: str) -> str:
    if prefix not in FORMATS:
        raise Refused("cannotDisseminateFormat", "Formats: " + ", ".join(FORMATS) + ".")
    return prefix


def _list(asked: Asked, shelf: Shelf, identity: Identity, most: int) -> Element:
    token = _token(asked.arguments["resumptionToken"]) if "resumptionToken" in asked.arguments else None
    prefix = token.prefix if token else _format(asked.arguments["metadataPrefix"])
    window = token.window if token else _window(asked.arguments)
    found = shelf.page(window, token.after if token else None, most + 1)
    if not found:  # with a token too: all that was still to come has changed beyond the window meanwhile
        raise Refused("noRecordsMatch", "Nothing (more) was changed in this window and set.")
    body = _body(asked.verb)
    for one in found[:most]:
        whole = asked.verb == "ListRecords"
        body.append(_record(one, prefix, identity) if whole else _header(one))
    cursor = token.cursor if token else 0
    if len(found) > most or token:
        _close(body, found, Token(prefix, window, _place(found[:most][-1]), cursor), shelf, most)
    return body


def _close(body: Element, found: Sequence[Record], here: Token, shelf: Shelf, most: int) -> None:
    """The token that goes on; an empty one where the list ends."""
    size = max(shelf.count(here.window), here.cursor + min(len(found), most + 1))
    further = Token(here.prefix, here.window, here.after, here.cursor + most)
    text = to_text(further) if len(found) > most else ""
    add(body, "resumptionToken", text, completeListSize=size, cursor=here.cursor)


def _place(record: Record) -> Place:
    return Place(record.changed_at, record.number)


def _token(text: str) -> Token:
    try:
        found = from_text(text)
    except BadToken as error:
        raise Refused("badResumptionToken", "This token is not one of ours.") from error
    if found.prefix not in FORMATS:
        raise Refused("badResumptionToken", "This token asks for a format that is not kept.")
    return found


def _window(arguments: dict[str, str]) -> Window:
    since, until = arguments.get("from"), arguments.get("until")
    first = _moment("from", since) if since is not None else None
    last = _moment("until", until) if until is not None else None
    if since is not None and until is not None:
        if len(since) != len(until):
            raise Refused("badArgument", "from and until must be of one granularity.")
        if first and last and first > last:
            raise Refused("badArgument", "from is later than until.")
    if last and until is not None:
        last += timedelta(days=1) if _DAY.fullmatch(until) else timedelta(seconds=1)  # until is inclusive
    return Window(first, last, arguments.get("set", ""))


def _moment(name: str, text: str) -> datetime:
    written_so = _DAY.fullmatch(text) or _SECOND.fullmatch(text)
    found = moment(text) if written_so else None
    if found and found.year < 9999:  # a day more must still be a time
        return found
    raise Refused("badArgument", f"{name} must be YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.")


def _header(record: Record) -> Element:
    header = _body("header")
    if record.thing is None:
        header.set("status", "deleted")
    add(header, "identifier", record.identifier)
    add(header, "datestamp", stamp(record.changed_at))
    for spec in record.shelves:
        add(header, "setSpec", spec)
    return header


def _record(record: Record, prefix: str, identity: Identity) -> Element:
    body = _body("record")
    body.append(_header(record))
    if record.thing is not None:
        made = to_full(record.thing, identity.schema) if prefix == "quyen" else to_dublin(record.thing)
        add(body, "metadata").append(made)
    return body


_VERBS = {
    "Identify": _identify, "ListMetadataFormats": _formats, "ListSets": _sets, "GetRecord": _get,
    "ListIdentifiers": _list, "ListRecords": _list,
}  # fmt: skip
