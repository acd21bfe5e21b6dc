"""A zip of pictures and other files, each handed on by itself; a bad one without harm to the rest."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from quyen.core.media.record import MIB, Problem

_JUNK = ("__macosx/", ".ds_store", "thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """What one archive may hold; sizes in bytes. `ratio` is asked of members above 1 MiB."""

    members: int = 200
    unpacked: int = 1024 * MIB
    ratio: int = 100


DEFAULT = ArchiveLimits()


def members(path: Path, limits: ArchiveLimits = DEFAULT) -> Iterator[tuple[str, IO[bytes] | Problem]]:
    """(name without folders, open file or why it is refused) of each file. An archive that cannot be opened, or that is
    too much as a whole, is one problem under the name ""."""
    try:
        with zipfile.ZipFile(path) as archive:
            found = [one for one in archive.infolist() if not one.is_dir() and not _is_junk(one.filename)]
            if problem := _too_much(found, limits):
                yield "", problem
                return
            for one in found:
                yield from _member(archive, one, limits)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError):
        yield (
            "",
            Problem("damaged", "Tệp nén bị hỏng hoặc tải chưa xong.", "Hãy nén lại thành .zip rồi gửi lại."),
        )


def _too_much(found: list[zipfile.ZipInfo], limits: ArchiveLimits) -> Problem | None:
    if len(found) > limits.members:
        return Problem(
            "bomb",
            f"Tệp nén có {len(found)} tệp, quá mức nhận ({limits.members}).",
            "Hãy chia thành nhiều tệp nén.",
        )
    if sum(one.file_size for one in found) > limits.unpacked:
        return Problem(
            "bomb", f"Tệp nén bung ra hơn {limits.unpacked // MIB} MB.", "Hãy chia thành nhiều tệp nén."
        )
    return None


def _member(
    archive: zipfile.ZipFile, one: zipfile.ZipInfo, limits: ArchiveLimits
) -> Iterator[tuple[str, IO[bytes] | Problem]]:
    path = _path(one)
    name = path.rpartition("/")[2] or path
    if problem := _refusal(one, path, limits):
        yield name, problem
        return
    try:
        with archive.open(one) as content:
            yield name, content
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError):
        yield name, Problem("damaged", "Tệp con trong tệp nén bị hỏng.", "Hãy gửi riêng tệp đó.")


def _refusal(one: zipfile.ZipInfo, path: str, limits: ArchiveLimits) -> Problem | None:
    if path.startswith("/") or ":" in path.split("/", 1)[0] or ".." in path.split("/"):
        return Problem(
            "zip-slip",
            "Đường dẫn của tệp con trỏ ra ngoài tệp nén.",
            "Hãy nén lại từ thư mục ảnh, hoặc gửi riêng tệp đó.",
        )
    if stat.S_ISLNK(one.external_attr >> 16):
        return Problem("zip-slip", "Tệp con là một liên kết, không phải tệp.", "Hãy gửi tệp thật.")
    if one.flag_bits & 1:
        return Problem("protected", "Tệp con có mật khẩu.", "Hãy nén lại không mật khẩu.")
    if one.file_size > MIB and one.file_size > limits.ratio * max(one.compress_size, 1):
        return Problem("bomb", "Tệp con bung ra lớn bất thường.", "Hãy gửi riêng tệp đó.")
    if path.lower().endswith((".zip", ".rar", ".7z")):
        return Problem("nested", "Tệp nén nằm trong tệp nén.", "Hãy bung ra rồi nén lại một lớp.")
    return None


def _path(one: zipfile.ZipInfo) -> str:
    """Without the UTF-8 flag the name may still be UTF-8, as many programs write it."""
    name = one.orig_filename
    if not one.flag_bits & 0x800:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = one.orig_filename
    return name.replace("\\", "/").split("\0", 1)[0]


def _is_junk(path: str) -> bool:
    lower = path.lower().replace("\\", "/")
    return lower.startswith(_JUNK[0]) or lower.rpartition("/")[2].startswith((*_JUNK[1:], "~$", "._"))
