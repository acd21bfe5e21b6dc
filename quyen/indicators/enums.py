"""Closed lists of the indicators step."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from quyen.core.text.rhythm import MONTHS, Rhythm


class Rule(models.TextChoices):
    """How values of many units, and of many periods, come to one."""

    SUM = "sum", _("cộng")
    RATIO = "ratio", _("tỷ lệ của các tổng")  # sum of numerators over sum of denominators
    LATEST = "latest", _("kỳ gần nhất, rồi cộng các đơn vị")
    DISTINCT = "distinct", _("đếm mỗi mục một lần")


class Direction(models.TextChoices):
    UP = "up", _("càng cao càng tốt")
    DOWN = "down", _("càng thấp càng tốt")


MONTHS_OF_PERIOD = [
    (MONTHS[Rhythm.MONTHLY], _("tháng")),
    (MONTHS[Rhythm.QUARTERLY], _("quý")),
    (MONTHS[Rhythm.HALF_YEARLY], _("sáu tháng")),
    (MONTHS[Rhythm.YEARLY], _("năm")),
]


class Grade(models.TextChoices):
    """What stands behind a value, the firmest first."""

    RECORDS = "records", _("hồ sơ trong hệ thống")
    TABLE = "table", _("bảng số liệu đã tải lên")
    DOCUMENT = "document", _("văn bản hoặc đường dẫn")
    NONE = "none", _("chưa có minh chứng")


class Origin(models.TextChoices):
    HAND = "hand", _("người nhập")
    MEASURE = "measure", _("máy tính từ hồ sơ")
    IMPORT = "import", _("nhập từ bảng")


class Cell(models.TextChoices):
    """What is known of one unit in one period. Zero is a value; the four others are told apart everywhere."""

    VALUE = "value", _("có số liệu")
    ZERO = "zero", _("bằng không")
    NOT_APPLICABLE = "not_applicable", _("không áp dụng")
    MISSING = "missing", _("chưa báo cáo")
    NOT_DUE = "not_due", _("chưa đến hạn")
