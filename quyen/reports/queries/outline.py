"""The outline of a report as data: sections and annexes, kept as JSON in a regime and copied into each round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _

from quyen.core.errors import QuyenError
from quyen.reports.enums import AnnexSort, Sort

MOST = 60  # sections


class BadOutline(QuyenError):
    advice = "Hãy sửa đề cương rồi lưu lại; đề cương đang dùng vẫn giữ nguyên."


@dataclass(frozen=True)
class Section:
    """`number` as printed ("II.", "1."), `level` 1 to 3, `guide` says to the writer what belongs here."""

    key: str
    level: int
    number: str
    title: str
    sort: Sort
    guide: str = ""

    @property
    def is_written(self) -> bool:
        return self.sort != Sort.HEADING


@dataclass(frozen=True)
class AnnexPart:
    key: str
    title: str
    sort: AnnexSort


YEARLY = (
    Section("chi-dao", 1, "I.", "Tình hình chỉ đạo, triển khai", Sort.DIRECTION,
            "Văn bản đã ban hành, việc phân công, kiểm tra, đôn đốc."),
    Section("ket-qua", 1, "II.", "Kết quả thực hiện", Sort.HEADING),
    Section("chi-tieu", 2, "1.", "Các chỉ tiêu", Sort.INDICATORS, "Đạt đến đâu so với mức của năm, so với năm trước."),
    Section("nhiem-vu", 2, "2.", "Các nhiệm vụ", Sort.TASKS, "Việc đã xong, đang làm, chưa làm được và vì sao."),
    Section("kinh-phi", 2, "3.", "Kinh phí", Sort.BUDGET, "Kinh phí theo nguồn, đã duyệt và đã chi."),
    Section("kho-khan", 1, "III.", "Khó khăn, vướng mắc và nguyên nhân", Sort.OBSTACLES,
            "Nêu đúng việc, đúng nguyên nhân."),
    Section("phuong-huong", 1, "IV.", "Phương hướng, nhiệm vụ kỳ tới", Sort.TEXT, "Việc chính của kỳ tới."),
    Section("kien-nghi", 1, "V.", "Đề xuất, kiến nghị", Sort.TEXT, "Kiến nghị với cơ quan nào, về việc gì."),
)  # fmt: skip
ANNEXES = (
    AnnexPart("chi-so", "Chỉ số theo đơn vị", AnnexSort.INDICATORS),
    AnnexPart("nhiem-vu", "Danh mục nhiệm vụ và tiến độ", AnnexSort.TASKS),
    AnnexPart("gui-bao-cao", "Tình hình gửi báo cáo của các đơn vị", AnnexSort.UNITS),
)


def as_data(parts: Sequence[Section | AnnexPart]) -> list[dict[str, Any]]:
    return [{name: value for name, value in asdict(part).items() if value != ""} for part in parts]


def sections_of(data: Any) -> tuple[Section, ...]:
    """Raises BadOutline where the data say no outline."""
    try:
        found = tuple(Section(**(row | {"sort": Sort(row["sort"])})) for row in data)
    except (TypeError, KeyError, ValueError) as error:
        raise BadOutline(_("Đề cương có mục không đọc được.")) from error
    _check(found)
    return found


def _check(found: tuple[Section, ...]) -> None:
    if not found or len(found) > MOST:
        raise BadOutline(_("Đề cương phải có từ 1 đến %(most)s mục.") % {"most": MOST})
    if len({one.key for one in found}) < len(found):
        raise BadOutline(_("Hai mục của đề cương trùng mã."))
    if any(not one.title.strip() or one.level not in (1, 2, 3) for one in found):
        raise BadOutline(_("Mỗi mục cần tiêu đề và cấp từ 1 đến 3."))


def annexes_of(data: Any) -> tuple[AnnexPart, ...]:
    """Raises BadOutline."""
    try:
        return tuple(AnnexPart(**(row | {"sort": AnnexSort(row["sort"])})) for row in data)
    except (TypeError, KeyError, ValueError) as error:
        raise BadOutline(_("Đề cương có phụ lục không đọc được.")) from error
