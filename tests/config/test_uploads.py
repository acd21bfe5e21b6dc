"""A request larger than any file that is taken is not written to disk."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from quyen.config import uploads


def test_what_is_too_large_is_not_read(monkeypatch, settings) -> None:
    def sent():
        return RequestFactory().post("/", {"a": "1", "files": SimpleUploadedFile("a.bin", b"x" * 5000)})

    taken = sent()
    assert (taken.POST["a"], taken.FILES["files"].size) == ("1", 5000)
    assert uploads.most_bytes() > settings.LIBRARY_LIMITS["video"]
    monkeypatch.setattr(uploads, "most_bytes", lambda: 3000)
    refused = sent()
    assert (dict(refused.POST), dict(refused.FILES)) == ({}, {})
