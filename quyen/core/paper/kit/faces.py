"""The fonts of kits, and which signs they do not hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quyen.core.paper.letters import FONTS, signs_of

_UNSEEN = frozenset("\n\r\t \u00a0\u200b\u200c\u200d\u2060\ufeff")
KHMER = range(0x1780, 0x1800)


@dataclass(frozen=True, slots=True)
class Faces:
    """Font files: `body` carries Vietnamese (Be Vietnam Pro), `khmer` Khmer where it is installed."""

    body: tuple[Path, ...]
    khmer: Path | None = None

    def for_words(self, words: str) -> tuple[Path, ...]:
        """The files that these words need: Khmer's only where there is Khmer."""
        needs_khmer = self.khmer is not None and any(ord(sign) in KHMER for sign in words)
        serif = FONTS / "LiberationSerif-Regular.ttf"  # Cyrillic and Greek, and signs that the body lacks
        return (*self.body, serif, *([self.khmer] if needs_khmer and self.khmer else []))


def missing_signs(words: str, faces: Faces) -> str:
    """Signs that no font holds, each once; on paper they would be empty boxes."""
    held = frozenset().union(*(_held(path) for path in faces.for_words(words)))
    return "".join(dict.fromkeys(sign for sign in words if ord(sign) not in held and sign not in _UNSEEN))


@cache
def _held(path: Path) -> frozenset[int]:
    return frozenset(signs_of(path.read_bytes()))
