"""A text read aloud by a voice of this machine, where one is installed: espeak-ng, or piper with a model. No network."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SECONDS, MEGABYTES, LONGEST = 60, 2048, 12_000  # of one reading; signs that are read
_ESPEAK = {
    "vi": "vi",
    "en": "en-gb",
    "fr": "fr-fr",
    "zh": "cmn",
    "ru": "ru",
    "es": "es",
    "de": "de",
    "ko": "ko",
    "ja": "ja",
}
MODELS = "QUYEN_PIPER_MODELS"  # a folder of piper's models, "vi_VN-...onnx" beside its ".onnx.json"


@dataclass(frozen=True, slots=True)
class Voice:
    """`name` as people know it; `command` reads words from standard input and writes a WAV file, its name put last."""

    name: str
    command: tuple[str, ...]


def voice_for(language: str, which: Callable[[str], str | None] = shutil.which) -> Voice | None:
    """The best voice that is here for a language; None where there is none."""
    model = _model(language)
    piper = which("piper") if model else None
    if piper and model:
        return Voice(f"piper ({model.stem})", (piper, "--model", str(model), "--output_file"))
    espeak = which("espeak-ng") if language in _ESPEAK else None
    return (
        Voice("espeak-ng", (espeak, "-v", _ESPEAK[language], "-s", "110", "--stdin", "-w"))
        if espeak
        else None
    )


def read_by(voice: Voice, text: str) -> bytes | None:
    """The words as a WAV file; None where the voice fails or takes too long. Words never become part of a command."""
    with tempfile.TemporaryDirectory(prefix="quyen-") as folder:
        out = Path(folder, "voice.wav")
        try:
            done = subprocess.run(  # noqa: S603  found on this machine; the words go in by standard input
                [*voice.command, str(out)], input=text[:LONGEST].encode(), capture_output=True, timeout=SECONDS,
                check=False, preexec_fn=_limited, start_new_session=True,
            )  # fmt: skip
        except (subprocess.TimeoutExpired, OSError):
            return None
        return (
            out.read_bytes() if done.returncode == 0 and out.is_file() and out.stat().st_size > 44 else None
        )


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (MEGABYTES << 20, MEGABYTES << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _model(language: str) -> Path | None:
    folder = os.environ.get(MODELS, "")
    if not folder:
        return None
    return next(iter(sorted(Path(folder).glob(f"{language}_*.onnx"))), None)
