"""Pages "Quyền của tôi khi …": one a situation of life, in several languages, every edition kept.

What the public sees of a language is the row of `SituationText` itself, once its state is published. A change of a
published page is first only a new `SituationEdition`; publishing copies it into the row. So nobody who reads the row
can meet a draft. See docs/decisions/0030.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from quyen.rights.enums import EditionOrigin, PageLanguage, TextState
from quyen.rights.models.topic import Topic
from quyen.shared.models import Stamped

SOURCE_LANGUAGE = PageLanguage.VIETNAMESE  # the others are translations of it


class Situation(Stamped):
    """One situation of life. `group`: a slug of data/situation_groups.json; `is_shipped`: it came with the programme;
    `is_placed_here`: its group, topics and related ones were set by a person, and the programme's own are not followed."""

    slug = models.SlugField(_("tên trong địa chỉ"), max_length=80, unique=True)
    group = models.SlugField(_("nhóm"), max_length=40)
    position = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    topics = models.ManyToManyField(Topic, related_name="situations", blank=True, verbose_name=_("chủ đề"))
    related = models.ManyToManyField("self", symmetrical=False, blank=True, verbose_name=_("liên quan"))
    is_shipped = models.BooleanField(default=False, editable=False)
    is_placed_here = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name = _("hoàn cảnh")
        verbose_name_plural = _("hoàn cảnh")
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.slug


class Words(models.Model):
    """What a page says. `lede`: the answer before the law, in one to three sentences. `asked`: what people type when
    they look for it. `body`: blocks in their order, each a dict of the shape that `actions.blocks` checks."""

    title = models.CharField(_("tiêu đề"), max_length=120)
    lede = models.TextField(_("câu trả lời trước"), max_length=600)
    asked = ArrayField(
        models.CharField(max_length=80), verbose_name=_("người ta hỏi"), default=list, blank=True
    )
    body = models.JSONField(_("nội dung"), default=list)

    class Meta:
        abstract = True

    def words(self) -> dict[str, Any]:
        """As plain JSON: what editions, the trail and the fingerprint are made of."""
        return {"title": self.title, "lede": self.lede, "asked": list(self.asked), "body": list(self.body)}


class SituationText(Stamped, Words):
    """A situation in one language, as the public sees it where `state` is published.

    `edition`: the number of the edition that it shows. `follows`: the edition of the Vietnamese text that it says in
    its own language; 0 for the Vietnamese text itself. `machine_drafted`: no speaker has worked on it yet. `reviewed_by`
    holds words, for who reviews need not have an account; empty means that nobody has. `cited`: the articles that it
    cites, as "ICCPR 9". `shipped_mark`: fingerprint of the words that came with the programme the last time.
    """

    situation = models.ForeignKey(Situation, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("ngôn ngữ"), max_length=3, choices=PageLanguage)
    state = models.CharField(_("tình trạng"), max_length=10, choices=TextState, default=TextState.DRAFT)
    edition = models.PositiveIntegerField(default=1)
    follows = models.PositiveIntegerField(default=0)
    reviewed_by = models.CharField(_("người duyệt"), max_length=200, blank=True)
    reviewed_on = models.DateField(_("ngày duyệt"), null=True, blank=True)
    translated_by = models.CharField(_("người dịch"), max_length=200, blank=True)
    machine_drafted = models.BooleanField(_("bản nháp bằng máy"), default=False)
    cited = ArrayField(models.CharField(max_length=40), default=list, blank=True, editable=False)
    shipped_mark = models.CharField(max_length=64, blank=True, editable=False)
    published_at = models.DateTimeField(_("lúc đăng"), null=True, blank=True)
    changed_at = models.DateTimeField(_("lúc đổi"))  # when the words that it shows became so

    class Meta:
        verbose_name = _("trang hoàn cảnh")
        verbose_name_plural = _("trang hoàn cảnh")
        ordering = ["situation", "id"]
        constraints = [
            models.UniqueConstraint(fields=["situation", "language"], name="a_situation_once_a_language"),
            models.CheckConstraint(
                condition=Q(reviewed_by="", reviewed_on=None) | (~Q(reviewed_by="") & Q(reviewed_on__isnull=False)),
                name="a_review_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(state=TextState.DRAFT) | Q(published_at__isnull=False),
                name="what_is_published_has_its_time",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.language}: {self.title}"

    @property
    def is_published(self) -> bool:
        return self.state == TextState.PUBLISHED

    @property
    def is_reviewed(self) -> bool:
        return bool(self.reviewed_by)


class SituationEdition(Stamped, Words):
    """The words of a page as they were saved once: rows are only ever added. `why` is what the person said of it.
    `reviewed_by` is empty until somebody looked at these very words."""

    text = models.ForeignKey(SituationText, on_delete=models.CASCADE, related_name="editions")
    number = models.PositiveIntegerField()
    origin = models.CharField(max_length=10, choices=EditionOrigin)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    follows = models.PositiveIntegerField(default=0)
    translated_by = models.CharField(max_length=200, blank=True)
    machine_drafted = models.BooleanField(default=False)
    why = models.CharField(_("vì sao"), max_length=300, blank=True)
    reviewed_by = models.CharField(max_length=200, blank=True)
    reviewed_on = models.DateField(null=True, blank=True)
    shown_at = models.DateTimeField(null=True, blank=True)  # when the public first saw it

    class Meta:
        verbose_name = _("bản của trang")
        verbose_name_plural = _("các bản của trang")
        ordering = ["text", "-number"]
        constraints = [models.UniqueConstraint(fields=["text", "number"], name="one_edition_a_number")]

    def __str__(self) -> str:
        return f"{self.text_id}/{self.number}"

    @property
    def is_reviewed(self) -> bool:
        return bool(self.reviewed_by)
