"""Quotes: words of a text that cite or explain an article, found again when the text gets a new version."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from quyen.rights.models.instrument import Provision
from quyen.rights.models.text import Version
from quyen.rights.models.tie import Tie, TieQuerySet


class Anchored(Tie):
    """Base of what is tied to words of a text: the words themselves with those right before and after (as in the W3C's
    TextQuoteSelector), and where they stood when last looked. `is_lost`: the newest text does not hold them any more;
    the place then is that of the last one that did."""

    exact = models.TextField()
    before = models.CharField(max_length=64, blank=True, default="")
    after = models.CharField(max_length=64, blank=True, default="")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    is_lost = models.BooleanField(default=False)

    class Meta:
        abstract = True


class Citation(Anchored):
    """Words of an article (`place`) in one version that cite another provision (`target`). `code` and `path`: what the
    words name, also where no such instrument or article is known here."""

    place = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="citations")
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="citations")
    target = models.ForeignKey(
        Provision, on_delete=models.SET_NULL, null=True, blank=True, related_name="cited_by"
    )
    code = models.CharField(max_length=20)
    path = models.CharField(max_length=60, blank=True, default="")

    objects = TieQuerySet.as_manager()

    class Meta:
        verbose_name = _("trích dẫn")
        verbose_name_plural = _("trích dẫn")
        ordering = ["place", "start", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="rights_citation_has_words"),
            models.UniqueConstraint(
                fields=["place", "version", "start", "end", "code", "path"], name="rights_citation_once"
            ),
        ]

    def __str__(self) -> str:
        return self.exact[:80]
