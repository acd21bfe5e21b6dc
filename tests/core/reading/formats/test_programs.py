"""Outside programs: what is said when they are missing or fail. With the real ones: tests/programs."""

import struct
import subprocess
import zlib

import pytest

from quyen.core.errors import DamagedFile, ProgramMissing, TooLarge, UnsafeFile
from quyen.core.reading.formats import open_document
from tests.core.reading.formats.builders import zipped

RTF = rb"{\rtf1\ansi K\u7871? ho\u7841?ch\par {\b Hai}\par}"


def png(width, height, rows=b""):
    """A grey PNG; without rows only its head is true."""

    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    packed = zlib.compress(rows or b"\0" + b"\xff" * width)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def odt(content):
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


@pytest.mark.parametrize(
    ("data", "package"),
    [
        (RTF, "libreoffice-writer"),
        (odt("<x/>"), "libreoffice-writer"),
        (png(5, 5), "tesseract-ocr tesseract-ocr-vie"),
    ],
)
def test_missing_program_names_its_package(monkeypatch, data, package):
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(ProgramMissing) as missing:
        open_document(data)
    assert missing.value.package == package
    assert package in missing.value.advice


def test_missing_language_names_its_package(monkeypatch):
    def run(*_, **__):
        return subprocess.CompletedProcess([], 1, b"", b"Failed loading language 'vie'")

    monkeypatch.setattr("shutil.which", lambda name: "/bin/tesseract")
    monkeypatch.setattr("subprocess.run", run)
    with pytest.raises(ProgramMissing):
        open_document(png(5, 5))


def test_program_that_makes_nothing_of_a_file(monkeypatch, tmp_path):
    idle = tmp_path / "soffice"
    idle.write_text("#!/bin/sh\nexit 1\n")
    idle.chmod(0o755)
    monkeypatch.setattr("shutil.which", lambda name: str(idle))
    with pytest.raises(DamagedFile):
        open_document(RTF)
    with pytest.raises(DamagedFile):
        open_document(png(5, 5))


def test_pictures_and_files_are_refused_before_a_program_starts(monkeypatch):
    def never(*_, **__):
        raise AssertionError("a program was started")

    monkeypatch.setattr("subprocess.run", never)
    monkeypatch.setattr("subprocess.Popen", never)
    jpeg = (
        b"\xff\xd8\xff\xe0\x00\x04xx\xff\xc0\x00\x0b\x08" + struct.pack(">HH", 60_000, 60_000) + b"\1\1\x11\0"
    )
    for data, error in [
        (png(100_000, 100_000), TooLarge),
        (jpeg, TooLarge),
        (b"GIF89a\xff\xff\xff\xff", TooLarge),
        (b"{\\rtf1" + b"{" * 1000, TooLarge),
        (odt('<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>'), UnsafeFile),
    ]:
        with pytest.raises(error):
            open_document(data)
