"""Closed lists of the sources step."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FileState(models.TextChoices):
    QUEUED = "queued", _("chờ đọc")
    READING = "reading", _("đang đọc")
    READ = "read", _("đã đọc")
    FAILED = "failed", _("không đọc được")
    KEPT = "kept", _("giữ làm minh chứng")  # never to be read: a photograph of what was done


class Stage(models.TextChoices):
    """What a reading is at, as the reader says it (quyen.core.reading.worker)."""

    OPEN = "open", _("đang mở tệp")
    READ = "read", _("đang đọc nội dung")
    WRITE = "write", _("đang ghi kết quả")


PENDING = (FileState.QUEUED, FileState.READING)
