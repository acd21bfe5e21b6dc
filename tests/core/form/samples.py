"""Word files in the form of the Decree, paragraph by paragraph, so that a test can spoil one thing at a time."""

from __future__ import annotations

import io
import zipfile
from typing import NamedTuple
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_OVERRIDE = '<Override PartName="/word/{}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"/>'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + _OVERRIDE.format("document", "document.main")
    + _OVERRIDE.format("styles", "styles")
    + _OVERRIDE.format("running", "header")
    + "</Types>"
)
LONG = "Tổ chức các hoạt động truyền thông về quyền con người trên địa bàn tỉnh, bảo đảm thiết thực, hiệu quả, tiết kiệm, đúng quy định"


class P(NamedTuple):
    """A paragraph; sizes in points, lengths in twentieths of a point. `cell`: (table, row, column)."""

    text: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "both"
    first: int = 720
    after: int = 120
    line: int = 240
    font: str = ""
    colour: str = ""
    ruled: bool = False
    cell: tuple[int, int, int] | None = None

    def xml(self) -> str:
        border = '<w:pBdr><w:bottom w:val="single" w:sz="6"/></w:pBdr>' if self.ruled else ""
        font = f'<w:rFonts w:ascii="{self.font}" w:hAnsi="{self.font}"/>' if self.font else ""
        colour = f'<w:color w:val="{self.colour}"/>' if self.colour else ""
        marks = ("<w:b/>" if self.bold else "") + ("<w:i/>" if self.italic else "")
        run = (
            f'<w:r><w:rPr>{font}{marks}{colour}<w:sz w:val="{round(self.size * 2)}"/></w:rPr>'
            f"{_words(self.text)}</w:r>"
        )
        return (
            f'<w:p><w:pPr>{border}<w:spacing w:after="{self.after}" w:line="{self.line}" w:lineRule="auto"/>'
            f'<w:ind w:firstLine="{self.first}"/><w:jc w:val="{self.align}"/></w:pPr>{run if self.text else ""}</w:p>'
        )


def _words(text: str) -> str:
    said = escape(text).replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    return f"<w:t>{said}</w:t>".replace("<w:t>", '<w:t xml:space="preserve">')


def centred(text: str, size: float = 14, **more: object) -> P:
    return P(text, size, align="center", first=0, after=0)._replace(**more)  # type: ignore[arg-type]


def left(text: str, size: float, **more: object) -> P:
    return P(text, size, align="left", first=0, after=0)._replace(**more)  # type: ignore[arg-type]


HEAD = {
    "above": centred("UBND TỈNH BÌNH MINH", 12, cell=(1, 0, 0)),
    "issuer": centred("SỞ TƯ PHÁP", 12, bold=True, cell=(1, 0, 0)),
    "issuer_rule": centred("", ruled=True, cell=(1, 0, 0)),
    "state": centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True, cell=(1, 0, 1)),
    "motto": centred("Độc lập - Tự do - Hạnh phúc", 13, bold=True, cell=(1, 0, 1)),
    "motto_rule": centred("", ruled=True, cell=(1, 0, 1)),
    "number": centred("Số: 05/KH-STP", 13, cell=(1, 1, 0)),
    "date": centred("Bình Minh, ngày 05 tháng 02 năm 2026", 13, italic=True, cell=(1, 1, 1)),
}
ENDING = {
    "recipients": left("Nơi nhận:", 12, bold=True, italic=True, cell=(2, 0, 0)),
    "recipient": left("- UBND tỉnh (để báo cáo);", 11, cell=(2, 0, 0)),
    "archive": left("- Lưu: VT, PBGDPL.", 11, cell=(2, 0, 0)),
    "authority": centred("KT. GIÁM ĐỐC", bold=True, cell=(2, 0, 1)),
    "title": centred("PHÓ GIÁM ĐỐC", bold=True, cell=(2, 0, 1)),
    "space": centred("", cell=(2, 0, 1)),
    "signer": centred("Trần Thị Bình", bold=True, cell=(2, 0, 1)),
}
PLAN: dict[str, P] = {
    **HEAD,
    "type": centred("KẾ HOẠCH", bold=True),
    "subject": centred("Truyền thông về quyền con người năm 2026", bold=True),
    "subject_rule": centred("", ruled=True),
    "basis": P("Căn cứ Luật Tiếp cận thông tin ngày 06 tháng 4 năm 2016;", italic=True),
    "last_basis": P("Căn cứ Quyết định số 1079/QĐ-TTg ngày 14 tháng 9 năm 2022.", italic=True),
    "opening": P("Sở Tư pháp ban hành Kế hoạch như sau:"),
    "roman": P("I. MỤC ĐÍCH, YÊU CẦU", bold=True),
    "clause": P("1. Mục đích", bold=True),
    "text": P(f"{LONG}."),
    "text_2": P(f"{LONG}; cụ thể tại các phụ lục kèm theo Kế hoạch này."),
    "point_d": P("d) Tập huấn cho cán bộ;"),
    "point_đ": P("đ) Thi tìm hiểu."),
    **ENDING,
    "annex": centred("Phụ lục I", bold=True),
    "annex_title": centred("DANH MỤC NHIỆM VỤ", bold=True),
    "annex_remark": centred(
        "(Kèm theo Kế hoạch số 05/KH-STP ngày 05 tháng 02 năm 2026 của Sở Tư pháp)", italic=True
    ),
    "annex_2": centred("Phụ lục II", bold=True),
    "annex_2_title": centred("DỰ TOÁN", bold=True),
}
DECISION: dict[str, P] = {
    **HEAD,
    "number": HEAD["number"]._replace(text="Số: 12/QĐ-STP"),
    "type": centred("QUYẾT ĐỊNH", bold=True),
    "subject": centred("Ban hành Quy chế phát ngôn", bold=True),
    "who": centred("GIÁM ĐỐC SỞ TƯ PHÁP", bold=True),
    "basis": P("Căn cứ Luật Báo chí ngày 05 tháng 4 năm 2016;", italic=True),
    "proposal": P("Theo đề nghị của Chánh Văn phòng Sở.", italic=True),
    "decides": centred("QUYẾT ĐỊNH:", bold=True),
    "chapter": centred("Chương I", bold=True),
    "chapter_title": centred("QUY ĐỊNH CHUNG", bold=True),
    "section": centred("Mục 1", bold=True),
    "section_title": centred("PHẠM VI", bold=True),
    "article": P("Điều 1. Phạm vi điều chỉnh", bold=True),
    "text": P(f"{LONG}."),
    "article_2": P("Điều 2. Hiệu lực", bold=True),
    "cites": P("Điều 5 Luật Báo chí được áp dụng."),
    **ENDING,
}
LETTER: dict[str, P] = {
    **{name: one for name, one in HEAD.items() if name != "date"},
    "number": HEAD["number"]._replace(text="Số: 15/STP-PBGDPL"),
    "about": centred("V/v báo cáo kết quả năm 2026", 12, cell=(1, 1, 0)),
    "date": HEAD["date"],
    "to": P("Kính gửi:"),
    "to_1": P("- Bộ Tư pháp;"),
    "to_2": P("- Bộ Nội vụ."),
    "text": P(f"{LONG}."),
    **ENDING,
}


class Page(NamedTuple):
    """The section; lengths in twentieths of a point."""

    width: int = 11906
    height: int = 16838
    top: int = 1134
    bottom: int = 1134
    left: int = 1701
    right: int = 1134
    first_differs: bool = True
    start: str = ""
    where: str = "header"
    number_size: float = 13
    number_align: str = "center"

    def xml(self) -> str:
        number = f'<w:pgNumType w:start="{self.start}"/>' if self.start else ""
        return (
            f'<w:sectPr><w:{self.where}Reference w:type="default" r:id="rId1"/>'
            f'<w:pgSz w:w="{self.width}" w:h="{self.height}"/>'
            f'<w:pgMar w:top="{self.top}" w:right="{self.right}" w:bottom="{self.bottom}" w:left="{self.left}"/>'
            f"{number}{'<w:titlePg/>' if self.first_differs else ''}</w:sectPr>"
        )

    def running(self) -> str:
        tag = "hdr" if self.where == "header" else "ftr"
        return (
            f'<w:{tag} {W}><w:p><w:pPr><w:jc w:val="{self.number_align}"/></w:pPr><w:fldSimple w:instr=" PAGE ">'
            f'<w:r><w:rPr><w:sz w:val="{round(self.number_size * 2)}"/></w:rPr><w:t>2</w:t></w:r>'
            f"</w:fldSimple></w:p></w:{tag}>"
        )


A_PAGE = Page()
STYLES = (
    f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
    '<w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>'
)


def body(paragraphs: dict[str, P]) -> str:
    """The paragraphs, those with a cell gathered in tables."""
    out, done = [], set()
    for one in paragraphs.values():
        if one.cell is None:
            out.append(one.xml())
        elif one.cell[0] not in done:
            done.add(one.cell[0])
            out.append(
                table([each for each in paragraphs.values() if each.cell and each.cell[0] == one.cell[0]])
            )
    return "".join(out)


def table(paragraphs: list[P]) -> str:
    rows: dict[int, dict[int, str]] = {}
    for one in paragraphs:
        assert one.cell is not None
        row = rows.setdefault(one.cell[1], {})
        row[one.cell[2]] = row.get(one.cell[2], "") + one.xml()
    cells = ["".join(f"<w:tc>{row[at]}</w:tc>" for at in sorted(row)) for _, row in sorted(rows.items())]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def document(
    inner: str, page: Page = A_PAGE, *, before: str = "", root: str = "document", styles: str = STYLES
) -> bytes:
    """A .docx with that body; `before` stands above its root."""
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS.format(
            f'<Relationship Id="r" Type="{KIND}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": f"{before}<w:{root} {W} {R}><w:body>{inner}{page.xml()}</w:body></w:{root}>",
        "word/styles.xml": styles,
        "word/running.xml": page.running(),
        "word/_rels/document.xml.rels": RELATIONS.format(
            f'<Relationship Id="rId1" Type="{KIND}/{page.where}" Target="running.xml"/>'
            f'<Relationship Id="rId2" Type="{KIND}/styles" Target="styles.xml"/>'
        ),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def made(paragraphs: dict[str, P], page: Page = A_PAGE) -> bytes:
    return document(body(paragraphs), page)


def spoilt(paragraphs: dict[str, P], name: str, **change: object) -> bytes:
    """The document with one paragraph changed; without it where nothing is said."""
    rest = {key: one for key, one in paragraphs.items() if key != name or change}
    if change:
        rest[name] = paragraphs[name]._replace(**change)  # type: ignore[arg-type]
    return made(rest)
