"""What a right, a recommendation, a situation or a product is about."""

from __future__ import annotations

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Topic(models.Model):
    """One word of a short common list, the same for all kinds of things, so that one leads to the other."""

    slug = models.SlugField(unique=True)
    name_vi = models.CharField(_("tên"), max_length=120)
    name_en = models.CharField(_("tên tiếng Anh"), max_length=120)
    name_km = models.CharField(_("tên tiếng Khmer"), max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("chủ đề")
        verbose_name_plural = _("chủ đề")
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.name_vi

    @property
    def name(self) -> str:
        """In the language of the screen; English, then Vietnamese, where that is not known."""
        known = {"vi": self.name_vi, "km": self.name_km}
        return known.get((get_language() or "vi").partition("-")[0]) or self.name_en or self.name_vi
