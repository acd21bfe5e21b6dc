"""What a reading is made of. Frozen, without behaviour beyond what one value can say of itself.

The stages of a reading, and what passes between them:

    bytes --formats--> RawDocument --layout--> Document --extract--> Reading --record--> dict (JSON)

All offsets are code points into `Document.text` (= `Reading.text`), which is NFC; spans are half-open.
The record's fields follow the written contract of a reading (docs/reference/record.md).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar, dataclass_transform

_Value = TypeVar("_Value")


@dataclass_transform(frozen_default=True)
def value(kind: type[_Value]) -> type[_Value]:
    """A dataclass that nobody changes. The type checker refuses an assignment; at run time nothing is paid for
    that, as a frozen dataclass takes three times as long to build and a plan is made of thousands of them."""
    return dataclass(slots=True, unsafe_hash=True)(kind)


class Span(NamedTuple):
    """Half-open place in a text, in code points."""

    start: int
    end: int


# --- what a format reader hands on -------------------------------------------------------------


@dataclass(slots=True)
class RawParagraph:
    """One paragraph, or one line where the format knows no paragraphs (`line=True`: layout may join it)."""

    text: str
    page: int | None = None  # 1-based
    line: bool = False
    bold: bool = False
    italic: bool = False
    centred: bool = False
    heading: int | None = None  # 1..9, Word's or HTML's own heading level
    footnote: bool = False


@dataclass(slots=True)
class RawCell:
    """One cell; `text` may hold several paragraphs, parted by a newline."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(slots=True)
class RawTable:
    cells: list[RawCell]
    rows: int
    columns: int
    page: int | None = None
    ruled: bool = True  # False: guessed from columns of white space (the two-column head of a letter, say)


@dataclass(slots=True)
class RawDocument:
    """The blocks of a file in reading order; `notes` are doubts of the format reader, in Vietnamese."""

    kind: str  # "docx", "pdf", "html", "mht", "txt", "md", "doc", "odt", "rtf", "image"
    blocks: list[RawParagraph | RawTable] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    pages: int | None = None
    composed: bool = False  # all text is surely NFC


# --- the document as all later stages see it ----------------------------------------------------


@value
class Paragraph:
    at: Span
    page: int | None = None
    bold: bool = False
    italic: bool = False
    centred: bool = False
    heading: int | None = None
    footnote: bool = False


@value
class Cell:
    at: Span
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@value
class Table:
    """In the text, cells of a row are parted by a tab, rows by a newline; a cell may hold newlines itself."""

    at: Span
    cells: tuple[Cell, ...]
    rows: int
    columns: int
    page: int | None = None
    ruled: bool = True


Block = Paragraph | Table


@value
class Node:
    """One step of the outline. `kind` is one of phan, chuong, muc, dieu, khoan, diem, roman, number,
    letter, dash, plus, annex, plain; `label` the printed sign ("I", "1.2", "đ", "-"); `title` the span
    of its own first paragraph without the label; `at` reaches over all its children."""

    kind: str
    label: str
    title: Span
    at: Span
    children: tuple[Node, ...] = ()


@value
class Document:
    text: str
    blocks: tuple[Block, ...]
    outline: tuple[Node, ...] = ()
    kind: str = "txt"
    pages: int | None = None
    notes: tuple[str, ...] = ()

    def cut(self, at: Span) -> str:
        """The words at a place."""
        return self.text[at.start : at.end]


# --- what is read out of it ---------------------------------------------------------------------


@value
class Fact:
    """A text read from one place, as written there (white space folded)."""

    text: str
    at: Span


@value
class Reference:
    """A document cited: `number` "1079/QĐ-TTg", or its name where no number is given; `date` ISO."""

    number: str
    date: str | None
    at: Span
    kind: str | None = None  # "Quyết định", "Thông tư" ... as written before it
    issuer: str | None = None


@value
class UnitName:
    """A unit as written, beside the name it is known by (the same where none is known)."""

    text: str
    canonical: str
    at: Span


@value
class Target:
    """A clause with a figure. `comparator` one of = >= <= > < range; a range has value and value_max.
    `unit` is "%" or the counted noun ("đầu sách", "tỉnh, thành phố")."""

    text: str
    value: float
    comparator: str
    unit: str
    subject: str
    at: Span
    value_max: float | None = None
    deadline_year: int | None = None


@value
class Task:
    """What one owner can be asked about; see docs/reference/record.md for the five rules."""

    text: str
    at: Span
    no: str | None = None
    lead: tuple[UnitName, ...] = ()
    coordinate: tuple[UnitName, ...] = ()
    deadline: Fact | None = None
    product: Fact | None = None


@value
class Signer:
    name: str
    title: str | None
    authority: str | None  # "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH" ...
    at: Span


@value
class Finding:
    """What a careful clerk would mark. `suggestion` replaces the text at the place, where one is offered;
    `sure` 0..1 orders the list and is never shown as a figure."""

    kind: str
    message: str
    at: Span
    suggestion: str | None = None
    sure: float = 0.8


@value
class Reading:
    """All that was read from one document. Absent is None or empty, never a guess."""

    document: Document
    number: Fact | None = None
    symbol: Fact | None = None
    date: Fact | None = None  # text is the ISO date
    issuer: Fact | None = None
    doc_type: Fact | None = None
    title: Fact | None = None  # the subject line (trích yếu)
    period: tuple[int, int] | None = None  # first and last year the document plans for
    legal_bases: tuple[Reference, ...] = ()
    citations: tuple[Reference, ...] = ()  # every document cited anywhere, bases among them
    objectives: tuple[Fact, ...] = ()  # clauses of the goals part that carry no figure
    targets: tuple[Target, ...] = ()
    audiences: tuple[Fact, ...] = ()
    topics: tuple[Fact, ...] = ()
    channels: tuple[Fact, ...] = ()
    treaties: tuple[Fact, ...] = ()  # text is the code: ICCPR, ICESCR, CEDAW, ICERD, CRC, CRPD, CAT
    tasks: tuple[Task, ...] = ()
    report_deadline: Fact | None = None
    budget_source: Fact | None = None
    recipients: tuple[Fact, ...] = ()
    signer: Signer | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def text(self) -> str:
        return self.document.text
