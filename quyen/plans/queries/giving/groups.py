"""Collective names: which kinds of units "các sở, ban, ngành" or "UBND các xã, phường" mean.

A group is known only where all its words are: "các sở, ngành liên quan" names nobody, and says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quyen.core.text.folding import fold_loose
from quyen.organisation.enums import UnitKind

_PEOPLE = (
    r"(?:(?:ubnd|uy ban nhan dan|chinh quyen|lanh dao ubnd|chu tich ubnd) )?(?:cac |cua cac |tat ca cac )?"
)
_OF_PLACE = r"(?: (?:thuoc |cua |tren dia ban |truc thuoc )?(?:tinh|thanh pho))?"
_DEPARTMENTS = re.compile(
    rf"(?:cac |tat ca cac )?so(?: (?:ban|nganh|doan the|cap tinh))+{_OF_PLACE}|cac so{_OF_PLACE}"
)
_COMMUNES = re.compile(
    rf"{_PEOPLE}(?:cap xa|(?:xa|phuong|dac khu|thi tran)(?: (?:va )?(?:xa|phuong|dac khu|thi tran))+){_OF_PLACE}"
    rf"|(?:(?:ubnd|uy ban nhan dan) )?cac (?:xa|phuong){_OF_PLACE}"
)
_DISTRICTS = re.compile(
    rf"{_PEOPLE}(?:cap huyen|(?:quan huyen|huyen quan|(?:quan )?huyen(?: (?:quan|thi xa|thanh pho))+)){_OF_PLACE}"
    rf"|(?:(?:ubnd|uy ban nhan dan) )?cac huyen{_OF_PLACE}"
)
_PROVINCES = re.compile(rf"{_PEOPLE}(?:cap tinh|tinh thanh pho(?: truc thuoc trung uong)?|tinh)")
_MINISTRIES = re.compile(
    r"cac bo(?: (?:ban|nganh|co quan ngang bo|co quan thuoc chinh phu|trung uong|o trung uong))*|bo nganh(?: trung uong)?"
)
_VAGUE = re.compile(
    r"\b(?:lien quan|co quan|don vi|dia phuong|to chuc|doanh nghiep|co so|doan the|luc luong)\b"
)
_PLURAL = re.compile(
    r"(?:cac|nhung|tat ca|toan the|moi) |.*\bcap (?:xa|huyen|tinh)\b|(?:ubnd|uy ban nhan dan) xa phuong"
)

KINDS = (
    (_COMMUNES, UnitKind.COMMUNE), (_DISTRICTS, UnitKind.DISTRICT), (_DEPARTMENTS, UnitKind.DEPARTMENT),
    (_PROVINCES, UnitKind.PROVINCE), (_MINISTRIES, UnitKind.MINISTRY),
)  # fmt: skip


@dataclass(frozen=True)
class Group:
    """`kind` None: a group, but of whom the text does not say."""

    kind: UnitKind | None


def group_of(name: str) -> Group | None:
    """What a collective name means; None where the name is that of one unit."""
    words = bare(name)
    for pattern, kind in KINDS:
        if pattern.fullmatch(words) and not _one_place(words):
            return Group(kind)
    if (
        _PLURAL.match(words)
        or words.startswith(("so ban", "so nganh", "co quan", "don vi"))
        or _is_vague(words)
    ):
        return Group(None)
    return None


def _one_place(words: str) -> bool:
    """ "Ủy ban nhân dân tỉnh", "Ủy ban nhân dân thành phố" are one unit."""
    return words in ("ubnd tinh", "uy ban nhan dan tinh", "tinh", "so")


def _is_vague(words: str) -> bool:
    return words.endswith(("lien quan", "duoc giao")) and bool(_VAGUE.search(words))


def bare(name: str) -> str:
    """Small letters without marks or signs, single blanks, and no "và": what two spellings share."""
    return " ".join(word for word in re.sub(r"[\W_]+", " ", fold_loose(name)).split() if word != "va")
