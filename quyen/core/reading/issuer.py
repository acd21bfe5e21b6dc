"""The body that issues a document, from its head, in the spelling the text itself uses."""

from __future__ import annotations

import re
from collections import Counter

from quyen.core.reading.citations import REFERENCE
from quyen.core.reading.head_lines import Head, Line, is_motto, without_motto
from quyen.core.text.dates import DATE
from quyen.core.text.folding import fold
from quyen.core.types import Document, Fact, Span

_BODY_WORD = re.compile(
    r"\b(?:uy ban|hoi dong|bo|so|ban|tinh uy|thanh uy|dang uy|dang doan|huyen uy|quan uy|chinh phu|thu tuong|chu tich|quoc hoi|ubnd|hdnd|cuc|tong cuc|vu"
    r"|vien|truong|dai hoc|benh vien|van phong|toa an|thanh tra|lien doan|hoi|doan|cong an|kho bac|bao hiem|ngan hang|trung tam|tap doan|tong cong ty"
    r"|chi cuc|thong tan|dai|kiem toan|mat tran|bo chi huy|bo tu lenh|lien minh|phong|xa|phuong|to cong tac|bcd|bql|ban chi dao)\b"
)
_PLACE = re.compile(r"(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|xa|phuong|thi tran|dac khu)\b")
_COMMITTEE = re.compile(r"(?:uy ban nhan dan|hoi dong nhan dan|ubnd|hdnd)\Z")
_NUMBER_LINE = re.compile(r"\bso(?: hieu)?\s*[:.]?\s*[\d.…_]*\s*/|\bso\s*:")
_SUPERIOR = re.compile(r"dang cong san viet nam\Z")
_LABEL = re.compile(r"co quan ban hanh\b|noi ban hanh van ban\b")
_MENTIONS = 40
_EDGES = " *-–—_#|."
_SUBJECT = re.compile(r"(?:ve viec|thuc hien|trien khai|ban hanh|phe duyet|v/v|quy dinh|ke hoach)\b")
_FIXED = {
    fold(name): name
    for name in (
        "Thủ tướng Chính phủ",
        "Chính phủ",
        "Quốc hội",
        "Ủy ban Thường vụ Quốc hội",
        "Chủ tịch nước",
        "Bộ Chính trị",
        "Ban Bí thư",
    )
}
_CONTINUES = re.compile(r"(?:va|cua|ve|cac|-|,)\s|.*(?:,|\bva|-)\Z")

_SMALL_WORDS = (
    "và của các về tỉnh thành phố huyện quận thị xã phường trấn đặc khu nhân dân ban nhân dân hội sự ương chính trị"
    " tướng phủ trưởng tế pháp nghệ trường tài thương thông tin truyền thể thao du lịch đào tạo giáo dục nội vụ"
    " xây dựng giao vận tải nghiệp nông lao động xã khoa học công môi ngoại an phòng quốc gia chỉ đạo đình"
)
_SMALL = frozenset(fold(_SMALL_WORDS).split())
_ABBREVIATED = frozenset(("ubnd", "hdnd", "bcd", "bql", "ubmttq", "mttq", "lhpn", "tncs", "qlda"))
_SHORTENED = {"bcd": "Ban Chỉ đạo", "bql": "Ban Quản lý"}
_PREAMBLE = 4000  # letters after the subject in which the body may name itself
_VOWELS = set("aeiouy")
_RANKS = frozenset(("tinh", "xa", "phuong", "huyen", "quan"))
_PARTY = frozenset(("tinh", "thanh", "huyen", "quan"))


def find_issuer(document: Document, folded: str, head: Head) -> Fact | None:
    """The issuing body: the lowest body named at the head; a committee together with its place."""
    chosen = _choose(head)
    if not chosen:
        return _labelled(head) or _from_body(document, head)
    at = Span(chosen[0].at.start, chosen[-1].at.end)
    name = " ".join(words for line in chosen if (words := _words(line)))
    if fold(name.split(" ", 1)[0]) in _SHORTENED:
        return Fact(_spelt_out(name, document, head), at)
    return Fact(natural(_with_place(name, head, folded), document.text, folded), at)


def _words(line: Line) -> str:
    return without_motto(line).strip(_EDGES)


def _is_candidate(line: Line) -> bool:
    """Capitals that may name a body; number, date, motto and the Party's name above a committee are none."""
    words = _words(line)
    if not words.isupper():
        return False
    folded = fold(words)
    if _SUPERIOR.search(folded) or _NUMBER_LINE.search(folded):
        return False
    if REFERENCE.search(words) or DATE.search(words):
        return False
    return not (line.cell is not None and line.cell[1] > 0 and is_motto(line.folded))


def _choose(head: Head) -> list[Line]:
    """The last run of lines that begins with the name of a body."""
    runs: list[list[Line]] = []
    last = -2
    for place, line in enumerate(head.lines):
        if not _is_candidate(line):
            continue
        words = fold(_words(line))
        if runs and _joins(runs[-1][-1], line, words, near=place == last + 1):
            runs[-1].append(line)
            last = place
        elif _BODY_WORD.match(words):
            runs.append([line])
            last = place
    return runs[-1] if runs else []


def _joins(before: Line, line: Line, words: str, *, near: bool) -> bool:
    """A place under a committee, or the rest of a name broken over two lines."""
    above = fold(_words(before))
    if _PLACE.match(words) and (_COMMITTEE.search(above) or (near and not _PLACE.search(above))):
        return True
    if not near or before.cell != line.cell:
        return False
    return bool(_CONTINUES.match(words) or _CONTINUES.match(above)) or not (
        _BODY_WORD.match(words) or _SUBJECT.match(words)
    )


def _with_place(name: str, head: Head, folded: str) -> str:
    """A committee without its place takes it from the place-and-date line, with the rank the text gives it."""
    if not _COMMITTEE.search(fold(name)):
        return name
    for line in head.lines:
        found = re.search(r"([^\W\d][^\d,|]{1,40}),\s*ngày", line.text)
        if found:
            place = found[1].strip()
            ranks = (
                rank
                for rank in ("tỉnh", "thành phố", "xã", "phường")
                if f"{fold(rank)} {fold(place)}" in folded
            )
            rank = next(ranks, "")
            return f"{name} {rank} {place}".replace("  ", " ").upper()
    return name


def _labelled(head: Head) -> Fact | None:
    """A portal's own table: "Cơ quan ban hành | Chính phủ"."""
    for place, line in enumerate(head.lines[:-1]):
        if _LABEL.match(line.folded.strip(" *")):
            below = head.lines[place + 1]
            if below.cell and line.cell and below.cell[0] == line.cell[0]:
                return Fact(below.text.strip(" *"), below.at)
    return None


def _spelt_out(name: str, document: Document, head: Head) -> str:
    """ "BCĐ CT GIA ĐÌNH" as the preamble writes it in full; its bare "xã" with the name that the head gives."""
    short, _, rest = name.partition(" ")
    full = _SHORTENED[fold(short)]
    acts = re.compile(
        rf"{full}(?:\s[^\s,;:.()]+){{1,12}}?(?=\s(?:ban hành|xây dựng|triển khai|đề nghị|yêu cầu|lập|thông báo)\b)",
        re.I,
    )
    found = acts.search(document.text, head.body, head.body + _PREAMBLE)
    if not found:
        return " ".join([full, *_cased(["", *rest.split()])[1:]])
    written = " ".join(found[0].split())
    rank = fold(written.rsplit(" ", 1)[-1])
    for line in head.lines if rank in _RANKS else ():
        words = _words(line).split()
        above = [fold(word) for word in words]
        if rank in above[:-1] and _words(line).isupper():
            return " ".join([written, *_cased(["", *words[above.index(rank) :]])[2:]])
    return written


_ACTS = re.compile(
    r"(?P<name>(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Chủ tịch (?:Ủy|Uỷ) ban nhân dân|Thủ tướng Chính phủ|Chính phủ|Hội đồng nhân dân|HĐND|Bộ|Sở|Ban|Tỉnh ủy|Thành ủy|Đảng ủy|Hội|Cục|Tổng cục|Viện|Trường)"
    r"(?:\s(?!về\s(?:việc|triển khai|ban hành|thực hiện|xây dựng|phê duyệt))[^\s,;:.]+(?:,(?=\s\S+(?:\s\S+){0,3}\s(?:và|&)\s))?){0,14}?)\s(?:đã\s)?(?:ban hành|xây dựng|triển khai|đề nghị|yêu cầu|thông báo)\b"
)


def _from_body(document: Document, head: Head) -> Fact | None:
    """No head: the body says "... ban hành Kế hoạch ... như sau:" in the paragraph before the first part."""
    reach = document.text[head.body : head.body + _PREAMBLE]
    for found in _ACTS.finditer(reach):
        start = head.body + found.start("name")
        return Fact(" ".join(found["name"].split()), Span(start, start + len(found["name"])))
    return None


def natural(name: str, text: str, folded: str) -> str:
    """A name in capitals as the text writes it elsewhere in small letters; else by the usual rule.

    `folded` is the folded text. The commonest way of writing counts, so that one slip does not.
    """
    name = " ".join(name.split())
    if not name.isupper():
        return name
    wanted = fold(name)
    if wanted in _FIXED:
        return _FIXED[wanted]
    written: Counter[str] = Counter()
    place = folded.find(wanted)
    while place >= 0 and written.total() < _MENTIONS:
        words = text[place : place + len(wanted)]
        if not words.isupper():
            written[words] += 1
        place = folded.find(wanted, place + len(wanted))
    return written.most_common(1)[0][0] if written else " ".join(_cased(name.split()))


def _cased(words: list[str]) -> list[str]:
    """First word with a capital, words in general use small, the rest taken for proper names: all words after
    the rank of a place, and abbreviations as they are."""
    out: list[str] = []
    proper = False  # what follows the rank of a place is its name
    for place, word in enumerate(words):
        bare = fold(word).strip(",-")
        before = fold(words[place - 1]) if place else ""
        if bare in _ABBREVIATED or (len(bare) > 1 and not _VOWELS & set(bare)):
            out.append(word)
            continue
        small = place > 0 and bare in _SMALL and not proper and before not in ("bo", "so")
        out.append(word.lower() if small else word[:1] + word[1:].lower())
        following = fold(words[place + 1]) if place + 1 < len(words) else ""
        proper = proper or (place > 0 and _is_rank(bare, before) and (bare, following) != ("xa", "hoi"))
    return out


def _is_rank(word: str, before: str) -> bool:
    """ "tỉnh", "xã", "thành phố" ... and the committee of the Party at the beginning of a name ("Tỉnh ủy ...")."""
    return (
        word in _RANKS
        or (word == "pho" and fold(before) == "thanh")
        or (word == "uy" and fold(before) in _PARTY)
    )
