"""Sets blocks of a sample as .docx, .html or .txt, and through outside programs as .pdf and as a scan."""

from __future__ import annotations

import html
import re
import subprocess
import tempfile
import textwrap
from pathlib import Path

import pypdfium2 as pdfium
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Cm, Pt

STATE, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"


def as_docx(blocks: list[tuple], path: Path) -> None:
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    for kind, *rest in blocks:
        _DOCX[kind](document, *rest)
    document.save(str(path))


def _runs(paragraph, text: str, *, bold: bool = False, italic: bool = False):
    for part in re.split(r"(\*\*.+?\*\*)", text):
        strong = part.startswith("**")
        run = paragraph.add_run(part.strip("*") if strong else part)
        run.bold, run.italic = bold or strong, italic
    return paragraph


def _line(document, text: str, *, bold=False, italic=False, center=False):
    paragraph = _runs(document.add_paragraph(), text, bold=bold, italic=italic)
    if center:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def _head(document, issuer: list[str], number: str, place: str) -> None:
    table = document.add_table(rows=2, cols=2)
    cells = [("\n".join(issuer), True), (f"{STATE}\n{MOTTO}", True), (number, False), (place, False)]
    for n, (text, bold) in enumerate(cells):
        paragraph = table.cell(n // 2, n % 2).paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _runs(paragraph, text, bold=bold, italic=n == 3)
    document.add_paragraph()


def _title(document, kind: str, subject: str) -> None:
    _line(document, kind, bold=True, center=True)
    _line(document, subject, bold=True, center=True)


def _table(document, rows: list[list[str]]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    table.style = "Table Grid"
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            _runs(table.cell(r, c).paragraphs[0], text, bold=r == 0)
    document.add_paragraph()


def _sign(document, recipients: list[str], authority: list[str], name: str, word: str = "Nơi nhận:") -> None:
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    _runs(left.paragraphs[0], word, bold=True, italic=True)
    for n, recipient in enumerate(recipients):
        left.add_paragraph(f"- {recipient}{'.' if n == len(recipients) - 1 else ';'}")
    lines = [*authority, "", "", name]
    _runs(right.paragraphs[0], lines[0], bold=True)
    for line in lines[1:]:
        _runs(right.add_paragraph(), line, bold=True)
    for paragraph in right.paragraphs:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


_DOCX = {
    "head": _head,
    "title": _title,
    "p": _line,
    "b": lambda d, t: _line(d, t, bold=True),
    "i": lambda d, t: _line(d, t, italic=True),
    "center": lambda d, t: _line(d, t, bold=True, center=True),
    "table": _table,
    "sign": _sign,
    "sign-slip": lambda d, *rest: _sign(d, *rest, word="Noi nhận:"),
    "break": lambda d: d.add_paragraph().add_run().add_break(WD_BREAK.PAGE),
}


def as_html(blocks: list[tuple], path: Path) -> None:
    parts = [_HTML[kind](*[_escaped(value) for value in rest]) for kind, *rest in blocks]
    path.write_text(
        '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Văn bản</title></head><body>\n'
        + "\n".join(parts) + "\n</body></html>\n", encoding="utf-8",
    )  # fmt: skip


def _escaped(value):
    if isinstance(value, list):
        return [_escaped(item) for item in value]
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", html.escape(value, quote=False))


def _html_table(rows: list[list[str]]) -> str:
    cells = ["<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows]
    return '<table border="1">\n' + "\n".join(cells) + "\n</table>"


def _html_sign(recipients: list[str], authority: list[str], name: str) -> str:
    left = "<b><i>Nơi nhận:</i></b><br>" + "<br>".join(f"- {r};" for r in recipients)
    right = "<br>".join(f"<b>{line}</b>" for line in [*authority, "", "", name])
    return f'<table><tr><td>{left}</td><td align="center">{right}</td></tr></table>'


_HTML = {
    "head": lambda issuer, number, place: (
        f"<table><tr><td align=center><b>{'<br>'.join(issuer)}</b></td><td align=center><b>{STATE}<br>{MOTTO}</b></td></tr>"
        f"<tr><td align=center>{number}</td><td align=center><i>{place}</i></td></tr></table>"
    ),
    "title": lambda kind, subject: f"<p align=center><b>{kind}</b></p>\n<p align=center><b>{subject}</b></p>",
    "p": lambda t: f"<p>{t}</p>",
    "b": lambda t: f"<p><b>{t}</b></p>",
    "i": lambda t: f"<p><i>{t}</i></p>",
    "center": lambda t: f"<p align=center><b>{t}</b></p>",
    "table": _html_table,
    "sign": _html_sign,
}


def as_text(blocks: list[tuple], path: Path) -> None:
    """As people paste it: lines broken at 76 letters, tables with pipes, the head in two plain columns."""
    lines: list[str] = []
    for kind, *rest in blocks:
        lines += [*_text_of(kind, rest), ""]
    path.write_text("\n".join(lines), encoding="utf-8")


def _text_of(kind: str, rest: list) -> list[str]:
    if kind == "head":
        issuer, number, place = rest
        return [*issuer, "", STATE, MOTTO, "", number, "", place]
    if kind == "table":
        return ["| " + " | ".join(row) + " |" for row in rest[0]]
    if kind.startswith("sign"):
        recipients, authority, name = rest
        word = "Noi nhận:" if kind == "sign-slip" else "Nơi nhận:"
        return [word, *[f"- {r};" for r in recipients], "", *authority, "", name]
    return [line for text in rest for line in textwrap.wrap(text.replace("**", ""), 76)]


def as_pdf(blocks: list[tuple], path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / f"{path.stem}.docx"
        as_docx(blocks, word)
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
             "--outdir", str(path.parent), str(word)], check=True, capture_output=True,
        )  # fmt: skip


def as_scan(blocks: list[tuple], path: Path) -> None:
    """Two grey pages, a little turned and speckled, without any text layer."""
    with tempfile.TemporaryDirectory() as folder:
        clean = Path(folder) / "clean.pdf"
        as_pdf(blocks, clean)
        subprocess.run(["pdftoppm", "-r", "200", "-gray", str(clean), f"{folder}/page"], check=True)
        subprocess.run(
            ["mogrify", "-format", "jpg", "-rotate", "0.4", "-attenuate", "0.15", "+noise", "Gaussian", "-quality", "55",
             *sorted(str(p) for p in Path(folder).glob("page*.pgm"))], check=True,
        )  # fmt: skip
        _bind(sorted(Path(folder).glob("page*.jpg")), path)


def _bind(pictures: list[Path], path: Path) -> None:
    """One A4 page a picture."""
    book = pdfium.PdfDocument.new()
    for picture in pictures:
        page = book.new_page(595, 842)
        image = pdfium.PdfImage.new(book)
        image.load_jpeg(str(picture))
        image.set_matrix(pdfium.PdfMatrix().scale(595, 842))
        page.insert_obj(image)
        page.gen_content()
    book.save(str(path))
