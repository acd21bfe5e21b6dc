"""The ending: recipients and signature (Mục II, khoản 7 and 9), and what follows it: annexes (Mục III, khoản 1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quyen.core.form import clauses
from quyen.core.form.body import ends
from quyen.core.form.dress import Wanted, undressed
from quyen.core.form.lines import Line, Paragraph
from quyen.core.form.parts import Parts
from quyen.core.form.report import Deviation, Severity
from quyen.core.text.folding import fold

NAME = Wanted("recipients", "Nơi nhận", clauses.RECIPIENTS, (12, 12), True, True, False)
LISTED = Wanted("recipient", "Danh sách nơi nhận", clauses.RECIPIENTS, (11, 11), bold=False, italic=False)
AUTHORITY = Wanted(
    "authority", "Quyền hạn, chức vụ người ký", clauses.SIGNER, (13, 14), True, False, True, centred=True
)
SIGNER = Wanted("signer", "Họ tên người ký", clauses.SIGNER, (13, 14), True, False, False, centred=True)
ANNEX = Wanted("annex", "Phụ lục", clauses.ANNEX, (14, 14), True, False, False, centred=True)
ANNEX_TITLE = Wanted("annex_title", "Tên phụ lục", clauses.ANNEX, (13, 14), True, False, True, centred=True)
REMARK = Wanted(
    "annex_remark", "Chỉ dẫn kèm theo của phụ lục", clauses.ANNEX_REMARK, (13, 14), italic=True, centred=True
)

_LEARNED = re.compile(
    r"(?:(?:PGS|GS|TS|TSKH|ThS|CN|KS|BS|BSCKI+|NGƯT|NGND|NSƯT|NSND|Tiến sĩ|Thạc sĩ)[.,\s]+)+", re.I
)
_ANNEX = re.compile(r"phụ lục\s*(?:số\s*)?(?P<count>[ivx]+|\d+|[a-z])?\s*(?P<rest>[.:]?\s.*|[.:])?", re.I)
_TITLE_LINES = 3


def check_ending(parts: Parts) -> Iterator[Deviation]:
    yield from _recipients(parts)
    yield from _signature(parts)


def _recipients(parts: Parts) -> Iterator[Deviation]:
    name, lines = parts.recipients, parts.recipient_lines
    if name is None:
        yield NAME.absent(must=parts.named)
        return
    yield from undressed(NAME, [name])
    if not name.text.endswith(":"):
        yield NAME.deviation("colon", "dấu hai chấm sau “Nơi nhận”", "không có dấu hai chấm", name)
    if not lines:
        yield LISTED.absent(must=parts.named)
        return
    yield from undressed(LISTED, lines)
    for line in lines:
        if not line.text.startswith("-") and not line.paragraph.label.startswith("-"):
            yield LISTED.deviation("dash", "gạch đầu dòng (-)", f"“{line.text[:20]}”", line, must=False)
    yield from ends(LISTED, lines)
    if not any(fold(line.text).lstrip("-– +").startswith("luu") for line in lines):
        severity = Severity.MUST if parts.named else Severity.SHOULD
        expected, found = "dòng cuối cùng có chữ “Lưu:”", "không thấy"
        place = lines[-1].place
        yield Deviation("recipient.archive", LISTED.part, expected, found, LISTED.clause, severity, place)


def _signature(parts: Parts) -> Iterator[Deviation]:
    if not parts.authority:
        yield AUTHORITY.absent(must=parts.named)
    yield from undressed(AUTHORITY, parts.authority)
    if parts.signer is None:
        yield SIGNER.absent(must=parts.named)
        return
    yield from undressed(SIGNER, [parts.signer])
    learned = _LEARNED.match(parts.signer.text)
    if learned:
        expected = "không ghi học hàm, học vị, danh hiệu (trừ nơi ngành cho phép)"
        title = SIGNER._replace(clause=clauses.SIGNER_NAME)
        yield title.deviation("learned", expected, f"“{learned[0].strip()}”", parts.signer, must=False)


# --- annexes ------------------------------------------------------------------------------------


def check_annexes(parts: Parts) -> Iterator[Deviation]:
    """Each annex's own head; two and more are numbered in Roman figures; the document sends to them."""
    for annex in parts.annexes:
        yield from _annex(annex, numbered=len(parts.annexes) > 1)
    text = " ".join(fold(one.whole.text) for one in parts.body)
    if parts.annexes and "phu luc" not in text:
        line = parts.annexes[0][0].whole
        expected, found = "chỉ dẫn về phụ lục trong văn bản", "không thấy"
        wanted = ANNEX._replace(clause=clauses.ANNEX_NUMBERS)
        yield wanted.deviation("sent_to", expected, found, line, must=False)


def _annex(annex: list[Paragraph], *, numbered: bool) -> Iterator[Deviation]:
    line = annex[0].lines[0]
    found = _ANNEX.fullmatch(line.text)
    own = found is not None and not (found["rest"] or "").strip(" .:")
    yield from undressed(ANNEX if own else ANNEX._replace(upper=None), [line])
    count = "" if found is None else found["count"] or ""
    if numbered and not re.fullmatch("[IVX]+", count):
        wanted = ANNEX._replace(clause=clauses.ANNEX_NUMBERS)
        yield wanted.deviation("count", "số thứ tự bằng chữ số La Mã", count or "không có số", line)
    if not own:
        yield ANNEX.deviation("line", "“Phụ lục” thành một dòng riêng", "cùng dòng với tên", line)
    yield from _annex_title(annex)


def _annex_title(annex: list[Paragraph]) -> Iterator[Deviation]:
    lines = [line for one in annex[:8] for line in one.lines if one.cell is None][1:]
    for line in lines[: _TITLE_LINES + 1]:
        if fold(line.text).lstrip("( ").startswith("kem theo"):
            yield from undressed(REMARK, [line])
            return
        if not line.paragraph.is_centred or not _is_words(line):
            return
        yield from undressed(ANNEX_TITLE, [line])


def _is_words(line: Line) -> bool:
    return any(sign.isalpha() for sign in line.text)
