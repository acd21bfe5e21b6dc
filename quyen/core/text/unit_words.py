"""Words that names of Vietnamese agencies are made of: fields of work, abbreviations, words of groups.

Sources: Nghị định 30/2020/NĐ-CP (Phụ lục III) for abbreviations of agencies; the fields are those of the
ministries and departments since 2016, old and new, since plans of all those years stand beside each other.
"""

from __future__ import annotations

# Field of work of a ministry, department or division -> its usual abbreviations (compared without blanks,
# full stops, dots and "&", so that "KH&CN", "KHCN" and "KH & CN" are one).
FIELDS: dict[str, tuple[str, ...]] = {
    "Khoa học và Công nghệ": ("KHCN",),
    "Thông tin và Truyền thông": ("TTTT",),
    "Thông tin, Truyền thông": (),
    "Văn hóa, Thể thao và Du lịch": ("VHTTDL",),
    "Văn hóa và Thể thao": ("VHTT",),
    "Văn hóa, Thể thao": (),
    "Văn hóa, Khoa học và Thông tin": (),
    "Văn hóa, Thông tin": (),
    "Văn hóa - Xã hội": ("VHXH",),
    "Văn hóa và Thông tin": (),
    "Văn hóa, Thể thao, Du lịch": (),
    "Nông nghiệp và Môi trường": ("NNMT", "NNVMT"),
    "Nông nghiệp và Phát triển nông thôn": ("NNPTNT",),
    "Tài nguyên và Môi trường": ("TNMT",),
    "Giáo dục và Đào tạo": ("GDĐT",),
    "Giáo dục, Đào tạo": (),
    "Lao động - Thương binh và Xã hội": ("LĐTBXH",),
    "Lao động, Thương binh và Xã hội": (),
    "Kế hoạch và Đầu tư": ("KHĐT",),
    "Kinh tế - Hạ tầng": ("KTHT",),
    "Kinh tế, Hạ tầng và Đô thị": (),
    "Giao thông vận tải": ("GTVT",),
    "Giao thông Vận tải": (),
    "Giao thông công chánh": ("GTCC",),
    "Quy hoạch - Kiến trúc": ("QHKT",),
    "Quy hoạch và Kiến trúc": (),
    "Dân tộc và Tôn giáo": ("DTTG",),
    "Dân tộc": ("DT",),
    "Tôn giáo": (),
    "Công Thương": ("CT",),
    "Công thương": (),
    "Tài chính": ("TC",),
    "Nội vụ": ("NV",),
    "Tư pháp": ("TP",),
    "Y tế": ("YT",),
    "Xây dựng": ("XD",),
    "Ngoại giao": ("NG",),
    "Ngoại vụ": ("NgV", "NGV"),
    "Du lịch": ("DL",),
    "Quốc phòng": ("QP",),
    "Công an": ("CA",),
    "An toàn thực phẩm": ("ATTP",),
    "Khoa học, Công nghệ": (),
}

# Abbreviations that stand at the head of a name or inside it -> full words.
SHORT_WORDS: dict[str, str] = {
    "UBND": "Ủy ban nhân dân",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "UBMTTQVN": "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "MTTQ": "Mặt trận Tổ quốc",
    "MTTQVN": "Mặt trận Tổ quốc Việt Nam",
    "HĐND": "Hội đồng nhân dân",
    "ĐBQH": "đại biểu Quốc hội",
    "VP": "Văn phòng",
    "VPCP": "Văn phòng Chính phủ",
    "VPUBND": "Văn phòng Ủy ban nhân dân",
    "TP": "thành phố",
    "PTTH": "Phát thanh và Truyền hình",
    "BHXH": "Bảo hiểm xã hội",
    "LĐLĐ": "Liên đoàn Lao động",
    "LHPN": "Liên hiệp Phụ nữ",
    "CCB": "Cựu chiến binh",
    "TNCS": "Thanh niên Cộng sản",
    "HCM": "Hồ Chí Minh",
    "BCH": "Ban Chỉ huy",
    "BCĐ": "Ban Chỉ đạo",
    "BQL": "Ban Quản lý",
    "KBNN": "Kho bạc Nhà nước",
    "NHNN": "Ngân hàng Nhà nước",
    "NHCSXH": "Ngân hàng Chính sách xã hội",
    "TAND": "Tòa án nhân dân",
    "VKSND": "Viện kiểm sát nhân dân",
    "TTXVN": "Thông tấn xã Việt Nam",
    "CQĐP": "chính quyền địa phương",
}

# Words that open the name of one agency or office-holder. A capital (or an abbreviation) is required.
HEADS: tuple[str, ...] = (
    "Sở", "Bộ", "Ban", "Ủy ban", "Uỷ ban", "UBND", "UBMTTQVN", "UBMTTQ", "MTTQ", "HĐND", "Hội đồng", "Công an",
    "Văn phòng", "VPCP", "VP", "Phòng", "Tổng cục", "Chi cục", "Cục", "Vụ", "Viện", "Trung tâm", "Báo", "Đài",
    "Liên hiệp", "Liên đoàn", "Liên minh", "Hiệp hội", "Hội", "Tỉnh đoàn", "Tỉnh Đoàn", "Thành đoàn", "Thành Đoàn",
    "Huyện đoàn", "Đoàn", "Tỉnh ủy", "Tỉnh uỷ", "Thành ủy", "Thành uỷ", "Huyện ủy", "Quận ủy", "Đảng ủy", "Đảng uỷ", "Đảng đoàn", "Đảng bộ", "Ban cán sự", "Chi bộ",
    "Mặt trận", "Thanh tra", "Kho bạc", "Ngân hàng", "Tòa án", "Toà án", "TAND", "VKSND", "Trường", "Học viện",
    "Đại học", "Bệnh viện", "Bảo hiểm", "BHXH", "Thuế", "Hải quan", "Quỹ", "Tập đoàn", "Tổng công ty", "Tổng Công ty",
    "Công ty", "Điện lực", "Bưu điện", "Viễn thông", "Cổng", "Thông tấn xã", "TTXVN", "Kiểm toán", "Bộ đội", "BCH",
    "Quân khu", "Chủ tịch", "Phó Chủ tịch", "Tổng Giám đốc", "Giám đốc", "Thủ trưởng", "Bộ trưởng", "Chánh",
    "Tổ công tác", "Tổ Công tác", "Thường trực", "Chính phủ", "Thủ tướng", "Quốc hội", "Cơ quan", "Nhà xuất bản",
    "Kho bạc Nhà nước", "KBNN", "NHNN", "BQL", "BCĐ", "LĐLĐ", "Đại sứ quán", "Tổng cục", "Cảng",
    "Tổng biên tập", "Tổng Biên tập", "Trưởng", "Cảnh sát", "Lực lượng", "Bảo tàng", "Thư viện", "Nhà hát",
    "Tổng Thanh tra", "Thống đốc", "Viện trưởng", "Tổng Kiểm toán",
    "Hợp tác xã", "Doanh nghiệp", "VNPT", "Viettel", "EVN", "Phân hiệu", "Cụm", "Khối", "Tiểu ban", "Đội", "Tổ",
    "Cấp ủy", "Chính quyền", "Đơn vị",
)  # fmt: skip

# Nouns of groups, which keep small letters; the longest first.
GROUP_NOUNS: tuple[str, ...] = (
    "cơ quan chuyên trách tham mưu, giúp việc", "cơ quan tham mưu, giúp việc", "cơ quan quản lý nhà nước",
    "tổ chức chính trị - xã hội - nghề nghiệp", "tổ chức chính trị xã hội", "tổ chức chính trị - xã hội",
    "tổ chức chính trị-xã hội", "tổ chức chính trị – xã hội", "tổ chức xã hội - nghề nghiệp", "tổ chức xã hội",
    "tổ chức thành viên", "tổ chức quần chúng", "tổ chức đoàn thể", "tổ chức quốc tế", "tổ chức phi chính phủ",
    "tổ chức tôn giáo", "tổ chức hội", "tổ chức tín dụng", "tổ chức kinh tế", "tổ chức", "đoàn thể chính trị - xã hội",
    "đoàn thể", "hội đoàn thể", "hội quần chúng", "hội đặc thù", "hội nghề nghiệp", "hội, đoàn thể", "hiệp hội ngành hàng",
    "hiệp hội", "hội", "cơ quan ngang bộ", "cơ quan thuộc chính phủ", "cơ quan Trung ương", "cơ quan trung ương",
    "cơ quan thông tấn", "cơ quan thông tin đại chúng", "cơ quan thông tin, truyền thông", "cơ quan thông tin và truyền thông", "cơ quan thông tin", "cơ quan báo chí", "cơ quan truyền thông", "cơ quan chức năng", "cơ quan chuyên môn",
    "cơ quan đơn vị", "cơ quan", "đơn vị sự nghiệp công lập", "đơn vị sự nghiệp", "đơn vị lực lượng vũ trang",
    "đơn vị", "địa phương", "sở ngành", "sở", "ban ngành", "ban đảng", "ban", "bộ ngành", "bộ", "ngành", "vụ", "cục",
    "cấp ủy đảng", "cấp uỷ đảng", "cấp ủy", "cấp uỷ", "chính quyền địa phương", "chính quyền cơ sở", "chính quyền các cấp",
    "chính quyền", "cấp trên", "cấp", "lực lượng vũ trang", "lực lượng chức năng", "lực lượng", "doanh nghiệp", "hợp tác xã", "hộ kinh doanh", "chủ rừng", "chủ cơ sở", "nhà xuất bản", "cơ sở đào tạo",
    "cơ sở kinh doanh", "cơ sở sản xuất", "người lao động", "người sử dụng lao động", "tổ hợp tác", "hộ dân",
    "tập đoàn kinh tế", "tập đoàn", "tổng công ty", "công ty", "nhà trường", "trường", "viện nghiên cứu", "viện", "học viện",
    "trường đại học", "cơ sở giáo dục phổ thông", "cơ sở giáo dục nghề nghiệp", "cơ sở giáo dục đại học",
    "cơ sở giáo dục mầm non", "cơ sở giáo dục thường xuyên", "cơ sở giáo dục", "bộ trưởng", "cơ sở y tế", "cơ sở", "xã", "phường", "đặc khu", "huyện", "thị xã", "thành phố",
    "tỉnh", "quận", "thị trấn", "khu phố", "thôn", "bản", "tổ dân phố", "báo", "đài", "báo chí", "cá nhân", "thành viên",
    "phòng", "phòng ban", "chi cục", "trung tâm", "chủ đầu tư", "nhà thầu", "nhà đầu tư", "hệ thống truyền thanh cơ sở",
    "hệ thống truyền thông", "cộng đồng", "người dân", "nhân dân", "chuyên gia", "nhà khoa học", "thông tấn", "truyền thông",
    "công đoàn", "ban quản lý", "đại sứ quán", "công an", "quân sự", "bộ phận", "đầu mối", "khối", "cụm",
    "tiểu ban", "đại biểu Quốc hội", "đại biểu Hội đồng nhân dân", "hộ gia đình", "ngân hàng", "kho bạc", "tòa án", "viện kiểm sát", "đoàn viên", "hội viên",
)  # fmt: skip

# Pairs of syllables that open what a unit is to do; a name ends before them.
_VERBS = (
    "tổ chức|triển khai|thực hiện|xây dựng|rà soát|tham mưu|đề xuất|kiểm tra|đôn đốc|hướng dẫn|theo dõi|giám sát|tổng hợp"
    "|báo cáo|ban hành|bố trí|cân đối|thẩm định|phân bổ|đẩy mạnh|nâng cao|chỉ đạo|phổ biến|tuyên truyền|vận động|định hướng"
    "|cung cấp|kết nối|chia sẻ|cập nhật|tích hợp|tăng cường|tiếp tục|phối hợp|chủ trì|chủ động|căn cứ|có trách|chịu trách"
    "|đảm bảo|bảo đảm|hoàn thành|hoàn thiện|nghiên cứu|đánh giá|hỗ trợ|khuyến khích|huy động|tập huấn|đào tạo|bồi dưỡng"
    "|lồng ghép|biên soạn|biên tập|thu thập|đưa tin|mở rộng|duy trì|ưu tiên|khai thác|giải quyết|xử lý|tiến hành|thông báo"
    "|thông tin|đăng tải|phát động|sản xuất|khảo sát|thống kê|lựa chọn|kiện toàn|củng cố|xác định|quán triệt|giao cho"
    "|thường xuyên|định kỳ|kịp thời|khẩn trương|quan tâm|tham gia|phát huy|phát hiện|ngăn chặn|điều tra|tuần tra|kiểm soát"
    "|quản lý|vận hành|đầu tư|mua sắm|lắp đặt|xem xét|phê duyệt|quyết định|trình cấp|trình ủy|trình ubnd|trình uỷ|trình hội"
    "|lập dự|lập kế|lập danh|lập hồ|cử cán|cử công|giúp ubnd|giúp ủy|được giao|được phân|nghiêm túc|tích cực|tập trung"
    "|khắc phục|xác minh|tiếp nhận|giới thiệu|làm tốt|làm rõ|làm việc|căn cứ|dự báo|điều phối|điều hành|giữ vững|tạo điều"
    "|góp phần|gắn với|trên cơ|trong việc|trong công|trong quá|trong thời|trong phạm|về việc|theo chức|theo quy|theo nhiệm"
    "|theo thẩm|theo hướng|theo kế|theo phân|theo đúng|để tổ|để triển|để thực|để kịp|để xây|để tổng|để bảo|để đảm|nhằm đảm"
    "|nhằm bảo|nhằm nâng|nhằm tăng|kiểm định|cấp phát|cấp phép|ứng dụng|số hóa|chuẩn hóa|chuyển đổi|chuẩn bị|rà phá|dựng nhà"
    "|ký kết|trao đổi|động viên|khen thưởng|biểu dương|bình xét|in ấn|phát hành|phát sóng|tuyển chọn|tuyển dụng|thành lập"
    "|thu hút|thúc đẩy|xúc tiến|quảng bá|giáo dục|truyền truyền|phòng chống|phòng ngừa|giao nhiệm|phân công|cụ thể|chuyển giao"
    "|đề nghị|yêu cầu|kiến nghị|đăng ký|nộp báo|gửi báo|gửi về|gửi kế|thanh tra|thanh quyết|quyết toán|sử dụng|sơ kết|tổng kết"
    "|tháo gỡ|rút kinh|là cơ|là đơn|là đầu|làm đầu|làm cơ|khi có|nếu có|phải thực|phải báo|phải bảo|cần phối|cần tăng|đã được"
    "|bám sát|nắm chắc|nắm tình|trực tiếp|trực ban|sẵn sàng|phục vụ|bổ sung|điều chỉnh|sửa đổi|tổ thức|chấp hành|chấn chỉnh"
    "|hình thành|phát triển|thí điểm|nhân rộng|đổi mới|cải cách|cải thiện|cắt giảm|đơn giản|công bố|công khai|minh bạch|đo đạc"
    "|tư vấn|trợ giúp|chăm sóc|khám sàng|tiêm chủng|giao đất|cho thuê|thu hồi|đền bù|trồng cây|chăn nuôi|quy hoạch|thiết kế"
    "|mở chuyên|mở lớp|mở cuộc|mở đợt|phát chuyên|đăng tin|đăng bài|viết chuyên|ra quân|dọn dẹp|thông qua|mời gọi|đón tiếp|viết tin|viết bài|xuất bản|sáng tác|trưng bày|tôn vinh|giữ gìn|chủ quản"
    "|hàng năm|hằng năm|hàng quý|hằng quý|hàng tháng|hằng tháng|trước ngày|chậm nhất|trong tháng|trong năm|trong quý|vào cuộc"
)  # fmt: skip
VERBS: frozenset[str] = frozenset(_VERBS.split("|"))
