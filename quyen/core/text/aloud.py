"""Vietnamese text as it is read aloud: figures, dates, signs and abbreviations as words. For radio and loudspeakers, where
nobody can look at the paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from quyen.core.text.encodings import nfc

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", "nghìn", "triệu")
_SIGNS = {
    "%": " phần trăm", "‰": " phần nghìn", "&": " và ", "+": " cộng ", "=": " bằng ", "≥": " từ ", "≤": " không quá ",
    ">": " trên ", "<": " dưới ", "°C": " độ C", "№": " số ", "@": " a còng ",
}  # fmt: skip
#: abbreviation -> what is said. Those of the programme's texts; an agency's own are left as they stand, and listed
ABBREVIATIONS: dict[str, str] = {
    "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "MTTQ": "Mặt trận Tổ quốc", "TAND": "Tòa án nhân dân",
    "VKSND": "Viện kiểm sát nhân dân", "CSGT": "cảnh sát giao thông", "CAND": "Công an nhân dân", "QĐND": "Quân đội nhân dân",
    "LHPN": "Liên hiệp Phụ nữ", "ĐTNCS": "Đoàn Thanh niên cộng sản", "TNCS": "Thanh niên cộng sản", "CCB": "Cựu chiến binh",
    "TT&TT": "Thông tin và Truyền thông", "TTTT": "Thông tin và Truyền thông", "BTTTT": "Bộ Thông tin và Truyền thông", "VHTTDL": "Văn hóa, Thể thao và Du lịch",
    "VH-TT&DL": "Văn hóa, Thể thao và Du lịch", "VHTT&DL": "Văn hóa, Thể thao và Du lịch", "KH&CN": "Khoa học và Công nghệ",
    "GD&ĐT": "Giáo dục và Đào tạo", "LĐTBXH": "Lao động, Thương binh và Xã hội", "BHXH": "bảo hiểm xã hội",
    "BHYT": "bảo hiểm y tế", "CCCD": "căn cước công dân", "BLHS": "Bộ luật Hình sự", "BLDS": "Bộ luật Dân sự",
    "BLTTHS": "Bộ luật Tố tụng hình sự", "DTTS": "dân tộc thiểu số", "NKT": "người khuyết tật", "THPT": "trung học phổ thông",
    "THCS": "trung học cơ sở", "QPPL": "quy phạm pháp luật", "TGPL": "trợ giúp pháp lý", "CNTT": "công nghệ thông tin",
    "LHQ": "Liên hợp quốc", "ASEAN": "A-xê-an", "UNICEF": "U-ni-xép", "UNESCO": "U-nét-xcô", "HIV": "hát i vê", "AIDS": "ết",
    "UPR": "rà soát định kỳ phổ quát", "UDHR": "Tuyên ngôn quốc tế về quyền con người",
    "ICCPR": "Công ước quốc tế về các quyền dân sự và chính trị",
    "ICESCR": "Công ước quốc tế về các quyền kinh tế, xã hội và văn hóa",
    "CEDAW": "Công ước về xóa bỏ mọi hình thức phân biệt đối xử với phụ nữ",
    "ICERD": "Công ước quốc tế về xóa bỏ mọi hình thức phân biệt chủng tộc", "CERD": "Công ước quốc tế về xóa bỏ mọi hình thức phân biệt chủng tộc",
    "CRC": "Công ước về quyền trẻ em", "CRPD": "Công ước về quyền của người khuyết tật", "CAT": "Công ước chống tra tấn",
    "NĐ-CP": "nghị định của Chính phủ", "QĐ-TTg": "quyết định của Thủ tướng Chính phủ", "KH-UBND": "kế hoạch của Ủy ban nhân dân",
    "TTg": "Thủ tướng Chính phủ", "TP.HCM": "Thành phố Hồ Chí Minh", "TPHCM": "Thành phố Hồ Chí Minh", "TP": "thành phố",
    "ĐT": "điện thoại", "SĐT": "số điện thoại", "VNĐ": "đồng", "VND": "đồng", "v.v": "vân vân", "v/v": "về việc",
    "km": "ki-lô-mét", "km2": "ki-lô-mét vuông", "m2": "mét vuông", "m²": "mét vuông", "kg": "ki-lô-gam", "ha": "héc-ta", "vd": "ví dụ", "VD": "ví dụ",
}  # fmt: skip
_UNITS = frozenset(("km", "km2", "m2", "m²", "kg", "ha"))  # only behind a figure

_WORD = r"A-Za-zÀ-ỹĐđ"
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_ROMAN = re.compile(
    r"\b(thế kỷ|khóa|lần thứ|chương|phần|mục|quý|kỳ họp thứ)\s+([IVXLC]{1,7})\b", re.IGNORECASE
)
_WEB = re.compile(
    rf"\b(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+(?:vn|com|org|net|gov|info|int|edu)(?:/[^\s,;)]*)?)(?![{_WORD}])",
    re.I,
)
_DAY = re.compile(r"(?:\b([Nn]gày)\s+)?(?<![\d/])(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?![\d/])")
_MONTH = re.compile(r"\b(tháng\s+)?(?<![\d/])(\d{1,2})/((?:19|20)\d{2})(?![\d/])")
_SHORT_DAY = re.compile(r"\b(ngày)\s+(\d{1,2})/(\d{1,2})(?![\d/])", re.IGNORECASE)
_CLOCK = re.compile(r"(?<!\d)([01]?\d|2[0-4])(?:\s*[:h]\s*|\s+giờ\s+)([0-5]\d)(?![\d%])")
_HOUR = re.compile(r"(?<!\d)([01]?\d|2[0-4])h(?![\w])")
_PHONE = re.compile(
    r"(?<![\d.,])(0\d{2,3}[ .-]?\d{3,4}[ .-]?\d{3,4}|1[189]00[ .-]?\d{3,6}|111|112|113|114|115)(?![\d.,]*\d)"
)
_HOTLINES = frozenset(("111", "112", "113", "114", "115"))
_HOTLINE_CALLED = re.compile(
    r"(tổng đài|đường dây nóng|gọi|số điện thoại|hotline)[^.;\d]{0,24}(?:11[1-5]\s*(?:,|hoặc|hay|và)\s*)*$",
    re.IGNORECASE,
)
_SYMBOL = re.compile(rf"(?<![\d/])(\d{{1,5}})/((?:19|20)\d{{2}})/([{_WORD}]+(?:-[{_WORD}0-9]+)*)")
_SHORT_SYMBOL = re.compile(rf"(?<![\d/])(\d{{1,5}})/([A-ZĐ][{_WORD}]*-[A-ZĐ][{_WORD}]+)")
_RANGE = re.compile(rf"(?<![\d.,/])({_NUMBER})\s?[-–]\s?({_NUMBER})(?![\d/])")
_ANY = re.compile(rf"(?<![\d.,{_WORD}])({_NUMBER})(?![\d])")
_FRACTION = re.compile(r"(?<![\d/])(\d{1,3})/(\d{1,3})(?![\d/])")


def read_aloud(text: str) -> str:
    """The text as a Vietnamese announcer says it, NFC. What is no figure, sign or known abbreviation stays."""
    said = nfc(text)
    for pattern, say in _STEPS:
        said = pattern.sub(say, said)
    for sign, words in _SIGNS.items():
        said = said.replace(sign, words)
    said = re.sub(r"[ \t]+([,.;:!?])", r"\1", re.sub(r"[ \t]{2,}", " ", said))
    return "\n".join(line.strip() for line in said.split("\n"))


def unread(text: str) -> tuple[str, ...]:
    """Abbreviations that `read_aloud` does not know: somebody has to say how they are read. In order, each once."""
    found = re.findall(rf"(?<![{_WORD}\d])(?:[A-ZĐ]{{2,}}[&-]?)+(?![{_WORD}])", read_aloud(text))
    kept = [word for word in found if not _is_shouted(word, text)]
    return tuple(dict.fromkeys(kept))


def _is_shouted(word: str, text: str) -> bool:
    """A word in capitals within a line of capitals is no abbreviation."""
    lines = [line for line in text.split("\n") if word in line]
    return any(line.upper() == line and len(line.split()) > 2 for line in lines)


def number_in_words(number: int) -> str:
    """ "hai nghìn không trăm hai mươi sáu". Errors: ValueError below 0 and from 10**15 on."""
    if not 0 <= number < 10**15:
        raise ValueError(number)
    if number >= 10**9:
        billions, rest = divmod(number, 10**9)
        return f"{number_in_words(billions)} tỷ" + (f" {_below_billion(rest, full=True)}" if rest else "")
    return _below_billion(number, full=False)


def _below_billion(number: int, *, full: bool) -> str:
    """`full`: something stands before it, so that hundreds are said even where there are none."""
    if number == 0:
        return _DIGITS[0]
    parts: list[str] = []
    for place in (2, 1, 0):
        group = number // 1000**place % 1000
        if group:
            parts.append(f"{_group(group, full=full or bool(parts))} {_GROUPS[place]}".strip())
    return " ".join(parts)


def _group(number: int, *, full: bool) -> str:
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words = [f"{_DIGITS[hundreds]} trăm"] if hundreds or full else []
    if tens == 0:
        words += [f"linh {_DIGITS[ones]}" if words else _DIGITS[ones]] if ones else []
    else:
        words.append("mười" if tens == 1 else f"{_DIGITS[tens]} mươi")
        words += [_last(tens, ones)] if ones else []
    return " ".join(words)


def _last(tens: int, ones: int) -> str:
    if ones == 5:
        return "lăm"
    return {1: "mốt", 4: "tư"}.get(ones, _DIGITS[ones]) if tens > 1 else _DIGITS[ones]


def _figure(words: str) -> str:
    """ "1.000,5" -> "một nghìn phẩy năm"; a figure too long to be a number is said digit by digit."""
    whole, _, part = words.replace(".", "").partition(",")
    if len(whole) > 15 or (len(whole) > 2 and whole.startswith("0")):
        return _one_by_one(whole)
    said = number_in_words(int(whole))
    if not part:
        return said
    return f"{said} phẩy {_one_by_one(part) if part.startswith('0') or len(part) > 2 else number_in_words(int(part))}"


def _one_by_one(digits: str) -> str:
    return " ".join(_DIGITS[int(digit)] for digit in digits if digit.isdigit())


def _web(found: re.Match[str]) -> str:
    return (
        found[1].rstrip("/.").replace(".", " chấm ").replace("/", " gạch chéo ").replace("-", " gạch ngang ")
    )


def _day(found: re.Match[str]) -> str:
    day, month, year = int(found[2]), int(found[3]), int(found[4])
    try:
        date(year, month, day)
    except ValueError:
        return found[0]
    return f"{found[1] or 'ngày'} {_of_month(day)} tháng {_month_name(month)} năm {number_in_words(year)}"


def _of_month(day: int) -> str:
    return f"mùng {number_in_words(day)}" if day <= 10 else number_in_words(day)


def _month_name(month: int) -> str:
    return "tư" if month == 4 else number_in_words(month)


def _month(found: re.Match[str]) -> str:
    if not 1 <= int(found[2]) <= 12:
        return found[0]
    return f"tháng {_month_name(int(found[2]))} năm {number_in_words(int(found[3]))}"


def _short_day(found: re.Match[str]) -> str:
    day, month = int(found[2]), int(found[3])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return found[0]
    return f"{found[1]} {_of_month(day)} tháng {_month_name(month)}"


def _clock(found: re.Match[str]) -> str:
    minutes = int(found[2])
    return f"{number_in_words(int(found[1]))} giờ" + (f" {number_in_words(minutes)} phút" if minutes else "")


def _phone(found: re.Match[str]) -> str:
    if found[1] in _HOTLINES and not _HOTLINE_CALLED.search(found.string[: found.start()]):
        return found[0]
    groups = re.split(r"[ .-]", found[1])
    return ", ".join(_one_by_one(group) for group in groups)


def _symbol(found: re.Match[str]) -> str:
    return f"{_figure(found[1])} năm {number_in_words(int(found[2]))}, {_letters(found[3])}"


def _letters(symbol: str) -> str:
    return ABBREVIATIONS.get(symbol, symbol)


def _range(found: re.Match[str]) -> str:
    return f"{_figure(found[1])} đến {_figure(found[2])}"


def _unit(found: re.Match[str]) -> str:
    return f"{found[1]} {ABBREVIATIONS[found[2]]}"


def _any_of(names: list[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_LONGER = _any_of([name for name in ABBREVIATIONS if name not in _UNITS])
_SHORT = re.compile(rf"(?<![{_WORD}\d.-])({_LONGER})(?![{_WORD}\d]|/\d|-[A-ZĐ])(?:\.(?=\s+[{_WORD}]))?")
_MEASURED = re.compile(rf"(\d)\s?({_any_of(sorted(_UNITS))})(?![{_WORD}\d])")
_MONEY = re.compile(rf"(\d)\s?(?:đ|₫)(?![{_WORD}])")
_PER = re.compile(rf"(?<=[{_WORD}])/(?=[{_WORD}])")

_STEPS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_WEB, _web),
    (_SYMBOL, _symbol),
    (_SHORT_SYMBOL, lambda found: f"{_figure(found[1])}, {_letters(found[2])}"),
    (_DAY, _day),
    (_SHORT_DAY, _short_day),
    (_MONTH, _month),
    (_CLOCK, _clock),
    (_HOUR, lambda found: f"{number_in_words(int(found[1]))} giờ"),
    (_PHONE, _phone),
    (_ROMAN, lambda found: f"{found[1]} {number_in_words(_roman(found[2].upper()))}"),
    (_MEASURED, _unit),
    (_MONEY, lambda found: f"{found[1]} đồng"),
    (_SHORT, lambda found: ABBREVIATIONS[found[1]]),
    (_PER, lambda found: " hoặc "),
    (_FRACTION, lambda found: f"{_figure(found[1])} phần {_figure(found[2])}"),
    (_RANGE, _range),
    (_ANY, lambda found: _figure(found[1])),
)


def _roman(letters: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[letter] for letter in letters]
    return sum(-value if value < max(values[at:], default=0) else value for at, value in enumerate(values))


#: how many words a minute an announcer reads (Khmer and others that do not part words: letters a minute). Estimates for a
#: loudspeaker, slower than a newsreader's 180 syllables a minute; a person who reads it knows better
_PACE = {"vi": 150, "en": 130, "km": 420, "lo": 420, "zh": 200, "ja": 260}
_BY_LETTER = frozenset(("km", "lo", "zh", "ja"))
_SPOKEN = re.compile(r"[^\W_]+")


def seconds_aloud(text: str, language: str) -> int:
    """About how long it takes to read a text aloud, in seconds; `text` as it is read (figures as words)."""
    pieces = _SPOKEN.findall(text)
    count = sum(len(piece) for piece in pieces) if language in _BY_LETTER else len(pieces)
    pauses = 0.4 * len(re.findall(r"[.!?។]\s|\n", text))
    return round(count * 60 / _PACE.get(language, 130) + pauses)
