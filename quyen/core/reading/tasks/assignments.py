"""Tasks in running text: assignment sections, and sentences elsewhere that name their owner."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from quyen.core.reading.agencies import canonical_name, is_unit_list, leading_units, split_units, starts_verb
from quyen.core.reading.tasks.blocks import label_of
from quyen.core.reading.tasks.deadlines import find_deadline
from quyen.core.reading.tasks.items import Item
from quyen.core.reading.tasks.sentences import Owners, read_owners
from quyen.core.types import Document, Span, Task, UnitName

_PREFIX = re.compile(
    r"(?:(?:Giao|Đề\snghị|Yêu\scầu|Trách\snhiệm\scủa|Nhiệm\svụ\scủa|Đối\svới|Phân\scông|Về\sphía|Kính\sđề\snghị|Trân\strọng\sđề\snghị)(?:\scho)?\s?:?\s)",
    re.I,
)
_CLOSING = re.compile(
    r"(?:Trong\squá\strình|Quá\strình)\b.{0,160}?(?:vướng\smắc|khó\skhăn|phát\ssinh|điều\schỉnh|bổ\ssung)"
    r"|(?:Trường\shợp|Nếu)\b.{0,80}(?:vướng\smắc|khó\skhăn)|Trên\sđây\slà\b|Kế\shoạch\snày\s(?:thay|có|được)|(?:Quyết\sđịnh|Chỉ\sthị|Công\sđiện|Nghị\squyết)\snày\b"
    r"|\(?(?:[Cc]hi\stiết|[Dd]anh\smục|[Cc]ó|[Kk]èm)\b[^.;]{0,80}(?:kèm\stheo|[Pp]hụ\slục)"
    r"|(?:Nhận|Tiếp\snhận)\sđược\s(?:Kế\shoạch|Chỉ\sthị)",
)
_ENFORCES = re.compile(
    r"chịu\s(?:trách\snhiệm|trách\snhiêm)\s(?:thi\shành|tổ\schức\sthi\shành|thực\shiện)\s(?:Quyết\sđịnh|Chỉ\sthị|Nghị\squyết|Nghị\sđịnh|Thông\stư|Kế\shoạch|Công\sđiện)",
    re.I,
)
_EVERYBODY = re.compile(
    r"(?:nghiêm\stúc|khẩn\strương|tổ\schức|triển\skhai|thực\shiện|nghiêm|hiệu\squả|chủ\sđộng|căn\scứ|theo\schức)",
    re.I,
)
_NOBODY = re.compile(
    r"(?:các\s)?(?:(?:cơ\squan|đơn\svị|tổ\schức|cá\snhân|địa\sphương|bên)(?:,\s|\svà\s)?)+(?:\s?(?:(?:có\s)?liên\squan|khác))?\Z",
    re.I,
)
_ANYONE = re.compile(
    r"\s?(?:được\s(?:giao|phân\scông)|chủ\strì\sthực\shiện\snhiệm|nêu\strên|có\strách\snhiệm\sthực\shiện\snghiêm)",
    re.I,
)
_ORDERS = re.compile(r"(?:yêu\scầu|chỉ\sthị|chỉ\sđạo|giao|quyết\snghị)\s?:\Z", re.I)
_CHARGED = re.compile(
    r"\s(?:có|chịu|thực\shiện|được\sgiao|với\s(?:vai|trách))\s?(?:nhiệm|trách|các|trò|chủ|nội)?"
)
_TOPIC = re.compile(
    r"\A(?:Cơ\schế|Kinh\sphí|Chế\sđộ|Công\stác|Thời|Phương|Nguồn|Giải\spháp|Nhiệm|Nội\sdung|Về|Trách|Hình|Kiểm|Giám|Sơ|Tổng|Khen|Đối|Các\sbước|Lộ)"
    r"|trách\snhiệm|kinh\sphí|cơ\schế|chế\sđộ|báo\scáo|phối\shợp|thực\shiện|thông\stin|công\stác|hoạt\sđộng",
    re.I,
)
_DESCRIBED_OWNER = re.compile(
    r"((?!\d)[^\W\d_][^.;:]{3,90}?)\s(?:có\strách\snhiệm|chịu\strách\snhiệm|chủ\strì,?\sphối)\b"
)
_NO_OWNER = re.compile(
    r"(?:Việc|Trường\shợp|Trong|Khi|Nếu|Căn\scứ|Trên|Theo|Các\snội|Nội\sdung|Kinh\sphí|Người\sđứng|Định\skỳ|Hằng|Hàng|Để|Đơn\svị|Cơ\squan|Mọi|Từng|Tổ\schức,)"
)
_DUTY = re.compile(r"(?:trách\snhiệm|nhiệm\svụ)\scủa", re.I)
_LONG_NOTE = re.compile(r"\s?\([^()]{60,400}\)")
_DESCRIBED = re.compile(
    r"(?:(?!chủ\strì|phối\shợp|trách\snhiệm|thực\shiện|chỉ\sđạo|tổ\schức|xây\sdựng|căn\scứ)[^:;.]){1,80}(?=(:))"
)
_COLON = re.compile(r"\s?(?:\([^()]{0,120}\)\s?)?:\s?")


@dataclass(frozen=True, slots=True)
class _Context:
    """What a paragraph inherits: the units its headings name, and whether it stands in an assignment section."""

    lead: tuple[UnitName, ...] = ()
    coordinate: tuple[UnitName, ...] = ()
    assigns: bool = False


class _Reader:
    def __init__(self, document: Document, issuer: str | None) -> None:
        self.document = document
        self.issuer = canonical_name(issuer).lower() if issuer else ""
        self.tasks: list[Task] = []
        self.open: list[tuple[Item | None, int]] = []  # tasks since the last label, with the item above them

    def label(self, item: Item) -> bool:
        """Gives the tasks just above the time or product that a labelled paragraph names for them."""
        found = label_of(self.document, item)
        if not found or found[0] not in ("time", "product", "other") or not self.open:
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

    def visit(self, item: Item, context: _Context) -> None:
        below = context
        if item.section == "skip":
            return
        if item.section in ("money", "report", "goals") and not (context.lead and item.section != "goals"):
            context = _Context()
        elif not item.used:
            context = _Context(context.lead, context.coordinate, context.assigns or item.section == "assigns")
            below = self.read(item, context)
            context = below
        for child in item.children:
            self.visit(child, context)

    def read(self, item: Item, context: _Context) -> _Context:
        """Adds the task of one paragraph; gives what its children inherit."""
        text = item.text
        if not text or item.node.kind == "annex":
            return _Context()
        if self.label(item):
            return context
        if _CLOSING.match(text) or _ENFORCES.search(text):
            return context
        if item.children or item.is_heading() or text.endswith(":"):
            heading = self.heading(item, context)
            if heading is not None:
                return heading
        named = self.named_before_colon(item, context)
        if named is not None:
            return named
        if item.is_heading() and item.children and not text.endswith(":") and not read_owners(text).lead:
            return context
        return self.sentence(item, context)

    # --- headings -----------------------------------------------------------------------------

    def heading(self, item: Item, context: _Context) -> _Context | None:
        """The units of a paragraph that says nothing else; None where it says more."""
        text = self.document.cut(item.at)
        prefix = _PREFIX.match(text)
        start = prefix.end() if prefix else 0
        if prefix and prefix[0].lower().startswith("đối") and not context.assigns:
            return None
        body = text[start:]
        if prefix and _DUTY.match(prefix[0]) and _heads_units(item):
            return _Context(assigns=True)
        units = is_unit_list(body) if item.node.kind != "plain" or not body.isupper() else ()
        if not units and context.assigns and item.children and item.is_heading():
            units = self.loose_heading(body, bool(prefix and _DUTY.match(prefix[0])))
        if not units and context.assigns and item.children and item.is_heading() and _among_units(item):
            units = split_units(body.rstrip(" :"))
        if not units:
            return None
        return _Context(_moved(units, item.at.start + start), (), True)

    @staticmethod
    def loose_heading(body: str, duty: bool) -> tuple[UnitName, ...]:
        """A heading in an assignment section that begins with a unit and describes it at length, or that
        says whose duty follows ("Trách nhiệm của ...")."""
        body = _LONG_NOTE.sub("", body)
        units, end = leading_units(body, 0)
        if duty:
            return split_units(body.rstrip(" :"))
        if units and _CHARGED.match(body, end):
            return tuple(units)
        if (
            not units
            or starts_verb(body, end)
            or re.search(r"chủ trì|phối hợp|trách nhiệm|chủ động|theo chức năng", body[end:])
        ):
            return ()
        return split_units(body.rstrip(" :"))

    def named_before_colon(self, item: Item, context: _Context) -> _Context | None:
        """ "Sở A: làm việc B." — the unit leads, the text after the colon is the task."""
        text = self.document.cut(item.at)
        if ":" not in text[:300]:
            return None
        prefix = _PREFIX.match(text)
        start = prefix.end() if prefix else 0
        units, end = leading_units(text, start)
        colon = _COLON.match(text, end) if units else None
        if units and not colon and context.assigns and (long := _DESCRIBED.match(text, end)):
            units = list(split_units(text[start : long.start(1)], start))
            colon = _COLON.match(text, long.start(1))
        if not colon or colon.end() >= len(text):
            return None
        lead = _moved(tuple(units), item.at.start)
        rest = Span(item.at.start + colon.end(), item.at.end)
        if item.section == "goals" or self.is_nobody(units, text, colon.end()):
            return None
        inner = _Context(lead, (), True)
        words = self.document.cut(rest)
        owners = read_owners(words, rest.start)
        if words.rstrip().endswith(":") and item.children:
            return _Context(lead, tuple(owners.coordinate), True)
        self.add(item, rest, lead, tuple(owners.coordinate))
        return inner

    # --- sentences ----------------------------------------------------------------------------

    def sentence(self, item: Item, context: _Context) -> _Context:
        text = item.text
        raw = self.document.cut(item.at)
        owners = read_owners(raw, item.at.start)
        if text.endswith(":"):
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
        if _ORDERS.search(item.text) and not context.lead:
            return _Context((), (), True)
        return _Context(context.lead, tuple(owners.coordinate) or context.coordinate, context.assigns)

    def lead_of(self, item: Item, owners: Owners, context: _Context) -> tuple[UnitName, ...]:
        """Who is asked: the sentence's own subject before the heading's unit; () for nobody in particular."""
        raw = self.document.cut(item.at)
        own = tuple(owners.lead)
        if own and self.is_issuer(own) and not owners.works:
            own = ()
        nobody = bool(own) and self.is_nobody(list(own), raw, owners.end)
        if context.lead:
            return own if own and not nobody and not owners.inner else context.lead
        if context.assigns:
            own = own or _described_owner(raw, item.at.start)
            return () if nobody and (_ANYONE.match(raw, owners.end) or _names_persons(own)) else own
        if nobody or not own:
            return ()
        strong = owners.asked or owners.leads
        labelled = item.node.kind not in ("plain", "annex", "phan", "chuong", "muc")
        return own if strong or (labelled and all(_is_name(unit) for unit in own)) else ()

    def is_issuer(self, units: list[UnitName] | tuple[UnitName, ...]) -> bool:
        return bool(self.issuer) and all(unit.canonical.lower() == self.issuer for unit in units)

    @staticmethod
    def is_nobody(units: list[UnitName], text: str, end: int) -> bool:
        """ "các cơ quan, đơn vị liên quan", "đơn vị được giao": nobody that could be asked."""
        return all(_NOBODY.match(unit.text) for unit in units)

    @staticmethod
    def is_farewell(item: Item, owners: Owners, context: _Context) -> bool:
        """A last plain paragraph that asks everybody to carry the document out."""
        if item.node.kind != "plain" or not (owners.lead or owners.asked):
            return False
        if context.lead and {u.canonical.lower() for u in owners.lead} & {
            u.canonical.lower() for u in context.lead
        }:
            return False
        everybody = all(not _is_name(unit) or " các " in unit.text for unit in owners.lead)
        nobody = all(_NOBODY.match(unit.text) for unit in owners.lead)
        return everybody and (owners.asked or nobody) and _EVERYBODY.search(item.text) is not None

    def add(self, item: Item, at: Span, lead: tuple[UnitName, ...], coordinate: tuple[UnitName, ...]) -> None:
        text = " ".join(self.document.cut(at).split())
        if len(text.split()) < 3:
            return
        deadline = find_deadline(self.document.cut(at), at.start)
        self.open.append((item.parent, len(self.tasks)))
        self.tasks.append(
            Task(text=text, at=at, no=item.number, lead=lead, coordinate=coordinate, deadline=deadline)
        )


def assignment_tasks(document: Document, items: list[Item], issuer: str | None) -> list[Task]:
    """The tasks of the paragraphs that no block has used, in document order."""
    reader = _Reader(document, issuer)
    for item in items:
        reader.visit(item, _Context())
    return reader.tasks


def _described_owner(text: str, offset: int) -> tuple[UnitName, ...]:
    """An owner that is no agency: "Chủ các công trình ... chịu trách nhiệm ..."."""
    found = _DESCRIBED_OWNER.match(text)
    if not found or starts_verb(text, 0) or _NO_OWNER.match(text) or leading_units(text, 0)[0]:
        return ()
    words = found[1]
    return (UnitName(" ".join(words.split()), canonical_name(words), Span(offset, offset + len(words))),)


def _among_units(item: Item) -> bool:
    """Whether a short heading stands among headings that are units: it is one too, though unknown."""
    if len(item.text) > 100 or _TOPIC.search(item.text) or starts_verb(item.text, 0) or not item.parent:
        return False
    if leading_units(_PREFIX.sub("", item.text, count=1), 0)[0]:
        return False
    return _heads_units(item.parent)


def _heads_units(item: Item) -> bool:
    """Whether several of the paragraphs right under a heading begin with a unit of their own."""
    beginnings = (_PREFIX.sub("", child.text[:160], count=1) for child in item.children[:20])
    return sum(bool(leading_units(words, 0, small=False)[0]) for words in beginnings) >= 2


def _is_name(unit: UnitName) -> bool:
    """Whether a unit is one agency or one kind of agency, not a group such as "các sở, ban, ngành"."""
    text = unit.text
    if text.lower().startswith(("các ", "những ", "toàn thể ", "mọi ")):
        return False
    return not re.match(r"(?:sở|ban|bộ|cơ quan|đơn vị|thủ trưởng|giám đốc)\s?(?:,|các\b)", text, re.I)


def _names_persons(units: tuple[UnitName, ...]) -> bool:
    """ "các cơ quan, tổ chức, cá nhân": everybody whom a rule binds."""
    return any("cá nhân" in unit.text.lower() for unit in units)


def _moved(units: tuple[UnitName, ...], offset: int) -> tuple[UnitName, ...]:
    return tuple(
        UnitName(unit.text, unit.canonical, Span(unit.at.start + offset, unit.at.end + offset))
        for unit in units
    )


def _less(units: tuple[UnitName, ...], others: tuple[UnitName, ...]) -> tuple[UnitName, ...]:
    known = {unit.canonical.lower() for unit in others}
    return tuple(unit for unit in units if unit.canonical.lower() not in known)
