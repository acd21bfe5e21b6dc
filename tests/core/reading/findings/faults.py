"""Faults put into a clean text at random: each gives the faulty text, the kind a clerk would name, and the words
at the place. None of them knows the lists of the checks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from random import Random
from typing import NamedTuple

MARKS = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"
VOWELS = "aeiouy"


class Faulty(NamedTuple):
    text: str
    kinds: tuple[str, ...]
    words: str  # the finding's place shares some of these


def _replace(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def _body_words(text: str) -> list[re.Match[str]]:
    """Words of two letters and more in small letters, inside sentences."""
    body = text.index("I. MỤC ĐÍCH")
    return [
        found
        for found in re.finditer(r"(?<= )[^\W\d_]{2,}(?= )", text)
        if found.start() > body and found[0].islower()
    ]


def wrong_mark(text: str, rnd: Random) -> Faulty:
    """One vowel of one word gets another mark, or loses its mark."""
    while True:
        word = rnd.choice(_body_words(text))
        letters = [unicodedata.normalize("NFD", letter) for letter in word[0]]
        places = [place for place, letter in enumerate(letters) if letter[0] in VOWELS]
        if not places or word[0].isascii():
            continue
        place = rnd.choice(places)
        letters[place] = letters[place][0] + rnd.choice(["", *MARKS])
        wrong = unicodedata.normalize("NFC", "".join(letters))
        if wrong != word[0] and all(len(unicodedata.normalize("NFC", letter)) == 1 for letter in letters):
            return Faulty(_replace(text, *word.span(), wrong), ("spelling",), wrong)


def swapped_letters(text: str, rnd: Random) -> Faulty:
    while True:
        word = rnd.choice(_body_words(text))
        place = rnd.randrange(len(word[0]) - 1)
        one, two = word[0][place : place + 2]
        wrong = word[0][:place] + two + one + word[0][place + 2 :]
        if one != two and not wrong.isascii():
            return Faulty(_replace(text, *word.span(), wrong), ("spelling",), wrong)


def doubled_word(text: str, rnd: Random) -> Faulty:
    small = [
        word
        for word in _body_words(text)
        if word[0] in ("và", "của", "các", "cho", "trong", "được", "là", "với")
    ]
    word = rnd.choice(small)
    return Faulty(_replace(text, *word.span(), f"{word[0]} {word[0]}"), ("doubled_word",), word[0])


def missing_space(text: str, rnd: Random) -> Faulty:
    place = rnd.choice(list(re.finditer(r"(?<=[a-zà-ỹ])[,;](?= [^\W\d_])", text)))
    return Faulty(_replace(text, place.end(), place.end() + 1, ""), ("spacing",), place[0])


def stray_space(text: str, rnd: Random) -> Faulty:
    place = rnd.choice(list(re.finditer(r"(?<=[a-zà-ỹ])[,;](?=\s)", text)))
    return Faulty(_replace(text, place.start(), place.start(), " "), ("spacing",), place[0])


def lost_bracket(text: str, rnd: Random) -> Faulty:
    place = rnd.choice(list(re.finditer(r"(?<=[a-zà-ỹ]{2})\)|(?<= )\((?=[a-zà-ỹ]{2})", text)))
    return Faulty(_replace(text, *place.span(), ""), ("unpaired",), "()")


def changed_digits(text: str, rnd: Random) -> Faulty:
    """The mention without a date gets its digits in another order."""
    digits = list("4526")
    while "".join(digits) == "4526" or digits[0] == "0":
        rnd.shuffle(digits)
    wrong = "".join(digits)
    at = text.rindex("4526/QĐ-TTg")
    more = "\n\nTiếp tục quán triệt Quyết định số 4526/QĐ-TTg ngày 12 tháng 6 năm 2023 của Thủ tướng Chính phủ.\n\n3. Cơ"
    return Faulty(_replace(text, at, at + 4, wrong).replace("\n\n3. Cơ", more), ("number_conflict",), wrong)


def lost_hyphen(text: str, rnd: Random) -> Faulty:
    number = rnd.choice(list(re.finditer(r"\d+/(?:\d{4}/)?[A-ZĐ][\w]*-[\w]+", text)))
    wrong = number[0].replace("-", rnd.choice(["", "- ", " -"]))
    return Faulty(_replace(text, *number.span(), wrong), ("malformed_symbol",), wrong)


def two_dates(text: str, rnd: Random) -> Faulty:
    more = f" (theo Quyết định số 4526/QĐ-TTg ngày {rnd.randint(13, 28)} tháng 6 năm 2023 của Thủ tướng Chính phủ)"
    return Faulty(
        text.replace("nguồn nhân lực của địa phương.", f"nguồn nhân lực{more}."), ("date_conflict",), "4526"
    )


def wrong_year(text: str, rnd: Random) -> Faulty:
    return Faulty(
        text.replace("318/2022", f"318/{rnd.choice([2012, 2020, 2021])}"), ("date_conflict",), "318"
    )


def cited_later(text: str, rnd: Random) -> Faulty:
    wrong = text.replace(
        "20 tháng 10 năm 2023", f"{rnd.randint(10, 28)} tháng 10 năm {rnd.randint(2024, 2026)}"
    )
    return Faulty(wrong, ("cited_later",), "2087")


def impossible_date(text: str, rnd: Random) -> Faulty:
    date = rnd.choice(
        ["31 tháng 6 năm 2023", "30 tháng 02 năm 2023", "12 tháng 13 năm 2023", "45 tháng 6 năm 2023"]
    )
    return Faulty(text.replace("12 tháng 6 năm 2023", date, 1), ("impossible_date",), date)


def skipped_part(text: str, rnd: Random) -> Faulty:
    """A part, number or letter of a list gets the next sign, or the one before it again."""
    old, new = rnd.choice(
        [("III. KINH", "II. KINH"), ("IV. TỔ", "V. TỔ"), ("3. Cơ sở", "4. Cơ sở"), ("2. Sở Tài", "3. Sở Tài"),
         ("d) Tạo", "đ) Tạo"), ("c) Tham", "d) Tham"), ("c) Bảo", "b) Bảo"), ("2. Yêu cầu", "3. Yêu cầu")]
    )  # fmt: skip
    return Faulty(text.replace(old, new, 1), ("numbering",), re.split(r"[.)]", new)[0])


def empty_cell(text: str, rnd: Random) -> Faulty:
    rows = [found for found in re.finditer(r"^\| \d \|.*\|$", text, re.M) if found[0].count("|") == 6]
    row = rnd.choice(rows)
    cells = row[0].split("|")
    column, kind = rnd.choice([(3, "no_lead"), (5, "no_time")])
    words = cells[2].strip()
    cells[column] = " "
    return Faulty(_replace(text, *row.span(), "|".join(cells)), (kind,), words)


def wrong_total(text: str, rnd: Random) -> Faulty:
    wrong = text.replace(rnd.choice(["480 |", "365 |"]), f"{rnd.randint(100, 999)} |")
    return Faulty(wrong, ("total",), "2.095")


def late_deadline(text: str, rnd: Random) -> Faulty:
    time = rnd.choice(["Năm 2029", "Quý III/2028", "Tháng 10 năm 2030"])
    return Faulty(text.replace("Tháng 12/2027", time), ("deadline_beyond",), time)


def past_deadline(text: str, rnd: Random) -> Faulty:
    time = rnd.choice(["Quý IV/2023", "Tháng 02/2024", "Năm 2023", "Trước ngày 10/3/2024"])
    return Faulty(text.replace("Quý II/2024", time), ("deadline_past",), time)


def lost_head(text: str, rnd: Random) -> Faulty:
    what, kind = rnd.choice(
        [("Số: 117/KH-UBND\n\n", "no_number"), ("An Bình, ngày 14 tháng 3 năm 2024\n\n", "no_date")]
    )
    return Faulty(text.replace(what, ""), (kind,), "KẾ HOẠCH")


def lost_end(text: str, rnd: Random) -> Faulty:
    what, kind = rnd.choice([("- Lưu: VT, VX.\n", "no_archive"), ("TM. ỦY BAN NHÂN DÂN\n", "no_authority")])
    return Faulty(text.replace(what, ""), (kind,), "KT. CHỦ TỊCH Ủy ban nhân dân các huyện, thành phố")


def missing_annex(text: str, rnd: Random) -> Faulty:
    words = rnd.choice(
        ["chi tiết tại Phụ lục II", "Phụ lục kèm theo", "danh mục tại Phụ lục ban hành kèm theo"]
    )
    return Faulty(
        text.replace("III. KINH", f"Các nhiệm vụ khác ({words}).\n\nIII. KINH"), ("no_annex",), words
    )


def bare_part(text: str, rnd: Random) -> Faulty:
    name = rnd.choice(["GIẢI PHÁP", "LỘ TRÌNH", "THỜI GIAN THỰC HIỆN"])
    later = text.replace("IV. TỔ", "V. TỔ").replace("III. KINH", "IV. KINH")
    return Faulty(later.replace("IV. KINH", f"III. {name}\n\nIV. KINH"), ("bare_heading",), name)


def no_basis(text: str, rnd: Random) -> Faulty:
    bases = text[text.index("Căn cứ Quyết") : text.index("I. MỤC")]
    bare = text.replace(bases, "Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung sau:\n\n")
    return Faulty(bare.replace("Quyết định số 4526/QĐ-TTg", "Chương trình"), ("no_basis",), "KẾ HOẠCH")


FAULTS: dict[str, Callable[[str, Random], Faulty]] = {
    fault.__name__: fault
    for fault in (
        *(
            wrong_mark,
            swapped_letters,
            doubled_word,
            missing_space,
            stray_space,
            lost_bracket,
            changed_digits,
        ),
        *(
            lost_hyphen,
            two_dates,
            wrong_year,
            cited_later,
            impossible_date,
            skipped_part,
            empty_cell,
            wrong_total,
        ),
        *(late_deadline, past_deadline, lost_head, lost_end, missing_annex, bare_part, no_basis),
    )
}
