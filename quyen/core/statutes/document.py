"""A document with headings "Điều 19. ..." or "Article 19" -> its articles.

Left out: what stands before the preamble or the first heading, a table of contents (articles without words before the
real ones), the place and signature at the end, and a second text whose articles begin again from 1 (an annex, a protocol):
that is said in a note.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from quyen.core.errors import TooLarge
from quyen.core.statutes.clauses import paragraphs_of
from quyen.core.statutes.shape import NoArticles, Statute, Unit
from quyen.core.statutes.words import clean, lines_of
from quyen.core.types import RawDocument, RawParagraph

_ARTICLE = re.compile(
    r"(?:Điều|ĐIỀU|Article|ARTICLE)\s*(\d{1,4}[a-zđ]?)\s*(?:$|(?:\.\s?[-–—]|\.|:|\)|\s[-–—])(?!\d)\s*(.*)$)"
)
_LOOSE = re.compile(r"(?:Điều|ĐIỀU|Article|ARTICLE)\s*(\d{1,4}[a-zđ]?)\s+([A-ZĐÀ-Ỹ].{0,150})$")
_ORDER = (
    r"(?:[Tt]hứ|THỨ)\s+\w+|[IVXLC]{1,7}|\d{1,3}|[A-H]|ONE|TWO|THREE|FOUR|FIVE|SIX|One|Two|Three|Four|Five|Six"
)
_HOLDER = re.compile(
    rf"(Phần|PHẦN|Part|PART|Chương|CHƯƠNG|Chapter|CHAPTER|Mục|MỤC|Section|SECTION)\s+({_ORDER})\s*(?:$|[.:–-]?\s*([^a-zà-ỹđ\s].*)$)"
)
_KINDS = {"ph": "part", "pa": "part", "ch": "chapter", "mụ": "section", "se": "section"}
_PREAMBLE = re.compile(
    r"(?:Lời nói đầu|LỜI NÓI ĐẦU|Lời mở đầu|LỜI MỞ ĐẦU|Preamble|PREAMBLE|Căn cứ |The States Parties|Các [Qq]uốc gia thành viên|Whereas |Với nhận thức)"
)
_ENDING = re.compile(
    r"(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh) này (?:đã )?được (?:Quốc hội|Ủy ban [Tt]hường vụ).{0,200}thông qua|CHỦ TỊCH QUỐC HỘI|Nơi nhận:|TM\. |IN WITNESS WHEREOF|IN FAITH WHEREOF|In (?:witness|faith) whereof"
)
_OPEN = re.compile(
    r"(?:Điều|Article)\s*\d|\(?[a-zđ]\)|\d{1,3}[.)]\s|[-–+•]\s|(?:Phần|Chương|Mục|Part|Chapter|Section)\s",
    re.I,
)
_TITLE = re.compile(
    r"(?:LUẬT|BỘ LUẬT|HIẾN PHÁP|CÔNG ƯỚC|TUYÊN NGÔN|NGHỊ ĐỊNH|Luật|Bộ luật|Hiến pháp|Công ước|Convention|Covenant|International C|Universal D|CONVENTION|INTERNATIONAL)\b"
)
_LONG_HEADING = 220
_MOST = 6_000  # articles, chapters and sections of one text
_LONGEST = 20_000  # letters of one paragraph; no law has a longer one


@dataclass
class _Draft:
    kind: str
    number: str
    path: str
    heading: str = ""
    lines: list[str] = field(default_factory=list)


def from_document(raw: RawDocument) -> Statute:
    """Raises NoArticles, TooLarge."""
    lines = _joined(list(_lines(raw)))
    drafts, before, notes = _drafts(lines)
    if not any(draft.kind == "article" for draft in drafts):
        raise NoArticles("Không tìm thấy điều nào trong tệp.")
    units = tuple(_unit(draft) for draft in drafts)
    return Statute(units, _title(before), _language(lines), "", (*raw.notes, *notes))


def _lines(raw: RawDocument) -> Iterator[tuple[str, bool, bool]]:
    """Each line: its words (none where the page leaves a gap), whether it is a mere line of a page, whether it is dressed
    as a heading."""
    for block in raw.blocks:
        if isinstance(block, RawParagraph):
            if not block.footnote:
                for line in lines_of(block.text) or [""]:
                    yield line, block.line, block.bold or block.heading is not None
            continue
        for cell in block.cells:
            for line in lines_of(cell.text):
                yield line, False, False


def _joined(given: list[tuple[str, bool, bool]]) -> list[tuple[str, bool]]:
    """Lines of a page that one paragraph was broken into are one again."""
    made: list[tuple[str, bool]] = []
    was_line = False
    for words, is_line, dressed in given:
        if not words:
            was_line = False
            continue
        goes_on = (
            is_line and was_line and made and not made[-1][0].endswith((".", ":", ";")) and not _OPEN.match(words) and not _ENDING.match(words)
            and not _is_head(made[-1][0])
            and len(made[-1][0]) < _LONGEST
        )  # fmt: skip
        if goes_on:
            made[-1] = (f"{made[-1][0]} {words}", made[-1][1])
        else:
            made.append((words, dressed))
        was_line = is_line
    return made


def _is_head(line: str) -> bool:
    return bool(_ARTICLE.match(line) or _HOLDER.match(line)) and len(line) < _LONG_HEADING


def _drafts(lines: list[tuple[str, bool]]) -> tuple[list[_Draft], list[tuple[str, bool]], list[str]]:
    """The units, what stands before them, and notes."""
    drafts: list[_Draft] = []
    before: list[tuple[str, bool]] = []
    notes: list[str] = []
    seen: Counter[str] = Counter()
    for at, (line, dressed) in enumerate(lines):
        if _ENDING.match(line) and _last(drafts) > (0, ""):
            notes += _what_is_left(lines[at + 1 :], drafts)
            break
        opened = _opened(line, dressed)
        if opened is None:
            _take(line, dressed, drafts, before)
            continue
        if opened.kind == "article" and _key(opened.number) <= _last(drafts):
            if opened.number != "1":
                _take(line, dressed, drafts, before)
                continue
            if _have_words(drafts):
                notes.append(
                    "Từ một chỗ trong tệp số điều bắt đầu lại từ 1; phần từ đó trở đi không được đọc."
                )
                break
            drafts = _without_contents(drafts, before)
            seen.clear()
        if opened.kind != "article":
            seen[opened.path] += 1
            if seen[opened.path] > 1:  # sections count anew in each chapter
                opened.path = f"{opened.path}-{seen[opened.path]}"
        drafts.append(opened)
        if len(drafts) > _MOST:
            raise TooLarge("Tệp có quá nhiều điều và chương; không văn bản luật nào có nhiều như vậy.")
    return [one for one in drafts if one.kind != "preamble" or one.lines], before, notes


def _opened(line: str, dressed: bool) -> _Draft | None:
    if found := _ARTICLE.match(line) or (_LOOSE.match(line) if dressed else None):
        return _Draft("article", found[1], found[1], "", [found[2]] if found[2] else [])
    found = _HOLDER.match(line) if len(line) < _LONG_HEADING else None
    if found:
        kind = _KINDS[found[1].lower()[:2]]
        number = found[2].lower().removeprefix("thứ").strip() if not found[2].isupper() else found[2]
        return _Draft(kind, number, f"{kind}-{'-'.join(number.split())}", clean(found[3] or ""))
    return None


def _take(line: str, dressed: bool, drafts: list[_Draft], before: list[tuple[str, bool]]) -> None:
    """A line that opens nothing goes to what is open."""
    if not drafts:
        if _PREAMBLE.match(line):
            first = line if not re.match(r"(?:lời|preamble)", line, re.I) else ""
            drafts.append(_Draft("preamble", "", "preamble", "", [first] if first else []))
        else:
            before.append((line, dressed))
        return
    last = drafts[-1]
    if last.kind in _KINDS.values():
        if not last.heading or (last.heading.isupper() and line.isupper()):
            last.heading = f"{last.heading} {line}".strip()[:300]
        return
    last.lines.append(line)


def _key(number: str) -> tuple[int, str]:
    """12, 12a, 13."""
    digits = number.rstrip("abcdefghijklmnopqrstuvwxyzđ")
    return int(digits), number[len(digits) :]


def _last(drafts: list[_Draft]) -> tuple[int, str]:
    return next((_key(one.number) for one in reversed(drafts) if one.kind == "article"), (0, ""))


def _have_words(drafts: list[_Draft]) -> bool:
    """Of the articles before a second Article 1; of the last one it is not known where it ends."""
    articles = [one for one in drafts if one.kind == "article"]
    judged = articles[:-1] or articles
    written = [one for one in judged if len(one.lines) > 1 or sum(map(len, one.lines)) > _LONG_HEADING]
    return len(written) * 4 > len(judged)


def _without_contents(drafts: list[_Draft], before: list[tuple[str, bool]]) -> list[_Draft]:
    """What came was a table of contents; what followed its last line stands before the real first article."""
    kept = [one for one in drafts if one.kind == "preamble"]
    for line in drafts[-1].lines[1:]:
        _take(line, False, kept, before)
    return kept


def _what_is_left(lines: list[tuple[str, bool]], drafts: list[_Draft]) -> list[str]:
    if any(_ARTICLE.match(line) for line, _ in lines):
        return ["Sau phần ký còn các điều khác (phụ lục hoặc văn bản kèm theo); phần đó không được đọc."]
    return []


def _unit(draft: _Draft) -> Unit:
    """The words beside an article's number are its heading where more follows and they are no sentence."""
    lines, heading = draft.lines, draft.heading
    if draft.kind == "article" and len(lines) > 1 and _is_heading(lines[0]):
        heading, lines = lines[0], lines[1:]
    return Unit(draft.kind, draft.number, draft.path, clean(heading)[:300], paragraphs_of(lines))


def _is_heading(line: str) -> bool:
    return (
        len(line) < _LONG_HEADING
        and not line.endswith((".", ";", ":", ","))
        and not re.match(r"\(?\w{1,3}[.)]\s", line)
    )


def _title(before: list[tuple[str, bool]]) -> str:
    named = [line for line, _ in before if _TITLE.match(line) and len(line) < _LONG_HEADING]
    return named[0] if named else ""


def _language(lines: list[tuple[str, bool]]) -> str:
    """By the word that its articles begin with."""
    vietnamese = sum(1 for line, _ in lines if line[:4].lower() == "điều")
    english = sum(1 for line, _ in lines if line[:7].lower() == "article")
    if vietnamese == english:
        return ""
    return "vi" if vietnamese > english else "en"
