"""The stages in their order: lines, paragraphs, items, States, the position of each, doubts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from quyen.core.recommendations.doubts import item_doubts, paragraph_doubts
from quyen.core.recommendations.flowing import without_notes
from quyen.core.recommendations.items import Part, split_items
from quyen.core.recommendations.lines import lines_of
from quyen.core.recommendations.matrix import Row, matrix_rows
from quyen.core.recommendations.observations import find_observations, is_concluding
from quyen.core.recommendations.paragraphs import paragraphs_of
from quyen.core.recommendations.report import Doubt, Item, Report, Status
from quyen.core.recommendations.states import Group, groups_of
from quyen.core.recommendations.status import status_of
from quyen.core.types import RawDocument, value

_ASKS = re.compile(r"\brecommend", re.I)
_OWN = re.compile(r"\bpledge|\bcommitments?\b|\bundert[ao]", re.I)
_ELSEWHERE = re.compile(r"\bin (?:the present report (?:in|at) )?paragraphs? \d", re.I)
_CLOSING = re.compile(r"[\s;,*]*(?:\band)?[\s;,*]*$")
_ADJOINS = re.compile(r"[\s,;/]*(?:and)?\s*")
_NOBODY = re.compile(r"\s*\(none\)(?=[\s;.,]*$)", re.I)  # so a list says that no State stands behind an item
_TAIL = re.compile(r"[\s;.,:*”\"']*(?:and)?[\s;.,*]*")


@value
class _Listed:
    """A paragraph with its parts, and the position that its own words express."""

    number: str
    head: str
    parts: tuple[Part, ...]
    status: Status


def find_recommendations(raw: RawDocument) -> Report:
    """All recommendations of a report with the doubts about them. Never raises for bad text; deterministic."""
    rows = matrix_rows(raw)
    if rows:
        return _of_matrix(rows)
    lines = lines_of(raw)
    return _of_treaty_body(lines, raw.notes) if is_concluding(lines) else _of_report(lines, raw.notes)


def _of_treaty_body(lines: list[str], notes: Iterable[str]) -> Report:
    items = find_observations(lines)
    doubts = [Doubt("reader", note) for note in notes]
    return Report(tuple(items), tuple(doubts if items else [*doubts, Doubt("nothing_found", _NOTHING)]))


def _of_matrix(rows: list[Row]) -> Report:
    """Each row has its own position; themes order the rows, so their numbers are not questioned."""
    items: list[Item] = []
    doubts: list[Doubt] = []
    for row in rows:
        listed = _Listed(row.paragraph, "", (), row.status)
        item, left = _item(listed, Part(row.number, 0, row.words))
        items.append(item)
        doubts += item_doubts(item, row.words, left)
        if row.partly:
            doubts.append(Doubt("partly", _PARTLY, row.number, row.paragraph))
    return Report(tuple(items), tuple(doubts))


_PARTLY = "Bảng ghi chấp nhận một phần (Supported/Noted); cần xem phần nào được chấp nhận."


def _of_report(lines: list[str], notes: Iterable[str]) -> Report:
    listed = _with_later_words([_listed(one.number, one.text) for one in paragraphs_of(lines)])
    items: list[Item] = []
    doubts = [Doubt("reader", note) for note in notes]
    for one in listed:
        if not one.parts:
            continue
        found = [_item(one, part) for part in one.parts]
        items += [item for item, _ in found]
        doubts += paragraph_doubts(one.number, one.head, one.status, list(one.parts))
        for (item, left), part in zip(found, one.parts, strict=True):
            doubts += item_doubts(item, part.text, left)
    if not items:
        doubts.append(Doubt("nothing_found", _NOTHING))
    return Report(_as_later_said(items, listed), tuple(doubts))


_NOTHING = (
    "Không thấy khuyến nghị nào. Hãy kiểm tra xem đây có phải báo cáo của Nhóm làm việc về UPR bằng tiếng Anh, có phần"
    " “Conclusions and/or recommendations” hay không."
)


def _listed(number: str, text: str) -> _Listed:
    head, parts = split_items(number, text)
    if parts and parts[0].own and "." in parts[0].number:
        number = parts[0].number.split(".")[0]
    if parts and "." not in parts[0].number and not _lists_recommendations(head, parts):
        head, parts = f"{head} {' '.join(part.text for part in parts)}".strip(), []
    return _Listed(number, head, tuple(parts), status_of(head))


def _lists_recommendations(head: str, parts: list[Part]) -> bool:
    """A list of bare numbers or letters may also hold what the State itself undertakes, or its notes on what stands in
    other paragraphs."""
    if not parts[0].number and _ELSEWHERE.search(head):
        return False
    if _ASKS.search(head):
        return not re.search(r"\bvoluntary (?:pledge|commitment)", head, re.I)
    return status_of(head) is not Status.UNCLEAR and not _OWN.search(head)


# --- positions said in a later paragraph ---------------------------------------------------------


def _with_later_words(listed: list[_Listed]) -> list[_Listed]:
    """A list whose own words say nothing of the position has that of the next paragraph that speaks of the
    recommendations without listing any ("The responses of ... will be included in the outcome report")."""
    out: list[_Listed] = []
    later = Status.UNCLEAR
    for one in reversed(listed):
        if not one.parts:
            if _ASKS.search(one.head) and not (_NAMED.search(one.head) or _ELSEWHERE.search(one.head)):
                later = one.status if one.status is not Status.UNCLEAR else later
        elif one.status is Status.UNCLEAR:
            one = _Listed(one.number, one.head, one.parts, later)
        out.append(one)
    return out[::-1]


_NAMED = re.compile(r"\b\d{1,3}\.\d{1,3}\b|\b(?:recommendations?|numbers?|nos?\.?) \(?(?:\d|[a-z]\))")
_NUMBERS = re.compile(r"\b(\d{1,3}\.\d{1,3})\b(?:\s*(?:–|-|to|through)\s*(\d{1,3}\.\d{1,3})\b)?")


def _as_later_said(items: list[Item], listed: list[_Listed]) -> tuple[Item, ...]:
    """ "... considers that recommendations 118.3 and 118.5 above have already been implemented"."""
    said: dict[str, Status] = {}
    order = [item.number for item in items]
    for one in listed:
        if not one.parts and one.status is not Status.UNCLEAR:
            for first, last in _NUMBERS.findall(one.head):
                said |= dict.fromkeys(_between(order, first, last or first), one.status)
    return tuple(
        Item(item.number, item.text, item.states, said.get(item.number, item.status), item.paragraph)
        for item in items
    )


def _between(order: list[str], first: str, last: str) -> list[str]:
    if first not in order or last not in order:
        return []
    return order[order.index(first) : order.index(last) + 1]


# --- one item ------------------------------------------------------------------------------------


def _item(one: _Listed, part: Part) -> tuple[Item, str]:
    """The item, and the words after its last States, which belong to no recommendation (a heading, a note)."""
    text = re.sub(r"(?<=[\w)”\"'])\*{1,4}|\*{1,4}(?=[\w(])", "", without_notes(part.text))
    text = _NOBODY.sub("", text)
    groups = groups_of(text)
    left = ""
    if groups and not _TAIL.fullmatch(text, groups[-1].end):
        left, text = _parted(text, groups[-1].end)
    states = tuple(dict.fromkeys(name for group in groups for name in group.states))
    return Item(part.number, _words(text, groups), states, one.status, one.number), left


def item_of(words: str) -> Item:
    """One recommendation that stands alone, such as a record of UHRI: its words and its States."""
    return _item(_Listed("", "", (), Status.UNCLEAR), Part("", 0, words))[0]


def parts_of(words: str) -> tuple[Item, ...]:
    """The recommendations joined in one item, each ending at its own States: what a person may part it into."""
    ends = [group.end for group in groups_of(words)]
    if not ends:
        return (item_of(words),)
    cuts = [
        end for end, after in zip(ends, [*ends[1:], None], strict=True) if not _adjoins(words, end, after)
    ]
    if cuts and len(words[cuts[-1] :].strip(" ;.,")) > _MARKS:
        cuts.append(len(words))
    starts = [0, *cuts[:-1]]
    return tuple(item_of(words[a:b].strip(" ;.,")) for a, b in zip(starts, cuts, strict=True))


_MARKS = 3  # letters; shorter words behind the last States are no recommendation


def _adjoins(words: str, end: int, after: int | None) -> bool:
    """Whether the next States stand right beside these: "(Chad) (Peru)" close one recommendation."""
    if after is None:
        return False
    start = words.find("(", end, after)
    return start >= 0 and bool(_ADJOINS.fullmatch(words[end:start]))


def _parted(text: str, end: int) -> tuple[str, str]:
    """Words after the last States are another recommendation without States if small letters begin them."""
    rest = text[end:].lstrip(" ;.,*")
    if rest[:1].islower():
        return "", text
    return rest, text[:end]


def _words(text: str, groups: list[Group]) -> str:
    """Without the closing bracket where it is the only one; whole where several recommendations are joined."""
    ends = (
        [*(text[one.end : two.start] for one, two in pairwise(groups)), text[groups[-1].end :]]
        if groups
        else []
    )
    if groups and all(map(_ADJOINS.fullmatch, ends[:-1])) and _TAIL.fullmatch(ends[-1]):
        text = text[: groups[0].start]
    words = _CLOSING.sub("", text).strip()
    return words[:-1] if words.endswith(").") else words
