"""Reading any OAI-PMH source: which requests to make, and what the answers hold.

`harvest` is handed a function that asks the source; how that reaches the network, how long it waits and what it refuses
is that function's business. A record that cannot be read is a fault of the source and never stops the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from quyen.core.sharing.dublin import from_dublin
from quyen.core.sharing.full import from_full
from quyen.core.sharing.markup import OAI, OAI_DC, QUYEN, BadAnswer, Element, moment, parse, text_of
from quyen.core.sharing.thing import Thing
from quyen.core.types import value

_O = f"{{{OAI}}}"
Ask = Callable[[dict[str, str]], bytes]
MOST_PAGES = 10_000
LONGEST = 500  # letters of an identifier


class SourceRefused(BadAnswer):
    """The source answers with an error of the protocol; `code` is its own."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"Nguồn trả lời “{code}”: {message}".rstrip(": ") + ".")
        self.code = code


@value
class Nature:
    """What a source says of itself. `by_second`: its times are to the second, else to the day. `keeps_deleted`: it tells
    of deletions for ever; else only a whole list shows what is gone."""

    name: str
    base: str
    by_second: bool
    keeps_deleted: bool
    formats: tuple[str, ...]


@value
class Taken:
    """One record. `thing` None: deleted there, or not to be read (`fault` says why)."""

    identifier: str
    changed_at: datetime
    deleted: bool = False
    thing: Thing | None = None
    fault: str = ""


@value
class Batch:
    """One answer of a list. `answered_at` is the source's own clock, where the next harvest may begin."""

    records: tuple[Taken, ...]
    answered_at: datetime | None
    token: str = ""
    size: int | None = None  # of the whole list, as the source guesses


def nature(ask: Ask) -> Nature:
    """Two requests. Errors: BadAnswer, SourceRefused, and whatever `ask` raises."""
    found = _verb(ask({"verb": "Identify"}), "Identify")
    formats = _verb(ask({"verb": "ListMetadataFormats"}), "ListMetadataFormats")
    return Nature(
        name=text_of(found.find(_O + "repositoryName")),
        base=text_of(found.find(_O + "baseURL")),
        by_second="hh" in text_of(found.find(_O + "granularity")),
        keeps_deleted=text_of(found.find(_O + "deletedRecord")) == "persistent",
        formats=tuple(text_of(one) for one in formats.iter(_O + "metadataPrefix")),
    )


def best_format(source: Nature) -> str:
    """Errors: BadAnswer where it has none that we read."""
    for prefix in ("quyen", "oai_dc"):
        if prefix in source.formats:
            return prefix
    raise BadAnswer("Nguồn không cho định dạng nào Quyền đọc được (quyen, oai_dc).")


def harvest(ask: Ask, source: Nature, since: datetime | None, shelf: str = "") -> Iterator[Batch]:
    """All that was changed since then, batch by batch; nothing where nothing was. Errors: as `nature`.

    A source that hands out the same token twice in a row would go on for ever: BadAnswer."""
    arguments = {"verb": "ListRecords", "metadataPrefix": best_format(source)}
    if since:
        shape = "%Y-%m-%dT%H:%M:%SZ" if source.by_second else "%Y-%m-%d"
        arguments["from"] = since.astimezone(UTC).strftime(shape)
    if shelf:
        arguments["set"] = shelf
    seen: set[str] = set()
    for _page in range(MOST_PAGES):
        try:
            batch = read_batch(ask(arguments))
        except SourceRefused as refused:
            if refused.code == "noRecordsMatch":
                return
            raise
        yield batch
        if not batch.token:
            return
        if batch.token in seen:
            raise BadAnswer("Nguồn đưa lại đúng mã tiếp tục đã đưa, nên danh sách không bao giờ hết.")
        seen.add(batch.token)
        arguments = {"verb": "ListRecords", "resumptionToken": batch.token}
    raise BadAnswer(f"Nguồn có hơn {MOST_PAGES} trang; lần sau sẽ tiếp tục.")


def read_batch(content: bytes) -> Batch:
    """Errors: BadAnswer, SourceRefused."""
    found = _verb(content, "ListRecords")
    token = found.find(_O + "resumptionToken")
    size = "" if token is None else token.get("completeListSize", "")
    answered = found.getparent()
    return Batch(
        records=tuple(_taken(one) for one in found.iterfind(_O + "record")),
        answered_at=None if answered is None else moment(text_of(answered.find(_O + "responseDate"))),
        token=text_of(token),
        size=int(size) if size.isascii() and size.isdigit() and len(size) < 12 else None,
    )


def _verb(content: bytes, name: str) -> Element:
    root = parse(content)
    if root.tag != _O + "OAI-PMH":
        raise BadAnswer("Địa chỉ này không phải là cửa OAI-PMH.")
    error = root.find(_O + "error")
    if error is not None:
        raise SourceRefused(error.get("code", "?"), text_of(error)[:300].rstrip("."))
    found = root.find(_O + name)
    if found is None:
        raise BadAnswer(f"Câu trả lời của nguồn không có phần {name}.")
    return found


def _taken(record: Element) -> Taken:
    header = record.find(_O + "header")
    identifier = "" if header is None else text_of(header.find(_O + "identifier"))
    changed_at = None if header is None else moment(text_of(header.find(_O + "datestamp")))
    if header is None or not identifier or changed_at is None:
        return Taken(
            identifier, datetime.min.replace(tzinfo=UTC), fault="Bản ghi không có mã hoặc thời điểm."
        )
    if len(identifier) > LONGEST:
        return Taken(identifier, changed_at, fault="Mã của bản ghi quá dài.")
    if header.get("status") == "deleted":
        return Taken(identifier, changed_at, deleted=True)
    try:
        thing = _thing(record, identifier, changed_at)
    except BadAnswer as bad:
        return Taken(identifier, changed_at, fault=str(bad))
    return Taken(identifier, changed_at, thing=thing, fault="" if thing else "Bản ghi không có tên.")


def _thing(record: Element, identifier: str, changed_at: datetime) -> Thing | None:
    whole = record.find(f"{_O}metadata/{{{QUYEN}}}thing")
    if whole is not None:
        return from_full(whole, identifier, changed_at)
    dublin = record.find(f"{_O}metadata/{{{OAI_DC}}}dc")
    if dublin is None:
        raise BadAnswer("Bản ghi không ở định dạng đã hỏi.")
    return from_dublin(dublin, identifier, changed_at)
