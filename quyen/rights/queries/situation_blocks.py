"""The blocks of a page of a situation: what each holds, and what is wrong with one.

A block is stored as a dict with its `kind` and exactly these parts:

    heading   text
    right     text, cites (one at least)
    step      text, cites (where there are any)
    law       cite: the provision whose words are shown as the library of texts has them
    question  text, answer, cites (where there are any)
    call      text (the office), number and hours (each may be empty)
    note      text

A citation is a code and a path, "ICCPR 9" or "HP2013 20.2", as `rights.Provision` has them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from quyen.rights.enums import BlockKind

CITE = re.compile(r"([A-Z][A-Z0-9]{1,19}) ((\d{1,4}[a-zđ]?)(?:\.[0-9a-zđ]{1,3}){0,3})")
MOST_BLOCKS = 80
LONGEST = {"text": 600, "answer": 900, "number": 20, "hours": 60}
_PARTS = {  # kind: those that must have words, those that may be empty or absent
    BlockKind.HEADING: (("text",), ()),
    BlockKind.RIGHT: (("text", "cites"), ()),
    BlockKind.STEP: (("text",), ("cites",)),
    BlockKind.LAW: (("cite",), ()),
    BlockKind.QUESTION: (("text", "answer"), ("cites",)),
    BlockKind.CALL: (("text",), ("number", "hours")),
    BlockKind.NOTE: (("text",), ()),
}
_NUMBER = re.compile(r"\+?[0-9][0-9 .]{1,18}[0-9]")


@dataclass(frozen=True)
class Cite:
    """One provision cited. `article`: the path of the article that it is, or is a part of."""

    code: str
    path: str
    article: str

    def __str__(self) -> str:
        return f"{self.code} {self.path}"

    @property
    def whole(self) -> str:
        """The article as one word: "ICCPR 9"."""
        return f"{self.code} {self.article}"


def cite_of(text: str) -> Cite | None:
    found = CITE.fullmatch(text)
    return Cite(found[1], found[2], found[3]) if found else None


def cites_in(body: Sequence[Mapping[str, Any]]) -> Iterator[Cite]:
    """Each citation of a body in its order; one as often as it stands there."""
    for block in body:
        for text in [*block.get("cites", ()), *([block["cite"]] if "cite" in block else ())]:
            if (cite := cite_of(text)) is not None:
                yield cite


def articles_in(body: Sequence[Mapping[str, Any]]) -> list[str]:
    """The articles that a body cites, each once: "ICCPR 9"."""
    return list(dict.fromkeys(cite.whole for cite in cites_in(body)))


def faults_of(body: Any) -> list[str]:
    """What is wrong with a body, one sentence each with the number of its block; none where it may be kept."""
    if not isinstance(body, list) or not body:
        return [_("Trang chưa có khối nào.")]
    if len(body) > MOST_BLOCKS:
        return [_("Trang có nhiều nhất %(most)s khối; hãy tách thành hai trang.") % {"most": MOST_BLOCKS}]
    return [
        _("Khối %(number)s: %(fault)s") % {"number": number, "fault": fault}
        for number, block in enumerate(body, start=1)
        for fault in _faults_of_block(block)
    ]


def _faults_of_block(block: Any) -> Iterator[str]:
    if not isinstance(block, dict) or block.get("kind") not in BlockKind.values:
        yield _("không rõ là khối gì.")
        return
    needed, allowed = _PARTS[BlockKind(block["kind"])]
    if set(block) - {"kind", *needed, *allowed}:
        yield _("có phần thừa so với loại khối này.")
    for name in needed:
        if not block.get(name):
            yield _MISSING[name]()
    for name in (*needed, *allowed):
        yield from _faults_of_part(name, block.get(name))


_MISSING = {
    "text": lambda: _("chưa có chữ."),
    "answer": lambda: _("chưa có câu trả lời."),
    "cites": lambda: _("mỗi quyền cần nêu ít nhất một điều làm căn cứ."),
    "cite": lambda: _("chưa nêu điều luật nào."),
}


def _faults_of_part(name: str, value: Any) -> Iterator[str]:
    if name in {"cites", "cite"}:
        yield from _faults_of_cites(value if name == "cites" else [value or ""], empty_too=name == "cite")
    elif value is not None and not isinstance(value, str):
        yield _("có phần không phải chữ.")
    elif value and len(value) > LONGEST[name]:
        yield _("dài hơn %(most)s chữ; hãy viết ngắn lại hoặc tách khối.") % {"most": LONGEST[name]}
    elif value and value != unicodedata.normalize("NFC", value).strip():
        yield _("có khoảng trắng thừa hoặc dấu chưa ở dạng dựng sẵn.")
    elif name == "number" and value and not _NUMBER.fullmatch(value):
        yield _("số điện thoại chỉ gồm chữ số, dấu cách và dấu chấm.")


def _faults_of_cites(value: Any, *, empty_too: bool) -> Iterator[str]:
    if value is None or (empty_too and value == [""]):
        return  # told as missing, or may be absent
    if not isinstance(value, list):
        yield _("các điều được dẫn phải là một danh sách.")
        return
    for text in value:
        if not isinstance(text, str) or cite_of(text) is None:
            yield _("“%(text)s” chưa phải cách dẫn điều luật, ví dụ ICCPR 9 hoặc HP2013 20.2.") % {
                "text": text
            }


def same_frame(one: Sequence[Mapping[str, Any]], other: Sequence[Mapping[str, Any]]) -> bool:
    """Whether two languages of a page have the same blocks, with the same citations and telephone numbers."""
    return [_frame(block) for block in one] == [_frame(block) for block in other]


def _frame(block: Mapping[str, Any]) -> tuple[Any, ...]:
    return (block["kind"], list(block.get("cites", ())), block.get("cite", ""), block.get("number", ""))
