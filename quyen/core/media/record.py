"""What was found of a file: plain frozen values that travel as JSON between processes."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

PICTURE, DRAWING, VIDEO, SOUND, PAPER, CAPTIONS, TEXT = (
    "picture", "drawing", "video", "sound", "paper", "captions", "text",
)  # fmt: skip
MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a person should know of a file. `refuses`: the file cannot be taken as it is. `code` names the kind of
    problem for programs and tests; `message` says what was found, `advice` what to do, both in Vietnamese."""

    code: str
    message: str
    advice: str = ""
    refuses: bool = True

    @property
    def told(self) -> str:
        return f"{self.message} {self.advice}".strip()


@dataclass(frozen=True, slots=True)
class Found:
    """What the bytes are. `kind` one of the names above, "" where nothing is known of them. Widths and heights in
    pixels, `seconds` of sound and video, `pages` of papers, each None where the file does not say.

    `likeness`: 64 bits of a picture's look as a signed number (see `likeness.py`); `sketch`: of a text.
    """

    kind: str
    media_type: str
    width: int | None = None
    height: int | None = None
    seconds: float | None = None
    pages: int | None = None
    problems: tuple[Problem, ...] = ()
    likeness: int | None = None
    sketch: tuple[int, ...] = ()

    @property
    def refusal(self) -> Problem | None:
        return next((problem for problem in self.problems if problem.refuses), None)

    @property
    def notices(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if not problem.refuses)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def found_of(record: dict[str, Any]) -> Found:
    """The other way of `as_json`."""
    problems = tuple(Problem(**problem) for problem in record["problems"])
    return Found(**(record | {"problems": problems, "sketch": tuple(record["sketch"])}))


@dataclass(frozen=True, slots=True)
class Made:
    """One rendition; width and height in pixels, 0 where it has none."""

    kind: str
    media_type: str
    width: int
    height: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may ask of the machine."""

    pixels: int = 80_000_000  # of one picture, decoded
    side: int = 20_000  # pixels of either side
    pages: int = 2_000  # of a paper
    unpacked: int = 512 * MIB  # all members of one office file
    ratio: int = 200  # unpacked to packed, asked of members above 1 MiB
    members: int = 5_000
    text: int = 20 * MIB  # of captions, HTML, SVG and plain words
    cues: int = 20_000


DEFAULT = Limits()
