"""Labelled blocks: what is to be done, then "Cơ quan chủ trì: ...", "Phối hợp: ...", "Thời gian: ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quyen.core.reading.agencies import split_units
from quyen.core.reading.tasks.deadlines import find_deadline
from quyen.core.reading.tasks.items import Field, Item
from quyen.core.reading.tasks.shares import share_out
from quyen.core.types import Document, Fact, Span, Task, UnitName

_WHO = r"(?:(?:các\s)?(?:cơ\squan|đơn\svị|tổ\schức|bộ\sphận|sở,\sngành|địa\sphương|cấp)(?:,\s(?:đơn\svị|địa\sphương|tổ\schức))?\s)"
_LABELS: tuple[tuple[str, str], ...] = (
    ("coordinate", rf"{_WHO}?phối\shợp(?:\s(?:thực\shiện|với|cùng|tham\smưu|chính|triển\skhai)){{0,3}}"),
    (
        "lead",
        rf"(?:{_WHO}(?:đầu\smối,?\s)?(?:được\sgiao\s)?(?:chủ\strì|thực\shiện|đầu\smối|chịu\strách\snhiệm|tham\smưu|triển\skhai|được\sgiao)"
        rf"|chủ\strì|(?:đơn\svị\s)?đầu\smối|phân\scông(?:\sthực\shiện|\snhiệm\svụ)?|trách\snhiệm\sthực\shiện|(?:cơ\squan|đơn\svị))"
        rf"(?:\s(?:và|tham\smưu|thực\shiện|chính|triển\skhai|tổ\schức|nhiệm\svụ|chịu\strách\snhiệm|trình)){{0,4}}",
    ),
    ("time", r"(?:thời\s(?:gian|hạn|điểm)|tiến\sđộ|lộ\strình|hoàn\sthành|thời\sgian,\stiến\sđộ)(?:\s(?!là)[\w,]+){0,5}"),
    ("product", r"(?:sản\sphẩm|kết\squả|đầu\sra)(?:\s[\w,]+){0,5}"),
    ("task", r"(?:tên\s)?(?:nhiệm\svụ|nội\sdung|công\sviệc|hoạt\sđộng)(?:\s(?:công\sviệc|nhiệm\svụ|thực\shiện|hoạt\sđộng|cụ\sthể|triển\skhai|chính|chủ\syếu)){0,3}"),
    ("other", r"(?:kinh\sphí|nguồn\skinh\sphí|địa\sđiểm|đối\stượng|thành\sphần|hình\sthức|số\slượng|quy\smô|phạm\svi)(?:\s[\w,]+){0,4}"),
)  # fmt: skip
_LABEL = re.compile(
    r"[-+•\s]*(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _LABELS) + r")\s?:\s*"
)
_INLINE = re.compile(
    r"(?:\A|(?<=[.;,(]\s)|(?<=[(\n])|(?<=[.;]))(?:(?P<coordinate>(?:(?:cơ\squan|đơn\svị)\s)?phối\shợp(?:\sthực\shiện)?)"
    r"|(?P<lead>(?:cơ\squan|đơn\svị)\s(?:chủ\strì|thực\shiện|đầu\smối)(?:\sthực\shiện)?|chủ\strì)"
    r"|(?P<time>thời\s(?:gian|hạn)(?:\s(?:thực\shiện|hoàn\sthành))?|hoàn\sthành)|(?P<product>sản\sphẩm|kết\squả))\s?:\s*"
)
_LABEL_WITHIN = 90  # letters before the colon of a label
_HAS_INLINE = re.compile(
    r"(?:chủ\strì|đơn\svị\sthực\shiện|cơ\squan\sthực\shiện|đầu\smối)(?:\sthực\shiện)?\s?:"
)


def block_tasks(document: Document, items: Sequence[Item]) -> list[Task]:
    """The blocks of a document, whose paragraphs are then marked as used. `items` in document order."""
    with_colon = [at for at, item in enumerate(items) if item.colon >= 0]  # the others are no labels
    for at in with_colon:
        item = items[at]
        if item.colon < _LABEL_WITHIN:
            item.label = _field(document, item)
    tasks: list[Task] = []
    floor = past = 0
    for at in with_colon:
        item = items[at]
        if at < past or item.section == "skip":
            continue
        if item.label is None:
            task = _inline_task(item)
            if task:
                tasks.append(task)
                item.used = True
            continue
        if item.label.role == "task":
            continue  # the text of a block, found again when its labels are reached
        run = _run(items, at)
        past = at + len(run)
        task = _block(document, items, run, at, floor)
        if task:
            tasks.append(task)
            for item in items[at:past]:
                item.used = True
            floor = past
    return tasks


def _run(items: Sequence[Item], at: int) -> list[Field]:
    """The labels that follow one another, up to the next that says what is to be done."""
    run: list[Field] = []
    while at < len(items) and (found := items[at].label) is not None and found.role != "task":
        run.append(found)
        at += 1
    return run


def label_of(item: Item) -> tuple[str, Fact | None] | None:
    """The role of a paragraph that is a label ("time", "product", "coordinate" ...) and its value."""
    return (item.label.role, _value(item.label)) if item.label else None


def _field(document: Document, item: Item) -> Field | None:
    found = _LABEL.match(item.small)
    if not found:
        return None
    at = Span(item.at.start + found.end(), item.at.end)
    return Field(str(found.lastgroup), document.cut(at), at)


def _block(
    document: Document,
    items: Sequence[Item],
    run: list[Field],
    at: int,
    floor: int,
) -> Task | None:
    lead = _units(run, "lead")
    if not lead:
        return None
    body = _body(items, at, floor)
    if body is None:
        return None
    first, last, start = body
    place = Span(start, items[last].at.end)
    for item in items[first : last + 1]:
        item.used = True
    text = " ".join(document.cut(place).split())
    time = next((part for part in run if part.role == "time" and part.text.strip()), None)
    return Task(
        text=text,
        at=place,
        no=items[first].number,
        lead=lead,
        coordinate=_units(run, "coordinate"),
        deadline=_value(time) if time else find_deadline(document.cut(place), place.start),
        product=_value(next((part for part in run if part.role == "product"), None)),
    )


def _units(run: list[Field], role: str) -> tuple[UnitName, ...]:
    """The units of one role; a lead's value may name the coordinating units too."""
    found: list[UnitName] = []
    for part in run:
        if part.role == "lead" and part.text:
            found.extend(share_out(part.text, part.at.start)[role == "coordinate"])
        elif part.role == role and part.text:
            found.extend(split_units(part.text, part.at.start))
    return tuple(found)


def _value(part: Field | None) -> Fact | None:
    """The words of a label's value, without the full stop of the line."""
    if part is None:
        return None
    words = part.text.rstrip(" .;")
    return Fact(" ".join(words.split()), Span(part.at.start, part.at.start + len(words))) if words else None


def _body(items: Sequence[Item], at: int, floor: int) -> tuple[int, int, int] | None:
    """First and last item of what the labels at `at` belong to, and where its words begin."""
    last = at - 1
    while last >= floor and (above := items[last].label) is not None and above.role != "task":
        last -= 1
    first = last + 1
    for here in range(last, floor - 1, -1):
        item = items[here]
        label = item.label
        if label is not None:
            if label.role == "task":
                return (
                    (here, last, label.at.start) if label.text else (here + 1, last, items[here + 1].at.start)
                )
            break
        if item.used or item.section == "skip":
            break
        if item.node.kind in ("dash", "plus", "plain") and not _heads(item):
            first = here
            continue
        if not _heads(item) or first > last:
            first = here
        break
    return (first, last, items[first].at.start) if first <= last else None


def _heads(item: Item) -> bool:
    """A line that heads the block's text: without an end, or printed in bold under a number."""
    listed = item.node.kind in ("dash", "plus", "plain")
    return (item.is_heading() and (item.bold or not listed)) or (item.bold and not listed)


def _inline_task(item: Item) -> Task | None:
    """A paragraph that carries its labels itself: "... (Cơ quan chủ trì: Sở A; thời gian: quý II)."."""
    text = item.text
    small = item.small
    if not (("trì" in small or "hiện" in small or "mối" in small) and _HAS_INLINE.search(small)):
        return None
    marks = list(_INLINE.finditer(item.small))
    if not marks or marks[0].start() < 12:
        return None
    run: list[Field] = []
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        end = following.start() if following else len(text)
        value = text[mark.end() : end].rstrip(" .;,()")
        start = item.at.start + mark.end()
        run.append(Field(str(mark.lastgroup), value, Span(start, start + len(value))))
    lead = _units(run, "lead")
    if not lead:
        return None
    words = text[: marks[0].start()].rstrip(" (")
    time = next((part for part in run if part.role == "time"), None)
    return Task(
        text=" ".join(words.split()),
        at=Span(item.at.start, item.at.start + len(words)),
        no=item.number,
        lead=lead,
        coordinate=_units(run, "coordinate"),
        deadline=_value(time) if time else find_deadline(words, item.at.start),
        product=_value(next((part for part in run if part.role == "product"), None)),
    )
