"""Zip containers (docx, odt, archives) and their XML, opened without trusting either."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from quyen.core.archives import has_password
from quyen.core.errors import DamagedFile, ProtectedFile, TooLarge, UnsafeFile
from quyen.core.reading.formats.limits import DEFAULT, MIB, Limits

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)


class Container:
    """The members of a zip. Sizes are checked as declared before anything is unpacked; the standard library
    never yields more of a member than it declares, so the declared size is a ceiling."""

    def __init__(self, data: bytes, limits: Limits = DEFAULT) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise DamagedFile("Tệp nén bị hỏng hoặc tải chưa xong.") from error
        self._limits = limits
        named = [member for member in self._zip.infolist() if member.filename.rstrip("/") == member.filename]
        self.members = {member.filename: member for member in named if member.filename}
        if limits.bounds.is_crowded(self._zip.infolist()):
            raise TooLarge(f"Tệp nén có hơn {limits.members} tệp con.")
        if limits.bounds.is_swollen(self._zip.infolist()):
            raise TooLarge(f"Tệp nén bung ra hơn {limits.unpacked // MIB} MiB.")

    def __contains__(self, name: str) -> bool:
        return name in self.members

    def read(self, name: str) -> bytes:
        """One member. Raises DamagedFile, ProtectedFile, TooLarge or UnsafeFile."""
        member = self.members.get(name)
        if member is None:
            raise DamagedFile(f"Tệp thiếu phần “{name}”.")
        self._check(member)
        try:
            return self._zip.read(member)
        except _BROKEN as error:
            raise DamagedFile(f"Phần “{name}” trong tệp bị hỏng.") from error

    def get(self, name: str) -> bytes | None:
        """One member, or None where there is none."""
        return self.read(name) if name in self.members else None

    def _check(self, member: zipfile.ZipInfo) -> None:
        if has_password(member):
            raise ProtectedFile(f"Phần “{member.filename}” được đặt mật khẩu.")
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnsafeFile("Tệp nén theo cách mà văn bản không dùng.")
        if member.file_size > self._limits.part or self._limits.bounds.is_bomb(member):
            raise TooLarge(f"Phần “{member.filename}” bung ra quá lớn ({member.file_size // MIB} MiB).")


def parse_xml(data: bytes) -> etree._Element:
    """The root of one part. A document type, and with it any entity, is refused before it is parsed."""
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        raise UnsafeFile("Tệp có khai báo DOCTYPE, thứ mà văn bản Word không bao giờ cần.")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _xml_error(error) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsafeFile("Tệp có khai báo DOCTYPE, thứ mà văn bản Word không bao giờ cần.")
    return root


def _xml_error(error: Exception) -> DamagedFile | TooLarge | UnsafeFile:
    """What libxml2 says, in our words: its own ceilings mean too large, an entity means unsafe."""
    said = str(error)
    if "XML_PARSE_HUGE" in said or "xcessive depth" in said or "Resource limit" in said:
        return TooLarge("Một phần của tệp lồng nhau quá sâu hoặc có một đoạn chữ quá dài.")
    if "Entity" in said or "entity" in said:
        return UnsafeFile("Tệp dùng thực thể XML, thứ mà văn bản Word không bao giờ cần.")
    return DamagedFile("Nội dung XML trong tệp bị hỏng.")
