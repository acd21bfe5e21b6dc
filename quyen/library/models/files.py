"""Files of products: kept once by their bytes, private until something published uses them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from quyen.library.enums import FileKind
from quyen.organisation.models import Unit
from quyen.shared.models import Stamped


def stored_path(stored: StoredFile, name: str) -> str:
    """By hash, never by the name that the sender gave: no collision, no path tricks."""
    return f"library/{stored.sha256[:2]}/{stored.sha256}"


class StoredFile(Stamped):
    """One file of one unit, known by its hash: the same bytes twice are one row. `media_type` was found from the bytes."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="library_files")
    name = models.CharField(_("tên tệp"), max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=10, choices=FileKind)
    media_type = models.CharField(max_length=80)
    content = models.FileField(upload_to=stored_path, max_length=200)
    width = models.PositiveIntegerField(null=True)  # pixels, of pictures and video
    height = models.PositiveIntegerField(null=True)
    seconds = models.FloatField(null=True)  # of sound and video
    pages = models.PositiveIntegerField(null=True)  # of papers
    likeness = models.BigIntegerField(null=True, db_index=True)  # 64 bits of a picture's look, for twins
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True)

    class Meta:
        verbose_name = _("tệp của thư viện")
        verbose_name_plural = _("tệp của thư viện")
        ordering = ["-created_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["unit", "sha256"], name="library_keeps_bytes_once")]

    def __str__(self) -> str:
        return self.name
