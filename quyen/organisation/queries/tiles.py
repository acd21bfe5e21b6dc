"""The map of tiles: each of the 34 provinces near to where it lies, one as large as another."""

from __future__ import annotations

from dataclasses import dataclass

from quyen.core.text.folding import fold

# the short word on the tile, its column and its row
_PLACES = {
    "lai chau": ("LCh", 1, 1), "lao cai": ("LCa", 2, 1), "tuyen quang": ("TQu", 3, 1), "cao bang": ("CBa", 4, 1),
    "dien bien": ("ĐBi", 1, 2), "son la": ("SLa", 2, 2), "thai nguyen": ("TNg", 3, 2), "lang son": ("LSo", 4, 2),
    "phu tho": ("PTh", 2, 3), "ha noi": ("HNo", 3, 3), "bac ninh": ("BNi", 4, 3), "quang ninh": ("QNi", 5, 3),
    "ninh binh": ("NBi", 3, 4), "hung yen": ("HYê", 4, 4), "hai phong": ("HPh", 5, 4), "thanh hoa": ("THo", 3, 5),
    "nghe an": ("NAn", 3, 6), "ha tinh": ("HTĩ", 4, 6), "quang tri": ("QTr", 4, 7), "hue": ("Huế", 5, 7),
    "da nang": ("ĐNa", 5, 8), "quang ngai": ("QNg", 5, 9), "gia lai": ("GLa", 5, 10), "dak lak": ("ĐLắ", 5, 11),
    "lam dong": ("LĐồ", 4, 12), "khanh hoa": ("KHo", 5, 12), "tay ninh": ("TNi", 2, 13),
    "ho chi minh": ("HCM", 3, 13), "dong nai": ("ĐNi", 4, 13), "an giang": ("AGi", 1, 14),
    "dong thap": ("ĐTh", 2, 14), "vinh long": ("VLo", 3, 14), "ca mau": ("CMa", 1, 15), "can tho": ("CTh", 2, 15),
}  # fmt: skip


@dataclass(frozen=True)
class Tile:
    short: str
    column: int
    row: int


def tile_of(name: str) -> Tile | None:
    """The place of a province by its name, with or without "Tỉnh" and "Thành phố"; None for every other unit."""
    bare = fold(name).removeprefix("thanh pho ").removeprefix("tinh ")
    return Tile(*_PLACES[bare]) if bare in _PLACES else None
