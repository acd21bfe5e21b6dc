"""Closed lists of the portal step."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EntryKind(models.TextChoices):
    """What the public search finds. The order is that of the list of kinds."""

    SITUATION = "situation", _("Trả lời")
    ARTICLE = "article", _("Điều luật")
    INSTRUMENT = "instrument", _("Văn kiện")
    RECOMMENDATION = "recommendation", _("Khuyến nghị")
    PRODUCT = "product", _("Sản phẩm")
    PLAN = "plan", _("Kế hoạch")
    TARGET = "target", _("Chỉ tiêu")
    TASK = "task", _("Nhiệm vụ")
    INDICATOR = "indicator", _("Chỉ số")
    NEWS = "news", _("Tin")
    PAGE = "page", _("Trang")
