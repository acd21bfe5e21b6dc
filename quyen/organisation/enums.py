"""Closed lists of the organisation step."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.IntegerChoices):
    """Ordered: each can do all that those before it can."""

    VIEWER = 10, _("người xem")
    EDITOR = 20, _("biên tập viên")
    COORDINATOR = 30, _("điều phối viên")
    ADMINISTRATOR = 40, _("quản trị viên")


class UnitKind(models.TextChoices):
    CENTRAL = "central", _("cơ quan trung ương")
    MINISTRY = "ministry", _("bộ, cơ quan ngang bộ")
    PROVINCE = "province", _("tỉnh, thành phố")
    DEPARTMENT = "department", _("sở, ban, ngành")
    COMMUNE = "commune", _("xã, phường, đặc khu")
    OTHER = "other", _("đơn vị khác")
