"""How much one file may ask of the machine."""

from __future__ import annotations

from dataclasses import dataclass

from quyen.core.archives import Bounds

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Over any of these a file is refused with `TooLarge` (`seconds`: `TookTooLong`); sizes in bytes."""

    bytes: int = 64 * MIB  # one file as received
    unpacked: int = 256 * MIB  # all members of one container together
    part: int = 96 * MIB  # one member of a container
    ratio: int = 300  # unpacked to packed, asked only of members above 4 MiB
    members: int = 5_000  # files in one container
    depth: int = 2  # archives inside archives
    pages: int = 2_000
    pixels: int = 80_000_000  # of one picture
    cells: int = 400_000  # of all tables together
    blocks: int = 1_000_000  # paragraphs and tables
    seconds: int = 120  # one run of an outside program (LibreOffice, Tesseract on one page)

    @property
    def bounds(self) -> Bounds:
        """Of one container."""
        return Bounds(self.members, self.unpacked, self.ratio, dense_from=4 * MIB)


DEFAULT = Limits()
