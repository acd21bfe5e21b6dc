"""When reports are due: the sentences that ask for a report and name a time."""

from __future__ import annotations

import re

from quyen.core.reading.citations import REFERENCE
from quyen.core.reading.sentences import sentences
from quyen.core.reading.steps import REPORTS, STATE, Step
from quyen.core.text.dates import DATE
from quyen.core.text.folding import fold
from quyen.core.types import Fact, Span

# each with words of which one must stand in the text, which is told sooner than that the pattern does not fit
_Sentence = tuple[str, Span]
_Signs = tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]

_REPORT = re.compile(r"bao cao\b(?<!\wbao cao)")
_DAY: _Signs = (
    (("ngay ", "thang "), re.compile(r"\b(?:ngay|thang) \d{1,2}\b")),
    (
        ("/",),
        re.compile(r"\b\d{1,2}/\d{1,2}\b|\b\d+ (?:lan|thang)\s?/\s?(?:ngay|nam|lan)"),
    ),
    (
        ("truoc", "cham nhat", "vao", "den het", "sau"),
        re.compile(r"\b(?:truoc|cham nhat|vao|den het|sau)\s(?:\w+\s){0,2}?(?:ngay|thang|quy|\d{1,2}[/h])\b"),
    ),
    (("hang ", "moi "), re.compile(r"\b(?:hang|moi) (?:ngay|tuan|thang|quy|nam)\b")),
    (("1 thang", "3 thang", "6 thang", "sau thang"), re.compile(r"\b(?:0?[136]|sau) thang\b(?!\s\d)")),
    (("mot lan",), re.compile(r"\bmot lan\b")),
)
_TIME: _Signs = (
    (("dinh ky", "dot xuat"), re.compile(r"\b(?:dinh ky|dot xuat)\b")),
    (("quy i",), re.compile(r"\bquy (?:i|ii|iii|iv)\b")),
    (("cuoi ",), re.compile(r"\bcuoi (?:nam|quy|ky)\b")),
)
_NOT_DUE: _Signs = (
    (
        ("neu", "truong hop"),
        re.compile(r"\b(?:neu|truong hop)\b[^.]{0,80}\b(?:kho khan|vuong mac|phat sinh|vuot tham quyen)"),
    ),
    (("kip thoi ",), re.compile(r"\bkip thoi (?:bao cao|phan anh)\b")),
    (("phan anh",), re.compile(r"\bphan anh\b")),
)
_NO_REPORT = re.compile(
    r"\bbao cao (?:vien|kinh te|chinh tri|danh gia tac dong|nghien cuu kha thi)\b|\b(?:ban|mau|noi dung|so lieu) bao cao\b"
)
_CITED = re.compile(rf"{REFERENCE.pattern}(?:,?\s(?:ngày\s)?{DATE.pattern})?", re.I)
_MAY_CITE = re.compile(r"/(?=\s?(?:[^\W\d]|(?:19|20)\d\d\s?/))")
_LABELLED = re.compile(r"\W*(?:thoi (?:gian|han)|han)(?: hoan thanh| thuc hien| bao cao| gui)?\s?:")
_ADDRESSED = re.compile(
    r"bao cao\b(?<!\wbao cao).{0,120}?\b(?:gui|ve|cho|uy ban|ubnd|so|bo|ban|co quan|thu tuong|chinh phu|hoi dong)\b"
)
_LONGEST = 1200
_WHOLE = 45  # words of a sentence that is quoted as a whole
_MOST_WORDS = 120


def find_report_deadline(steps: list[Step], start: int) -> Fact | None:
    """The sentences in their order, as written; where they are many, those that name a day before the vague."""
    found: list[_Sentence] = []
    asked: _Sentence | None = None
    for step in steps:
        # most paragraphs hold not even these letters
        told = "bao cao" in step.folded and ("áo cáo" in step.text or "ÁO CÁO" in step.text)
        if (not told and asked is None) or _is_elsewhere(step, start):
            continue
        about = told or _LABELLED.match(step.folded)
        asked = _of_step(step, asked, found) if about else None
    return _fact(_fit(found))


def _of_step(step: Step, asked: _Sentence | None, found: list[_Sentence]) -> _Sentence | None:
    """Adds the sentences with a time. `asked`: the report before without a time, which a labelled time may
    follow; gives the last one of this step."""
    for words, at in sentences(step.text, step.at.start):
        folded = step.folded[at.start - step.at.start : at.end - step.at.start]
        if not (asked or "bao cao" in folded):
            continue
        if "/" in folded and _MAY_CITE.search(folded):  # the day of a document cited is no due date
            folded = fold(_CITED.sub(" ", words))
        if asked and _LABELLED.match(folded) and _says(_DAY, folded):
            found.append((f"{asked[0]} {words}", Span(asked[1].start, at.end)))
        asked = None
        if _names_time(folded, in_part=step.under(REPORTS)):
            found.append(_narrowed(words, at))
        elif _ADDRESSED.search(folded) and not _says(_NOT_DUE, folded):
            asked = words, at
    return asked


def _is_elsewhere(step: Step, start: int) -> bool:
    """Before the body, in a footnote, or where the state of affairs is told."""
    return step.at.start < start or step.under(STATE) or step.node.kind == "footnote"


def _names_time(folded: str, *, in_part: bool) -> bool:
    """A time and a report in one sentence, near each other unless the part is about reports."""
    if "bao cao" not in folded or len(folded) > _LONGEST or _says(_NOT_DUE, folded):
        return False
    for report in _REPORT.finditer(folded):
        if _NO_REPORT.match(folded, report.start()) or _NO_REPORT.match(folded, max(0, report.start() - 9)):
            continue
        # "Hằng năm, ..." is of the whole sentence
        opens = in_part or _says_when(folded[:40])
        reach = folded if opens else folded[max(0, report.start() - 130) : report.end() + 200]
        if _says_when(reach):
            return True
    return False


def _says_when(folded: str) -> bool:
    return _says(_DAY, folded) or _says(_TIME, folded)


def _says(signs: _Signs, folded: str) -> bool:
    for words, pattern in signs:
        for word in words:
            if word in folded:
                if pattern.search(folded):
                    return True
                break
    return False


def _narrowed(words: str, at: Span) -> _Sentence:
    """Of a long sentence with semicolons the clauses that speak of the report and its time."""
    if ";" not in words or len(words.split()) <= _WHOLE:
        return words, at
    start, kept = 0, []
    for piece in words.split(";"):
        folded = fold(piece)
        if _REPORT.search(folded) and _says_when(folded):
            kept.append((start, start + len(piece)))
        start += len(piece) + 1
    if not kept:
        return words, at
    first, last = kept[0][0], kept[-1][1]
    text = words[first:last]
    opens = at.start + first + len(text) - len(text.lstrip())
    return text.strip(), Span(opens, opens + len(text.strip()))


def _fit(found: list[_Sentence]) -> list[_Sentence]:
    """All of them where they are few; else first those that name a day."""
    if _size(found) <= _MOST_WORDS:
        return found
    dated = [one for one in found if _says(_DAY, fold(one[0]))] or found
    kept: list[_Sentence] = []
    for one in dated:
        if kept and _size([*kept, one]) > _MOST_WORDS:
            break
        kept.append(one)
    return kept


def _size(found: list[_Sentence]) -> int:
    return sum(len(words.split()) for words, _ in found)


def _fact(chosen: list[_Sentence]) -> Fact | None:
    if not chosen:
        return None
    return Fact(" ".join(words for words, _ in chosen), Span(chosen[0][1].start, chosen[-1][1].end))
