"""Closed lists of the portal."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Room(models.TextChoices):
    """The rooms of the public site: each is a page that editors introduce and the facts fill. The value is the last part
    of its address; that of the home is empty there."""

    HOME = "trang-dau", _("trang đầu")
    SITUATIONS = "quyen-cua-toi", _("quyền của tôi")
    TREATIES = "cong-uoc", _("công ước")
    LAWS = "phap-luat", _("pháp luật")
    LIBRARY = "thu-vien", _("thư viện")
    RECOMMENDATIONS = "khuyen-nghi", _("khuyến nghị")
    PROGRESS = "tien-do", _("tiến độ")
    NEWS = "tin", _("tin")
    OPEN_DATA = "du-lieu-mo", _("dữ liệu mở")


class From(models.TextChoices):
    """Where a visit came from, by kind only: no address of any page is kept."""

    INSIDE = "inside", _("từ một trang của cổng")
    SEARCH = "search", _("từ máy tìm kiếm")
    OUTSIDE = "outside", _("từ trang khác")
    DIRECT = "direct", _("mở thẳng")


class EntryKind(models.TextChoices):
    """What the public search finds. The order is that of the list of kinds."""

    SITUATION = "situation", _("Trả lời")
    ARTICLE = "article", _("Điều luật")
    INSTRUMENT = "instrument", _("Văn kiện")
    RECOMMENDATION = "recommendation", _("Khuyến nghị")
    PRODUCT = "product", _("Sản phẩm")
    ELSEWHERE = "elsewhere", _("Sản phẩm của nơi khác")
    PLAN = "plan", _("Kế hoạch")
    TARGET = "target", _("Chỉ tiêu")
    TASK = "task", _("Nhiệm vụ")
    INDICATOR = "indicator", _("Chỉ số")
    NEWS = "news", _("Tin")
    PAGE = "page", _("Trang")
