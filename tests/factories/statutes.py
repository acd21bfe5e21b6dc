"""Texts of law written for the tests: no sentence of a real one."""

from __future__ import annotations

from quyen.core.statutes import Unit, read_statute

LAW = """QUỐC HỘI
Số: 99/2030/QH20

LUẬT
THỬ NGHIỆM

Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật Thử nghiệm.

Chương I
NHỮNG QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh
Luật này quy định việc thử nghiệm, theo Điều 19 ICCPR.

Điều 2. Người thử nghiệm
1. Người thử nghiệm có quyền sau đây:
a) Được nghỉ;
b) Được hỏi;
đ) Được trả lời.
2. Quyền tại khoản 1 Điều này được bảo đảm.

Chương II
ĐIỀU KHOẢN THI HÀNH

Điều 3. Hiệu lực
Luật này có hiệu lực từ ngày 01 tháng 01 năm 2031. Việc chuyển tiếp theo khoản 1 Điều 2 của Luật này.

Luật này được Quốc hội khóa XX thông qua ngày 01 tháng 12 năm 2030.
CHỦ TỊCH QUỐC HỘI
"""

TREATY = """Article 1
1. Every tester may rest.
2. No tester shall be:
(a) hurried;
(b) interrupted.
Article 2
The rights in article 1, paragraph 2, extend to all, as article 19 of the ICCPR does.
"""


def units_of(text: str, name: str = "luat.txt") -> tuple[Unit, ...]:
    return read_statute(text.encode(), name).units
