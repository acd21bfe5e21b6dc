"""What no member of a zip may do, and how large a zip may be: the same for archives of documents and of media.

Sizes are checked as declared, before anything is unpacked; the standard library never yields more of a member than it
declares. What is said to people is said by whoever opens the archive.
"""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Collection
from dataclasses import dataclass

_JUNK = ("__macosx/", ".ds_store", "thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Bounds:
    """Sizes in bytes. `members`: files in one archive; `unpacked`: all of them together; `ratio`: unpacked to packed,
    asked only of members above `dense_from`."""

    members: int
    unpacked: int
    ratio: int
    dense_from: int

    def is_crowded(self, members: Collection[zipfile.ZipInfo]) -> bool:
        return len(members) > self.members

    def is_swollen(self, members: Collection[zipfile.ZipInfo]) -> bool:
        return sum(one.file_size for one in members) > self.unpacked

    def is_bomb(self, one: zipfile.ZipInfo) -> bool:
        """Whether a member unpacks to so much more than it takes that nobody packed it in good faith."""
        return one.file_size > self.dense_from and one.file_size > self.ratio * max(one.compress_size, 1)


def path_of(one: zipfile.ZipInfo) -> str:
    """The member's path with "/". Without the UTF-8 flag its bytes may still be UTF-8, as many programs write them."""
    name = one.orig_filename
    if not one.flag_bits & 0x800:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = one.orig_filename
    return name.replace("\\", "/").split("\0", 1)[0]


def leads_out(path: str) -> bool:
    """Whether a path, as of `path_of`, names a place outside the archive: absolute, of a drive, or upwards."""
    return path.startswith("/") or ":" in path.split("/", 1)[0] or ".." in path.split("/")


def is_link(one: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(one.external_attr >> 16)


def has_password(one: zipfile.ZipInfo) -> bool:
    return bool(one.flag_bits & 1)


def is_junk(path: str) -> bool:
    """What systems and programs leave in folders and nobody means to send."""
    lower = path.lower()
    return lower.startswith(_JUNK[0]) or lower.rpartition("/")[2].startswith((*_JUNK[1:], "~$", "._"))
