"""A file as received, and each reading of it by each version of the reader."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quyen.organisation.models import Unit
from quyen.shared.models import Stamped
from quyen.sources.enums import FileState


def stored_path(source: SourceFile, name: str) -> str:
    """By hash, never by the name that the sender gave: no collision, no path tricks."""
    return f"sources/{source.sha256[:2]}/{source.sha256}"


class Delivery(Stamped):
    """What one person dropped in at once: some files, or a zip of them."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="deliveries")
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True)
    refused = models.JSONField(default=list)  # [{"name", "reason", "advice"}]: what never became a file here
    known = models.JSONField(default=list)  # [SourceFile.pk]: dropped in again, found to be here already

    class Meta:
        verbose_name = _("lần nhận")
        verbose_name_plural = _("lần nhận")
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return f"{self.unit} {self.created_at:%d/%m/%Y %H:%M}"


class SourceFile(Stamped):
    """One file of one unit, known by its hash: the same bytes twice are one row."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="files")
    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(_("tên tệp"), max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    content = models.FileField(upload_to=stored_path, max_length=200)
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )  # a newer file of the same document
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True)

    state = models.CharField(max_length=10, choices=FileState, default=FileState.QUEUED)
    stage = models.CharField(max_length=120, blank=True)  # what the reader is at, for the person who waits
    title = models.TextField(
        _("trích yếu"), blank=True
    )  # as read; a person's correction lives in the steps above
    reference = models.CharField(_("số, ký hiệu"), max_length=120, blank=True)
    error = models.TextField(blank=True)
    advice = models.TextField(blank=True)
    attempts = models.PositiveSmallIntegerField(
        default=0
    )  # readings begun since it was last queued by a person
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("tệp nguồn")
        verbose_name_plural = _("tệp nguồn")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "sha256"], name="the_same_bytes_are_one_file"),
        ]
        indexes = [models.Index(fields=["state", "id"], name="files_by_state")]

    def __str__(self) -> str:
        return self.name


class StoredReading(models.Model):
    """What one version of the reader made of one file: the record of docs/reference/record.md, as it came."""

    source = models.ForeignKey(SourceFile, on_delete=models.CASCADE, related_name="readings")
    reader_version = models.CharField(max_length=20)
    record = models.JSONField()
    text = models.TextField()  # all offsets point into this
    pages = models.PositiveIntegerField(null=True)
    read_at = models.DateTimeField(default=timezone.now)
    seconds = models.FloatField(default=0)

    class Meta:
        verbose_name = _("lần đọc")
        verbose_name_plural = _("lần đọc")
        ordering = ["-read_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["source", "reader_version"], name="one_reading_a_reader_version"),
        ]

    def __str__(self) -> str:
        return f"{self.source} ({self.reader_version})"
