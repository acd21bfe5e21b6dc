"""Tasks in running text: assignment sections, and sentences elsewhere that name their owner."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from quyen.core.reading.agencies import canonical_name, is_unit_list, leading_units, split_units, starts_verb
from quyen.core.reading.tasks.beginnings import CLOSING, PREFIX, Beginning, beginning
from quyen.core.reading.tasks.blocks import label_of
from quyen.core.reading.tasks.deadlines import find_deadline
from quyen.core.reading.tasks.items import Item
from quyen.core.reading.tasks.sentences import Owners, read_owners, together
from quyen.core.types import Span, Task, UnitName

# matched with small letters: _PREFIX, _ENFORCES, _EVERYBODY, _ANYONE, _ORDERS, _TOPIC, _DUTY
_PREFIX = re.compile(
    r"(?:(?:giao|đề\snghị|yêu\scầu|trách\snhiệm\scủa|nhiệm\svụ\scủa|đối\svới|phân\scông|về\sphía|kính\sđề\snghị|trân\strọng\sđề\snghị)(?:\scho)?\s?:?\s)"
)
_CLOSING = re.compile(
    r"(?:Trong\squá\strình|Quá\strình)\b.{0,160}?(?:vướng\smắc|khó\skhăn|phát\ssinh|điều\schỉnh|bổ\ssung)"
    r"|(?:Trường\shợp|Nếu)\b.{0,80}(?:vướng\smắc|khó\skhăn)|Trên\sđây\slà\b|Kế\shoạch\snày\s(?:thay|có|được)|(?:Quyết\sđịnh|Chỉ\sthị|Công\sđiện|Nghị\squyết)\snày\b"
    r"|\(?(?:[Cc]hi\stiết|[Dd]anh\smục|[Cc]ó|[Kk]èm)\b[^.;]{0,80}(?:kèm\stheo|[Pp]hụ\slục)"
    r"|(?:Nhận|Tiếp\snhận)\sđược\s(?:Kế\shoạch|Chỉ\sthị)",
)
_ENFORCES = re.compile(
    r"chịu\s(?:trách\snhiệm|trách\snhiêm)\s(?:thi\shành|tổ\schức\sthi\shành|thực\shiện)\s(?:quyết\sđịnh|chỉ\sthị|nghị\squyết|nghị\sđịnh|thông\stư|kế\shoạch|công\sđiện)"
)
_EVERYBODY = re.compile(
    r"(?:nghiêm\stúc|khẩn\strương|tổ\schức|triển\skhai|thực\shiện|nghiêm|hiệu\squả|chủ\sđộng|căn\scứ|theo\schức)"
)
_NOBODY = re.compile(
    r"(?:các\s)?(?:(?:cơ\squan|đơn\svị|tổ\schức|cá\snhân|địa\sphương|bên)(?:,\s|\svà\s)?)+(?:\s?(?:(?:có\s)?liên\squan|khác))?\Z",
    re.I,
)
_ANYONE = re.compile(
    r"\s?(?:được\s(?:giao|phân\scông)|chủ\strì\sthực\shiện\snhiệm|nêu\strên|có\strách\snhiệm\sthực\shiện\snghiêm)"
)
_ORDERS = re.compile(r"(?:yêu\scầu|chỉ\sthị|chỉ\sđạo|giao|quyết\snghị)\s?:\Z")
_CHARGED = re.compile(
    r"\s(?:có|chịu|thực\shiện|được\sgiao|với\s(?:vai|trách))\s?(?:nhiệm|trách|các|trò|chủ|nội)?"
)
_TOPIC = re.compile(
    r"\A(?:cơ\schế|kinh\sphí|chế\sđộ|công\stác|thời|phương|nguồn|giải\spháp|nhiệm|nội\sdung|về|trách|hình|kiểm|giám|sơ|tổng|khen|đối|các\sbước|lộ)"
    r"|trách\snhiệm|kinh\sphí|cơ\schế|chế\sđộ|báo\scáo|phối\shợp|thực\shiện|thông\stin|công\stác|hoạt\sđộng"
)
_DESCRIBED_OWNER = re.compile(
    r"((?!\d)[^\W\d_][^.;:]{3,90}?)\s(?:có\strách\snhiệm|chịu\strách\snhiệm|chủ\strì,?\sphối)\b"
)
_NO_OWNER = re.compile(
    r"(?:Việc|Trường\shợp|Trong|Khi|Nếu|Căn\scứ|Trên|Theo|Các\snội|Nội\sdung|Kinh\sphí|Người\sđứng|Định\skỳ|Hằng|Hàng|Để|Đơn\svị|Cơ\squan|Mọi|Từng|Tổ\schức,)"
)
_DUTY = re.compile(r"(?:trách\snhiệm|nhiệm\svụ)\scủa")
_LONG_NOTE = re.compile(r"\s?\([^()]{60,400}\)")
_DESCRIBED = re.compile(
    r"(?:(?!chủ\strì|phối\shợp|trách\snhiệm|thực\shiện|chỉ\sđạo|tổ\schức|xây\sdựng|căn\scứ)[^:;.]){1,80}(?=(:))"
)
_ACTS = re.compile(r"chủ trì|phối hợp|trách nhiệm|chủ động|theo chức năng")
_MONEY = re.compile(r"\W*[\d.,]+\s?(?:nghìn\s|ngàn\s|triệu\s|tỷ\s|tỉ\s)*(?:đồng|VN[ĐD]|USD|EUR|đô\sla)(?!\w)")
_COLON = re.compile(r"\s?(?:\([^()]{0,120}\)\s?)?:\s?")


class _Context(NamedTuple):
    """What a paragraph inherits: the units its headings name, and whether it stands in an assignment section."""

    lead: tuple[UnitName, ...] = ()
    coordinate: tuple[UnitName, ...] = ()
    assigns: bool = False


_NOTHING = _Context()
_NO_WORK = frozenset(("money", "report", "goals"))
_NAMED_WITHIN = 300  # letters before the colon behind a unit
_DEEPEST = 1_000_000
_SECTION = _Context(assigns=True)


class _Reader:
    def __init__(self, issuer: str | None) -> None:
        self.issuer = canonical_name(issuer).lower() if issuer else ""
        self.tasks: list[Task] = []
        self.open: list[tuple[Item | None, int]] = []  # tasks since the last label, with the item above them

    def label(self, item: Item) -> bool:
        """Gives the tasks just above the time or product that a labelled paragraph names for them."""
        found = label_of(item) if self.open else None
        if not found or found[0] not in ("time", "product", "other"):
            return False
        role, value = found
        near = (item, item.parent)
        above = [
            at
            for parent, at in self.open
            if any(parent is one for one in near) or (parent and parent.parent is item.parent)
        ]
        for at in above or [self.open[-1][1]]:
            if role == "time" and value:
                self.tasks[at] = replace(self.tasks[at], deadline=value)
            elif role == "product":
                self.tasks[at] = replace(self.tasks[at], product=value)
        if role == "time":
            self.open = []
        return True

    def read(self, item: Item, context: _Context) -> _Context:
        """Adds the task of one paragraph; gives what its children inherit."""
        text = item.text
        if not text or item.node.kind == "annex":
            return _NOTHING
        if item.label is not None and self.label(item):
            return context
        first = beginning(text)
        if _closes(item, first):
            return context
        opens = text[-1] == ":"
        heads = bool(item.children)
        if heads or opens or item.is_heading():
            heading = self.heading(item, context, first)
            if heading is not None:
                return heading
        if 0 <= item.colon < _NAMED_WITHIN and (first.names or first.kinds & PREFIX):
            named = self.named_before_colon(item, context, first)
            if named is not None:
                return named
        owners = read_owners(text, item.at.start, first)
        if heads and not opens and item.is_heading() and (owners is None or not owners.lead):
            return context
        return self.sentence(item, owners, context) if owners else self.unowned(item, context)

    # --- headings -----------------------------------------------------------------------------

    def heading(self, item: Item, context: _Context, first: Beginning) -> _Context | None:
        """The units of a paragraph that says nothing else; None where it says more."""
        start = _prefix_end(item.small, first)
        if start and item.small.startswith("đối") and not context.assigns:
            return None
        duty = start > 0 and _DUTY.match(item.small, 0, start) is not None
        if duty and _heads_units(item):
            return _SECTION
        body, offset = item.text[start:], item.at.start + start
        capitals = body.isupper()
        units: tuple[UnitName, ...] = ()
        if item.node.kind != "plain" if capitals else (start or first.names):
            units = is_unit_list(body, offset)
        if not units and context.assigns and item.children and item.is_heading():
            units = self.loose_heading(body, duty, offset)
            if not units and _among_units(item):
                units = split_units(body.rstrip(" :"), offset)
        if not units:
            return None
        return _Context(units, (), True)

    @staticmethod
    def loose_heading(body: str, duty: bool, offset: int) -> tuple[UnitName, ...]:
        """A heading in an assignment section that begins with a unit and describes it at length, or that
        says whose duty follows ("Trách nhiệm của ...")."""
        body = _LONG_NOTE.sub("", body) if "(" in body else body
        if duty:
            return split_units(body.rstrip(" :"), offset)
        units, end = leading_units(body, 0, offset=offset)
        if units and _CHARGED.match(body, end):
            return tuple(units)
        if not units or starts_verb(body, end) or _ACTS.search(body, end):
            return ()
        return split_units(body.rstrip(" :"), offset)

    def named_before_colon(self, item: Item, context: _Context, first: Beginning) -> _Context | None:
        """ "Sở A: làm việc B." — the unit leads, the text after the colon is the task."""
        text = item.text
        start, offset = _prefix_end(item.small, first), item.at.start
        units, end = leading_units(text, start, offset=offset)
        if not units:
            return None
        colon = _COLON.match(text, end)
        if not colon and context.assigns and (long := _DESCRIBED.match(text, end)):
            units = list(split_units(text[start : long.start(1)], offset + start))
            colon = _COLON.match(text, long.start(1))
        if not colon or colon.end() >= len(text):
            return None
        if item.section == "goals" or all(_is_nobody(unit.text) for unit in units):
            return None
        lead = tuple(units)
        words = text[colon.end() :]
        rest = Span(offset + colon.end(), item.at.end)
        coordinate = tuple(together(words, rest.start))
        if item.children and words.rstrip().endswith(":"):
            return _Context(lead, coordinate, True)
        self.add(item, rest, lead, coordinate)
        return _Context(lead, (), True)

    # --- sentences ----------------------------------------------------------------------------

    def unowned(self, item: Item, context: _Context) -> _Context:
        """A sentence that names nobody: the unit of its heading is asked."""
        text, start = item.text, item.at.start
        if text[-1] == ":":
            if not context.lead and _ORDERS.search(item.small):
                return _SECTION
            return _Context(context.lead, tuple(together(text, start)) or context.coordinate, context.assigns)
        lead = context.lead or (_described_owner(text, start) if context.assigns else ())
        if lead:
            self.add(item, item.at, lead, tuple(together(text, start)) or context.coordinate)
        return context

    def sentence(self, item: Item, owners: Owners, context: _Context) -> _Context:
        if item.text[-1] == ":":
            return self.lead_in(item, owners, context)
        lead = self.lead_of(item, owners, context)
        if not lead or self.is_farewell(item, owners, context):
            return context
        coordinate = tuple(owners.coordinate) or (() if owners.lead else context.coordinate)
        self.add(item, item.at, lead, _less(coordinate, lead if owners.lead else ()))
        if item.children and context.assigns and not context.lead and owners.lead and not owners.inner:
            return _Context(lead, (), True)  # the dashes below go on with what it is to do
        return context

    def lead_in(self, item: Item, owners: Owners, context: _Context) -> _Context:
        """A paragraph that ends in ":" is no task; those under it inherit what it says."""
        if owners.lead and not self.is_issuer(owners.lead):
            return _Context(tuple(owners.lead), tuple(owners.coordinate), True)
        if not context.lead and _ORDERS.search(item.small):
            return _Context((), (), True)
        return _Context(context.lead, tuple(owners.coordinate) or context.coordinate, context.assigns)

    def lead_of(self, item: Item, owners: Owners, context: _Context) -> tuple[UnitName, ...]:
        """Who is asked: the sentence's own subject before the heading's unit; () for nobody in particular."""
        own = tuple(owners.lead)
        if own and self.is_issuer(own) and not owners.works:
            own = ()
        nobody = bool(own) and all(_is_nobody(unit.text) for unit in own)
        if context.lead:
            return own if own and not nobody and not owners.inner else context.lead
        if context.assigns:
            own = own or _described_owner(item.text, item.at.start)
            return () if nobody and (_ANYONE.match(item.small, owners.end) or _names_persons(own)) else own
        if nobody or not own:
            return ()
        strong = owners.asked or owners.leads
        labelled = item.node.kind not in ("plain", "annex", "phan", "chuong", "muc")
        return own if strong or (labelled and all(_is_name(unit.text) for unit in own)) else ()

    def is_issuer(self, units: list[UnitName] | tuple[UnitName, ...]) -> bool:
        return bool(self.issuer) and all(unit.canonical.lower() == self.issuer for unit in units)

    @staticmethod
    def is_farewell(item: Item, owners: Owners, context: _Context) -> bool:
        """A last plain paragraph that asks everybody to carry the document out."""
        if item.node.kind != "plain" or not (owners.lead or owners.asked):
            return False
        if context.lead and {u.canonical.lower() for u in owners.lead} & {
            u.canonical.lower() for u in context.lead
        }:
            return False
        everybody = all(not _is_name(unit.text) or " các " in unit.text for unit in owners.lead)
        nobody = all(_is_nobody(unit.text) for unit in owners.lead)
        return everybody and (owners.asked or nobody) and _EVERYBODY.search(item.small) is not None

    def add(self, item: Item, at: Span, lead: tuple[UnitName, ...], coordinate: tuple[UnitName, ...]) -> None:
        text, small = item.text, item.small
        if at.start > item.at.start:
            begun = at.start - item.at.start
            text, small = text[begun:], small[begun:]
        words = text.strip(" ")
        if words.count(" ") < 2 or (words[:1].isdecimal() and _MONEY.match(words)):
            return  # a word or two ask nothing, nor does a sum of money
        deadline = find_deadline(text, at.start, small)
        self.open.append((item.parent, len(self.tasks)))
        self.tasks.append(Task(words, at, item.number, lead, coordinate, deadline))


def assignment_tasks(items: Sequence[Item], issuer: str | None) -> list[Task]:
    """The tasks of the paragraphs that no block has used, in document order."""
    reader = _Reader(issuer)
    contexts = [_NOTHING]  # what paragraphs inherit, by their depth
    passed = _DEEPEST  # nothing below this depth is looked at
    for item in items:
        depth = item.depth
        if depth > passed:
            continue
        passed = _DEEPEST
        section, context = item.section, contexts[depth]
        if section == "skip":
            passed = depth
            continue
        if section in _NO_WORK and not (context.lead and section != "goals"):
            context = _NOTHING
        elif not item.used:
            if section == "assigns" and not context.assigns:
                context = _Context(context.lead, context.coordinate, True)
            context = reader.read(item, context)
        if item.children:
            contexts[depth + 1 :] = (context,)
    return reader.tasks


def _prefix_end(small: str, first: Beginning) -> int:
    """Where the words after "Giao", "Trách nhiệm của" ... begin; 0 where none of these opens the text."""
    prefix = _PREFIX.match(small) if first.kinds & PREFIX else None
    return prefix.end() if prefix else 0


def _closes(item: Item, first: Beginning) -> bool:
    """A paragraph of the form's last words: whom to ask, who carries the document out."""
    if first.kinds & CLOSING and _CLOSING.match(item.text):
        return True
    small = item.small
    if "chịu" not in small:
        return False  # as it is with most
    at = small.find("chịu")
    while at >= 0:
        if _ENFORCES.match(small, at):
            return True
        at = small.find("chịu", at + 1)
    return False


def _described_owner(text: str, offset: int) -> tuple[UnitName, ...]:
    """An owner that is no agency: "Chủ các công trình ... chịu trách nhiệm ..."."""
    if "trách" not in text and "trì" not in text:
        return ()
    found = _DESCRIBED_OWNER.match(text)
    if not found or starts_verb(text, 0) or _NO_OWNER.match(text) or leading_units(text, 0)[0]:
        return ()
    words = found[1]
    return (UnitName(" ".join(words.split()), canonical_name(words), Span(offset, offset + len(words))),)


def _among_units(item: Item) -> bool:
    """Whether a short heading stands among headings that are units: it is one too, though unknown."""
    if len(item.text) > 100 or not item.parent or _TOPIC.search(item.small) or starts_verb(item.text, 0):
        return False
    return not _begins_with_unit(item.text, item.small, small=True) and _heads_units(item.parent)


def _heads_units(item: Item) -> bool:
    """Whether several of the paragraphs right under a heading begin with a unit of their own."""
    if item.heads_units is None:
        named = (
            _begins_with_unit(child.text[:160], child.small[:160], small=False)
            for child in item.children[:20]
        )
        item.heads_units = sum(named) >= 2
    return item.heads_units


def _begins_with_unit(text: str, words: str, *, small: bool) -> bool:
    """Whether a unit opens the text, "Giao", "Trách nhiệm của" ... aside; `words`: in small letters."""
    prefix = _PREFIX.search(words)
    if prefix:
        text = text[: prefix.start()] + text[prefix.end() :]
    return bool(leading_units(text, 0, small=small)[0])


@lru_cache(maxsize=1024)
def _is_nobody(unit: str) -> bool:
    """ "các cơ quan, đơn vị liên quan", "đơn vị được giao": nobody that could be asked."""
    return _NOBODY.match(unit) is not None


@lru_cache(maxsize=1024)
def _is_name(unit: str) -> bool:
    """Whether a unit is one agency or one kind of agency, not a group such as "các sở, ban, ngành"."""
    if unit.lower().startswith(("các ", "những ", "toàn thể ", "mọi ")):
        return False
    return not re.match(r"(?:sở|ban|bộ|cơ quan|đơn vị|thủ trưởng|giám đốc)\s?(?:,|các\b)", unit, re.I)


def _names_persons(units: tuple[UnitName, ...]) -> bool:
    """ "các cơ quan, tổ chức, cá nhân": everybody whom a rule binds."""
    return any("cá nhân" in unit.text.lower() for unit in units)


def _less(units: tuple[UnitName, ...], others: tuple[UnitName, ...]) -> tuple[UnitName, ...]:
    if not units or not others:
        return units
    known = {unit.canonical.lower() for unit in others}
    return tuple(unit for unit in units if unit.canonical.lower() not in known)
