"""Words of a Vietnamese text made comparable, and the terms that two texts are compared by.

A word is folded: small letters, one place for the tone mark (hoà = hòa), i = y after the consonants
where both are written (tỉ = tỷ), abbreviations every clerk writes out or not (UBND). A term is a word or a pair
of neighbouring words, because most Vietnamese words have two syllables. Nothing here knows any programme:
the lists hold words of administrative language in general.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
WORD = re.compile(r"[^\W_]+")
BREAK = re.compile(r"[^\w\s&–-]+")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")

# The same thing under two names; the first is replaced by the second before words are compared.
SAME = (
    ("nhân quyền", "quyền con người"),
    ("ubnd", "ủy ban nhân dân"),
    ("hđnd", "hội đồng nhân dân"),
    ("mttq", "mặt trận tổ quốc"),
    ("lhpn", "liên hiệp phụ nữ"),
    ("cntt", "công nghệ thông tin"),
    ("tttt", "thông tin và truyền thông"),
    ("tt&tt", "thông tin và truyền thông"),
    ("gd&đt", "giáo dục và đào tạo"),
    ("dtts", "dân tộc thiểu số"),
    ("ccvc", "công chức viên chức"),
    ("cbcc", "cán bộ công chức"),
    ("thcs", "trung học cơ sở"),
    ("thpt", "trung học phổ thông"),
    ("htx", "hợp tác xã"),
    ("bhyt", "bảo hiểm y tế"),
    ("bhxh", "bảo hiểm xã hội"),
    ("bồi dưỡng", "tập huấn"),
    ("đào tạo", "tập huấn"),
    ("trợ giúp", "hỗ trợ"),
    ("tuyên truyền", "truyền thông"),
)

# Words without content of their own.
EMPTY = (
    "và hoặc các những mọi của về ở cho với là được bị theo trong trên tại từ đến tới để do bằng vào ra như cùng khi "
    "thì mà này đó nêu sẽ đã đang cũng nhằm giữa sau trước bao gồm gồm trong đó một số làm phải"
)

# Words of measuring: they say how much, not of what.
MEASURE = (
    "tỷ lệ trọng giảm tăng nâng còn xuống lên dưới ít nhất tối thiểu đa đạt chiếm khoảng hơn tổng phấn đấu "
    "bình quân hàng mỗi năm phần trăm mức duy trì có"
)

# Words of place and level: a narrower area is the same claim.
SCOPE = (
    "địa bàn phạm vi tỉnh thành phố huyện quận thị xã phường trấn thôn cấp trung ương phương cả nước toàn quốc trực thuộc "
    "khu vực cơ sở"
)

# Pairs that carry little: almost every plan is made of them.
LIGHT = (
    "cán bộ, nhân sự, công chức, viên chức, người làm, tham gia, phụ trách, công tác, thực hiện, tổ chức, hoạt động, "
    "xây dựng, triển khai, tăng cường, nâng cao, bảo đảm, đảm bảo, tiếp tục, đẩy mạnh, góp phần, hoàn thành, việt nam, "
    "quy định, hiện hành, liên quan, cơ quan, đơn vị, địa phương, phù hợp, nội dung, kế hoạch, hiệu quả, chất lượng"
)

NAMED_PLACE = re.compile(
    r"\b([Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Xx]ã|[Pp]hường|Thủ đô)"
    r"((?:\s*[-–]\s*|\s+)(?=[^\W\d_a-zđà-ỹ])[^\W\d_]+)+"
)

TIME = re.compile(
    r"\b(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d\b|"
    r"(?:(?:đến|vào|trước|trong|từ)\s+)?(?:(?:hết|cuối|đầu)\s+)?(?:năm|giai đoạn)\s+20\d\d(?:\s*[-–]\s*20\d\d)?"
    r"|\b(?:19|20)\d\d\b"
)


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """One word folded: the tone mark goes to the end, so that its place in the syllable does not count."""
    letters, tone = [], ""
    for sign in unicodedata.normalize("NFD", word.lower()):
        if sign in TONES:
            tone = sign
        else:
            letters.append(sign)
    base = "".join(letters)
    if len(base) == 2 and base[1] == "i" and base[0] in "hklmst":
        base = base[0] + "y"
    return base + tone


def _keys(text: str) -> tuple[str, ...]:
    return tuple(key(word) for word in WORD.findall(text))


EMPTY_KEYS = frozenset(_keys(EMPTY))
MEASURE_KEYS = frozenset(_keys(MEASURE))
SCOPE_KEYS = frozenset(_keys(SCOPE))
LIGHT_PAIRS = frozenset("_".join(_keys(pair)) for pair in LIGHT.split(","))
SAME_PATTERN = re.compile("|".join(rf"\b{re.escape(short)}\b" for short, _ in SAME))
SAME_NAMES = dict(SAME)


def _plain(text: str) -> str:
    """Small letters, years and proper names of places cut (their rank stays), second names replaced, NFC."""
    text = NAMED_PLACE.sub(r"\1 ", unicodedata.normalize("NFC", text)).lower()
    return SAME_PATTERN.sub(lambda found: SAME_NAMES[found.group()], TIME.sub(" ; ", text))


def _number(word: str) -> str:
    return word.lstrip("0") or "0"


def runs(text: str, *, numbers: bool = False) -> list[list[str]]:
    """The folded words that say something, in runs that no empty word and no sign but a hyphen breaks.

    A light pair is one word of its run ("công_tác"), so that its halves pair with nothing. Numbers only
    where asked for."""
    found: list[list[str]] = [[]]
    for piece in BREAK.split(_plain(text)):
        for word in WORD.findall(piece):
            folded = _number(word) if word.isdigit() else key(word)
            if folded in EMPTY_KEYS or (word.isdigit() and not numbers):
                found.append([])
            elif found[-1] and f"{found[-1][-1]}_{folded}" in LIGHT_PAIRS:
                found[-1][-1] += f"_{folded}"
            else:
                found[-1].append(folded)
        found.append([])
    return [run for run in found if run]


def content(text: str) -> frozenset[str]:
    """The words of `runs`, whatever their order."""
    return frozenset(word for run in runs(text) for word in run)


def terms(text: str, *, numbers: bool = False) -> frozenset[str]:
    """Words and neighbouring pairs ("a b") of a text."""
    found: set[str] = set()
    for run in runs(text, numbers=numbers):
        found.update(run)
        found.update(f"{one} {two}" for one, two in pairwise(run) if one != two)
    return frozenset(found)


@lru_cache(maxsize=65536)
def bearing(term: str) -> float:
    """How much a term can say at all, 0..1, whatever the documents: pairs more than words, light words little."""
    parts = term.split(" ")
    if any(part in SCOPE_KEYS for part in parts):
        return 0.1
    if len(parts) == 1:
        return 0.1 if term in MEASURE_KEYS else 0.15 if "_" in term else 0.5
    if any("_" in part for part in parts):
        return 0.2
    measuring = sum(part in MEASURE_KEYS for part in parts)
    return (1.0, 0.5, 0.1)[measuring]


def listed_numbers(text: str) -> tuple[str, ...]:
    """Numbers that a text names, dates and document numbers left out, e.g. ("63", "67", "86")."""
    bare = re.sub(r"\d+/[\w/.\-]+|\bnăm \d{4}|\b\d{4}\s*[-–]\s*\d{4}|\b(?:19|20)\d\d\b|\(\d+\)", " ", text)
    return tuple(_number(found.group().replace(".", "")) for found in NUMBER.finditer(bare))
