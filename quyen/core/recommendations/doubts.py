"""What a careful reader would question: numbers, joined recommendations, missing States, stated counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quyen.core.recommendations.items import Part
from quyen.core.recommendations.names import is_known
from quyen.core.recommendations.report import Doubt, Item, Status
from quyen.core.recommendations.states import groups_of
from quyen.core.recommendations.status import is_partly

_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
         "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_WORD = rf"(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES[:9])}))?|{'|'.join(_ONES[::-1])}"
_COUNT = re.compile(rf"\b(\d{{1,3}}|{_WORD}) (?:\w+ )?recommendations\b", re.I)
_GOES_ON = re.compile(
    r"(?:(?:and|or|as well as|also)\s+)?(?:that|which|who|whose|while|whereas|including|in particular|particularly|such|as"
    r"|namely|especially|or|but|with)\b|\(?[a-z\d]{1,4}\)",
    re.I,
)


def item_doubts(item: Item, words: str, left: str) -> Iterator[Doubt]:
    """The doubts about one item; `words` as read, `left` what was left out behind its States."""
    where = (item.number, item.paragraph)
    if not item.states:
        yield Doubt("no_states", "Không thấy quốc gia khuyến nghị trong ngoặc ở cuối mục này.", *where)
    for name in item.states:
        if not is_known(name):
            yield Doubt("unknown_state", f"“{name}” không có trong danh mục quốc gia; giữ như in.", *where)
    count = _joined(words[: len(words) - len(left)] if left else words)
    if count > 1:
        yield Doubt("joined", f"Mục này có {count} khuyến nghị ghép lại bằng dấu “;”.", *where)
    if left:
        yield Doubt("left_out", f"Chữ sau tên quốc gia không thuộc khuyến nghị nào: “{left[:120]}”.", *where)
    if not item.text:
        yield Doubt("no_text", "Mục này chỉ có số, không có nội dung.", *where)


def _joined(words: str) -> int:
    """How many clauses ";" parts outside brackets that may stand alone."""
    parts, depth = [""], 0
    for sign in words.rstrip(" ;.*"):
        depth = max(0, depth + (sign in "([") - (sign in ")]"))
        if sign == ";" and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    if ":" in parts[0] and not any(map(groups_of, parts[:-1])):
        return 1  # "Take steps to: train judges; pay teachers"
    rest = [part.strip(" .,*") for part in parts[1:]]
    return 1 + sum(1 for part in rest if " " in part and not _GOES_ON.match(part) and not _only_states(part))


def _only_states(part: str) -> bool:
    groups = groups_of(part)
    return bool(groups) and groups[0].start == 0


def paragraph_doubts(number: str, head: str, status: Status, parts: list[Part]) -> Iterator[Doubt]:
    """The doubts about a paragraph: its position, its stated count, the run of its numbers."""
    if status is Status.UNCLEAR:
        message = "Lời dẫn không cho biết quốc gia được rà soát chấp nhận hay ghi nhận các khuyến nghị này."
        yield Doubt("unclear_status", message, paragraph=number)
    elif is_partly(head):
        yield Doubt("partly", "Lời dẫn nói chỉ chấp nhận một phần; cần xem từng mục.", paragraph=number)
    stated = _stated(head)
    if stated is not None and stated != len(parts):
        message = f"Lời dẫn nói có {stated} khuyến nghị, đọc được {len(parts)}."
        yield Doubt("count_differs", message, paragraph=number)
    if any(not part.number for part in parts):
        yield Doubt("no_number", f"{len(parts)} mục ở đây không in số.", paragraph=number)
    else:
        yield from _number_doubts(number, parts)


def _stated(head: str) -> int | None:
    found = _COUNT.search(head)
    return _count(found[1].lower()) if found else None


def _count(word: str) -> int:
    if word.isdigit():
        return int(word)
    tens, _, ones = word.partition("-")
    if tens in _TENS:
        return (_TENS.index(tens) + 2) * 10 + (_ONES.index(ones) + 1 if ones else 0)
    return _ONES.index(word) + 1


def _number_doubts(paragraph: str, parts: list[Part]) -> Iterator[Doubt]:
    due = parts[0].order if parts[0].order > 1 and "." not in parts[0].number else 1
    seen: set[int] = set()
    for at, part in enumerate(parts):
        if part.order != due or not part.own:
            after = parts[at + 1].order if at + 1 < len(parts) else None
            slip = not part.own or after == due + 1 or (part.order < due and after is None)
            kind = _kind(part, due, seen)
            likely = _like(paragraph, part, due) if slip else ""
            yield Doubt(kind, _said(kind, part, due, likely), part.number, paragraph, likely)
            due = due if slip else max(due - 1, part.order)
        seen.add(part.order)
        due += 1


def _kind(part: Part, due: int, seen: set[int]) -> str:
    if not part.own:
        return "misprinted"
    if part.order > due:
        return "skipped"
    return "repeated" if part.order in seen and not re.search(r"\.0", part.number) else "out_of_order"


def _like(paragraph: str, part: Part, due: int) -> str:
    """The due number, written as this one is."""
    if "." in part.number:
        return f"{paragraph}.{due}"
    if part.number.isdigit():
        return str(due)
    return chr(96 + due) if due <= 26 else chr(96 + due - 26) * 2


def _said(kind: str, part: Part, due: int, likely: str) -> str:
    what = {
        "misprinted": "mang số của đoạn khác",
        "skipped": f"không nối tiếp mục trước (chờ mục thứ {due})",
        "repeated": "trùng với một mục ở trên",
        "out_of_order": f"không đúng thứ tự (chờ mục thứ {due})",
    }[kind]
    guess = f" Có lẽ là {likely}; số được giữ như in." if likely else " Số được giữ như in."
    return f"Số {part.number} {what}.{guess}"
