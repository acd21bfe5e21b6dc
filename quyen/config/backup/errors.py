"""What can go wrong with a copy. BackupRefused ├── Damaged  one part of an archive is not what was written."""

from __future__ import annotations

from quyen.core.errors import QuyenError


class BackupRefused(QuyenError):
    """A copy cannot be made or put back as asked; nothing was changed."""

    advice = "Chưa có gì thay đổi."


class Damaged(BackupRefused):
    """`part`: the table, file or piece of the archive that differs from what was written."""

    advice = "Chưa có gì thay đổi. Hãy dùng một bản sao lưu khác; bản này không phục hồi được trọn vẹn."

    def __init__(self, part: str, what: str) -> None:
        super().__init__(f"Bản sao lưu bị hỏng ở phần “{part}”: {what}.")
        self.part = part
