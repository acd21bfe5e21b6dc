"""Files made of what is public, kept until newer ones take their place."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from quyen.shared.models import Stamped


def pack_path(pack: Pack, name: str) -> str:
    return f"packs/{pack.sha256[:2]}/{pack.sha256}"


class Pack(Stamped):
    """One zip: all open data (`kind` "data"), or a topic to be read without a line ("topic", `slug` of the topic).
    `fingerprint` is of what is in it, whenever it was made; `sha256` of the file itself; `manifest` lists each file with
    its hash."""

    kind = models.CharField(max_length=8)
    slug = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=8, default="vi")
    title = models.CharField(max_length=250)
    fingerprint = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    manifest = models.JSONField(default=dict)
    content = models.FileField(upload_to=pack_path, max_length=200)

    class Meta:
        verbose_name = _("gói tải về")
        verbose_name_plural = _("gói tải về")
        ordering = ["kind", "slug", "-id"]
        indexes = [models.Index(fields=["kind", "slug", "language", "-id"], name="packs_newest")]

    def __str__(self) -> str:
        return self.title
