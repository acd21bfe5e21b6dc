"""What is said about a draft, and by whom: steps, comments, links for reviewers without an account."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quyen.library.enums import Deed, Opinion
from quyen.library.models.product import WORDS, Product
from quyen.shared.models import Stamped


class ProductStep(Stamped):
    """One thing done with a product as a whole. Rows are only ever added. `edition`: of a publication."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="steps")
    deed = models.CharField(max_length=10, choices=Deed)
    reason = models.TextField(blank=True)
    due_on = models.DateField(null=True, blank=True)  # until when the next one was asked to act
    edition = models.PositiveIntegerField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120)  # as it was then

    class Meta:
        verbose_name = _("bước của sản phẩm")
        verbose_name_plural = _("các bước của sản phẩm")
        ordering = ["product", "id"]

    def __str__(self) -> str:
        return f"{self.get_deed_display()}, {self.by_name}"


class ReviewLinkQuerySet(models.QuerySet["ReviewLink"]):
    def open(self) -> ReviewLinkQuerySet:
        """Those that still open the draft."""
        return self.filter(revoked_at=None, answered_at=None, expires_at__gt=timezone.now())


class ReviewLink(Stamped):
    """One draft shown to one person without an account, until a day, for one opinion. Only the secret's hash is kept."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="review_links")
    name = models.CharField(_("người góp ý"), max_length=120)
    asked = models.TextField(_("điều muốn hỏi"), blank=True)
    secret_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    opened_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    opinion = models.CharField(max_length=10, choices=Opinion, blank=True)
    words = models.TextField(_("ý kiến"), blank=True)

    objects = ReviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("liên kết góp ý")
        verbose_name_plural = _("liên kết góp ý")
        ordering = ["product", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at=None, opinion="") | (Q(answered_at__isnull=False) & ~Q(opinion="")),
                name="an_answer_is_an_opinion",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.product_id}"

    @property
    def is_open(self) -> bool:
        return self.revoked_at is None and self.answered_at is None and self.expires_at > timezone.now()


class Comment(Stamped):
    """A remark, on a place in a text: `quote` with the letters `before` and `after` it, so that it is found again where
    the text moved. An empty quote: on the product as a whole."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="comments")
    place = models.CharField(max_length=12, choices=[(name, name) for name in WORDS], blank=True)
    quote = models.TextField(blank=True)
    before = models.CharField(max_length=80, blank=True)
    after = models.CharField(max_length=80, blank=True)
    text = models.TextField(_("góp ý"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=120)  # as it was then
    link = models.ForeignKey(
        ReviewLink, on_delete=models.CASCADE, null=True, blank=True, related_name="comments"
    )
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    resolved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("góp ý")
        verbose_name_plural = _("góp ý")
        ordering = ["product", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(quote="") | ~Q(place=""), name="a_quote_has_its_text"),
        ]

    def __str__(self) -> str:
        return self.text[:80]
