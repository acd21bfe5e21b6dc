"""Products, what each is made of, and every edition that the public has seen.

A row is one version in one language. The work in its first language has no `translation_of`; its translations point to it.
What is published is not written on: a change is made in a row of its own that `revises` it, and moves in as it is
published. So whatever the public reads is a row with the state PUBLISH, and no draft ever is.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from quyen.library.enums import (
    UNDER_WAY,
    WRITTEN,
    Audience,
    FileRole,
    Language,
    Licence,
    Medium,
    ProductKind,
    ProductState,
)
from quyen.library.models.files import StoredFile
from quyen.organisation.models import Unit
from quyen.rights.models import Topic
from quyen.shared.models import Stamped

WORDS = (
    "title",
    "summary",
    "body",
    "transcript",
)  # the texts that a reader reads, and a translator translates


class ProductQuerySet(models.QuerySet["Product"]):
    def published(self) -> ProductQuerySet:
        """What everyone may read."""
        return self.filter(state=ProductState.PUBLISH)

    def under_way(self) -> ProductQuerySet:
        return self.filter(state__in=UNDER_WAY)

    def works(self) -> ProductQuerySet:
        """One row a work: neither translations nor revisions."""
        return self.filter(translation_of=None, revises=None)

    def out_of_date(self) -> ProductQuerySet:
        """Translations whose source was published anew, with other words or pictures, after they were made."""
        rows = self.exclude(state=ProductState.RETIRE)
        return rows.filter(
            translation_of__state=ProductState.PUBLISH, source_edition__lt=F("translation_of__edition")
        )


class Product(Stamped):
    """One version of a work in one language. `revision` counts changes; two people at once are told by it.

    `unit` issues it, under its own name; `other_units` made it with it. `body` is plain text with three marks ("## " a
    heading, "- " a point, an empty line a new paragraph), never HTML. `credits`: [{"role", "name"}]. `edition`: the number
    of the last that was published, 0 before. `source_edition` and `made_from` (words and files as `matter` gives them): what
    of its source the translation was made from. `is_machine_drafted` until a person has gone through it. `waits_for` and
    `due_on`: whose turn it is and until when.
    """

    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="products", verbose_name=_("đơn vị phát hành")
    )
    other_units = models.ManyToManyField(
        Unit, blank=True, related_name="products_with_others", verbose_name=_("đơn vị cùng làm")
    )
    kind = models.CharField(_("loại sản phẩm"), max_length=12, choices=ProductKind)
    language = models.CharField(_("ngôn ngữ"), max_length=8, choices=Language, default=Language.VIETNAMESE)
    media = ArrayField(
        models.CharField(max_length=12, choices=Medium), default=list, blank=True,
        verbose_name=_("đến với người xem bằng"),
    )  # fmt: skip
    audiences = ArrayField(
        models.CharField(max_length=12, choices=Audience),
        default=list,
        blank=True,
        verbose_name=_("đối tượng"),
    )
    topics = models.ManyToManyField(
        Topic, blank=True, related_name="products", verbose_name=_("chủ đề quyền con người")
    )
    title = models.CharField(_("tên sản phẩm"), max_length=250)
    summary = models.TextField(_("tóm tắt"), blank=True)
    body = models.TextField(_("nội dung"), blank=True)
    transcript = models.TextField(_("bản lời"), blank=True)
    seconds = models.PositiveIntegerField(_("thời lượng"), null=True, blank=True)
    licence = models.CharField(_("giấy phép"), max_length=20, choices=Licence, blank=True)
    credits = models.JSONField(_("người và đơn vị thực hiện"), default=list, blank=True)
    state = models.CharField(max_length=8, choices=ProductState, default=ProductState.DRAFT)
    edition = models.PositiveIntegerField(default=0)
    published_on = models.DateField(_("phát hành lần đầu"), null=True, blank=True)
    republished_on = models.DateField(_("phát hành gần nhất"), null=True, blank=True)
    retired_on = models.DateField(_("rút ngày"), null=True, blank=True)
    translation_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="translations"
    )
    source_edition = models.PositiveIntegerField(null=True, blank=True)
    made_from = models.JSONField(null=True, blank=True)
    is_machine_drafted = models.BooleanField(_("bản dịch máy, chưa ai đọc lại"), default=False)
    revises = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="revisions"
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    written_by = models.ForeignKey(  # who changed it last
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    waits_for = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    due_on = models.DateField(_("hạn của bước này"), null=True, blank=True)
    changed_at = models.DateTimeField(auto_now=True)
    revision = models.PositiveIntegerField(default=0)

    objects = ProductQuerySet.as_manager()

    class Meta:
        verbose_name = _("sản phẩm truyền thông")
        verbose_name_plural = _("sản phẩm truyền thông")
        ordering = ["-changed_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="a_product_has_a_title"),
            models.UniqueConstraint(
                fields=["translation_of", "language"],
                condition=Q(translation_of__isnull=False, revises=None) & ~Q(state=ProductState.RETIRE),
                name="one_translation_a_language",
            ),
            models.UniqueConstraint(
                fields=["revises"], condition=Q(revises__isnull=False), name="one_revision_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(state=ProductState.PUBLISH)
                | Q(edition__gt=0, published_on__isnull=False, republished_on__isnull=False, revises=None),
                name="what_is_published_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=ProductState.RETIRE) | Q(retired_on__isnull=False), name="what_is_retired_has_its_day"
            ),
            models.CheckConstraint(
                condition=Q(translation_of=None, source_edition=None)
                | Q(translation_of__isnull=False, source_edition__isnull=False),
                name="a_translation_knows_its_source",
            ),
            models.CheckConstraint(
                condition=~Q(translation_of=F("id")) & ~Q(revises=F("id")), name="a_product_is_not_its_own_source"
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["state", "due_on"], name="products_by_state"),
            models.Index(fields=["unit", "state"], name="products_of_a_unit"),
            models.Index(
                fields=["-republished_on", "-id"],
                condition=Q(state=ProductState.PUBLISH),
                name="products_out",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_written(self) -> bool:
        """Whether its editors may change it now."""
        return self.state in WRITTEN

    @property
    def is_out(self) -> bool:
        return self.state == ProductState.PUBLISH

    @property
    def is_out_of_date(self) -> bool:
        """As `ProductQuerySet.out_of_date` has it, of one whose source was fetched."""
        source = self.translation_of
        if source is None or not source.is_out or self.state == ProductState.RETIRE:
            return False
        return (self.source_edition or 0) < source.edition

    @property
    def is_behind(self) -> bool:
        """Whether its source, which was fetched and is not out yet, reads otherwise than what this was made from."""
        source = self.translation_of
        if source is None or source.state not in UNDER_WAY or not self.made_from:
            return False
        return bool(self.made_from["words"] != source.words())

    @property
    def work_pk(self) -> int:
        """The number of its work: its source's where it is a translation."""
        return self.translation_of_id or self.pk

    @property
    def tongue(self) -> Language:
        return Language(self.language)

    def words(self) -> dict[str, str]:
        return {name: getattr(self, name) for name in WORDS}

    def as_json(self) -> dict[str, Any]:
        """What the audit trail keeps of it: all but the long texts, of which it keeps the print."""
        return {
            "title": self.title, "kind": self.kind, "language": self.language, "state": self.state,
            "media": list(self.media), "audiences": list(self.audiences), "licence": self.licence,
            "credits": self.credits, "edition": self.edition, "translation_of": self.translation_of_id,
            "due_on": self.due_on.isoformat() if isinstance(self.due_on, date) else None,
            "words": print_of(self.words()),
        }  # fmt: skip


def print_of(said: Any) -> str:
    """SHA-256 of plain JSON: differs with any word."""
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


class ProductFile(Stamped):
    """A file in its place in a product. `alternative_text` says a picture in words; `language` is that of captions."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="uses")
    role = models.CharField(_("vai trò"), max_length=10, choices=FileRole)
    position = models.PositiveSmallIntegerField(default=0)
    alternative_text = models.TextField(_("mô tả hình cho người không nhìn thấy"), blank=True)
    language = models.CharField(_("ngôn ngữ"), max_length=8, choices=Language, blank=True)

    class Meta:
        verbose_name = _("tệp của sản phẩm")
        verbose_name_plural = _("tệp của sản phẩm")
        ordering = ["product", "position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["product", "file", "role"], name="a_file_has_a_role_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.file_id}"

    def as_json(self) -> dict[str, Any]:
        return {
            "file": self.file_id, "role": self.role, "position": self.position, "alt": self.alternative_text,
            "language": self.language,
        }  # fmt: skip


class ProductEdition(Stamped):
    """A version as the public got it at a moment. Rows are only ever added (a trigger sees to it). `content` is that of
    `queries.content.content_of`, `sha256` that of its canonical JSON."""

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    published_on = models.DateField()
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120)  # as it was then

    class Meta:
        verbose_name = _("bản đã phát hành")
        verbose_name_plural = _("các bản đã phát hành")
        ordering = ["product", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["product", "number"], name="one_product_edition_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.product_id}: {self.number}"
