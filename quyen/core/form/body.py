"""The body: legal bases, steps from phần to điểm, and plain paragraphs (Mục II, khoản 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quyen.core.form import clauses
from quyen.core.form.dress import Wanted, undressed
from quyen.core.form.lines import Line, Paragraph
from quyen.core.form.parts import Parts
from quyen.core.form.report import Deviation
from quyen.core.text.folding import fold
from quyen.core.text.saying import say_number

SIZES = (13.0, 14.0)
TEXT = Wanted("body", "Nội dung", clauses.BODY, SIZES, italic=False)
BASES = Wanted("bases", "Căn cứ ban hành", clauses.BASES, SIZES, italic=True)
ADDRESSEES = Wanted("addressees", "Kính gửi", clauses.RECIPIENTS, SIZES, bold=False, italic=False)
CHAPTER = Wanted("chapter", "Phần, chương", clauses.LEVELS, SIZES, True, False, False, centred=True)
TITLE = Wanted(
    "chapter_title", "Tiêu đề phần, chương, mục", clauses.LEVELS, SIZES, True, False, True, centred=True
)
SECTION = Wanted("section", "Mục, tiểu mục", clauses.LEVELS, SIZES, True, False, False, centred=True)
ARTICLE = Wanted("article", "Điều", clauses.LEVELS, SIZES, italic=False)
ROMAN = Wanted("roman", "Mục đánh số La Mã", clauses.LEVELS, SIZES, True, False, True)
CLAUSE = Wanted("clause", "Khoản", clauses.LEVELS, SIZES, italic=False)
POINT = Wanted("point", "Điểm", clauses.LEVELS, SIZES, italic=False)

_CHAPTER = re.compile(r"(?P<word>phần|chương)\s+(?P<count>thứ\s+\w+|[ivxlc]+|\d+)\b(?P<rest>.*)", re.I)
_SECTION = re.compile(r"(?P<word>(?:tiểu\s+)?mục)\s+(?P<count>[ivxlc]+|\d+)\b\s*(?P<rest>[.:].*)?", re.I)
_ARTICLE = re.compile(r"điều\s+(?P<count>\w+)\s*(?P<sign>[.:)]?)(?P<rest>.*)", re.I)
_ROMAN = re.compile(r"(?P<count>[IVX]{1,5})\s*(?P<sign>[./)-])\s*(?P<rest>\S.*)")
_CLAUSE = re.compile(r"(?P<count>\d{1,3})\s*(?P<sign>[./):])\s*(?P<rest>\D.*)")
_POINT = re.compile(r"(?P<count>[a-zđ])\s*(?P<sign>[./)])\s*(?P<rest>\S.*)")
_COUNTED = {  # what is asked, the sign after the count, and whether another sign is surely wrong
    _ROMAN: (ROMAN, "dấu chấm", ".", False),
    _CLAUSE: (CLAUSE, "dấu chấm", ".", False),
    _POINT: (POINT, "dấu đóng ngoặc đơn", ")", True),
}
_ALPHABET = "abcdđeghiklmnopqrstuvxy"  # the Vietnamese one, as points are counted
_LONG = 110  # letters: surely more than one printed line
_INDENTS, _SLACK = (28.35, 36.0), 1.5  # points: 1 cm, 1.27 cm
_GAP = 6.0  # points between paragraphs
_LINES = (0.97, 1.53)  # lines; programs write 1.0 and 1.5 in 240ths
_EXACT = 1.15  # the height of a line of Times New Roman to its size


def check_body(parts: Parts) -> Iterator[Deviation]:
    """Paragraphs between the title and the ending; tables are left to whoever drew them."""
    yield from _addressees(parts)
    bases = _bases(parts.body)
    yield from _base_lines(bases)
    known = {id(line.paragraph) for line in bases}
    whole = parts.body + parts.attached
    paragraphs = [one for one in whole if one.lines and id(one) not in known and not one.is_rule]
    titles = 0
    for paragraph in paragraphs:
        line = paragraph.whole
        if titles and paragraph.is_centred and not _opens_title(line):
            titles -= 1
            yield from undressed(TITLE, [line])
            continue
        titles = 2 if _opens_title(line) else 0
        yield from _step(line)
    yield from _points(paragraphs)
    yield from _gaps(paragraphs)


def _opens_title(line: Line) -> bool:
    found = _CHAPTER.fullmatch(line.text) or _SECTION.fullmatch(line.text)
    return bool(found and not (found["rest"] or "").strip(" .:") and len(line.text) < 30)


# --- whom it is sent to, and on what it rests ----------------------------------------------------


def _addressees(parts: Parts) -> Iterator[Deviation]:
    lines = parts.addressees
    if not lines:
        if parts.kind in ("Tờ trình", "Công văn"):
            yield Wanted("addressees", "Kính gửi", clauses.ADDRESSEES, SIZES).absent(must=True)
        return
    yield from undressed(ADDRESSEES, lines)
    if not fold(lines[0].text)[8:].lstrip().startswith(":"):
        yield ADDRESSEES.deviation("colon", "dấu hai chấm sau “Kính gửi”", "không có dấu hai chấm", lines[0])
    yield from ends(ADDRESSEES, lines[1:])


def ends(wanted: Wanted, lines: list[Line]) -> Iterator[Deviation]:
    """Each line of a list ends in ";", the last in "."."""
    for place, line in enumerate(lines, 1):
        sign = "." if place == len(lines) else ";"
        if not line.text.endswith(sign):
            name = "dấu chấm (.)" if sign == "." else "dấu chấm phẩy (;)"
            yield wanted.deviation("end", f"{name} ở cuối dòng", f"không có {name}", line)


def _bases(body: list[Paragraph]) -> list[Line]:
    """Lines "Căn cứ ..." above the first step, and such lines in italics further below; a line in italics right
    behind one ("Theo đề nghị của ...") belongs to them. A sentence that goes on to say what is done ("Căn cứ ...,
    Ủy ban ban hành Kế hoạch như sau:") is an opening and no base."""
    found: list[Line] = []
    opening, follows = True, False
    for paragraph in body:
        line = paragraph.whole
        if not line.text or paragraph.is_rule:
            continue
        folded, italic = fold(line.text), line.is_all("italic")
        opening = opening and not _is_step(line.text)
        named = folded.startswith("can cu ") and (opening or italic)
        more = follows and italic and folded.startswith(("theo ", "xet ", "thuc hien "))
        follows = (named or more) and not line.text.endswith(":")
        if follows:
            found.append(line)
    return found


def _is_step(text: str) -> bool:
    return any(pattern.fullmatch(text) for pattern in (_CHAPTER, _SECTION, _ARTICLE, _ROMAN, _CLAUSE))


def _base_lines(bases: list[Line]) -> Iterator[Deviation]:
    yield from undressed(BASES, bases)
    yield from ends(BASES, bases)


# --- steps --------------------------------------------------------------------------------------


def _step(line: Line) -> Iterator[Deviation]:
    text = line.text
    if (found := _CHAPTER.fullmatch(text)) and len(text) < 200 and _is_heading(line, found["rest"]):
        yield from _chapter(line, found)
    elif (found := _SECTION.fullmatch(text)) and len(text) < 200:
        yield from _section(line, found)
    elif (found := _ARTICLE.fullmatch(text)) and _is_article(line, found):
        yield from _article(line, found)
    elif found := next((one for one in (each.fullmatch(text) for each in _COUNTED) if one), None):
        yield from _counted(line, found)
    elif not text.startswith(("(", "[")):  # a remark in brackets may be in italics
        yield from undressed(TEXT, [line])
        yield from _plain(line)


def _counted(line: Line, found: re.Match[str]) -> Iterator[Deviation]:
    """ "I. ...", "1. ...", "a) ...": the sign after the count, and the look."""
    wanted, name, sign, sure = _COUNTED[found.re]
    yield from undressed(wanted, [line])
    if found["sign"] != sign:
        yield wanted.deviation(
            "sign", f"{name} “{sign}” sau số thứ tự", f"“{found['sign']}”", line, must=sure
        )
    if wanted is not ROMAN:
        yield from _plain(line)


def _is_heading(line: Line, rest: str) -> bool:
    """A step's own line and no sentence that begins with the word ("Phần I của Kế hoạch này ...")."""
    rest = rest.strip(" .:")
    return not rest or rest.isupper() or line.paragraph.is_centred


def _chapter(line: Line, found: re.Match[str]) -> Iterator[Deviation]:
    own = not found["rest"].strip(" .:")
    wanted = CHAPTER if own else CHAPTER._replace(upper=None)
    yield from undressed(wanted, [line])
    if found["count"].isdigit():
        yield CHAPTER.deviation("count", "chữ số La Mã", found["count"], line)
    if found["word"].isupper() and not (own and line.is_upper):
        yield CHAPTER.deviation("case", "chữ in thường", "chữ in hoa", line)
    if not own:
        yield CHAPTER.deviation(
            "line", "trên một dòng riêng, tiêu đề ở dòng dưới", "cùng dòng với tiêu đề", line
        )


def _section(line: Line, found: re.Match[str]) -> Iterator[Deviation]:
    own = not (found["rest"] or "").strip(" .:")
    yield from undressed(SECTION if own else SECTION._replace(upper=None), [line])
    if not found["count"].isdigit():
        yield SECTION.deviation("count", "chữ số Ả Rập", found["count"], line)
    if not own:
        yield SECTION.deviation(
            "line", "trên một dòng riêng, tiêu đề ở dòng dưới", "cùng dòng với tiêu đề", line
        )


def _is_article(line: Line, found: re.Match[str]) -> bool:
    """A heading, and neither a sentence that cites ("Điều 5 Luật này ...") nor another word ("Điều phối ...")."""
    counted = found["count"].isdigit() or re.fullmatch(r"\d+[a-zđ]|[IVX]+", found["count"])
    return bool(counted) and bool(found["sign"] or line.worded[0].look.bold)


def _article(line: Line, found: re.Match[str]) -> Iterator[Deviation]:
    """Word, number and title are bold; what follows the title in the same paragraph need not be."""
    yield from undressed(ARTICLE, [line])
    if not line.worded[0].look.bold:
        yield ARTICLE.deviation("bold", "kiểu chữ đậm", "kiểu chữ không đậm", line)
    if re.fullmatch("[IVX]+", found["count"]):
        yield ARTICLE.deviation("count", "chữ số Ả Rập", found["count"], line)
    if found["sign"] != ".":
        seen = f"“{found['sign']}”" if found["sign"] else "không có dấu chấm"
        yield ARTICLE.deviation("sign", "dấu chấm sau số thứ tự", seen, line)


# --- paragraphs ---------------------------------------------------------------------------------


def _plain(line: Line) -> Iterator[Deviation]:
    """How a paragraph of text stands: both margins, first line in, lines apart. Short ones show no difference."""
    shape = line.paragraph.shape
    if len(line.text) < _LONG or line.paragraph.is_centred:
        return
    if shape.align not in ("both", "distribute"):
        yield TEXT.deviation("justified", "canh đều cả hai lề", "không canh đều", line)
    first = (shape.first or 0) + (shape.left or 0 if line.paragraph.label else 0)
    tabbed = line.paragraph.pieces[0].text.startswith("\t")
    if not tabbed and not any(abs(first - one) <= _SLACK for one in _INDENTS):
        found = f"lùi {say_number(round(first * 2.54 / 72, 2))} cm"
        yield TEXT.deviation("indent", "chữ đầu dòng lùi 1 cm hoặc 1,27 cm", found, line, must=False)
    lines = _line_height(line)
    if not _LINES[0] <= lines <= _LINES[1]:
        found = f"{say_number(round(lines, 2))} dòng"
        expected = "khoảng cách dòng từ dòng đơn đến 1,5 dòng"
        yield TEXT.deviation("leading", expected, found, line, must=False)


def _line_height(line: Line) -> float:
    """In lines; an exact height in points is measured against the letters. At least so much is no less than one."""
    shape = line.paragraph.shape
    if shape.line is None:
        return 1.0
    if shape.rule == "auto":
        return shape.line
    lines = shape.line / (_EXACT * max(line.worded[0].look.size or 14.0, 1.0))
    return lines if shape.rule == "exact" else max(lines, 1.0)


def _gaps(paragraphs: list[Paragraph]) -> Iterator[Deviation]:
    for one, two in pairwise(paragraphs):
        gap = (one.shape.after or 0) + (two.shape.before or 0)
        long = len(one.whole.text) >= _LONG and len(two.whole.text) >= _LONG
        if long and two.number == one.number + 1 and gap < _GAP - 0.1:
            expected, found = "cách đoạn tối thiểu 6pt", f"{say_number(round(gap, 1))}pt"
            yield TEXT.deviation("gap", expected, found, two.whole, must=False)


def _points(paragraphs: list[Paragraph]) -> Iterator[Deviation]:
    """Letters of points follow the Vietnamese alphabet: đ comes after d, there is no f, j, w or z."""
    last = ""
    for paragraph in paragraphs:
        line = paragraph.whole
        found = _POINT.fullmatch(line.text)
        if found is None:
            last = "" if _is_step(line.text) else last
            continue
        letter = found["count"]
        if letter not in _ALPHABET:
            yield POINT.deviation("letter", "chữ cái trong bảng chữ cái tiếng Việt", f"“{letter})”", line)
        elif last == "d" and letter == "e":
            yield POINT.deviation("order", "“đ)” sau “d)”", "“e)”", line)
        last = letter
