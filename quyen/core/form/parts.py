"""The parts of a document, as they are found, and how their first words are told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from quyen.core.form.lines import Line, Paragraph
from quyen.core.text.folding import fold

BELOW_HEAD = 14  # lines below the head among which type and addressees stand
_LETTERS = re.compile(r"[^a-z]+")
_LEVEL = re.compile(
    r"(?:phan|chuong)\s+(?:thu\s+\w+|[ivxlc]+|\d+)\b|(?:tieu\s+)?muc\s+(?:[ivx]+|\d+)\b\s*(?:[.:]|$)|dieu\s+\d+"
    r"|[ivx]+\s*[./)-]|\d+(?:\.\d+)*\s*[./):]|[a-z]\s*[./)]\s"
)
_AUTHORITY = re.compile(  # with its marks: "Trương" is a family name, "trưởng" a title
    r"(?:tm|kt|tl|tuq|q)\s?\.|(?:phó )?(?:chủ tịch|giám đốc|bộ trưởng|thứ trưởng|cục trưởng|vụ trưởng|chánh |trưởng |thủ tướng"
    r"|tổng giám đốc|hiệu trưởng|viện trưởng|tổng cục trưởng|hội đồng|ủy ban|uỷ ban|ubnd|người lập|chính phủ|ban )|quyền "
)


@dataclass(slots=True)
class Parts:
    """What was found. `kind` is the printed type ("Kế hoạch"), "Công văn" for a letter, "" for neither; `named`:
    a type that the Decree (Điều 7) names."""

    kind: str = ""
    named: bool = False
    state: Line | None = None
    state_rest: Line | None = None  # where the title goes on in a second line
    motto: Line | None = None
    issuers: list[Line] = field(default_factory=list)
    number: Line | None = None
    place_date: Line | None = None
    about: list[Line] = field(default_factory=list)  # "V/v ..." of a letter
    type_line: Line | None = None
    subject: list[Line] = field(default_factory=list)
    addressees: list[Line] = field(default_factory=list)
    head: list[Paragraph] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)
    recipients: Line | None = None
    recipient_lines: list[Line] = field(default_factory=list)
    authority: list[Line] = field(default_factory=list)
    signer: Line | None = None
    attached: list[Paragraph] = field(
        default_factory=list
    )  # behind the signature and no annex: a plan, a statute
    annexes: list[list[Paragraph]] = field(default_factory=list)


def letters(text: str) -> str:
    """The bare small letters of a text."""
    return _LETTERS.sub("", fold(text))


def first_lines(main: list[Paragraph], most: int) -> Iterator[tuple[int, Line]]:
    """The first lines with words, each with the place of its paragraph."""
    left = most
    for index, paragraph in enumerate(main):
        for line in paragraph.lines:
            if left == 0:
                return
            left -= 1
            yield index, line


def is_step(line: Line) -> bool:
    """Whether a line opens a step: "Chương I", "Điều 5", "I.", "1.", "a)"."""
    return bool(_LEVEL.match(fold(line.text)))


def begins_body(line: Line) -> bool:
    """Whether the body begins with this line at the latest."""
    return fold(line.text).startswith(("can cu ", "kinh gui")) or is_step(line)


def names_authority(line: Line) -> bool:
    """Whether a line begins like an office ("Phó Chủ tịch", "Q. GIÁM ĐỐC")."""
    return bool(_AUTHORITY.match(line.text.lower()))


def is_signs(line: Line) -> bool:
    """Whether nothing in a line can be read: a drawn rule, stars."""
    return not any(sign.isalnum() for sign in line.text)
