"""A plan without faults, written for these tests, and its readings."""

from __future__ import annotations

from functools import cache

from quyen.core.reading import read
from quyen.core.types import Finding, Reading

PLAN = """ỦY BAN NHÂN DÂN
TỈNH AN BÌNH

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 117/KH-UBND

An Bình, ngày 14 tháng 3 năm 2024

KẾ HOẠCH

Nâng cao năng lực thư viện cơ sở giai đoạn 2024 - 2027 trên địa bàn tỉnh An Bình

Căn cứ Quyết định số 4526/QĐ-TTg ngày 12 tháng 6 năm 2023 của Thủ tướng Chính phủ phê duyệt Chương trình phát triển thư viện cộng đồng và văn hóa đọc;

Căn cứ Nghị định số 318/2022/NĐ-CP ngày 05 tháng 9 năm 2022 của Chính phủ quy định chi tiết một số điều của Luật Thư viện;

Thực hiện Kế hoạch số 2087/KH-BVHTTDL ngày 20 tháng 10 năm 2023 của Bộ Văn hóa, Thể thao và Du lịch về việc triển khai Chương trình phát triển thư viện cộng đồng;

Theo đề nghị của Sở Văn hóa, Thể thao và Du lịch tại Tờ trình số 643/TTr-SVHTTDL ngày 01 tháng 3 năm 2024, Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

a) Nâng cao nhận thức của cán bộ, công chức, viên chức và các tầng lớp nhân dân về vai trò của thư viện trong đời sống văn hóa, góp phần xây dựng xã hội học tập và phát triển nguồn nhân lực của địa phương.

b) Cụ thể hóa các nhiệm vụ, giải pháp của Quyết định số 4526/QĐ-TTg phù hợp với điều kiện thực tế của tỉnh; xác định rõ trách nhiệm của từng cơ quan, đơn vị trong quá trình tổ chức thực hiện.

c) Bảo đảm mọi người dân, đặc biệt là trẻ em, người cao tuổi, người khuyết tật và đồng bào dân tộc thiểu số ở vùng sâu, vùng xa, được tiếp cận thông tin, tri thức một cách thuận lợi.

d) Tạo chuyển biến rõ nét về chất lượng phục vụ của hệ thống thư viện công cộng.

2. Yêu cầu

a) Việc triển khai phải bám sát chủ trương của Đảng, chính sách pháp luật của Nhà nước và tình hình phát triển kinh tế - xã hội của tỉnh.

b) Phát huy vai trò chủ động, sáng tạo của cơ sở; tăng cường phối hợp chặt chẽ giữa các sở, ban, ngành, đoàn thể và chính quyền địa phương.

c) Sử dụng kinh phí tiết kiệm, hiệu quả, đúng quy định hiện hành.

II. NỘI DUNG THỰC HIỆN

1. Công tác tuyên truyền

Đẩy mạnh tuyên truyền trên các phương tiện thông tin đại chúng, cổng thông tin điện tử, mạng xã hội; xây dựng ấn phẩm, phóng sự giới thiệu các mô hình thư viện hoạt động hiệu quả; kịp thời biểu dương, khen thưởng tập thể, cá nhân có thành tích xuất sắc.

2. Đào tạo, bồi dưỡng

Tổ chức các lớp tập huấn, bồi dưỡng chuyên môn, nghiệp vụ cho đội ngũ làm công tác thư viện ở cơ sở; khuyến khích học tập kinh nghiệm của các tỉnh, thành phố trong khu vực. Phấn đấu đến năm 2027 có 90% người làm công tác thư viện được bồi dưỡng kỹ năng chuyển đổi số.

3. Cơ sở vật chất

Rà soát, sắp xếp, đầu tư trang thiết bị cho thư viện cấp huyện (gồm máy tính, máy quét, giá sách); từng bước hiện đại hóa kho tài liệu, bảo đảm an toàn thông tin và phòng, chống cháy nổ theo quy định của pháp luật.

4. Nhiệm vụ cụ thể

| TT | Nội dung nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian thực hiện |
| 1 | Khảo sát hiện trạng thư viện cơ sở trên địa bàn tỉnh | Sở Văn hóa, Thể thao và Du lịch | Ủy ban nhân dân cấp huyện | Quý II/2024 |
| 2 | Xây dựng phần mềm quản lý dùng chung cho thư viện cấp huyện | Sở Thông tin và Truyền thông | Sở Tài chính | Năm 2025 |
| 3 | Tổ chức hội thi tìm hiểu sách và văn hóa đọc trong trường học | Sở Giáo dục và Đào tạo | Tỉnh đoàn | Hằng năm |
| 4 | Tổng kết, đánh giá kết quả thực hiện Kế hoạch | Sở Nội vụ | Các cơ quan, đơn vị liên quan | Tháng 12/2027 |

III. KINH PHÍ THỰC HIỆN

Kinh phí thực hiện Kế hoạch được bố trí từ nguồn ngân sách nhà nước theo phân cấp hiện hành và các nguồn vốn hợp pháp khác, cụ thể như sau:

| TT | Nội dung | Kinh phí (triệu đồng) |
| 1 | Trang thiết bị và phần mềm | 1.250 |
| 2 | Tập huấn, bồi dưỡng nghiệp vụ | 480 |
| 3 | Tuyên truyền, hội thi | 365 |
| | Tổng cộng | 2.095 |

IV. TỔ CHỨC THỰC HIỆN

1. Sở Văn hóa, Thể thao và Du lịch

a) Chủ trì, phối hợp với các cơ quan liên quan hướng dẫn, đôn đốc, kiểm tra việc thực hiện Kế hoạch.

b) Tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh trước ngày 15 tháng 12 hằng năm.

c) Tham mưu tổ chức sơ kết vào năm 2025 và tổng kết vào cuối năm 2027.

2. Sở Tài chính

Thẩm định dự toán, tham mưu cấp có thẩm quyền bố trí kinh phí theo quy định của Luật Ngân sách nhà nước.

3. Ủy ban nhân dân các huyện, thành phố

Ban hành kế hoạch của địa phương; quan tâm bố trí nhân lực, trụ sở và nguồn lực cần thiết cho thư viện (ưu tiên các xã đặc biệt khó khăn).

Trên đây là Kế hoạch nâng cao năng lực thư viện cơ sở, trong quá trình thực hiện nếu có vướng mắc, các đơn vị kịp thời phản ánh về Sở Văn hóa, Thể thao và Du lịch để tổng hợp, báo cáo Ủy ban nhân dân tỉnh xem xét, quyết định./.

Nơi nhận:
- Bộ Văn hóa, Thể thao và Du lịch (b/c);
- Thường trực Tỉnh ủy;
- Các sở, ban, ngành, đoàn thể tỉnh;
- Ủy ban nhân dân các huyện, thành phố;
- Lưu: VT, VX.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lê Minh An
"""


def read_text(text: str) -> Reading:
    return read(text.encode(), "ke-hoach.txt")


@cache
def clean_reading() -> Reading:
    return read_text(PLAN)


def findings_of(text: str) -> tuple[Finding, ...]:
    return read_text(text).findings


def kinds_of(text: str) -> set[str]:
    return {finding.kind for finding in findings_of(text)}
