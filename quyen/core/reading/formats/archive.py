"""Archives of documents: each member handed on by itself, a bad one without harm to the rest."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from quyen.core.archives import is_junk, is_link, leads_out, path_of
from quyen.core.errors import FileRefused, TooLarge, UnsafeFile
from quyen.core.reading.formats.container import Container
from quyen.core.reading.formats.kinds import kind_of
from quyen.core.reading.formats.limits import DEFAULT, MIB, Limits


def unpack(
    data: bytes, name: str = "", limits: Limits = DEFAULT
) -> Iterator[tuple[str, bytes | FileRefused]]:
    """The documents of a zip, one at a time, as (path inside the archive, bytes or why it is refused).

    Archives inside it are opened too, `limits.depth` deep, their members named "inner.zip/file.docx". All of
    them together share one budget of count and unpacked bytes. Raises DamagedFile or TooLarge where the
    archive itself cannot be opened; `name` is used only in what is said about it.
    """
    yield from _members(data, "", limits, 1, _Budget(limits))


class _Budget:
    """What is left of count and bytes for one upload, archives inside archives included."""

    def __init__(self, limits: Limits) -> None:
        self.members, self.bytes = limits.members, limits.unpacked

    def take(self, member: zipfile.ZipInfo) -> None:
        self.members -= 1
        self.bytes -= member.file_size
        if self.members < 0 or self.bytes < 0:
            raise TooLarge("Tệp nén chứa quá nhiều hoặc bung ra quá lớn.")


def _members(
    data: bytes, prefix: str, limits: Limits, depth: int, budget: _Budget
) -> Iterator[tuple[str, bytes | FileRefused]]:
    container = Container(data, limits)
    for raw, member in container.members.items():
        path = path_of(member)
        if is_junk(path):
            continue
        try:
            budget.take(member)
            content = _content(container, raw, member, path, limits)
        except FileRefused as refused:
            yield prefix + path, refused
            continue
        if _is_archive(content):
            yield from _inner(content, prefix + path, limits, depth, budget)
        else:
            yield prefix + path, content


def _inner(
    data: bytes, path: str, limits: Limits, depth: int, budget: _Budget
) -> Iterator[tuple[str, bytes | FileRefused]]:
    if depth >= limits.depth:
        yield path, TooLarge(f"Tệp nén lồng nhau quá {limits.depth} lớp.")
        return
    try:
        yield from _members(data, path + "/", limits, depth + 1, budget)
    except FileRefused as refused:
        yield path, refused


def _content(container: Container, raw: str, member: zipfile.ZipInfo, path: str, limits: Limits) -> bytes:
    if leads_out(path):
        raise UnsafeFile("Đường dẫn của tệp con trỏ ra ngoài tệp nén.")
    if is_link(member):
        raise UnsafeFile("Tệp con là một liên kết, không phải văn bản.")
    if member.file_size > limits.bytes:
        raise TooLarge(f"Tệp con lớn hơn {limits.bytes // MIB} MiB.")
    return container.read(raw)


def _is_archive(content: bytes) -> bool:
    try:
        return kind_of(content) == "zip"
    except FileRefused:
        return False
