"""Closed lists of the budget step."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Funding(models.TextChoices):
    """Where the money comes from. The order is that of columns everywhere."""

    STATE = "state", _("Ngân sách nhà nước")
    INTEGRATED = "integrated", _("Lồng ghép")
    SOCIAL = "social", _("Xã hội hóa")
    OTHER = "other", _("Nguồn khác")


class EstimateState(models.TextChoices):
    """How far an estimate has come: the unit drafts, the plan's unit assembles, its administrator approves."""

    DRAFT = "draft", _("đang soạn")
    SUBMITTED = "submitted", _("đã gửi")
    RETURNED = "returned", _("trả lại")
    ASSEMBLED = "assembled", _("đã tổng hợp")
    APPROVED = "approved", _("đã duyệt")


WRITTEN = (EstimateState.DRAFT, EstimateState.RETURNED)  # in the hands of the unit
SUMMED = (EstimateState.ASSEMBLED, EstimateState.APPROVED)  # in the sums of the plan


class FaultKind(models.TextChoices):
    """What does not add up."""

    PRODUCT = "product", _("không khớp phép tính")
    STATED = "stated", _("tổng không khớp")
    APPROVED_ABOVE = "approved_above", _("duyệt nhiều hơn dự toán")
    SPENT_ABOVE = "spent_above", _("chi vượt mức duyệt")
    CHANGED = "changed", _("nội dung đã duyệt bị thay đổi")
    CROSS = "cross", _("cộng ngang và cộng dọc lệch nhau")
