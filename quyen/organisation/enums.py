"""Closed lists of the organisation step."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.IntegerChoices):
    """Ordered: each can do all that those before it can."""

    VIEWER = 10, _("người xem")
    EDITOR = 20, _("biên tập viên")
    COORDINATOR = 30, _("điều phối viên")
    ADMINISTRATOR = 40, _("quản trị viên")


class InvitationState(models.TextChoices):
    SENT = "sent", _("đã gửi")
    OPENED = "opened", _("đã mở")
    ACCEPTED = "accepted", _("đã nhận")
    EXPIRED = "expired", _("hết hạn")
    WITHDRAWN = "withdrawn", _("đã rút")


class PeopleLens(models.TextChoices):
    """Which people a list shows. The values stand in addresses."""

    NOW = "dang-giu", _("Đang giữ vai trò")
    COMING = "sap-toi", _("Sắp bắt đầu")
    ENDED = "da-het", _("Đã kết thúc")
    INVITED = "loi-moi", _("Lời mời đang chờ")


class UnitKind(models.TextChoices):
    CENTRAL = "central", _("cơ quan trung ương")
    MINISTRY = "ministry", _("bộ, cơ quan ngang bộ")
    PROVINCE = "province", _("tỉnh, thành phố")
    DEPARTMENT = "department", _("sở, ban, ngành")
    DISTRICT = "district", _("huyện, quận (đến ngày 30/6/2025)")
    COMMUNE = "commune", _("xã, phường, đặc khu")
    OTHER = "other", _("đơn vị khác")


PLACES = (UnitKind.PROVINCE, UnitKind.DISTRICT, UnitKind.COMMUNE)  # those with a People's Committee


class SuccessionKind(models.TextChoices):
    """What happened to units at a day."""

    MERGE = "merge", _("hợp nhất, sáp nhập")
    SPLIT = "split", _("chia, tách")
    RENAME = "rename", _("đổi tên")
    MOVE = "move", _("chuyển cấp trên")
    ABOLISH = "abolish", _("giải thể, kết thúc hoạt động")
    FOUND = "found", _("thành lập")


class Fate(models.TextChoices):
    """What becomes of a row of a list of units that is taken in."""

    CONFLICT = "conflict", _("vướng")
    NEW = "new", _("mới")
    CHANGE = "change", _("đổi")
    SAME = "same", _("không đổi")


class Severity(models.TextChoices):
    """How bad it is that something of the data does not hold, the worst first."""

    HIGH = "high", _("phải sửa")
    MEDIUM = "medium", _("nên sửa")
    LOW = "low", _("nên xem")
