"""The archive: a zip file that any tool opens, with a manifest and a digest over every byte of it.

    manifest.json                 what `Manifest` says, written last
    tables/plans_plan.csv         one table, as `tables.copy_out` gives it
    files/sources/ab/ab12...      one received file

The comment of the zip is the SHA-256 of all bytes before it, so that no byte can change unseen; the manifest
holds the SHA-256 of each part, so that the part can be named.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from quyen.config.backup.errors import BackupRefused, Damaged

FORMAT = 1
CHUNK = 1024 * 1024
DIGEST = 64  # letters of a SHA-256 in hexadecimal
MANIFEST = "manifest.json"
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, TypeError, NotImplementedError,
          RuntimeError)  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """One part of an archive. `rows` and `columns` of a table; a file has neither."""

    sha256: str
    size: int
    rows: int = 0
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Manifest:
    """`migrations`: all that were applied, as "app.name"; `sequences`: the last number given, by "table.column";
    `lacking`: files that a row names and that were missing or damaged when the copy was taken."""

    version: str
    taken_at: str
    migrations: tuple[str, ...]
    tables: dict[str, Piece]
    files: dict[str, Piece]
    sequences: dict[str, int] = field(default_factory=dict)
    lacking: tuple[str, ...] = ()
    format: int = FORMAT

    def as_bytes(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Manifest:
        given: dict[str, Any] = json.loads(data)
        if given["format"] > FORMAT:
            raise BackupRefused(
                f"Bản sao lưu theo khuôn dạng {given['format']}, mới hơn khuôn dạng {FORMAT} mà chương trình này đọc được.",
                advice="Hãy cập nhật Quyền rồi phục hồi lại. Chưa có gì thay đổi.",
            )
        for group in ("tables", "files"):
            given[group] = {
                name: Piece(one["sha256"], one["size"], one["rows"], tuple(one["columns"]))
                for name, one in given[group].items()
            }
        for name in ("migrations", "lacking"):
            given[name] = tuple(given[name])
        return cls(**given)


class Writer:
    """Writes under another name beside `path`; only `finish` gives the archive its own. Readable by its owner only."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.unfinished = path.with_name(f".{path.name}.{os.getpid()}.dang-ghi")
        handle = os.open(self.unfinished, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        self._file = os.fdopen(handle, "w+b")
        self._zip = zipfile.ZipFile(self._file, "w", zipfile.ZIP_DEFLATED, compresslevel=6)

    def add(self, name: str, chunks: Iterable[bytes | memoryview]) -> Piece:
        seen, size = hashlib.sha256(), 0
        member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
        with self._zip.open(member, "w", force_zip64=True) as part:
            for chunk in chunks:
                seen.update(chunk)
                size += len(chunk)
                part.write(chunk)
        return Piece(seen.hexdigest(), size)

    def finish(self, manifest: Manifest) -> None:
        self._zip.writestr(zipfile.ZipInfo(MANIFEST, (1980, 1, 1, 0, 0, 0)), manifest.as_bytes())
        self._zip.comment = b"0" * DIGEST
        self._zip.close()
        length = self._file.tell() - DIGEST
        digest = _digest(self._file, length)
        self._file.seek(length)
        self._file.write(digest.encode())
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self.unfinished.replace(self.path)

    def give_up(self) -> None:
        """Leaves nothing behind; does nothing once finished."""
        with suppress(Exception):  # a full disk may refuse the zip's own ending, too
            self._zip.close()
        self._file.close()
        self.unfinished.unlink(missing_ok=True)


class Archive:
    """An archive to read. Opening it reads the manifest only; `check` reads all."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if not path.is_file():
            raise BackupRefused(f"{path}: không có tệp này.", advice="Hãy kiểm tra tên tệp rồi chạy lại.")
        try:
            self._zip = zipfile.ZipFile(path)
        except BROKEN as error:
            raise Damaged("phần cuối tệp", "tệp bị cắt ngắn hoặc không phải bản sao lưu của Quyền") from error
        try:
            self.manifest = Manifest.from_bytes(self._zip.read(MANIFEST))
        except BROKEN as error:
            raise Damaged(MANIFEST, "không đọc được bản kê") from error

    def read(self, part: str) -> Iterator[bytes]:
        """The bytes of a part ("tables/...", "files/..."). Raises Damaged."""
        try:
            with self._zip.open(part) as stream:
                while chunk := stream.read(CHUNK):
                    yield chunk
        except BROKEN as error:
            raise Damaged(part, "không giải nén được") from error

    def check(self) -> None:
        """Every byte is as it was written. Raises Damaged, with the first part that is not."""
        length = self.path.stat().st_size - DIGEST
        with self.path.open("rb") as file:
            sound = _digest(file, length).encode() == file.read(DIGEST)
        for part, piece in self.parts():
            if not _is_plain(part):
                raise Damaged(part, "tên không hợp lệ")
            if not sound:  # the digest of the whole speaks for the parts, too: they are looked at to name one
                self._check_part(part, piece)
        if not sound:
            raise Damaged("mục lục của tệp", "nội dung khác lúc ghi")

    def parts(self) -> Iterator[tuple[str, Piece]]:
        for name, piece in self.manifest.tables.items():
            yield f"tables/{name}.csv", piece
        for name, piece in self.manifest.files.items():
            yield f"files/{name}", piece

    def _check_part(self, part: str, piece: Piece) -> None:
        seen = hashlib.sha256()
        for chunk in self.read(part):
            seen.update(chunk)
        if seen.hexdigest() != piece.sha256:
            raise Damaged(part, "nội dung khác lúc ghi")


def _is_plain(name: str) -> bool:
    """No way out of the folder that it is unpacked to."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name and "\0" not in name


def _digest(file: Any, length: int) -> str:
    """SHA-256 of the first `length` bytes; the file stands right behind them afterwards."""
    seen = hashlib.sha256()
    file.seek(0)
    while length > 0 and (chunk := file.read(min(CHUNK, length))):
        seen.update(chunk)
        length -= len(chunk)
    return seen.hexdigest()
