"""One picture out of a film, by a program of this machine where it is installed: ffmpeg. No network, no other file."""

from __future__ import annotations

import io
import resource
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from PIL import Image

SECONDS, MEGABYTES, WIDE = 30, 1024, 1280
LOOKED_AT = (
    100  # pictures from the first second on, of which the one most like the others is taken: not a black one
)
# The reader is named by what the bytes were found to be, so that no film is read as a list of other files.
READERS = {"video/mp4": "mov", "video/quicktime": "mov", "video/webm": "matroska"}


def frame_of(
    path: Path, media_type: str, which: Callable[[str], str | None] = shutil.which
) -> Image.Image | None:
    """A picture that stands for the film, at most 1,280 points wide; None where there is no ffmpeg, or it cannot read the
    film in time. The name of the file never becomes part of a filter or an option."""
    ffmpeg, reader = which("ffmpeg"), READERS.get(media_type)
    if not ffmpeg or not reader:
        return None
    for start in ("1", "0"):  # a film may be shorter than a second
        picture = _drawn(_run(ffmpeg, reader, path, start))
        if picture is not None:
            return picture
    return None


def _run(ffmpeg: str, reader: str, path: Path, start: str) -> bytes:
    shown = f"thumbnail={LOOKED_AT},scale='min({WIDE},iw)':-2"
    command = [
        ffmpeg, "-nostdin", "-v", "error", "-threads", "1", "-protocol_whitelist", "file,pipe", "-f", reader, "-ss", start,
        "-i", f"file:{path}", "-an", "-sn", "-dn", "-vf", shown, "-frames:v", "1", "-f", "image2pipe", "-c:v", "png", "-",
    ]  # fmt: skip
    try:
        done = subprocess.run(  # noqa: S603  found on this machine; the file is one of the store
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            preexec_fn=_limited,
        )
    except (subprocess.TimeoutExpired, OSError):
        return b""
    return done.stdout if done.returncode == 0 else b""


def _drawn(data: bytes) -> Image.Image | None:
    try:
        with Image.open(io.BytesIO(data), formats=["PNG"]) as opened:
            return opened.convert("RGB")
    except (OSError, SyntaxError, ValueError):
        return None


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (MEGABYTES << 20, MEGABYTES << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
