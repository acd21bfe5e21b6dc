"""A zip of pictures and other files, each handed on by itself; a bad one without harm to the rest."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from quyen.core.archives import Bounds, has_password, is_junk, is_link, leads_out, path_of
from quyen.core.media.record import MIB, Problem


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """What one archive may hold; sizes in bytes. `ratio` is asked of members above 1 MiB."""

    members: int = 200
    unpacked: int = 1024 * MIB
    ratio: int = 100

    @property
    def bounds(self) -> Bounds:
        return Bounds(self.members, self.unpacked, self.ratio, dense_from=MIB)


DEFAULT = ArchiveLimits()


def members(path: Path, limits: ArchiveLimits = DEFAULT) -> Iterator[tuple[str, IO[bytes] | Problem]]:
    """(name without folders, open file or why it is refused) of each file. An archive that cannot be opened, or that is
    too much as a whole, is one problem under the name ""."""
    try:
        with zipfile.ZipFile(path) as archive:
            found = [one for one in archive.infolist() if not one.is_dir() and not is_junk(path_of(one))]
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
    if limits.bounds.is_crowded(found):
        return Problem(
            "bomb",
            f"Tệp nén có {len(found)} tệp, quá mức nhận ({limits.members}).",
            "Hãy chia thành nhiều tệp nén.",
        )
    if limits.bounds.is_swollen(found):
        return Problem(
            "bomb", f"Tệp nén bung ra hơn {limits.unpacked // MIB} MB.", "Hãy chia thành nhiều tệp nén."
        )
    return None


def _member(
    archive: zipfile.ZipFile, one: zipfile.ZipInfo, limits: ArchiveLimits
) -> Iterator[tuple[str, IO[bytes] | Problem]]:
    path = path_of(one)
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
    if leads_out(path):
        return Problem(
            "zip-slip",
            "Đường dẫn của tệp con trỏ ra ngoài tệp nén.",
            "Hãy nén lại từ thư mục ảnh, hoặc gửi riêng tệp đó.",
        )
    if is_link(one):
        return Problem("zip-slip", "Tệp con là một liên kết, không phải tệp.", "Hãy gửi tệp thật.")
    if has_password(one):
        return Problem("protected", "Tệp con có mật khẩu.", "Hãy nén lại không mật khẩu.")
    if limits.bounds.is_bomb(one):
        return Problem("bomb", "Tệp con bung ra lớn bất thường.", "Hãy gửi riêng tệp đó.")
    if path.lower().endswith((".zip", ".rar", ".7z")):
        return Problem("nested", "Tệp nén nằm trong tệp nén.", "Hãy bung ra rồi nén lại một lớp.")
    return None
