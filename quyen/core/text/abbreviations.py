"""Abbreviations of types of documents (Nghị định 30/2020/NĐ-CP, Phụ lục III) and those of law and Party.

The Decree's table stands first; laws, decrees, circulars and Party papers have their own rules.
"""

from __future__ import annotations

from quyen.core.text.folding import fold

# abbreviation -> type
TYPES: dict[str, str] = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
    "SY": "Bản sao y",
    "TrS": "Bản trích sao",
    "SL": "Bản sao lục",
    # law-making papers (Luật Ban hành văn bản quy phạm pháp luật)
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "NQLT": "Nghị quyết liên tịch",
    "PL": "Pháp lệnh",
    "VBHN": "Văn bản hợp nhất",
    # Party papers
    "KL": "Kết luận",
    "QĐi": "Quy định",
    "CTrHĐ": "Chương trình hành động",
    "KHHĐ": "Kế hoạch hành động",
}

# Types by name, the longest first, so that the longest is tried first.
TYPE_NAMES: tuple[str, ...] = tuple(
    sorted(
        {
            *TYPES.values(),
            "Luật",
            "Bộ luật",
            "Hiến pháp",
            "Lệnh",
            "Công văn",
            "Điều lệ",
            "Thông báo kết luận",
        },
        key=lambda name: (-len(name), name),
    )
)

# Types that lay down rules instead of planning work.
RULES = frozenset(
    (
        "Luật",
        "Bộ luật",
        "Hiến pháp",
        "Pháp lệnh",
        "Lệnh",
        "Nghị định",
        "Thông tư",
        "Thông tư liên tịch",
        "Quy chế",
        "Quy định",
        "Điều lệ",
    )
)

_BY_FOLDED_NAME = {fold(name): name for name in TYPE_NAMES}


def type_of_symbol(symbol: str) -> str | None:
    """The type a symbol begins with: "KH-UBND" -> "Kế hoạch"; None for a công văn (BTTTT-TTĐN)."""
    first = symbol.replace("/", "-").partition("-")[0].strip()
    if first in TYPES:
        return TYPES[first]
    return next((name for short, name in TYPES.items() if short.upper() == first.upper()), None)


def type_by_name(name: str) -> str | None:
    """The type of a printed name in any case or with lost marks: "KẾ HOẠCH" -> "Kế hoạch"."""
    return _BY_FOLDED_NAME.get(fold(" ".join(name.split())))
