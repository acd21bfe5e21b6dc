"""The 30 November report of an invented province, for tests and benches: all its words are made up here."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from quyen.core.paper.official import (
    Annex,
    Grid,
    GridColumn,
    Heading,
    Listed,
    Official,
    Run,
    Text,
    text,
)

NAMES = ("An Bình", "Bến Trong", "Cầu Vồng", "Đông Hạ", "Gò Sương", "Hòn Khói", "Kỳ Lam", "Lũng Ổi", "Mường Vẽ", "Ngã Rẽ")  # fmt: skip
TARGETS = (
    ("Cán bộ làm công tác truyền thông được bồi dưỡng kiến thức về quyền con người", 100, 96, Decimal("96.4")),
    ("Cơ quan báo chí của tỉnh có chuyên mục về quyền con người", 100, 100, Decimal("100")),
    ("Xã, phường có tài liệu bằng tiếng dân tộc thiểu số", 80, 61, Decimal("61.25")),
    ("Trường trung học có buổi sinh hoạt về quyền trẻ em", 90, 93, Decimal("93.5")),
)  # fmt: skip


def communes(rows: int) -> Grid:
    """A wide table: one row a commune and indicator, the sum at the end."""
    body = [
        (
            str(number),
            f"Xã {NAMES[number % 10]} {number // 10 + 1}",
            "Buổi truyền thông trực tiếp tại thôn, tổ dân phố" if number % 3 else "Tin, bài phát trên đài truyền thanh xã",
            1 + number % 17,
            120 + number * 7 % 2300,
            Decimal(number * 37 % 1001) / 10,
            "" if number % 5 else "Gồm cả số liệu của ba xã cũ trước khi sắp xếp",
        )
        for number in range(1, rows)
    ]  # fmt: skip
    total = (None, "Tổng số", None, sum(row[3] for row in body), sum(row[4] for row in body), None, None)
    columns = (
        GridColumn("TT", 0.8, "centre"),
        GridColumn("Đơn vị", 2.2),
        GridColumn("Hoạt động", 4),
        GridColumn("Số lần", 1, "right"),
        GridColumn("Số người dự", 1.3, "right"),
        GridColumn("Tỷ lệ (%)", 1, "right"),
        GridColumn("Ghi chú", 2.4),
    )
    return Grid(columns, (*body, total), totals=(len(body),), caption="Kết quả theo xã, phường", unit="lượt")


def targets() -> Grid:
    columns = (
        GridColumn("TT", 0.6, "centre"),
        GridColumn("Chỉ tiêu", 5),
        GridColumn("Mục tiêu", 1.2, "right"),
        GridColumn("Năm trước", 1.2, "right"),
        GridColumn("Năm nay", 1.2, "right"),
    )
    rows = tuple((place, *row) for place, row in enumerate(TARGETS, 1))
    return Grid(columns, rows, caption="Mức đạt các chỉ tiêu năm 2025", unit="%")


def money() -> Grid:
    columns = (
        GridColumn("Nguồn", 4),
        GridColumn("Dự toán", 1.4, "right"),
        GridColumn("Đã dùng", 1.4, "right"),
    )
    rows = (
        ("Ngân sách tỉnh", 1_850_000_000, 1_792_400_000),
        ("Ngân sách xã, phường", 640_500_000, 611_000_000),
        ("Nguồn hợp pháp khác", None, 75_250_000),
        ("Cộng", 2_490_500_000, 2_478_650_000),
    )
    return Grid(columns, rows, totals=(3,), unit="đồng")


def body() -> tuple[Heading | Text | Listed | Grid, ...]:
    return (
        text(
            "Thực hiện kế hoạch truyền thông về quyền con người giai đoạn 2023 - 2028, Ủy ban nhân dân tỉnh Bình Minh "
            "báo cáo kết quả năm 2025 như sau (số liệu chi tiết tại các Phụ lục I, II và III kèm theo):"
        ),
        Heading(1, "I", "Công tác chỉ đạo, điều hành"),
        Heading(2, "1", "Ban hành văn bản"),
        text(
            "Ủy ban nhân dân tỉnh đã ban hành kế hoạch năm và giao nhiệm vụ cho 14 sở, ngành, 96 xã, phường; mỗi nhiệm vụ "
            "có cơ quan chủ trì, cơ quan phối hợp, sản phẩm và thời hạn hoàn thành."
        ),
        Heading(2, "2", "Kiểm tra, đôn đốc"),
        Listed(
            (
                "Tổ công tác liên ngành làm việc với 12 xã, phường, chỉ ra 31 nhiệm vụ có nguy cơ chậm",
                "Sở Văn hóa, Thể thao và Du lịch trả lời 48 câu hỏi của đơn vị về cách tính chỉ tiêu",
            )
        ),
        Heading(1, "II", "Kết quả thực hiện"),
        Heading(3, "a", "Về các chỉ tiêu"),
        Text(
            (
                Run("Ba trong bốn chỉ tiêu đạt hoặc vượt; chỉ tiêu về tài liệu bằng tiếng dân tộc thiểu số đạt "),
                Run("61,25%", bold=True),
                Run(", thấp hơn mục tiêu, do hai xã vùng cao chưa có người biên dịch "),
                Run("(chi tiết tại Phụ lục I)", italic=True),
                Run("."),
            )
        ),
        targets(),
        Heading(3, "b", "Về truyền thông ở cơ sở"),
        text(
            "Toàn tỉnh tổ chức các buổi truyền thông trực tiếp, phát tin, bài trên hệ thống truyền thanh cơ sở; nội dung "
            "tập trung vào quyền của phụ nữ, trẻ em, người khuyết tật và đồng bào dân tộc thiểu số."
        ),
        Heading(1, "III", "Khó khăn, hạn chế và nguyên nhân"),
        text(
            "Một số đơn vị báo cáo muộn hoặc gửi số liệu không kèm minh chứng; việc sắp xếp đơn vị hành chính làm thay "
            "đổi đầu mối theo dõi ở 27 xã, phường trong quý III."
        ),
        Heading(1, "IV", "Phương hướng, kiến nghị"),
        text("Ủy ban nhân dân tỉnh kiến nghị bộ quản lý ngành:"),
        Listed(
            (
                "Hướng dẫn thống nhất cách tính số người được tiếp cận qua mạng xã hội",
                "Cung cấp tài liệu mẫu bằng tiếng các dân tộc thiểu số",
            )
        ),
    )  # fmt: skip


def report(rows: int = 2000) -> Official:
    """The province's report; `rows` in the table of its third annex."""
    return Official(
        issuer="Ủy ban nhân dân tỉnh Bình Minh",
        symbol="BC-UBND",
        place="Bình Minh",
        kind="Báo cáo",
        subject="Kết quả truyền thông về quyền con người năm 2025",
        authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        signer="Trần Thị Thu Hà",
        number="125",
        day=date(2025, 11, 30),
        addressees=("Bộ Văn hóa, Thể thao và Du lịch", "Văn phòng Ban Chỉ đạo về Nhân quyền"),
        blocks=body(),
        recipients=("Như trên", "Thường trực Tỉnh ủy (báo cáo)", "Các sở, ngành; UBND các xã, phường", "Lưu: VT, KGVX"),
        annexes=(
            Annex("I", "Mức đạt các chỉ tiêu", blocks=(targets(),)),
            Annex("II", "Kinh phí thực hiện", blocks=(text("Kinh phí gồm các nguồn sau:"), money())),
            Annex("III", "Kết quả chi tiết theo xã, phường", landscape=True, blocks=(communes(rows),)),
        ),
    )  # fmt: skip
