"""Sentences that any office, news desk or plan writes, whatever it is about; and what of a subject is told (aspects)."""

from __future__ import annotations

from tests.bench.search_material.subjects import Subject, _read

# of each subject a document tells one aspect: title words, then sentences
ASPECTS: dict[str, Subject] = _read("""
donthu | cách gửi đơn khiếu nại; làm đơn thế nào, gửi ở đâu; thủ tục nộp đơn | khiếu nại |
Đơn ghi họ tên, địa chỉ, sự việc và yêu cầu, ký tên rồi nộp trực tiếp hoặc qua bưu điện.
Cơ quan nhận đơn cấp biên nhận và phải thụ lý trong mười ngày.
Nếu quá hạn mà không được giải quyết, người gửi đơn có thể khởi kiện ra tòa hành chính.

mucphat | mức xử phạt; bị phạt bao nhiêu tiền; chế tài xử lý vi phạm | xử phạt |
Hành vi vi phạm bị phạt tiền từ năm triệu đến mười triệu đồng, tái phạm thì mức phạt tăng gấp đôi.
Ngoài phạt tiền, người vi phạm phải xin lỗi công khai và khắc phục hậu quả.
Trường hợp nghiêm trọng bị truy cứu trách nhiệm hình sự.

hoso | hồ sơ, giấy tờ cần chuẩn bị; thủ tục và hồ sơ | thủ tục |
Hồ sơ gồm tờ khai theo mẫu, bản sao giấy tờ tùy thân và ảnh chân dung.
Kết quả trả trong ba ngày làm việc tại bộ phận một cửa, không thu lệ phí.
Có thể nộp qua dịch vụ công trực tuyến mà không cần đến trụ sở.

taphuan | lớp tập huấn cho cán bộ; bồi dưỡng kiến thức cho báo cáo viên | tập huấn |
Lớp tập huấn kéo dài hai ngày với phần thực hành theo nhóm và bài kiểm tra cuối khóa.
Báo cáo viên nhận tài liệu và được cấp giấy chứng nhận sau khi hoàn thành.
Học viên là cán bộ phụ trách ở cơ sở và cộng tác viên thôn bản.

cuocthi | cuộc thi tìm hiểu; hội thi sân khấu hóa; thi vẽ tranh | cuộc thi |
Cuộc thi nhận bài dự thi đến hết tháng, ban giám khảo chấm hai vòng.
Giải nhất được trao bằng khen và quay thành phóng sự ngắn.
Thí sinh dự thi cá nhân hoặc theo đội ba người.

sothang | số liệu thống kê; kết quả khảo sát; báo cáo tình hình thực hiện | số liệu |
So với cùng kỳ năm trước, số vụ việc giảm mười hai phần trăm.
Khảo sát hai nghìn hộ cho thấy cứ ba người thì một người chưa biết quyền này.
Tỷ lệ hài lòng đạt tám mươi bảy phần trăm, cao hơn mức chung của vùng.

clip | clip ngắn và infographic; phóng sự truyền hình; tiểu phẩm phát thanh | video |
Clip dài hai phút có phụ đề và bản lời cho người khiếm thính.
Bộ infographic gồm sáu tấm, tải về miễn phí để in tại cơ sở.
Tiểu phẩm phát trên loa truyền thanh xã vào sáng thứ hai hằng tuần.

hoidap | hỏi đáp; những điều cần biết; khi nào và phải làm gì | hỏi đáp |
Câu hỏi thường gặp nhất là ai được hưởng và phải làm gì trước tiên.
Việc đầu tiên là giữ lại giấy tờ và ghi ngày giờ xảy ra sự việc.
Nếu còn băn khoăn, hãy hỏi người làm công tác tư pháp ở xã hoặc gọi số máy ghi cuối trang.
""")

# (weight, text): common ones come often, as in life
COMMON = (
    "Ủy ban nhân dân {place} giao các phòng, ban phối hợp thực hiện và báo cáo trước ngày {day}/{month}/{year}.",
    "Công tác tuyên truyền về quyền con người được triển khai đồng bộ, có trọng tâm, trọng điểm.",
    "Kinh phí thực hiện được bố trí từ ngân sách địa phương và các nguồn hợp pháp khác theo quy định.",
    "Các cơ quan, đơn vị nâng cao trách nhiệm của người đứng đầu trong việc bảo đảm quyền công dân.",
    "Nội dung được đăng trên cổng thông tin điện tử, trang mạng xã hội và hệ thống loa truyền thanh cơ sở.",
    "Sở {office} {place} là cơ quan đầu mối, theo dõi, đôn đốc và tổng hợp kết quả.",
    "Theo kế hoạch năm {year}, {place} tổ chức {number} buổi truyền thông tại {ward}.",
    "Mọi thắc mắc xin liên hệ điện thoại {phone} trong giờ hành chính.",
    "Chương trình thu hút hơn {number} lượt người tham dự, trong đó có nhiều thanh niên và hội viên phụ nữ.",
    "Đại biểu đã trao đổi, thảo luận sôi nổi và kiến nghị nhiều giải pháp thiết thực.",
    "Đồng chí phó chủ tịch {ward} nhấn mạnh vai trò của người có uy tín trong cộng đồng.",
    "Trong thời gian tới, địa phương tiếp tục đổi mới hình thức, chú trọng vùng sâu, vùng xa.",
    "Việt Nam luôn nhất quán chính sách tôn trọng, bảo vệ và thúc đẩy quyền con người.",
    "Ban chỉ đạo họp định kỳ hằng quý để đánh giá tiến độ và tháo gỡ khó khăn, vướng mắc.",
    "Người dân ở {ward} cho biết nhờ có cán bộ hướng dẫn nên việc làm thủ tục nhanh hơn trước.",
    "Mặt trận Tổ quốc và các tổ chức thành viên giám sát việc thực hiện ở cơ sở.",
    "Thu thập ý kiến góp ý đến hết ngày {day} tháng {month}, sau đó hoàn thiện dự thảo.",
    "Ông {person} ở {ward} kể rằng trước đây gia đình không biết hỏi ai khi gặp chuyện.",
    "Bà {person}, cán bộ tư pháp, cho rằng cách nói gần gũi thì bà con mới dễ nhớ.",
    "Quý độc giả có thể đặt câu hỏi, tòa soạn sẽ chuyển tới cơ quan chức năng trả lời.",
    "Đoàn công tác đã khảo sát thực tế tại {number} hộ gia đình và trường học trên địa bàn.",
    "Tài liệu được biên soạn theo ngôn ngữ dễ hiểu, in khổ nhỏ để mang theo người.",
    "Các thôn, bản, tổ dân phố lồng ghép nội dung vào sinh hoạt chi bộ, chi hội.",
    "Cơ quan báo chí mở chuyên trang, chuyên mục và dành thời lượng phù hợp vào khung giờ vàng.",
    "Giá trị của tự do, bình đẳng và nhân phẩm được nhắc lại trong lời khai mạc.",
    "Căn cứ Quyết định số 1079/QĐ-TTg ngày 14 tháng 9 năm 2022 của Thủ tướng Chính phủ, {place} ban hành văn bản này.",
    "Thời tiết mấy ngày qua mưa lớn, đường vào {ward} bị chia cắt nên đoàn phải đi thuyền.",
    "Nhiều hộ ở {ward} trồng {crop}, đời sống còn phụ thuộc vào mùa vụ.",
    "Trường {school} có {number} học sinh, phần đông là con em đồng bào các dân tộc.",
    "Hai bên ký biên bản ghi nhớ, thống nhất chia sẻ dữ liệu và đào tạo cán bộ.",
    "Tòa án, viện kiểm sát và công an {place} ban hành quy chế phối hợp mới.",
    "Trẻ em và thanh thiếu niên là đối tượng được ưu tiên trong các hoạt động năm nay.",
    "Bệnh viện và trạm y tế {ward} bố trí người trực để giải đáp cho bà con.",
    "Doanh nghiệp trên địa bàn cam kết trả lương đúng hạn và chăm lo Tết cho công nhân.",
    "Chợ phiên {ward} họp vào sáng chủ nhật, là dịp tốt để phát tờ rơi.",
    "Bạn đọc gửi thư về tòa soạn theo địa chỉ ghi ở cuối bài.",
    "Bản tin này do tổ biên tập của {place} thực hiện hằng tháng.",
    "Số người đăng ký mới trong quý là {number}, tăng nhẹ so với quý trước.",
    "Cán bộ hướng dẫn điền tờ khai, không để người dân phải đi lại nhiều lần.",
    "Hệ thống thông tin được nâng cấp, bảo đảm an toàn và dễ dùng trên điện thoại thông minh.",
)
OFFICES = ("Tư pháp", "Văn hóa, Thể thao và Du lịch", "Khoa học và Công nghệ", "Nội vụ", "Giáo dục và Đào tạo", "Y tế",
           "Dân tộc và Tôn giáo", "Nông nghiệp và Môi trường", "Ngoại vụ", "Tài chính", "Thông tin và Truyền thông")  # fmt: skip
_PLACES = (
    "Hà Nội;Huế;Lai Châu;Điện Biên;Sơn La;Lạng Sơn;Quảng Ninh;Thanh Hóa;Nghệ An;Hà Tĩnh;Cao Bằng;Tuyên Quang;Lào Cai;"
    "Thái Nguyên;Phú Thọ;Bắc Ninh;Hưng Yên;Hải Phòng;Ninh Bình;Quảng Trị;Đà Nẵng;Quảng Ngãi;Gia Lai;Khánh Hòa;Lâm Đồng;"
    "Đắk Lắk;Thành phố Hồ Chí Minh;Đồng Nai;Tây Ninh;Cần Thơ;Vĩnh Long;Đồng Tháp;Cà Mau;An Giang"
)
PLACES = tuple(_PLACES.split(";"))
FIRST = ("An", "Bình", "Cẩm", "Đông", "Gia", "Hòa", "Hưng", "Khánh", "Lộc", "Long", "Mỹ", "Nam", "Ninh", "Phú", "Phước",
         "Quang", "Sơn", "Tân", "Thanh", "Thạnh", "Thuận", "Tiên", "Trung", "Vĩnh", "Xuân", "Yên")  # fmt: skip
LAST = ("Bắc", "Cường", "Điền", "Giang", "Hải", "Hiệp", "Khê", "Lâm", "Lạc", "Minh", "Nghĩa", "Phong", "Quý", "Sơn",
        "Thành", "Thịnh", "Thủy", "Trạch", "Tường", "Vân", "Xá")  # fmt: skip
FAMILY = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Võ",
    "Đặng",
    "Bùi",
    "Lò",
    "Vàng",
    "Thạch",
    "Y",
    "Đàng",
    "Nông",
)
GIVEN = (
    "Văn Tư",
    "Thị Mai",
    "Thị Lụa",
    "Văn Hải",
    "Minh Đức",
    "Thị Xuân",
    "Văn Pó",
    "Sa Rây",
    "Thị Bưởi",
    "Quốc Toàn",
)
CROPS = (
    "lúa",
    "cà phê",
    "dừa",
    "hồ tiêu",
    "chè",
    "bưởi",
    "ngô",
    "sắn",
    "tôm càng",
    "hồi",
    "quế",
    "mía",
    "thanh long",
)
SCHOOLS = ("Tiểu học", "Trung học cơ sở", "Phổ thông dân tộc nội trú", "Mầm non", "Trung học phổ thông")
AUDIENCES = ("Mọi người", "Học sinh", "Cán bộ xã", "Phụ nữ", "Người lao động", "Báo chí")
LANGUAGES = ("vi", "vi", "vi", "vi", "vi", "vi", "vi", "vi", "km", "mong", "thai", "en")
KINDS = ("news", "news", "news", "task", "task", "target", "product", "product", "product", "article", "situation",
         "recommendation")  # fmt: skip
TITLES = {
    "news": ("{place}: {subject}, {aspect}", "{ward} chú trọng {subject}: {aspect}", "Chuyện ở {ward}: {subject}",
             "{subject} tại {place}: {aspect}"),
    "task": ("Tuyên truyền về {subject}: {aspect}", "Tổ chức {aspect} về {subject} tại {ward}"),
    "target": ("Phấn đấu {percent}% xã của {place} có hoạt động về {subject}: {aspect}",),
    "product": ("{subject}: {aspect}", "Tài liệu: {subject}, {aspect}", "{aspect} về {subject}"),
    "article": ("Quy định về {subject}: {aspect}", "Điều {number}. {subject}"),
    "situation": ("Quyền của tôi về {subject}: {aspect}", "Khi gặp chuyện {subject}: {aspect}"),
    "recommendation": ("Khuyến nghị số {number}: {subject}", "Khuyến nghị về {subject}: {aspect}"),
}  # fmt: skip
