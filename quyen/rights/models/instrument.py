"""Treaties, declarations, the constitution and laws: what each is, what happened to it, and its articles."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from quyen.rights.enums import INTERNATIONAL, InstrumentKind, Precision, ProvisionKind, StatusKind
from quyen.shared.models import Stamped


class Instrument(Stamped):
    """One text of law, known by its code. `names`: further words by which texts cite it, in the small syntax of
    `quyen.core.citing` ("[...]" may be missing). `kept`: fields that a person corrected, which a new loading of the
    shipped data leaves alone."""

    code = models.CharField(_("mã"), max_length=20, unique=True)
    kind = models.CharField(_("loại"), max_length=12, choices=InstrumentKind)
    name_vi = models.CharField(_("tên"), max_length=300)
    name_en = models.CharField(_("tên tiếng Anh"), max_length=300, blank=True, default="")
    short_vi = models.CharField(_("tên gọn"), max_length=80)
    short_en = models.CharField(_("tên gọn tiếng Anh"), max_length=80, blank=True, default="")
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True, default="")
    year = models.PositiveSmallIntegerField(_("năm ban hành"), null=True, blank=True)
    names = ArrayField(models.CharField(max_length=300), default=list, blank=True)
    position = models.PositiveSmallIntegerField(default=100)
    kept = ArrayField(models.CharField(max_length=30), default=list, blank=True)

    class Meta:
        verbose_name = _("văn kiện")
        verbose_name_plural = _("văn kiện")
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.short_vi

    @property
    def is_international(self) -> bool:
        return self.kind in INTERNATIONAL

    @property
    def name(self) -> str:
        """In the language of the screen, Vietnamese where the other is not known."""
        return self.name_vi if _vietnamese() else self.name_en or self.name_vi

    @property
    def short(self) -> str:
        return self.short_vi if _vietnamese() else self.short_en or self.short_vi


class Status(models.Model):
    """What happened to an instrument on which day, and who says so. Sources that disagree are all kept; `stands` marks
    the one that is shown first. `key` names a row of the shipped data. Where it was replaced: `successor` by what;
    `articles` only these, "413-430, 12" (empty: the whole)."""

    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="statuses")
    what = models.CharField(max_length=14, choices=StatusKind)
    on = models.DateField()
    precision = models.CharField(max_length=6, choices=Precision, default=Precision.DAY)
    source = models.CharField(_("nguồn"), max_length=300)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True, default="")
    stands = models.BooleanField(default=True)
    successor = models.ForeignKey(
        Instrument, on_delete=models.SET_NULL, null=True, blank=True, related_name="replaces",
        verbose_name=_("được thay bằng"),
    )  # fmt: skip
    articles = models.CharField(_("chỉ các điều"), max_length=120, blank=True, default="")
    key = models.CharField(max_length=60, blank=True, default="")

    class Meta:
        verbose_name = _("mốc của văn kiện")
        verbose_name_plural = _("mốc của văn kiện")
        ordering = ["on", "-stands", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "key"], condition=~models.Q(key=""), name="rights_status_of_data_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()} {self.shown}"

    @property
    def shown(self) -> str:
        """As exact as it is known: "24/9/1982", "2/1982", "1982"."""
        return shown_day(self.on, self.precision)

    def concerns(self, article: str) -> bool:
        """Whether it happened to this article ("414", "12a") too; "" asks of the instrument as a whole."""
        return not self.articles or any(
            is_among(article, one) for one in self.articles.replace(" ", "").split(",")
        )


def is_among(article: str, span: str) -> bool:
    """ "414" is among "413-430", and "12a" among "12a"."""
    first, _dash, last = span.partition("-")
    plain = article.isdigit() and first.isdigit() and last.isdigit()
    return int(first) <= int(article) <= int(last) if plain else article == span


def shown_day(day: date, precision: str) -> str:
    if precision == Precision.YEAR:
        return str(day.year)
    return f"{day.month}/{day.year}" if precision == Precision.MONTH else f"{day.day}/{day.month}/{day.year}"


class Provision(models.Model):
    """An addressable part of an instrument, the same for all versions and languages of its text. `path`: "19", "19.2",
    "19.3.b"; "part-III"; "preamble". `ordinal` orders all of them; `parent` is the part, or the article, that holds it.
    `in_data`: told by the shipped structure; else found in a text that was brought in, or added by a person."""

    instrument = models.ForeignKey(Instrument, on_delete=models.CASCADE, related_name="provisions")
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="children"
    )
    kind = models.CharField(max_length=10, choices=ProvisionKind)
    number = models.CharField(max_length=20, blank=True, default="")
    path = models.CharField(max_length=60)
    ordinal = models.PositiveIntegerField()
    subject_vi = models.CharField(_("nội dung"), max_length=250, blank=True, default="")
    subject_en = models.CharField(_("nội dung bằng tiếng Anh"), max_length=250, blank=True, default="")
    in_data = models.BooleanField(default=False)
    kept = ArrayField(models.CharField(max_length=30), default=list, blank=True)

    class Meta:
        verbose_name = _("điều khoản")
        verbose_name_plural = _("điều khoản")
        ordering = ["instrument", "ordinal", "id"]
        constraints = [
            models.UniqueConstraint(fields=["instrument", "path"], name="rights_provision_path_once")
        ]

    def __str__(self) -> str:
        return self.path

    @property
    def subject(self) -> str:
        """In the language of the screen, Vietnamese where the other is not known."""
        return self.subject_vi if _vietnamese() else self.subject_en or self.subject_vi

    @property
    def label(self) -> str:
        """ "Điều 19", "khoản 2 Điều 19", "điểm a khoản 2 Điều 19"; a part or chapter by its own number."""
        return label_of(self.path) if self.path[:1].isdigit() else self._held_label()

    def _held_label(self) -> str:
        kind = str(self.get_kind_display())
        return f"{kind[:1].upper()}{kind[1:]} {self.number}".strip()

    @property
    def article(self) -> str:
        """The path of the article that it is, or is a part of."""
        return self.path.partition(".")[0]


def label_of(path: str) -> str:
    """An article, a clause or a point, as a text cites it, in the language of the screen."""
    article, *below = path.split(".")
    if not _vietnamese():
        return f"Article {article}" + "".join(f"({one})" for one in below)
    clause = below.pop(0) if below and below[0][0].isdigit() else ""
    point = f"điểm {'.'.join(below)} " if below else ""
    return f"{point}khoản {clause} Điều {article}" if clause else f"{point}Điều {article}"


def _vietnamese() -> bool:
    return (get_language() or "vi").startswith("vi")
