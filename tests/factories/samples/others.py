"""A made-up news item, and a made-up plan of a commune that exists as a scan only."""

NEWS = """Tỉnh Vân Trạch triển khai Chương trình phổ biến kiến thức về quyền con người

Ngày 18/7/2023, Ủy ban nhân dân tỉnh Vân Trạch đã ban hành Kế hoạch số 118/KH-UBND về thực hiện Chương trình phổ biến kiến thức về quyền con người trong cộng đồng trên địa bàn tỉnh giai đoạn 2023 - 2027, theo Quyết định số 415/QĐ-TTg ngày 10/3/2023 của Thủ tướng Chính phủ.

Theo Kế hoạch, đến năm 2027, tỉnh phấn đấu 100% cơ quan hành chính công bố đầu mối trả lời câu hỏi của người dân về quyền con người; 85% cán bộ làm công tác tiếp công dân được tập huấn kỹ năng giải thích quyền bằng lời dễ hiểu; ít nhất 30% sản phẩm truyền thông có bản tiếng dân tộc thiểu số.

Nội dung truyền thông tập trung vào Công ước về quyền trẻ em, Công ước về quyền của người khuyết tật và các quyền cơ bản của công dân theo Hiến pháp. Đài truyền thanh cơ sở các xã sẽ phát chuyên mục hỏi đáp bằng tiếng Việt và tiếng Tày.

T.H

Các tin khác
"""

SCAN = [
    ("head", ["ỦY BAN NHÂN DÂN", "PHƯỜNG BẾN TRĂNG"], "Số: 15/KH-UBND", "Bến Trăng, ngày 04 tháng 8 năm 2023"),
    ("title", "KẾ HOẠCH", "Phổ biến kiến thức về quyền con người trên địa bàn phường năm 2023"),
    ("p", "Thực hiện Kế hoạch số 92/KH-UBND ngày 12/5/2023 của Ủy ban nhân dân tỉnh Sông Lam, Ủy ban nhân dân phường Bến Trăng ban hành Kế hoạch như sau:"),
    ("b", "I. MỤC TIÊU"),
    ("p", "- 100% tổ dân phố có bảng thông báo đầu mối trả lời câu hỏi của người dân."),
    ("p", "- Phát ít nhất 4 chuyên mục trên đài truyền thanh phường trong năm 2023."),
    ("b", "II. NHIỆM VỤ"),
    ("p", "1. Công chức Tư pháp - Hộ tịch chủ trì, phối hợp với các tổ dân phố lập bảng thông báo, hoàn thành trước ngày 30/9/2023."),
    ("p", "2. Công chức Văn hóa - Xã hội phát chuyên mục trên đài truyền thanh phường mỗi tháng một số."),
    ("p", "3. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam phường vận động hội viên tham gia buổi nói chuyện về quyền con người trong tháng 10/2023."),
    ("break",),
    ("b", "III. KINH PHÍ"),
    ("p", "Kinh phí thực hiện từ ngân sách phường năm 2023."),
    ("b", "IV. BÁO CÁO"),
    ("p", "Công chức Tư pháp - Hộ tịch tổng hợp, báo cáo Ủy ban nhân dân phường trước ngày 10/11/2023."),
    ("sign", ["UBND thành phố Sông Lam", "Các tổ dân phố", "Lưu: VP"], ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Hồ Văn Tâm"),
]  # fmt: skip
