"""Made-up plans in any number, for benchmarks and load tests: the form is right, the words are ours.

`plan_text(seed, pages=10)` gives one plan; the same seed gives the same plan.
"""

from __future__ import annotations

import random

PROVINCES = [
    "Sông Lam",
    "Hồng Sơn",
    "Bình Phú",
    "Đông Hải",
    "Vân Trạch",
    "Thạch Bàn",
    "Yên Giang",
    "Lộc Ninh Hạ",
]
SUBJECTS = [
    "phổ biến kiến thức về quyền trẻ em", "hỗ trợ người khuyết tật tiếp cận thông tin", "an toàn cho người đi bộ",
    "phòng, chống bắt nạt trên mạng", "chăm sóc người cao tuổi tại nhà", "nước sạch cho trường học vùng cao",
]  # fmt: skip
DEPARTMENTS = [
    "Sở Tư pháp", "Sở Nội vụ", "Sở Tài chính", "Sở Y tế", "Sở Giáo dục và Đào tạo", "Công an tỉnh",
    "Sở Văn hóa, Thể thao và Du lịch", "Đài Phát thanh và Truyền hình tỉnh", "Thanh tra tỉnh", "Hội Luật gia tỉnh",
]  # fmt: skip
GROUPS = ["các sở, ban, ngành", "Ủy ban nhân dân các xã, phường", "các cơ quan, đơn vị liên quan"]
DEEDS = [
    "xây dựng tài liệu hướng dẫn và phát hành đến từng khu dân cư",
    "tổ chức lớp tập huấn cho cán bộ trực tiếp làm công tác tiếp dân",
    "mở chuyên mục hỏi đáp trên đài truyền thanh cơ sở",
    "rà soát, công khai danh sách đầu mối trả lời câu hỏi của người dân",
    "kiểm tra, đánh giá kết quả thực hiện và đề xuất điều chỉnh cho phù hợp",
    "vận động doanh nghiệp, tổ chức xã hội cùng tham gia thực hiện",
]  # fmt: skip
MEASURED = [
    "cán bộ tiếp công dân được tập huấn", "trường học có tủ sách pháp luật", "xã, phường có chuyên mục phát thanh",
    "thủ tục liên quan được hướng dẫn bằng hình vẽ", "người khuyết tật được cấp tài liệu phù hợp",
]  # fmt: skip
DUE = [
    "trước ngày 30/{m}/{y}",
    "trong quý {q} năm {y}",
    "hoàn thành trong năm {y}",
    "hằng năm",
    "thường xuyên",
]
WHYS = [
    "Nội dung cần ngắn gọn, dễ hiểu, đúng quy định của pháp luật và phù hợp với từng nhóm người nghe.",
    "Việc thực hiện phải lồng ghép với các chương trình đang có để tiết kiệm kinh phí và tránh trùng lặp.",
    "Kết quả được ghi nhận bằng minh chứng cụ thể, công khai để người dân theo dõi và góp ý.",
    "Mỗi đơn vị phân công một lãnh đạo chịu trách nhiệm và một đầu mối theo dõi thường xuyên.",
]


def plan_text(seed: int, *, pages: int = 10) -> str:
    """A provincial plan of about `pages` pages of 2,000 characters, as UTF-8 text with broken lines."""
    pick = random.Random(seed)
    year = pick.randint(2023, 2026)
    province, subject = pick.choice(PROVINCES), pick.choice(SUBJECTS)
    decision = f"{pick.randint(100, 1900)}/QĐ-TTg ngày {pick.randint(10, 28)}/{pick.randint(1, 9)}/{year - 1}"
    parts = [_head(pick, province, subject, year, decision), _aims(pick, year)]
    body: list[str] = []
    n = 0
    while sum(map(len, parts)) + sum(map(len, body)) < pages * 2000 - 1500:
        n += 1
        body.append(_assignment(pick, n, year))
    return "\n\n".join([*parts, "III. PHÂN CÔNG THỰC HIỆN", *body, _tail(pick, province)]) + "\n"


def _head(pick: random.Random, province: str, subject: str, year: int, decision: str) -> str:
    return (
        f"ỦY BAN NHÂN DÂN\nTỈNH {province.upper()}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        f"Số: {pick.randint(10, 400)}/KH-UBND\n\n{province}, ngày {pick.randint(10, 28)} tháng {pick.randint(1, 9)} năm {year}\n\n"
        f"KẾ HOẠCH\n\n{subject.capitalize()} trên địa bàn tỉnh {province} năm {year}\n\n"
        f"Thực hiện Quyết định số {decision} của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh {province} ban hành Kế hoạch như sau:"
    )


def _aims(pick: random.Random, year: int) -> str:
    lines = [
        "I. MỤC ĐÍCH, YÊU CẦU",
        *(f"- {why}" for why in pick.sample(WHYS, 3)),
        f"II. CHỈ TIÊU ĐẾN NĂM {year + 2}",
    ]
    lines += [
        f"- {pick.choice(['', 'Ít nhất '])}{pick.randrange(40, 101, 5)}% {m}."
        for m in pick.sample(MEASURED, 4)
    ]
    return "\n\n".join(lines)


def _assignment(pick: random.Random, n: int, year: int) -> str:
    lines = [f"{n}. {pick.choice(DEPARTMENTS)}"]
    for letter in "abcd"[: pick.randint(2, 4)]:
        helper = pick.choice([*DEPARTMENTS, *GROUPS])
        due = pick.choice(DUE).format(
            m=pick.choice(["6", "9", "11"]), y=year, q=pick.choice(["II", "III", "IV"])
        )
        lines.append(
            f"{letter}) Chủ trì, phối hợp với {helper} {pick.choice(DEEDS)}, {due}. {pick.choice(WHYS)}"
        )
    return "\n\n".join(lines)


def _tail(pick: random.Random, province: str) -> str:
    return (
        "IV. KINH PHÍ\n\nKinh phí thực hiện từ ngân sách tỉnh và các nguồn huy động hợp pháp khác.\n\n"
        "V. CHẾ ĐỘ BÁO CÁO\n\nCác đơn vị báo cáo kết quả định kỳ trước ngày 30/11 hằng năm, gửi Sở Tư pháp tổng hợp.\n\n"
        f"Nơi nhận:\n- Như trên;\n- Ủy ban nhân dân tỉnh {province};\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn {pick.choice(['An', 'Bình', 'Cường'])}"
    )
