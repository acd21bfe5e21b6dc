"""Files of products: kept once by their bytes, private until something published uses them."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from quyen.library.enums import DrawState, FileKind, RenditionKind
from quyen.organisation.models import Unit
from quyen.shared.models import Stamped

PRINT = 16  # hexadecimal digits of a hash that an address carries


def stored_path(stored: StoredFile, name: str) -> str:
    """By hash, never by the name that the sender gave: no collision, no path tricks."""
    return f"library/{stored.sha256[:2]}/{stored.sha256}"


def drawn_path(drawn: Rendition, name: str) -> str:
    return f"library/drawn/{drawn.sha256[:2]}/{drawn.sha256}"


class StoredFile(Stamped):
    """One file of one unit, known by its hash: the same bytes twice are one row. `media_type` was found from the bytes.

    `notes`: what was told of it and did not refuse it, [{"code", "message", "advice"}]. `drawing`: whether its renditions
    are there; `drawing_error` why they are not.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="library_files")
    name = models.CharField(_("tên tệp"), max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=10, choices=FileKind)
    media_type = models.CharField(max_length=80)
    content = models.FileField(upload_to=stored_path, max_length=200)
    width = models.PositiveIntegerField(null=True)  # pixels, of pictures and video
    height = models.PositiveIntegerField(null=True)
    seconds = models.FloatField(null=True)  # of sound and video; of captions, when the last one ends
    pages = models.PositiveIntegerField(null=True)  # of papers
    likeness = models.BigIntegerField(null=True, db_index=True)  # 64 bits of a picture's look, for twins
    sketch = ArrayField(models.BigIntegerField(), default=list, blank=True)  # signs of a text, for twins
    notes = models.JSONField(default=list, blank=True)
    drawing = models.CharField(max_length=8, choices=DrawState, default=DrawState.NONE)
    drawing_error = models.CharField(max_length=300, blank=True)
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True)

    class Meta:
        verbose_name = _("tệp của thư viện")
        verbose_name_plural = _("tệp của thư viện")
        ordering = ["-created_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["unit", "sha256"], name="library_keeps_bytes_once")]
        indexes = [
            GinIndex(fields=["sketch"], name="library_texts_alike"),
            models.Index(
                fields=["created_at"], condition=models.Q(drawing="waiting"), name="library_to_draw"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def print(self) -> str:
        """The part of its hash that its address carries."""
        return self.sha256[:PRINT]


class Rendition(Stamped):
    """What is shown of a file in its stead: made by the machine, made anew at any time. Width and height in pixels, 0
    where it has none."""

    file = models.ForeignKey(StoredFile, on_delete=models.CASCADE, related_name="renditions")
    kind = models.CharField(max_length=10, choices=RenditionKind)
    media_type = models.CharField(max_length=80)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.FileField(upload_to=drawn_path, max_length=200)

    class Meta:
        verbose_name = _("bản xem của tệp")
        verbose_name_plural = _("bản xem của tệp")
        ordering = ["file", "kind", "media_type", "width"]
        constraints = [
            models.UniqueConstraint(
                fields=["file", "kind", "media_type", "width"], name="one_rendition_a_form"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file_id}: {self.kind} {self.width}"

    @property
    def print(self) -> str:
        return self.sha256[:PRINT]
