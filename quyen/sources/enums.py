"""Closed lists of the sources step."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FileState(models.TextChoices):
    QUEUED = "queued", _("chờ đọc")
    READING = "reading", _("đang đọc")
    READ = "read", _("đã đọc")
    FAILED = "failed", _("không đọc được")
