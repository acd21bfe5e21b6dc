"""Several files as one zip: the same content gives the same bytes, and each file can be checked on its own.

The fingerprint is SHA-256 of the lines "hash  path", ordered by path; `sha256sum -c` reads such lines. It says what is in the
zip, whenever and however that was packed.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from quyen.core.types import value

_WHEN = (1980, 1, 1, 0, 0, 0)
_STORED = (".jpg", ".jpeg", ".png", ".webp", ".mp3", ".mp4", ".zip", ".woff2", ".pdf")  # packed already


@value
class Wrapped:
    """One file in the zip."""

    path: str
    sha256: str
    size: int


def wrap(target: Path, files: Iterable[tuple[str, bytes | Path]]) -> tuple[Wrapped, ...]:
    """Writes the zip; a file is given by its bytes or by where it lies. Errors: OSError; ValueError for a path that leads
    out of the zip or comes twice."""
    found: dict[str, Wrapped] = {}
    with zipfile.ZipFile(target, "w") as whole:
        for path, content in files:
            if path in found or path.startswith("/") or ".." in path.split("/") or "\\" in path:
                raise ValueError(path)
            found[path] = _put(whole, path, content)
    return tuple(found.values())


def _put(whole: zipfile.ZipFile, path: str, content: bytes | Path) -> Wrapped:
    head = zipfile.ZipInfo(path, _WHEN)
    head.compress_type = zipfile.ZIP_STORED if path.endswith(_STORED) else zipfile.ZIP_DEFLATED
    head.external_attr = 0o644 << 16
    seen, size = hashlib.sha256(), 0
    with whole.open(head, "w") as out:
        for piece in _pieces(content):
            out.write(piece)
            seen.update(piece)
            size += len(piece)
    return Wrapped(path, seen.hexdigest(), size)


def _pieces(content: bytes | Path) -> Iterable[bytes]:
    if isinstance(content, bytes):
        yield content
        return
    with content.open("rb") as file:
        while piece := file.read(1 << 20):
            yield piece


def lines_of(files: Sequence[Wrapped]) -> str:
    """As `sha256sum` writes and checks them."""
    return "".join(f"{one.sha256}  {one.path}\n" for one in sorted(files, key=lambda one: one.path))


def fingerprint(files: Sequence[Wrapped]) -> str:
    """Of all of them together."""
    return hashlib.sha256(lines_of(files).encode()).hexdigest()
