"""Links, each with who or what made it. The machine proposes; what a person decided is never undone by a re-run."""

from __future__ import annotations

from typing import Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from quyen.rights.enums import RULES, TieState
from quyen.rights.models.instrument import Provision
from quyen.rights.models.topic import Topic
from quyen.shared.models import Stamped

Kind_co = TypeVar("Kind_co", bound="Tie", covariant=True)


class TieQuerySet(models.QuerySet[Kind_co]):
    """Give each table of links `objects = TieQuerySet.as_manager()`."""

    def standing(self) -> Self:
        """Those that nobody refused."""
        return self.exclude(state=TieState.REFUSED)

    def public(self) -> Self:
        """Those that a person confirmed or made: the machine's proposals are shown to nobody outside."""
        return self.filter(state=TieState.CONFIRMED)

    def undecided_of(self, rule: str) -> Self:
        """What a rule proposed and no person touched: all that a re-run of the rule may take away."""
        return self.filter(rule=rule, made_by=None, settled_by=None, state=TieState.PROPOSED)


class Tie(Stamped):
    """Base of every table of links. Made by a person (`made_by`) or by a rule of the machine (`rule`, its name and
    version), never by neither."""

    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    rule = models.CharField(max_length=60, blank=True, default="")
    state = models.CharField(max_length=10, choices=TieState, default=TieState.PROPOSED)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def rule_words(self) -> str:
        """What the rule is called for people; its own name where nothing better is known."""
        return str(RULES.get(self.rule.partition("/")[0], self.rule))


class Link(Tie):
    """Article ↔ article (of a treaty or of a law), or article → topic. Of two provisions the one with the lower number
    stands first, so that one pair is one row."""

    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="links")
    other = models.ForeignKey(
        Provision, on_delete=models.CASCADE, null=True, blank=True, related_name="links_back"
    )
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, null=True, blank=True, related_name="links")
    note = models.CharField(_("ghi chú"), max_length=300, blank=True, default="")

    objects = TieQuerySet.as_manager()

    class Meta:
        verbose_name = _("liên kết")
        verbose_name_plural = _("liên kết")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(other=None, topic__isnull=False) | Q(other__isnull=False, topic=None),
                name="rights_link_has_one_other_end",
            ),
            models.CheckConstraint(
                condition=Q(other=None) | Q(provision__lt=models.F("other")), name="rights_link_in_one_order"
            ),
            models.UniqueConstraint(fields=["provision", "other"], name="rights_link_of_two_once"),
            models.UniqueConstraint(fields=["provision", "topic"], name="rights_link_to_topic_once"),
        ]

    def __str__(self) -> str:
        return f"{self.provision_id} – {self.other_id or self.topic_id}"
