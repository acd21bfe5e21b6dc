"""A product as its kits tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Part:
    kind: Literal["heading", "point", "text"]
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    """`unit` issues it and is named on everything (rights by design, rule 6). `credits`: (role, name). `address`: the
    whole public address. `language`: BCP 47 ("vi", "km"). `picture`: a JPEG, with its words in `alternative_text`;
    empty where there is none. `draft`: not published yet, and everything says so."""

    title: str
    summary: str
    parts: tuple[Part, ...]
    unit: str
    address: str
    language: str
    other_units: tuple[str, ...] = ()
    credits: tuple[tuple[str, str], ...] = ()
    licence: str = ""
    picture: bytes = b""
    alternative_text: str = ""
    draft: bool = False

    @property
    def units(self) -> str:
        return ", ".join((self.unit, *self.other_units))

    @property
    def short_address(self) -> str:
        return self.address.partition("://")[2].rstrip("/")


@dataclass(frozen=True, slots=True)
class Labels:
    issued_by: str
    more: str  # beside a QR
    read_on: str  # before an address
    licence: str
    draft: str


_LABELS = {
    "vi": Labels("Đơn vị phát hành", "Quét mã để đọc thêm", "Xem đầy đủ", "Giấy phép", "BẢN CHƯA PHÁT HÀNH"),
    "en": Labels("Issued by", "Scan to read more", "Read on", "Licence", "NOT PUBLISHED YET"),
    "km": Labels("ចេញផ្សាយដោយ", "ស្កេនដើម្បីអានបន្ថែម", "អានបន្ថែម", "អាជ្ញាប័ណ្ណ", "មិនទាន់ចេញផ្សាយ"),
}


def labels_of(language: str) -> Labels:
    """In the product's language where we have it, else in Vietnamese."""
    return _LABELS.get(language, _LABELS["vi"])
