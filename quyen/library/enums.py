"""Closed lists of the library."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FileKind(models.TextChoices):
    """What the bytes are, found from the bytes themselves and never from the name."""

    PICTURE = "picture", _("ảnh, hình")
    DRAWING = "drawing", _("hình vẽ SVG")
    VIDEO = "video", _("video")
    SOUND = "sound", _("âm thanh")
    PAPER = "paper", _("tài liệu")
    CAPTIONS = "captions", _("phụ đề")
    TEXT = "text", _("văn bản")
