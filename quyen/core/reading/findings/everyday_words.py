"""Everyday words that the spelling check must know beside the pairs; written down for Quyền."""

# stand freely before or after any other word; a pair with one of them is no compound
FREE = """
là và có các cho của từ đến được để do tại theo này đó với trong trên về cả mà nếu thì sẽ đã đang vào ra
bị những một hai ba bốn năm sáu bảy tám chín mười như khi nào nên còn cũng không chưa hay hoặc bởi vì qua
lại lên xuống tới sau trước ngoài dưới giữa cùng mỗi mọi từng nhất rất hơn quá đây kia ấy đủ đều cần phải
bằng tỉnh xã sở bộ ban hội đội số sổ ngày tháng
"""

# words of one syllable that the pairs do not hold: they may be meant as they stand
SINGLE = """
chữ cái câu gì đâu nhau rồi mình họ tôi chị em bà cha mẹ già bé thấp ngắn hẹp cũ đẹp nóng đỏ trắng đen
trời sông núi lá lúa thịt gà lợn bò trâu bút vở ghế chợ thấy nghĩ nhớ quên ghét buồn lo ngủ chạy ngồi nằm
mở lấy gặp chờ đợi kéo đẩy vác vẽ hát múa cười khóc chết đau ốm khỏe giỏi dễ đúng chưa từng cứ vẫn luôn
ngay mau lâu sớm muộn tối trưa chiều đêm mai hôm nay kia tuổi tên bên trái mặt tay chân đầu mắt tai miệng
tóc áo quần mũ giày dép vải chén bát nồi dao kim chỉ dầu muối đường mật bánh kẹo rau đậu cam chanh ổi mít
xoài dừa cỏ bông sợi dây gỗ tre sắt thép vôi gạch ngói cát đá bùn đèn vé quạt chìa khóa then hộp túi thùng
bao gói
"""

# so fixed in documents that another syllable in the place of one of theirs is a slip, whatever it means
FIRM = """
đối với, tham gia,
nơi nhận, căn cứ, ủy ban, ấn phẩm, phối hợp, chủ trì, kế hoạch, quyết định, nghị định, nghị quyết,
thông tư, chỉ thị, triển khai, tổ chức, cơ quan, nhân dân, chính phủ, thủ tướng, chủ tịch, nhiệm vụ,
giải pháp, mục tiêu, nội dung, kinh phí, ngân sách, báo cáo, tổng hợp, thẩm quyền, trách nhiệm,
truyền thông, tuyên truyền, phương tiện, pháp luật, quy định, quản lý, xử lý, cán bộ, công chức, viên chức,
địa phương, địa bàn, phường xã, thành phố, việt nam, hà nội, thời gian, chất lượng, hiệu quả, tăng cường,
nâng cao, năng lực, xây dựng, phát triển, thực hiện, thường xuyên, kịp thời, đồng bộ, chuyển đổi, bảo đảm,
đảm bảo, tiếp tục, đẩy mạnh, phát huy, hướng dẫn, kiểm tra, giám sát, đánh giá, theo dõi, đôn đốc,
tham mưu, đề xuất, quan tâm, đặc biệt, đặc điểm, điều kiện, cơ sở, vật chất, nguồn lực, nhân lực, đào tạo,
bồi dưỡng, tập huấn, xuyên tạc, phương hại, phòng ngừa, phòng chống, xâm phạm, vi phạm, công ước, quốc tế,
dữ liệu, nền tảng, điện tử, báo chí, phóng sự, xuất bản, văn hóa, thể thao, du lịch, giáo dục, khoa học,
công nghệ, môi trường, nông nghiệp, nông thôn, dân tộc, tôn giáo
"""

# words that never stand twice in a row (công tác tác chiến, quốc gia gia nhập do)
ONCE = """
và của các những cho với trong trên tại là được đã sẽ đang cũng hoặc nhằm để bởi nhưng mà thì nếu về này khi
vào sự tới theo phải cần nhiều nhóm
"""
# a preposition or plural sign wants a noun after it
NEVER = tuple(
    (first, second)
    for first in ("của", "các", "những", "giữa", "bởi", "mỗi", "mọi")
    for second in ("và", "mà", "của", "thì", "hoặc", "nhưng", "nếu", "là")
    if first != second and (first, second) != ("của", "là")
)

# fixed names, and the word they may lose
NAMES_OF_BODIES = (
    *(("ủy ban nhân", "dân"), ("uỷ ban nhân", "dân"), ("hội đồng nhân", "dân"), ("mặt trận tổ", "quốc")),
    *(("thủ tướng chính", "phủ"), ("cộng hòa xã hội chủ", "nghĩa")),
)
