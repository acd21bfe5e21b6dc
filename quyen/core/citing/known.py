"""The seven treaties that Việt Nam is party to, the Universal Declaration and the Constitution: known without a table.

Words: the titles as Vietnamese and English texts print them, and the abbreviations in use.
"""

from __future__ import annotations

from quyen.core.citing.names import Named

_UN = "[quốc tế] [[của] [Liên hợp quốc|Liên Hiệp quốc|LHQ]]"
_ENGLISH = "[United Nations|UN]"
_REMOVE = "[việc] [xóa bỏ|xoá bỏ|loại trừ|loại bỏ] [mọi|tất cả các|các] hình thức phân biệt"
_CRUEL = "[tàn bạo|tàn ác|độc ác][,] vô nhân đạo [hoặc|hay|và] [hạ nhục con người|hạ nhục|hạ thấp nhân phẩm|làm mất phẩm giá]"
_PUNISH = "các hình thức [đối xử|trừng phạt] [hoặc|hay|và] [trừng phạt|đối xử]"

KNOWN = (
    Named(
        "UDHR", 1948,
        (
            "UDHR", "Tuyên ngôn [toàn thế giới|thế giới|quốc tế|phổ quát] [của Liên hợp quốc] [về] nhân quyền[!ASEAN|của ASEAN]",
            "Tuyên ngôn [toàn thế giới|thế giới|quốc tế|phổ quát] [của Liên hợp quốc] về quyền con người[!ASEAN|của ASEAN]",
            "Universal Declaration [of Human Rights]",
        ),
    ),
    Named(
        "ICCPR", 1966,
        (
            "ICCPR", "CCPR", f"Công ước {_UN} [về] [các] [quyền] dân sự[,] [-|–|và|&] [các] [quyền] chính trị",
            "[International] Covenant on Civil and Political Rights",
        ),
    ),
    Named(
        "ICESCR", 1966,
        (
            "ICESCR", "CESCR", f"Công ước {_UN} [về] [các] [quyền] kinh tế[,] [và] xã hội[,] [và] văn hóa",
            "[International] Covenant on Economic[,] Social[,] and Cultural Rights",
        ),
    ),
    Named(
        "CEDAW", 1979,
        (
            "CEDAW", f"Công ước {_UN} [về] {_REMOVE} đối xử [với|đối với|chống lại|chống] [phụ nữ|nữ giới]",
            f"{_ENGLISH} Convention on the Elimination of All Forms of Discrimination against Women",
        ),
    ),
    Named(
        "ICERD", 1965,
        (
            "ICERD", "CERD", f"Công ước {_UN} [về] {_REMOVE} [đối xử] [về] chủng tộc",
            f"Công ước {_UN} [về] chống phân biệt [đối xử] [về] chủng tộc",
            "[International] Convention on the Elimination of All Forms of Racial Discrimination",
        ),
    ),
    Named(
        "CAT", 1984,
        (
            "CAT", "UNCAT", f"Công ước {_UN} [về] chống tra tấn [[và] {_PUNISH} {_CRUEL} [khác]]",
            f"{_ENGLISH} Convention against Torture [and Other Cruel[,] Inhuman or Degrading Treatment or Punishment]",
        ),
    ),
    Named(
        "CRC", 1989,
        ("CRC", "UNCRC", f"Công ước {_UN} [về] [các] quyền [của] trẻ em", f"{_ENGLISH} Convention on the Rights of the Child"),
    ),
    Named(
        "CRPD", 2006,
        (
            "CRPD", "UNCRPD", f"Công ước {_UN} [về] [các] [quyền] [của] [những] người khuyết tật",
            f"{_ENGLISH} Convention on the Rights of Persons with Disabilities",
        ),
    ),
    Named(
        "HP2013", 2013,
        (
            "HP", "HP2013", "Hiến pháp [[của] [nước] [Cộng hòa xã hội chủ nghĩa|CHXHCN] Việt Nam|nước ta|hiện hành]",
            "Constitution [of [the Socialist Republic of] Viet Nam|of [the Socialist Republic of] Vietnam]",
        ),
    ),
)  # fmt: skip
