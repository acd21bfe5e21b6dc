"""What a product has to do with articles and tasks, each tie with who or what made it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from quyen.library.models.product import Product
from quyen.plans.models import Task
from quyen.rights.enums import TieState
from quyen.rights.models import Tie


class _Tie(Tie):
    """Of a product. Made by a person, it counts at once; a rule only proposes."""

    class Meta:
        abstract = True

    @property
    def counts(self) -> bool:
        """Whether it is shown to the public: a person made it or agreed."""
        return self.state == TieState.CONFIRMED


class ProvisionQuerySet(models.QuerySet["ProductProvision"]):
    def public(self) -> ProvisionQuerySet:
        return self.filter(state=TieState.CONFIRMED)


class ProductProvision(_Tie):
    """An article that a product explains: the instrument's `code` ("ICCPR") and the article's `path` in it ("19", "19.2"),
    which stay what they are when another version of the text is taken in."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="provisions")
    code = models.CharField(_("văn kiện"), max_length=40)
    path = models.CharField(_("điều"), max_length=40)

    objects = ProvisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("điều mà sản phẩm nói tới")
        verbose_name_plural = _("các điều mà sản phẩm nói tới")
        ordering = ["product", "code", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["product", "code", "path"], name="a_product_names_an_article_once"
            ),
        ]
        indexes = [models.Index(fields=["code", "path"], name="products_of_an_article")]

    def __str__(self) -> str:
        return f"{self.code} {self.path}"


class TaskQuerySet(models.QuerySet["ProductTask"]):
    def public(self) -> TaskQuerySet:
        return self.filter(state=TieState.CONFIRMED)


class ProductTask(_Tie):
    """A task of a plan that a product delivers."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="tasks")
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="products")

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("nhiệm vụ mà sản phẩm thực hiện")
        verbose_name_plural = _("các nhiệm vụ mà sản phẩm thực hiện")
        ordering = ["product", "id"]
        constraints = [
            models.UniqueConstraint(fields=["product", "task"], name="a_product_delivers_a_task_once"),
        ]

    def __str__(self) -> str:
        return f"{self.product_id} → {self.task_id}"
