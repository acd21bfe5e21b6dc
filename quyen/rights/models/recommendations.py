"""What other States and treaty bodies recommend, review by review; what is doubtful in it; files that bring it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from quyen.rights.enums import Answer, DoubtState, FollowUpState, IntakeState, Precision, ReviewBody
from quyen.rights.models.instrument import Provision, shown_day
from quyen.rights.models.tie import Tie
from quyen.rights.models.topic import Topic
from quyen.shared.models import Stamped
from quyen.sources.models import SourceFile


class Review(Stamped):
    """One review of a State. `stated` and `stated_supported`: how many recommendations there are by the named source,
    whether or not they are here. `published`: the public sees it."""

    state = models.CharField(_("quốc gia được rà soát"), max_length=120, default="Việt Nam")
    body = models.CharField(_("cơ chế"), max_length=6, choices=ReviewBody, default=ReviewBody.UPR)
    cycle = models.PositiveSmallIntegerField(_("chu kỳ"), null=True, blank=True)
    symbol = models.CharField(_("ký hiệu văn bản"), max_length=60, blank=True, default="")
    adopted_on = models.DateField(_("ngày thông qua"), null=True, blank=True)
    precision = models.CharField(max_length=6, choices=Precision, default=Precision.DAY)
    outcome_on = models.DateField(_("ngày Hội đồng Nhân quyền thông qua kết quả"), null=True, blank=True)
    stated = models.PositiveSmallIntegerField(_("số khuyến nghị theo nguồn"), null=True, blank=True)
    stated_supported = models.PositiveSmallIntegerField(
        _("số được chấp thuận theo nguồn"), null=True, blank=True
    )
    source = models.CharField(_("nguồn"), max_length=500, blank=True, default="")
    note = models.CharField(_("ghi chú"), max_length=500, blank=True, default="")
    published = models.BooleanField(_("công khai"), default=False)

    class Meta:
        verbose_name = _("lần rà soát")
        verbose_name_plural = _("lần rà soát")
        ordering = [models.F("adopted_on").desc(nulls_last=True), "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["symbol"], condition=~Q(symbol=""), name="rights_review_symbol_once"
            )
        ]

    def __str__(self) -> str:
        if self.body != ReviewBody.UPR:
            return f"{self.get_body_display()}, {self.symbol or self.state}"
        words = _("UPR chu kỳ %(cycle)s") % {"cycle": self.cycle} if self.cycle else self.symbol or "UPR"
        return f"{words} · {self.state}"

    @property
    def shown_day(self) -> str:
        return shown_day(self.adopted_on, self.precision) if self.adopted_on else ""


class RecommendationQuerySet(models.QuerySet["Recommendation"]):
    def standing(self) -> RecommendationQuerySet:
        """Those that count: not those whose parts stand for them."""
        return self.filter(is_split=False)

    def public(self) -> RecommendationQuerySet:
        return self.standing().filter(review__published=True)


class Recommendation(Stamped):
    """One recommendation. `printed` and `occurrence` say where the source has it and never change; `number` is what people
    call it by. `kept`: fields that a person corrected, which no import overwrites. Words are those of the source; words
    of our own stand in `subject_vi`. `part_of`: what it was split from; `is_split`: its parts stand for it."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="recommendations")
    printed = models.CharField(_("số như in"), max_length=20, blank=True, default="")
    occurrence = models.PositiveSmallIntegerField(default=1)
    number = models.CharField(_("số"), max_length=24, blank=True, default="")
    called = models.CharField(_("số trong chương trình"), max_length=10, blank=True, default="")
    paragraph = models.CharField(_("đoạn"), max_length=10, blank=True, default="")
    ordinal = models.PositiveIntegerField()
    text_en = models.TextField(_("nguyên văn tiếng Anh"), blank=True, default="")
    text_vi = models.TextField(_("bản tiếng Việt"), blank=True, default="")
    text_vi_source = models.CharField(_("nguồn bản tiếng Việt"), max_length=300, blank=True, default="")
    subject_vi = models.CharField(_("nói ngắn"), max_length=200, blank=True, default="")
    subject_en = models.CharField(_("nói ngắn bằng tiếng Anh"), max_length=200, blank=True, default="")
    states = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    status = models.CharField(_("trả lời"), max_length=12, choices=Answer, default=Answer.UNCLEAR)
    annotation = models.CharField(max_length=60, blank=True, default="")  # its key in UHRI
    themes = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    topics = models.ManyToManyField(Topic, related_name="recommendations", blank=True)
    in_programme = models.BooleanField(default=False)  # one of those that the programme set out to carry out
    in_source = models.BooleanField(default=True)  # False: the newest import of its review has it no more
    part_of = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="parts")
    is_split = models.BooleanField(default=False)
    kept = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    follow_up = models.CharField(max_length=12, choices=FollowUpState, default=FollowUpState.NOT_BEGUN)
    followed_up_on = models.DateField(null=True, blank=True)

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        verbose_name = _("khuyến nghị")
        verbose_name_plural = _("khuyến nghị")
        ordering = ["review", "ordinal", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "printed", "occurrence"], condition=Q(part_of=None),
                name="rights_recommendation_place_once",
            ),
            models.UniqueConstraint(
                fields=["review", "annotation"], condition=~Q(annotation=""), name="rights_annotation_once"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.called or self.number or f"({self.ordinal})"

    @property
    def words(self) -> str:
        """In the language of the screen, else what there is: our own short words last."""
        said = [self.text_vi, self.text_en] if _vietnamese() else [self.text_en, self.text_vi]
        return next(filter(None, said), "") or self.subject

    @property
    def tongue(self) -> str:
        """The language of `words`."""
        if self.words in (self.text_vi, self.subject_vi):
            return "vi"
        return "en"

    @property
    def subject(self) -> str:
        return self.subject_vi if _vietnamese() else self.subject_en or self.subject_vi


class RecommendationChange(Stamped):
    """What was said of a recommendation at a time, and by whom: rows are only added, the latest is what stands. The base of
    such histories here and in the steps above; each names its own `recommendation`. `by_name`: as it was then."""

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    by_name = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        abstract = True
        ordering = ["recommendation", "-id"]


class AnswerChange(RecommendationChange):
    """One answer of the State and where it was read."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="answers")
    status = models.CharField(max_length=12, choices=Answer)
    source = models.CharField(max_length=300, blank=True, default="")

    class Meta(RecommendationChange.Meta):
        verbose_name = _("trả lời về khuyến nghị")
        verbose_name_plural = _("trả lời về khuyến nghị")

    def __str__(self) -> str:
        return self.get_status_display()


class Doubt(Stamped):
    """What a careful reader would question in a review. `place` tells one from another of the same words, import after
    import."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="doubts")
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, null=True, blank=True, related_name="doubts"
    )
    kind = models.CharField(max_length=20)
    place = models.CharField(max_length=60)
    message = models.CharField(max_length=500)
    suggestion = models.CharField(max_length=24, blank=True, default="")
    state = models.CharField(max_length=10, choices=DoubtState, default=DoubtState.OPEN)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("điểm nghi vấn")
        verbose_name_plural = _("điểm nghi vấn")
        ordering = ["review", "id"]
        constraints = [models.UniqueConstraint(fields=["review", "kind", "place"], name="rights_doubt_once")]

    def __str__(self) -> str:
        return self.message[:80]


class RecommendationProvision(Tie):
    """A recommendation is about an article."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="provision_ties"
    )
    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="recommendation_ties")

    objects: ClassVar[models.Manager[RecommendationProvision]] = models.Manager()

    class Meta:
        verbose_name = _("khuyến nghị và điều khoản")
        verbose_name_plural = _("khuyến nghị và điều khoản")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["recommendation", "provision"], name="rights_recommended_once")
        ]

    def __str__(self) -> str:
        return f"{self.recommendation_id} – {self.provision_id}"


class RecommendationIntake(models.Model):
    """A file with recommendations, as somebody gave it: read by the worker, looked at, then taken in once or left.
    `record` is that of `core.review_files`."""

    name = models.CharField(_("tên tệp"), max_length=200)
    file = models.ForeignKey(SourceFile, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=IntakeState, default=IntakeState.READING)
    record = models.JSONField(default=dict, blank=True)
    message = models.CharField(max_length=500, blank=True, default="")
    advice = models.CharField(max_length=500, blank=True, default="")
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now)
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("tệp khuyến nghị")
        verbose_name_plural = _("tệp khuyến nghị")
        ordering = ["-entered_at", "-id"]

    def __str__(self) -> str:
        return self.name

    @property
    def reviews(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.record.get("reviews", [])
        return found


def _vietnamese() -> bool:
    return (get_language() or "vi").startswith("vi")
