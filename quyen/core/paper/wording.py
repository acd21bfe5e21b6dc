"""Words that the Decree fixes, as printed: days, bases, lists, recipients, figures. No word of looks here.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II; the clause stands beside its use.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from quyen.core.paper.signs import fit
from quyen.core.text.abbreviations import type_of_symbol
from quyen.core.text.encodings import nfc
from quyen.core.text.folding import fold

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
END = "./."  # what ends a document (Phụ lục III)
GAP = "      "  # room for what is written by hand
_DASH = re.compile(r"\A(?:\s*[-–]\s+)+")
_POINTS = str.maketrans(",.", ".,")


@lru_cache(maxsize=4096)  # tables say the same again and again
def one_line(words: str) -> str:
    """Words on one line, in signs that are seen."""
    return " ".join(seen(words).split())


def seen(words: str) -> str:
    """Words composed, without signs that nobody sees or that turn the direction of writing."""
    words = nfc(fit(words))
    if words.isascii():
        return words
    return "".join(sign for sign in words if unicodedata.category(sign) != "Cf")


def number_and_symbol(number: str, symbol: str) -> str:
    """ "Số: 05/BC-UBND": a number below 10 with a nought (II.3.c); room where there is none yet."""
    number, symbol = one_line(number), one_line(symbol)
    number = number.zfill(2) if number.isdigit() else number
    return f"Số: {number or GAP}/{symbol}"


def place_and_day(place: str, day: date | None) -> str:
    """ "Hà Nội, ngày 05 tháng 3 năm 2026": days below 10 and months 1 and 2 with a nought (II.4.b)."""
    if day is None:
        return f"{place}, ngày      tháng      năm        "
    return f"{place}, {day_said(day)}".lstrip(", ")


def day_said(day: date | None) -> str:
    """ "ngày 05 tháng 3 năm 2026", or room for it."""
    if day is None:
        return f"ngày{GAP}tháng{GAP}năm{GAP}"
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def base_lines(lines: Sequence[str]) -> list[str]:
    """Legal bases: each begins with "Căn cứ" and ends in ";", the last in "." (II.6.a). Empty ones are left out."""
    said = [base for base in map(_base, lines) if base]
    return _ended(said, ".")


def _base(line: str) -> str:
    """ "1079/QĐ-TTg" -> "Căn cứ Quyết định số 1079/QĐ-TTg"."""
    words = " ".join(fit(line).split()).rstrip(" ;.,")
    if not words or words.lower().startswith("căn cứ "):
        return words
    number, slash, symbol = words.partition("/")
    if slash and number.isdigit():
        words = f"{type_of_symbol(symbol.rpartition('/')[2]) or 'Văn bản'} số {words}"
    return f"Căn cứ {words}"


def item_lines(items: Sequence[str], close: str = ".") -> list[str]:
    """Items of a list, each with its dash; they end in ";", the last in `close`."""
    return _ended([f"- {_DASH.sub('', item).rstrip(' ;./')}" for item in items], close)


def recipient_lines(recipients: Sequence[str]) -> list[str]:
    """ "- Như trên;" to "- Lưu: VT." (II.9.d): what is kept stands last, and is never missing."""
    said = [words for one in recipients if (words := _DASH.sub("", one_line(one)).rstrip(" ;."))]
    kept = [one for one in said if _is_kept(one)] or ["Lưu: VT"]
    return _ended([f"- {one}" for one in (*(one for one in said if not _is_kept(one)), *kept)], ".")


def _is_kept(line: str) -> bool:
    return fold(line).startswith("luu:")


def _ended(lines: Sequence[str], close: str) -> list[str]:
    return [line + (close if number == len(lines) else ";") for number, line in enumerate(lines, 1)]


def figure(value: Decimal | int) -> str:
    """1000.50 as "1.000,50": every digit that was given, none more. A minus as Vietnamese prints it: "-5"."""
    if not isinstance(value, Decimal):
        return f"{value:,}".translate(_POINTS)
    return (f"{value:,f}" if value.is_finite() else str(value)).translate(_POINTS)
