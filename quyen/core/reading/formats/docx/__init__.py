"""Word files (.docx, .docm, .dotx), read straight from their XML.

Guarantees: nothing in the file is run or fetched; deleted text is left out and inserted text kept; every
paragraph of the body is handed on, empty ones too; bad text never raises.
"""

from __future__ import annotations

from quyen.core.reading.formats.docx.body import Block, BodyReader
from quyen.core.reading.formats.docx.numbering import Numbering
from quyen.core.reading.formats.docx.package import Package, W
from quyen.core.reading.formats.docx.runs import RunReader
from quyen.core.reading.formats.docx.styles import Styles
from quyen.core.reading.formats.limits import DEFAULT, Limits
from quyen.core.types import RawDocument, RawParagraph

_HTML_SIGNS = (b"<html", b"<body", b"<p", b"<!doctype html")


def read_docx(data: bytes, limits: Limits = DEFAULT, *, depth: int = 0) -> RawDocument:
    """The blocks of a Word file. Raises DamagedFile, ProtectedFile, TooLarge or UnsafeFile."""
    package = Package(data, limits)
    styles = Styles(package.part("styles"))
    body = _Reading(package, styles, limits)
    blocks = body.read()
    if body.runs.open_fields:  # damaged field marks would hide all that follows them
        body = _Reading(package, styles, limits, ignore_fields=True)
        blocks = body.read()
    notes = _notes(package, body, blocks)
    blocks = _with_chunks(package, body.reader, blocks, notes, limits, depth)
    counted = b"lastRenderedPageBreak" in package.raw
    if not counted:
        for block in blocks:
            block.page = None
    return RawDocument("docx", blocks, notes, body.runs.page if counted else None)


class _Reading:
    """One walk over the body and the notes at its foot."""

    def __init__(
        self, package: Package, styles: Styles, limits: Limits, *, ignore_fields: bool = False
    ) -> None:
        self._package = package
        numbering = Numbering(package.part("numbering"))
        self.runs = RunReader(styles, old_fonts=_old_fonts(package, styles), ignore_fields=ignore_fields)
        self.reader = BodyReader(styles, numbering, self.runs, limits)

    def read(self) -> list[Block]:
        body = self._package.document.find(W + "body")
        blocks = [] if body is None else self.reader.blocks(body)
        return blocks + self._foot()

    def _foot(self) -> list[Block]:
        """Foot- and endnotes in the order of their marks."""
        parts: dict[str, dict[str, list[Block]]] = {}
        found: list[Block] = []
        for kind, name in self.runs.notes[:20_000]:
            if kind not in parts:
                root = self._package.part(kind)
                parts[kind] = (
                    {} if root is None else {e.get(W + "id", ""): self.reader.blocks(e) for e in root}
                )
            found += parts[kind].pop(name, [])
        return [_footnote(block) for block in found if isinstance(block, RawParagraph) and block.text.strip()]


def _footnote(paragraph: RawParagraph) -> RawParagraph:
    paragraph.footnote = True
    paragraph.text = paragraph.text.strip()
    return paragraph


def _old_fonts(package: Package, styles: Styles) -> bool:
    """Whether any old Vietnamese font is named at all: most files need no look at fonts."""
    return any(sign in package.raw for sign in (b'".Vn', b'".VN', b'"VNI')) or styles.names_old_font()


def _notes(package: Package, body: _Reading, blocks: list[Block]) -> list[str]:
    words = sum(len(block.text) if isinstance(block, RawParagraph) else 100 for block in blocks)
    found = [
        (body.runs.tracked, "Tệp có sửa đổi được theo dõi; đã đọc theo bản chấp nhận mọi sửa đổi."),
        (package.has_macros, "Tệp có macro; macro không được chạy."),
        (package.has_embeddings, "Tệp có đối tượng nhúng; nội dung của chúng không được đọc."),
        (package.pictures and words < 200, "Tệp hầu như chỉ có ảnh; chữ trong ảnh chưa được đọc."),
        (bool(body.runs.open_fields), "Mã trường trong tệp không khép; đã đọc cả phần chữ quanh chúng."),
    ]
    return [note for true, note in found if true]


def _with_chunks(
    package: Package, reader: BodyReader, blocks: list[Block], notes: list[str], limits: Limits, depth: int
) -> list[Block]:
    """Puts the text of foreign chunks (altChunk) where they stand; one that cannot be read is a note."""
    for before, relation in reversed(reader.chunks):
        inner = _chunk(package.chunk(relation), limits, depth)
        if inner is None:
            notes.append("Tệp chèn nội dung từ một định dạng khác (altChunk) mà Quyền không đọc được.")
        else:
            notes.append("Một phần của tệp được chèn từ định dạng khác (altChunk); đã đọc phần đó.")
            blocks = blocks[:before] + inner.blocks + blocks[before:]
    return blocks


def _chunk(data: bytes | None, limits: Limits, depth: int) -> RawDocument | None:
    """A chunk of HTML or of Word, one step deep; anything else is left alone."""
    if data is None or depth > 0:
        return None
    if data.startswith(b"PK"):
        return read_docx(data, limits, depth=depth + 1)
    if any(sign in data[:2048].lower() for sign in _HTML_SIGNS):
        from quyen.core.reading.formats.html import read_html

        return read_html(data, limits)
    return None
