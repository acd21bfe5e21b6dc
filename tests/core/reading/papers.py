"""Documents made for tests of the reading: whole ones in the form of Nghị định 30, and pieces."""

from __future__ import annotations

from quyen.core.reading import read
from quyen.core.types import Reading

HEAD = """|
**ỦY BAN NHÂN DÂN**
TỈNH AN BÌNH
-------
|
**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**
Độc lập - Tự do - Hạnh phúc
---------------
|
|
Số: 07/KH-UBND
|
*An Bình, ngày 03 tháng 4 năm 2024*
|

**KẾ HOẠCH**

BẢO VỆ RỪNG NGẬP MẶN GIAI ĐOẠN 2024 - 2028 TRÊN ĐỊA BÀN TỈNH AN BÌNH
"""

BASES = """
Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;

Căn cứ Nghị định số 156/2018/NĐ-CP ngày 16 tháng 11 năm 2018 của Chính phủ quy định chi tiết một số điều của Luật Lâm nghiệp;

Ủy ban nhân dân tỉnh An Bình ban hành Kế hoạch như sau:
"""

END = """
|
*Nơi nhận:*
- Bộ Nông nghiệp (b/c);
- Các sở, ngành;
- Lưu: VT, NN.
|
**TM. ỦY BAN NHÂN DÂN**
**KT. CHỦ TỊCH**
**PHÓ CHỦ TỊCH**

**Trương Văn Tịnh**
|
"""


def read_text(text: str, name: str = "giay.txt") -> Reading:
    """The reading of a text file that holds `text`."""
    return read(text.encode(), name)


def plan(body: str, *, bases: str = BASES) -> Reading:
    """The reading of a whole plan with this body."""
    return read_text(f"{HEAD}{bases}\n{body}\n{END}")
