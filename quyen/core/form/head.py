"""The head: state title, motto, issuer, number and symbol, place and date, type and subject (Mục II, khoản 1 to 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from quyen.core.form import clauses
from quyen.core.form.dress import Wanted, undressed
from quyen.core.form.lines import Line
from quyen.core.form.parts import Parts
from quyen.core.form.report import Deviation
from quyen.core.text.abbreviations import type_of_symbol
from quyen.core.text.folding import fold, fold_tones

STATE_WORDS, MOTTO_WORDS = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
STATE = Wanted(
    "state", "Quốc hiệu", clauses.STATE, (12, 13), bold=True, italic=False, upper=True, centred=True
)
MOTTO = Wanted(
    "motto", "Tiêu ngữ", clauses.MOTTO, (13, 14), bold=True, italic=False, upper=False, centred=True
)
ISSUER = Wanted(
    "issuer", "Tên cơ quan ban hành", clauses.ISSUER, (12, 13), italic=False, upper=True, centred=True
)
NUMBER = Wanted(
    "number", "Số, ký hiệu", clauses.NUMBER_FORM, (13, 13), bold=False, italic=False, centred=True
)
PLACE_DATE = Wanted("place_date", "Địa danh và thời gian ban hành", clauses.PLACE_DATE, (13, 14), italic=True)
TYPE = Wanted(
    "type", "Tên loại văn bản", clauses.TYPE, (13, 14), bold=True, italic=False, upper=True, centred=True
)
SUBJECT = Wanted("subject", "Trích yếu", clauses.TYPE, (13, 14), True, False, False, centred=True)
ABOUT = Wanted("about", "Trích yếu công văn", clauses.TYPE, (12, 13), bold=False, italic=False, upper=False)

_SYMBOL = re.compile(
    r"(?P<label>[^\W\d_]*)\s*(?P<colon>:?)\s*(?P<number>[\d.…_]*)\s*(?P<slash>/?)\s*(?P<symbol>.*)"
)
_TIGHT = re.compile(r"[\w&]+(?:[-/][\w&]+)*")
_DATE = re.compile(
    r"(?P<place>.*?)(?P<comma>,?)\s*ngày\s*(?P<day>[\d.…_/]*)\s*tháng\s*(?P<month>[\d.…_/]*)\s*năm\s*(?P<year>[\d.…_]*)",
    re.I,
)


def check_head(parts: Parts) -> Iterator[Deviation]:
    """All parts of the head. What is missing from a paper that is no named type of document is only to be looked at."""
    yield from _state(parts)
    yield from _motto(parts)
    yield from _issuer(parts)
    yield from _number(parts)
    yield from _place_date(parts)
    yield from _type(parts)


def _state(parts: Parts) -> Iterator[Deviation]:
    line = parts.state
    if line is None:
        yield STATE.absent(must=parts.named)
        return
    yield from undressed(STATE, [line])
    words = f"{line.text} {parts.state_rest.text}" if parts.state_rest else line.text
    if fold_tones(words.upper()) != STATE_WORDS:
        yield STATE.deviation("words", f"“{STATE_WORDS}”", f"“{words[:80]}”", line)
    if line.side == 0 and line.paragraph.cell and parts.issuers:
        found = "ở bên trái"
        yield STATE.deviation("place", "ở phía trên cùng, bên phải", found, line, must=False)


def _motto(parts: Parts) -> Iterator[Deviation]:
    line = parts.motto
    if line is None:
        yield MOTTO.absent(must=parts.named)
        return
    yield from undressed(MOTTO, [line])
    if not line.is_upper and line.text != MOTTO_WORDS:
        yield MOTTO.deviation("words", f"“{MOTTO_WORDS}”", f"“{line.text[:80]}”", line)
    if not _has_rule(parts, line):
        expected = "đường kẻ ngang, nét liền, dài bằng dòng chữ ở phía dưới"
        yield MOTTO.deviation("rule", expected, "không thấy đường kẻ", line, must=False)


def _issuer(parts: Parts) -> Iterator[Deviation]:
    lines = parts.issuers
    if not lines:
        yield ISSUER.absent(must=parts.named)
        return
    yield from undressed(ISSUER, lines)
    if not any(line.is_all("bold") for line in lines):
        yield ISSUER.deviation("bold", "kiểu chữ đậm", "kiểu chữ không đậm", lines[-1])
    if not _has_rule(parts, lines[-1]):
        expected = "đường kẻ ngang, nét liền, dài từ 1/3 đến 1/2 dòng chữ ở phía dưới"
        yield ISSUER.deviation("rule", expected, "không thấy đường kẻ", lines[-1], must=False)


def _has_rule(parts: Parts, line: Line) -> bool:
    """Whether something draws a line below: a border, signs, underlining, or a drawing anywhere in the head (a
    drawing may hang on any paragraph)."""
    if any(piece.look.underlined for piece in line.worded) or line.paragraph.shape.ruled:
        return True
    if any(paragraph.drawn for paragraph in parts.head):
        return True
    place = next(at for at, one in enumerate(parts.head) if one is line.paragraph)
    same = [one for one in parts.head[place + 1 : place + 4] if one.cell == line.paragraph.cell]
    return any(one.is_rule or any(_is_signs(inner) for inner in one.lines) for one in [line.paragraph, *same])


def _is_signs(line: Line) -> bool:
    return len(line.text) > 2 and not any(sign.isalnum() for sign in line.text)


# --- number and symbol --------------------------------------------------------------------------


def _number(parts: Parts) -> Iterator[Deviation]:
    line = parts.number
    if line is None:
        yield NUMBER.absent(must=parts.named)
        return
    yield from undressed(NUMBER, [line])
    found = _SYMBOL.fullmatch(line.text)
    if found is None:
        return
    yield from _number_words(line, found)
    yield from _symbol(parts, line, found["symbol"].strip())


def _number_words(line: Line, found: re.Match[str]) -> Iterator[Deviation]:
    if found["label"] != "Số":
        yield NUMBER.deviation("label", "từ “Số”", f"“{found['label']}”", line)
    if not found["colon"]:
        yield NUMBER.deviation("colon", "dấu hai chấm sau từ “Số”", "không có dấu hai chấm", line)
    number = found["number"]
    if number.isdigit() and int(number) < 10 and len(number) < 2:
        yield NUMBER.deviation("nought", f"số 0 phía trước: 0{number}", number, line)
    if not found["slash"]:
        yield NUMBER.deviation("slash", "dấu gạch chéo giữa số và ký hiệu", "không có dấu gạch chéo", line)


def _symbol(parts: Parts, line: Line, symbol: str) -> Iterator[Deviation]:
    if not symbol:
        yield NUMBER.deviation("symbol", "ký hiệu sau số", "không có ký hiệu", line)
        return
    if not _TIGHT.fullmatch(symbol):
        expected = "các nhóm chữ viết tắt nối bằng gạch nối (-), không cách chữ"
        yield NUMBER.deviation("hyphen", expected, f"“{symbol[:40]}”", line)
    if symbol.islower():
        yield NUMBER.deviation("symbol_case", "ký hiệu bằng chữ in hoa", f"“{symbol[:40]}”", line)
    said = type_of_symbol(symbol)
    if said and parts.named and parts.kind not in (said, "Công văn") and fold(said) != fold(parts.kind):
        expected = f"chữ viết tắt của “{parts.kind}”"
        yield NUMBER.deviation("symbol_type", expected, f"“{symbol[:40]}” (viết tắt của “{said}”)", line)


# --- place and date -----------------------------------------------------------------------------


def _place_date(parts: Parts) -> Iterator[Deviation]:
    line = parts.place_date
    if line is None:
        yield PLACE_DATE.absent(must=parts.named)
        return
    yield from undressed(PLACE_DATE, [line])
    found = _DATE.search(line.text)
    if found is None:
        return
    place = found["place"].strip()
    if not place:
        yield PLACE_DATE.deviation("place", "địa danh trước ngày, tháng, năm", "không có địa danh", line)
    elif not found["comma"]:
        yield PLACE_DATE.deviation("comma", "dấu phẩy sau địa danh", "không có dấu phẩy", line)
    elif not place[0].isupper():
        yield PLACE_DATE.deviation("capital", "chữ cái đầu của địa danh viết hoa", f"“{place[:40]}”", line)
    yield from _day(line, found["day"], found["month"], found["year"])


def _day(line: Line, day: str, month: str, year: str) -> Iterator[Deviation]:
    """A date may be blank, wholly or in part, before the document is issued."""
    for name, figure, needs in (("ngày", day, 10), ("tháng", month, 3)):
        if figure.isdigit() and len(figure) == 1 and int(figure) < needs:
            expected = f"số 0 phía trước: {name} 0{figure}"
            yield PLACE_DATE.deviation(
                f"nought_{(name == 'ngày' and 'day') or 'month'}", expected, figure, line
            )
    if day.isdigit() and month.isdigit() and year.isdigit() and not _exists(day, month, year):
        found = f"ngày {day} tháng {month} năm {year}"
        yield PLACE_DATE.deviation("day", "một ngày có trong lịch", found, line)


def _exists(day: str, month: str, year: str) -> bool:
    try:
        date(int(year[:5]), int(month[:3]), int(day[:3]))
    except ValueError:
        return False
    return True


# --- type and subject ---------------------------------------------------------------------------


def _type(parts: Parts) -> Iterator[Deviation]:
    if parts.kind == "Công văn" and parts.type_line is None:
        if not parts.about:
            yield ABOUT.absent(must=True)
        yield from undressed(ABOUT, parts.about)
        return
    if parts.type_line is None:
        yield TYPE.absent(must=True)
        return
    yield from undressed(TYPE, [parts.type_line])
    if parts.subject:
        yield from undressed(SUBJECT, parts.subject)
    elif fold(parts.type_line.text) == fold(parts.kind):
        yield SUBJECT.absent(must=parts.named)
