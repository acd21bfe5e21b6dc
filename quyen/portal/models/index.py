"""The index of the public search: what can be found, and the words of it (decision 0027).

`Entry` holds what is shown of a find. Most entries lie in a sealed `Block`, whose words are `WordGroup` rows, ready to be
summed; what was changed since then has no block and is little, so each process seals it for itself. All of it can be made
anew from the objects themselves.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quyen.organisation.models import Unit
from quyen.portal.enums import EntryKind


class Block(models.Model):
    """Up to `core.finding.SIZE` entries sealed together. `entries`: their numbers by place, eight bytes each; `facets`: of
    each facet, the values (`names`) and by place which of them it is, two bytes each, one facet after the other."""

    size = models.PositiveIntegerField()
    entries = models.BinaryField()
    names = models.JSONField(default=dict)
    facets = models.BinaryField()
    gone = ArrayField(models.IntegerField(), default=list)  # places whose entry was changed or withdrawn
    sealed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("khối của chỉ mục")
        verbose_name_plural = _("khối của chỉ mục")

    def __str__(self) -> str:
        return f"{self.pk}: {self.size}"


class WordGroup(models.Model):
    """All words of a block that are one without marks; `docs` and `impacts` as in `core.finding.Group`."""

    block = models.ForeignKey(Block, on_delete=models.CASCADE, related_name="groups")
    folded = models.TextField()
    words = ArrayField(models.TextField())
    counts = ArrayField(models.IntegerField())
    docs = models.BinaryField()
    impacts = models.BinaryField()

    class Meta:
        verbose_name = _("nhóm chữ")
        verbose_name_plural = _("nhóm chữ")
        constraints = [models.UniqueConstraint(fields=["folded", "block"], name="a_group_in_a_block_once")]

    def __str__(self) -> str:
        return self.folded


class Known(models.Model):
    """Words and pairs of words of the whole index without marks, with how they are written and how often: what a slip or a
    word typed without marks is held against. `size` is 1 or 2."""

    folded = models.TextField()
    written = models.TextField()
    size = models.PositiveSmallIntegerField()
    count = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("chữ đã biết")
        verbose_name_plural = _("chữ đã biết")
        indexes = [
            models.Index(fields=["folded"], name="known_by_letters", opclasses=["text_pattern_ops"]),
            GinIndex(
                OpClass(models.F("folded"), name="gin_trgm_ops"), name="known_by_likeness", fastupdate=False
            ),
        ]

    def __str__(self) -> str:
        return f"{self.written} ({self.count})"


class Entry(models.Model):
    """One thing that can be found, in one language. `kind`, `number` and `part` say which: the row's number, and a part of it
    where one row holds several. `labels` are searched with the text; `lede` is what answers in short; `note` stands beside
    the kind ("Clip, 2 phút"). `cites`: articles it rests on, as [words, address]. `address` leads to it."""

    kind = models.CharField(max_length=20, choices=EntryKind)
    number = models.BigIntegerField()
    part = models.CharField(max_length=60, default="", blank=True)
    language = models.CharField(max_length=10, default="vi")
    title = models.TextField()
    labels = models.TextField(default="", blank=True)
    body = models.TextField(default="", blank=True)
    lede = models.TextField(default="", blank=True)
    note = models.TextField(default="", blank=True)
    cites = models.JSONField(default=list)
    address = models.TextField()
    audience = models.CharField(max_length=60, default="", blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField(null=True)
    indexed_at = models.DateTimeField(default=timezone.now)
    block = models.ForeignKey(Block, on_delete=models.SET_NULL, null=True, related_name="rows")
    place = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("mục tìm được")
        verbose_name_plural = _("mục tìm được")
        constraints = [
            models.UniqueConstraint(fields=["kind", "number", "part", "language"], name="an_entry_once")
        ]
        indexes = [
            models.Index(fields=["id"], condition=models.Q(block=None), name="entries_of_no_block"),
        ]

    def __str__(self) -> str:
        return self.title


class Missed(models.Model):
    """Words that found nothing. No person, no address, no session: only how often, and the words only once they were asked
    `WORDS_FROM` times; until then `mark`, a keyed hash. Whatever looks like somebody's data is not counted at all."""

    WORDS_FROM = 3
    KEPT_DAYS = 90

    mark = models.CharField(max_length=64, unique=True)
    words = models.CharField(max_length=80, default="", blank=True)
    count = models.PositiveIntegerField(default=1)
    first_on = models.DateField()
    last_on = models.DateField()

    class Meta:
        verbose_name = _("lượt tìm không có kết quả")
        verbose_name_plural = _("lượt tìm không có kết quả")
        indexes = [models.Index(fields=["first_on"], name="missed_by_day")]

    def __str__(self) -> str:
        return f"{self.words or self.mark[:8]}: {self.count}"
