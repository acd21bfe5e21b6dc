"""Closed lists of the reports step."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from quyen.core.text.rhythm import MONTHS, Rhythm
from quyen.shared.enums import RHYTHM_WORDS


class Chain(models.TextChoices):
    """Which way a report goes. The same unit may stand in both; its facts are entered once."""

    TERRITORIAL = "territorial", _("theo địa bàn")
    LINE = "line", _("theo ngành dọc")


ONCE = "once"  # an ad hoc report (báo cáo đột xuất, chuyên đề)
PACES = [*((one.value, RHYTHM_WORDS[one]) for one in Rhythm if one in MONTHS), (ONCE, _("một lần"))]


class Sort(models.TextChoices):
    """What a section of an outline is filled from."""

    HEADING = "heading", _("chỉ có tiêu đề")
    TEXT = "text", _("lời viết")
    DIRECTION = "direction", _("văn bản đã ban hành")
    INDICATORS = "indicators", _("chỉ số")
    TASKS = "tasks", _("nhiệm vụ")
    OBSTACLES = "obstacles", _("khó khăn, vướng mắc")
    BUDGET = "budget", _("kinh phí")


class AnnexSort(models.TextChoices):
    INDICATORS = "indicators", _("chỉ số theo đơn vị")
    TASKS = "tasks", _("danh mục nhiệm vụ")
    UNITS = "units", _("tình hình gửi báo cáo")


class State(models.TextChoices):
    """How far a unit's report has come."""

    DRAFT = "draft", _("đang soạn")
    REVIEW = "review", _("chờ lãnh đạo duyệt")
    APPROVED = "approved", _("đã duyệt")
    SUBMITTED = "submitted", _("đã gửi")
    RETURNED = "returned", _("trả lại")
    ACCEPTED = "accepted", _("đã nhận")


WRITABLE = (State.DRAFT, State.RETURNED)  # only then its words change
SENT = (State.SUBMITTED, State.ACCEPTED)  # with the level above


class Deed(models.TextChoices):
    """What was done with a report as a whole; the rows of its history."""

    PUT_UP = "put_up", _("trình duyệt")
    APPROVE = "approve", _("duyệt")
    SUBMIT = "submit", _("gửi")
    RETURN = "return", _("trả lại")
    ACCEPT = "accept", _("nhận")
    REOPEN = "reopen", _("mở lại")
    TAKE_BACK = "take_back", _("lấy về sửa")


class Via(models.TextChoices):
    """By which door a report came in."""

    SCREEN = "screen", _("trên màn hình")
    SHEET = "sheet", _("biểu .xlsx")
    API = "api", _("hệ thống khác")
