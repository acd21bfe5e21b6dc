"""A Word file that somebody gives us as a template, looked over before it is opened."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

from quyen.core.errors import BadTemplate, DamagedFile, TooLarge, UnknownKind, UnsafeFile
from quyen.core.paper.archive import MIB, Wanted, check_archive

LARGEST = 8 * MIB
WORD = Wanted("word/document.xml", "tệp Word .docx", "Word kiểu cũ (.doc)", BadTemplate.advice)
_HELD = (
    ".xml",
    ".rels",
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".bmp",
    ".tif",
    ".tiff",
    ".emf",
    ".wmf",
    ".svg",
    ".odttf",
)
_ACTIVE = ("/activex/", "/embeddings/", "/customui/", "/vbadata.xml")
_CHUNKS = ("/aFChunk", "/oleObject", "/package", "/control", "/attachedTemplate", "/subDocument", "/frame")
# fields that count, point within the file or name a link; others fetch, run, ask or make up further fields
_FIELDS = frozenset(
    [
        "PAGE",
        "NUMPAGES",
        "SECTION",
        "SECTIONPAGES",
        "DATE",
        "TIME",
        "TOC",
        "PAGEREF",
        "NOTEREF",
        "REF",
        "STYLEREF",
        "SEQ",
        "HYPERLINK",
        "SYMBOL",
    ]
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def check_mould(template: bytes) -> None:
    """Errors: UnknownKind, DamagedFile, ProtectedFile, TooLarge, UnsafeFile."""
    if len(template) > LARGEST:
        raise TooLarge(f"Mẫu lớn hơn {LARGEST // MIB} MiB.", advice=BadTemplate.advice)
    check_archive(template, WORD)
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as archive:
            _check_kind(archive)
            for name in archive.namelist():
                _check_name(name)
                if name.endswith(".rels"):
                    _check_relations(_parsed(archive.read(name)))
                elif name.endswith(".xml"):
                    _check_fields(_parsed(archive.read(name)))
    except (zipfile.BadZipFile, KeyError, EOFError, OSError, etree.XMLSyntaxError) as error:
        raise DamagedFile("Mẫu bị hỏng.", advice=BadTemplate.advice) from error


def _check_kind(archive: zipfile.ZipFile) -> None:
    """A file with macros or a Word template is another kind, whatever its name says."""
    types = archive.read("[Content_Types].xml").lower()
    if b"macroenabled" in types or b"vba" in types:
        raise _unsafe("mã lệnh (macro)")
    if b"wordprocessingml.document.main+xml" not in types:
        raise UnknownKind("Tệp không phải văn bản Word thường (.docx).", advice=BadTemplate.advice)


def _check_name(name: str) -> None:
    lower = f"/{name.lower()}"
    if any(one in lower for one in _ACTIVE) or not lower.endswith((*_HELD, "/")):
        raise _unsafe("mã lệnh hoặc tệp nhúng")


def _check_relations(root: Any) -> None:
    for relation in root.iter("{*}Relationship"):
        kind = relation.get("Type", "")
        if kind.endswith(_CHUNKS):
            raise _unsafe("tệp nhúng hoặc mẫu gắn kèm")
        if relation.get("TargetMode") == "External" and not kind.endswith("/hyperlink"):
            raise _unsafe("liên kết ra ngoài tệp")


def _check_fields(root: Any) -> None:
    codes = [one.get(_W + "instr", "") for one in root.iter(_W + "fldSimple")]
    if any(
        code.split()[:1] == [] or code.split()[0].upper() not in _FIELDS for code in (*codes, *_codes(root))
    ):
        raise _unsafe("trường lấy dữ liệu từ bên ngoài")
    if root.find(f".//{_W}altChunk") is not None:
        raise _unsafe("tệp nhúng")


def _codes(root: Any) -> list[str]:
    """The codes of fields, each put together from its pieces; those of fields within fields stand alone."""
    done: list[str] = []
    depth: list[list[str]] = []
    for one in root.iter(_W + "fldChar", _W + "instrText"):
        kind = one.get(_W + "fldCharType", "")
        if kind == "begin":
            depth.append([])
        elif kind == "end":
            done.append("".join(depth.pop() if depth else []))
        elif not kind:
            (depth[-1] if depth else done).append(one.text or "")
    return [*done, *("".join(pieces) for pieces in depth)]


def _unsafe(what: str) -> UnsafeFile:
    return UnsafeFile(f"Mẫu có {what}.", advice=f"Hãy bỏ {what} rồi tải lên lại. Chưa có gì thay đổi.")


def _parsed(part: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(part, parser)
