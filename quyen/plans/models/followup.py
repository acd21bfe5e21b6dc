"""Recommendations followed up: the tasks and indicators that carry one out, and how far it is, with what shows it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quyen.indicators.models import Indicator
from quyen.plans.models.plan import Task
from quyen.plans.models.work import Evidence
from quyen.rights.enums import FollowUpState
from quyen.rights.models import Recommendation, RecommendationChange, Tie


class RecommendationTask(Tie):
    """A task of a confirmed plan carries out a recommendation."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="task_ties")
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="recommendation_ties")

    objects: ClassVar[models.Manager[RecommendationTask]] = models.Manager()

    class Meta:
        verbose_name = _("nhiệm vụ của khuyến nghị")
        verbose_name_plural = _("nhiệm vụ của khuyến nghị")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["recommendation", "task"], name="a_task_of_a_recommendation_once")
        ]

    def __str__(self) -> str:
        return f"{self.recommendation_id} → {self.task_id}"


class RecommendationIndicator(Tie):
    """An indicator shows how a recommendation fares."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="indicator_ties"
    )
    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="recommendation_ties")

    objects: ClassVar[models.Manager[RecommendationIndicator]] = models.Manager()

    class Meta:
        verbose_name = _("chỉ số của khuyến nghị")
        verbose_name_plural = _("chỉ số của khuyến nghị")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "indicator"], name="an_indicator_of_a_recommendation_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.recommendation_id} → {self.indicator_id}"


class FollowUp(RecommendationChange):
    """What a person said of how far a recommendation is carried out, why, and what shows it; `Recommendation.follow_up`
    repeats the latest."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="follow_ups")
    state = models.CharField(_("tiến độ"), max_length=12, choices=FollowUpState)
    day = models.DateField(_("ngày"), default=timezone.localdate)
    why = models.TextField(_("vì sao"))
    evidence = models.ManyToManyField(Evidence, related_name="follow_ups", blank=True)

    class Meta(RecommendationChange.Meta):
        verbose_name = _("tiến độ của khuyến nghị")
        verbose_name_plural = _("tiến độ của khuyến nghị")

    def __str__(self) -> str:
        return f"{self.get_state_display()}, {self.day:%d/%m/%Y}"
