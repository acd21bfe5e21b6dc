"""Closed lists of the plans step."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ItemKind(models.TextChoices):
    """What an item of a plan is. The order is that of the review screen."""

    DOC_TYPE = "doc_type", _("Loại văn bản")
    NUMBER = "number", _("Số")
    SYMBOL = "symbol", _("Ký hiệu")
    DATE = "date", _("Ngày ban hành")
    ISSUER = "issuer", _("Cơ quan ban hành")
    TITLE = "title", _("Trích yếu")
    SIGNER = "signer", _("Người ký")
    LEGAL_BASIS = "legal_basis", _("Căn cứ")
    OBJECTIVE = "objective", _("Mục tiêu")
    TARGET = "target", _("Chỉ tiêu")
    AUDIENCE = "audience", _("Đối tượng")
    TOPIC = "topic", _("Nội dung truyền thông")
    TREATY = "treaty", _("Công ước")
    CHANNEL = "channel", _("Nền tảng, kênh")
    TASK = "task", _("Nhiệm vụ")
    BUDGET_SOURCE = "budget_source", _("Nguồn kinh phí")
    REPORT_RULE = "report_deadline", _("Chế độ báo cáo")
    RECIPIENT = "recipient", _("Nơi nhận")


class ItemState(models.TextChoices):
    PROPOSED = "proposed", _("máy đề xuất")
    CONFIRMED = "confirmed", _("đã nhận")
    CORRECTED = "corrected", _("đã sửa")
    REJECTED = "rejected", _("đã bỏ")
    OUT_OF_DATE = "out_of_date", _("lỗi thời")


COUNTED = (ItemState.CONFIRMED, ItemState.CORRECTED)  # only these count anywhere else


class PlanState(models.TextChoices):
    IN_REVIEW = "in_review", _("đang rà soát")
    CONFIRMED = "confirmed", _("đã xác nhận")


class FindingState(models.TextChoices):
    OPEN = "open", _("chưa xem")
    MENDED = "mended", _("đã sửa")
    KEPT = "kept", _("giữ nguyên")


class Part(models.TextChoices):
    LEAD = "lead", _("chủ trì")
    COORDINATE = "coordinate", _("phối hợp")


class Coverage(models.TextChoices):
    COVERED = "covered", _("có")
    DIFFERS = "differs", _("khác")
    MISSING = "missing", _("không thấy")


class Decision(models.TextChoices):
    PROPOSED = "proposed", _("máy đề xuất")
    CONFIRMED = "confirmed", _("đã duyệt")
    CHANGED = "changed", _("người sửa")


class Giving(models.TextChoices):
    """How far the handing over of a task has come."""

    PROPOSED = "proposed", _("chưa giao")
    GIVEN = "given", _("đã giao")
    WITHDRAWN = "withdrawn", _("đã rút")


class WorkState(models.TextChoices):
    """What a unit says of its assignment. The order is that of the choices on a phone."""

    NOT_STARTED = "not_started", _("Chưa làm")
    UNDER_WAY = "under_way", _("Đang làm")
    DONE = "done", _("Xong")
    CANNOT = "cannot", _("Không làm được")


CLOSED = (WorkState.DONE, WorkState.CANNOT)  # nothing more is waited for


class EvidenceKind(models.TextChoices):
    FILE = "file", _("tệp, ảnh chụp")
    LINK = "link", _("đường dẫn")
    ITEM = "item", _("mục đã có trong hệ thống")
