"""The commands: what they print, and their exit codes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path


def backup(to: Path, *, keep: int | None) -> int:
    """0 where a whole copy was written; 1 where nothing was, or where files that rows name are not whole."""

    def run() -> int:
        from quyen.config.backup.take import take

        archive = take(to, keep=keep)
        manifest = archive.manifest
        rows = sum(piece.rows for piece in manifest.tables.values())
        print(
            f"Đã sao lưu {rows} dòng của {len(manifest.tables)} bảng và {len(manifest.files)} tệp vào {archive.path}"
            f" ({_size(archive.path.stat().st_size)}); đã đọc lại và đúng từng byte."
        )
        for name in manifest.lacking:
            print(f"  thiếu hoặc hỏng trên đĩa: {name}", file=sys.stderr)
        return 1 if manifest.lacking else 0

    return _run(run)


def restore(source: Path, *, only_check: bool, replace: bool) -> int:
    def run() -> int:
        from quyen.config.backup import restore as put_back
        from quyen.config.backup.archive import Archive

        archive = Archive(source)
        if only_check:
            put_back.check(archive)
            print(f"Bản sao lưu nguyên vẹn: {_what(archive)}. Chưa thay đổi gì.")
            return 0
        done = put_back.restore(archive, replace=replace)
        print(f"Đã phục hồi {_what(archive)}.")
        if done.schema:
            print(
                f"Dữ liệu trước đó: lược đồ “{done.schema}” trong cùng cơ sở dữ liệu; tệp ở {done.files or '(không có)'}."
            )
        return 0

    return _run(run)


def export(out: Path, *, like: Path | None) -> int:
    """1 where something differs from the archive compared with."""

    def run() -> int:
        from quyen.config.backup.archive import Archive
        from quyen.config.backup.export import export as write

        done = write(out, like=Archive(like) if like else None)
        print(f"Đã xuất {done.rows} dòng của {done.tables} bảng vào {done.folder}\nSHA-256: {done.digest}")
        if like:
            print(
                "Giống từng byte với bản sao lưu."
                if not done.differing
                else "Khác bản sao lưu: " + ", ".join(done.differing)
            )
        return 1 if done.differing else 0

    return _run(run)


def upgrade(to: Path) -> int:
    """A copy, the tables brought to this version, and the records of then held against the copy; no job is run meanwhile.

    1 where nothing was done, or where a record of then is not as it was.
    """

    def run() -> int:
        from tempfile import TemporaryDirectory

        from django.core.management import call_command

        from quyen.config.backup.export import export as write
        from quyen.config.backup.restore import alone
        from quyen.config.backup.take import take

        alone()
        before = take(to)
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        with TemporaryDirectory() as folder:
            done = write(Path(folder) / "after", like=before)
        print(f"Đã sao lưu vào {before.path}, rồi đưa các bảng lên phiên bản này.")
        if done.differing:
            print(
                f"Khác trước: {', '.join(done.differing)}. Xem CHANGELOG.md; bản sao lưu giữ dữ liệu trước đó."
            )
            return 1
        print(f"{done.rows} bản ghi có từ trước giống từng byte với bản sao lưu. Nay chạy bin/run.")
        return 0

    return _run(run)


def _run(run: Callable[[], int]) -> int:
    import django

    django.setup()
    from quyen.config.backup.errors import BackupRefused

    try:
        return run()
    except BackupRefused as error:
        print(error.told, file=sys.stderr)
    except OSError as error:
        print(
            f"Không ghi hoặc đọc được tệp ({error}). Hãy xem dung lượng đĩa và quyền ghi rồi chạy lại.",
            file=sys.stderr,
        )
    return 1


def _what(archive: object) -> str:
    manifest = archive.manifest  # type: ignore[attr-defined]
    rows = sum(piece.rows for piece in manifest.tables.values())
    return (
        f"{rows} dòng của {len(manifest.tables)} bảng và {len(manifest.files)} tệp,"
        f" phiên bản {manifest.version}, lập lúc {manifest.taken_at}"
    )


def _size(count: int) -> str:
    return f"{count / 1024 / 1024:.1f} MB".replace(".", ",")
