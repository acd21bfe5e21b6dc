"""What makes two pictures, or two texts, look alike: small signs that a database can compare."""

from __future__ import annotations

import re
import struct
from hashlib import blake2b

from PIL import Image

from quyen.core.text.encodings import nfc
from quyen.core.text.folding import fold

NEAR = 6  # of 64 bits: the same picture in another size, format or quality
SHINGLE, KEPT, ENOUGH = 4, 48, 30  # words a shingle; signs kept a text; words that a text must have
_WORDS = re.compile(r"[^\W_]+")


def picture_likeness(picture: Image.Image) -> int:
    """64 bits, one for each step of light from left to right in a picture of 9 by 8; as a signed number, as
    PostgreSQL's bigint holds it. Two are near where at most NEAR bits differ. `picture` is in mode "L"."""
    small = picture.resize((9, 8), Image.Resampling.LANCZOS, reducing_gap=3.0)
    lights = small.tobytes()
    bits = 0
    for row in range(8):
        for column in range(8):
            bits = bits << 1 | (lights[9 * row + column] < lights[9 * row + column + 1])
    return bits - (1 << 64) if bits >> 63 else bits


def bits_apart(one: int, other: int) -> int:
    """How many of the 64 bits differ."""
    return ((one ^ other) & (1 << 64) - 1).bit_count()


def text_sketch(text: str) -> tuple[int, ...]:
    """The smallest signs of a text's runs of four words (bottom-k sketch): two texts share about as large a part of
    their signs as of their runs. Marks and case do not count. Empty for texts too short to compare."""
    words = _WORDS.findall(fold(nfc(text)))
    if len(words) < ENOUGH:
        return ()
    runs = {" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}
    signs = sorted(struct.unpack(">q", blake2b(run.encode(), digest_size=8).digest())[0] for run in runs)
    return tuple(signs[:KEPT])


def alike(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Share, 0 to 1, of the runs that two texts have in common, as their sketches tell it."""
    if not one or not other:
        return 0.0
    least = sorted({*one, *other})[:KEPT]
    return len({*one} & {*other} & {*least}) / len(least)
