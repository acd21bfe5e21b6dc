"""What a person read in the six documents of `kinds`, before the reader saw them; the form is the record's."""


def _task(text: str, lead: str, coordinate: str = "", deadline: str | None = None) -> dict:
    return {
        "text": text,
        "lead": [unit for unit in lead.split(" | ") if unit],
        "coordinate": [unit for unit in coordinate.split(" | ") if unit],
        "deadline": deadline,
    }


def _target(
    value: float, text: str, comparator: str = "=", year: int | None = None, high: float | None = None
) -> dict:
    return {"value": value, "value_max": high, "text": text, "comparator": comparator, "deadline_year": year}


def _base(number: str, date: str | None = None) -> dict:
    return {"number": number, "date": date}


DIRECTIVE = {
    "number": "08", "symbol": "CT-BNNMT", "date": "2025-03-14", "issuer": "Bộ Nông nghiệp và Môi trường", "doc_type": "Chỉ thị",
    "legal_bases": [], "targets": [], "treaties": [], "audiences": [],
    "tasks": [
        _task("Chủ trì, phối hợp với Cục Quản lý đê điều và Phòng, chống thiên tai kiểm tra hiện trạng các hồ chứa có nguy cơ mất an toàn, hoàn thành trước ngày 15/5/2025", "Cục Quản lý và Xây dựng công trình thủy lợi", "Cục Quản lý đê điều và Phòng, chống thiên tai", "trước ngày 15/5/2025"),
        _task("Cập nhật bản đồ ngập lụt vùng hạ du và chuyển giao cho các địa phương", "Cục Quản lý và Xây dựng công trình thủy lợi"),
        _task("Tổng hợp kết quả thực hiện Chỉ thị, báo cáo Bộ trưởng trước ngày 30 tháng 6 năm 2025", "Cục Quản lý và Xây dựng công trình thủy lợi", "", "trước ngày 30 tháng 6 năm 2025"),
        _task("Vụ Kế hoạch - Tài chính tham mưu bố trí nguồn vốn sửa chữa khẩn cấp các hồ chứa hư hỏng nặng", "Vụ Kế hoạch - Tài chính"),
        _task("hỗ trợ kỹ thuật cho các địa phương trong đánh giá an toàn đập khi có yêu cầu", "Trường Đại học Thủy lợi | Viện Khoa học Thủy lợi Việt Nam"),
        _task("Chỉ đạo Sở Nông nghiệp và Môi trường rà soát phương án ứng phó của từng hồ chứa", "Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương"),
        _task("Bố trí lực lượng trực 24/24 giờ tại các hồ chứa xung yếu trong suốt mùa mưa lũ", "Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương"),
        _task("Báo Nông nghiệp và Môi trường mở chuyên trang hướng dẫn người dân vùng hạ du kỹ năng ứng phó khi hồ chứa xả lũ", "Báo Nông nghiệp và Môi trường"),
    ],
    "report_deadline": "Tổng hợp kết quả thực hiện Chỉ thị, báo cáo Bộ trưởng trước ngày 30 tháng 6 năm 2025.", "budget_source": None,
    "recipients": ["Thủ tướng Chính phủ (để báo cáo)", "UBND các tỉnh, thành phố trực thuộc trung ương", "Các đơn vị thuộc Bộ", "Lưu: VT, TL"],
    "signer": {"name": "Hoàng Bách", "title": "THỨ TRƯỞNG", "authority": "KT. BỘ TRƯỞNG"},
}  # fmt: skip

DECISION = {
    "number": "1502", "symbol": "QĐ-UBND", "date": "2024-04-08", "issuer": "Ủy ban nhân dân thành phố An Khê Hải", "doc_type": "Quyết định (ban hành Kế hoạch)",
    "legal_bases": [_base("Luật Tổ chức chính quyền địa phương", "2015-06-19"), _base("Luật Thư viện", "2019-11-21"), _base("93/2020/NĐ-CP", "2020-08-18"), _base("311/TTr-SVHTT", "2024-03-25")],
    "targets": [
        _target(60, "ít nhất 60% phường có một thư viện cộng đồng hoạt động thường xuyên", ">=", 2026),
        _target(100, "100% thư viện cộng đồng kết nối với mục lục chung của thành phố", "=", 2028),
        _target(45000, "bổ sung 45.000 bản sách cho các thư viện cộng đồng", "=", 2028),
    ],
    "treaties": [],
    "audiences": ["Học sinh, sinh viên trên địa bàn thành phố", "Người cao tuổi và người khuyết tật", "Công nhân, người lao động tại các khu công nghiệp"],
    "tasks": [
        _task("Chủ trì, phối hợp với Ủy ban nhân dân các quận hướng dẫn thành lập thư viện cộng đồng trong quý III năm 2024", "Sở Văn hóa và Thể thao", "Ủy ban nhân dân các quận", "trong quý III năm 2024"),
        _task("Tổ chức kiểm tra, sơ kết vào năm 2026 và tổng kết vào năm 2028", "Sở Văn hóa và Thể thao", "", "vào năm 2026"),
        _task("thẩm định dự toán, trình Ủy ban nhân dân thành phố bố trí kinh phí theo phân cấp", "Sở Tài chính"),
        _task("Luân chuyển sách đến các thư viện cộng đồng, mỗi quý một lần; tập huấn nghiệp vụ cho người phụ trách", "Thư viện Khoa học tổng hợp thành phố", "", "mỗi quý một lần"),
        _task("Đề nghị Thành đoàn vận động đoàn viên, thanh niên tham gia quản lý thư viện cộng đồng", "Thành đoàn"),
        _task("Ủy ban nhân dân các quận bố trí địa điểm đặt thư viện cộng đồng, hoàn thành trước ngày 31/12/2025", "Ủy ban nhân dân các quận", "", "trước ngày 31/12/2025"),
    ],
    "report_deadline": "Định kỳ trước ngày 10 tháng 12 hằng năm, các cơ quan, đơn vị gửi báo cáo kết quả thực hiện về Sở Văn hóa và Thể thao.",
    "budget_source": "Ngân sách thành phố và nguồn xã hội hóa theo quy định của pháp luật.",
    "recipients": ["Như Điều 3", "Bộ Văn hóa, Thể thao và Du lịch", "Thường trực Thành ủy", "Lưu: VT, VX"],
    "signer": {"name": "Vũ Thị Mai Chi", "title": "PHÓ CHỦ TỊCH", "authority": "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH"},
}  # fmt: skip

UNION = {
    "number": "45", "symbol": "KH-BTV", "date": "2024-02-02", "issuer": "Ban Chấp hành Hội Liên hiệp Phụ nữ Việt Nam tỉnh Lâm Giang", "doc_type": "Kế hoạch",
    "legal_bases": [_base("17/HD-ĐCT", "2024-01-10")],
    "targets": [
        _target(1, "mỗi chi hội xây dựng ít nhất 01 tuyến đường hoa", ">="),
        _target(85, "85% hộ gia đình hội viên phân loại rác tại nguồn", "=", 2026),
        _target(70, "trên 70% chi hội có tổ thu gom phế liệu", ">", 2026),
        _target(1200, "Tập huấn cho 1.200 cán bộ chi hội"),
    ],
    "treaties": [], "audiences": [],
    "tasks": [
        _task("Ban Tuyên giáo - Chính sách Luật pháp là đơn vị thường trực, tham mưu hướng dẫn, theo dõi việc thực hiện Kế hoạch", "Ban Tuyên giáo - Chính sách Luật pháp"),
        _task("Ban Tổ chức - Kiểm tra đưa kết quả thực hiện vào tiêu chí thi đua hằng năm", "Ban Tổ chức - Kiểm tra", "", "hằng năm"),
        _task("Văn phòng tham mưu bố trí kinh phí từ nguồn chi thường xuyên của Hội", "Văn phòng"),
        _task("Xây dựng kế hoạch thực hiện, gửi về Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh trước ngày 28/02/2024", "Hội Liên hiệp Phụ nữ các huyện, thành phố | đơn vị trực thuộc", "", "trước ngày 28/02/2024"),
        _task("Phối hợp với Phòng Tài nguyên và Môi trường huyện hướng dẫn hội viên phân loại rác", "Hội Liên hiệp Phụ nữ các huyện, thành phố | đơn vị trực thuộc", "Phòng Tài nguyên và Môi trường huyện"),
        _task("Báo cáo kết quả 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/11 hằng năm", "Hội Liên hiệp Phụ nữ các huyện, thành phố | đơn vị trực thuộc", "", "trước ngày 15/6"),
    ],
    "report_deadline": "Báo cáo kết quả 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/11 hằng năm.",
    "budget_source": None,
    "recipients": ["TW Hội LHPN Việt Nam (b/c)", "Thường trực Tỉnh ủy (b/c)", "Hội LHPN các huyện, thành phố", "Lưu: VP, BTG"],
    "signer": {"name": "Tô Lan", "title": "CHỦ TỊCH", "authority": "TM. BAN THƯỜNG VỤ"},
}  # fmt: skip

LETTER = {
    "number": "2216", "symbol": "UBND-KGVX", "date": "2025-07-30", "issuer": "Ủy ban nhân dân tỉnh Hòa Lương", "doc_type": "Công văn",
    "legal_bases": [_base("3890/BGDĐT-GDPT", "2025-07-22")], "targets": [], "treaties": [], "audiences": [],
    "tasks": [
        _task("Giao Sở Giáo dục và Đào tạo chủ trì, phối hợp với Sở Y tế và các đơn vị liên quan kiểm tra cơ sở vật chất, nước sạch và nhà vệ sinh tại các trường học; hoàn thành trước ngày 20/8/2025", "Sở Giáo dục và Đào tạo", "Sở Y tế | các đơn vị liên quan", "trước ngày 20/8/2025"),
        _task("Giao Công an tỉnh xây dựng phương án bảo đảm trật tự, an toàn giao thông trước cổng trường trong ngày khai giảng", "Công an tỉnh"),
        _task("Ủy ban nhân dân các xã, phường huy động các nguồn lực sửa chữa phòng học xuống cấp, không để học sinh học trong phòng học mất an toàn", "Ủy ban nhân dân các xã, phường"),
        _task("Yêu cầu Công ty Điện lực Hòa Lương bảo đảm cung cấp điện ổn định cho các điểm trường vùng cao", "Công ty Điện lực Hòa Lương"),
        _task("Giao Sở Giáo dục và Đào tạo theo dõi, đôn đốc, tổng hợp báo cáo Ủy ban nhân dân tỉnh trước ngày 10/9/2025", "Sở Giáo dục và Đào tạo", "", "trước ngày 10/9/2025"),
    ],
    "report_deadline": "Giao Sở Giáo dục và Đào tạo theo dõi, đôn đốc, tổng hợp báo cáo Ủy ban nhân dân tỉnh trước ngày 10/9/2025", "budget_source": None,
    "recipients": ["Như trên", "TT. Tỉnh ủy, HĐND tỉnh", "Chủ tịch, các PCT UBND tỉnh", "Lưu: VT, KGVX"],
    "signer": {"name": "Lò Văn Dũng", "title": "PHÓ CHỦ TỊCH", "authority": "KT. CHỦ TỊCH"},
}  # fmt: skip

GRID = {
    "number": "66", "symbol": "KH-SYT", "date": "2025-01-17", "issuer": "Sở Y tế tỉnh Kim Sơn", "doc_type": "Kế hoạch",
    "legal_bases": [_base("12/KH-UBND", "2025-01-09")],
    "targets": [
        _target(21, "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi giảm xuống dưới 21%", "<"),
        _target(90, "Từ 90% đến 95% trẻ em từ 6 đến 59 tháng tuổi được uống vitamin A hai lần trong năm", "range", None, 95),
    ],
    "treaties": [], "audiences": [],
    "tasks": [
        _task("Tổ chức ngày hội dinh dưỡng tại các chợ phiên", "Trung tâm Kiểm soát bệnh tật tỉnh", "Trạm Y tế các xã", "Quý II/2025"),
        _task("Phát tài liệu hướng dẫn nấu bữa ăn cho trẻ bằng tiếng Mông", "Trung tâm Kiểm soát bệnh tật tỉnh", "Hội Liên hiệp Phụ nữ tỉnh", "Tháng 4 - 9/2025"),
        _task("Cân đo, lập sổ theo dõi tăng trưởng của trẻ dưới 5 tuổi", "Trạm Y tế các xã", "Cộng tác viên dinh dưỡng", "Hằng tháng"),
        _task("Điều trị trẻ suy dinh dưỡng cấp tính nặng", "Bệnh viện Sản - Nhi tỉnh", "Trung tâm Y tế khu vực", "Thường xuyên"),
        _task("đầu mối theo dõi, giám sát việc thực hiện Kế hoạch", "Phòng Nghiệp vụ Y"),
        _task("tổng hợp số liệu, báo cáo Sở Y tế trước ngày 05/12/2025", "Trung tâm Kiểm soát bệnh tật tỉnh", "", "trước ngày 05/12/2025"),
        _task("Các Trạm Y tế lập danh sách trẻ suy dinh dưỡng, cập nhật vào phần mềm ngày 25 hằng tháng", "Các Trạm Y tế", "", "ngày 25 hằng tháng"),
    ],
    "report_deadline": "tổng hợp số liệu, báo cáo Sở Y tế trước ngày 05/12/2025.",
    "budget_source": "Từ nguồn ngân sách sự nghiệp y tế năm 2025 đã giao cho các đơn vị.",
    "recipients": ["UBND tỉnh (báo cáo)", "Giám đốc, các Phó Giám đốc Sở", "Các đơn vị trực thuộc", "Lưu: VT, NVY"],
    "signer": {"name": "Sùng A Páo", "title": "GIÁM ĐỐC", "authority": None},
}  # fmt: skip

RESOLUTION = {
    "number": "31", "symbol": "NQ-HĐND", "date": "2025-12-11", "issuer": "Hội đồng nhân dân tỉnh Thanh Bình", "doc_type": "Nghị quyết",
    "legal_bases": [_base("72/2025/QH15"), _base("35/2024/QH15"), _base("402/TTr-UBND", "2025-11-24")],
    "targets": [
        _target(100, "100% đường trục xã được nhựa hóa hoặc bê tông hóa", "=", 2030),
        _target(80, "tối thiểu 80% đường trục thôn được cứng hóa", ">=", 2030),
        _target(36, "Xây dựng mới 36 cầu dân sinh thay thế cầu tạm"),
    ],
    "treaties": [], "audiences": [],
    "tasks": [
        _task("Giao Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết, hằng năm báo cáo Hội đồng nhân dân tỉnh tại kỳ họp cuối năm", "Ủy ban nhân dân tỉnh", "", "hằng năm"),
        _task("Thường trực Hội đồng nhân dân, các Ban Hội đồng nhân dân, Tổ đại biểu Hội đồng nhân dân và đại biểu Hội đồng nhân dân tỉnh giám sát việc thực hiện Nghị quyết", "Thường trực Hội đồng nhân dân | các Ban Hội đồng nhân dân | Tổ đại biểu Hội đồng nhân dân | đại biểu Hội đồng nhân dân tỉnh"),
        _task("Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức thành viên vận động nhân dân hiến đất, góp công làm đường", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh | các tổ chức thành viên"),
    ],
    "report_deadline": "Giao Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết, hằng năm báo cáo Hội đồng nhân dân tỉnh tại kỳ họp cuối năm.",
    "budget_source": "Ngân sách tỉnh hỗ trợ 70%, phần còn lại do ngân sách xã và đóng góp tự nguyện của nhân dân.",
    "recipients": ["Ủy ban Thường vụ Quốc hội", "Chính phủ", "Đại biểu Quốc hội tỉnh", "Lưu: VT"],
    "signer": {"name": "Đinh Công Thành", "title": "CHỦ TỊCH", "authority": None},
}  # fmt: skip
