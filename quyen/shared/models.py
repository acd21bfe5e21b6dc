"""Abstract bases. No table of its own."""

from django.db import models
from django.utils import timezone


class Stamped(models.Model):
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True
