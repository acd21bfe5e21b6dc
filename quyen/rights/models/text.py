"""Texts of instruments: by language and edition, with all that ever stood."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from quyen.rights.enums import LANGUAGES
from quyen.rights.models.instrument import Instrument, Provision
from quyen.shared.models import Stamped, TakenSheet


class VersionQuerySet(models.QuerySet["Version"]):
    def in_force(self, day: date) -> VersionQuerySet:
        """Those whose words were valid on a day; without days a text counts as always valid."""
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_until=None) | Q(valid_until__gt=day)
        )

    def current(self, day: date) -> VersionQuerySet:
        """Of each text (instrument, language, label) the last edition that is valid on a day."""
        newest = F("valid_from").desc(nulls_last=True)
        rows = self.in_force(day).order_by("instrument_id", "language", "label", newest, "-edition")
        last = rows.distinct("instrument_id", "language", "label")
        return self.filter(pk__in=last.values("pk"))


class Version(Stamped):
    """One edition of one text in one language. A text that is brought in again with other words is a further edition;
    the one before stays as it was. `label`: which text it is where there are several of a language ("bản dịch của ...").
    `sign` is the fingerprint of its words."""

    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="versions")
    language = models.CharField(_("ngôn ngữ"), max_length=10, choices=LANGUAGES)
    label = models.CharField(_("tên bản"), max_length=120, blank=True, default="")
    edition = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=300, blank=True, default="")
    valid_from = models.DateField(_("có hiệu lực từ"), null=True, blank=True)
    valid_until = models.DateField(_("hết hiệu lực từ"), null=True, blank=True)
    source = models.CharField(_("nguồn"), max_length=500)
    licence = models.CharField(_("giấy phép"), max_length=300, blank=True, default="")
    is_official = models.BooleanField(_("bản chính thức"), default=False)
    sign = models.CharField(max_length=64)
    file_name = models.CharField(max_length=200, blank=True, default="")
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("bản văn")
        verbose_name_plural = _("bản văn")
        ordering = ["instrument", "language", "label", "-edition"]
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "language", "label", "edition"], name="rights_version_edition_once"
            ),
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_until=None) | Q(valid_until__gt=F("valid_from")),
                name="rights_version_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_language_display()} {self.label} {self.edition}".replace("  ", " ")


class Passage(models.Model):
    """The words of one article (or of the preamble) in one version: paragraphs parted by a newline. `pieces`: one
    [path, label, start, end, level] a paragraph, in code points of `text`; `path` is the clause or point that the paragraph
    belongs to, `label` its printed sign ("2.", "(a)"; empty where it has none), which `text` holds too."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="passages")
    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="passages")
    heading = models.CharField(max_length=300, blank=True, default="")
    text = models.TextField()
    pieces = models.JSONField(default=list)

    class Meta:
        verbose_name = _("đoạn văn")
        verbose_name_plural = _("đoạn văn")
        ordering = ["version", "provision__ordinal"]
        constraints = [models.UniqueConstraint(fields=["version", "provision"], name="rights_passage_once")]

    def __str__(self) -> str:
        return self.text[:80]

    def part(self, path: str) -> str:
        """The words of a clause or point with all that stands under it; the whole text for the article's own path."""
        if "." not in path:
            return self.text
        lines = [p for p in self.pieces if p[0] == path or p[0].startswith(f"{path}.")]
        return self.text[lines[0][2] : lines[-1][3]] if lines else ""


class TextIntake(TakenSheet):
    """A text as somebody gave it, looked at before it is stored. `rows`: its units in the neutral shape of
    `quyen.core.statutes`; what is said of the text stands in the other fields."""

    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="intakes")
    language = models.CharField(_("ngôn ngữ"), max_length=10, choices=LANGUAGES)
    label = models.CharField(_("tên bản"), max_length=120, blank=True, default="")
    title = models.CharField(max_length=300, blank=True, default="")
    valid_from = models.DateField(_("có hiệu lực từ"), null=True, blank=True)
    source = models.CharField(_("nguồn"), max_length=500)
    licence = models.CharField(_("giấy phép"), max_length=300, blank=True, default="")
    is_official = models.BooleanField(_("bản chính thức"), default=False)
    notes = models.JSONField(default=list)

    class Meta(TakenSheet.Meta):
        verbose_name = _("văn bản đưa vào")
        verbose_name_plural = _("văn bản đưa vào")
