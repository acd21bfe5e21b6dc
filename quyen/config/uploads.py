"""The first to see what is sent: a request larger than any file that is taken is not even written to disk."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

BESIDE = 16 << 20  # bytes of the other fields, and of what stands between


class WithinLimits(FileUploadHandler):
    """A request that says it is too large is answered as one without fields; one that says nothing is cut off."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.left = most_bytes()

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, boundary: Any, encoding: str | None = None
    ) -> tuple[QueryDict, MultiValueDict[str, UploadedFile[Any]]] | None:
        if content_length > self.left:
            return QueryDict(encoding=encoding or "utf-8"), MultiValueDict()
        return None

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.left -= len(raw_data)
        if self.left < 0:
            raise StopUpload(connection_reset=True)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


def most_bytes() -> int:
    """The largest of all that is taken, and a little beside it."""
    taken = (*settings.LIBRARY_LIMITS.values(), settings.LIBRARY_ARCHIVE_BYTES, settings.UPLOAD_LIMIT_BYTES)
    return int(max(taken)) + BESIDE
