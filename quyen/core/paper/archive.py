"""Office files that somebody gives us, checked before anything is unpacked or parsed.

Sizes are checked as declared (the standard library never yields more than a member declares); document types, which
entities need, are refused unparsed.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from quyen.core.errors import DamagedFile, ProtectedFile, TooLarge, UnknownKind, UnsafeFile

MIB = 1024 * 1024
MEMBERS, UNPACKED, RATIO = 400, 48 * MIB, 200
OLD = bytes.fromhex("d0cf11e0a1b11ae1")  # .xls, .doc, and any office file with a password
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The kind of file that is expected: its main part, its name, the name of its old kind, what to do otherwise."""

    part: str
    name: str
    old: str
    advice: str


def check_archive(content: bytes, wanted: Wanted) -> None:
    """Errors: UnknownKind, DamagedFile, ProtectedFile, TooLarge, UnsafeFile."""
    if content.startswith(OLD):
        raise ProtectedFile(f"Tệp có mật khẩu, hoặc là {wanted.old}.", advice=wanted.advice)
    if not content.startswith(b"PK"):
        raise UnknownKind(f"Tệp không phải {wanted.name}.", advice=wanted.advice)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_members(archive, wanted)
    except _BROKEN as error:
        raise DamagedFile("Tệp bị hỏng hoặc tải chưa xong.", advice=wanted.advice) from error


def _check_members(archive: zipfile.ZipFile, wanted: Wanted) -> None:
    members = archive.infolist()
    if len(members) > MEMBERS or sum(one.file_size for one in members) > UNPACKED:
        raise TooLarge(f"Tệp bung ra hơn {UNPACKED // MIB} MiB.", advice=wanted.advice)
    if wanted.part not in archive.namelist():
        raise UnknownKind(f"Tệp không phải {wanted.name}.", advice=wanted.advice)
    for one in members:
        if one.flag_bits & 1:
            raise ProtectedFile("Tệp có mật khẩu.", advice=wanted.advice)
        if one.file_size > 4 * MIB and one.file_size > RATIO * max(one.compress_size, 1):
            raise TooLarge("Tệp bung ra lớn bất thường.", advice=wanted.advice)
        if one.filename.endswith((".xml", ".rels")):
            _check_xml(archive, one, wanted)


def _check_xml(archive: zipfile.ZipFile, member: zipfile.ZipInfo, wanted: Wanted) -> None:
    part = archive.read(member).replace(b"\0", b"")  # UTF-16 too
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise UnsafeFile(
            f"Tệp có khai báo DOCTYPE, thứ mà {wanted.name} không bao giờ cần.", advice=wanted.advice
        )
